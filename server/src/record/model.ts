import type { Field } from "./fields.ts";

/** A stretch of text that looks the same throughout. A "\n" in it is the end of a line within its block. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  /** A child's words, without their marks: blue. */
  readonly words?: true;
  /** A child's words that stand without quotation marks or a speaker's label (a block quote, a cell, a sign), so that only how they look tells that they are the child's. */
  readonly bare?: true;
  /** What the writer marked, and is a risk: bold and red. */
  readonly risk?: true;
}

export type Runs = readonly Run[];

interface Placed {
  /** The line of the note where it begins, from 0. */
  readonly line: number;
}

/** A value of the note's details under its label; the values of a list stand one below the other. */
export interface DetailRow extends Placed {
  readonly label: string;
  readonly values: readonly Runs[];
}

export interface TableRow extends Placed {
  readonly cells: readonly Runs[];
}

/** A piece of the note as it will stand in the child's record. */
export type RecordBlock = Placed &
  (
    | { readonly kind: "title"; readonly runs: Runs }
    | { readonly kind: "details"; readonly rows: readonly DetailRow[] }
    /** `depth` is 1 for the headings of the sections, and at most 6. */
    | { readonly kind: "heading"; readonly depth: number; readonly runs: Runs }
    | { readonly kind: "paragraph"; readonly runs: Runs }
    /** `depth` counts from 1 how many block quotes it stands in. */
    | { readonly kind: "quote"; readonly depth: number; readonly runs: Runs }
    /** A line with a speaker's label, which ends with its colon. */
    | { readonly kind: "turn"; readonly label: Runs; readonly runs: Runs }
    | ListItem
    | { readonly kind: "table"; readonly head: TableRow; readonly rows: readonly TableRow[] }
    | { readonly kind: "rule" }
  );

/** An item of a list, or a further paragraph of one. */
export interface ListItem extends Placed {
  readonly kind: "item";
  /** Tells the lists of a note apart. */
  readonly list: number;
  /** From 0, for an item that stands in no other. */
  readonly depth: number;
  /** Of an ordered list: the item's number. */
  readonly number?: number;
  /** Of a box to tick: whether it is. */
  readonly ticked?: boolean;
  /** It goes on with the item before. */
  readonly more?: true;
  readonly runs: Runs;
}

/** A note as it will stand in the child's record: without comments, markup and fields that wait to be completed. */
export interface NoteRecord {
  /** What a document or a window is called: the note's title, else its kind and the children's names. */
  readonly title: string;
  readonly blocks: readonly RecordBlock[];
  /** What is still to be completed, in order; none of it stands in the blocks. */
  readonly fields: readonly Field[];
  /** Why the note could not be read at all; then there are no blocks. */
  readonly unread?: string;
}

/** True where a child's words are marked as a risk: blue, bold, and a red bar at the side of the block. */
export const meets = (runs: Runs): boolean => runs.some(({ words, risk }) => words && risk);

/** The text of runs alone. */
export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join("");
