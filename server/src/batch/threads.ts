import { Worker } from "node:worker_threads";
import type { Settings } from "../engine/settings.ts";
import { SettingsNumbers } from "../engine/settings-numbers.ts";
import type { Checker, Job, Outcome, Writing } from "./job.ts";
import type { SentJob, ThreadData } from "./thread.ts";

/** Checks notes in threads, each note in one of them. Whoever asks keeps to as many jobs at a time as there are threads. */
export class Threads implements Checker {
  readonly #numbers = new SettingsNumbers();
  readonly #all = new Set<Thread>();
  readonly #idle: Thread[] = [];

  /** `program` is a file that calls `serveAsThread`. The threads start at once. */
  constructor(
    private readonly program: string,
    count: number,
    private readonly writing: Writing,
  ) {
    for (let started = 0; started < count; started += 1) this.#idle.push(this.#start());
  }

  async check({ settings, ...job }: Job): Promise<Outcome> {
    const thread = this.#idle.pop() ?? this.#start();
    const outcome = await thread.check(job, this.#numbers.of(settings), settings);
    // One that died is replaced by whoever needs it.
    if (thread.lives) this.#idle.push(thread);
    else this.#all.delete(thread);
    return outcome;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.end()));
  }

  #start(): Thread {
    const thread = new Thread(this.program, { caseRecordingThread: this.writing });
    this.#all.add(thread);
    return thread;
  }
}

/** A thread, and what it has been told already. */
class Thread {
  readonly #worker: Worker;
  readonly #told = new Set<number>();
  #death: string | undefined;
  #answer: ((outcome: Outcome) => void) | undefined;

  constructor(program: string, data: ThreadData) {
    this.#worker = new Worker(program, { workerData: data })
      .on("message", (outcome: Outcome) => this.#answer?.(outcome))
      .on("messageerror", () => this.#answer?.({ fault: faultOf("its answer could not be read") }))
      .on("error", (error: NodeJS.ErrnoException) => this.#die(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "this could not be checked: it needs more memory than there is" : faultOf(error.name)))
      .on("exit", () => this.#die(faultOf("its thread ended")));
  }

  get lives(): boolean {
    return this.#death === undefined;
  }

  check(job: Omit<Job, "settings">, number: number, settings: Settings): Promise<Outcome> {
    return new Promise((done) => {
      if (this.#death !== undefined) return done({ fault: this.#death });
      this.#answer = done;
      const sent: SentJob = { ...job, number, ...(this.#told.has(number) ? {} : { settings }) };
      this.#told.add(number);
      this.#worker.postMessage(sent);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(fault: string): void {
    this.#death ??= fault;
    this.#answer?.({ fault: this.#death });
  }
}

const faultOf = (what: string): string => `this could not be checked, by a fault of the program (${what}); please report it`;
