import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";

/** The folder that is open in the editor; every test writes its own files there. */
export const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  assert.ok(first, "no folder is open in the editor");
  return first.uri;
};

/** Details under which a file is a visit note: a statutory visit to a child of eight who was seen alone. */
export const details = [
  "Child: Rosie Tennant",
  "Date of birth: 03/03/2017",
  "Date of visit: 12/06/2025",
  "Recorded: 13/06/2025",
  "Type of visit: Statutory visit",
  "Place: foster home",
  "Seen alone: Yes",
].join("\n");

/** A visit note in which nothing is wrong but what a test puts into it. */
export function note(sentence: string): string {
  return `${details}

## Why am I visiting?

I came to see how Rosie is, as the plan says.

## What we did and what we talked about

I saw Rosie on her own in her bedroom. We drew and talked. ${sentence}

## What is your view about what is happening for you?

While we drew, Rosie said, “I feel happy here.”

## What you think should happen next?

- Priya to ring Rosie by 20 June 2025.

## Practitioner reflections on the visit

I think the plan is working well for Rosie.
`;
}

const own = Math.random().toString(36).slice(2, 7);
let files = 0;

/** A name that no other test has used: an editor may hold on to a file's text for a while after it was closed. */
export const fresh = (ending: string): string => `${own}-${(files += 1)}${ending}`;

/** Writes a file in the folder that is open. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** Writes a file and opens it in the editor. A document that is open already may take a moment to follow its file. */
export async function open(name: string, text: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(await write(name, text), { preview: false });
  await until(`${name} as it was written`, () => editor.document.getText() === text);
  return editor;
}

/** Our findings for a document. */
export function findings(uri: vscode.Uri, rule?: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((found) => found.source === "Case Recording" && (rule === undefined || ruleOf(found) === rule));
}

/** The id of the rule that a finding comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until something is so, and returns it. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>, limit = 12_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) assert.fail(`waited ${limit / 1000} s for ${what}`);
    await rest(50);
  }
}

/** Waits for some milliseconds. */
export const rest = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for the findings of one rule, and returns them. */
export function found(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic[]> {
  return until(`a finding of ${rule}; there are: ${findings(uri).map(ruleOf).join(", ") || "none"}`, () => {
    const those = findings(uri, rule);
    return those.length > 0 && those;
  });
}

/** Waits until no finding of a rule, or of any, is left. */
export function gone(uri: vscode.Uri, rule?: string): Promise<boolean> {
  return until(`${rule ?? "every finding"} to go`, () => findings(uri, rule).length === 0);
}

/** Stays a while, and fails if a document gets findings in it. */
export async function staysSilent(uri: vscode.Uri, milliseconds = 2_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    assert.deepEqual(findings(uri).map(ruleOf), []);
    await rest(100);
  }
}

/** The quick fixes at a finding. Just after its start an editor may answer with nothing, so it is asked again. */
export function fixesAt(uri: vscode.Uri, { range }: vscode.Diagnostic, kind = vscode.CodeActionKind.QuickFix): Promise<vscode.CodeAction[]> {
  return until("a fix", async () => {
    try {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, kind.value);
      const ours = actions.filter((action) => action.kind?.value.startsWith(kind.value));
      return ours.length > 0 && ours;
    } catch (error) {
      if (error instanceof Error && /cancel/i.test(error.message)) return undefined;
      throw error;
    }
  });
}

/** Does what choosing a fix in the light bulb's menu does. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `“${action.title}” could not be applied`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Sets one of our settings for the folder; undefined takes it back. */
export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration("caseRecording", folder()).update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Closes every tab, changed or not. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The language servers that run as children of this process. */
export function servers(): ChildProcess[] {
  const handles = (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles();
  return handles.filter((handle): handle is ChildProcess => (handle as Partial<ChildProcess>).spawnargs?.some((arg) => /dist[\\/]server\.js$/.test(arg)) === true && (handle as ChildProcess).exitCode === null && (handle as ChildProcess).signalCode === null);
}
