import type { Note } from "../note/note.ts";
import { commentsIn } from "../text/comments.ts";
import { overlaps, type Span } from "../text/span.ts";

/** The comments of a note with their marks, in the order of the text. What looks like one in a block of code is none. */
export function commentsOf({ text, prose }: Pick<Note, "text" | "prose">): Span[] {
  const comments = [...commentsIn(text)].filter(({ start, end }) => prose.slice(start, end).trim() === "");
  if (!comments.length) return comments;
  const code = [...text.matchAll(/^ {0,3}(```|~~~)[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return comments.filter((comment) => !code.some((block) => overlaps(block, comment)));
}
