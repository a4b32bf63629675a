import { defineRule } from "../engine/rule.ts";
import type { Block, Note } from "../note/note.ts";
import { groupBy } from "../text/group.ts";
import { tokenise } from "../text/tokens.ts";
import { quotationsIn } from "../note/positions.ts";

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
    // Few blocks have the letters of another: only those are read word by word.
    const alike = [...groupBy(note.blocks.filter(({ kind }) => kind === "paragraph" || kind === "item"), ({ span }) => lettersOf(note.prose.slice(span.start, span.end))).values()].filter(({ length }) => length > 1);
    const copies = groupBy(alike.flat(), (block) => keyOf(note, block));
    copies.delete(undefined);
    for (const [first, second, ...more] of copies.values())
      if (second)
        yield {
          span: second.span,
          message: "This paragraph stands in the note already. Is it meant twice? If it is about another child, please say what is true of them.",
          related: [first!, ...more].map(({ span }) => ({ span, message: "the same words" })),
        };
  },
});

/** Letters and figures alone, in small letters. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** The words of a block, however it is laid out; undefined for what may stand twice. */
function keyOf(note: Note, { span }: Block): string | undefined {
  if (quotationsIn(note, span).some((quotation) => quotation.start <= span.start + 3 && quotation.end >= span.end - 3)) return undefined;
  // A question that stands by itself is a prompt of the form.
  if (/\?\s*$/.test(note.prose.slice(span.start, span.end))) return undefined;
  const words = tokenise(note.prose.slice(span.start, span.end)).map(({ word }) => word);
  return words.length < fewestWords ? undefined : words.join(" ");
}
