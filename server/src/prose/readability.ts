import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import { retext } from "retext";
import { syllable } from "syllable";
import type { Span } from "../text/span.ts";

/** Long words, in small letters, that a child knows. */
export type FamiliarWords = ReadonlySet<string>;

/** Fewer different words than this make no sentence hard. */
const fewestWords = 8;
/** Fewer long words than this that a child may not know make no sentence hard. */
const fewestLong = 3;
/** A word of so many letters, or of fewer, is no long one. */
const shortest = 6;
/** Of retext-readability's seven formulas, one (SMOG) never votes at our ages; of the six, at least five must agree. */
const votes = 5;

const byAge = new Map<number, ReturnType<typeof processor>>();
const processor = (age: number) => retext().use(retextEnglish).use(retextReadability, { age, threshold: votes / 7, minWords: fewestWords }).freeze();

/**
 * True where retext-readability puts a sentence above an age in years. What it does amiss is put right first: it counts an easy
 * word once only, so each word is handed over once; it takes letters for one syllable, so short forms are left out with names; and
 * it calls every longish sentence hard for a young child, so it is asked only where long words stand that a child may not know.
 *
 * @param words the worker's own words of one sentence as written, without names
 */
export function isHardToRead(words: readonly string[], age: number, familiar: FamiliarWords): boolean {
  const once = [...new Map(words.filter((word) => !/\p{Lu}.*\p{Lu}/u.test(word)).map((word) => [word.toLowerCase(), word])).values()];
  if (once.length < fewestWords || longWords(once, familiar).length < fewestLong) return false;
  let formulas = byAge.get(age);
  if (!formulas) byAge.set(age, (formulas = processor(age)));
  return formulas.processSync(`${once.join(" ")}.`).messages.length > 0;
}

/** False where so few of the words are long ones that they cannot be hard to read, whatever they mean. */
export function mayBeHard(words: readonly Span[]): boolean {
  let long = 0;
  for (const { start, end } of words) if (end - start > shortest) long += 1;
  return long >= fewestLong;
}

/** The words of three or more syllables that a child may not know, names aside. An ending makes no word long: "reminded" has two. */
export const longWords = (words: readonly string[], familiar: FamiliarWords): string[] =>
  words.filter((word) => word.length > shortest && !/^\p{Lu}/u.test(word) && ![word, withoutEnding(word)].some((form) => familiar.has(form.toLowerCase())) && syllablesOf(withoutEnding(word)) >= 3);

/** Of long words, as counting takes long and the same few come again and again. */
const counted = new Map<string, number>();
/** How many are kept before all are forgotten. */
const mostCounted = 5_000;

function syllablesOf(word: string): number {
  let count = counted.get(word);
  if (count === undefined) {
    if (counted.size >= mostCounted) counted.clear();
    counted.set(word, (count = syllable(word)));
  }
  return count;
}

const withoutEnding = (word: string): string => word.replace(/(?:'s|s'|ings?|ed|es|s)$/i, "");
