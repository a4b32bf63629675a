import type { Note } from "./note.ts";

/** The age in years at which a note should be readable: the youngest child's age and three, never under nine; twelve where no age is told (V42, S08). */
export function readingAge(note: Note): number {
  const ages = note.children.flatMap(({ age, unborn }) => (age && !unborn ? [age.years] : []));
  return ages.length ? Math.max(9, Math.min(...ages) + 3) : 12;
}
