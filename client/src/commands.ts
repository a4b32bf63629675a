import { commands, ConfigurationTarget, l10n, languages, Uri, window, workspace, type Disposable, type LogOutputChannel } from "vscode";
import { unlinked } from "./markdown.ts";
import { caseNoteLanguage, textLanguages } from "./notes.ts";
import type { OpenNotes } from "./openNotes.ts";
import { section } from "./settings.ts";
import type { Service } from "./service.ts";

/** Registers what the command palette offers. */
export function registerCommands(notes: OpenNotes, service: Service, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("caseRecording.checkDocument", () => checkDocument(notes, service)),
    commands.registerCommand("caseRecording.addWord", addWord),
    commands.registerCommand("caseRecording.turnRuleOff", turnRuleOff),
    commands.registerCommand("caseRecording.nextVisit", () => nextVisit(notes, service)),
    commands.registerCommand("caseRecording.explainNextVisit", (text?: unknown) => void (typeof text === "string" && window.showInformationMessage(unlinked(text)))),
    commands.registerCommand("caseRecording.explainSection", explainSection),
    commands.registerCommand("caseRecording.toggleColours", toggleColours),
    commands.registerCommand("caseRecording.showOutput", () => output.show()),
    commands.registerCommand("caseRecording.restartServer", () => restartServer(service)),
  ];
}

/** Checks the document in front of the user, whatever kind of file it is. */
async function checkDocument(notes: OpenNotes, service: Service): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage(l10n.t("Open the note that you want to check, then run this command again."));
    return;
  }
  const text = document.languageId === caseNoteLanguage || textLanguages.includes(document.languageId);
  // A file of another kind is read as a case note until it is closed; the file itself does not change.
  notes.ask(text ? document : await languages.setTextDocumentLanguage(document, caseNoteLanguage));
  const server = await service.start();
  server?.refresh();
  if (server) void window.setStatusBarMessage(`$(check) ${l10n.t("Case Recording reads this document. Findings stand in the Problems panel.")}`, 5000);
}

/**
 * Adds a word to the team's own, in the settings of the workspace where one is open, else in the user's.
 * From the command palette it asks for the word, and begins with what is selected.
 */
async function addWord(word?: unknown, uri?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  const added = typeof word === "string" ? word : await window.showInputBox({ title: l10n.t("Add to the Team's Words"), prompt: l10n.t("A word, an acronym or a name that is never to be flagged"), value: editor?.document.getText(editor.selection) ?? "" });
  if (!added?.trim()) return;
  const scope = typeof uri === "string" ? Uri.parse(uri) : editor?.document.uri;
  const settings = workspace.getConfiguration(section, scope);
  const known: unknown = settings.get("words");
  const words = Array.isArray(known) ? known.filter((one): one is string => typeof one === "string") : [];
  if (words.includes(added.trim())) return;
  const target = workspace.workspaceFolders?.length ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update("words", [...words, added.trim()], target);
  void window.setStatusBarMessage(`$(check) ${l10n.t("“{0}” is one of the team's words now.", added.trim())}`, 5000);
}

/** Leaves a rule out from now on, in the settings of the workspace where one is open, else in the user's; one button takes it back. */
async function turnRuleOff(rule?: unknown, uri?: unknown): Promise<void> {
  if (typeof rule !== "string") return;
  const settings = workspace.getConfiguration(section, typeof uri === "string" ? Uri.parse(uri) : undefined);
  const inFolder = Boolean(workspace.workspaceFolders?.length);
  const target = inFolder ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  const found = settings.inspect<Record<string, unknown>>("rules");
  const before = inFolder ? found?.workspaceValue : found?.globalValue;
  await settings.update("rules", { ...before, [rule]: "off" }, target);
  const back = l10n.t("Turn It On Again");
  void window.showInformationMessage(inFolder ? l10n.t("The rule “{0}” is off for the notes in this folder.", rule) : l10n.t("The rule “{0}” is off.", rule), back).then(async (answer) => {
    if (!answer) return;
    // Other rules may have been turned off meanwhile.
    const now = workspace.getConfiguration(section).inspect<Record<string, unknown>>("rules");
    const { [rule]: _, ...others } = (inFolder ? now?.workspaceValue : now?.globalValue) ?? {};
    const left = { ...others, ...(before?.[rule] === undefined ? {} : { [rule]: before[rule] }) };
    await workspace.getConfiguration(section).update("rules", Object.keys(left).length ? left : undefined, target);
  });
}

/** Says when the next visit is due at the latest, for the note in front of the user; the answer is returned too. */
async function nextVisit(notes: OpenNotes, service: Service): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const answer = document && notes.has(document) ? await (await service.start())?.ask<string>("caseRecording/nextVisit", document.uri) : l10n.t("Open a case note first, then ask again when the next visit is due.");
  if (answer) void window.showInformationMessage(unlinked(answer));
  return answer ?? undefined;
}

/** Shows all that the standard asks under a heading: the first line of the text is the heading. */
function explainSection(text?: unknown): void {
  if (typeof text !== "string") return;
  const [title = "", ...rest] = text.split("\n");
  void window.showInformationMessage(title, { modal: true, detail: rest.join("\n") });
}

/** Shows the child's words and the risks in their colours, or as plain text, from now on. */
async function toggleColours(): Promise<void> {
  const settings = workspace.getConfiguration(section, window.activeTextEditor?.document.uri);
  const { workspaceValue } = settings.inspect("colours") ?? {};
  await settings.update("colours", settings.get("colours") === false, workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace);
}

async function restartServer(service: Service): Promise<void> {
  await service.restart();
  void window.setStatusBarMessage(`$(check) ${l10n.t("Case Recording has started again.")}`, 5000);
}
