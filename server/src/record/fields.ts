import type { Span } from "../text/span.ts";

/** Something in a note that is still to be completed: it must not go into the record. */
export interface Field extends Span {
  /** As it stands in the note, on one line. */
  readonly text: string;
}

/** What is said of a comment that is opened and never closed: all behind it would be missing from the record. */
export const openComment = "<!-- (a comment that is never closed)";
