import { CodeActionKind, type CancellationToken, type CodeAction, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import { rangeOf, source } from "./diagnostic.ts";
import { addWords, neverFlags, turnRulesOff } from "./leaveAlone.ts";
import type { Abilities, Checked, Checks } from "./ports.ts";
import { quickFixes } from "./quickFixes.ts";
import { safeEdits } from "./safeEdits.ts";
import { speakerActions, speakerKind } from "./speakerActions.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/** The kind under which an editor can apply every safe fix of a document at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.caseRecording`;

/** Every kind of action that is offered. */
export const actionKinds: readonly string[] = [CodeActionKind.QuickFix, speakerKind, fixAllKind];

/** What the client has commands for. */
export interface ClientCommands {
  readonly addsWords: boolean;
  readonly turnsRulesOff: boolean;
}

/** Offers, at findings: their fixes, the team's words, a comment to leave them alone, to turn their rule off; at words: whose they are; and all safe fixes at once. */
export class CodeActions {
  constructor(
    private readonly checks: Checks,
    private readonly abilities: Abilities,
    private readonly commands: ClientCommands,
  ) {}

  async answer({ textDocument: { uri }, range, context }: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const wants = (kind: string): boolean => !context.only || context.only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
    const ours = wants(CodeActionKind.QuickFix) ? context.diagnostics.filter((diagnostic) => diagnostic.source === source) : [];
    const actions = ours.length ? await this.#atFindings(uri, ours, token) : [];
    const checked = wants(speakerKind) || wants(fixAllKind) ? await this.checks.of(uri, token) : undefined;
    if (checked && wants(speakerKind)) actions.push(...speakerActions(this.abilities, checked, range));
    if (checked && wants(fixAllKind)) actions.push(...this.#fixAll(checked));
    return actions;
  }

  async #atFindings(uri: string, diagnostics: readonly Diagnostic[], token: CancellationToken): Promise<CodeAction[]> {
    const fixes = await quickFixes(this.checks, this.abilities, uri, diagnostics, token);
    const checked = await this.checks.of(uri, token);
    if (!checked) return fixes;
    return [
      ...fixes,
      ...(this.commands.addsWords ? addWords(uri, diagnostics) : []),
      ...neverFlags(this.abilities, checked, diagnostics),
      ...(this.commands.turnsRulesOff ? turnRulesOff(uri, diagnostics) : []),
    ];
  }

  #fixAll({ note: { uri, version }, report: { note, findings } }: Checked): CodeAction[] {
    const edits = safeEdits(findings).map((edit) => ({ range: rangeOf(note.lines, edit), newText: edit.newText }));
    return edits.length ? [{ title: "Apply all safe fixes", kind: fixAllKind, edit: workspaceEdit(this.abilities, uri, version, edits) }] : [];
  }
}
