import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";

/** How grave a finding is; the names are those of LSP. Error is for what cannot be so (an impossible date) alone. */
export type Severity = "error" | "warning" | "information" | "hint";

export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** A way to mend what a finding says. A safe fix cannot change the meaning; only safe fixes are applied unasked. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** Fields to complete stand in the new texts as `[… what …]`; an editor may turn them into tab stops. */
  readonly edits: readonly Edit[];
}

/** The sentence of a standard that a finding rests on. */
export interface Clause {
  /** The id in the catalogue of standards, such as "P27". */
  readonly id: string;
  readonly document: string;
  /** When the document was published, as it says itself. */
  readonly date: string;
  /** The heading under which the sentence stands. */
  readonly section: string;
  /** The words of the standard, at most a sentence. */
  readonly quote: string;
}

/** What falls short of a standard, where, and what can be done. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What a finding about the whole note is about: a child's first name, the missing headings. */
  readonly subject?: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly standards: readonly Clause[];
  readonly fixes: readonly Fix[];
  /** A word that a team may declare its own, so that it is not flagged again. */
  readonly word?: string;
}
