import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "./note.ts";
import { clauseAround } from "./outline.ts";

/** The most words between a denial and what it denies. */
const reach = 4;

/** True where a denial in the same clause, at most four words before it, takes the words back: "he was not at all aggressive". A denial inside them is theirs. */
export function isDenied(note: Note, sentence: Sentence, hit: Hit): boolean {
  const clause = clauseAround(note, sentence, hit);
  return hitsOf(note.hits(sentence), "cue").some((cue) => cue.entry.kind === "negation" && cue.start >= clause.start && cue.to <= hit.from && hit.from - cue.to <= reach && !/\b(?:because|only|just that|and)\b/i.test(note.prose.slice(cue.end, hit.start)) && !/\bonly\s*$/i.test(note.prose.slice(cue.start, cue.end)));
}
