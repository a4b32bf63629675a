import { anyToken, classSet, type Automaton, type MatchToken } from "./automaton.ts";
import { listOf, readLists, type Lists } from "./lists.ts";
import { wordClasses } from "./pattern.ts";

/** Tokens from `from` up to and without `to` are the phrase numbered `phrase`. */
export interface Match {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** The most tokens of one match. */
export const longestPhrase = 24;

/** What a token of one word, or of one class, is in and begins. */
interface Lead {
  /** The sets it is in: a bit for each. */
  readonly sets: Uint32Array;
  /** The edges of all places where it leads as the first of a phrase: of each the set that it asks for, and the place it leads to. */
  readonly edges: Int32Array;
  /** The phrases of this one token. */
  readonly phrases: readonly number[];
}

/** A word: what it leads to however it is written, and with a capital. */
interface Word {
  readonly small: Lead;
  readonly capital: Lead;
}

/** How many words are kept before all are forgotten: a bound on memory, seldom reached. */
const mostWords = 4_000;
/** The sets before this one are no words'. */
const firstWordSet = classSet(wordClasses.length);

/** Runs an automaton over tokens: wherever the reading of any phrase has come to, all at once, token by token. */
export class Matcher {
  readonly #written: Automaton["words"];
  /** By set, the places where its tokens lead as the first of a phrase. */
  readonly #begin: Lists;
  /** By place, of each of its edges the set that it asks for. */
  readonly #asked: Lists;
  /** Of each edge, in the same order, how many places back it leads. */
  readonly #targets: Int32Array;
  /** By place, the phrases that are found on arriving there. */
  readonly #phrases: Lists;
  readonly #words = new Map<string, Word>();
  readonly #classes: readonly Lead[];
  readonly #unknown: Word;
  /** By place, the last arrival there (counted over all: one for each token and each that was begun at). */
  readonly #arrived: Float64Array;
  #arrivals = 0;

  constructor({ words, begin, asked, targets, phrases }: Automaton) {
    this.#written = words;
    this.#begin = readLists(begin);
    this.#asked = readLists(asked);
    this.#targets = readLists(targets).numbers;
    this.#phrases = readLists(phrases);
    this.#arrived = new Float64Array(this.#asked.starts.length);
    this.#classes = wordClasses.map((_, index) => this.#lead([classSet(index)]));
    const none = this.#lead([]);
    this.#unknown = { small: none, capital: none };
  }

  /** Every phrase in the tokens, the longest of each phrase from each place on; in the order in which they begin, and the shorter before the longer. */
  match(tokens: readonly MatchToken[]): Match[] {
    const found: Match[][] = [];
    let paths = new Paths();
    let before: readonly Lead[] = [];
    tokens.forEach(({ word, capital, classes }, at) => {
      const known = this.#word(word);
      const lead = capital ? known.capital : known.small;
      const next = new Paths();
      // The classes' sets stand right behind the set of every token, and a token's classes are a bit each.
      const few = (classes << classSet(0)) | (1 << anyToken);
      for (let path = 0; path < paths.places.length; ) path = this.#follow(paths, path, at, lead.sets, few, next, found);
      if (before.length) this.#second(before, at, lead.sets, few, next, found);
      before = [lead, ...this.#classes.filter((_, index) => classes & (1 << index))];
      note(before.flatMap(({ phrases }) => phrases), at, at + 1, found);
      paths = next;
    });
    return found.flat();
  }

  /** Takes all paths that began at the same token as the one numbered `path` to the token `at`. Returns the number of the first that did not. */
  #follow({ places, begun }: Paths, path: number, at: number, sets: Uint32Array, few: number, next: Paths, found: Match[][]): number {
    const from = begun[path]!;
    const { starts, numbers } = this.#asked;
    const targets = this.#targets;
    const phrases: number[] = [];
    this.#arrivals += 1;
    for (; begun[path] === from; path += 1) {
      if (at - from >= longestPhrase) continue;
      const place = places[path]!;
      for (let edge = starts[place]!, end = starts[place + 1]!; edge < end; edge += 1) if (isIn(numbers[edge]!, sets, few)) this.#arrive(place - targets[edge]!, from, next, phrases);
    }
    note(phrases, from, at + 1, found);
    return path;
  }

