import { readFrequency } from "../standards/length.ts";
import type { Moment } from "../standards/profile.ts";
import type { Visiting } from "../standards/visits.ts";
import { findDates, readDate, type CalendarDate } from "./dates.ts";
import type { Detail, Note } from "./note.ts";
import { once } from "./once.ts";
import { detailOf, lastVisitOn, momentOf, visitIn } from "./when.ts";

/** Details other than the status that say where and under which order a child lives. */
const circumstances = /^(?:placement|placement type|type of placement|legal order|order|living arrangements)$/i;

/** The child's status in the note's own words: its details, put one behind the other. */
export const statusOf = once((note): string => note.details.filter(({ key, written }) => key === "status" || (key === "other" && circumstances.test(written.trim()))).map(({ value }) => value).join("; "));

/** The day that a detail gives for a moment. */
export const dayGiven = (note: Note, name: Moment): CalendarDate | undefined => (name === "visited" ? visitIn(note)?.date : detailsOf(note, name).map(({ value }) => momentOf(value)).find((date) => date !== undefined));

/** What a note tells of how a child is visited. */
export const visitingOf = once((note): Visiting => {
  const last = lastVisitOn(note);
  const agreed = readFrequency(detailOf(note, "frequency")?.value ?? "");
  const listed = (key: string): CalendarDate[] => detailsOf(note, key).flatMap(({ value }) => daysIn(value, visitIn(note)?.date));
  return {
    status: statusOf(note),
    ages: note.children.flatMap(({ age }) => (age ? [age.years] : [])),
    ...(last ? { last } : {}),
    isFirst: saysFirst(note),
    moment: (name) => dayGiven(note, name),
    ...(agreed ? { agreed } : {}),
    stays: listed("stays"),
    seen: listed("alsoSeen"),
  };
});

const detailsOf = (note: Note, key: string): readonly Detail[] => note.details.filter((detail) => detail.key === key);

/** "Initial visit", "First visit", "Last visit: none". */
const saysFirst = (note: Note): boolean => note.details.some(({ key, value }) => (key === "type" && /\b(?:initial|first)\b/i.test(value)) || (key === "lastVisit" && /^\W*(?:none|n\/?a|first visit|no previous visits?|not applicable|this is the first(?: visit)?)\W*$/i.test(value)));

/** Every day in a list of days; one without a year is of the year of the visit. */
function daysIn(list: string, visited: CalendarDate | undefined): CalendarDate[] {
  return findDates(list).flatMap(({ day, month, year }) => {
    const whole = year ?? visited?.year;
    const date = whole === undefined ? undefined : readDate(`${day}/${month}/${whole}`);
    return date?.valid ? [date] : [];
  });
}
