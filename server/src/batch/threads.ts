import { Worker } from "node:worker_threads";
import type { Settings } from "../engine/settings.ts";
import { SettingsNumbers } from "../engine/settings-numbers.ts";
import { faultInWords } from "../fault.ts";
import { Here } from "./here.ts";
import type { Checker, Job, Outcome, Writing } from "./job.ts";
import type { SentJob, ThreadData } from "./thread.ts";

/** So many jobs for each thread are worth having begun: one that is checked, and some that wait for it. */
export const jobsAhead = 4;

/**
 * Checks notes in threads and, while they have enough to do, here. Where one thread is all that is left of a batch of two, it is
 * no slower than the program alone; and what the program has read and learnt to start with is put to use.
 */
export class Threads implements Checker {
  readonly #numbers = new SettingsNumbers();
  readonly #here: Here;
  #threads: readonly Thread[];

  /** `program` is a file that calls `serveAsThread`. `count` check at a time, this thread among them; the others start at once. */
  constructor(
    private readonly program: string,
    count: number,
    private readonly writing: Writing,
  ) {
    this.#here = new Here(writing);
    this.#threads = Array.from({ length: count - 1 }, () => this.#start());
  }

  async check(job: Job): Promise<Outcome> {
    const { settings, ...sent } = job;
    for (;;) {
      const idlest = this.#idlest();
      // Nothing can be handed out while a note is checked here: before that, every thread has what keeps it busy for longer.
      if (idlest.waiting >= 2 * job.text.length) return this.#here.check(job);
      const outcome = await idlest.check(sent, this.#numbers.of(settings), settings);
      if (outcome) return outcome;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** The thread that has the least before it. One that died is replaced. */
  #idlest(): Thread {
    this.#threads = this.#threads.map((thread) => (thread.lives ? thread : this.#start()));
    return this.#threads.reduce((one, other) => (other.waiting < one.waiting ? other : one));
  }

  #start(): Thread {
    return new Thread(this.program, { caseRecordingThread: this.writing });
  }
}

/** A job that a thread was sent, and whoever waits for it. */
interface Sent {
  /** UTF-16 units. */
  readonly length: number;
  answer(outcome: Outcome | undefined): void;
}

/** A thread, and what it has been told already. */
class Thread {
  readonly #worker: Worker;
  readonly #told = new Set<number>();
  /** In the order in which it works. */
  readonly #sent: Sent[] = [];
  #lives = true;

  constructor(program: string, data: ThreadData) {
    this.#worker = new Worker(program, { workerData: data })
      .on("message", (outcome: Outcome) => this.#sent.shift()?.answer(outcome))
      .on("messageerror", () => this.#sent.shift()?.answer({ fault: faultOf("its answer could not be read") }))
      .on("error", (error: NodeJS.ErrnoException) => this.#die(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "this could not be checked: it needs more memory than there is" : faultOf(faultInWords(error))))
      .on("exit", () => this.#die(faultOf("its thread ended")));
  }

  get lives(): boolean {
    return this.#lives;
  }

  /** How much text it has before it, in UTF-16 units. */
  get waiting(): number {
    return this.#sent.reduce((sum, { length }) => sum + length, 0);
  }

  /** What came of a job. Nothing where the thread died over another before it came to this one. */
  check(job: Omit<Job, "settings">, number: number, settings: Settings): Promise<Outcome | undefined> {
    return new Promise((answer) => {
      this.#sent.push({ length: job.text.length, answer });
      const sent: SentJob = { ...job, number, ...(this.#told.has(number) ? {} : { settings }) };
      this.#told.add(number);
      this.#worker.postMessage(sent);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(fault: string): void {
    this.#lives = false;
    const [first, ...others] = this.#sent.splice(0);
    first?.answer({ fault });
    for (const { answer } of others) answer(undefined);
  }
}

const faultOf = (what: string): string => `this could not be checked, by a fault of the program (${what}); please report it`;
