/** Something on a shelf that itself remembers: it is told when a new reading begins for it. */
interface Turning {
  turn(): void;
}

type Drawers = Map<unknown, Map<string, unknown>>;

/**
 * What was made of pieces of text, kept for as long as somebody reads them: what this reading and the one before asked for.
 * It belongs to whoever reads a document, and goes with it; nothing of a note is kept anywhere else. An answer from a shelf equals a fresh one.
 */
export class Shelf {
  #now: Drawers = new Map();
  #before: Drawers = new Map();

  /** Whether something was made for a key of its kind. */
  has(kind: unknown, key: string): boolean {
    return this.#now.get(kind)?.has(key) || this.#before.get(kind)?.has(key) || false;
  }

  /** What a pure function makes of a text, made once for as long as it is asked for. */
  read<T>(reader: (text: string) => T, text: string): T {
    return this.recall(reader, text, () => reader(ownCopy(text)));
  }

  /** What `make` makes, by its kind and by all that it depends on. */
  recall<T>(kind: unknown, key: string, make: () => T): T {
    const now = drawer(this.#now, kind);
    if (now.has(key)) return now.get(key) as T;
    const before = this.#before.get(kind);
    const known = before?.has(key) ?? false;
    const value = known ? (before!.get(key) as T) : make();
    if (known && isTurning(value)) value.turn();
    now.set(key, value);
    return value;
  }

  /** Begins a new reading: what the last one did not ask for is forgotten. */
  turn(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}

function drawer(drawers: Drawers, kind: unknown): Map<string, unknown> {
  const known = drawers.get(kind);
  if (known) return known;
  const made = new Map<string, unknown>();
  drawers.set(kind, made);
  return made;
}

const isTurning = (value: unknown): value is Turning => typeof value === "object" && value !== null && typeof (value as Partial<Turning>).turn === "function";

/** The same text by itself: a slice would keep alive the whole text that it was cut from. */
export const ownCopy = (text: string): string => ` ${text}`.slice(1);
