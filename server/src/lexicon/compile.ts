import { AutomatonBuilder, type Automaton } from "./automaton.ts";
import type { AcronymEntry, Dictionaries, DictionaryName, Entry, WordLists } from "./dictionary.ts";
import { parsePattern, PatternError } from "./pattern.ts";

/** The entries of all dictionaries, each list in the order in which phrases are numbered. */
export type Entries = { readonly [Name in DictionaryName]: readonly Dictionaries[Name][] };

/** What a phrase of an entry is for: to find it, to silence it, or to stand in the same sentence. */
const uses = ["match", "except", "near"] as const;

type Use = (typeof uses)[number];

/** The number under which an entry's phrases of one use are found: `entry` counts over all dictionaries. */
export const phraseOf = (entry: number, use: Use): number => entry * uses.length + uses.indexOf(use);
export const entryOf = (phrase: number): number => Math.floor(phrase / uses.length);
export const useOf = (phrase: number): Use => uses[phrase % uses.length]!;

/** The phrases of dictionaries, compiled. */
export interface CompiledPhrases {
  readonly automaton: Automaton;
  /** The entries, counted over all dictionaries, that ask for a neighbour. */
  readonly near: readonly number[];
}

/** Compiles the patterns of the entries of all dictionaries. Throws a PatternError that names the entry where one cannot be read. */
export function compilePhrases(entries: Entries, words: WordLists): CompiledPhrases {
  const builder = new AutomatonBuilder();
  const near: number[] = [];
  let number = 0;
  for (const [name, list] of Object.entries(entries) as [DictionaryName, readonly Entry[]][])
    for (const entry of list) {
      for (const use of uses)
        for (const pattern of entry[use] ?? (use === "match" ? [entry.term] : [])) {
          try {
            builder.add(parsePattern(pattern, words), phraseOf(number, use));
          } catch (error) {
            if (error instanceof PatternError) throw new PatternError(`${name}, "${entry.term}": ${error.message}`);
            throw error;
          }
        }
      if (entry.near) near.push(number);
      number += 1;
    }
  return { automaton: builder.finish(), near };
}

/** The product's own dictionaries as a build stores them, without what only compiling, teams' lists and tests ask for. */
export interface CompiledLexicon extends CompiledPhrases {
  readonly entries: Entries;
  readonly acronyms: readonly AcronymEntry[];
  readonly words: WordLists;
}
