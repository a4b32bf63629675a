import { Writable } from "node:stream";
import type { Chance } from "../bench/inputs/random.ts";

/** A pipe that hands over what is written in pieces, now and then: in the middle of a header, of a word, of a letter. */
export class InPieces extends Writable {
  /** How often something was handed over in pieces. */
  cuts = 0;

  constructor(
    private readonly target: Writable,
    private readonly chance: Chance,
    /** So many times in a hundred. */
    private readonly often: number,
  ) {
    super();
    target.on("error", () => undefined);
  }

  override _write(data: Buffer | string, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    let rest = typeof data === "string" ? Buffer.from(data, encoding) : data;
    const hand = (): void => {
      if (!this.target.writable) return done();
      const cut = rest.length > 1 && this.chance.percent(this.often) ? this.chance.from(1, rest.length - 1) : rest.length;
      if (cut < rest.length) this.cuts += 1;
      this.target.write(rest.subarray(0, cut), () => undefined);
      rest = rest.subarray(cut);
      if (rest.length) setImmediate(hand);
      else done();
    };
    hand();
  }
}
