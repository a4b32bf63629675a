import { wordClasses, type Part, type WordClass } from "./pattern.ts";

/** One place in the matcher. Numbers name places; `accept` lists what has been found on arriving here. */
export interface Node {
  words?: Record<string, number[]>;
  capitals?: Record<string, number[]>;
  classes?: Partial<Record<WordClass, number[]>>;
  any?: number[];
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
const longestPhrase = 24;

/** Builds the trie, phrase by phrase. */
export class AutomatonBuilder {
  readonly nodes: Automaton = [{}];

  /** Adds a phrase under a number of the caller's. A phrase that could match nothing at all is left out. */
  add(parts: readonly Part[], phrase: number): void {
    const end = this.#node({ accept: [phrase] });
    const first = this.#sequence(parts, end);
    const start = this.nodes[first]!;
    const { accept: _empty, ...edges } = start;
    this.#merge(this.nodes[0]!, edges);
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
        const edges = Object.fromEntries(part.words.map((word) => [word, [next]]));
        return this.#node(part.capital ? { capitals: edges } : { words: edges });
      }
      case "class":
        return this.#node({ classes: { [part.name]: [next] } });
      case "gap": {
        let place = next;
        for (let i = 0; i < longestGap; i += 1) {
          const node: Node = {};
          this.#merge(node, this.nodes[next]!);
          node.any = [...(node.any ?? []), place];
          place = this.#node(node);
        }
        return place;
      }
      case "choice": {
        const node: Node = {};
        for (const option of part.options) this.#merge(node, this.nodes[this.#sequence(option, next)]!);
        return this.#node(node);
      }
    }
  }

  #merge(into: Node, from: Node): void {
    const join = (a: number[] | undefined, b: number[]): number[] => (a ? [...a, ...b.filter((id) => !a.includes(id))] : [...b]);
    for (const key of ["words", "capitals", "classes"] as const) {
      const edges = from[key] as Record<string, number[]> | undefined;
      if (!edges) continue;
      const target = ((into[key] as Record<string, number[]> | undefined) ??= {});
      for (const [label, ids] of Object.entries(edges)) target[label] = join(Object.hasOwn(target, label) ? target[label] : undefined, ids);
    }
    if (from.any) into.any = join(into.any, from.any);
    if (from.accept) into.accept = join(into.accept, from.accept);
  }
}

/** A trie ready to be run: maps for objects, so that a word like "constructor" finds nothing. */
interface Place {
  readonly words: ReadonlyMap<string, readonly Place[]> | undefined;
  readonly capitals: ReadonlyMap<string, readonly Place[]> | undefined;
  readonly classes: readonly (readonly [number, readonly Place[]])[];
  readonly any: readonly Place[];
  readonly accept: readonly number[];
}

/** Where the matcher can be at once. What a token leads to from here is worked out the first time and kept. */
interface State {
  readonly places: readonly Place[];
  readonly accept: readonly number[];
  readonly next: Map<number, State>;
}

/** How many states are kept before all are forgotten: a bound on memory, seldom reached. */
const mostStates = 20_000;

/** Runs the trie over tokens. */
export class Matcher {
  readonly #root: Place;
  #start: State;
  #states = 0;
  /** A number for every kind of token met: word, capital and classes. */
  readonly #kinds = new Map<string, Map<number, number>>();
  #kindCount = 0;

  constructor(automaton: Automaton) {
    const places: Place[] = automaton.map(() => ({}) as Place);
    const all = (ids: readonly number[] | undefined): Place[] => (ids ?? []).map((id) => places[id]!);
    const map = (edges: Record<string, number[]> | undefined) => edges && new Map(Object.entries(edges).map(([word, ids]) => [word, all(ids)]));
    automaton.forEach((node, id) =>
      Object.assign(places[id]!, {
        words: map(node.words),
        capitals: map(node.capitals),
        classes: Object.entries(node.classes ?? {}).map(([name, ids]) => [classBit(name as WordClass), all(ids)] as const),
        any: all(node.any),
        accept: node.accept ?? [],
      }),
    );
    this.#root = places[0]!;
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
    const reached = new Set<Place>();
    const reach = (targets: readonly Place[] | undefined) => {
      if (targets) for (const target of targets) reached.add(target);
    };
    for (const place of from.places) {
      reach(place.words?.get(token.word));
      if (token.capital) reach(place.capitals?.get(token.word));
      if (token.classes) for (const [bit, targets] of place.classes) if (token.classes & bit) reach(targets);
      reach(place.any);
    }
    const state = reached.size ? this.#state(reached) : nowhere;
    from.next.set(kind, state);
    return state;
  }
}

const nowhere: State = { places: [], accept: [], next: new Map() };
