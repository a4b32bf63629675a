import { daysBetween } from "./calendar.ts";
import { readDate, type CalendarDate } from "./dates.ts";
import type { Detail, Note } from "./note.ts";
import { once } from "./once.ts";
import type { Span } from "../text/span.ts";

/** The detail of a key ("recorded", "lastVisit") that says something; the first, where there are several. */
export const detailOf = (note: Pick<Note, "details">, key: string): Detail | undefined => note.details.find((detail) => detail.key === key && detail.value.trim() !== "");

/** The day, and the minute where it is given, that the value of a detail names: "Thurs 3 April 2025, 4.30pm". */
export const momentOf = (value: string): CalendarDate | undefined => readDate(value);

const momentIn = (key: string) =>
  once((note): CalendarDate | undefined => {
    for (const detail of note.details) {
      const moment = detail.key === key ? momentOf(detail.value) : undefined;
      if (moment) return moment;
    }
    return undefined;
  });

/** When the note says that it was recorded; undefined where it does not say. Never a file's time. */
export const recordedOn = momentIn("recorded");

/** When the note says that the visit before this one was. */
export const lastVisitOn = momentIn("lastVisit");

/** A day that the note names, and where. */
export interface DayInNote extends Span {
  readonly date: CalendarDate;
}

/** What stands above the details, without comments: a heading, as a rule. */
export const titleOf = (note: Note): string => note.text.slice(0, note.detailsSpan.start).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/[#*]/g, " ");

/** The day of the visit, call or meeting: from the details, or else from an opening line such as "Home visit 12/6/25 4.30pm". */
export const visitIn = once((note): DayInNote | undefined => {
  const detail = note.details.find(({ key, value }) => key === "visited" && readDate(value));
  if (detail) return { ...detail.span, date: momentOf(detail.value)! };
  for (let line = 0, said = 0; line < note.lines.count && said < 3; line += 1) {
    const { start, end } = note.lines.lineSpan(line);
    const text = (start < note.detailsSpan.start ? titleOf(note) : note.prose).slice(start, end);
    if (!text.trim() || (start < note.detailsSpan.end && end > note.detailsSpan.start)) continue;
    said += 1;
    const date = /\b(?:visit|note|call|contact|meeting|session|seen|saw|core group|review|conference|record|observation)\b/i.test(text) && text.trim().length <= 140 && !/\b(?:next|last|previous|since|due|born|dob)\b/i.test(text) ? momentOf(text.trim().slice(0, 70)) : undefined;
    if (date) return { start: start + text.search(/\S/), end: start + text.trimEnd().length, date };
  }
  return undefined;
});

/** The day by which a note's other dates are read: that of the visit, or else of its recording. */
export const dayOf = once((note): CalendarDate | undefined => [visitIn(note)?.date, recordedOn(note)].find((date) => date?.valid));

/** The last day of which the note can tell: the day it was recorded or, where it does not say, that of the visit. */
export const writtenOn = once((note): CalendarDate | undefined => {
  const [visited, recorded] = [visitIn(note)?.date, recordedOn(note)];
  if (!recorded?.valid) return visited?.valid ? visited : undefined;
  return visited?.valid && daysBetween(recorded, visited) > 0 ? visited : recorded;
});
