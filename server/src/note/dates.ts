import { matchesIn } from "../text/matches.ts";
import { moved } from "../text/moved.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { calendarDate, isDayOfYear, type CalendarDate } from "./calendar.ts";
import { readTime } from "./clock.ts";

export type { CalendarDate } from "./calendar.ts";

/** A date that a text names: the year may be left out. */
export interface NamedDate extends Span {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** 0 for Sunday, where the text names the day of the week. */
  readonly weekday?: number;
  /** Where the day of the week stands. */
  readonly weekdaySpan?: Span;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdayStarts = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const month = String.raw`(?:jan(?:uary)?|feb(?:r?uary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b`;
const weekday = String.raw`(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)\b`;
/** White space within a line or over one line's end. */
const gap = String.raw`(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)`;
const nth = "(?:st|nd|rd|th)";
const hour = String.raw`\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]m)?`;
const before = String.raw`(?:\b(?<before>${weekday})(?:(?<!day)\.)?(?:${gap}(?:morning|afternoon|evening|night|lunchtime|teatime|(?:at )?${hour}(?:,|\son)))?(?:,?${gap}|${gap}?[(–-]${gap}?)(?:on${gap})?(?:the${gap})?)?`;
const after = String.raw`(?:,?${gap}?\((?<after>${weekday})[^)\n\d]{0,12}(?:${hour})?\)|,?${gap}(?<last>${weekday})\.?(?=\s*$))?`;
const written = [
  String.raw`(?<![\d/.-])(?<isoYear>(?:19|20)\d{2})(?<isoSep>[/-])(?<isoMonth>\d{1,2})\k<isoSep>(?<isoDay>\d{1,2})(?!\d)`,
  String.raw`(?<![\d/.£-])(?<figureDay>\d{1,2})(?:(?<sep>[/.-])(?<figureMonth>\d{1,2})\k<sep>|\s?[/.-]\s?(?<looseMonth>\d{1,2})\s?[/.-]\s?)(?<figureYear>\d{4}|\d{2})(?![\d/]|[.:-]\d)`,
  String.raw`(?<![\d.£:])(?<day>\d{1,2})(?<nth>${nth})?(?:${gap}|(?<tied>[/-])|(?<=${nth}))(?:day${gap})?(?:of${gap})?(?<month>${month})(?!['’]s)\.?(?:\k<tied>(?<tiedYear>\d{4}|\d{2})(?!\d)|,?${gap}(?<year>(?:19|20)\d{2}(?!\d|\s?h(?:ou)?rs)|['’]\d{2}(?!\d)|\d{2}(?=\s*(?:[,;)\]]|\.(?!\d)|$|at\b|to\b|and\b|[–-]\s)|\s+\d{1,2}[:.]\d\d|\s+\d{1,2}\s?[ap]m)))?`,
  String.raw`(?<month2>${month})\.?${gap}(?:the${gap})?(?<day2>\d{1,2})(?<nth2>${nth})?(?![\d:/]|[.]\d|\s?(?:[ap]m|%))(?:,?${gap}(?<year2>(?:19|20)\d{2})(?!\d|\s?h(?:ou)?rs))?`,
  String.raw`(?<![\d/.£-])(?<shortDay>\d{1,2})\s?/\s?(?<shortMonth>\d{1,2})(?![\d/%]|[.:-]\d|\s?${month}|[ap]m)`,
].join("|");
const anyDate = pattern(`${before}(?:${written})${after}`, "giu");
/** "Sat 7 and Sun 8 June": the first has the second's month. */
const shared = pattern(String.raw`\b(?<before>${weekday})\.?${gap}(?:the${gap})?(?<day>\d{1,2})${nth}?\s*(?:and|&|to|or|until|till|-|–|/|,)\s*${weekday}\.?${gap}(?:the${gap})?(?<laterDay>\d{1,2})${nth}?${gap}(?:of${gap})?(?<month>${month})(?:${gap}(?<year>(?:19|20)\d{2}))?`, "giu");

type Groups = Readonly<Record<string, string | undefined>>;

/** Every date in a text, in the British order, with its place (UTF-16 units, moved on by `base`). */
export function findDates(text: string, base = 0): NamedDate[] {
  const found: NamedDate[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of matchesIn(text, anyDate)) {
    const groups = match.groups as Groups;
    const parts = partsOf(groups);
    const lead = groups["before"];
    const binds = lead === undefined || bindsWeekday(text, match.index, lead);
    if (!isDate(groups, parts, text, match.index, match.index + match[0].length)) continue;
    const word = (binds ? lead : undefined) ?? groups["after"] ?? groups["last"];
    const skipped = binds ? 0 : match[0].search(/\d|(?<=[\s(–-])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i);
    const at = word === undefined ? 0 : base + match.index + (word === lead ? 0 : match[0].toLowerCase().lastIndexOf(word.toLowerCase()));
    found.push({ start: base + match.index + skipped, end: base + match.index + match[0].trimEnd().length, ...parts, ...(word === undefined ? {} : weekdayAt(word, at)) });
  }
  for (const match of matchesIn(text, shared)) {
    const groups = match.groups as Groups;
    const day = Number(groups["day"]);
    if (day >= Number(groups["laterDay"]) || !bindsWeekday(text, match.index, groups["before"]!)) continue;
    const start = base + match.index;
    const end = start + match[0].search(/\d/) + groups["day"]!.length;
    found.push({ start, end, day, month: monthOf(groups["month"]!), ...(groups["year"] ? { year: Number(groups["year"]) } : {}), ...weekdayAt(groups["before"]!, start) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A date so many UTF-16 units further on, with the day of the week that is named for it. */
export const movedDate = <D extends NamedDate>(date: D, by: number): D => ({ ...moved(date, by), ...(date.weekdaySpan ? { weekdaySpan: moved(date.weekdaySpan, by) } : {}) });

const weekdayAt = (word: string, at: number) => ({ weekday: weekdayStarts.indexOf(word.slice(0, 3).toLowerCase()), weekdaySpan: { start: at, end: at + word.length } });
const monthOf = (written: string): number => monthNames.indexOf(written.slice(0, 3).toLowerCase()) + 1;

/** A two-digit year is of this century, or of the last where that lies far ahead. */
const yearOf = (written: string): number => {
  const figures = Number(written.replace(/\D/g, ""));
  return written.replace(/\D/g, "").length > 2 ? figures : figures < 70 ? 2000 + figures : 1900 + figures;
};

function partsOf(groups: Groups): { day: number; month: number; year?: number } {
  const name = groups["month"] ?? groups["month2"];
  const year = groups["isoYear"] ?? groups["figureYear"] ?? groups["tiedYear"] ?? groups["year"] ?? groups["year2"];
  return {
    day: Number(groups["isoDay"] ?? groups["figureDay"] ?? groups["day"] ?? groups["day2"] ?? groups["shortDay"]),
    month: name ? monthOf(name) : Number(groups["isoMonth"] ?? groups["figureMonth"] ?? groups["looseMonth"] ?? groups["shortMonth"]),
    ...(year === undefined ? {} : { year: yearOf(year) }),
  };
}

/** "He sat 6 June outside": a short word in small letters is the name of a day only where it can be nothing else. "Every Monday" is no one day. */
function bindsWeekday(text: string, at: number, word: string): boolean {
  const lead = text.slice(Math.max(0, at - 14), at);
  if (/\b(?:every|each|alternate)(?: other| second)?\s+$/i.test(lead)) return false;
  if (!/^(?:sat|sun|wed|mon)$/.test(word)) return true;
  return /(?:^|[\n.,;:(–-]|\b(?:on|by|from|until|till|to|and|next|last|this|of|visit|since|for|due))\s*$/i.test(lead);
}

const sureBefore = /\b(?:on|by|until|till|since|dated?|w\/c|w\/e|(?<!to )visit(?:ed)?|due|log \d+ of)\s*:?\s*$/i;
const beforeMay = /\b(?:on|by|until|till|since|dated?|before|after|from|due|of|for|and|&|:)\s*(?:the\s+)?$/i;
const countBefore = /\b(?:at|aged?|these|those|only|year|class|room|flat|number|unit|house)\s*$/i;
const measure = /^\s*(?:of\b|an?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|yrs?\b|size|length|people|nights?\b|children|times\b|sessions?\b|term|cups?\b|pints?\b|full|empty|way\b|stone|out of|\d|attendance|adults?\b)/i;
const afterMay = /^\s+(?:be|have|not|need|well|also|want|come|go|get|take|still|never|help|seem|feel|move|attend|require|benefit|stay|find|see|ask)\b/;
const scale = /\b(?:scal(?:e|ed|ing)|scor(?:e|ed|ing)|rat(?:e|ed|ing)|out of|points?|aged?|level)\b/i;

/** Whether what looks like a date is one: no score, fraction, pair of ages, time, part of a number, nor the verb "may". */
function isDate(groups: Groups, { day, month, year }: { day: number; month: number; year?: number }, text: string, start: number, end: number): boolean {
  const lead = text.slice(Math.max(0, start - 24), start);
  const rest = text.slice(end, end + 24);
  const ofWeek = groups["before"] !== undefined || groups["after"] !== undefined;
  const inMonth = day >= 1 && day <= 31;
  if (groups["shortDay"] !== undefined) {
    if (month < 1 || month > 12 || !inMonth) return false;
    if (ofWeek) return groups["before"] === undefined || bindsWeekday(text, start, groups["before"]);
    const line = `${text.slice(Math.max(0, start - 90), start).split("\n").at(-1)}${text.slice(start, end + 60).split("\n")[0]}`;
    return !(day === 24 && month === 7) && !/\s/.test(text.slice(start, end)) && sureBefore.test(lead) && !measure.test(rest) && !scale.test(line) && !(month === 10 && !/\bvisit|\bby\s*$/i.test(line + lead));
  }
  if (groups["figureDay"] !== undefined) {
    if (isDayOfYear(month, day)) return true;
    // A number with dots or hyphens ("2.15.30") is a date only where it looks like one.
    return !(day > 31 && month > 12) && (ofWeek || groups["sep"] === "/" || groups["figureYear"]!.length === 4 || (day <= 31 && month <= 12 && day > 0 && month > 0));
  }
  if (groups["day"] !== undefined) {
    if (year !== undefined || ofWeek || groups["nth"] !== undefined) return true;
    if (!inMonth) return false;
    // "3 may come": the verb; "at 4 May woke up": the child.
    if (groups["month"] === "may") return beforeMay.test(lead) && !afterMay.test(rest);
    return !/^(?:may|june?|apr(?:il)?|aug)$/i.test(groups["month"]!) || groups["tied"] !== undefined || !countBefore.test(lead);
  }
  if (groups["day2"] !== undefined) {
    if (!inMonth) return false;
    if (/^(?:may|march|mar|jan|dec)$/.test(groups["month2"]!)) return ofWeek || (year !== undefined && groups["nth2"] !== undefined);
    if (year !== undefined || groups["nth2"] !== undefined || ofWeek) return true;
    return /\b(?:on|by|until|till|since|before|after|w\/c|dated?)\s*$/i.test(lead) && !/^\s*(?:\p{Ll}{3,}s\b|of\b|children|people)/u.test(rest);
  }
  return true;
}

/** Reads the first date with its year in a text, in the British order (03/04/2025 is 3 April), and the time beside it. Undefined where there is none. */
export function readDate(text: string): CalendarDate | undefined {
  const date = findDates(text).find(({ year }) => year !== undefined) ?? bareDate(text);
  if (!date) return undefined;
  const minutes = readTime(`${text.slice(0, date.start)} ${text.slice(date.end)}`) ?? readTime(text.slice(date.start, date.start + Math.max(0, text.slice(date.start, date.end).search(/\d{1,2}\s?(?:[/.-]|st|nd|rd|th|\p{L}{3})/iu))));
  return { ...calendarDate(date.year!, date.month, date.day), ...(minutes === undefined ? {} : { minutes }) };
}

const shortYear = pattern(String.raw`(?<!\d)(?<day>\d{1,2})${nth}?\s+(?:of\s+)?(?<month>${month})\.?,?\s+(?<year>\d{2})(?![\d:.]|\s?[ap]m)`, "iu");

/** "3 Apr 25 Kai's school": in a text of its own, two figures behind a month are a year. */
function bareDate(text: string): NamedDate | undefined {
  const match = shortYear.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length, day: Number(match.groups!["day"]), month: monthOf(match.groups!["month"]!), year: yearOf(match.groups!["year"]!) } : undefined;
}

/** Reads a date of birth. Two figures for a year mean the latest century in which somebody seen on that day was born already, or is about to be. */
export function readBirth(text: string, seen?: CalendarDate): CalendarDate | undefined {
  const born = readDate(text);
  if (!born || !seen || born.year <= seen.year + 1 || text.includes(String(born.year))) return born;
  const { minutes: _, ...day } = born;
  return { ...day, ...calendarDate(born.year - 100, born.month, born.day) };
}
