import { lowest } from "../text/span-index.ts";
import type { Note, Part, Section } from "./note.ts";

/** What was drawn from a section, and where it stands in the whole note, in UTF-16 units. */
export interface Drawn<T> {
  /** The section as a note of its own: what was drawn has its coordinates. */
  readonly part: Note;
  readonly at: number;
  /** The section in the whole note. */
  readonly section: Section;
  readonly found: T;
}

/**
 * What is drawn from every section of a note by itself, in order; drawn once for as long as the section stays as it is, and what it is drawn `by`
 * (settings, as a rule) is the same.
 */
export function bySection<T, By extends object = object>(draw: (part: Note, by: By) => T): (note: Note, by?: By) => readonly Drawn<T>[] {
  const drawn = new WeakMap<Note, { readonly by: By; readonly found: T }>();
  const of = (part: Note, by: By): T => {
    let known = drawn.get(part);
    if (known?.by !== by) drawn.set(part, (known = { by, found: draw(part, by) }));
    return known.found;
  };
  return (note, by = nothing as By) => (note.parts.length ? note.parts.map(({ note: part, at, section }) => ({ part, at, section, found: of(part, by) })) : note.sections[0] ? [{ part: note, at: 0, section: note.sections[0], found: of(note, by) }] : []);
}

const nothing = {};

/** The section that holds an offset of a note; the note itself, where it is a section. */
export const partAt = (note: Note, offset: number): Part => note.parts[lowest(note.parts.length, (index) => note.parts[index]!.at > offset) - 1] ?? note.parts[0] ?? { note, at: 0, section: note.sections[0]!, blocks: note.blocks };
