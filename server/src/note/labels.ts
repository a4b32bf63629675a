import { foremost, hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { groundsOf, mostInSentence } from "./grounds.ts";
import { isDenied } from "./denial.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { isSaidOfPerson } from "./said-of.ts";

/** A label or blame that the note itself puts on somebody. */
export interface Label {
  readonly sentence: Sentence;
  readonly hit: Hit<"label">;
}

/** Labels in the worker's own voice, in order. What is quoted, told by somebody named, asked or denied is none; of two that meet, the longer stands. */
export const labelsOf = once((note: Note): readonly Label[] =>
  note.sentences.flatMap((sentence) => {
    const found = hitsOf(note.hits(sentence), "label").slice(0, mostInSentence).filter((hit) => counts(note, sentence, hit));
    return foremost(found, ({ entry }) => entry.soft !== true).map((hit) => ({ sentence, hit }));
  }),
);

function counts(note: Note, sentence: Sentence, hit: Hit<"label">): boolean {
  if (hit.entry.of === "person" && !isSaidOfPerson(note, sentence, hit)) return false;
  // "I let him down": of oneself.
  if (sentence.mentions.some(({ person, end, role }) => person?.kind === "worker" && role === "subject" && end <= hit.start && /^\s*(?:\p{L}+ly\s+|have\s+|was\s+|am\s+)*$/u.test(note.prose.slice(end, hit.start)))) return false;
  const grounds = groundsOf(note, sentence, hit);
  return (grounds === "asserted" || grounds === "owned") && !isDenied(note, sentence, hit);
}
