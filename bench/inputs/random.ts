/** Chance that is the same for the same seed, so that every run measures the same notes. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  from(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** True so many times in a hundred. */
  percent(often: number): boolean {
    return this.next() * 100 < often;
  }

  one<T>(list: readonly T[]): T {
    return list[this.from(0, list.length - 1)]!;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list];
    for (let at = cards.length - 1; at > 0; at -= 1) {
      const other = this.from(0, at);
      [cards[at], cards[other]] = [cards[other]!, cards[at]!];
    }
    return cards;
  }
}

/** Cards that come in no order, each of them once before any comes again. */
export class Deck<T> {
  #left: T[] = [];

  constructor(
    private readonly cards: readonly T[],
    private readonly chance: Chance,
  ) {}

  draw(): T {
    if (this.#left.length === 0) this.#left = this.chance.shuffled(this.cards);
    return this.#left.pop()!;
  }
}
