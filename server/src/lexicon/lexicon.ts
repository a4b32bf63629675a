import type { Token } from "../text/tokens.ts";
import type { Span } from "../text/span.ts";
import compiled from "../../generated/lexicon.json" with { type: "json" };
import { Matcher, type MatchToken } from "./automaton.ts";
import type { CompiledLexicon } from "./compile.ts";
import type { Dictionaries, DictionaryName } from "./dictionary.ts";

const data = compiled as unknown as CompiledLexicon;

/** An entry of a dictionary, found in a sentence. */
export interface Hit<Name extends DictionaryName = DictionaryName> extends Span {
  readonly dictionary: Name;
  readonly entry: Dictionaries[Name];
  /** The tokens from `from` up to and without `to`, counted within what was searched. */
  readonly from: number;
  readonly to: number;
}

export const acronyms = data.acronyms;
export const entriesOf = <Name extends DictionaryName>(name: Name): readonly Dictionaries[Name][] => data.entries[name];

/** A word list of words.yml, as a set. Throws where the list is unknown: a fault of ours. */
export function wordList(name: string): ReadonlySet<string> {
  const list = data.words[name];
  if (!list) throw new Error(`words.yml has no list "${name}"`);
  return new Set(list);
}

let matcher: Matcher | undefined;

/** Everything that the dictionaries know in one sentence's tokens, in one pass. Exceptions and neighbours are already weighed. */
export function findIn(tokens: readonly (Token & MatchToken)[]): Hit[] {
  matcher ??= new Matcher(data.automaton);
  const matches = matcher.match(tokens).map(({ phrase, from, to }) => {
    const [name, index, use] = data.phrases[phrase]!;
    return { key: `${name}/${index}`, name, index, use, from, to };
  });
  const has = (key: string, use: string, test: (match: { from: number; to: number }) => boolean) => matches.some((other) => other.key === key && other.use === use && test(other));
  const hits: Hit[] = [];
  for (const { key, name, index, use, from, to } of matches) {
    if (use !== "match") continue;
    const entry = data.entries[name][index]!;
    if (entry.except && has(key, "except", (other) => other.from < to && from < other.to)) continue;
    if (entry.near && !has(key, "near", () => true)) continue;
    // The longest match of an entry from here stands for those inside it.
    if (has(key, "match", (other) => other.from <= from && other.to >= to && other.to - other.from > to - from)) continue;
    if (hits.some((hit) => hit.entry === entry && hit.from === from && hit.to === to)) continue;
    hits.push({ dictionary: name, entry, from, to, start: tokens[from]!.start, end: tokens[to - 1]!.end } as Hit);
  }
  return hits;
}

/** The hits of one dictionary. */
export const hitsOf = <Name extends DictionaryName>(hits: readonly Hit[], name: Name): Hit<Name>[] =>
  hits.filter((hit): hit is Hit<Name> => hit.dictionary === name);
