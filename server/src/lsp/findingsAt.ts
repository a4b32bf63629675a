import type { Diagnostic, Range } from "vscode-languageserver";
import type { Finding } from "../engine/finding.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Checked } from "./ports.ts";

/** The findings that a diagnostic is about: of its rule, at its range; where it has moved, those of its rule that the range touches. */
export function findingsOf({ report: { note, findings } }: Checked, { code, range }: Diagnostic): Finding[] {
  const candidates = findings.filter(({ rule }) => rule === code).map((finding) => ({ finding, at: rangeOf(note.lines, finding.span) }));
  const exact = candidates.filter(({ at }) => compare(at.start, range.start) === 0 && compare(at.end, range.end) === 0);
  const found = exact.length ? exact : candidates.filter(({ at }) => compare(at.start, range.end) <= 0 && compare(range.start, at.end) <= 0);
  return found.map(({ finding }) => finding);
}

const compare = (a: Range["start"], b: Range["start"]): number => a.line - b.line || a.character - b.character;
