import type { Note } from "./note.ts";

/** What is drawn from a note is drawn once, however many rules ask; it goes when the note goes. */
export function once<T>(draw: (note: Note) => T): (note: Note) => T {
  const drawn = new WeakMap<Note, T>();
  return (note) => {
    if (!drawn.has(note)) drawn.set(note, draw(note));
    return drawn.get(note)!;
  };
}
