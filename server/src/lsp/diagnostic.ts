import { DiagnosticSeverity, type Diagnostic, type Range } from "vscode-languageserver";
import type { Finding, Severity } from "../engine/finding.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Abilities, Checked } from "./ports.ts";

/** The name under which our findings stand in an editor's list of problems. */
export const source = "Case Recording";

/** A fix as it travels with a diagnostic. */
export interface SentFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** What travels with a diagnostic, so that a light bulb need not check again. */
export interface SentData {
  /** The version of the document that the ranges are about. */
  readonly version: number;
  /** The check that this came from. */
  readonly check: string;
  readonly rule: string;
  readonly fixes: readonly SentFix[];
  /** A word that the team may declare its own. */
  readonly word?: string;
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A span (UTF-16 units) as a range of lines and characters. */
export const rangeOf = (lines: LineIndex, { start, end }: Span): Range => ({ start: lines.positionAt(start), end: lines.positionAt(end) });

/** A finding's fixes with their places as ranges. */
export const sentFixes = (lines: LineIndex, { fixes }: Finding): SentFix[] =>
  fixes.map(({ title, safe, edits }) => ({ title, safe, edits: edits.map((edit) => ({ range: rangeOf(lines, edit), newText: edit.newText })) }));

/** A finding as an editor shows it. */
export function toDiagnostic({ id, note, report }: Checked, finding: Finding, abilities: Abilities, page: (rule: string) => string): Diagnostic {
  const { lines } = report.note;
  const data = (): SentData => ({ version: note.version, check: id, rule: finding.rule, fixes: sentFixes(lines, finding), ...(finding.word === undefined ? {} : { word: finding.word }) });
  return {
    range: rangeOf(lines, finding.span),
    severity: severityNumbers[finding.severity],
    code: finding.rule,
    ...(abilities.codeDescription ? { codeDescription: { href: page(finding.rule) } } : {}),
    source,
    message: finding.message,
    ...(abilities.relatedInformation && finding.related.length > 0
      ? { relatedInformation: finding.related.map(({ span, message }) => ({ location: { uri: note.uri, range: rangeOf(lines, span) }, message })) }
      : {}),
    ...(abilities.diagnosticData ? { data: data() } : {}),
  };
}

/** What we sent with a diagnostic, where the client gives it back whole. */
export function sentData({ data }: Diagnostic): SentData | undefined {
  const sent = data as Partial<SentData> | undefined | null;
  return typeof sent === "object" && sent !== null && typeof sent.check === "string" && typeof sent.version === "number" && Array.isArray(sent.fixes) ? (sent as SentData) : undefined;
}
