import type { NoteReport } from "../check.ts";
import type { Finding } from "../engine/finding.ts";
import type { Note } from "../note/note.ts";
import { slice } from "../text/span.ts";
import type { ReportFormat } from "./format.ts";

/** The report as one JSON object. Offsets and characters are UTF-16 units; lines and characters count from 0. */
export const jsonFormat: ReportFormat = {
  opening: `{\n  "version": 1,\n  "notes": [`,
  part: (path, report) => `\n    ${json(jsonNote(path, report), 4)}`,
  between: ",",
  closing: ({ notes, found, silenced }, profile) => `${notes ? "\n  " : ""}],\n  "profile": ${JSON.stringify(profile)},\n  "summary": ${json({ notes, ...found, silenced }, 2)}\n}\n`,
};

/** Data as JSON, as it stands in other data, so many columns in. */
const json = (data: object, columns: number): string => JSON.stringify(data, null, 2).replaceAll("\n", `\n${" ".repeat(columns)}`);

const jsonNote = (path: string, { note, findings }: NoteReport): object => ({
  path,
  kind: note.kind,
  findings: findings.map((finding) => jsonFinding(note, finding)),
  quotations: note.quotations.map(({ start, end, speaker, name }) => ({ start, end, speaker, ...(name === undefined ? {} : { name }) })),
});

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
