import { base, betweenLists } from "./lists.ts";
import { wordClasses, type Part, type WordClass } from "./pattern.ts";

/**
 * All phrases of some dictionaries as one automaton of tokens: plain data that a build stores.
 *
 * A token belongs to numbered sets: set 0 holds every token, the sets behind it the tokens of a class (`classSet`), and
 * the rest the words of alternatives. An edge from a place to the next asks for a token of one set. Numbers are written
 * in base 36, and as small as can be: a set by how far it lies behind the one before it in a list, and where an edge leads by
 * how far back that is, for a place is written after all that it leads to.
 */
export interface Automaton {
  /** By word, the sets that it is in; in a second list those that it is in with a capital only. */
  readonly words: Readonly<Record<string, string>>;
  /** A list for each set: the places where its tokens lead as the first of a phrase. */
  readonly begin: string;
  /** A list for each place: the set that each of its edges asks for. */
  readonly asked: string;
  /** A list for each place: where its edges lead, in the same order. Apart from the sets they pack smaller. */
  readonly targets: string;
  /** A list for each place: the phrases that are found on arriving there. */
  readonly phrases: string;
}

/** What the matcher asks of a token: its word, and the classes it belongs to (one bit a class). */
export interface MatchToken {
  readonly word: string;
  readonly capital: boolean;
  readonly classes: number;
}

export const classBit = (name: WordClass): number => 1 << wordClasses.indexOf(name);

/** The set of every token. */
export const anyToken = 0;
/** The set of the tokens of a class, by its number in `wordClasses`. */
export const classSet = (number: number): number => number + 1;

const longestGap = 4;

/** A place while it is built: its edges and phrases, as they are written. */
type Place = ReadonlySet<string>;

/** Builds the automaton, phrase by phrase and each from its end, so that phrases with the same end share it. */
export class AutomatonBuilder {
  readonly #words = new Map<string, { readonly set: number; readonly capital: boolean }[]>();
  readonly #sets = new Map<string, number>();
  readonly #places = new Map<string, number>();
  readonly #begin = new Map<number, Set<string>>();

  /** Adds a phrase under a number of the caller's; several may have the same. */
  add(parts: readonly Part[], phrase: number): void {
    for (const edge of this.#sequence(parts, new Set([`=${phrase.toString(base)}`]))) {
      const [set, target] = edge.split(">") as [string, string | undefined];
      if (target === undefined) continue;
      const number = parseInt(set, base);
      this.#begin.set(number, (this.#begin.get(number) ?? new Set()).add(target));
    }
  }

  finish(): Automaton {
    const places = [...this.#places.keys()].map((line) => line.split(" "));
    const isPhrase = (part: string): boolean => part.startsWith("=");
    const edges = places.map((parts) => parts.filter((part) => !isPhrase(part)).map((edge) => edge.split(">")));
    return {
      words: Object.fromEntries([...this.#words].map(([word, sets]) => [word, [false, true].map((capital) => gaps(sets.filter((set) => set.capital === capital).map(({ set }) => set))).join(betweenLists).replace(/;$/, "")])),
      begin: Array.from({ length: classSet(wordClasses.length) + this.#sets.size }, (_, set) => [...(this.#begin.get(set) ?? [])].join(" ")).join(betweenLists),
      asked: edges.map((list) => list.map(([set]) => set).join(" ")).join(betweenLists),
      targets: edges.map((list, at) => list.map(([, target]) => (at - parseInt(target!, base)).toString(base)).join(" ")).join(betweenLists),
      phrases: places.map((parts) => parts.filter(isPhrase).map((phrase) => phrase.slice(1)).join(" ")).join(betweenLists),
    };
  }

  /** The place from which reading `parts` leads to `next`. */
  #sequence(parts: readonly Part[], next: Place): Place {
    return parts.reduceRight((place, part) => this.#part(part, place), next);
  }

  #part(part: Part, next: Place): Place {
    switch (part.kind) {
      case "words":
        return this.#edge(this.#set(part.words, part.capital), next);
      case "class":
        return this.#edge(classSet(wordClasses.indexOf(part.name)), next);
      case "gap": {
        let place = next;
        for (let i = 0; i < longestGap; i += 1) place = new Set([...next, ...this.#edge(anyToken, place)]);
        return place;
      }
      case "choice":
        return this.#choice(part.options, next);
    }
  }

  /** Alternatives of one word each share an edge. */
  #choice(options: readonly (readonly Part[])[], next: Place): Place {
    const single = options.flatMap(([first, ...more]) => (first?.kind === "words" && !first.capital && !more.length ? first.words : []));
    const rest = options.filter(([first, ...more]) => !(first?.kind === "words" && !first.capital && !more.length));
    return new Set([...(single.length ? this.#edge(this.#set(single, false), next) : []), ...rest.flatMap((option) => [...this.#sequence(option, next)])]);
  }

  #edge(set: number, place: Place): Place {
    const written = [...place].sort().join(" ");
    let number = this.#places.get(written);
    if (number === undefined) this.#places.set(written, (number = this.#places.size));
    return new Set([`${set.toString(base)}>${number.toString(base)}`]);
  }

  #set(words: readonly string[], capital: boolean): number {
    const all = [...new Set(words)].sort();
    const key = `${capital ? "^" : ""}${all.join(" ")}`;
    let set = this.#sets.get(key);
    if (set === undefined) {
      this.#sets.set(key, (set = classSet(wordClasses.length) + this.#sets.size));
      for (const word of all) this.#words.set(word, [...(this.#words.get(word) ?? []), { set, capital }]);
    }
    return set;
  }
}

/** Numbers in order, each by how far it lies behind the one before it. */
const gaps = (numbers: readonly number[]): string => numbers.map((number, index) => (number - (numbers[index - 1] ?? 0)).toString(base)).join(" ");
