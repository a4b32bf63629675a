import { commands, l10n, Uri, ViewColumn, window, workspace, type Disposable, type ExtensionContext } from "vscode";
import { caseNoteLanguage } from "./notes.ts";

/** Documents in this scheme are the sample notes, which can be read and not changed. */
const scheme = "case-recording-sample";

/** Registers the commands that show the sample notes, for learning and for training. */
export function registerSamples(context: ExtensionContext): Disposable[] {
  const read = async (name: string): Promise<string> => Buffer.from(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, "samples", `${name}.casenote.md`))).toString("utf8");
  const show = async (name: string, label: string, viewColumn: ViewColumn): Promise<void> => {
    const uri = Uri.from({ scheme, path: `/${label}.casenote.md`, query: name });
    await window.showTextDocument(await workspace.openTextDocument(uri), { viewColumn, preview: false, preserveFocus: viewColumn !== ViewColumn.One });
  };
  return [
    workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: ({ query }) => read(query === "good" ? "good" : "poor") }),
    // A copy without a file: whatever somebody tries out in it, the sample stays as it is.
    commands.registerCommand("caseRecording.openSample", async () => {
      await window.showTextDocument(await workspace.openTextDocument({ language: caseNoteLanguage, content: await read("poor") }), { preview: false });
    }),
    commands.registerCommand("caseRecording.compareSamples", async () => {
      await show("poor", l10n.t("recorded poorly"), ViewColumn.One);
      await show("good", l10n.t("recorded well"), ViewColumn.Two);
    }),
  ];
}