  /** Takes what the token before `at` began to the token `at`. */
  #second(leads: readonly Lead[], at: number, sets: Uint32Array, few: number, next: Paths, found: Match[][]): void {
    const phrases: number[] = [];
    this.#arrivals += 1;
    for (const { edges } of leads) for (let edge = 0; edge < edges.length; edge += 2) if (isIn(edges[edge]!, sets, few)) this.#arrive(edges[edge + 1]!, at - 1, next, phrases);
    note(phrases, at - 1, at + 1, found);
  }

  #arrive(place: number, from: number, { places, begun }: Paths, phrases: number[]): void {
    if (this.#arrived[place] === this.#arrivals) return;
    this.#arrived[place] = this.#arrivals;
    const { starts, numbers } = this.#phrases;
    for (let index = starts[place]!, end = starts[place + 1]!; index < end; index += 1) phrases.push(numbers[index]!);
    if (this.#asked.starts[place] === this.#asked.starts[place + 1]) return;
    places.push(place);
    begun.push(from);
  }

  #word(word: string): Word {
    const known = this.#words.get(word);
    if (known) return known;
    if (!Object.hasOwn(this.#written, word)) return this.#unknown;
    if (this.#words.size >= mostWords) this.#words.clear();
    const lists = readLists(this.#written[word]!);
    const [any, capital] = [inFull(listOf(lists, 0)), inFull(listOf(lists, 1))];
    const small = this.#lead(any);
    const made = { small, capital: capital.length ? this.#lead([...any, ...capital]) : small };
    this.#words.set(word, made);
    return made;
  }

  #lead(inSets: readonly number[]): Lead {
    const sets = new Uint32Array((this.#begin.starts.length >> 5) + 1);
    const first = new Set<number>();
    for (const set of inSets) {
      sets[set >> 5]! |= 1 << (set & 31);
      for (let at = this.#begin.starts[set]!, end = this.#begin.starts[set + 1]!; at < end; at += 1) first.add(this.#begin.numbers[at]!);
    }
    const [edges, phrases]: [number[], number[]] = [[], []];
    for (const place of first) {
      const { starts, numbers } = this.#asked;
      for (let edge = starts[place]!, end = starts[place + 1]!; edge < end; edge += 1) edges.push(numbers[edge]!, place - this.#targets[edge]!);
      phrases.push(...listOf(this.#phrases, place));
    }
    return { sets, edges: Int32Array.from(edges), phrases };
  }
}

/** True where a token is in a set: one of the `few` that are no words', or one of its word's. */
const isIn = (set: number, sets: Uint32Array, few: number): boolean => ((set < firstWordSet ? few >> set : sets[set >> 5]! >> (set & 31)) & 1) === 1;

/** Where the reading of phrases has come to: places, and beside each the token it began at. Those of one beginning stand together. */
class Paths {
  readonly places: number[] = [];
  readonly begun: number[] = [];
}

/** Notes the phrases that begin at `from` and end before `to`. A longer one stands for the same phrase that ended sooner. */
function note(phrases: readonly number[], from: number, to: number, found: Match[][]): void {
  if (!phrases.length) return;
  const begun = (found[from] ??= []);
  const sooner = begun.length;
  for (const phrase of phrases.length > 1 ? [...new Set(phrases)].sort((a, b) => a - b) : phrases) {
    for (let at = Math.min(sooner, begun.length) - 1; at >= 0; at -= 1) if (begun[at]!.phrase === phrase) begun.splice(at, 1);
    begun.push({ phrase, from, to });
  }
}

/** Numbers in full that are written by how far each lies behind the one before it. */
function inFull(gaps: Int32Array): number[] {
  let sum = 0;
  return Array.from(gaps, (gap) => (sum += gap));
}
