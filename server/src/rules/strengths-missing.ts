import { defineRule } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Note } from "../note/note.ts";
import { firstLine, isVisit } from "../note/outline.ts";
import { namesStrength, strengthsOf } from "../note/strengths.ts";

/** A visit in which nothing goes well (S14, S15): one quiet hint for the note. */
export const strengthsMissing = defineRule({
  id: "strengths-missing",
  severity: "hint",
  standards: ["S14", "S15"],
  summary: "A visit note names no strength of the child or the family",
  explain: "There is something that works in every family: a cuddle, a teacher who rings, a boy who can name every dinosaur. It is part of a fair picture, it is what safety is built on, and one day the child will read it. A sentence is enough.",
  leaves: ["any strength at all, in anybody's words: praise, progress, something enjoyed or learnt, warmth, a friend, a clean and warm home", "anything under “What is working well”", "notes that are no visit"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was in his room. We talked about the fight on Monday. Mum was on the phone.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was in his room. We talked about the fight on Monday. He showed me the certificate he got for swimming.\n",
  *check(note) {
    if (!isVisit(note) || namesStrength(note) || hasHardlyBegun(note)) return;
    yield { span: firstLine(note), message: "This note names nothing that works well for the child or the family. If there was something, however small, put it in: what they did, said, enjoyed or managed." };
  },
  *asks(note) {
    if (isVisit(note) && !hasHardlyBegun(note)) yield { met: strengthsOf(note).map(({ sentence }) => sentence) };
  },
});

/** A note of fewer sentences has hardly begun. */
const fewest = 3;
const hasHardlyBegun = (note: Note): boolean => counts(note).reduce((sum, { found }) => sum + found, 0) < fewest;
const counts = bySection((part) => part.sentences.length);
