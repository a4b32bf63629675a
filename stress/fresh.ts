// What a fresh check of a text says, in the form in which the server sends it; and how the two differ.
import type { Diagnostic } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkNote, type NoteReport } from "../server/src/check.ts";
import { readSettings } from "../server/src/engine/settings.ts";
import { abilitiesOf } from "../server/src/lsp/abilities.ts";
import { toDiagnostic, type SentData } from "../server/src/lsp/diagnostic.ts";
import { rulePage } from "../server/src/lsp/rulePage.ts";
import { childsWords } from "../server/src/note/spoken.ts";
import { slice, type Span } from "../server/src/text/span.ts";
import { capabilities, type Manner } from "./server.ts";

/** One version of an open note, and the settings that it is checked under, as they are written. */
export interface Version {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly configuration: unknown;
}

/** What was sent of a version, held against a fresh check of it. */
export interface Compared {
  readonly findings: number;
  /** Findings that are not there, or other than they should be; and those that should not be there. */
  readonly lost: number;
  readonly differing: number;
  /** Bytes of children's words that were looked at before and after every fix that was sent. */
  readonly bytes: number;
  /** Stretches of children's words that a fix would change. */
  readonly touched: number;
}

/** Holds findings that the server sent against those of a fresh check of the same text. */
export function compare(sent: readonly Diagnostic[], { uri, version, text, configuration }: Version, manner: Manner): Compared {
  const report = checkNote(text, readSettings(configuration).settings);
  const abilities = abilitiesOf(capabilities(manner));
  // The id of a check is the server's own.
  const check = (sent[0]?.data as SentData | undefined)?.check ?? "";
  const expected = report.findings.map((finding) => toDiagnostic({ id: check, note: { uri, version, text, opening: 0 }, report }, finding, abilities, rulePage));
  const left = counted(sent);
  let lost = 0;
  for (const one of expected.map(asText)) {
    const times = left.get(one) ?? 0;
    if (times) left.set(one, times - 1);
    else lost += 1;
  }
  const differing = [...left.values()].reduce((sum, times) => sum + times, 0);
  return { findings: expected.length, lost, differing, ...afterFixes(sent, text, report) };
}

/** As it went over the wire, whatever the order of its keys. */
const asText = (diagnostic: Diagnostic): string => JSON.stringify(diagnostic, (_, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));

function counted(diagnostics: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of diagnostics.map(asText)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Makes every fix that was sent, each by itself, and looks whether the children's words stand there as before, byte for byte. */
function afterFixes(sent: readonly Diagnostic[], text: string, { note }: NoteReport): { bytes: number; touched: number } {
  const words = childsWords(note);
  const document = TextDocument.create("", "", 0, text);
  let bytes = 0;
  let touched = 0;
  for (const { edits } of sent.flatMap(({ data }) => (data as SentData).fixes)) {
    const made = edits.map(({ range, newText }) => ({ start: document.offsetAt(range.start), end: document.offsetAt(range.end), newText })).sort((a, b) => a.start - b.start || a.end - b.end);
    let mended = "";
    let at = 0;
    for (const { start, end, newText } of made) {
      mended += text.slice(at, start) + newText;
      at = end;
    }
    mended += text.slice(at);
    for (const span of words) {
      const before = slice(text, span);
      const moved = made.filter(({ end }) => end <= span.start).reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
      const after = slice(mended, { start: span.start + moved, end: span.end + moved } satisfies Span);
      bytes += Buffer.byteLength(before);
      if (after !== before) touched += 1;
    }
  }
  return { bytes, touched };
}
