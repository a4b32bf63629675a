import type { Note } from "../note/note.ts";
import type { Span } from "../text/span.ts";

/** The comments of a note with their marks, in the order of the text. What looks like one in a block of code is none. */
export function commentsOf({ text, prose }: Pick<Note, "text" | "prose">): Span[] {
  return [...text.matchAll(/<!--[\s\S]*?-->/g)].map((match) => ({ start: match.index, end: match.index + match[0].length })).filter(({ start, end }) => prose.slice(start, end).trim() === "");
}
