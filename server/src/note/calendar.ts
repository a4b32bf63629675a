/** A day in the calendar, and the time where the text gives one. Days that do not exist are kept as written, with `valid: false`. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly valid: boolean;
  /** Minutes after midnight, by the clock on the wall. */
  readonly minutes?: number;
}

/** A year in which something in a child's record can be: any other is a slip of the keys. */
export const isLikelyYear = (year: number): boolean => year >= 1900 && year < 2200;

/** The day of a year, marked where there is no such day, or the year cannot be meant. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  if (!isLikelyYear(year)) return { year, month, day, valid: false };
  const date = new Date(Date.UTC(year, month - 1, day));
  return { year, month, day, valid: date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day };
}

/** The number of a day, counted on from one to the next. */
export const dayNumber = ({ year, month, day }: CalendarDate): number => Math.round(Date.UTC(year, month - 1, day) / 86_400_000);

/** How many days it is from one day to another: negative where the second comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from);

/** The day of the week: 0 for Sunday. */
export const weekdayOf = (date: CalendarDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The names of the days, Sunday first, as `weekdayOf` counts them. */
export const weekdayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** True where some year has such a day: the 29th of February, and no 31st of June. */
export const isDayOfYear = (month: number, day: number): boolean => calendarDate(2024, month, day).valid;
