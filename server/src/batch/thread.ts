import { isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Settings } from "../engine/settings.ts";
import { formatFor, work, type Job, type Writing } from "./job.ts";

/** A job as it is sent to a thread. The settings come by their number, and with their words the first time alone. */
export interface SentJob extends Omit<Job, "settings"> {
  readonly number: number;
  readonly settings?: Settings;
}

/** What a thread is started with; by its name the program knows that it is one. */
export interface ThreadData {
  readonly caseRecordingThread: Writing;
}

/** In a thread: answers every job that is sent, one after another, and says so. False where the program itself runs. */
export function serveAsThread(): boolean {
  const data = workerData as ThreadData | null;
  if (isMainThread || !parentPort || !data?.caseRecordingThread) return false;
  const port = parentPort;
  const format = formatFor(data.caseRecordingThread);
  const known = new Map<number, Settings>();
  port.on("message", ({ number, settings = known.get(number)!, ...job }: SentJob) => {
    known.set(number, settings);
    port.postMessage(work({ ...job, settings }, format));
  });
  return true;
}
