import { Temporal } from "temporal-polyfill";
import type { CalendarDate } from "../note/dates.ts";
import { dayInWords, momentInWords, type Deadline } from "./calendar.ts";
import { clausesOf } from "./clauses.ts";
import { inWords } from "./length.ts";
import type { Profile, VisitRow } from "./profile.ts";
import { dueAfter, rowFor, seeAgain, type Due, type Visiting } from "./visits.ts";

/** When the next visit is due, as far as a note and a profile tell. */
export interface NextVisit {
  readonly profile: Profile;
  readonly row: VisitRow;
  /** Left out where the standard gives no number, and the note says of no plan how often. */
  readonly due?: Due;
  /** Why this note's own day is not what it is counted from. */
  readonly notCounted?: "nobody was seen" | "no statutory visit";
  /** How many times more the child is to be seen by then, on visits of any kind. */
  readonly again?: { readonly by: Temporal.PlainDate; readonly times: number };
}

/** When the next visit is due after a day: `visiting.last` is the visit from which it is counted, `visiting.seen` every day on which the child was seen. Undefined where the child's status is not told, or the profile has no row for it. */
export function nextVisit(profile: Profile, visiting: Visiting, on: CalendarDate | undefined): NextVisit | undefined {
  const row = rowFor(profile, visiting);
  if (!row) return undefined;
  const due = dueAfter(row, visiting, profile);
  const again = on && seeAgain(row, visiting.seen, on);
  return { profile, row, ...(due ? { due } : {}), ...(again ? { again } : {}) };
}

/** One line: "Next visit by Tuesday 24 June 2025 at the latest". */
export function inOneLine({ row, due }: NextVisit): string {
  const counts = row.every !== undefined || row.first.length > 0 || row.atFirst.length > 0;
  if (!due) return counts ? "The note does not say enough to count when the next visit is due" : "How often a visit is due is set by the child's own plan";
  return `Next visit by ${momentInWords(due.by)} at the latest`;
}

/** Why, sentence by sentence: what it is counted from, what else the row asks, and that the plan may ask for more. */
export function why({ profile, row, due, again, notCounted }: NextVisit): string[] {
  const says = due && (due.agreed ? `The child's plan asks for a visit at least every ${inWords(due.within)}, as this note has it` : `For ${row.child}, ${profile.title} asks for a visit ${due.first ? ("count" in due.within ? `within ${inWords(due.within)} of the start` : inWords(due.within)) : `at least every ${inWords(due.within)}`}`);
  return [
    ...(due ? [`${says}: counted from ${onDay(due.from)}.`] : []),
    ...(due && notCounted ? [notCounted === "nobody was seen" ? "Nobody was seen this time, so it is counted from the visit before." : "This was no statutory visit, so it is counted from the one before."] : []),
    ...(again ? [`The child is to be seen at least ${row.seen!.times === 2 ? "twice" : `${row.seen!.times} times`} in every ${row.seen!.in}, so ${again.times === 1 ? "once more" : again.times === 2 ? "twice" : `${again.times} times`} by ${dayInWords(again.by)}, on a visit of any kind.`] : []),
    ...row.besides,
    "It is the least: the child's own plan may ask for more.",
  ];
}

/** The standard's own words, with their document. */
export function quoteOf({ profile, row }: NextVisit): string {
  const { document, date, quote } = clausesOf(profile).get(row.row)!;
  return `${document} (${date}) [${row.row}]: “${quote}”`;
}

const onDay = ({ year, month, day }: CalendarDate): string => dayInWords(Temporal.PlainDate.from({ year, month, day }));

/** A deadline as data: "2025-06-24", with the time where there is one. */
export const asData = ({ day, minutes }: Deadline): string => `${day.toString()}${minutes === undefined ? "" : `T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`}`;
