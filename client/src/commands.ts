import { commands, languages, window, type Disposable, type LogOutputChannel } from "vscode";
import { caseNoteLanguage, textLanguages } from "./notes.ts";
import type { OpenNotes } from "./openNotes.ts";
import type { Service } from "./service.ts";

/** Registers what the command palette offers. */
export function registerCommands(notes: OpenNotes, service: Service, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand("caseRecording.checkDocument", () => checkDocument(notes, service)),
    commands.registerCommand("caseRecording.showPreview", showPreview),
    commands.registerCommand("caseRecording.showOutput", () => output.show()),
    commands.registerCommand("caseRecording.restartServer", () => restartServer(service)),
  ];
}

/** Checks the document in front of the user, whatever kind of file it is. */
async function checkDocument(notes: OpenNotes, service: Service): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage("Open the note that you want to check, then run this command again.");
    return;
  }
  const text = document.languageId === caseNoteLanguage || textLanguages.includes(document.languageId);
  // A file of another kind is read as a case note until it is closed; the file itself does not change.
  notes.ask(text ? document : await languages.setTextDocumentLanguage(document, caseNoteLanguage));
  const server = await service.start();
  server?.refresh();
  if (server) void window.setStatusBarMessage("$(check) Case Recording reads this document. Findings stand in the Problems panel.", 5000);
}

/** The editor offers its Markdown preview for Markdown alone, although it can show a case note as well. */
async function showPreview(): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document) await commands.executeCommand("markdown.showPreviewToSide", document.uri);
}

async function restartServer(service: Service): Promise<void> {
  await service.restart();
  void window.setStatusBarMessage("$(check) Case Recording has started again.", 5000);
}
