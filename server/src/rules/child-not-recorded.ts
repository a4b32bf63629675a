import { defineRule } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Child } from "../note/note.ts";
import { firstLine, isVisit } from "../note/outline.ts";

/** Several children, and one of them has no sentence of their own (P34). */
export const childNotRecorded = defineRule({
  id: "child-not-recorded",
  severity: "warning",
  standards: ["P34"],
  summary: "A child of the details is never spoken of in the note",
  explain: "When brothers and sisters are seen together, it is easy for one of them to slip out of the note. The record is each child's own: it should say of each whether they were seen, and what of.",
  leaves: ["children who are named with a word of their own, in whichever sentence", "notes about one child, and notes that are no visit"],
  poor: "Children: Kai (9), Mya (6)\nType of visit: Statutory visit\n\nI saw Kai alone in the garden. He said “I got a star”.\n",
  better: "Children: Kai (9), Mya (6)\nType of visit: Statutory visit\n\nI saw Kai alone in the garden. He said “I got a star”. Mya was at her nan's and I did not see her.\n",
  *check(note) {
    if (!isVisit(note) || note.children.length < 2) return;
    for (const child of note.children) {
      if (child.unborn || note.sections.some((section) => section.child === child) || toldOf(note).some(({ found }) => found.has(child))) continue;
      yield { span: firstLine(note), subject: child.name, message: `${child.name} stands in the details, and nothing in the note is about ${child.name}. Say whether they were seen, and what of.` };
    }
  },
});

/** The children of whom a section tells: in words of theirs, by name, or as "he" and "both girls". */
const toldOf = bySection((part): ReadonlySet<Child> => new Set([
  ...part.quotations.flatMap(({ child }) => (child ? [child] : [])),
  ...part.sentences.flatMap(({ mentions, about }) => [...part.children.filter(({ person }) => person === about), ...mentions.flatMap(({ children, how }) => (how === "name" || children.length === 1 || how === "group" ? children : []))]),
]));
