import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { overlaps } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import { isDenied } from "./denial.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";

/** A sentence that names something that goes well. */
export interface Strength {
  readonly sentence: Sentence;
  readonly hits: readonly Hit<"strength">[];
}

/** The strengths that a note names, in anybody's words and anywhere but in what is planned; all that stands under a heading for them counts. */
export const strengthsOf = once((note: Note): readonly Strength[] =>
  note.sentences.flatMap((sentence) => {
    if (sentence.section.role === "strengths") return [{ sentence, hits: [] }];
    if (sentence.section.role === "next") return [];
    const hits = hitsOf(note.hits(sentence), "strength").filter((hit) => !isDenied(note, sentence, hit) && !sentence.mentions.some((mention) => mention.how === "name" && overlaps(mention, hit) && hit.to - hit.from === 1));
    return hits.length ? [{ sentence, hits }] : [];
  }),
);

const strengthsIn = bySection(strengthsOf);

/** True where a note names something that goes well. */
export const namesStrength = (note: Note): boolean => strengthsIn(note).some(({ found }) => found.length > 0);
