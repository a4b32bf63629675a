import { pattern } from "../text/pattern.ts";

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const hourWord = String.raw`(?:${words.join("|")}|1[0-2]|[1-9])`;
const half = String.raw`(?:\s*(?<half>[ap])\.?m\b\.?|\s+in the (?<part>morning|afternoon|evening))`;

/** "3-4pm", "10–11.30am", "4 to 5pm": the first is the start, and has the second's half of the day. */
const range = /(?<![\d:./£-])(?<hour>\d{1,2})(?:[:.](?<minute>[0-5]\d))?\s*(?:-|–|—|to|until|till)\s*(?<endHour>\d{1,2})(?:[:.](?<endMinute>[0-5]\d))?\s*(?<half>[ap])\.?m\b/i;
/** "16:00", "4.30pm", "4pm", "1600hrs", "4 o'clock". */
const figures = pattern(String.raw`(?<![\d:./£-])(?:(?<hour>\d{1,2})[:.](?<minute>[0-5]\d)(?!\d|\s?(?:hours|miles|kg|%))(?::[0-5]\d)?${half}?|(?<bare>\d{1,2})(?:\s?o'?clock)?${half.replace("<half>", "<half2>").replace("<part>", "<part2>")}|(?<round>\d{1,2}) ?o['’]?clock|(?<long>[01]\d|2[0-3])(?<longMinute>[0-5]\d)\s?(?:hrs?|hours|h)\b)`, "i");
/** "half past four", "quarter to 5", "ten past three", "half four". */
const spoken = pattern(String.raw`\b(?:(?<quarter>half|(?:a )?quarter|five|ten|twenty(?:[ -]five)?) (?<way>past|to)|(?<halfOnly>half)) (?<hour>${hourWord})\b(?!\s*(?:years?|hours?|days?|weeks?|of))${half}?`, "i");
const named = /\b(?<name>noon|midday|midnight)\b/i;

/** The first time of day in a text, in minutes after midnight. An afternoon hour that is written without its half ("4.30", "half past four") is taken for one: nobody visits at half past four at night. */
export function readTime(text: string): number | undefined {
  let first: { at: number; minutes: number } | undefined;
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    const minutes = match ? read(match.groups!, match[0]) : undefined;
    if (minutes !== undefined && (!first || match!.index < first.at)) first = { at: match!.index, minutes };
  }
  return first?.minutes;
}

type Groups = Readonly<Record<string, string | undefined>>;
const forms: readonly (readonly [RegExp, (groups: Groups, all: string) => number | undefined])[] = [
  [range, ({ hour, minute, endHour, endMinute, half: end }) => {
    const stop = minutesOf(Number(endHour), Number(endMinute ?? 0), end);
    const start = minutesOf(Number(hour), Number(minute ?? 0), end);
    if (stop === undefined || start === undefined || start <= stop) return start;
    return minutesOf(Number(hour), Number(minute ?? 0), /p/i.test(end!) ? "a" : "p");
  }],
  [figures, ({ hour, minute, half: one, part, bare, half2, part2, round, long, longMinute }) => {
    if (long) return Number(long) * 60 + Number(longMinute);
    if (bare) return minutesOf(Number(bare), 0, halfOf(half2, part2));
    if (round) return minutesOf(Number(round), 0, guess(round));
    const known = halfOf(one, part);
    // "7.30": nobody can tell which half of the day.
    return known === undefined && /^[78]$/.test(hour!) ? undefined : minutesOf(Number(hour), Number(minute), known ?? guess(hour!));
  }],
  [spoken, ({ quarter, way, hour, half: one, part }) => {
    const at = words.indexOf(hour!.toLowerCase()) + 1 || Number(hour);
    const off = !quarter || /half/i.test(quarter) ? 30 : /quarter/i.test(quarter) ? 15 : /^five/i.test(quarter) ? 5 : /^ten/i.test(quarter) ? 10 : /five$/i.test(quarter) ? 25 : 20;
    const whole = minutesOf(at, 0, halfOf(one, part) ?? guess(String(at)));
    if (whole === undefined) return undefined;
    // "Ten to twelve in the morning" is before noon.
    const time = whole + (/to/i.test(way ?? "") ? -off : off);
    return time < 0 ? time + 720 : time;
  }],
  [named, ({ name }) => (/midnight/i.test(name!) ? 0 : 720)],
];

const halfOf = (half: string | undefined, part: string | undefined): string | undefined => half ?? (part ? (/morning/i.test(part) ? "a" : "p") : undefined);
/** Of hours that are written with one figure and no half of the day, one to six are in the afternoon. */
const guess = (hour: string): string | undefined => (/^[1-6]$/.test(hour) ? "p" : undefined);

function minutesOf(hour: number, minute: number, half: string | undefined): number | undefined {
  if (hour > 23 || minute > 59) return undefined;
  const afternoon = half !== undefined && /p/i.test(half);
  const whole = afternoon && hour < 12 ? hour + 12 : half !== undefined && !afternoon && hour === 12 ? 0 : hour;
  return whole * 60 + minute;
}

/** True where a text says beyond doubt which half of the day is meant. */
export const isSureTime = (text: string): boolean => /\b(?:0\d|1[3-9]|2[0-3])[:.][0-5]\d\b|\d\s*[ap]\.?m\b|\b(?:0\d|1\d|2[0-3])[0-5]\d\s?(?:hrs?|hours|h)\b|\b(?:noon|midday)\b|\bin the (?:morning|afternoon|evening)\b/i.test(text);
