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
  /** The sets it is in. */
  readonly sets: Int32Array;
  /** Of its sets those that stand second in some phrase. */
  readonly seconds: Int32Array;
  /** How often they do, over all phrases. */
  readonly askedFor: number;
  /** The edges of all places where it leads as the first of a phrase: of each the set of words that it asks for, and the place it leads to. */
  readonly edges: Int32Array;
  /** The same of those that ask for any token, or for a class of them. */
  readonly wide: Int32Array;
  /** The phrases of this one token. */
  readonly phrases: readonly number[];
  /** Of a word: this, and what its token's classes are in and begin, by their bits. */
  readonly withClasses: Map<number, readonly [Lead, ...Lead[]]>;
}

/** A word: what it leads to however it is written, and with a capital. */
interface Word {
  readonly small: Lead;
  readonly capital: Lead;
}

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
  /** By set of words, where its tokens stand second in a phrase: of each the set of the first, and the place that both lead to. */
  readonly #seconds: Lists;
  /** What was read of the dictionaries' words so far; a word that they do not know is never kept. */
  readonly #words = new Map<string, Word>();
  readonly #classes: readonly Lead[];
  /** Every token has a number, and here each set the number of the last token that was in it: of those with even numbers, and of the odd ones. */
  readonly #members: readonly [Uint32Array, Uint32Array];
  #token = 1;
  readonly #unknown: Word;
  /** By place, the last arrival there (counted over all: one for each token and each that was begun at). */
  readonly #arrived: Float64Array;
  #arrivals = 0;
  /** Those of the token before and of this one, in turn. */
  readonly #paths = [new Paths(), new Paths()] as const;
  /** The phrases of these arrivals, in order, each once. */
  readonly #met: number[] = [];

  constructor({ words, begin, asked, targets, phrases }: Automaton) {
    this.#written = words;
    this.#begin = readLists(begin);
    this.#asked = readLists(asked);
    this.#targets = readLists(targets).numbers;
    this.#phrases = readLists(phrases);
    this.#arrived = new Float64Array(this.#asked.starts.length);
    this.#seconds = this.#findSeconds();
    this.#classes = wordClasses.map((_, index) => this.#lead([classSet(index)]));
    const none = this.#lead([]);
    this.#unknown = { small: none, capital: none };
    this.#members = [new Uint32Array(this.#begin.starts.length), new Uint32Array(this.#begin.starts.length)];
  }

  /** Every phrase in the tokens, the longest of each phrase from each place on; in the order in which they begin, and the shorter before the longer. */
  match(tokens: readonly MatchToken[]): Match[] {
    const found: (Match[] | undefined)[] = [];
    let [paths, next] = this.#paths;
    paths.clear();
    next.clear();
    let before: readonly Lead[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const leads = this.#leadsOf(tokens[at]!);
      this.#join(leads);
      for (let path = 0; path < paths.count; ) path = this.#follow(paths, path, at, next, found);
      if (at) this.#second(before, at, leads[0]!, next, found);
      for (const { phrases } of leads) for (const phrase of phrases) this.#meet(phrase);
      this.#note(at, at + 1, found);
      before = leads;
      [paths, next] = [next, paths];
      next.clear();
    }
    const all: Match[] = [];
    for (const begun of found) if (begun) for (const match of begun) all.push(match);
    return all;
  }

  /** What a token is in and begins: by its word, and by each of its classes. */
  #leadsOf({ word, capital, classes }: MatchToken): readonly [Lead, ...Lead[]] {
    const lead = capital ? this.#word(word).capital : this.#word(word).small;
    let leads = lead.withClasses.get(classes);
    if (!leads) lead.withClasses.set(classes, (leads = [lead, ...this.#classes.filter((_, index) => classes & (1 << index))]));
    return leads;
  }

  /** The next token: it is in its leads' sets, and in the set of every token. */
  #join(leads: readonly Lead[]): void {
    this.#token += 1;
    // A number that was used before would be taken for a token of then.
    if (this.#token === 2 ** 32) {
      this.#token = 2;
      for (const members of this.#members) members.fill(0);
    }
    const token = this.#token;
    const members = this.#members[token & 1]!;
    members[anyToken] = token;
    for (const { sets } of leads) for (let index = 0; index < sets.length; index += 1) members[sets[index]!] = token;
  }

  /** Takes all paths that began at the same token as the one numbered `path` to the token `at`. Returns the number of the first that did not. */
  #follow({ places, begun, count }: Paths, path: number, at: number, next: Paths, found: (Match[] | undefined)[]): number {
    const from = begun[path]!;
    const { starts, numbers } = this.#asked;
    const targets = this.#targets;
    const token = this.#token;
    const members = this.#members[token & 1]!;
    this.#arrivals += 1;
    for (; path < count && begun[path] === from; path += 1) {
      if (at - from >= longestPhrase) continue;
      const place = places[path]!;
      for (let edge = starts[place]!, end = starts[place + 1]!; edge < end; edge += 1) if (members[numbers[edge]!] === token) this.#arrive(place - targets[edge]!, from, next);
    }
    this.#note(from, at + 1, found);
    return path;
  }

  /** Takes what the token before `at` began to the token `at`: by what the one begins or by what asks for the other's word, whichever is less. */
  #second(before: readonly Lead[], at: number, { seconds, askedFor }: Lead, next: Paths, found: (Match[] | undefined)[]): void {
    this.#arrivals += 1;
    const token = this.#token;
    const members = this.#members[token & 1]!;
    let begun = 0;
    for (const { wide, edges } of before) {
      for (let edge = 0; edge < wide.length; edge += 2) if (members[wide[edge]!] === token) this.#arrive(wide[edge + 1]!, at - 1, next);
      begun += edges.length >> 1;
    }
    if (begun < askedFor) {
      for (const { edges } of before) for (let edge = 0; edge < edges.length; edge += 2) if (members[edges[edge]!] === token) this.#arrive(edges[edge + 1]!, at - 1, next);
    } else {
      const { starts, numbers } = this.#seconds;
      const membersBefore = this.#members[(token - 1) & 1]!;
      for (const set of seconds) for (let pair = starts[set]!, end = starts[set + 1]!; pair < end; pair += 2) if (membersBefore[numbers[pair]!] === token - 1) this.#arrive(numbers[pair + 1]!, at - 1, next);
    }
    this.#note(at - 1, at + 1, found);
  }

  #arrive(place: number, from: number, next: Paths): void {
    if (this.#arrived[place] === this.#arrivals) return;
    this.#arrived[place] = this.#arrivals;
    const { starts, numbers } = this.#phrases;
    for (let index = starts[place]!, end = starts[place + 1]!; index < end; index += 1) this.#meet(numbers[index]!);
    if (this.#asked.starts[place] !== this.#asked.starts[place + 1]) next.add(place, from);
  }

  /** Few are met at a time, so each is put in its place. */
  #meet(phrase: number): void {
    const met = this.#met;
    let at = met.length;
    while (at > 0 && met[at - 1]! > phrase) at -= 1;
    if (met[at - 1] === phrase) return;
    met.push(phrase);
    met.copyWithin(at + 1, at, met.length - 1);
    met[at] = phrase;
  }

  /** Notes the phrases that were met, which begin at `from` and end before `to`. A longer one stands for the same phrase that ended sooner. */
  #note(from: number, to: number, found: (Match[] | undefined)[]): void {
    const phrases = this.#met;
    if (!phrases.length) return;
    const begun = (found[from] ??= []);
    const sooner = begun.length;
    for (const phrase of phrases) {
      for (let at = Math.min(sooner, begun.length) - 1; at >= 0; at -= 1) if (begun[at]!.phrase === phrase) begun.splice(at, 1);
      begun.push({ phrase, from, to });
    }
    phrases.length = 0;
  }

  #word(word: string): Word {
    const known = this.#words.get(word);
    if (known) return known;
    if (!Object.hasOwn(this.#written, word)) return this.#unknown;
    const lists = readLists(this.#written[word]!);
    const [any, capital] = [inFull(listOf(lists, 0)), inFull(listOf(lists, 1))];
    const small = this.#lead(any);
    const made = { small, capital: capital.length ? this.#lead([...any, ...capital]) : small };
    this.#words.set(word, made);
    return made;
  }

  #lead(inSets: readonly number[]): Lead {
    const first = new Set<number>();
    const seconds: number[] = [];
    let askedFor = 0;
    for (const set of inSets) {
      for (let at = this.#begin.starts[set]!, end = this.#begin.starts[set + 1]!; at < end; at += 1) first.add(this.#begin.numbers[at]!);
      const asking = (this.#seconds.starts[set + 1]! - this.#seconds.starts[set]!) >> 1;
      if (asking) seconds.push(set);
      askedFor += asking;
    }
    const [edges, wide, phrases]: [number[], number[], number[]] = [[], [], []];
    for (const place of first) {
      this.#eachEdge(place, (set, target) => (set < firstWordSet ? wide : edges).push(set, target));
      phrases.push(...listOf(this.#phrases, place));
    }
    return { sets: Int32Array.from(inSets), seconds: Int32Array.from(seconds), askedFor, edges: Int32Array.from(edges), wide: Int32Array.from(wide), phrases, withClasses: new Map() };
  }

  #eachEdge(place: number, hear: (set: number, target: number) => void): void {
    const { starts, numbers } = this.#asked;
    for (let edge = starts[place]!, end = starts[place + 1]!; edge < end; edge += 1) hear(numbers[edge]!, place - this.#targets[edge]!);
  }

  #eachSecond(hear: (first: number, second: number, target: number) => void): void {
    const { starts, numbers } = this.#begin;
    for (let first = 0; first + 1 < starts.length; first += 1)
      for (let at = starts[first]!, end = starts[first + 1]!; at < end; at += 1) this.#eachEdge(numbers[at]!, (second, target) => second >= firstWordSet && hear(first, second, target));
  }

  #findSeconds(): Lists {
    const starts = new Int32Array(this.#begin.starts.length + 1);
    this.#eachSecond((_, second) => void (starts[second + 1]! += 2));
    for (let set = 1; set < starts.length; set += 1) starts[set]! += starts[set - 1]!;
    const numbers = new Int32Array(starts.at(-1)!);
    const filled = starts.slice();
    this.#eachSecond((first, second, target) => {
      numbers[filled[second]!++] = first;
      numbers[filled[second]!++] = target;
    });
    return { starts, numbers };
  }
}

/** Where the reading of phrases has come to: places, and beside each the token it began at. Those of one beginning stand together. */
class Paths {
  places = new Int32Array(64);
  begun = new Int32Array(64);
  count = 0;

  add(place: number, from: number): void {
    if (this.count === this.places.length) [this.places, this.begun] = [twiceAsLong(this.places), twiceAsLong(this.begun)];
    this.places[this.count] = place;
    this.begun[this.count] = from;
    this.count += 1;
  }

  clear(): void {
    this.count = 0;
  }
}

function twiceAsLong(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

/** Numbers in full that are written by how far each lies behind the one before it. */
function inFull(gaps: Int32Array): number[] {
  let sum = 0;
  return Array.from(gaps, (gap) => (sum += gap));
}
