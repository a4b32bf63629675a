import { matchesIn } from "./matches.ts";
import { Shelf } from "./shelf.ts";

/** A stretch of text in its own coordinates (UTF-16 units from 0) that remembers what was looked for in it. It begins where a line does. */
export class Passage {
  readonly #found = new Shelf();

  constructor(readonly text: string) {}

  /** All places where a pattern with the flag "g" fits. */
  all(pattern: RegExp): readonly RegExpExecArray[] {
    return this.#found.recall(`all/${pattern.flags}`, pattern.source, () => matchesIn(this.text, pattern));
  }

  /** Whether a pattern fits anywhere. */
  has(pattern: RegExp): boolean {
    return this.#found.recall(`has/${pattern.flags}`, pattern.source, () => this.text.search(pattern) >= 0);
  }

  /** In how many places a pattern with the flag "g" fits. */
  count(pattern: RegExp): number {
    return this.all(pattern).length;
  }

  /** What a pure function makes of the text. */
  read<T>(reader: (text: string) => T): T {
    return this.#found.recall(reader, "", () => reader(this.text));
  }

  /** Begins a new reading: what the last one did not look for is forgotten. */
  turn(): void {
    this.#found.turn();
  }
}

/** A passage, and where in the whole text it starts (UTF-16 units). */
export interface PlacedPassage {
  readonly start: number;
  readonly passage: Passage;
}

const passageOf = (text: string): Passage => new Passage(text);

/** A text from `from` on as passages, cut at the starts of the lines in which some places lie (UTF-16 units, in order). There is always one. */
export function passagesOf(text: string, from: number, places: readonly number[], shelf: Shelf): PlacedPassage[] {
  const starts = [from];
  for (const place of places) {
    const start = place <= from ? from : text.lastIndexOf("\n", place - 1) + 1;
    if (start > starts.at(-1)!) starts.push(start);
  }
  return starts.map((start, index) => ({ start, passage: shelf.read(passageOf, text.slice(start, starts[index + 1])) }));
}
