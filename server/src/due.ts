import { Temporal } from "temporal-polyfill";
import { standardsFor } from "./engine/standards-for.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import type { Note } from "./note/note.ts";
import { isVisit } from "./note/outline.ts";
import { visitingOf } from "./note/visiting.ts";
import { visitIn } from "./note/when.ts";
import { asDay } from "./standards/calendar.ts";
import { nextVisit, type NextVisit } from "./standards/next-visit.ts";

/** When the next visit is due after a note, for the status and under the standards that hold for it. The command line and the editor both ask here. */
export function dueAfterNote(note: Note, settings: Settings = defaultSettings): NextVisit | undefined {
  const { profile, chosen } = standardsFor(note.details, settings);
  // By whose standard is not known, so nothing is said.
  if (settings.withoutOwnProfile && !chosen) return undefined;
  const visited = visitIn(note)?.date;
  const { last: before, ...visiting } = visitingOf(note);
  const last = countsAsVisit(note) ? visited : before;
  // Dates that contradict each other are another finding's; nothing is counted from them.
  const [earlier, later] = [before && asDay(before), visited && asDay(visited)];
  if (earlier && later && Temporal.PlainDate.compare(earlier, later) > 0) return undefined;
  const seen = [...visiting.seen, ...(before ? [before] : []), ...(isVisit(note) && visited ? [visited] : [])];
  const next = nextVisit(profile, { ...visiting, ...(last ? { last } : {}), seen }, visited ?? last);
  const notCounted = note.kind === "no access" ? "nobody was seen" : isVisit(note) && !countsAsVisit(note) ? "no statutory visit" : undefined;
  return next && { ...next, ...(notCounted ? { notCounted } : {}) };
}

/** A visit to the child from which the next one is counted: no direct work between two statutory ones, where the note says when the last of those was. */
const countsAsVisit = (note: Note): boolean => note.kind === "statutory visit" || (isVisit(note) && !(note.details.some(({ key, value }) => key === "type" && /\bdirect work\b/i.test(value)) && visitingOf(note).last !== undefined));
