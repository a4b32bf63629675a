import type { Note } from "../note/note.ts";
import type { Settings } from "../engine/settings.ts";
import type { Profile } from "../standards/standards.ts";
import type { Span } from "../text/span.ts";

export type ProposalKind = "heading" | "detail" | "value" | "person" | "words" | "statement" | "rule";

/** Something that the writer may put into a note at the cursor. It asserts nothing by itself: facts are fields, `[… what …]`. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly label: string;
  /** What tells it from others of the same label: a child's name, a relation. */
  readonly beside?: string;
  /** What it is, in Markdown, besides the text itself and the standard. */
  readonly about?: string;
  /** Ids of the clauses it rests on. */
  readonly clauses?: readonly string[];
  /** What is replaced: what was typed of it, up to the cursor; or a field in which the cursor stands. */
  readonly span: Span;
  readonly text: string;
  /** What is typed to find it; it begins with what stands in `span` before the cursor. */
  readonly filter: string;
}

/** A note with a cursor in it. */
export interface Place {
  readonly note: Note;
  readonly settings: Settings;
  readonly profile: Profile;
  /** Where the cursor stands, in UTF-16 units. */
  readonly offset: number;
  /** Where its line begins and ends, without the line's end. */
  readonly line: Span;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line behind the cursor. */
  readonly behind: string;
}
