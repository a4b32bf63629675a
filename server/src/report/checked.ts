import type { NoteReport } from "../check.ts";
import { severities, type Severity } from "../engine/finding.ts";

/** What is counted of a note, and of many: all that is kept of a note once its part of the report is written. Plain data. */
export interface Tally {
  readonly notes: number;
  /** How many findings there are of each severity. */
  readonly found: Readonly<Record<Severity, number>>;
  /** How many hints of style the volume held back. */
  readonly heldBack: number;
  /** How many findings the notes' own comments silence. */
  readonly silenced: number;
}

/** Nothing has been checked yet. */
export const none: Tally = { notes: 0, found: { error: 0, warning: 0, information: 0, hint: 0 }, heldBack: 0, silenced: 0 };

/** What is counted of one note. */
export function tallyOf({ findings, heldBack, silenced }: NoteReport): Tally {
  const found = { ...none.found };
  for (const { severity } of findings) found[severity] += 1;
  return { notes: 1, found, heldBack, silenced };
}

/** Two counts as one. */
export const sum = (a: Tally, b: Tally): Tally => ({
  notes: a.notes + b.notes,
  found: { error: a.found.error + b.found.error, warning: a.found.warning + b.found.warning, information: a.found.information + b.found.information, hint: a.found.hint + b.found.hint },
  heldBack: a.heldBack + b.heldBack,
  silenced: a.silenced + b.silenced,
});

/** True where some finding is as grave as the limit, or graver. */
export const reaches = ({ found }: Tally, limit: Severity): boolean => severities.slice(0, severities.indexOf(limit) + 1).some((severity) => found[severity] > 0);
