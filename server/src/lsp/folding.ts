import { FoldingRangeKind, type CancellationToken, type FoldingRange, type FoldingRangeParams } from "vscode-languageserver";
import type { Note } from "../note/note.ts";
import { cover, type Span } from "../text/span.ts";
import { commentsOf } from "./comments.ts";
import type { Abilities, Checks } from "./ports.ts";
import { lineSpan, linesOf, linesOfSection, type LineRange } from "./sectionLines.ts";

/** Folds what a note is made of: its details, its sections, its tables and its comments. Whole lines, as every client can. */
export class Foldings {
  constructor(
    private readonly checks: Checks,
    private readonly abilities: Abilities,
  ) {}

  async answer({ textDocument: { uri } }: FoldingRangeParams, token: CancellationToken): Promise<FoldingRange[]> {
    const checked = await this.checks.of(uri, token);
    return checked ? foldsOf(checked.report.note, this.abilities.foldingLimit) : [];
  }
}

/** The stretches that fold, in the order of the text; where the client takes only so many, the longest of them. */
export function foldsOf(note: Note, limit: number = Number.POSITIVE_INFINITY): FoldingRange[] {
  const folds = new Map<number, FoldingRange>();
  const add = ({ first, last }: LineRange, kind?: FoldingRangeKind): void => {
    // Of two that begin in one line only the longer can be folded.
    if (last > first && (folds.get(first)?.endLine ?? first) < last) folds.set(first, { startLine: first, endLine: last, ...(kind ? { kind } : {}) });
  };
  if (note.details.length) add(linesOf(note, cover(note.detailsSpan, ...note.details.map(({ span }) => span))));
  for (const section of note.sections) if (section.heading) add(linesOfSection(note, section));
  for (const table of tablesOf(note)) add(table);
  for (const comment of commentFolds(note)) add(comment, FoldingRangeKind.Comment);
  const all = [...folds.values()];
  const kept = all.length <= limit ? all : all.sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, limit);
  return kept.sort((a, b) => a.startLine - b.startLine);
}

function tablesOf(note: Note): LineRange[] {
  const tables = new Map<number, Span>();
  for (const { cell, span } of note.blocks) if (cell) tables.set(cell.table, cover(tables.get(cell.table) ?? span, span));
  return [...tables.values()].map((table) => linesOf(note, table));
}

/** Comments over several lines; those that follow each other line by line are one. */
function commentFolds(note: Note): LineRange[] {
  const folds: { first: number; last: number }[] = [];
  let alone = false;
  for (const comment of commentsOf(note)) {
    const { first, last } = linesOf(note, comment);
    const before = folds.at(-1);
    const begins = note.text.slice(lineSpan(note, first).start, comment.start).trim() === "";
    if (before && alone && begins && first <= before.last + 1) before.last = Math.max(before.last, last);
    else folds.push({ first, last });
    alone = note.text.slice(comment.end, lineSpan(note, last).end).trim() === "";
  }
  return folds;
}
