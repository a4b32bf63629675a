import type { Fix } from "../engine/finding.ts";
import { toReflections } from "../engine/reflections.ts";
import { defineRule, fix } from "../engine/rule.ts";
import { standsAsRead } from "../engine/wording.ts";
import type { Note, Section } from "../note/note.ts";
import { opinionsIn, type Opinion } from "../note/opinions.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";

/** A state of mind, a diagnosis, a motive or an intention given as fact, outside the reflections (P35, G20, G57). */
export const opinionAsFact = defineRule({
  id: "opinion-as-fact",
  severity: "information",
  standards: ["P35", "G20", "G57"],
  summary: "What nobody can see, given as a fact",
  explain: "We can see that somebody cried; we cannot see why, or what they think, or what they have. Say what you saw or heard, or who told you. Your own view matters too: it has its place in the reflections, where “I think” or “my view is” shows whose it is.",
  leaves: ["a view that is owned: “I think”, “my view is”, “it seemed to me”", "what the child or somebody named told", "what there was to see: “he was crying”", "the reflections"],
  poor: "Kai is traumatised and Mum clearly does not care.\n",
  better: "Kai told me that he wakes every night. Mum did not look up when he came in.\n",
  *check(note) {
    for (const { at, section, found } of opinionsIn(note))
      for (const opinion of found) yield { span: moved(opinion, at), message: messageOf(opinion), fixes: opinion.mild ? [] : moves(note, section, moved(opinion.sentence, at)), ...(opinion.mild ? { severity: "hint" as const, from: "everything" as const } : {}) };
  },
});

/** Takes the whole sentence, as it stands, to the reflections; the engine refuses where a child's words stand in it. */
function moves(note: Note, section: Section, { start, end }: Span): Fix[] {
  const block = section.blocks.find(({ span }) => span.start <= start && end <= span.end);
  const words = note.text.slice(start, end);
  // Half of a mark (**…) must not go alone; a list keeps its items.
  if (block?.kind !== "paragraph" || !standsAsRead(note, { start: Math.max(0, start - 1), end: end + 1 })) return [];
  const first = start <= block.span.start;
  const behind = (first && end >= block.span.end ? /^[^\S\n]*(?:\r?\n)*/ : first ? /^[ \t]*/ : /^/).exec(note.text.slice(end))![0].length;
  const gone = { start: !first && /[ \t]/.test(note.text[start - 1]!) ? start - 1 : start, end: end + behind };
  const edits = toReflections(note, section, gone, "", words);
  return edits ? [fix("Move this sentence to the reflections", edits)] : [];
}

const asks = {
  certainty: "This is said as if it were certain. Say what you saw or heard that makes you think so, or put it in the reflections as your view",
  mind: "Nobody can see what somebody thinks or feels. Say what you saw or heard, or who told you, or put it in the reflections as your view",
  diagnosis: "This reads like a diagnosis. Say who made it and when, or what you saw",
  motive: "This gives a reason that nobody can see. Say what was done and said, or put it in the reflections as your view",
  feeling: "What did you see or hear that told you?",
  worth: "This is an evaluation. What did you see?",
} as const;

const messageOf = ({ hits }: Opinion): string => {
  const { entry } = hits.find((hit) => !hit.entry.soft) ?? hits[0]!;
  return `${asks[entry.kind]}${entry.say ? `: ${entry.say}` : ""}.`.replace("?.", "?");
};
