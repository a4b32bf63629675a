import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "../note/dates.ts";
import { asDay, deadline, earlier, type Deadline } from "./calendar.ts";
import type { Length } from "./length.ts";
import type { Moment, Profile, VisitRow } from "./profile.ts";
import { namesOne, statusNow } from "./status.ts";

/** What a note tells of how a child is visited. */
export interface Visiting {
  /** The child's status, in the note's words. */
  readonly status: string;
  /** Ages in whole years of the children whose age is known. */
  readonly ages: readonly number[];
  /** The visit before; undefined where the note does not tell. */
  readonly last?: CalendarDate;
  /** The note says that nobody visited before. */
  readonly isFirst: boolean;
  /** A day that the details give. */
  readonly moment: (name: Moment) => CalendarDate | undefined;
  /** How often the child's own plan asks for. */
  readonly agreed?: Length;
  /** Days of a placement in short breaks. */
  readonly stays: readonly CalendarDate[];
  /** Every other day on which the child was seen, where the note lists them. */
  readonly seen: readonly CalendarDate[];
}

/** By when a child is to be visited at the latest, and why. */
export interface Due {
  readonly row: VisitRow;
  readonly by: Deadline;
  /** From when it is counted: the visit before, or the start of the placement or plan. */
  readonly from: CalendarDate;
  readonly within: Length;
  /** The start is what it is counted from: this is the first visit, or an early one, with its number from 1. */
  readonly first?: number;
  /** The child's own plan asks for it, more often than the standard. */
  readonly agreed?: true;
}

/** The row of a profile's table that a child's status falls under: the first that fits, and of which the note gives what it is counted from. */
export function rowFor(profile: Profile, { status, ages, agreed, moment }: Pick<Visiting, "status" | "ages" | "agreed" | "moment">): VisitRow | undefined {
  const words = statusNow(status);
  if (!words.trim()) return undefined;
  return profile.visits.find((row) => row.status.every((names) => namesOne(words, names)) && (row.underAge === undefined || ages.some((age) => age < row.underAge!)) && (!row.start || row.every !== undefined || row.seen !== undefined || agreed !== undefined || moment(row.start) !== undefined));
}

/** When the next visit is due after the one before (`last` of what is told). Undefined where the note does not tell enough, or the row gives no number. */
export function dueAfter(row: VisitRow, visiting: Visiting, profile: Pick<Profile, "workingDays">): Due | undefined {
  const start = row.start && visiting.moment(row.start);
  const count = (from: CalendarDate, within: Length): Deadline | undefined => deadline(from, within, profile.workingDays, visiting.stays);
  if (start) {
    const made = visitsMade(row, start, visiting, count);
    const within = made === undefined ? undefined : row.first[made];
    const by = within && count(start, within);
    // A start that is still to come does not put off what is due after the visit before.
    const sooner = visiting.last && made === 0 ? afterLast(row, start, visiting, count) : undefined;
    if (by) return sooner && earlier(sooner.by, by) === sooner.by ? sooner : { row, by, from: start, within, first: made! + 1 };
    if (made !== undefined && made < row.first.length) return undefined;
  }
  return afterLast(row, start, visiting, count);
}

/** When the next visit is due, counted from the visit before. */
function afterLast(row: VisitRow, start: CalendarDate | undefined, visiting: Visiting, count: (from: CalendarDate, within: Length) => Deadline | undefined): Due | undefined {
  const { last, agreed } = visiting;
  if (!last) return undefined;
  const within = atFirst(row, start, last, visiting, count) ?? row.every;
  const by = within && count(last, within);
  const sooner = agreed && count(last, agreed);
  if (sooner && (!by || earlier(sooner, by) !== by)) return { row, by: sooner, from: last, within: agreed, agreed: true };
  return by && { row, by, from: last, within: within! };
}

