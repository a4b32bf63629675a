import type { NoteRecord } from "./model.ts";

/** The record as a Word file. What writes it is large, and is loaded when it is first asked for. */
export async function toWord(record: NoteRecord): Promise<Uint8Array> {
  const { wordFile } = await import("./docx.ts");
  return wordFile(record);
}
