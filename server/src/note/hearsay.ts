import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { overlaps, type Span } from "../text/span.ts";
import { isDenied } from "./denial.ts";
import { groundsOf, mostInSentence } from "./grounds.ts";
import type { Note, Sentence } from "./note.ts";
import { clauseAround } from "./outline.ts";

/** Something that the writer cannot have seen, and of which the note does not say where it is from. */
export interface Hearsay extends Span {
  readonly sentence: Sentence;
  readonly hit: Hit<"hearsay">;
}

/** "Michelle had a drink problem and told me that it is over": the same person tells both. */
const goesOnTelling = /^[^.;]{0,60}?,?\band\s+(?:has |have )?(?:also |since )?(?:told|said to|admitted|explained)\b/i;

/** Reports, history and diagnoses without a source, one a clause. */
export function hearsayOf(note: Note): Hearsay[] {
  const found: Hearsay[] = [];
  for (const sentence of note.sentences) {
    for (const hit of hitsOf(note.hits(sentence), "hearsay").slice(0, mostInSentence)) {
      const grounds = groundsOf(note, sentence, hit);
      // "I think it was reported that …" still does not say by whom.
      if (grounds !== "asserted" && !(grounds === "owned" && hit.entry.kind === "report")) continue;
      if (hit.entry.kind !== "report" && goesOnTelling.test(note.prose.slice(hit.end, sentence.end))) continue;
      if (hit.entry.kind !== "report" && isDenied(note, sentence, hit)) continue;
      const clause = clauseAround(note, sentence, hit);
      if (!found.slice(-mostInSentence).some((one) => one.sentence === sentence && overlaps(one, clause))) found.push({ ...clause, sentence, hit });
    }
  }
  return found;
}
