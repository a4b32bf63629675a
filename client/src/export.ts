import { commands, env, l10n, UIKind, Uri, window, workspace, type Disposable, type TextDocument } from "vscode";
import type { ActiveNote } from "./activeNote.ts";
import { unlinked } from "./markdown.ts";
import type { Preview } from "./preview.ts";
import { isComplete, recordOf, type SentRecord } from "./record.ts";
import type { Service } from "./service.ts";

const formats = [
  { format: "docx", ending: "docx", icon: "file", name: () => "Word" },
  { format: "html", ending: "html", icon: "globe", name: () => "HTML" },
  { format: "text", ending: "txt", icon: "file-text", name: () => l10n.t("Plain text") },
] as const;
type Format = (typeof formats)[number];

/** Carries the finished note out of the editor: as a file, or on the clipboard with its colours. */
export function registerExport(active: ActiveNote, service: Service, preview: Preview): Disposable[] {
  return [
    commands.registerCommand("caseRecording.export", (format?: unknown, target?: unknown) => exportNote(noteInFront(active, preview), service, formats.find((one) => one.format === format), target instanceof Uri ? target : undefined)),
    commands.registerCommand("caseRecording.copyForCaseSystem", () => copyNote(noteInFront(active, preview), service, preview)),
    commands.registerCommand("caseRecording.showPreview", () => {
      const document = noteInFront(active, preview);
      return document && preview.open(document);
    }),
  ];
}

/** Writes the note in front as a file; returns where, or undefined where it was not written. */
async function exportNote(document: TextDocument | undefined, service: Service, asked: Format | undefined, target: Uri | undefined): Promise<Uri | undefined> {
  const draft = document && (await recordToLeave(service, document));
  if (!draft) return undefined;
  const chosen = asked ?? (await window.showQuickPick(formats.map((format) => ({ label: `$(${format.icon}) ${format.name()}`, of: format })), {
    title: l10n.t("Export as"),
    placeHolder: draft.warning ?? l10n.t("Choose a format"),
  }))?.of;
  if (!chosen) return undefined;
  const place = target ?? (await window.showSaveDialog({ title: l10n.t("Export as {0}", chosen.name()), defaultUri: beside(document, chosen.ending), filters: { [chosen.name()]: [chosen.ending] } }));
  if (!place) return undefined;
  if (place.toString() === document.uri.toString()) return void window.showErrorMessage(l10n.t("The note itself is never written over. Please choose another name."));
  const record = await recordOf(service, document, chosen.format);
  // Somebody may have typed while the questions stood there.
  if (!record || !(await isComplete(document, record))) return undefined;
  try {
    await workspace.fs.writeFile(place, Buffer.from(record.content, chosen.format === "docx" ? "base64" : "utf8"));
  } catch (error) {
    void window.showErrorMessage(unlinked(l10n.t("The note could not be written to {0}. {1}", nameOf(place), error instanceof Error ? error.message : "")));
    return undefined;
  }
  const folder = l10n.t("Show the Folder");
  void window.showInformationMessage(unlinked([l10n.t("Written: {0}.", nameOf(place)), draft.warning].filter(Boolean).join(" ")), ...(place.scheme === "file" && env.uiKind === UIKind.Desktop ? [folder] : [])).then((answer) => answer && commands.executeCommand("revealFileInOS", place));
  return place;
}

/** Puts the note in front on the clipboard, with its colours and as plain text. Says what was copied: "rich", "plain", or nothing. */
async function copyNote(document: TextDocument | undefined, service: Service, preview: Preview): Promise<"rich" | "plain" | undefined> {
  const text = document && (await recordToLeave(service, document));
  if (!text) return undefined;
  const html = await recordOf(service, document, "html");
  const rich = html !== undefined && (await preview.copy(document, html.content, text.content));
  if (!rich) await env.clipboard.writeText(text.content);
  const said = rich ? l10n.t("The note is on the clipboard, with its headings and colours.") : l10n.t("The note is on the clipboard as plain text. For its colours, use the button in the preview.");
  void window.showInformationMessage(unlinked([said, text.warning].filter(Boolean).join(" ")));
  return rich ? "rich" : "plain";
}

/** The note as plain text, where nothing in it is left to complete; else says what keeps it from leaving. */
async function recordToLeave(service: Service, document: TextDocument): Promise<SentRecord | undefined> {
  const record = await recordOf(service, document, "text");
  if (record) return (await isComplete(document, record)) ? record : undefined;
  void window.showInformationMessage(l10n.t("This note cannot be read just now, so nothing has left the editor. If it has a finding that says so, that says why."));
  return undefined;
}

/** The note in front, or the one whose preview is; where there is none, says what to do. */
function noteInFront(active: ActiveNote, preview: Preview): TextDocument | undefined {
  const document = active.document ?? preview.document;
  if (!document) void window.showInformationMessage(l10n.t("Open a case note first, then run this command again."));
  return document;
}

/** A file beside the note, named as it is, and never the note itself; for a note that was never saved, in the folder that is open. */
function beside(document: TextDocument, ending: string): Uri {
  const own = document.uri.path.split("/").at(-1) ?? "note";
  const bare = own.replace(/\.(?:casenote(?:\.md)?|md|txt)$/i, "");
  const name = `${bare}.${ending}` === own ? `${bare} (${l10n.t("as recorded")}).${ending}` : `${bare}.${ending}`;
  const folder = document.isUntitled ? (workspace.workspaceFolders?.[0]?.uri ?? Uri.file("/")) : Uri.joinPath(document.uri, "..");
  return Uri.joinPath(folder, name);
}

/** A place as a message names it: the path of a file on the disk, else its whole address. */
const nameOf = (place: Uri): string => (place.scheme === "file" ? place.fsPath : place.toString(true));
