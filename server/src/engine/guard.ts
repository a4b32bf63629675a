import { partAt } from "../note/by-section.ts";
import type { Note, Part } from "../note/note.ts";
import { quotationsIn } from "../note/positions.ts";
import { spoken } from "../note/spoken.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./finding.ts";

/**
 * The one place that keeps a child's words: a fix with an edit that touches a byte of them is refused.
 * Words of nobody known are kept as if a child had said them.
 * Rests on V08, "never change what they said", and G04, "You should never change any words".
 */
export const keepsWords = (note: Note, fix: Fix): boolean => fix.edits.every((edit) => partsAround(note, edit).every(({ note: part, at }) => keepsWordsOf(part, { start: edit.start - at, end: edit.end - at })));

/** The sections that an edit touches or lies beside; the note itself, where it has none. */
function partsAround(note: Note, { start, end }: Span): readonly Part[] {
  const [first, last] = [partAt(note, start - 1), partAt(note, end + 1)];
  return first.at === last.at ? [first] : note.parts.filter(({ at }) => first.at <= at && at <= last.at);
}

const keepsWordsOf = (note: Note, edit: Span): boolean =>
  quotationsIn(note, { start: edit.start - 1, end: edit.end + 1 }).every((quotation) => {
    if (quotation.speaker !== "child" && quotation.speaker !== "unknown") return true;
    const stretches = spoken(note, quotation);
    const [first, last] = [stretches[0], stretches.at(-1)];
    if (!first || !last) return true;
    // Nothing is put in between a child's words, not even beside a bracket.
    if (edit.start === edit.end) return edit.start <= first.start || edit.start >= last.end;
    return stretches.every((words) => edit.end <= words.start || edit.start >= words.end);
  });
