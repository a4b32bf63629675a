import type { Note, Quotation } from "../note/note.ts";
import { quotationsIn } from "../note/positions.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./finding.ts";

/**
 * The one place that keeps a child's words: a fix with an edit that touches a byte of them is refused.
 * Words of nobody known are kept as if a child had said them.
 * Rests on V08, "never change what they said", and G04, "You should never change any words".
 */
export const keepsWords = (note: Note, fix: Fix): boolean => {
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

/** The stretches of a quotation that are the speaker's own: all but the brackets that somebody put in. */
export function spoken(note: Pick<Note, "prose">, quotation: Quotation): Span[] {
  const stretches: Span[] = [];
  let at = quotation.words.start;
  for (const aside of quotation.asides) {
    stretches.push({ start: at, end: aside.start });
    at = aside.end;
  }
  // Where a quotation was never closed, only its first sentence is surely speech.
  const sure = quotation.closed ? quotation.words.end : (firstStop(note.prose, at, quotation.words.end) ?? quotation.words.end);
  stretches.push({ start: at, end: sure });
  return stretches.filter(({ start, end }) => end > start);
}

/** Where the first sentence between two places ends, if before the second. */
export function firstStop(prose: string, start: number, end: number): number | undefined {
  const match = /[.!?](?=\s+["\p{Lu}])/u.exec(prose.slice(start, end));
  return match ? start + match.index + 1 : undefined;
}
