import { Temporal } from "temporal-polyfill";
import { defineRule } from "../engine/rule.ts";
import type { Note } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";
import { visitingOf } from "../note/visiting.ts";
import { detailOf, visitIn, type DayInNote } from "../note/when.ts";
import { asDay, dayInWords, isLate, momentInWords, workingDaysBetween } from "../standards/calendar.ts";
import { inWords } from "../standards/length.ts";
import type { Profile, VisitRow } from "../standards/profile.ts";
import { dueAfter, rowFor, seenTooSeldom, type Due, type Visiting } from "../standards/visits.ts";

/** More time lies between the visit before and this one than the standard allows for the child's status (P65, G47, S41). */
export const visitOverdue = defineRule({
  id: "visit-overdue",
  severity: "warning",
  standards: ["P65", "G47", "G46", "S41"],
  summary: "More time lies between the last visit and this one than the standard allows",
  explain:
    "Each standard says how often a child is visited at the least, by the child's status: some in working days, some in weeks or months, some sooner after a placement begins. The days are counted from the details of the note: the status, the last visit, and this one. Nothing in the note needs to change; if there was a reason, say so, and agree with your manager when the child is seen next.\n\nAll of these are minimums. The child's plan may ask for more, and where the note says how often (“Visits agreed: every 2 weeks”), that counts.",
  leaves: ["notes whose status or last visit is not given", "a status for which the standard gives no number", "calls, meetings, letters and case notes", "what the standard leaves to the child's plan, unless the note says how often"],
  poor: "Child: Kai Morton (9)\nDate of visit: 12/03/2026\nLast visit: 12/02/2026\nType of visit: Statutory visit\nStatus: Child protection plan\n",
  better: "Child: Kai Morton (9)\nDate of visit: 05/03/2026\nLast visit: 12/02/2026\nType of visit: Statutory visit\nStatus: Child protection plan\n",
  *check(note, { profile }) {
    const told = toCount(note, profile);
    if (!told) return;
    const { visit, visiting, row } = told;
    const before = detailOf(note, "lastVisit");
    const standards = [row.row, ...row.clauses];
    const more = "It is the least: the child's own plan may ask for more.";
    const due = dueAfter(row, visiting, profile);
    if (due && isLate(due.by, visit.date))
      yield {
        span: { start: visit.start, end: visit.end },
        standards,
        message: `${counted(due, workingDaysBetween(asDay(due.from)!, asDay(visit.date)!, profile.workingDays))} ${due.agreed ? "That is" : `For ${row.child}, the standard asks for a visit`} ${due.first ? nthVisit(due) : `at least every ${inWords(due.within)}`}: by ${momentInWords(due.by)} at the latest. ${due.agreed ? "If there was a reason, please say so in the note." : more}`,
        related: before ? [{ span: before.span, message: "The visit before this one." }] : [],
      };
    const seldom = seenTooSeldom(row, visiting, visit.date);
    if (seldom)
      yield {
        span: detailOf(note, "alsoSeen")?.span ?? { start: visit.start, end: visit.end },
        standards,
        message: `As the details list it, the child was seen ${seldom.periods.map(({ when, times }) => `${times === 0 ? "on no day" : times === 1 ? "once" : `${times} times`} in ${when}`).join(", and ")}. For ${row.child}, the standard asks that the child is seen at least ${row.seen!.times === 2 ? "twice" : `${row.seen!.times} times`} in every ${row.seen!.in}, on visits of any kind. ${more}`,
      };
  },
  *asks(note, { profile }) {
    const told = toCount(note, profile);
    if (!told) return;
    const { visit, visiting, row } = told;
    const due = dueAfter(row, visiting, profile);
    const [before, day] = [visiting.last && asDay(visiting.last), asDay(visit.date)];
    // Nothing can be counted, or two dates are the wrong way round: a matter of another rule.
    if (!due || !day || (before && Temporal.PlainDate.compare(before, day) > 0)) return;
    const inTime = !isLate(due.by, visit.date) && !seenTooSeldom(row, visiting, visit.date);
    yield { title: `Visited in time: ${due.first ? nthVisit(due) : `at least every ${inWords(due.within)}`}`, met: inTime ? [...(detailOf(note, "lastVisit") ? [detailOf(note, "lastVisit")!.span] : []), { start: visit.start, end: visit.end }] : [], standards: [row.row, ...row.clauses] };
  },
});

/** The visit, what the note tells of visits, and the row of the profile's table that it is counted by. */
function toCount(note: Note, profile: Profile): { readonly visit: DayInNote; readonly visiting: Visiting; readonly row: VisitRow } | undefined {
  const visit = visitIn(note);
  if (!visit || !(isVisit(note) || note.kind === "no access")) return undefined;
  const visiting = visitingOf(note);
  const row = rowFor(profile, visiting);
  return row && { visit, visiting, row };
}

/** From when it was counted, in a sentence. */
function counted({ from, within, first, agreed }: Due, workingDays: number): string {
  const day = dayInWords(asDay(from)!);
  if (first) return `This is counted from ${day}, as the details give it.`;
  if (within.unit === "working days" && !agreed) return `The last visit in this note was on ${day}, ${workingDays} working days before this one.`;
  return agreed ? `The last visit in this note was on ${day}, and its details say how often visits were agreed.` : `The last visit in this note was on ${day}.`;
}

/** How soon the first visit is made, or the one behind it. */
const nthVisit = ({ within, first }: Due): string => `${"count" in within ? `within ${inWords(within)} of that` : inWords(within)}${first === 1 ? "" : " once more"}`;