/** How many of the first visits were made, as far as the visit before can tell; undefined where it cannot. */
function visitsMade(row: VisitRow, start: CalendarDate, { last, isFirst }: Visiting, count: (from: CalendarDate, within: Length) => Deadline | undefined): number | undefined {
  if (!last) return isFirst ? 0 : undefined;
  const day = asDay(last);
  const begin = asDay(start);
  if (!day || !begin) return undefined;
  if (Temporal.PlainDate.compare(day, begin) < 0) return 0;
  let made = 1;
  for (const within of row.first.slice(0, -1)) {
    // Placement days that nobody listed are at the least as many days of the calendar.
    const end = count(start, within)?.day ?? ("count" in within ? begin.add({ days: within.count - 1 }) : undefined);
    if (!end) return undefined;
    if (Temporal.PlainDate.compare(day, end) <= 0) break;
    made += 1;
  }
  return made;
}

/** The shorter time between visits that still holds: the next visit by it falls before the time to begin with is over. */
function atFirst(row: VisitRow, start: CalendarDate | undefined, last: CalendarDate, { moment }: Visiting, count: (from: CalendarDate, within: Length) => Deadline | undefined): Length | undefined {
  for (const { every, until } of row.atFirst) {
    const end = typeof until === "string" ? moment(until) && asDay(moment(until)!) : start && count(start, until)?.day;
    const next = count(last, every)?.day;
    if (end && next && Temporal.PlainDate.compare(next, end) <= 0) return every;
  }
  return undefined;
}

/** The month or the year of a day: its first day, and the first of the next. */
function periodOf(day: Temporal.PlainDate, unit: "month" | "year"): { readonly from: Temporal.PlainDate; readonly next: Temporal.PlainDate } {
  const from = unit === "month" ? day.with({ day: 1 }) : day.with({ day: 1, month: 1 });
  return { from, next: from.add({ [`${unit}s`]: 1 }) };
}

/** On how many days of a month or a year a child was seen. */
const timesWithin = (days: readonly Temporal.PlainDate[], { from, next }: ReturnType<typeof periodOf>): number => new Set(days.filter((day) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, next) < 0).map(String)).size;

const asDays = (dates: readonly CalendarDate[]): Temporal.PlainDate[] => dates.map(asDay).filter((day) => day !== undefined);

/** Whole months or years in which a child was seen too seldom. */
export interface SeenTooSeldom {
  /** "May 2025", "2025", with how often. */
  readonly periods: readonly { readonly when: string; readonly times: number }[];
}

/**
 * Whole months or years in which the child was seen less often than the row asks: those that began after the first day that the note lists, and are
 * over on the day of the visit. Nothing is said of times further back than a year, or two where years are counted; nor where the note lists no days.
 */
export function seenTooSeldom(row: VisitRow, { seen, last }: Visiting, visited: CalendarDate): SeenTooSeldom | undefined {
  const end = asDay(visited);
  if (!row.seen || !seen.length || !end) return undefined;
  const { in: unit, times } = row.seen;
  const back = end.subtract(unit === "month" ? { years: 1 } : { years: 2 });
  const days = asDays([...seen, ...(last ? [last] : []), visited]).filter((day) => Temporal.PlainDate.compare(day, end) <= 0).sort(Temporal.PlainDate.compare);
  const first = days.find((day) => Temporal.PlainDate.compare(day, back) >= 0);
  if (!first) return undefined;
  const periods: { when: string; times: number }[] = [];
  for (let period = periodOf(periodOf(first, unit).next, unit); Temporal.PlainDate.compare(period.next, end) <= 0; period = periodOf(period.next, unit)) {
    const within = timesWithin(days, period);
    if (within < times) periods.push({ when: period.from.toLocaleString("en-GB", unit === "month" ? { month: "long", year: "numeric" } : { year: "numeric" }), times: within });
  }
  return periods.length ? { periods } : undefined;
}

/** By when, and how many times, a child is still to be seen in the month or year of a day, so that they are seen as often as the row asks; undefined where they were already. */
export function seeAgain(row: VisitRow, seen: readonly CalendarDate[], on: CalendarDate): { readonly by: Temporal.PlainDate; readonly times: number } | undefined {
  const day = asDay(on);
  if (!row.seen || !day) return undefined;
  const period = periodOf(day, row.seen.in);
  const times = row.seen.times - timesWithin(asDays(seen), period);
  return times > 0 ? { by: period.next.subtract({ days: 1 }), times } : undefined;
}
