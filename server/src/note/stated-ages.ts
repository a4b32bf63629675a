import type { Span } from "../text/span.ts";
import { ageOn } from "./age.ts";
import { dayNumber, type CalendarDate } from "./calendar.ts";

/** A date of birth that the note gives, and where. */
export interface BirthDate extends Span {
  readonly born: CalendarDate;
}

/** An age that the note gives, and where. */
export interface StatedAge extends Span {
  readonly count: number;
  readonly unit: "years" | "months" | "weeks" | "days";
  /** "nearly 9": the birthday is to come. */
  readonly nearly: boolean;
}

/** Somebody of whom the note gives a date of birth, an age, or both. */
export interface Born {
  readonly name: string;
  /** Not born yet when the note was written: a date is the day that the baby is due. */
  readonly unborn: boolean;
  readonly births: readonly BirthDate[];
  readonly ages: readonly StatedAge[];
}

/** The same, while the note is still being read. */
export interface Entry {
  name: string;
  unborn: boolean;
  births: BirthDate[];
  ages: StatedAge[];
}

export const blankEntry = (name: string): Entry => ({ name, unborn: false, births: [], ages: [] });

/** Words for a birth that is to come. */
export const due = /\b(?:due|edd|expected|unborn|bump)\b/i;
/** Words before a date of birth, as a pattern. */
export const bornWords = String.raw`(?:d\.?\s?o\.?\s?b\.?|date of birth|born(?: on)?|b\.)`;
/** Words for what an age is counted in, as a pattern. */
export const unit = String.raw`(years?|yrs?|months?|mths?|mos?|weeks?|wks?|days?|y\/?o)`;

/** Whether an age can be that of somebody born then, on a day; a little is allowed for months and weeks, which people round. */
export function ageFits({ count, unit: of, nearly }: StatedAge, born: CalendarDate, day: CalendarDate): boolean {
  const age = ageOn(day, born);
  if (!age) return false;
  const days = dayNumber(day) - dayNumber(born);
  if (of === "days") return days <= 62;
  if (of === "weeks") return Math.abs(days / 7 - count) < 2;
  if (of === "months") return Math.abs(age.months! - count) <= 1;
  // Born on 29 February: some keep the day before, some the day after.
  const other = born.month === 2 && born.day === 29 ? ageOn(day, { ...born, day: 28 })!.years : age.years;
  return [age.years, other, ...(nearly ? [age.years + 1] : [])].includes(count);
}
