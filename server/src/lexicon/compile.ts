import { AutomatonBuilder, type Automaton } from "./automaton.ts";
import type { AcronymEntry, Dictionaries, DictionaryName, Entry, WordLists } from "./dictionary.ts";
import { parsePattern, PatternError } from "./pattern.ts";

/** What a phrase in the trie stands for: an entry's `match`, `except` or `near`. */
export type PhraseUse = "match" | "except" | "near";

/** The dictionaries, compiled: data that a build stores and the lexicon loads. */
export interface CompiledLexicon {
  readonly entries: { readonly [Name in DictionaryName]: readonly Dictionaries[Name][] };
  readonly acronyms: readonly AcronymEntry[];
  readonly words: WordLists;
  /** By phrase number: dictionary, index of the entry in it, use. */
  readonly phrases: readonly (readonly [DictionaryName, number, PhraseUse])[];
  readonly automaton: Automaton;
}

/** Compiles the entries of all dictionaries. Throws a PatternError that names the entry where a pattern cannot be read. */
export function compileLexicon(entries: CompiledLexicon["entries"], acronyms: readonly AcronymEntry[], words: WordLists): CompiledLexicon {
  const builder = new AutomatonBuilder();
  const phrases: [DictionaryName, number, PhraseUse][] = [];
  const add = (name: DictionaryName, index: number, entry: Entry, use: PhraseUse, patterns: readonly string[]) => {
    for (const pattern of patterns) {
      try {
        builder.add(parsePattern(pattern, words), phrases.length);
      } catch (error) {
        if (error instanceof PatternError) throw new PatternError(`${name}, "${entry.term}": ${error.message}`);
        throw error;
      }
      phrases.push([name, index, use]);
    }
  };
  for (const [name, list] of Object.entries(entries) as [DictionaryName, readonly Entry[]][])
    list.forEach((entry, index) => {
      add(name, index, entry, "match", entry.match ?? [entry.term]);
      add(name, index, entry, "except", entry.except ?? []);
      add(name, index, entry, "near", entry.near ?? []);
    });
  return { entries, acronyms, words, phrases, automaton: builder.nodes };
}
