import { blank, overlaps } from "../text/span.ts";
import type { Note, NoteToken, Sentence } from "./note.ts";
import { once } from "./once.ts";

/** A sentence as far as it is the worker's own prose. */
export interface OwnSentence {
  readonly sentence: Sentence;
  /** The sentence's prose, at the same length: quotations and names are masked by `_`. */
  readonly text: string;
  /** The worker's own words: no quotation, no number. */
  readonly words: readonly NoteToken[];
  /** Those of them that are no part of a name. */
  readonly plain: readonly NoteToken[];
}

/**
 * The worker's own prose, sentence by sentence: no headings, details, tables, transcripts, prompts or quotations.
 * Only this is judged for style (rules.md, "Plain, respectful, factual").
 */
export const ownSentences = once((note: Note): readonly OwnSentence[] =>
  note.sentences.flatMap((sentence) => {
    // A line with a label ("Plan: …") is the worker's unless a quotation covers it, as in a transcript.
    if (sentence.block.kind !== "paragraph" && sentence.block.kind !== "item" && sentence.block.kind !== "turn") return [];
    // A question that nobody is quoted with is a prompt of the form.
    if (/\?\s*$/.test(note.prose.slice(sentence.start, sentence.end))) return [];
    const lettered = sentence.tokens.filter(({ word }) => isLetter(word.charCodeAt(0)) || /\p{L}/u.test(word));
    const words = sentence.quotations.length ? lettered.filter((token) => !sentence.quotations.some((quotation) => overlaps(token, quotation))) : lettered;
    const names = sentence.mentions.filter(({ how }) => how === "name");
    const plain = names.length ? words.filter((word) => !names.some((name) => overlaps(word, name))) : words;
    return words.length ? [{ sentence, text: blank(note.prose.slice(sentence.start, sentence.end), sentence.start, [...sentence.quotations, ...names], "_"), words, plain }] : [];
  }),
);

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
