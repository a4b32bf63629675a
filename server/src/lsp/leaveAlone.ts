import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver";
import { neverFlag } from "../engine/never-flag.ts";
import { rangeOf, sentData } from "./diagnostic.ts";
import { findingsOf } from "./findingsAt.ts";
import type { Abilities, Checked } from "./ports.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/** The command of the client that adds a word to the team's own; its arguments are the word and the document's URI. */
export const addWordCommand = "caseRecording.addWord";
/** The command of the client that turns a rule off; its arguments are the rule's id and the document's URI. */
export const turnRuleOffCommand = "caseRecording.turnRuleOff";

/** Offers to declare the word of each finding the team's own, where it has one. */
export const addWords = (uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] =>
  diagnostics.flatMap((diagnostic) => {
    const word = sentData(diagnostic)?.word;
    return word === undefined ? [] : [commanding(`Add “${word}” to the team's words`, addWordCommand, [word, uri], [diagnostic])];
  });

/** Offers, for each finding, the comment after which it is not shown again; the same comment once. */
export function neverFlags(abilities: Abilities, checked: Checked, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { note } = checked.report;
  const offered = new Map<string, { action: CodeAction; diagnostics: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    for (const finding of findingsOf(checked, diagnostic)) {
      const way = neverFlag(note, finding, checked.report.findings);
      if (!way) continue;
      const edits = way.edits.map((edit) => ({ range: rangeOf(note.lines, edit), newText: edit.newText }));
      const key = JSON.stringify([way.title, edits]);
      const known = offered.get(key);
      if (known) known.diagnostics.push(...(known.diagnostics.includes(diagnostic) ? [] : [diagnostic]));
      else offered.set(key, { action: { title: way.title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(abilities, checked.note.uri, checked.note.version, edits) }, diagnostics: [diagnostic] });
    }
  }
  return [...offered.values()].map(({ action, diagnostics: silenced }) => ({ ...action, diagnostics: silenced }));
}

/** Offers to turn each rule off that found something. */
export const turnRulesOff = (uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] =>
  [...new Set(diagnostics.map(({ code }) => code))].flatMap((rule) => (typeof rule === "string" ? [commanding(`Turn the rule “${rule}” off`, turnRuleOffCommand, [rule, uri], diagnostics.filter(({ code }) => code === rule))] : []));

const commanding = (title: string, command: string, args: readonly string[], diagnostics: Diagnostic[]): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command, arguments: [...args] } });
