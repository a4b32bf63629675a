import { pMapIterable } from "p-map";
import { none, sum, type Tally } from "../report/checked.ts";
import { Here } from "./here.ts";
import { formatFor, type Job, type Writing } from "./job.ts";
import { jobsAhead, Threads } from "./threads.ts";

/** A note of a batch, with what is known before it is checked. */
export interface BatchJob extends Job {
  /** As messages name it. */
  readonly name: string;
  /** The standards that it is held to. */
  readonly profile: string;
  /** How many of the files asked for have been looked at, this one among them. */
  readonly count: number;
  /** Says what came to light while it was read. */
  say(): void;
}

/** What a batch is told, and whom it tells. */
export interface BatchOptions {
  readonly writing: Writing;
  /** How many notes are checked at a time: one here, more in threads. */
  readonly workers: number;
  /** The file that a thread runs: it calls `serveAsThread`. */
  readonly program: string;
  /** The standards that the report names where no note was checked. */
  readonly profile: string;
  /** Writes a piece of the report. False where nobody reads it any more. */
  write(piece: string): Promise<boolean>;
  /** Says what went wrong with a note. */
  complain(name: string, problem: string): void;
  /** Whatever is said and written of a note is so within this, so that a bar can stand aside. */
  aside(count: number, tell: () => Promise<void>): Promise<void>;
  /** Every note is told. */
  end(): void;
}

/**
 * Checks many notes and writes the report as it goes: a note's part as soon as it is its turn, in the order in which the notes
 * were given. Notes are read no sooner than they are needed, and of one that is told nothing is kept but what is counted.
 */
export async function checkBatch(jobs: AsyncIterable<BatchJob>, { writing, workers, program, profile: usual, write, complain, aside, end }: BatchOptions): Promise<Tally> {
  const format = formatFor(writing);
  // So many notes are read ahead, or checked and not yet written.
  const ahead = workers > 1 ? workers * jobsAhead : 1;
  const checker = workers > 1 ? new Threads(program, workers, writing) : new Here(writing);
  const profiles = new Set<string>();
  let totals = none;
  let parts = 0;
  let read = true;
  try {
    // Its text is no longer held once a note is checked.
    const check = async ({ path, text, settings, ...rest }: BatchJob) => ({ ...rest, outcome: await checker.check({ path, text, settings }) });
    const all = async function* () {
      yield* jobs;
      checker.allAsked();
    };
    for await (const { name, profile, count, say, outcome } of pMapIterable(all(), check, { concurrency: ahead, backpressure: ahead })) {
      await aside(count, async () => {
        say();
        profiles.add(profile);
        if ("fault" in outcome) return complain(name, outcome.fault);
        totals = sum(totals, outcome.tally);
        for (const rule of outcome.failed) complain(name, `the rule ${rule} failed on this note, by a fault of the program; its findings are missing`);
        if (outcome.part !== undefined) read = await write(`${parts ? format.between : format.opening}${outcome.part}`);
        if (outcome.part !== undefined) parts += 1;
      });
      if (!read) return totals;
    }
    end();
    await write(`${parts ? "" : format.opening}${format.closing(totals, [...profiles].join(", ") || usual)}`);
    return totals;
  } finally {
    await checker.close();
  }
}
