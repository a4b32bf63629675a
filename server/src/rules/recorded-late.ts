import { Temporal } from "temporal-polyfill";
import { defineRule } from "../engine/rule.ts";
import type { CalendarDate } from "../note/dates.ts";
import type { Note } from "../note/note.ts";
import { firstLine } from "../note/outline.ts";
import { dayGiven } from "../note/visiting.ts";
import { detailOf } from "../note/when.ts";
import { asDay, deadline, isLate, momentInWords, type Deadline } from "../standards/calendar.ts";
import { inWords } from "../standards/length.ts";
import type { Limit, Moment, Profile } from "../standards/profile.ts";
import { namesOne, statusNow } from "../standards/status.ts";

/** A time limit of the profile between two days of the details is passed: visit and recording above all (P64, P44, G11, G12). */
export const recordedLate = defineRule({
  id: "recorded-late",
  severity: "warning",
  standards: ["P64", "P44", "G11", "G12", "G31", "G33", "G45", "G49", "G50", "S23"],
  summary: "The note was recorded later than the standard allows",
  explain:
    "What is written soon after a visit is what happened; what is written a week later is what is remembered. Each standard gives its own time: hours after any visit in one, a working day after a significant event in another. Working days know England's bank holidays, and hours the change of the clock.\n\nNothing in the note needs to change, least of all its dates. If there was a reason, say so in a sentence.",
  leaves: ["notes that do not say when they were recorded: the time of the file is never used", "two dates without times that lie no more than two days apart, where the limit is 48 hours", "standards that give no time limit"],
  poor: "Child: Kai Morton (9)\nDate of visit: Friday 30 May 2025, 16:00\nRecorded: Monday 2 June 2025, 09:00\nType of visit: Statutory visit\n",
  better: "Child: Kai Morton (9)\nDate of visit: Friday 30 May 2025, 16:00\nRecorded: Saturday 31 May 2025, 10:00\nType of visit: Statutory visit\n",
  *check(note, { profile }) {
    for (const { limit, last, to } of counted(note, profile)) {
      if (!isLate(last, to)) continue;
      const start = detailOf(note, limit.from);
      yield {
        span: detailOf(note, limit.to)?.span ?? firstLine(note),
        standards: limit.clauses,
        message: `The standard asks that ${limit.of} ${asked(limit)}: here, by ${momentInWords(last)} at the latest. If there was a reason for the delay, please say so in the note.`,
        related: start ? [{ span: start.span, message: "The time is counted from here." }] : [],
      };
    }
  },
  *asks(note, { profile }) {
    for (const { limit, from, to } of counted(note, profile)) {
      const [begin, end] = [asDay(from), asDay(to)];
      // What ended before it began is a wrong date, and a matter of another rule.
      if (!begin || !end || Temporal.PlainDate.compare(end, begin) < 0) continue;
      const title = `${limit.of} ${asked(limit)}`;
      const place = detailOf(note, limit.to)?.span;
      yield { about: `${limit.from}-${limit.to}`, title: title.charAt(0).toUpperCase() + title.slice(1), met: place && surelyInTime(limit, from, to, profile) ? [place] : [], standards: limit.clauses };
    }
  },
});

/** The limits that the details give both days for. */
const counted = (note: Note, profile: Profile): { readonly limit: Limit; readonly from: CalendarDate; readonly last: Deadline; readonly to: CalendarDate }[] =>
  limitsFor(note, profile).flatMap((limit) => {
    const from = dayGiven(note, limit.from);
    const to = dayGiven(note, limit.to);
    const last = from && lastMoment(note, limit, from, profile);
    return from && last && to ? [{ limit, from, last, to }] : [];
  });

/** By the details that a note has, what was counted for their limits: a key press in the text below changes none. */
const reckoned = new WeakMap<Note["details"], Map<Limit, { readonly from: CalendarDate; readonly profile: Profile; readonly last: Deadline | undefined }>>();

function lastMoment({ details }: Note, limit: Limit, from: CalendarDate, profile: Profile): Deadline | undefined {
  let known = reckoned.get(details);
  if (!known) reckoned.set(details, (known = new Map()));
  const before = known.get(limit);
  if (before?.profile === profile && isSame(before.from, from)) return before.last;
  const last = deadline(from, limit.within, profile.workingDays);
  known.set(limit, { from, profile, last });
  return last;
}

const isSame = (one: CalendarDate, other: CalendarDate): boolean => one.year === other.year && one.month === other.month && one.day === other.day && one.minutes === other.minutes && one.valid === other.valid;

/** In time whatever the hours were, where a day is given without one. */
function surelyInTime({ within }: Limit, from: CalendarDate, to: CalendarDate, profile: Profile): boolean {
  const first = deadline({ ...from, minutes: from.minutes ?? 0 }, within, profile.workingDays);
  return first !== undefined && !isLate(first, { ...to, minutes: to.minutes ?? 24 * 60 - 1 });
}

/** What the standard asks for: "is recorded within 48 hours". */
const asked = ({ to, within }: Limit): string => `${done[to] ?? "is dealt with"} ${"count" in within ? `within ${inWords(within)}` : within.unit === "the same day" ? "the same day" : `by ${inWords(within)}`}`;

/** What is to have happened by then. */
const done: Partial<Readonly<Record<Moment, string>>> = { recorded: "is recorded", decided: "is made", updated: "is put into the plan", ended: "is completed", strategy: "is held", visited: "is given again" };

/** The profile's limits for such a note: of several between the same two days, the first. */
function limitsFor(note: Note, profile: Profile): Limit[] {
  const type = statusNow(note.details.filter(({ key }) => key === "type").map(({ value }) => value).join("; "));
  const fitting = profile.limits.filter(({ kinds, types }) => (!kinds || kinds.includes(note.kind)) && (!types || namesOne(type, types)));
  return fitting.filter((limit, index) => fitting.findIndex(({ from, to }) => from === limit.from && to === limit.to) === index);
}
