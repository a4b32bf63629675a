import { anyToken, base, classSet, type Automaton, type MatchToken } from "./automaton.ts";
import { wordClasses } from "./pattern.ts";

/** Tokens from `from` up to and without `to` are the phrase numbered `phrase`. */
export interface Match {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** The most tokens of one match. */
export const longestPhrase = 24;

/** All that tokens can be told apart by: two of a kind lead everywhere to the same places. */
interface Kind {
  readonly sets: ReadonlySet<number>;
  /** Where it leads as the first of a phrase. */
  first?: State;
}

/** A kind that a word can be of, by whether it has a capital and by its classes; most words are ever of one. */
interface Written {
  readonly key: number;
  readonly kind: Kind;
  readonly other: Written | undefined;
}

/** A place, read from its line when a token first leads there. */
interface Place {
  /** Of each edge the set, and the place in the list beside it. */
  readonly sets: readonly number[];
  readonly targets: readonly number[];
  /** The phrases that are found on arriving here. */
  readonly accept: readonly number[];
}

/** Where the matcher can be at once. What a token leads to from here is worked out the first time and kept. */
interface State {
  readonly places: readonly Place[];
  readonly accept: readonly number[];
  readonly next: Map<Kind, State>;
  /** Of each set the places that it leads to: made when a second token is asked about. */
  edges?: ReadonlyMap<number, readonly number[]>;
}

/** How many states are kept before all are forgotten: a bound on memory, seldom reached. */
const mostStates = 200_000;

const number = (written: string): number => parseInt(written, base);

/** Runs an automaton over tokens. */
export class Matcher {
  readonly #words: Automaton["words"];
  readonly #begin: readonly string[];
  readonly #begun: (readonly number[])[] = [];
  readonly #lines: readonly string[];
  readonly #places: Place[] = [];
  readonly #start = newState([]);
  /** By the places in them. */
  readonly #states = new Map<string, State>();
  /** By word, with and without a capital, and by classes. */
  readonly #kindOf = new Map<string, Written>();
  /** By the sets and classes. */
  readonly #kinds = new Map<string, Kind>();
  #steps = 0;

  constructor({ words, begin, places }: Automaton) {
    this.#words = words;
    this.#begin = begin.split("\n");
    this.#lines = places.split("\n");
  }

  /** Every phrase in the tokens, the longest of each phrase from each place on; in the order in which they begin, and the shorter before the longer. */
  match(tokens: readonly MatchToken[]): Match[] {
    if (this.#steps > mostStates) this.#forget();
    const kinds = tokens.map((token) => this.#kind(token));
    const found: Match[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      const first = kinds[from]!;
      let state = (first.first ??= this.#step(this.#start, first));
      const begun = found.length;
      for (let at = from; state.places.length; ) {
        at += 1;
        for (const phrase of state.accept) {
          // The longer one stands behind those that ended sooner.
          for (let sooner = begun; sooner < found.length; sooner += 1) if (found[sooner]!.phrase === phrase) found.splice(sooner, 1);
          found.push({ phrase, from, to: at });
        }
        if (at >= tokens.length || at - from >= longestPhrase) break;
        const kind = kinds[at]!;
        state = state.next.get(kind) ?? this.#step(state, kind);
      }
    }
    return found;
  }

  #kind({ word, capital, classes }: MatchToken): Kind {
    const first = this.#kindOf.get(word);
    const key = classes * 2 + (capital ? 1 : 0);
    for (let known = first; known; known = known.other) if (known.key === key) return known.kind;
    const kind = this.#newKind(word, capital, classes);
    this.#kindOf.set(word, { key, kind, other: first });
    return kind;
  }

  #newKind(word: string, capital: boolean, classes: number): Kind {
    const written = Object.hasOwn(this.#words, word) ? this.#words[word]! : "";
    // With a capital or without is one kind, unless some phrase asks for it.
    const key = `${classes} ${written}${capital && written.includes("^") ? " capital" : ""}`;
    let kind = this.#kinds.get(key);
    if (!kind) this.#kinds.set(key, (kind = { sets: new Set([anyToken, ...setsOfClasses(classes), ...readSets(written, capital)]) }));
    return kind;
  }

  #forget(): void {
    this.#kindOf.clear();
    this.#kinds.clear();
    this.#states.clear();
    this.#steps = 0;
  }

  #step(from: State, kind: Kind): State {
    const reached = new Set<number>();
    if (from === this.#start) {
      for (const set of kind.sets) for (const target of this.#begun[set] ??= readNumbers(this.#begin[set])) reached.add(target);
    } else if (from.next.size) {
      const edges = (from.edges ??= edgesOf(from.places));
      for (const set of kind.sets) for (const target of edges.get(set) ?? none) reached.add(target);
    } else {
      for (const { sets, targets } of from.places) for (let edge = 0; edge < sets.length; edge += 1) if (kind.sets.has(sets[edge]!)) reached.add(targets[edge]!);
    }
    const state = reached.size ? this.#state([...reached].sort((a, b) => a - b)) : nowhere;
    this.#steps += 1;
    if (from !== this.#start) from.next.set(kind, state);
    return state;
  }

  #state(numbers: readonly number[]): State {
    const key = numbers.join(" ");
    let state = this.#states.get(key);
    if (!state) this.#states.set(key, (state = newState(numbers.map((number) => this.#place(number)))));
    return state;
  }

  #place(at: number): Place {
    return (this.#places[at] ??= readPlace(this.#lines[at]!, at));
  }
}

function newState(places: readonly Place[]): State {
  return { places, accept: [...new Set(places.flatMap(({ accept }) => accept))].sort((a, b) => a - b), next: new Map() };
}

const nowhere = newState([]);
const none: readonly number[] = [];

function edgesOf(places: readonly Place[]): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  for (const { sets, targets } of places)
    for (let edge = 0; edge < sets.length; edge += 1) {
      const known = edges.get(sets[edge]!);
      if (known) known.push(targets[edge]!);
      else edges.set(sets[edge]!, [targets[edge]!]);
    }
  return edges;
}

const readNumbers = (written: string | undefined): readonly number[] => (written ? written.split(" ").map(number) : none);

const setsOfClasses = (classes: number): number[] => wordClasses.flatMap((_, index) => (classes & (1 << index) ? [classSet(index)] : []));

function readSets(written: string, capital: boolean): number[] {
  const sets: number[] = [];
  let set = 0;
  for (const step of written ? written.split(" ") : []) {
    const asksForCapital = step.endsWith("^");
    set += number(asksForCapital ? step.slice(0, -1) : step);
    if (capital || !asksForCapital) sets.push(set);
  }
  return sets;
}

function readPlace(line: string, at: number): Place {
  const place = { sets: [] as number[], targets: [] as number[], accept: [] as number[] };
  for (const part of line.split(" ")) {
    const arrow = part.indexOf(">");
    if (arrow < 0) place.accept.push(number(part.slice(1)));
    else {
      place.sets.push(number(part.slice(0, arrow)));
      place.targets.push(at - number(part.slice(arrow + 1)));
    }
  }
  return place;
}
