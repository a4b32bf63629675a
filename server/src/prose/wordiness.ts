import retextEnglish from "retext-english";
import retextSimplify from "retext-simplify";
import { retext } from "retext";
import writeGood from "write-good";
import plainWords from "../../generated/plain-words.json" with { type: "json" };
import { groupBy } from "../text/group.ts";
import { lazily } from "../text/lazily.ts";
import type { Span } from "../text/span.ts";

/** What of the libraries' lists is shown: a phrase, and plainer forms in place of the library's own. See dictionaries/plain-words.yml. */
interface PlainWords {
  readonly "retext-simplify": Readonly<Record<string, readonly string[]>>;
  readonly "write-good": Readonly<Record<string, readonly string[]>>;
  readonly twice: readonly string[];
}

type PhrasesByWord = ReadonlyMap<string, readonly string[]>;

/** A phrase that one of the libraries calls wordy, a cliché or repeated, in UTF-16 units of the text it was given. */
export interface WordyPhrase extends Span {
  readonly phrase: string;
  readonly kind: "wordy" | "worn" | "repeated";
  readonly plain: readonly string[];
  /** It can be left out. */
  readonly omit: boolean;
}

const simplify = retext().use(retextEnglish).use(retextSimplify).freeze();
const checks = { weasel: false, so: false, thereIs: false, passive: false, adverb: false, eprime: false } as const;

const used = plainWords as PlainWords;
const ofSimplify = new Map(Object.keys(used["retext-simplify"]).map((phrase) => [phrase.replace(/\s+/g, "-").toLowerCase(), phrase]));
const ofWriteGood = new Map(Object.keys(used["write-good"]).map((phrase) => [phrase.toLowerCase(), phrase]));
/** The phrases of a library that are used, by their longest word. */
const byLongest = (phrases: ReadonlyMap<string, string>): PhrasesByWord => groupBy([...phrases.values()].map((phrase) => phrase.toLowerCase()), longest);
const [longestOfSimplify, longestOfWriteGood] = [byLongest(ofSimplify), byLongest(ofWriteGood)];
const twice = new Set(used.twice);

/**
 * What retext-simplify and write-good say of one sentence, held to what is of use in case notes, in order. They know words only,
 * and cost much: a sentence is handed to them only where a phrase that is used stands in it, or a word twice in a row.
 *
 * @param words the sentence's words in small letters
 */
export function wordyPhrases(text: string, words: readonly string[]): WordyPhrase[] {
  const phrases: WordyPhrase[] = [];
  const inSmall = lazily(() => text.toLowerCase().replace(/\s+/g, " "));
  if (mayHold(longestOfSimplify, words, inSmall)) phrases.push(...simpler(text));
  if (mayHold(longestOfWriteGood, words, inSmall)) phrases.push(...worn(text));
  if (words.some((word, index) => word === words[index - 1] && !twice.has(word))) phrases.push(...repeated(text));
  return phrases.sort((a, b) => a.start - b.start || b.end - a.end).filter((one, at, all) => !all.slice(0, at).some((other) => other.start < one.end && one.start < other.end));
}

/** True where one of the phrases stands in a text, so far as its letters go. */
const mayHold = (phrases: PhrasesByWord, words: readonly string[], inSmall: () => string): boolean => words.some((word) => phrases.get(word)?.some((phrase) => word === phrase || inSmall().includes(phrase)));

const simpler = (text: string): WordyPhrase[] =>
  simplify.processSync(text).messages.flatMap((message) => {
    const phrase = ofSimplify.get(message.ruleId ?? "");
    const { start, end } = message.place && "start" in message.place ? message.place : {};
    if (phrase === undefined || start?.offset === undefined || end?.offset === undefined) return [];
    const own = used["retext-simplify"][phrase]!;
    return [{ start: start.offset, end: end.offset, phrase, kind: "wordy" as const, plain: own.length ? own : (message.expected ?? []), omit: message.reason.includes(", remove it") }];
  });

const worn = (text: string): WordyPhrase[] =>
  writeGood(text, { ...checks, illusion: false }).flatMap(({ index, offset, reason }) => {
    const phrase = ofWriteGood.get(text.slice(index, index + offset).toLowerCase().replace(/\s+/g, " "));
    return phrase === undefined ? [] : [{ start: index, end: index + offset, phrase, kind: reason.includes("is a cliche") ? ("worn" as const) : ("wordy" as const), plain: used["write-good"][phrase]!, omit: false }];
  });

const repeated = (text: string): WordyPhrase[] =>
  writeGood(text, { ...checks, tooWordy: false, cliches: false }).flatMap(({ index, offset }) => {
    const phrase = text.slice(index, index + offset);
    return /^\p{L}+$/u.test(phrase) && !twice.has(phrase.toLowerCase()) ? [{ start: text.slice(0, index).trimEnd().length, end: index + offset, phrase, kind: "repeated" as const, plain: [], omit: true }] : [];
  });

function longest(phrase: string): string {
  return phrase.toLowerCase().split(/[\s-]+/).reduce((found, word) => (word.length > found.length ? word : found), "");
}
