import type { Note } from "../note/note.ts";
import { quotationsIn } from "../note/positions.ts";
import { spoken } from "../note/spoken.ts";
import type { Fix } from "./finding.ts";

/**
 * The one place that keeps a child's words: a fix with an edit that touches a byte of them is refused.
 * Words of nobody known are kept as if a child had said them.
 * Rests on V08, "never change what they said", and G04, "You should never change any words".
 */
export const keepsWords = (note: Note, fix: Fix): boolean => {
  if (!note.quotations.length) return true;
  return fix.edits.every((edit) =>
    quotationsIn(note, { start: edit.start - 1, end: edit.end + 1 }).every((quotation) => {
      if (quotation.speaker !== "child" && quotation.speaker !== "unknown") return true;
      const stretches = spoken(note, quotation);
      const [first, last] = [stretches[0], stretches.at(-1)];
      if (!first || !last) return true;
      // Nothing is put in between a child's words, not even beside a bracket.
      if (edit.start === edit.end) return edit.start <= first.start || edit.start >= last.end;
      return stretches.every((words) => edit.end <= words.start || edit.start >= words.end);
    }),
  );
};
