import type { Clause, Finding } from "../engine/finding.ts";
import type { NoteKind } from "../note/terms.ts";
import type { Span } from "../text/span.ts";
import type { Part } from "./groups.ts";

/** Met: nothing is found against it, and the note shows what meets it. Missing: something is found, or what meets it has a field to complete. Judge: only the writer can tell. */
export type PointState = "met" | "missing" | "judge";

/** Something that the standard asks of this note. */
export interface Point {
  /** The same at every check of the note; a word without spaces, as a tick is kept by it. */
  readonly id: string;
  readonly part: Part | typeof toJudge;
  readonly state: PointState;
  /** One short line in plain words. */
  readonly title: string;
  /** Why, in a line or two. */
  readonly detail?: string;
  readonly clauses: readonly Clause[];
  /** The rule that asks it, where it is one. */
  readonly rule?: string;
  /** The headings, sentences, words or details that meet it, or a part of it, in the order of the text; where fields are to be completed, these alone. */
  readonly evidence: readonly Span[];
  /** What is found against it, whatever the volume shows of it. */
  readonly findings: readonly Finding[];
  /** Of a point for the writer to judge: whether they have ticked it. */
  readonly ticked?: boolean;
}

/** The part of the list that holds the questions which no program can answer. */
export const toJudge = "For you to judge";

/** The points of the standard for a note, and how many are met. */
export interface Points {
  readonly kind: NoteKind;
  readonly profile: { readonly id: string; readonly title: string };
  /** Of the points that a program can tell, those that are met. */
  readonly met: number;
  /** The points that a program can tell: met and missing. */
  readonly total: number;
  /** Of the points for the writer to judge, those that are ticked. */
  readonly ticked: number;
  /** The points for the writer to judge. */
  readonly judge: number;
  readonly points: readonly Point[];
}
