import { LineIndex } from "../text/lines.ts";
import type { Note } from "./note.ts";

/** Turns a text into a note. Never throws. */
export function readNote(text: string): Note {
  return { text, lines: new LineIndex(text), kind: "case note", quotations: [] };
}
