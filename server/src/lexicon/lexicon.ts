import { groupBy } from "../text/group.ts";
import type { Token } from "../text/tokens.ts";
import { overlaps, type Span } from "../text/span.ts";
import compiled from "../../generated/lexicon.json" with { type: "json" };
import type { MatchToken } from "./automaton.ts";
import { compilePhrases, entryOf, phraseOf, useOf, type CompiledLexicon, type CompiledPhrases, type Entries } from "./compile.ts";
import type { AcronymEntry, Dictionaries, DictionaryName, Entry, WordLists } from "./dictionary.ts";
import { longestPhrase, Matcher, type Match } from "./matcher.ts";
import { packEntries, type Pack } from "./pack.ts";

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

/** The word lists of words.yml, which patterns name. */
export const wordLists: WordLists = core.words;

/** A word list of words.yml, as a set. Throws where the list is unknown: a fault of ours. */
export function wordList(name: string): ReadonlySet<string> {
  const list = core.words[name];
  if (!list) throw new Error(`words.yml has no list "${name}"`);
  return new Set(list);
}

/** Finds the phrases of compiled dictionaries; the matcher is made when it is first asked. */
class Finder {
  readonly #phrases: CompiledPhrases;
  readonly #entries: readonly { readonly dictionary: DictionaryName; readonly entry: Entry }[];
  readonly #askNear: ReadonlySet<number>;
  #matcher: Matcher | undefined;

  constructor(entries: Entries, phrases: CompiledPhrases) {
    this.#phrases = phrases;
    this.#entries = (Object.keys(entries) as DictionaryName[]).flatMap((dictionary) => entries[dictionary].map((entry) => ({ dictionary, entry })));
    this.#askNear = new Set(phrases.near);
  }

  findIn(tokens: readonly (Token & MatchToken)[]): Hit[] {
    this.#matcher ??= new Matcher(this.#phrases.automaton);
    // Matches come in the order in which they begin.
    const matches = this.#matcher.match(tokens);
    if (!matches.length) return [];
    const hits: Hit[] = [];
    let phrases: Set<number> | undefined;
    matches.forEach(({ phrase, from, to }, index) => {
      if (useOf(phrase) !== "match") return;
      const number = entryOf(phrase);
      if (isSilenced(matches, index, phraseOf(number, "except"))) return;
      if (this.#askNear.has(number) && !(phrases ??= new Set(matches.map((match) => match.phrase))).has(phraseOf(number, "near"))) return;
      const { dictionary, entry } = this.#entries[number]!;
      hits.push({ dictionary, entry, from, to, start: tokens[from]!.start, end: tokens[to - 1]!.end } as Hit);
    });
    return hits;
  }
}

/** True where an exception meets a match, or a longer match of the same entry holds it. */
function isSilenced(matches: readonly Match[], index: number, except: number): boolean {
  const { phrase, from, to } = matches[index]!;
  for (let at = index - 1; at >= 0 && matches[at]!.from > from - longestPhrase; at -= 1) {
    const other = matches[at]!;
    if (other.phrase === except && from < other.to) return true;
    if (other.phrase === phrase && other.to >= to && other.to - other.from > to - from) return true;
  }
  for (let at = index + 1; at < matches.length && matches[at]!.from < to; at += 1) if (matches[at]!.phrase === except) return true;
  return false;
}

/** The dictionaries of the product. */
export const coreLexicon: Lexicon = lexiconFrom(core.acronyms, new Finder(core.entries, core));

function lexiconFrom(acronyms: readonly AcronymEntry[], finder: Finder): Lexicon {
  return { acronyms, findIn: (tokens) => finder.findIn(tokens) };
}

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
  const own = new Finder(entries, compilePhrases(entries, core.words));
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
  if (!hits.length) return none;
  let kinds = sorted.get(hits);
  if (!kinds) sorted.set(hits, (kinds = groupBy(hits, ({ dictionary }) => dictionary)));
  return (kinds.get(name) ?? none) as readonly Hit<Name>[];
}

const none: readonly never[] = [];
/** Many rules ask the same sentence. */
const sorted = new WeakMap<readonly Hit[], ReadonlyMap<DictionaryName, readonly Hit[]>>();
