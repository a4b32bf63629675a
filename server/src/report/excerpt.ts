import type { Note } from "../note/note.ts";
import type { Span } from "../text/span.ts";

/** A line of a note as a terminal shows it, and how many columns stand before the span and under it. */
export interface Excerpt {
  /** The number of the line, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly before: number;
  readonly under: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide = /^(?:[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator})/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** The first line of a span (UTF-16 units), cut around the span where it is longer than `columns`. */
export function excerpt(note: Note, span: Span, columns = 100): Excerpt {
  const { line } = note.lines.positionAt(span.start);
  const whole = note.lines.lineSpan(line);
  const end = lineEnd(note.text, whole);
  const from = cutBefore(note.text, whole.start, Math.min(span.start, end), columns);
  const shown = show(note.text.slice(from, Math.min(end, from + 4 * columns)), from, span, columns - (from > whole.start ? 1 : 0));
  const mark = from > whole.start ? "…" : "";
  return {
    line: line + 1,
    text: mark + shown.text + (from + shown.units < end ? "…" : ""),
    before: mark.length + shown.before,
    under: Math.max(1, shown.under),
  };
}

/** A text on one line that no control character of the note can colour, move or turn round. */
export const plain = (text: string): string => text.replace(/[\r\n\t]+/g, " ").replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "");

function lineEnd(text: string, line: Span): number {
  let end = line.end;
  while (end > line.start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end -= 1;
  return end;
}

/** Where the excerpt of a line begins: at its start, or at a word so near the span that the span can be seen. */
function cutBefore(text: string, lineStart: number, spanStart: number, columns: number): number {
  if (spanStart - lineStart <= columns / 2) return lineStart;
  const from = spanStart - Math.floor(columns / 3);
  const space = text.slice(from, spanStart).search(/\s\S/);
  if (space >= 0) return from + space + 1;
  const unit = text.charCodeAt(from);
  return unit >= 0xdc00 && unit < 0xe000 ? from + 1 : from;
}

/** Lays a piece of a line out in columns: tabs stand out to stops of four, control characters cannot act. */
function show(piece: string, from: number, span: Span, columns: number): { text: string; units: number; before: number; under: number } {
  let text = "";
  let at = 0;
  let before = 0;
  let under = 0;
  let units = 0;
  for (const { segment, index } of graphemes.segment(piece)) {
    const drawn = segment === "\t" ? " ".repeat(4 - (at % 4)) : invisible.test(segment) ? "" : /^\p{Cc}/u.test(segment) ? "\u00b7" : segment.replace(/[\u202A-\u202E\u2066-\u2069]/g, "");
    const width = segment === "\t" ? drawn.length : drawn === "" ? 0 : wide.test(drawn) ? 2 : 1;
    if (at + width > columns) break;
    const offset = from + index;
    if (offset + segment.length <= span.start) before += width;
    else if (offset < span.end) under += width;
    text += drawn;
    at += width;
    units = index + segment.length;
  }
  return { text, units, before, under };
}
