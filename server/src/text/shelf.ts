/** Something on a shelf that itself remembers: it is told when it is asked for in another reading. */
interface Turning {
  turn(): void;
}

/**
 * Keeps what was made of the pieces of a text while the text changes: what the reading before asked for is at hand, what it did not ask for is forgotten.
 * A shelf belongs to whoever reads one document again and again, and goes with it: no text outlives its document here.
 */
export class Shelf {
  #now = new Map<unknown, Map<string, unknown>>();
  #before = new Map<unknown, Map<string, unknown>>();

  /** Begins another reading. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** Whether something was made for a key of its kind. */
  has(kind: unknown, key: string): boolean {
    return this.#now.get(kind)?.has(key) || this.#before.get(kind)?.has(key) || false;
  }

  /** What a pure function makes of a text. */
  read<T>(reader: (text: string) => T, text: string): T {
    return this.recall(reader, text, () => reader(ownCopy(text)));
  }

  /** What was made for a key of its kind; made now where neither this reading nor the one before asked for it. */
  recall<T>(kind: unknown, key: string, make: () => T): T {
    let shelf = this.#now.get(kind);
    if (!shelf) this.#now.set(kind, (shelf = new Map()));
    if (shelf.has(key)) return shelf.get(key) as T;
    const before = this.#before.get(kind);
    const known = before?.has(key) ?? false;
    const made = known ? (before!.get(key) as T) : make();
    if (known && isTurning(made)) made.turn();
    shelf.set(key, made);
    return made;
  }
}

const isTurning = (value: unknown): value is Turning => typeof value === "object" && value !== null && "turn" in value && typeof value.turn === "function";

/** The same text by itself: a slice would keep alive the whole text that it was cut from. */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);
