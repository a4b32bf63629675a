import { formatFor, work, type Checker, type Job, type Outcome, type Writing } from "./job.ts";

/** Checks notes one after another, where the program runs. */
export class Here implements Checker {
  readonly #format;

  constructor(writing: Writing) {
    this.#format = formatFor(writing);
  }

  async check(job: Job): Promise<Outcome> {
    return work(job, this.#format);
  }

  allAsked(): void {}

  async close(): Promise<void> {}
}
