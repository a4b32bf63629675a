import type { Note } from "../note/note.ts";
import type { Field } from "../record/fields.ts";
import { plain } from "./excerpt.ts";
import { counted } from "./words.ts";

/** What is still to be completed in a note, with the line and the column of each, counted from 1. */
export function fieldsReport(path: string, note: Note, fields: readonly Field[]): string {
  const lines = fields.map(({ start, text }) => {
    const { line, character } = note.lines.positionAt(start);
    return `  ${plain(path)}:${line + 1}:${character + 1}  ${plain(text)}`;
  });
  return [`${counted(fields.length, "place")} in this note ${fields.length === 1 ? "is" : "are"} still to be completed, so nothing was exported:`, ...lines, ""].join("\n");
}
