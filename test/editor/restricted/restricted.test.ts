import assert from "node:assert/strict";
import { suite, suiteSetup, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, folder, found, fresh, gone, note, open, set, until, write } from "../support.ts";

const name = ".case-recording.yml";
const faults = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(vscode.Uri.joinPath(folder(), name)).filter(({ source }) => source === "Case Recording");

/** The folder that is open has a word list beside it, in the folder above. */
suite("a folder that nobody trusts", () => {
  suiteSetup(async () => {
    assert.equal(vscode.workspace.isTrusted, false, "the editor trusts the folder");
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), "../team-words.yml"), Buffer.from("leave: [LAC]\n"));
  });
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name)).then(undefined, () => undefined);
    await set("wordLists", undefined);
  });

  test("notes are checked, and files in the folder are read", async () => {
    await write("own-words.yml", "leave: [LAC]\n");
    await write(name, "wordLists: [own-words.yml]\nrules:\n  judgemental-language: off\n");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child, and her IRO rang."));
    const shown = await found(document.uri, "acronym");
    assert.ok(shown.every(({ message }) => !message.includes("LAC")), shown.map(({ message }) => message).join("\n"));
    assert.deepEqual(faults(), []);
  });

  test("what its settings name outside is not read, and that is said there", async () => {
    await write(name, "wordLists: [../team-words.yml]\n");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const [fault] = await until("the fault", () => faults().length > 0 && faults());
    assert.match(fault!.message, /wordLists\[0\] names “\.\.\/team-words\.yml”, which leads out of this folder, which is not trusted/);
    await found(document.uri, "acronym");
  });

  test("the folder's own settings for VS Code cannot name files", async () => {
    await write("own-words.yml", "leave: [LAC]\n");
    await set("wordLists", ["own-words.yml"]);
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
  });

  test("a person's own settings can", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    const settings = vscode.workspace.getConfiguration("caseRecording");
    try {
      await settings.update("wordLists", [vscode.Uri.joinPath(folder(), "../team-words.yml").fsPath], vscode.ConfigurationTarget.Global);
      await gone(document.uri, "acronym");
    } finally {
      await settings.update("wordLists", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
