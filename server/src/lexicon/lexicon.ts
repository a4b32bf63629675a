import { lowest } from "../text/span-index.ts";
import { groupBy } from "../text/group.ts";
import type { Token } from "../text/tokens.ts";
import { overlaps, type Span } from "../text/span.ts";
import compiled from "../../generated/lexicon.json" with { type: "json" };
import { longestPhrase, Matcher, type MatchToken } from "./automaton.ts";
import { compileLexicon, type CompiledLexicon } from "./compile.ts";
import type { AcronymEntry, Dictionaries, DictionaryName } from "./dictionary.ts";
import { packEntries, type Pack, type PackGround } from "./pack.ts";

const core = compiled as unknown as CompiledLexicon;

/** An entry of a dictionary, found in a sentence. */
export interface Hit<Name extends DictionaryName = DictionaryName> extends Span {
  readonly dictionary: Name;
  readonly entry: Dictionaries[Name];
  /** The tokens from `from` up to and without `to`, counted within what was searched. */
  readonly from: number;
  readonly to: number;
}

/** The dictionaries as one reader of a note knows them: those of the product, with a team's own lists on top. */
export interface Lexicon {
  readonly acronyms: readonly AcronymEntry[];
  /** What the dictionaries know in one sentence's tokens. Exceptions and neighbours are already weighed. */
  findIn(tokens: readonly (Token & MatchToken)[]): Hit[];
}

export const entriesOf = <Name extends DictionaryName>(name: Name): readonly Dictionaries[Name][] => core.entries[name];

/** What a team's own lists build on. */
export const packGround: PackGround = {
  words: core.words,
  entry: (dictionary, term) => (dictionary === "acronym" ? core.acronyms : core.entries[dictionary]).find((entry) => entry.term.toLowerCase() === term.toLowerCase()),
};

/** A word list of words.yml, as a set. Throws where the list is unknown: a fault of ours. */
export function wordList(name: string): ReadonlySet<string> {
  const list = core.words[name];
  if (!list) throw new Error(`words.yml has no list "${name}"`);
  return new Set(list);
}

/** Finds the phrases of compiled dictionaries; the matcher is made when it is first asked. */
class Finder {
  #matcher: Matcher | undefined;
  constructor(private readonly data: Pick<CompiledLexicon, "entries" | "phrases" | "automaton">) {}

  findIn(tokens: readonly (Token & MatchToken)[]): Hit[] {
    const { data } = this;
    this.#matcher ??= new Matcher(data.automaton);
    const matches = this.#matcher.match(tokens).map(({ phrase, from, to }) => {
      const [name, index, use] = data.phrases[phrase]!;
      return { key: `${name}/${index}`, name, index, use, from, to };
    });
    // Matches come in the order in which they begin.
    const alike = groupBy(matches, ({ key, use }) => `${key} ${use}`);
    const near = (key: string, use: string, from: number, to: number) => {
      const list = alike.get(`${key} ${use}`) ?? [];
      const first = lowest(list.length, (at) => list[at]!.from > from - longestPhrase);
      return list.slice(first, lowest(list.length, (at) => list[at]!.from >= to));
    };
    const hits: Hit[] = [];
    const known = new Set<string>();
    for (const { key, name, index, use, from, to } of matches) {
      if (use !== "match") continue;
      const entry = data.entries[name][index]!;
      if (entry.except && near(key, "except", from, to).some((other) => from < other.to)) continue;
      if (entry.near && !alike.has(`${key} near`)) continue;
      // The longest match of an entry from here stands for those inside it.
      if (near(key, "match", from, from + 1).some((other) => other.to >= to && other.to - other.from > to - from)) continue;
      const place = `${key} ${from} ${to}`;
      if (known.has(place)) continue;
      known.add(place);
      hits.push({ dictionary: name, entry, from, to, start: tokens[from]!.start, end: tokens[to - 1]!.end } as Hit);
    }
    return hits;
  }
}

/** The dictionaries of the product. */
export const coreLexicon: Lexicon = { acronyms: core.acronyms, findIn: Finder.prototype.findIn.bind(new Finder(core)) };

const packed = new WeakMap<readonly Pack[], Lexicon>();

/** The dictionaries with a team's own lists: an entry of theirs takes the place of the entry of the same name, and what they leave is not found. The later list wins. */
export function lexiconOf(packs: readonly Pack[]): Lexicon {
  if (!packs.length) return coreLexicon;
  let lexicon = packed.get(packs);
  if (!lexicon) packed.set(packs, (lexicon = withPacks(packs)));
  return lexicon;
}

function withPacks(packs: readonly Pack[]): Lexicon {
  const { entries, acronyms, replaced } = packEntries(packs, Object.keys(core.entries) as DictionaryName[]);
  const own = new Finder(compileLexicon(entries, acronyms, core.words));
  const gone = (dictionary: string, term: string): boolean => replaced.has(`${dictionary}/${term.toLowerCase()}`);
  return {
    acronyms: [...acronyms, ...core.acronyms.filter(({ term }) => !gone("acronym", term))],
    findIn: (tokens) => [...own.findIn(tokens), ...coreLexicon.findIn(tokens).filter(({ dictionary, entry }) => !gone(dictionary, entry.term))],
  };
}

/** Where hits of one dictionary meet, the firm one stands, then the longer, then the first. */
export const foremost = <H extends Hit>(hits: readonly H[], isFirm: (hit: H) => boolean): H[] => {
  const outranks = (other: H, hit: H): boolean => (Number(isFirm(other)) - Number(isFirm(hit)) || other.end - other.start - (hit.end - hit.start) || hits.indexOf(hit) - hits.indexOf(other)) > 0;
  return hits.filter((hit) => !hits.some((other) => other !== hit && overlaps(other, hit) && outranks(other, hit)));
};

/** The hits of one dictionary. */
export function hitsOf<Name extends DictionaryName>(hits: readonly Hit[], name: Name): readonly Hit<Name>[] {
  let kinds = sorted.get(hits);
  if (!kinds) sorted.set(hits, (kinds = groupBy(hits, ({ dictionary }) => dictionary)));
  return (kinds.get(name) ?? none) as readonly Hit<Name>[];
}

const none: readonly Hit[] = [];
/** Many rules ask the same sentence. */
const sorted = new WeakMap<readonly Hit[], ReadonlyMap<DictionaryName, readonly Hit[]>>();
