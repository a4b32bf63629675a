import { commands, l10n, Uri, window, workspace, type Disposable, type ExtensionContext } from "vscode";
import { caseNoteLanguage } from "./notes.ts";

/** Registers the commands that show the sample notes, for learning and for training. */
export function registerSamples(context: ExtensionContext): Disposable[] {
  const sample = (name: string): Uri => Uri.joinPath(context.extensionUri, "samples", `${name}.casenote.md`);
  return [
    // A copy without a file: whatever somebody tries out in it, the sample stays as it is.
    commands.registerCommand("caseRecording.openSample", async () => {
      const content = Buffer.from(await workspace.fs.readFile(sample("poor"))).toString("utf8");
      await window.showTextDocument(await workspace.openTextDocument({ language: caseNoteLanguage, content }), { preview: false });
    }),
    commands.registerCommand("caseRecording.compareSamples", () => commands.executeCommand("vscode.diff", sample("poor"), sample("good"), l10n.t("The same visit: recorded poorly, and recorded well"), { preview: false })),
  ];
}
