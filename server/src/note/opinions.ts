import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { cover, overlaps, type Span } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import { groundsOf, mostInSentence } from "./grounds.ts";
import type { Note, Sentence } from "./note.ts";
import { clauseAround } from "./outline.ts";
import { drawingsRead } from "./drawings.ts";
import { once } from "./once.ts";
import { readingsOf } from "./readings.ts";
import { isSaidOfPerson } from "./said-of.ts";

/** Something that nobody can see, told as a fact by the note itself. */
export interface Opinion extends Span {
  readonly sentence: Sentence;
  readonly hits: readonly Hit<"opinion">[];
  /** Only a plain feeling, an evaluation, or a soft sign. */
  readonly mild: boolean;
}

/** "nobody will be cross", "he might be lonely": not said to be so. */
const maybe = /\b(?:will|won't|would|wouldn't|may|might|could|'ll|going to|should)\s+(?:(?:not|also|still|then|always|never|just|get|feel|become)\s+)*$/i;

const alwaysMild: ReadonlySet<string> = new Set(["feeling", "worth"]);

/**
 * Opinions given as fact outside the reflections, one a clause. What somebody named told, and what the worker owns as a view,
 * is none; a reading beside a child's words, or of a drawing, has rules of its own.
 */
export const opinionsOf = once((note: Note): readonly Opinion[] => {
  const opinions: Opinion[] = [];
  const read = new Set<Sentence>([...readingsOf(note).map(({ sentence }) => sentence), ...drawingsRead(note)]);
  for (const sentence of note.sentences) {
    if (sentence.section.role === "reflections" || sentence.section.role === "next" || read.has(sentence)) continue;
    for (const hit of hitsOf(note.hits(sentence), "opinion").slice(0, mostInSentence).sort((a, b) => a.start - b.start)) {
      if (hit.entry.of === "person" && !isSaidOfPerson(note, sentence, hit)) continue;
      if (groundsOf(note, sentence, hit) !== "asserted" || maybe.test(note.prose.slice(sentence.start, hit.start))) continue;
      const mild = hit.entry.soft === true || alwaysMild.has(hit.entry.kind);
      const clause = clauseAround(note, sentence, hit);
      const first = Math.max(0, opinions.length - mostInSentence);
      const near = opinions.slice(first).findIndex((one) => one.sentence === sentence && overlaps(one, clause));
      const same = first + near;
      if (near < 0) opinions.push({ ...clause, sentence, hits: [hit], mild });
      else opinions[same] = { ...opinions[same]!, ...cover(opinions[same]!, clause), hits: [...opinions[same]!.hits, hit], mild: opinions[same]!.mild && mild };
    }
  }
  return opinions;
});

/** The opinions of each section, in its own coordinates. */
export const opinionsIn = bySection(opinionsOf);
