import assert from "node:assert/strict";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import { apply, closeAll, fixesAt, found, fresh, gone, note, open, until } from "./support.ts";

suite("fixes in the editor", () => {
  teardown(closeAll);

  test("a quick fix writes an acronym in full, and the finding goes", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie told me about CAMHS."));
    const [acronym] = await found(document.uri, "acronym");
    const actions = await fixesAt(document.uri, acronym!);
    const inFull = actions.find(({ edit }) => edit && edit.get(document.uri).some(({ newText }) => /\(CAMHS\)/.test(newText)));
    assert.ok(inFull, `no fix writes it in full; there are: ${actions.map(({ title }) => title).join(", ")}`);
    await apply(inFull);
    assert.match(document.getText(), /about Child and Adolescent Mental Health Services? \(CAMHS\)\./i);
    await gone(document.uri, "acronym");
  });

  test("a quick fix adds the heading that is missing, in its place", async () => {
    const text = note("We played.").replace("## What you think should happen next?\n\n- Priya to ring Rosie by 20 June 2025.\n\n", "");
    const { document } = await open(fresh(".casenote.md"), text);
    const [missing] = await found(document.uri, "visit-heading-missing");
    const [action] = await fixesAt(document.uri, missing!);
    await apply(action!);
    await until("the heading", () => document.getText().includes("## What you think should happen next?"));
    const now = document.getText();
    assert.ok(now.indexOf("What is your view") < now.indexOf("What you think should happen next?"));
    assert.ok(now.indexOf("What you think should happen next?") < now.indexOf("Practitioner reflections"));
    await gone(document.uri, "visit-heading-missing");
  });

  test("a word that the team uses goes to the team's words, and is not flagged again", async () => {
    const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("caseRecording");
    const { document } = await open(fresh(".casenote.md"), note("Rosie told me about CAMHS."));
    try {
      const [acronym] = await found(document.uri, "acronym");
      const add = (await fixesAt(document.uri, acronym!)).find(({ command }) => command?.command === "caseRecording.addWord");
      assert.ok(add?.command, "the light bulb does not offer to add the word");
      await vscode.commands.executeCommand(add.command.command, ...(add.command.arguments as unknown[]));
      await gone(document.uri, "acronym");
      assert.deepEqual(settings().get("words"), ["CAMHS"]);
    } finally {
      await settings().update("words", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test("fix all applies the safe fixes alone", async () => {
    const text = note("Rosie asked about her siblings.").replace("## What you think should happen next?", "## Next steps");
    const { document } = await open(fresh(".casenote.md"), text);
    await found(document.uri, "jargon");
    const [wording] = await found(document.uri, "visit-heading-wording");
    const kind = vscode.CodeActionKind.SourceFixAll.append("caseRecording");
    const actions = await fixesAt(document.uri, { ...wording!, range: new vscode.Range(0, 0, document.lineCount, 0) }, kind);
    assert.equal(actions.length, 1);
    await apply(actions[0]!);
    await gone(document.uri, "visit-heading-wording");
    assert.equal(document.getText(), text.replace("## Next steps", "## What you think should happen next?"));
    await found(document.uri, "jargon");
  });

  test("one undo takes back one fix, and all of it", async () => {
    const text = note("Rosie told me about CAMHS. CAMHS will ring on Monday.").replace("## What you think should happen next?", "## Next steps");
    const { document } = await open(fresh(".casenote.md"), text);
    const [acronym] = await found(document.uri, "acronym");
    const offered = await fixesAt(document.uri, acronym!);
    const one = offered.find(({ edit }) => edit?.get(document.uri).some(({ newText }) => /\(CAMHS\)/.test(newText)))!;
    const [wording] = await found(document.uri, "visit-heading-wording");
    await apply(one);
    const after = document.getText();
    assert.notEqual(after, text);
    const [all] = await fixesAt(document.uri, { ...wording!, range: new vscode.Range(0, 0, document.lineCount, 0) }, vscode.CodeActionKind.SourceFixAll.append("caseRecording"));
    await apply(all!);
    assert.notEqual(document.getText(), after);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), after);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), text);
  });

  test("on save the safe fixes are made where the editor is told so, and nothing else; formatting on save changes nothing", async () => {
    const editorSettings = vscode.workspace.getConfiguration("editor");
    const text = note("Rosie asked about her siblings.  She said, “My SW came.”").replace("## What you think should happen next?", "## Next steps");
    const { document } = await open(fresh(".casenote.md"), text);
    const save = async (settings: Record<string, unknown>): Promise<string> => {
      for (const [name, value] of Object.entries(settings)) await editorSettings.update(name, value, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand("type", { text: " " });
      await vscode.commands.executeCommand("deleteLeft");
      await vscode.commands.executeCommand("workbench.action.files.save");
      await until("the file is saved", () => !document.isDirty);
      return document.getText();
    };
    try {
      await found(document.uri, "visit-heading-wording");
      assert.equal(await save({ formatOnSave: true }), text);
      assert.equal(await save({ codeActionsOnSave: { "source.fixAll": "explicit" } }), text.replace("## Next steps", "## What you think should happen next?"));
    } finally {
      for (const name of ["formatOnSave", "codeActionsOnSave"]) await editorSettings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test("fixes that were asked for before a key press are not those of the text after it", async () => {
    const text = note("Rosie told me about CAMHS.");
    const editor = await open(fresh(".casenote.md"), text);
    const { document } = editor;
    const [acronym] = await found(document.uri, "acronym");
    // The editor may give up the question, and the server answers for the newest text alone.
    const asked = Promise.resolve(vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, acronym!.range, vscode.CodeActionKind.QuickFix.value)).catch(() => []);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "\n\n"));
    for (const { title, edit } of await asked) {
      for (const { range, newText } of edit?.get(document.uri) ?? []) if (/\(CAMHS\)/.test(newText)) assert.equal(document.getText(range), "CAMHS", `“${title}” would change another place`);
    }
  });

  test("no fix on offer touches the child's words", async () => {
    const words = ["My SW takes me to contact at the LAC place", "and I go to my siblings."];
    const said = `Rosie said, “${words.join(" (she likes it) ")}” She has a CAMHS worker in her placement.`;
    const { document } = await open(fresh(".casenote.md"), note(said));
    await found(document.uri, "acronym");
    const whole = { ...(await found(document.uri, "jargon"))[0]!, range: new vscode.Range(0, 0, document.lineCount, 0) };
    const actions = [...(await fixesAt(document.uri, whole)), ...(await fixesAt(document.uri, whole, vscode.CodeActionKind.SourceFixAll))];
    assert.ok(actions.length > 3);
    for (const { title, edit } of actions) {
      const text = withEdits(document, edit?.get(document.uri) ?? []);
      for (const part of words) assert.ok(text.includes(part), `“${title}” changes the child's words`);
    }
  });
});

/** The text of a document as edits would leave it. */
function withEdits(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const backwards = [...edits].sort((a, b) => b.range.start.compareTo(a.range.start));
  return backwards.reduce((text, { range, newText }) => text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end)), document.getText());
}
