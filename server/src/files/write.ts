import { writeFile } from "node:fs/promises";

/** Writes a file, or says why it could not. One that is there already is written over only where that is asked for. Never throws. */
export async function writeTo(path: string, content: string | Uint8Array, { over }: { readonly over: boolean }): Promise<{ readonly ok: true } | { readonly ok: false; readonly exists: boolean; readonly problem: string }> {
  try {
    await writeFile(path, content, { flag: over ? "w" : "wx" });
    return { ok: true };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
    return { ok: false, exists: code === "EEXIST", problem: reasons[code] ?? "this cannot be written" };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "there is such a file already",
  ENOENT: "there is no such folder",
  ENOTDIR: "there is no such folder",
  EISDIR: "this is a folder, not a file",
  EACCES: "this may not be written: permission is missing",
  EPERM: "this may not be written: permission is missing",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
};
