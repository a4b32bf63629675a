import { standardsFor } from "../engine/standards-for.ts";
import type { Settings } from "../engine/settings.ts";
import type { Note } from "../note/note.ts";
import { detailsHere } from "./details.ts";
import { ruleIdsHere } from "./directives.ts";
import { headingsHere } from "./headings.ts";
import { peopleHere } from "./people.ts";
import type { Place, Proposal } from "./proposal.ts";
import { statementsHere } from "./statements.ts";

export type { Proposal } from "./proposal.ts";

/**
 * What the writer may put at a place in a note (`offset` in UTF-16 units), the likeliest first. Nothing is offered in anybody's words, and of comments
 * only in the one that names rules.
 */
export function proposalsAt(note: Note, settings: Settings, ruleIds: readonly string[], offset: number): Proposal[] {
  const place = placeIn(note, settings, offset);
  const comment = commentAround(place);
  if (comment !== undefined) return ruleIdsHere(place, comment, ruleIds);
  if (inWords(place)) return [];
  const details = detailsHere(place);
  if (details.only) return [...details.proposals];
  const people = peopleHere(place);
  if (people.length) return people;
  // An empty note begins with its details; statements are for one that has begun.
  if (!note.details.length && !note.sections.some(({ heading }) => heading)) return [...details.proposals, ...headingsHere(place)];
  return [...headingsHere(place), ...details.proposals, ...statementsHere(place)];
}

function placeIn(note: Note, settings: Settings, at: number): Place {
  const offset = Math.max(0, Math.min(at, note.text.length));
  const start = Math.max(note.text.lastIndexOf("\n", offset - 1), note.text.lastIndexOf("\r", offset - 1)) + 1;
  const length = note.text.slice(offset).search(/[\r\n]/);
  const end = length < 0 ? note.text.length : offset + length;
  const from = start === 0 && note.text.startsWith("\uFEFF") ? Math.min(1, offset) : start;
  return { note, settings, profile: standardsFor(note.details, settings).profile, offset, line: { start: from, end }, before: note.text.slice(from, offset), behind: note.text.slice(offset, end) };
}

/** The comment in which the cursor stands, from its beginning to the cursor. */
function commentAround({ note: { text }, offset }: Place): string | undefined {
  const open = text.lastIndexOf("<!--", offset - 1);
  if (open < 0 || open + 4 > offset) return undefined;
  const inside = text.slice(open + 4, offset);
  return inside.includes("-->") ? undefined : inside;
}

/** Words that somebody said, a child or anybody else, or of whom nobody knows who said them; those that are not closed go to their paragraph's end. */
const inWords = ({ note, offset }: Place): boolean => note.quotations.some(({ start, end, closed, form }) => offset > start && (offset < end || ((!closed || form !== "marks") && /^[ \t]*$/.test(note.text.slice(end, offset)))));
