import { defineRule, fix, insert } from "../engine/rule.ts";
import { isVisit, lineEnding } from "../note/outline.ts";
import type { Note, Section } from "../note/note.ts";
import { unwrittenSections } from "../note/unwritten.ts";
import { promptComments } from "../standards/prompts.ts";
import { cover } from "../text/span.ts";

/** A visit heading with nothing of the writer's own under it (P02 to P21). */
export const visitSectionEmpty = defineRule({
  id: "visit-section-empty",
  severity: "warning",
  standards: ["P02", "P05", "P13", "P18", "P21"],
  summary: "A visit heading has nothing under it, a placeholder, or the standard's questions pasted back",
  explain: "Under this heading there is nothing yet that is about this child and this visit. The child who reads the file at 18 will look here. One true sentence is enough; if there is nothing to record, say why.",
  leaves: ["a section with one real sentence", "a section whose text stands under headings of its own"],
  poor: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## What is your view about what is happening for you?\n\nTBC\n",
  better: "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n## What is your view about what is happening for you?\n\nKai said “it is better now”.\n",
  *check(note, { profile }) {
    if (!isVisit(note)) return;
    for (const { section, heading, asks, stands } of unwrittenSections(note, profile.headings)) {
      const end = lineEnding(note);
      const lineEnd = note.text.indexOf("\n", heading.span.end);
      const at = lineEnd < 0 ? note.text.length : lineEnd + 1;
      const comments = asks.prompts.filter((prompt) => !note.text.slice(section.span.start, section.span.end).includes(prompt));
      yield {
        span: stands.length ? cover(heading.span, stands.at(-1)!.span) : heading.span,
        subject: asks.title,
        standards: asks.clauses.slice(0, 1),
        message: `Nothing is recorded under “${section.title.replace(/:$/, "")}” yet${stands.length ? `, only ${what(note, section)}` : ""}. One sentence of your own is enough; if there was nothing, say why.`,
        fixes: comments.length ? [fix("Add the standard's questions here as comments", insert(at, `${lineEnd < 0 ? end : ""}${end}${promptComments(comments, end)}`))] : [],
      };
    }
  },
});

const what = (note: Note, section: Section): string => (section.blocks.some(({ span }) => note.prose.slice(span.start, span.end).includes("?")) ? "the standard's own questions" : "a placeholder");
