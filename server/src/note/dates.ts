import type { Span } from "../text/span.ts";

/** A day in the calendar, and the time where the text gives one. Days that do not exist are kept as written, with `valid: false`. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly valid: boolean;
  /** Minutes after midnight. */
  readonly minutes?: number;
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const numeric = /\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b/;
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const named = /\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(\d{4}|\d{2})\b/i;
const time = /\b(\d{1,2})[:.](\d{2})\s*(am|pm)?\b|\b(\d{1,2})\s*(am|pm)\b/i;

/** Reads the first date in a text, in the British order (03/04/2025 is 3 April). Undefined where there is none. */
export function readDate(text: string): CalendarDate | undefined {
  const year = (written: string) => (written.length === 2 ? 2000 + Number(written) : Number(written));
  const isoMatch = iso.exec(text);
  const match = isoMatch ?? named.exec(text) ?? numeric.exec(text);
  if (!match) return undefined;
  const parts = isoMatch
    ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
    : { year: year(match[3]!), month: /\d/.test(match[2]!) ? Number(match[2]) : monthNames.indexOf(match[2]!.slice(0, 3).toLowerCase()) + 1, day: Number(match[1]) };
  const minutes = readTime(text.slice(0, match.index) + " " + text.slice(match.index + match[0].length));
  return { ...parts, valid: exists(parts), ...(minutes === undefined ? {} : { minutes }) };
}

/** A date that the prose names: the year may be left out. */
export interface NamedDate extends Span {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** 0 for Sunday, where the text names the day of the week. */
  readonly weekday?: number;
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const inProse = /(?:\b(sun|mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?,?\s+(?:the\s+)?)?(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?:,?\s+((?:19|20)\d{2})\b)?|\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b)/gi;

/** Every date in a text, in the British order, with its place (UTF-16 units, moved on by `base`). */
export function findDates(text: string, base = 0): NamedDate[] {
  return [...text.matchAll(inProse)].map((match) => {
    const [whole, weekday, day, month, year, numericDay, numericMonth, numericYear] = match;
    const written = year ?? numericYear;
    return {
      start: base + match.index,
      end: base + match.index + whole.length,
      day: Number(day ?? numericDay),
      month: month ? monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(numericMonth),
      ...(written ? { year: written.length === 2 ? 2000 + Number(written) : Number(written) } : {}),
      ...(weekday ? { weekday: weekdays.indexOf(weekday.slice(0, 3).toLowerCase()) } : {}),
    };
  });
}

function readTime(text: string): number | undefined {
  const match = time.exec(text);
  if (!match) return undefined;
  const half = (match[3] ?? match[5])?.toLowerCase();
  const hour = Number(match[1] ?? match[4]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return ((half === "pm" && hour < 12 ? hour + 12 : half === "am" && hour === 12 ? 0 : hour) * 60) + minute;
}

function exists({ year, month, day }: { year: number; month: number; day: number }): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
