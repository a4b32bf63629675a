import pc from "picocolors";
import { severities, type Finding, type Severity } from "../engine/finding.ts";
import type { Note } from "../note/note.ts";
import { slice, trim } from "../text/span.ts";
import type { Tally } from "./checked.ts";
import { excerpt, plain } from "./excerpt.ts";
import type { Look, ReportFormat } from "./format.ts";
import { clauseLine, counted, severityWords } from "./words.ts";

type Colours = ReturnType<typeof pc.createColors>;

/** The report for people: grouped by note, each finding with its line and carets under the span; the last line counts. */
export function prettyFormat({ colour, columns }: Look): ReportFormat {
  const colours = pc.createColors(colour);
  return {
    opening: "",
    part: (path, { note, findings }) =>
      findings.length ? `${[`${colours.bold(colours.underline(plain(path)))} ${colours.dim(`· ${note.kind}`)}`, ...findings.map((finding) => findingLines(note, finding, colours, columns))].join("\n\n")}\n\n` : undefined,
    between: "",
    closing: (totals) => `${summaryLine(totals)}\n${silencedLine(totals)}`,
  };
}

/** "3 notes: 2 warnings, 14 suggestions, 3 hints." */
function summaryLine({ notes, found: counts, heldBack }: Tally): string {
  const found = severities.filter((severity) => counts[severity] > 0).map((severity) => counted(counts[severity], severityWords[severity]));
  return `${counted(notes, "note")}: ${found.length ? found.join(", ") : notes ? "nothing to mend" : "nothing to check"}.${heldBack ? ` ${counted(heldBack, "more hint")} of style with --volume everything.` : ""}`;
}

const silencedLine = ({ notes, silenced }: Tally): string => (silenced ? `${counted(silenced, "finding")} ${silenced === 1 ? "is" : "are"} silenced by comments in the ${notes === 1 ? "note" : "notes"}.\n` : "");

function findingLines(note: Note, finding: Finding, colours: Colours, columns: number): string {
  const paint = painter(finding.severity, colours);
  const lines = [`  ${paint(severityWords[finding.severity])}  ${plain(finding.message)}  ${colours.dim(finding.rule)}`];
  if (!isAboutWholeNote(note, finding)) {
    const { line, text, before, under } = excerpt(note, finding.span, columns - 10);
    const number = String(line).padStart(6);
    lines.push(`${colours.dim(`${number} │`)} ${text}`);
    lines.push(`${colours.dim(`${" ".repeat(number.length)} │`)} ${" ".repeat(before)}${paint("^".repeat(under))}`);
  }
  const [clause, ...also] = finding.standards;
  if (clause) lines.push(colours.dim(`         ${clauseLine(clause)}${also.length ? `; also ${also.map(({ id }) => id).join(", ")}` : ""}`));
  return lines.join("\n");
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.gray }[severity];
}

/** A finding about the whole note stands on its first line; that line says nothing of it. */
export function isAboutWholeNote({ text }: Note, { span, subject }: Finding): boolean {
  if (span.start === span.end) return true;
  if (subject === undefined || text.slice(0, span.start).replace(/^\uFEFF/, "").trim() !== "") return false;
  const lineEnd = text.slice(span.start).search(/[\r\n]/);
  const line = { start: span.start, end: lineEnd < 0 ? text.length : span.start + lineEnd };
  return slice(text, trim(text, span)) === slice(text, trim(text, line));
}
