import type { NoteReport } from "../check.ts";
import { severities, type Severity } from "../engine/finding.ts";

/** A note that was checked, with the name it goes by in a report. */
export interface CheckedNote {
  readonly path: string;
  readonly report: NoteReport;
}

/** How many findings of each severity there are in all the notes. */
export function count(notes: readonly CheckedNote[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { report } of notes) for (const finding of report.findings) counts[finding.severity] += 1;
  return counts;
}

/** How many findings the notes' own comments silence. */
export const silencedIn = (notes: readonly CheckedNote[]): number => notes.reduce((sum, { report }) => sum + report.silenced, 0);

/** True where some finding is as grave as the limit, or graver. */
export function reaches(notes: readonly CheckedNote[], limit: Severity): boolean {
  const counts = count(notes);
  return severities.slice(0, severities.indexOf(limit) + 1).some((severity) => counts[severity] > 0);
}
