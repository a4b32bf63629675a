import { matchesIn } from "../text/matches.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import type { Block, Note, Sentence } from "./note.ts";
import { marksIn } from "./positions.ts";

/** What the writer marked as a risk: bold, red, or a line that begins with "Risk:". Bold headings and labels are none. */
export function readMarkedRisks(prose: string, strong: readonly Span[], blocks: readonly Block[]): Span[] {
  const headings = new SpanIndex(blocks.flatMap(({ kind, span }) => (kind === "heading" ? [span] : [])));
  const marked = strong.filter((span) => {
    const text = prose.slice(span.start, span.end).trim();
    return text !== "" && !/:$/.test(text) && !headings.overlapping(span).length;
  });
  for (const block of blocks) {
    if (block.kind === "turn" && block.label && /^risks?$/i.test(prose.slice(block.label.start, block.label.end))) marked.push({ start: block.label.start, end: block.span.end });
    else if (block.kind !== "heading") {
      for (const match of matchesIn(prose.slice(block.span.start, block.span.end), /^[ \t]*(?:safeguarding )?risks?:[ \t][^\n]*/gim)) marked.push({ start: block.span.start + match.index, end: block.span.start + match.index + match[0].length });
    }
  }
  return marked.sort((a, b) => a.start - b.start);
}

/** How much of a sentence a mark covers, from 0 to 1. */
export const covered = (mark: Span, sentence: Span): number => (Math.min(mark.end, sentence.end) - Math.max(mark.start, sentence.start)) / Math.max(1, sentence.end - sentence.start);

const named = /^\W*(?:safeguarding )?risks?\b/i;
const worded = /\b(?:risks?|unsafe|worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|danger(?:s|ous)?|scared|frightened|afraid|not safe|harm\w*)\b/i;
const denied = /\b(?:no|none|nil|not|never|without|low|lower|reduced|n\/a)\b(?! safe)/i;

/** The writer marked the sentence, and it is no other emphasis: it begins with "Risk:", or names a worry that it does not deny. */
export const isMarkedAsRisk = (note: Pick<Note, "prose" | "marked">, sentence: Sentence): boolean =>
  sentence.section.role !== "next" &&
  marksIn(note, sentence).some((mark) => {
    if (covered(mark, sentence) < 0.5) return false;
    const text = note.prose.slice(Math.min(mark.start, sentence.start), sentence.end);
    return !denied.test(text) && (named.test(note.prose.slice(mark.start, mark.end)) || worded.test(text));
  });
