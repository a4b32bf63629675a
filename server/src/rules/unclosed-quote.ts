import { firstStop } from "../note/spoken.ts";
import { defineRule, fix, insert } from "../engine/rule.ts";

/** A quotation that is opened and not closed (V06). */
export const unclosedQuote = defineRule({
  id: "unclosed-quote",
  severity: "warning",
  standards: ["V06"],
  summary: "A quotation is opened and not closed",
  explain: "Somebody's words begin here, and no mark says where they end. A reader cannot tell what was said from what you add. Put the closing mark right behind the last word that was spoken.",
  leaves: ["apostrophes, feet and inches", "a quotation over several paragraphs, each opened and only the last closed"],
  poor: "Maya (9) said “I don't want to go to dads anymore because\n",
  better: "Maya (9) said “I don't want to go to dads anymore”.\n",
  scope: "section",
  *check(note) {
    for (const quotation of note.quotations) {
      if (quotation.closed) continue;
      const opening = note.text[quotation.start]!;
      const closing = opening === "“" || opening === "„" ? "”" : opening === "‘" ? "’" : opening;
      const stop = firstStop(note.prose, quotation.words.start, quotation.words.end);
      const firstWord = /^\S*/.exec(note.text.slice(quotation.start, quotation.end))![0].length;
      yield {
        span: { start: quotation.start, end: quotation.start + Math.max(1, firstWord) },
        message: "This quotation is not closed, so a reader cannot tell where the words end. Add the closing mark behind the last word that was said. Until then the rest of this paragraph is taken for spoken words, and is not checked.",
        fixes: [
          // What stands behind the sentence is mostly the writer's own: a mark there would put it into the speaker's mouth.
          stop ? fix("Close the quotation at the end of this sentence", insert(stop, closing)) : fix("Close the quotation here", insert(quotation.end, closing)),
        ],
      };
    }
  },
});
