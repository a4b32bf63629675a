import { Temporal } from "temporal-polyfill";
import bankHolidays from "../../generated/bank-holidays.json" with { type: "json" };
import type { CalendarDate } from "../note/dates.ts";
import type { Length } from "./length.ts";

/** The last moment in time: a day in England, and the minute after its midnight where hours were counted from a minute. */
export interface Deadline {
  readonly day: Temporal.PlainDate;
  readonly minutes?: number;
}

/** Which days are no working days, besides Saturday and Sunday. */
export interface WorkingDays {
  /** False where bank holidays count as working days. */
  readonly bankHolidays?: boolean;
  /** Further days off, as 2026-12-24. */
  readonly closed?: readonly string[];
  /** Bank holidays that are worked. */
  readonly open?: readonly string[];
}

const england: ReadonlySet<string> = new Set(bankHolidays);

/** A day of the calendar as it can be counted with. Undefined for a day that does not exist. */
export const asDay = ({ year, month, day, valid }: CalendarDate): Temporal.PlainDate | undefined => (valid ? Temporal.PlainDate.from({ year, month, day }) : undefined);

/** True for Monday to Friday without England's bank holidays, unless a profile says otherwise. */
export function isWorkingDay(day: Temporal.PlainDate, { bankHolidays: counted = true, closed = [], open = [] }: WorkingDays = {}): boolean {
  if (day.dayOfWeek > 5) return false;
  const written = day.toString();
  if (closed.includes(written)) return false;
  return !counted || !england.has(written) || open.includes(written);
}

/** The day that is so many working days later; the day itself is day 0. */
export function addWorkingDays(from: Temporal.PlainDate, count: number, choice?: WorkingDays): Temporal.PlainDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day, choice)) left -= 1;
  }
  return day;
}

/** How many working days lie behind a day, up to another and with it. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, choice?: WorkingDays): number {
  let count = 0;
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) if (isWorkingDay(day, choice)) count += 1;
  return count;
}

/**
 * The last moment that lies within a length of time of another. Hours are those of the clock in England, over a change
 * of the clock too; from a day without a time they are counted as whole days, in favour of the note. Months end on
 * the same day, or on the last day of a month that is shorter. `stays` are the days of a placement in short breaks,
 * which alone count as placement days. Undefined where it cannot be counted.
 */
export function deadline(from: CalendarDate, length: Length, choice?: WorkingDays, stays: readonly CalendarDate[] = []): Deadline | undefined {
  const day = asDay(from);
  if (!day) return undefined;
  if (!("count" in length)) return length.unit === "the same day" ? { day } : { day: day.add({ days: 1 }), minutes: length.minutes };
  const { count, unit } = length;
  switch (unit) {
    case "hours": {
      if (from.minutes === undefined) return { day: day.add({ days: Math.ceil(count / 24) }) };
      const minutes = from.minutes + count * 60;
      const last = day.add({ days: Math.floor(minutes / minutesOfDay) });
      if (isBetweenChanges(day, last)) return { day: last, minutes: minutes % minutesOfDay };
      const end = day.toZonedDateTime({ timeZone: "Europe/London", plainTime: Temporal.PlainTime.from({ hour: Math.floor(from.minutes / 60), minute: from.minutes % 60 }) }).add({ hours: count });
      return { day: end.toPlainDate(), minutes: end.hour * 60 + end.minute };
    }
    case "working days":
      return { day: addWorkingDays(day, count, choice) };
    case "placement days": {
      const days = stays.map(asDay).filter((stay) => stay !== undefined).sort(Temporal.PlainDate.compare);
      return days.length < count ? undefined : { day: days[count - 1]! };
    }
    default:
      return { day: day.add({ [unit]: count }) };
  }
}

const minutesOfDay = 24 * 60;

/** The months in which the clock is changed in England, since 1972. */
const changes: ReadonlySet<number> = new Set([3, 10]);

/** True where the clock is surely not changed between two days: neither lies in such a month, and no month lies between them. */
const isBetweenChanges = (from: Temporal.PlainDate, to: Temporal.PlainDate): boolean => from.year >= 1972 && !changes.has(from.month) && !changes.has(to.month) && Temporal.PlainDate.compare(to, from.add({ days: 28 })) < 0;

/** True where a moment lies behind the last one in time. On the last day itself it is late only where both give the minute. */
export function isLate(last: Deadline, at: CalendarDate): boolean {
  const day = asDay(at);
  if (!day) return false;
  const order = Temporal.PlainDate.compare(day, last.day);
  return order > 0 || (order === 0 && last.minutes !== undefined && at.minutes !== undefined && at.minutes > last.minutes);
}

/** The earlier of two deadlines. */
export const earlier = (one: Deadline, other: Deadline): Deadline => (Temporal.PlainDate.compare(one.day, other.day) <= 0 ? one : other);

/** "Tuesday 3 June 2025". */
export const dayInWords = ({ dayOfWeek, day, month, year }: Temporal.PlainDate): string => `${weekdays[dayOfWeek - 1]} ${day} ${months[month - 1]} ${year}`;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "Tuesday 3 June 2025, 16:00", or the day alone. */
export const momentInWords = ({ day, minutes }: Deadline): string => `${dayInWords(day)}${minutes === undefined ? "" : `, ${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`}`;
