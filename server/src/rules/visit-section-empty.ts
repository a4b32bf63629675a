import { defineRule, fix, insert } from "../engine/rule.ts";
import { normaliseHeading } from "../note/headings.ts";
import { answers, isVisit, lineEnding } from "../note/outline.ts";
import type { Note, Section } from "../note/note.ts";
import { placeholders } from "../note/words.ts";
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
    for (const section of note.sections) {
      const heading = profile.headings.find((one) => answers(section, one));
      if (!heading || !section.heading) continue;
      const inside = note.sections.filter(({ span }) => span.start >= section.whole.start && span.start < section.whole.end);
      const blocks = inside.flatMap((one) => one.blocks);
      const written = blocks.filter(({ span }) => note.prose.slice(span.start, span.end).trim());
      const prompts = heading.prompts.flatMap(sentencesOf);
      if (!written.every(({ span }) => isPlaceholder(note.prose.slice(span.start, span.end), prompts))) continue;
      const end = lineEnding(note);
      const lineEnd = note.text.indexOf("\n", section.heading.span.end);
      const at = lineEnd < 0 ? note.text.length : lineEnd + 1;
      const comments = heading.prompts.filter((prompt) => !note.text.slice(section.span.start, section.span.end).includes(prompt));
      yield {
        span: written.length ? cover(section.heading.span, written.at(-1)!.span) : section.heading.span,
        subject: heading.title,
        standards: heading.clauses.slice(0, 1),
        message: `Nothing is recorded under “${section.title.replace(/:$/, "")}” yet${written.length ? `, only ${what(note, section)}` : ""}. One sentence of your own is enough; if there was nothing, say why.`,
        fixes: comments.length ? [fix("Add the standard's questions here as comments", insert(at, `${lineEnd < 0 ? end : ""}${end}${comments.map((prompt) => `<!-- ${prompt} -->${end}`).join("")}`))] : [],
      };
    }
  },
});

const sentencesOf = (text: string): string[] => text.split(/[.?!]/).map(normaliseHeading).filter(Boolean);

const unwritten = /^(?:(?:this (?:section )?)?(?:is |still |yet )*(?:to|will|needs? to|must) (?:be )?(?:written|completed?|added?|confirmed|updated?|done|filled|typed|recorded|finished?|followed?|come|write|do)(?: (?:up|in|out|later|soon|tomorrow|next week|after .*|once .*|when .*|by .*|asap))*|not (?:yet )?(?:written|completed|done|recorded|applicable)(?: (?:yet|up))?|(?:awaiting|pending) .{0,40}|later|blank|complete)$/;

function isPlaceholder(text: string, prompts: readonly string[]): boolean {
  const words = normaliseHeading(text);
  if (!words || unwritten.test(words) || placeholders.has(words) || placeholders.has(text.trim().toLowerCase())) return true;
  const sentences = sentencesOf(text);
  return sentences.length > 0 && sentences.every((sentence) => prompts.some((prompt) => prompt === sentence || (sentence.length >= 18 && prompt.includes(sentence))));
}

const what = (note: Note, section: Section): string => (section.blocks.some(({ span }) => note.prose.slice(span.start, span.end).includes("?")) ? "the standard's own questions" : "a placeholder");
