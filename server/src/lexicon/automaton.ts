import { wordClasses, type Part, type WordClass } from "./pattern.ts";

/** One place in the matcher. Numbers name places. */
export interface Node {
  /** Where words lead: the words of one edge, parted by spaces, and the place. */
  words?: [string, number][];
  capitals?: [string, number][];
  classes?: Partial<Record<WordClass, number>>;
  any?: number;
  /** Places that one is in as well on arriving here. */
  also?: number[];
  /** What has been found on arriving here. */
  accept?: number[];
}

/** All phrases of all dictionaries in one token trie: place 0 is the root. Plain data, so that a build can store it. */
export type Automaton = Node[];

/** What the matcher asks of a token: its word, and the classes it belongs to (one bit a class). */
export interface MatchToken {
  readonly word: string;
  readonly capital: boolean;
  readonly classes: number;
}

/** Tokens from `from` up to and without `to` are the phrase numbered `phrase`. */
export interface Match {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

export const classBit = (name: WordClass): number => 1 << wordClasses.indexOf(name);

const longestGap = 4;
/** The most tokens of one match. */
export const longestPhrase = 24;

/** Builds the trie, phrase by phrase. */
export class AutomatonBuilder {
  readonly nodes: Automaton = [{}];

  /** Adds a phrase under a number of the caller's. */
  add(parts: readonly Part[], phrase: number): void {
    const end = this.#node({ accept: [phrase] });
    (this.nodes[0]!.also ??= []).push(this.#sequence(parts, end));
  }

  #node(node: Node): number {
    this.nodes.push(node);
    return this.nodes.length - 1;
  }

  /** The place from which reading `parts` leads to `next`. */
  #sequence(parts: readonly Part[], next: number): number {
    let place = next;
    for (const part of [...parts].reverse()) place = this.#part(part, place);
    return place;
  }

  #part(part: Part, next: number): number {
    switch (part.kind) {
      case "words": {
        const edges: [string, number][] = [[part.words.join(" "), next]];
        return this.#node(part.capital ? { capitals: edges } : { words: edges });
      }
      case "class":
        return this.#node({ classes: { [part.name]: next } });
      case "gap": {
        let place = next;
        for (let i = 0; i < longestGap; i += 1) place = this.#node({ also: [next], any: place });
        return place;
      }
      case "choice":
        return this.#choice(part.options, next);
    }
  }

  /** Alternatives of one word each share an edge. */
  #choice(options: readonly (readonly Part[])[], next: number): number {
    const single = options.flatMap((option) => (option.length === 1 && option[0]!.kind === "words" && !option[0]!.capital ? option[0]!.words : []));
    const rest = options.filter((option) => !(option.length === 1 && option[0]!.kind === "words" && !option[0]!.capital));
    const also = rest.map((option) => this.#sequence(option, next));
    return this.#node({ ...(single.length ? { words: [[[...new Set(single)].join(" "), next]] } : {}), ...(also.length ? { also } : {}) });
  }
}

/** A place ready to be run: maps for lists, so that a word like "constructor" finds nothing. */
interface Place {
  words: Map<string, Place[]> | undefined;
  capitals: Map<string, Place[]> | undefined;
  classes: [number, Place][];
  any: Place | undefined;
  also: readonly Place[];
  accept: readonly number[];
}

/** The words of edges, each with the places that it leads to. */
function byWord(edges: readonly (readonly [string, number])[] | undefined, places: readonly Place[]): Map<string, Place[]> | undefined {
  if (!edges) return undefined;
  const map = new Map<string, Place[]>();
  for (const [words, target] of edges)
    for (const word of words.split(" ")) {
      const known = map.get(word);
      if (known) known.push(places[target]!);
      else map.set(word, [places[target]!]);
    }
  return map;
}

/** Where the matcher can be at once. What a token leads to from here is worked out the first time and kept. */
interface State {
  readonly places: readonly Place[];
  readonly accept: readonly number[];
  readonly next: Map<number, State>;
}

