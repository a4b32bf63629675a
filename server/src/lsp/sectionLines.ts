import type { Note, Section } from "../note/note.ts";
import type { Span } from "../text/span.ts";

/** Lines of a note, counted from 0; both belong to it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines that a span touches, without empty ones at its end. */
export function linesOf(note: Pick<Note, "text" | "lines">, { start, end }: Span): LineRange {
  const first = note.lines.positionAt(start).line;
  let last = Math.max(first, note.lines.positionAt(Math.max(start, end - 1)).line);
  while (last > first && isEmpty(note, last)) last -= 1;
  return { first, last };
}

/** The lines of a section with its subsections, from its heading to the last one that holds anything. */
export function linesOfSection(note: Note, { whole }: Section): LineRange {
  // A section ends where the next heading's words begin, behind its number signs.
  const stop = note.lines.positionAt(whole.end);
  const end = whole.end < note.text.length ? note.lines.lineSpan(stop.line).start : whole.end;
  return linesOf(note, { start: whole.start, end: Math.max(whole.start, end) });
}

/** A line's text without its ending, as a span in UTF-16 units. */
export function lineSpan(note: Pick<Note, "text" | "lines">, line: number): Span {
  const { start, end } = note.lines.lineSpan(line);
  return { start, end: start + note.text.slice(start, end).replace(/[\r\n]+$/, "").length };
}

const isEmpty = (note: Pick<Note, "text" | "lines">, line: number): boolean => {
  const { start, end } = lineSpan(note, line);
  return note.text.slice(start, end).trim() === "";
};
