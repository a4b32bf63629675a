import { toReflections } from "../engine/reflections.ts";
import { defineRule, fix, replace } from "../engine/rule.ts";
import type { Fix } from "../engine/finding.ts";
import type { Note, Section } from "../note/note.ts";
import { readingsIn, type Reading } from "../note/readings.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";

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
    for (const { at, section, found } of readingsIn(note))
      for (const { sentence: { start, end }, hit, join } of found) {
        const sentence = { start: start + at, end: end + at };
        yield {
          span: sentence,
          message: "A child's words and a reading of them stand in one sentence. Let the words stand by themselves, and put what you make of them in a sentence of its own, best in the reflections.",
          related: [{ span: moved(hit, at), message: "the reading" }],
          fixes: join ? fixes(note, section, sentence, { start: join.start + at, words: join.words + at }) : [],
        };
      }
  },
});

/** Splits the sentence where the reading begins, or takes the reading, whole, to the reflections. */
function fixes(note: Note, section: Section, sentence: Span, join: NonNullable<Reading["join"]>): Fix[] {
  const reading = note.text.slice(join.words, sentence.end);
  const opener = /^(?:which|(?:and|so|but) (?=\p{L}))/iu.exec(reading)?.[0];
  const result: Fix[] = [];
  if (opener) {
    const next = join.words + opener.length;
    const [end, start] = /^which/i.test(opener) ? [next, "This"] : [next + 1, note.text[next]!.toUpperCase()];
    result.push(fix("Split the sentence here", replace({ start: join.start, end }, `. ${start}`)));
  }
  const moved = toReflections(note, section, { start: join.start, end: sentence.end }, ".", /^which\b/i.test(reading) ? `This${reading.slice(5)}` : reading[0]!.toUpperCase() + reading.slice(1));
  if (moved) result.push(fix("Move the reading to the reflections", moved));
  return result;
}
