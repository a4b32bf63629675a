import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { answered } from "./patience.ts";
import { isGone, whyNot } from "./read.ts";

/** A file that settings name, and when it changed (milliseconds). */
export interface Place {
  readonly path: string;
  readonly changed: number;
  /** Why nobody knows what is there now: its drive does not answer. */
  readonly problem?: string;
}

/** Where a file that settings name stands: a relative path is looked for in the folder, and then up the tree. Undefined where it is not there. Never throws. */
export async function findFile(written: string, folder: string): Promise<Place | undefined> {
  const path = written.startsWith("~/") ? join(homedir(), written.slice(2)) : written;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const candidate = isAbsolute(path) ? path : join(at, path);
    try {
      return { path: candidate, changed: (await answered(candidate, () => stat(candidate))).mtimeMs };
    } catch (error) {
      // What stands further up is on the same drive, and would only be waited for too.
      if (isGone(error)) return { path: candidate, changed: NaN, problem: whyNot(error) };
      if (isAbsolute(path) || dirname(at) === at) return undefined;
    }
  }
}
