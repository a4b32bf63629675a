import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

export type NoteKind = "statutory visit" | "visit" | "phone call" | "no access" | "meeting" | "letter to the child" | "case note";

export type Speaker = "child" | "adult" | "worker" | "unknown";

/** Words that somebody said, wrote or signed, with their marks. */
export interface Quotation extends Span {
  readonly speaker: Speaker;
  /** The speaker's name, where known. */
  readonly name?: string;
  readonly closed: boolean;
}

/** A note, understood. (Grows.) */
export interface Note {
  readonly text: string;
  readonly lines: LineIndex;
  readonly kind: NoteKind;
  readonly quotations: readonly Quotation[];
}
