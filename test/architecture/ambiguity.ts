import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { toUnicodeSet, type ReadonlyFlags } from "regexp-ast-analysis";

// What scslre leaves out, because it looks at unbounded repetitions of one sign alone: a loop that reads the same word in two ways, so
// that a text with n such words is read in 2^n. `^(?:#{1,6}.*\n|\s)*x` reads "## a\n" in two ways, as two signs "#" or as one and a text.

type Signs = ReturnType<typeof toUnicodeSet>["chars"];
/** A sign that the expression asks for, and what may stand behind it, each with the number of ways to get there (two stands for more). */
interface Place {
  readonly signs: Signs;
  readonly next: Map<Place, number>;
}
type Ways = Map<Place, number>;
interface Part {
  readonly first: Ways;
  readonly last: Ways;
  /** In how many ways the part may be left out. */
  readonly empty: number;
}

/** Repetitions up to so many are written out; longer ones are taken as endless, which they are for whoever waits. */
const [writtenOut, shortBody] = [6, 400] as const;

const ways = (count: number): number => Math.min(2, count);
const add = (to: Ways, from: Ways, times = 1): void => from.forEach((count, place) => void (times && to.set(place, ways((to.get(place) ?? 0) + count * times))));
const join = (last: Ways, first: Ways): void => last.forEach((times, place) => add(place.next, first, times));
const nothing = (): Part => ({ first: new Map(), last: new Map(), empty: 1 });

function inTurn(parts: readonly Part[]): Part {
  return parts.reduce((before, part) => {
    join(before.last, part.first);
    const [first, last] = [new Map(before.first), new Map(part.last)];
    add(first, part.first, before.empty);
    add(last, before.last, part.empty);
    return { first, last, empty: ways(before.empty * part.empty) };
  }, nothing());
}

function oneOf(parts: readonly Part[]): Part {
  const [first, last]: [Ways, Ways] = [new Map(), new Map()];
  for (const part of parts) {
    add(first, part.first);
    add(last, part.last);
  }
  return { first, last, empty: ways(parts.reduce((sum, { empty }) => sum + empty, 0)) };
}

/** How many signs an element asks for, as it is written. */
function size(element: AST.Element): number {
  if (element.type === "Quantifier") return size(element.element);
  if (!("alternatives" in element)) return 1;
  return element.alternatives.reduce((sum, { elements }) => sum + elements.reduce((more, one) => more + size(one), 0), 0);
}

/** A text that a regular expression reads in two ways again and again: the beginning once, then as many of the word as one likes. */
export interface Attack {
  readonly beginning: string;
  readonly word: string;
}

/** A word that a loop of the expression reads in two ways, if it has one: backtracking is exponential then. */
export function ambiguousLoop({ source, flags }: { readonly source: string; readonly flags: string }): Attack | undefined {
  const parser = new RegExpParser();
  const unicode = flags.includes("u");
  const tree = parser.parsePattern(source, 0, source.length, { unicode });
  const asked: ReadonlyFlags = { ignoreCase: flags.includes("i"), unicode, dotAll: flags.includes("s") };
  const places: Place[] = [];
  const starts: Ways = new Map();

  const alternatives = (all: readonly AST.Alternative[], backwards: boolean): Part => oneOf(all.map(({ elements }) => inTurn((backwards ? [...elements].reverse() : elements).map((element) => part(element, backwards)))));
  const part = (element: AST.Element, backwards: boolean): Part => {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return alternatives(element.alternatives, backwards);
      case "Assertion":
        // What is looked for around a place is read for itself.
        if (element.kind === "lookahead" || element.kind === "lookbehind") add(starts, alternatives(element.alternatives, element.kind === "lookbehind").first);
        return nothing();
      case "Backreference":
        return nothing();
      case "Quantifier": {
        const { min, max } = element;
        if (max === 0) return nothing();
        const once = (): Part => part(element.element, backwards);
        const optional = (one: Part): Part => ({ ...one, empty: 1 });
        if (max === 1) return min ? once() : optional(once());
        if (max <= writtenOut && size(element.element) <= shortBody) {
          // a{1,3} is a(?:a(?:a)?)?
          let rest = nothing();
          for (let at = max; at > 0; at -= 1) {
            rest = inTurn([once(), rest]);
            if (at > min) rest = optional(rest);
          }
          return rest;
        }
        const one = once();
        join(one.last, one.first);
        return min ? { ...one, empty: Math.min(1, one.empty) } : optional(one);
      }
      default: {
        const place: Place = { signs: toUnicodeSet(element as Parameters<typeof toUnicodeSet>[0], asked).chars, next: new Map() };
        if (place.signs.isEmpty) return { first: new Map(), last: new Map(), empty: 0 };
        places.push(place);
        return { first: new Map([[place, 1]]), last: new Map([[place, 1]]), empty: 0 };
      }
    }
  };
  add(starts, alternatives(tree.alternatives, false).first);

  const loops = loopsOf(places);
  for (const from of places) {
    const within = loops.get(from);
    if (within === undefined) continue;
    const inside = (place: Place): Place[] => [...place.next.keys()].filter((next) => loops.get(next) === within);
    const twice = [...from.next].find(([next, count]) => count > 1 && loops.get(next) === within)?.[0];
    const word = twice ? sign(twice.signs) + (way([twice], from, inside) ?? "") : readTwice(from, inside);
    if (word !== undefined) return { beginning: starts.has(from) ? sign(from.signs) : [...starts.keys()].map((start) => way([start], from, (place) => [...place.next.keys()], sign(start.signs))).find((found) => found !== undefined) ?? "", word };
  }
  return undefined;
}

