import type { Note, Section } from "../note/note.ts";
import { lineEnding } from "../note/outline.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { insert, replace } from "./rule.ts";

/**
 * The edits that take a stretch of the note to its reflections: what stays in its place, and what is put at the end of the
 * reflections, those of the same child where there are several. Undefined where the note has no reflections (P35, "Practitioner reflections").
 */
export function toReflections(note: Note, from: Section, gone: Span, left: string, moved: string): readonly Edit[] | undefined {
  const all = note.sections.filter(({ role, heading }) => role === "reflections" && heading);
  const reflections = all.find(({ child }) => child !== undefined && child === from.child) ?? all.at(-1);
  return reflections && [replace(gone, left), insert(trimmedEnd(note, reflections.span.end), lineEnding(note).repeat(2) + moved)];
}

/** The end of a section's own text, before the marks of the heading behind it. */
function trimmedEnd(note: Note, end: number): number {
  const line = note.text.lastIndexOf("\n", end - 1) + 1;
  let at = line > 0 && /^[\s#>*_\d.]*$/.test(note.text.slice(line, end)) ? line : end;
  while (at > 0 && /\s/.test(note.text[at - 1]!)) at -= 1;
  return at;
}
