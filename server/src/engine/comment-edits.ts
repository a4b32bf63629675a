import type { Directive } from "../note/directives.ts";
import type { Note } from "../note/note.ts";
import type { Edit } from "../text/edit.ts";
import { insert, replace } from "./rule.ts";

/** The edit that takes a comment away: with its line where it stands alone there, else with the space before it. */
export function withoutComment({ text, lines }: Note, { start, end }: Directive): Edit {
  const line = lines.lineSpan(lines.positionAt(start).line);
  const before = text.slice(line.start, start);
  const behind = text.slice(end, line.end);
  if (/^[\s>]*$/.test(before) && /^[\s>]*$/.test(behind)) return replace(line, "");
  return replace({ start: line.start + before.trimEnd().length, end }, "");
}

/** The edit that puts one more word at the end of a comment. */
export function addToComment({ text }: Note, { start, end }: Directive, word: string): Edit {
  const inner = text.slice(start, end - 3).trimEnd();
  return insert(start + inner.length, ` ${word}`);
}
