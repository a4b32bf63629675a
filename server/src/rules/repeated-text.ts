import { defineRule } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Block, Note } from "../note/note.ts";
import { groupBy } from "../text/group.ts";
import { moved } from "../text/moved.ts";
import { quotationsIn, sentencesOf } from "../note/positions.ts";

/** Shorter than this, a paragraph may well stand twice: "Nothing to add." */
const fewestWords = 8;

/** A paragraph that stands twice in the note (S07). */
export const repeatedText = defineRule({
  id: "repeated-text",
  severity: "information",
  standards: ["S07"],
  summary: "A paragraph stands twice in the note",
  explain: "Text that was pasted twice makes a reader wonder which is meant. Where it was pasted from a brother's or sister's part, each child deserves words of their own: say what is true of this child.",
  leaves: ["headings and prompts", "short lines: “Nothing to add.”", "a child's words that are given twice"],
  poor: "Kai showed me his new bike and we talked about school and the holidays.\n\nMum made tea.\n\nKai showed me his new bike and we talked about school and the holidays.\n",
  better: "Kai showed me his new bike and we talked about school and the holidays.\n\nMum made tea.\n",
  *check(note) {
    const copies = groupBy(paragraphs(note).flatMap(({ at, found }) => found.map(({ span, words }) => ({ span: moved(span, at), words }))), ({ words }) => words);
    for (const [first, second, ...more] of copies.values())
      if (second)
        yield {
          span: second.span,
          message: "This paragraph stands in the note already. Is it meant twice? If it is about another child, please say what is true of them.",
          related: [first!, ...more].map(({ span }) => ({ span, message: "the same words" })),
        };
  },
});

const paragraphs = bySection((note) =>
  note.blocks.flatMap((block) => {
    const words = mayNotRepeat(note, block) ? sentencesOf(note, block).flatMap(({ tokens }) => tokens.flatMap(({ start, word }) => (start >= block.span.start ? [word] : []))) : [];
    return words.length < fewestWords ? [] : [{ span: block.span, words: words.join(" ") }];
  }),
);

/** True of what should stand once; a child's words may come again, and so may a question by itself, which is a prompt of the form. */
const mayNotRepeat = (note: Note, { kind, span }: Block): boolean =>
  (kind === "paragraph" || kind === "item") && !/\?\s*$/.test(note.prose.slice(span.start, span.end)) && !quotationsIn(note, span).some((quotation) => quotation.start <= span.start + 3 && quotation.end >= span.end - 3);
