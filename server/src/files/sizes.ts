import { stat } from "node:fs/promises";

/** How large files are together, in bytes; no more is counted once it is enough. What is not there counts nothing. */
export async function sizeOf(paths: readonly string[], enough: number): Promise<number> {
  let size = 0;
  for (const path of paths) {
    if (size >= enough) break;
    size += await stat(path).then((found) => found.size, () => 0);
  }
  return size;
}
