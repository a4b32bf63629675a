import { readFile, stat } from "node:fs/promises";
import { setTimeout as rest } from "node:timers/promises";
import { answered } from "./patience.ts";

/** The text of a file, or why there is none. */
export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** Reads a file as text. A byte order mark stays in the text and counts in offsets. Never throws. */
export async function readText(path: string): Promise<FileText> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
}

/** For how long after its last change (milliseconds) a file may still be in the middle of being saved, and how long to rest between two looks at it. */
const justChanged = 1000;
const pause = 50;

/** The largest file of a team's that is read, in bytes: more than the longest list or profile that is used. */
const largest = 4_000_000;

/** Reads a file of a team's, such as a profile, which people keep open and save: one that is just being saved is empty or half there for a moment, so it is read until it stands still. What is no file, is far too large, or does not answer in time is not waited for. Never throws. */
export async function readSettled(path: string): Promise<FileText> {
  const before = await look(path);
  if (!before.ok) return before;
  let file = await readSoon(path);
  for (const end = Date.now() + justChanged; Date.now() < end && (await changedJustNow(path)); ) {
    await rest(pause);
    const before = file;
    file = await readSoon(path);
    const still = before.ok && file.ok && before.text === file.text && file.text !== "";
    if (still) break;
  }
  return file;
}

/** Whether something is a file of a size that can be read. To open a pipe would wait for whoever writes into it. */
async function look(path: string): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: string }> {
  try {
    const found = await answered(path, () => stat(path));
    if (found.isDirectory()) return { ok: false, problem: "this is a folder, not a file" };
    if (!found.isFile()) return { ok: false, problem: "this is not a file that can be read" };
    if (found.size > largest) return { ok: false, problem: "this file is too large to read" };
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
}

/** The text of a file that answers in time. */
async function readSoon(path: string): Promise<FileText> {
  try {
    return await answered(path, () => readText(path));
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
}

async function changedJustNow(path: string): Promise<boolean> {
  try {
    return Math.abs(Date.now() - (await answered(path, () => stat(path))).mtimeMs) < justChanged;
  } catch {
    return false;
  }
}

/** Reads standard input to its end as text. Never throws. */
export async function readStandardInput(): Promise<FileText> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
    return decode(Buffer.concat(chunks));
  } catch (error) {
    return { ok: false, problem: whyNot(error) };
  }
}

/** Bytes as text: UTF-8, or UTF-16 that says so by its mark. Offsets in the text are UTF-16 units. */
export function decode(bytes: Uint8Array): FileText {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (!utf16 && bytes.subarray(0, 8192).includes(0)) return { ok: false, problem: "this is not a text file, so it was not checked" };
  try {
    return { ok: true, text: new TextDecoder(utf16 ?? "utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: `this is not ${utf16 ? "UTF-16" : "UTF-8"} text, so it was not checked; save it with the encoding UTF-8` };
  }
}

/** Why a file or folder cannot be read, in plain words. */
export function whyNot(error: unknown): string {
  if (isGone(error)) return "the drive or network place that holds this does not answer";
  switch ((error as NodeJS.ErrnoException | undefined)?.code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "this may not be read: permission is missing";
    case "EISDIR":
      return "this is a folder, not a file";
    case "ERR_FS_FILE_TOO_LARGE":
      return "this file is too large to read";
    case "ELOOP":
      return "links lead round in a circle here";
    default:
      return "this cannot be read";
  }
}

/** True where a drive, or the network that leads to it, failed or did not answer: what stands there may be there again later. */
export const isGone = (error: unknown): boolean => ["ETIMEDOUT", "EIO", "ENETUNREACH", "ENETDOWN", "EHOSTUNREACH", "EHOSTDOWN", "ENOTCONN", "ECONNRESET", "ESTALE", "EREMOTEIO", "ENXIO", "ENODEV", "EBUSY"].includes((error as NodeJS.ErrnoException | undefined)?.code ?? "");
