import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Note, Sentence } from "./note.ts";
import { clauseAround } from "./outline.ts";

/** A sentence that tells a current risk to a child. */
export interface RiskStatement {
  readonly sentence: Sentence;
  readonly hits: readonly Hit<"risk">[];
  /** Only a soft sign: poor sleep, nits. */
  readonly soft: boolean;
  /** The writer marked it: bold, red, or a line that begins with "Risk:". */
  readonly marked: boolean;
}

/** The sentences of a note that tell a current risk. What is denied, over, imagined, taught or a manner of speech tells none. */
export function risksOf(note: Note): RiskStatement[] {
  const statements: RiskStatement[] = [];
  for (const sentence of note.sentences) {
    if (sentence.section.role === "next" && sentence.block.kind !== "paragraph") continue;
    if (sentence.block.kind === "cell" && sentence.block.cell!.row === 0) continue;
    const all = note.hits(sentence);
    const found = hitsOf(all, "risk");
    if (!found.length) continue;
    if (sentence.section.role === "reflections" && !/\b(?:worr(?:y|ied|ies)|concern(?:s|ed)?|scared|afraid|fear|risk)\b/i.test(note.prose.slice(sentence.start, sentence.end))) continue;
    const cues = hitsOf(all, "cue");
    const hits = found.filter((hit) => !isQuestioned(note, sentence, hit) && !isTakenBack(note, sentence, hit, cues));
    if (!hits.length) continue;
    const marked = note.marked.some((mark) => overlaps(mark, sentence) && (hits.some((hit) => overlaps(mark, hit)) || covered(mark, sentence) >= 0.5));
    statements.push({ sentence, hits, soft: hits.every(({ entry }) => entry.soft), marked });
  }
  return statements;
}

const covered = (mark: Span, sentence: Span): number => (Math.min(mark.end, sentence.end) - Math.max(mark.start, sentence.start)) / Math.max(1, sentence.end - sentence.start);

/** A risk that stands in a question of the worker's alone is not told. */
function isQuestioned(note: Note, sentence: Sentence, hit: Span): boolean {
  if (sentence.quotations.some((quotation) => quotation.speaker === "worker" && overlaps(quotation, hit))) return true;
  if (sentence.quotations.some((quotation) => quotation.start <= hit.start && hit.end <= quotation.end)) return false;
  const before = note.prose.slice(sentence.start, hit.start);
  const asked = /\b(?:i|we) (?:then |also |just )?(?:asked|wondered|checked|explored|discussed|talked|spoke)\b(?:(?!\band (?:he|she|they|mum|dad|\p{Lu}\p{L}+) (?:\p{L}+ )?(?:said|told|nodded|shook|replied|answered|was|did|showed|went)\b).)*$/iu.test(before);
  if (asked && /\b(?:asked|wondered|checked)\b/i.test(before)) return true;
  return /\?\s*$/.test(note.prose.slice(sentence.start, sentence.end)) && !sentence.quotations.some(({ speaker }) => speaker === "child");
}

/** Denied, over, imagined, taught, made up, or a manner of speech. */
function isTakenBack(note: Note, sentence: Sentence, hit: Hit<"risk">, cues: readonly Hit<"cue">[]): boolean {
  const clause = clauseAround(note, sentence, hit);
  const quotation = sentence.quotations.find((one) => one.start <= hit.start && hit.end <= one.end);
  // A cue outside a quotation does not reach into it, nor the other way.
  const reach = (cue: Span): boolean => (quotation ? quotation.start <= cue.start && cue.end <= quotation.end : !sentence.quotations.some((one) => overlaps(one, cue)));
  const inClause = (cue: Span): boolean => reach(cue) && cue.start >= clause.start && cue.end <= clause.end;
  return cues.some((cue) => {
    switch (cue.entry.kind) {
      case "idiom":
        return overlaps(cue, hit);
      case "negation":
        return !hit.entry.absence && inClause(cue) && cue.end <= hit.start + 4 && cue.start < hit.start && hit.from - cue.to <= 7 ? true : !hit.entry.absence && inClause(cue) && cue.start >= hit.end && cue.start - hit.end <= 3 && /^[\s:–-]*$/.test(note.prose.slice(hit.end, cue.start)) && /^(?:none|nil)/i.test(note.prose.slice(cue.start, cue.end));
      case "hypothetical":
        return inClause(cue) && cue.end <= hit.start + 8 && cue.start <= hit.start && !(hit.entry as { conditional?: boolean }).conditional;
      case "ended":
        return reach(cue);
      case "teaching":
      case "process":
      case "adult-accident":
        return reach(cue);
      case "fiction":
        return reach(cue) && inClause(cue);
      default:
        return false;
    }
  });
}
