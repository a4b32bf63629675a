import { CodeActionKind, type CodeAction, type Position, type Range } from "vscode-languageserver";
import { speakerChoices } from "../engine/name-speaker.ts";
import type { Quotation } from "../note/note.ts";
import type { LineIndex } from "../text/lines.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Abilities, Checked } from "./ports.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/** The kind under which an editor shows them: a light bulb of its own, without a finding. None of LSP's own kinds of refactoring: nothing is rewritten. */
export const speakerKind = `${CodeActionKind.Refactor}.speaker`;

/** Offers to say whose the words are in which the cursor or the selection lies. */
export function speakerActions(abilities: Abilities, { note: { uri, version }, report: { note } }: Checked, range: Range): CodeAction[] {
  const words = quotationAround(note.quotations, offsetOf(note.lines, range.start), offsetOf(note.lines, range.end));
  return words ? speakerChoices(note, words).map(({ title, edits }) => ({ title, kind: speakerKind, edit: workspaceEdit(abilities, uri, version, edits.map((edit) => ({ range: rangeOf(note.lines, edit), newText: edit.newText }))) })) : [];
}

/** The quotation that holds a place whole; a cursor right behind its last mark is in it too. */
export const quotationAround = (quotations: readonly Quotation[], from: number, to: number): Quotation | undefined => quotations.find(({ start, end }) => start <= from && from < end && to <= end) ?? quotations.find(({ start, end }) => start <= from && to <= end);

const offsetOf = (lines: LineIndex, { line, character }: Position): number => {
  const { start, end } = lines.lineSpan(line);
  return Math.min(start + character, end);
};
