import { pattern } from "../text/pattern.ts";

/** A length of time as a standard gives it: "48 hours", "10 working days", "the same day", "10:00 the next day". */
export type Length =
  | { readonly count: number; readonly unit: "hours" | "days" | "working days" | "weeks" | "months" | "years" | "placement days" }
  | { readonly unit: "the same day" }
  /** `minutes` after midnight of the day behind. */
  | { readonly unit: "the next day"; readonly minutes: number };

const counted = /^([1-9]\d{0,3}) ?(hour|day|working day|week|month|year|placement day)s?$/;
const nextDay = /^([01]?\d|2[0-3]):([0-5]\d) the next day$/;

/** Reads a length of time as a profile writes it. Undefined where it is none. */
export function readLength(written: string): Length | undefined {
  const words = written.trim().toLowerCase();
  if (words === "the same day") return { unit: "the same day" };
  const next = nextDay.exec(words);
  if (next) return { unit: "the next day", minutes: Number(next[1]) * 60 + Number(next[2]) };
  const match = counted.exec(words);
  return match ? ({ count: Number(match[1]), unit: `${match[2]!}s` } as Length) : undefined;
}

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20 };
const adverbs: Readonly<Record<string, Length>> = {
  daily: { count: 1, unit: "days" }, weekly: { count: 1, unit: "weeks" }, fortnightly: { count: 2, unit: "weeks" }, monthly: { count: 1, unit: "months" },
};

const frequency = /\bevery\b|\b(?:daily|weekly|fortnightly|monthly)\b/;

/** Reads how often a note says that visits were agreed: "every 2 weeks", "weekly", "six weekly", "at least every 10 working days". Undefined where it does not say it in numbers. */
export function readFrequency(written: string): Length | undefined {
  const all = written.toLowerCase().replaceAll("-", " ").replace(/\s+/g, " ");
  if (/\bbi ?(?:weekly|monthly)\b/.test(all)) return undefined;
  // "monthly visits, with weekly phone calls": the part that speaks of visits.
  const parts = all.split(/[,;]|\bwith\b|\band\b|\bplus\b/);
  const words = parts.find((part) => /\bvisit/.test(part) && frequency.test(part)) ?? parts.find((part) => frequency.test(part)) ?? all;
  const every = /\bevery (?:(\d{1,3}|[a-z]+) )?(working day|day|week|fortnight|month)s?\b/.exec(words) ?? /\b(\d{1,3}|[a-z]+) (week|month)ly\b/.exec(words);
  if (every) {
    const count = every[1] === undefined ? 1 : /\d/.test(every[1]) ? Number(every[1]) : every[1] === "other" ? 2 : numbers[every[1]];
    if (count) return every[2] === "fortnight" ? { count: count * 2, unit: "weeks" } : ({ count, unit: `${every[2]!}s` } as Length);
  }
  const adverb = Object.keys(adverbs).find((word) => pattern(`\\b${word}\\b`).test(words));
  return adverb ? adverbs[adverb] : undefined;
}

/** A length of time in words: "1 week", "48 hours", "10:00 the next day". */
export function inWords(length: Length): string {
  if ("count" in length) return `${length.count} ${length.count === 1 ? length.unit.slice(0, -1) : length.unit}`;
  return length.unit === "the same day" ? "the same day" : `${String(Math.floor(length.minutes / 60)).padStart(2, "0")}:${String(length.minutes % 60).padStart(2, "0")} the next day`;
}
