import { readDate, type CalendarDate } from "./dates.ts";
import type { Detail, Note } from "./note.ts";
import { once } from "./once.ts";

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
