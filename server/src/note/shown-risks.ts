import type { Span } from "../text/span.ts";
import { covered } from "./marked-risks.ts";
import type { Note } from "./note.ts";
import { once } from "./once.ts";
import { sentencesIn } from "./positions.ts";
import { risksOf } from "./risks.ts";
import { strengthsOf } from "./strengths.ts";

/**
 * The stretches that stand bold and red in the editor, the preview and every copy (P43): what the writer marked, where it is a risk.
 * A bold word in a sentence that tells no risk, a bold strength and a bold next step are emphasis, and stay bold alone.
 */
export const shownRisks = once((note: Note): readonly Span[] => {
  const told = new Set(risksOf(note).filter(({ marked }) => marked).map(({ sentence }) => sentence));
  const good = new Set(strengthsOf(note).map(({ sentence }) => sentence));
  return note.marked.filter((mark) => {
    const sentences = sentencesIn(note, mark);
    return sentences.length === 0 || sentences.some((sentence) => told.has(sentence) || (covered(mark, sentence) >= 0.5 && sentence.section.role !== "next" && !good.has(sentence)));
  });
});