/** A word that leads from a place to itself on two ways that part and meet again, staying inside a loop. */
function readTwice(from: Place, inside: (place: Place) => readonly Place[]): string | undefined {
  const numbers = new Map<Place, number>();
  const number = (place: Place): number => numbers.get(place) ?? (numbers.set(place, numbers.size), numbers.size - 1);
  const seen = new Set<number>();
  const open: { readonly pair: readonly [Place, Place]; readonly word: string }[] = [{ pair: [from, from], word: "" }];
  for (let step = open.shift(); step; step = open.shift()) {
    const { pair: [left, right], word } = step;
    for (const a of inside(left)) {
      for (const b of inside(right)) {
        if (left === right && number(a) >= number(b)) continue;
        const key = number(a) * 100_000 + number(b);
        if (seen.has(key) || a.signs.isDisjointWith(b.signs)) continue;
        seen.add(key);
        const longer = word + sign(a.signs.intersect(b.signs));
        if (a === b) return longer + (way([a], from, inside) ?? "");
        open.push({ pair: [a, b], word: longer });
      }
    }
  }
  return undefined;
}

/** What is written on the shortest way between two places, without the sign of the first. */
function way(open: readonly Place[], to: Place, next: (place: Place) => readonly Place[], begun = ""): string | undefined {
  const words = new Map<Place, string>(open.map((place) => [place, begun]));
  for (const [place, word] of words) {
    if (place === to) return word;
    for (const further of next(place)) if (!words.has(further)) words.set(further, word + sign(further.signs));
  }
  return undefined;
}

/** One of the signs: a letter, a blank or a mark that can be read, where there is one. */
function sign(signs: Signs): string {
  const readable = [..."aA 1-.,\n#"].find((one) => signs.has(one.codePointAt(0)!));
  return readable ?? String.fromCodePoint(signs.ranges[0]!.min);
}

/** The places that a way leads back to, each with the number of its loop: places that can reach each other share one. */
function loopsOf(places: readonly Place[]): ReadonlyMap<Place, number> {
  const order = new Map<Place, number>();
  const low = new Map<Place, number>();
  const stack: Place[] = [];
  const onStack = new Set<Place>();
  const loops = new Map<Place, number>();
  const visit = (place: Place): void => {
    order.set(place, order.size);
    low.set(place, order.get(place)!);
    stack.push(place);
    onStack.add(place);
    for (const next of place.next.keys()) {
      if (!order.has(next)) visit(next);
      if (onStack.has(next)) low.set(place, Math.min(low.get(place)!, low.get(next)!));
    }
    if (low.get(place) !== order.get(place)) return;
    const members = stack.splice(stack.indexOf(place));
    for (const member of members) {
      onStack.delete(member);
      if (members.length > 1 || member.next.has(member)) loops.set(member, order.get(place)!);
    }
  };
  for (const place of places) if (!order.has(place)) visit(place);
  return loops;
}
