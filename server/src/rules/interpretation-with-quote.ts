import { defineRule, fix, insert, replace } from "../engine/rule.ts";
import type { Fix } from "../engine/finding.ts";
import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import type { Note, Quotation, Sentence } from "../note/note.ts";
import { inQuotation, lineEnding } from "../note/outline.ts";

/** A child's quotation and the worker's reading of it in one sentence (P35). */
export const interpretationWithQuote = defineRule({
  id: "interpretation-with-quote",
  severity: "information",
  standards: ["P35"],
  summary: "A child's words and what the worker made of them stand in one sentence",
  explain: "The child's words and our reading of them stand apart, so that a reader can tell one from the other and the child is not held to what we thought. Let the quotation end its sentence. If your reading matters, it has a place of its own in the reflections, with “I wonder” or “my view is”.",
  leaves: ["a reading in a sentence of its own, or in the reflections", "what the child says it means", "a plain fact in the same sentence: “no”, because he was still eating"],
  poor: "Child: Mia (8)\n\nMia said “Dad shouts”, which shows she is frightened of him.\n",
  better: "Child: Mia (8)\n\nMia said “Dad shouts”. I asked how that feels and she said “bad”.\n",
  *check(note) {
    for (const sentence of note.sentences) {
      if (sentence.section.role === "reflections") continue;
      const quotations = sentence.quotations.filter(({ speaker, form, end }) => speaker === "child" && form !== "turn" && form !== "cell" && end <= sentence.end);
      if (!quotations.length) continue;
      const reading = readingOf(note, sentence, quotations);
      if (!reading) continue;
      yield {
        span: { start: sentence.start, end: sentence.end },
        message: "A child's words and a reading of them stand in one sentence. Let the words stand by themselves, and put what you make of them in a sentence of its own, best in the reflections.",
        related: [{ span: reading.hit, message: "the reading" }],
        fixes: fixes(note, sentence, reading),
      };
    }
  },
});

interface Reading {
  readonly hit: Hit<"interpretation">;
  /** Where the reading begins, behind the quotation; undefined where it stands before it. */
  readonly join?: { readonly start: number; readonly words: number };
}

function readingOf(note: Note, sentence: Sentence, quotations: readonly Quotation[]): Reading | undefined {
  const hits = hitsOf(note.hits(sentence), "interpretation").filter((hit) => !inQuotation(note, hit));
  for (const hit of hits) {
    const before = quotations.findLast(({ end }) => end <= hit.start);
    if (!before) continue;
    const between = note.prose.slice(before.end, hit.start);
    if (note.quotations.some((other) => other.start >= before.end && other.end <= hit.start)) continue;
    // The reading is the child's own, or told by somebody, or an open wondering.
    const rest = note.prose.slice(before.end, sentence.end);
    if (/\b(?:said|told|explained|says|asked|wonder(?:ed)?)\b/i.test(note.prose.slice(before.end, hit.end)) || /^\W*(?:she|he|they) (?:said|told|explained)\b/i.test(rest)) continue;
    const start = before.end + /^[\s)]*/.exec(between)![0].length;
    if (hit.entry.kind === "link") return { hit, join: joinAt(note, before.end, hit.start) };
    const opener = /(?:^|[\s,(])(so|but|because|cos|as|when|although|though|yet|since)\s/i.exec(between);
    if ((hit.entry.kind === "certainty" || hit.entry.kind === "state") && opener && !/[.;]/.test(between) && /\b(?:so|but|because|cos|as|when|although|though|yet|since) (?:[\p{L}']+ ){0,6}$/iu.test(`${between.replace(/\s+/g, " ")}`.replace(/ ?$/, " "))) {
      if (/\bi\b/i.test(between.slice(opener.index)) && !/\b(?:he|she|they|it|this)\b/i.test(between.slice(opener.index))) continue;
      if (hit.entry.kind === "state" && !/\b(?:he|she|they|it|this|mum|dad|\p{Lu}\p{L}+)\b/u.test(between.slice(opener.index))) continue;
      return { hit, join: joinAt(note, before.end, start + 1) };
    }
  }
  // "He was obviously frightened when he said “…”".
  const certain = hits.find((hit) => hit.entry.kind === "certainty" && quotations.some(({ start }) => start > hit.end));
  const state = certain && hits.find((hit) => hit.entry.kind === "state" && hit !== certain && Math.abs(hit.start - certain.start) < 40 && quotations.some(({ start }) => start > hit.end));
  return certain && state && !quotations.some(({ end }) => end <= certain.start) ? { hit: certain } : undefined;
}

/** Where the words that join quotation and reading begin: behind a comma and a space. */
function joinAt(note: Note, quotationEnd: number, limit: number): { start: number; words: number } {
  const between = note.prose.slice(quotationEnd, limit);
  const comma = between.lastIndexOf(",");
  const start = comma >= 0 ? quotationEnd + comma : quotationEnd;
  const words = start + /^[,\s]*/.exec(note.prose.slice(start, limit + 12))![0].length;
  return { start, words };
}

/** Splits the sentence where the reading begins, or takes the reading, whole, to the reflections. */
function fixes(note: Note, sentence: Sentence, { join }: Reading): Fix[] {
  if (!join) return [];
  const reading = note.text.slice(join.words, sentence.end);
  const opener = /^(?:which|(?:and|so|but) (?=\p{L}))/iu.exec(reading)?.[0];
  const result: Fix[] = [];
  if (opener) {
    const next = join.words + opener.length;
    const [end, start] = /^which/i.test(opener) ? [next, "This"] : [next + 1, note.text[next]!.toUpperCase()];
    result.push(fix("Split the sentence here", replace({ start: join.start, end }, `. ${start}`)));
  }
  const reflections = note.sections.findLast(({ role }) => role === "reflections");
  if (reflections?.heading) {
    const gap = lineEnding(note).repeat(2);
    result.push(fix("Move the reading to the reflections", [replace({ start: join.start, end: sentence.end }, "."), insert(trimmedEnd(note, reflections.span.end), gap + reading[0]!.toUpperCase() + reading.slice(1))]));
  }
  return result;
}

const trimmedEnd = (note: Note, end: number): number => {
  let at = end;
  while (at > 0 && /\s/.test(note.text[at - 1]!)) at -= 1;
  return at;
};
