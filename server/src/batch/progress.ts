import { clearLine, cursorTo } from "node:readline";
import type { MultiBar, SingleBar } from "cli-progress";

/** So long (milliseconds) nobody wonders. */
const patience = 300;

/** What the bar must know of the run. */
export interface Surroundings {
  readonly stdout: { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** True where somebody sits before a terminal that can draw, and not a program that runs others. */
export const isWatched = ({ stdout, stderr, env }: Surroundings): boolean => stdout.isTTY === true && stderr.isTTY === true && env["TERM"] !== "dumb" && (env["CI"] ?? "false") === "false";

/** A bar on the last line of a terminal that tells how many of the notes are checked. It comes where that takes a moment, and goes when all is said. */
export class Progress {
  readonly #begun = Date.now();
  #bars: MultiBar | undefined;
  #bar: SingleBar | undefined;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly total: number,
  ) {}

  /** Writes something above the bar, whole lines or nothing, which has so many notes behind it now. */
  async past(count: number, write: () => Promise<void>): Promise<void> {
    if (this.#bars) {
      cursorTo(this.stream, 0);
      clearLine(this.stream, 0);
    }
    await write();
    if (!this.#bars && Date.now() - this.#begun > patience && count < this.total) await this.#draw();
    this.#bar?.update(count);
    this.#bars?.update();
  }

  end(): void {
    this.#bars?.stop();
    this.#bars = undefined;
  }

  async #draw(): Promise<void> {
    const { default: library } = await import("cli-progress");
    this.#bars = new library.MultiBar({ stream: this.stream, format: "{bar} {value} of {total} notes", barsize: 30, barCompleteChar: "█", barIncompleteChar: "░", forceRedraw: true, clearOnComplete: true, linewrap: true });
    this.#bar = this.#bars.create(this.total, 0);
  }
}
