import { wordList } from "../lexicon/lexicon.ts";
import type { PersonKind } from "./note.ts";

/** What a relation word says of a person. */
export interface Relation {
  readonly key: string;
  readonly gender?: "f" | "m";
  readonly kind: PersonKind;
}

/** The word lists of the dictionaries that the reading of a note uses, read once. */
export const relations: ReadonlyMap<string, Relation> = new Map(
  [...wordList("relations")].flatMap((line) => {
    const [words, rest] = line.split(" = ");
    const [key, gender, kind] = rest!.split(" | ");
    const relation = { key: key!, kind: kind as PersonKind, ...(gender === "-" ? {} : { gender: gender as "f" | "m" }) };
    return words!.split(" ").map((word) => [word, relation] as const);
  }),
);
export const modifiers = wordList("relation-modifiers");
export const titles = wordList("titles");
export const womensTitles = wordList("titles-f");
export const mensTitles = wordList("titles-m");
export const roles = wordList("roles");
export const speechVerbs = wordList("speech-verbs");
export const weakSpeechVerbs = wordList("weak-speech-verbs");
export const adverbs = wordList("adverbs");
export const auxiliaries = wordList("auxiliaries");
export const openers = wordList("clause-openers");
export const subordinators = wordList("subordinators");
export const prepositions = wordList("prepositions");
export const pronounsF = wordList("pronouns-f");
export const pronounsM = wordList("pronouns-m");
export const pronounsThey = wordList("pronouns-they");
export const pronounsWorker = wordList("pronouns-worker");
export const pronounsWe = wordList("pronouns-we");
export const pronounsYou = wordList("pronouns-you");
export const months = wordList("months");
export const toolLabels = wordList("tool-labels");
export const tools = wordList("tools");
export const placeholders = wordList("placeholders");
export const abbreviations = wordList("abbreviations");
