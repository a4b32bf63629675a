import type { Span } from "../text/span.ts";
import type { Child, Note, Quotation } from "./note.ts";
import { once } from "./once.ts";

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

/** A stretch of a child's own words, without marks and brackets. */
export interface ChildsWords extends Span {
  readonly child?: Child;
  readonly name?: string;
}

/** The words of children that stand blue in the editor, the preview and every copy (P17). Words of nobody known are none. */
export const childsWords = once((note: Note): readonly ChildsWords[] =>
  note.quotations.filter(({ speaker }) => speaker === "child").flatMap((quotation) =>
    spoken(note, quotation).map((span) => ({ ...span, ...(quotation.child ? { child: quotation.child } : {}), ...(quotation.name === undefined ? {} : { name: quotation.name }) })),
  ),
);
