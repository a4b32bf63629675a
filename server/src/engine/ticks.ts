import type { TickedDirective } from "../note/directives.ts";
import type { Note } from "../note/note.ts";
import { once } from "../note/once.ts";
import { lineEnding } from "../note/outline.ts";
import type { Edit } from "../text/edit.ts";
import { addToComment } from "./comment-edits.ts";

/** What the writer of a note has ticked, kept in comments of the note: `<!-- case-recording-ticked: why-you-went home -->`. */
export interface Ticks {
  readonly ids: ReadonlySet<string>;
  /** The comments, in order: one, unless somebody put in more. */
  readonly comments: readonly TickedDirective[];
}

/** The ticks of a note. What is read as the note's own text, as in a piece of code, is no comment. */
export const ticksOf = once((note): Ticks => {
  const comments = note.directives.filter((one): one is TickedDirective => one.kind === "ticked" && !note.prose.slice(one.start, one.end).trim());
  return { ids: new Set(comments.flatMap(({ ids }) => ids.map(({ written }) => written))), comments };
});

/** The edits that tick something, or take a tick away; none where it is so already. They touch our own comment and the blank line before it, and nothing else. */
export function tickEdits(note: Note, id: string, ticked: boolean): readonly Edit[] {
  const { ids, comments } = ticksOf(note);
  if (ids.has(id) === ticked || /[\s<>,]|--/.test(id) || !id) return [];
  if (!ticked) return comments.flatMap((one) => without(note, one, id));
  const last = comments.at(-1);
  return [last ? addToComment(note, last, id) : atEnd(note, `<!-- case-recording-ticked: ${id} -->`)];
}

/** A comment behind the last line that holds anything, with a blank line between. Where that line has no end, the comment has none either. */
function atEnd(note: Note, written: string): Edit {
  const { text } = note;
  const eol = lineEnding(note);
  const content = text.trimEnd().length;
  const line = content ? text.indexOf("\n", content) : firstUnit(text) - 1;
  const at = line < 0 && content ? text.length : line + 1;
  return { start: at, end: at, newText: !content ? written + eol : line < 0 ? eol + eol + written : eol + written + eol };
}

/** Takes an id out of a comment; with the last id the comment goes, its line, and the blank line before it. */
function without({ text }: Note, { start, end, ids }: TickedDirective, id: string): readonly Edit[] {
  const gone = ids.filter((one) => one.written === id);
  if (!gone.length) return [];
  if (gone.length < ids.length) return gone.map((one) => ({ start: text.slice(0, one.start).trimEnd().length, end: one.end, newText: "" }));
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end) + 1;
  const isAlone = !text.slice(line, start).trim() && !text.slice(end, stop || text.length).trim();
  if (!isAlone) return [{ start, end, newText: "" }];
  const lineBefore = text.lastIndexOf("\n", line - 2) + 1;
  let from = line > 0 && !text.slice(lineBefore, line).trim() ? lineBefore : line;
  // The last line of the text has no end of its own; the one before it gives up its end.
  if (!stop && from > 0) from -= text[from - 2] === "\r" ? 2 : 1;
  return [{ start: Math.max(from, firstUnit(text)), end: stop || text.length, newText: "" }];
}

/** Where a text begins, behind a byte order mark. */
const firstUnit = (text: string): number => (text.startsWith("\uFEFF") ? 1 : 0);
