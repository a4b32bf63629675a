import type { Span } from "./span.ts";

/** A change to a text: what stands from `start` to `end` (UTF-16 units of the text before) becomes `newText`. */
export interface Edit extends Span {
  readonly newText: string;
}

/** Applies edits that do not overlap. Edits at one place keep their order. Throws a RangeError where two overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order })).sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at) throw new RangeError("two edits overlap");
    result += text.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return result + text.slice(at);
}
