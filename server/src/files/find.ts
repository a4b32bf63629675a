import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";

/** Where a file that settings name stands, and when it changed (milliseconds): a relative path is looked for in the folder, and then up the tree. Undefined where it is not there. */
export async function findFile(written: string, folder: string): Promise<{ readonly path: string; readonly changed: number } | undefined> {
  const path = written.startsWith("~/") ? join(homedir(), written.slice(2)) : written;
  for (let at = resolve(folder); ; at = dirname(at)) {
    const candidate = isAbsolute(path) ? path : join(at, path);
    try {
      return { path: candidate, changed: (await stat(candidate)).mtimeMs };
    } catch {
      if (isAbsolute(path) || dirname(at) === at) return undefined;
    }
  }
}
