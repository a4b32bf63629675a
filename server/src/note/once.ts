import type { Note } from "./note.ts";

/** What was drawn from each note, by how it is drawn: one weak entry for each note, as the collector of memory looks through them all. */
const shelves = new WeakMap<Note, Map<unknown, unknown>>();

/** What is drawn from a note is drawn once, however many rules ask; it goes when the note goes. */
export function once<T>(draw: (note: Note) => T): (note: Note) => T {
  return (note) => {
    let drawn = shelves.get(note);
    if (!drawn) shelves.set(note, (drawn = new Map()));
    let found = drawn.get(draw) as T;
    if (found === undefined && !drawn.has(draw)) drawn.set(draw, (found = draw(note)));
    return found;
  };
}
