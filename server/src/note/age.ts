import type { CalendarDate } from "./dates.ts";

/** An age in whole years and, under two, in months as far as known. */
export interface Age {
  readonly years: number;
  readonly months?: number;
}

const units = /(\d{1,2})\s*(?:-|\s)?\s*(years?|yrs?|y\/?o|months?|mths?|mo|weeks?|wks?|days?)?\b/i;

/** Reads "9", "10 months", "aged 4", "2 yrs" as an age. Undefined where the text holds no number that can be one. */
export function readAge(text: string): Age | undefined {
  const match = units.exec(text);
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = (match[2] ?? "years").toLowerCase();
  if (unit.startsWith("m")) return { years: Math.floor(count / 12), months: count };
  if (unit.startsWith("w")) return { years: Math.floor(count / 52), months: Math.floor(count / 4.35) };
  if (unit.startsWith("d")) return { years: 0, months: 0 };
  return count <= 25 ? { years: count } : undefined;
}

/** The age on a day of somebody born on another: whole years and months. A child born on 29 February turns a year older on 1 March. */
export function ageOn(day: CalendarDate, born: CalendarDate): Age | undefined {
  if (!day.valid || !born.valid) return undefined;
  const months = (day.year - born.year) * 12 + (day.month - born.month) - (day.day < born.day ? 1 : 0);
  return months < 0 ? undefined : { years: Math.floor(months / 12), months };
}