/** How many states are kept before all are forgotten: a bound on memory, seldom reached. */
const mostStates = 200_000;

/** Runs the trie over tokens. */
export class Matcher {
  readonly #root: Place;
  #start: State;
  #states = 0;
  /** A number for every kind of token met: word, capital and classes. */
  readonly #kinds = new Map<string, Map<number, number>>();
  #kindCount = 0;

  constructor(automaton: Automaton) {
    const places = automaton.map((): Place => ({ words: undefined, capitals: undefined, classes: [], any: undefined, also: [], accept: [] }));
    automaton.forEach((node, id) => {
      const place = places[id]!;
      place.words = byWord(node.words, places);
      place.capitals = byWord(node.capitals, places);
      place.classes = Object.entries(node.classes ?? {}).map(([name, target]) => [classBit(name as WordClass), places[target]!]);
      place.any = node.any === undefined ? undefined : places[node.any];
      place.also = (node.also ?? []).map((target) => places[target]!);
      place.accept = node.accept ?? [];
    });
    this.#root = merged(closure([places[0]!]));
    this.#start = this.#state(new Set([this.#root]));
  }

  /** Every phrase in the tokens, the longest of each phrase from each place on. */
  match(tokens: readonly MatchToken[]): Match[] {
    if (this.#states > mostStates) this.#forget();
    const kinds = tokens.map((token) => this.#kind(token));
    const found: Match[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      let state = this.#start;
      let ends: Map<number, number> | undefined;
      for (let at = from; at < tokens.length && at - from < longestPhrase; at += 1) {
        state = state.next.get(kinds[at]!) ?? this.#step(state, tokens[at]!, kinds[at]!);
        if (!state.places.length) break;
        for (const phrase of state.accept) (ends ??= new Map()).set(phrase, at + 1);
      }
      if (ends) for (const [phrase, to] of ends) found.push({ phrase, from, to });
    }
    return found;
  }

  #kind({ word, capital, classes }: MatchToken): number {
    let byClass = this.#kinds.get(word);
    if (!byClass) this.#kinds.set(word, (byClass = new Map()));
    const key = classes * 2 + (capital ? 1 : 0);
    let kind = byClass.get(key);
    if (kind === undefined) byClass.set(key, (kind = this.#kindCount += 1));
    return kind;
  }

  #forget(): void {
    this.#kinds.clear();
    this.#states = 0;
    this.#start = this.#state(new Set([this.#root]));
  }

  #state(places: ReadonlySet<Place>): State {
    this.#states += 1;
    return { places: [...places], accept: [...new Set([...places].flatMap(({ accept }) => accept))], next: new Map() };
  }

  #step(from: State, token: MatchToken, kind: number): State {
    const reached: Place[] = [];
    for (const place of from.places) {
      const words = place.words?.get(token.word);
      if (words) reached.push(...words);
      const capitals = token.capital ? place.capitals?.get(token.word) : undefined;
      if (capitals) reached.push(...capitals);
      if (token.classes) for (const [bit, target] of place.classes) if (token.classes & bit) reached.push(target);
      if (place.any) reached.push(place.any);
    }
    const state = reached.length ? this.#state(closure(reached)) : nowhere;
    from.next.set(kind, state);
    return state;
  }
}

const nowhere: State = { places: [], accept: [], next: new Map() };

/** The places, and those that one is in as well. */
function closure(places: readonly Place[]): Set<Place> {
  const all = new Set(places);
  for (const place of all) for (const more of place.also) all.add(more);
  return all;
}

/** Many places as one: the root is asked about every word. */
function merged(places: ReadonlySet<Place>): Place {
  const one: Place = { words: new Map(), capitals: new Map(), classes: [], any: undefined, also: [], accept: [] };
  for (const { words, capitals, classes } of places) {
    for (const [from, into] of [[words, one.words!], [capitals, one.capitals!]] as const) for (const [word, targets] of from ?? []) into.set(word, [...(into.get(word) ?? []), ...targets]);
    one.classes.push(...classes);
  }
  return one;
}
