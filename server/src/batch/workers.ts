import { availableParallelism } from "node:os";
import { sizeOf } from "../files/sizes.ts";

/** So much text (bytes) is worth the start of a thread. */
const worthAThread = 100_000;

/** How many check at a time: as many as were asked for, or else as there are processors and enough to read; never more than there are notes. One checks where the program runs, without a thread. */
export async function workersFor(files: readonly string[], asked: number | undefined): Promise<number> {
  if (asked !== undefined || files.length < 2) return Math.max(1, Math.min(asked ?? 1, files.length));
  const most = Math.min(availableParallelism(), files.length);
  const size = await sizeOf(files, most * worthAThread);
  return Math.max(1, Math.min(most, Math.floor(size / worthAThread)));
}
