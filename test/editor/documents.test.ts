import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, findings, folder, found, fresh, gone, note, open, rest, servers, staysSilent, until } from "./support.ts";

const ordinary = "# Readme\n\nOur LAC team holds a CAMHS meeting, see [the plan](plan.md).\n\n- one\n- two\n";

suite("documents in the editor", () => {
  teardown(closeAll);

  test("an ordinary Markdown file is left alone", async () => {
    const { document } = await open(fresh(".md"), ordinary);
    await staysSilent(document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, new vscode.Range(0, 0, 3, 0));
    assert.deepEqual(actions.filter(({ title, kind }) => /safe fixes/i.test(title) || kind?.value.includes("caseRecording")), []);
    assert.equal(document.getText(), ordinary);
    assert.equal(document.isDirty, false);
  });

  test("Markdown and plain text that begin with a note's details are notes", async () => {
    for (const ending of [".md", ".txt"]) {
      const { document } = await open(fresh(ending), note("Rosie is a LAC child."));
      await found(document.uri, "acronym");
    }
  });

  test("a Markdown file becomes a note while its details are typed", async () => {
    const editor = await open(fresh(".md"), "\n\nRosie is a LAC child.\n");
    const { document } = editor;
    await staysSilent(document.uri, 500);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "Child: Rosie\n"));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), "Date of visit: 12/06/2025\n"));
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), "Worker: Priya\n"));
    await until("the finding, in its place", () => {
      const [acronym] = findings(document.uri, "acronym");
      return acronym && document.getText(acronym.range) === "LAC";
    });
  });

  test("a draft that was never saved is checked", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "case-note", content: note("Rosie is a LAC child.") });
    await vscode.window.showTextDocument(document);
    await found(document.uri, "acronym");
  });

  test("a note that is closed and opened again behaves", async () => {
    const name = fresh(".casenote.md");
    const first = await open(name, note("Rosie is a LAC child."));
    await found(first.document.uri, "acronym");
    await closeAll();
    await gone(first.document.uri);
    const again = await open(name, note("Rosie has a CIN plan."));
    await until("the finding of the new text", () => {
      const [acronym] = findings(again.document.uri, "acronym");
      return acronym && again.document.getText(acronym.range) === "CIN";
    });
  });

  test("a note that is renamed takes its findings along", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const from = editor.document.uri;
    await found(from, "acronym");
    const to = vscode.Uri.joinPath(folder(), fresh(".casenote.md"));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await found(to, "acronym");
    await gone(from);
  });

  test("a note that is changed from outside is read afresh", async () => {
    const name = fresh(".casenote.md");
    const { document } = await open(name, note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    writeFileSync(document.uri.fsPath, note("Rosie likes school."));
    await until("the new text", () => document.getText().includes("likes school"));
    await gone(document.uri, "acronym");
  });

  test("Check This Document checks plain text that is no note by itself, until it is closed", async () => {
    const name = fresh(".txt");
    const text = "Rosie is a LAC child.\n";
    const { document } = await open(name, text);
    await staysSilent(document.uri, 500);
    await vscode.commands.executeCommand("caseRecording.checkDocument");
    await found(document.uri, "acronym");
    assert.equal(document.languageId, "plaintext");
    await closeAll();
    await gone(document.uri);
    await rest(300);
    const again = await open(name, text);
    await staysSilent(again.document.uri, 1_000);
  });

  test("Check This Document reads a file of another kind as a note", async () => {
    const { document } = await open(fresh(".log"), "Rosie is a LAC child.\n");
    await vscode.commands.executeCommand("caseRecording.checkDocument");
    await found(document.uri, "acronym");
    assert.equal(document.getText(), "Rosie is a LAC child.\n");
  });

  test("Check This Document without a document says so and does nothing", async () => {
    await closeAll();
    await vscode.commands.executeCommand("caseRecording.checkDocument");
  });

  test("after Start Again the findings are there as before", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await vscode.commands.executeCommand("caseRecording.restartServer");
    await found(document.uri, "acronym");
  });

  test("a server that ends unasked is started again, and reads the note as it is by then", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { document } = editor;
    await found(document.uri, "acronym");
    const [server] = servers();
    assert.ok(server, "no server is running");
    server.kill("SIGKILL");
    await until("another server", () => servers().some(({ pid }) => pid !== server.pid));
    const at = document.getText().indexOf("LAC");
    await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), "CIN"));
    await until("the finding of the new text", () => {
      const [acronym] = findings(document.uri, "acronym");
      return acronym && document.getText(acronym.range) === "CIN" && /CIN/.test(acronym.message);
    });
  });
});
