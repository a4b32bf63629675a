import type { Span } from "./span.ts";

/** A list of spans that is asked many times what lies where: by binary search, with the answers in the order of the list. */
export class SpanIndex<T extends Span> {
  readonly #sorted: readonly T[];
  /** The furthest end of each span and those before it. */
  readonly #reach: readonly number[];
  /** Of each span its place in the list; undefined where the list has the order of the text. */
  readonly #places?: ReadonlyMap<T, number>;

  constructor(list: readonly T[]) {
    const inOrder = list.every((span, index) => index === 0 || list[index - 1]!.start <= span.start);
    if (!inOrder) this.#places = new Map(list.map((span, index) => [span, index]));
    this.#sorted = inOrder ? list : [...list].sort((a, b) => a.start - b.start);
    let furthest = 0;
    this.#reach = this.#sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** Those that share a unit with a span. */
  overlapping({ start, end }: Span): T[] {
    const [sorted, reach] = [this.#sorted, this.#reach];
    const found: T[] = [];
    for (let at = lowest(reach.length, (index) => reach[index]! > start); at < sorted.length && sorted[at]!.start < end; at += 1) if (sorted[at]!.end > start) found.push(sorted[at]!);
    return this.#inOrder(found);
  }

  /** Those that lie wholly in a span. */
  within({ start, end }: Span): T[] {
    const sorted = this.#sorted;
    const found: T[] = [];
    for (let at = lowest(sorted.length, (index) => sorted[index]!.start >= start); at < sorted.length && sorted[at]!.start <= end; at += 1) if (sorted[at]!.end <= end) found.push(sorted[at]!);
    return this.#inOrder(found);
  }

  /** The first of the list that holds an offset. */
  at(offset: number): T | undefined {
    return this.overlapping({ start: offset, end: offset + 1 })[0];
  }

  #inOrder(found: T[]): T[] {
    const places = this.#places;
    return places && found.length > 1 ? found.sort((a, b) => places.get(a)! - places.get(b)!) : found;
  }
}

/** Stretches of a text that are taken one by one, none over another. */
export class TakenSpans {
  readonly #taken: Span[] = [];

  /** Takes a stretch, unless some of it is taken. An empty one takes nothing. */
  take(span: Span): boolean {
    const at = lowest(this.#taken.length, (index) => this.#taken[index]!.end > span.start);
    const next = this.#taken[at];
    if (next && next.start < span.end) return false;
    if (span.end > span.start) this.#taken.splice(at, 0, span);
    return true;
  }

  /** True where none of a stretch is taken. */
  isFree(span: Span): boolean {
    const next = this.#taken[lowest(this.#taken.length, (index) => this.#taken[index]!.end > span.start)];
    return !next || next.start >= span.end;
  }
}

/** The lowest number under a limit from which on a question is answered with yes; the limit, where it never is. */
export function lowest(limit: number, isSo: (at: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
