import type { Finding } from "../engine/finding.ts";
import type { Note } from "../note/note.ts";
import { slice } from "../text/span.ts";
import { count, silencedIn, type CheckedNote } from "./checked.ts";

/** The report as one JSON object. Offsets and characters are UTF-16 units; lines and characters count from 0. */
export function jsonReport(notes: readonly CheckedNote[], profile: string): string {
  const report = {
    version: 1,
    profile,
    notes: notes.map(({ path, report: { note, findings } }) => ({
      path,
      kind: note.kind,
      findings: findings.map((finding) => jsonFinding(note, finding)),
      quotations: note.quotations.map(({ start, end, speaker, name }) => ({ start, end, speaker, ...(name === undefined ? {} : { name }) })),
    })),
    summary: { notes: notes.length, ...count(notes), silenced: silencedIn(notes) },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(note: Note, finding: Finding): object {
  const place = (offset: number): object => ({ ...note.lines.positionAt(offset), offset });
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...(finding.subject === undefined ? {} : { subject: finding.subject }),
    start: place(finding.span.start),
    end: place(finding.span.end),
    text: slice(note.text, finding.span),
    standards: finding.standards.map(({ id, document, date, section }) => ({ id, document, date, clause: section })),
    fixes: finding.fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map(({ start, end, newText }) => ({ start, end, newText })) })),
    related: finding.related.map(({ span, message }) => ({ start: place(span.start), end: place(span.end), text: slice(note.text, span), message })),
  };
}
