import { Worker } from "node:worker_threads";
import type { Settings } from "../engine/settings.ts";
import { SettingsNumbers } from "../engine/settings-numbers.ts";
import { faultInWords } from "../fault.ts";
import { Here } from "./here.ts";
import type { Checker, Job, Outcome, Writing } from "./job.ts";
import type { SentJob, ThreadData } from "./thread.ts";

/** So many jobs for each who checks are worth having begun: one that is checked, and some that wait for it. */
export const jobsAhead = 16;

/** A longer note (UTF-16 units) is never checked here: it may need more memory than there is, and who dies of it should be a thread. */
const longestHere = 200_000;

/** A job, and whoever waits for it. */
interface Asked {
  readonly job: Job;
  answer(outcome: Outcome): void;
}

/**
 * Checks notes in threads and, while they have enough to do, here as well: what the program has read and learnt to start with
 * is put to use, and two who check need one thread.
 */
export class Threads implements Checker {
  readonly #numbers = new SettingsNumbers();
  readonly #here: Here;
  #threads: readonly Thread[];
  #waiting: Asked[] = [];
  #deals = false;
  #allAsked = false;

  /** `program` is a file that calls `serveAsThread`. `count` check at a time, this thread among them; the others start at once. */
  constructor(
    private readonly program: string,
    count: number,
    private readonly writing: Writing,
  ) {
    this.#here = new Here(writing);
    this.#threads = Array.from({ length: count - 1 }, () => this.#start());
  }

  check(job: Job): Promise<Outcome> {
    return new Promise((answer) => {
      this.#waiting.push({ job, answer });
      this.#dealSoon();
    });
  }

  allAsked(): void {
    this.#allAsked = true;
    this.#dealSoon();
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  #start(): Thread {
    return new Thread(this.program, { caseRecordingThread: this.writing });
  }

  /** When all that has been heard of the threads, and all that was asked, is known. */
  #dealSoon(): void {
    if (this.#deals || !this.#waiting.length) return;
    this.#deals = true;
    setImmediate(() => {
      this.#deals = false;
      void this.#deal();
    });
  }

  async #deal(): Promise<void> {
    this.#threads = this.#threads.map((thread) => (thread.lives ? thread : this.#start()));
    this.#fill(1);
    const own = this.#waiting.find(({ job }) => job.text.length <= longestHere);
    if (!own) return;
    this.#waiting = this.#waiting.filter((one) => one !== own);
    // Nothing can be read or handed out while a note is checked here: before that, the threads get what keeps them busy for longer.
    const enough = 2 * own.job.text.length;
    this.#fill(enough);
    if (!this.#allAsked && this.#threads.some(({ before }) => before < enough)) {
      // Too little has been read so far. What comes next deals again.
      this.#waiting.unshift(own);
      return;
    }
    own.answer(await this.#here.check(own.job));
    this.#dealSoon();
  }

  /** Hands out what waits until every thread has so much text before it, in UTF-16 units. */
  #fill(enough: number): void {
    for (;;) {
      const idlest = this.#threads.reduce((one, other) => (other.before < one.before ? other : one));
      if (idlest.before >= enough || !this.#waiting.length) return;
      void this.#handOut(idlest, this.#waiting.shift()!);
    }
  }

  async #handOut(thread: Thread, asked: Asked): Promise<void> {
    const { settings, ...job } = asked.job;
    const outcome = await thread.check(job, this.#numbers.of(settings), settings);
    if (outcome) asked.answer(outcome);
    else this.#waiting.unshift(asked);
    this.#dealSoon();
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
  get before(): number {
    return this.#sent.reduce((sum, { length }) => sum + Math.max(1, length), 0);
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
