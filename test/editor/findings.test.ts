import assert from "node:assert/strict";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, findings, found, fresh, gone, note, open, until } from "./support.ts";

suite("findings in the editor", () => {
  teardown(closeAll);

  test("opening a note shows them where they stand, with the rule and its page", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    assert.equal(editor.document.languageId, "case-note");
    const [acronym] = await found(editor.document.uri, "acronym");
    assert.equal(editor.document.getText(acronym!.range), "LAC");
    assert.equal(acronym!.severity, vscode.DiagnosticSeverity.Information);
    assert.ok(typeof acronym!.code === "object" && /acronym/.test(acronym!.code.target.toString()));
  });

  test("typing above a finding moves it, typing it away removes it, and typing it again brings it back", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { document } = editor;
    const [before] = await found(document.uri, "acronym");
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 0), "Plan: care plan\n\n"));
    await until("the finding to move", () => findings(document.uri, "acronym")[0]?.range.start.line === before!.range.start.line + 2);
    const at = document.getText().indexOf("LAC");
    await editor.edit((edit) => edit.delete(new vscode.Range(document.positionAt(at), document.positionAt(at + 3))));
    await gone(document.uri, "acronym");
    await editor.edit((edit) => edit.insert(document.positionAt(at), "CIN"));
    const [after] = await found(document.uri, "acronym");
    assert.equal(document.getText(after!.range), "CIN");
  });

  test("many quick key presses end with the findings of the last text", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie talked."));
    const { document } = editor;
    const at = document.getText().indexOf("Rosie talked.") + "Rosie talked.".length;
    for (const [index, letter] of [..." The LAC review is near."].entries()) {
      await editor.edit((edit) => edit.insert(document.positionAt(at + index), letter), { undoStopBefore: false, undoStopAfter: false });
    }
    const [acronym] = await found(document.uri, "acronym");
    await until("the finding to settle", () => document.getText(findings(document.uri, "acronym")[0]?.range ?? acronym!.range) === "LAC");
  });

  test("hovering over a finding explains it and names the standard", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const [acronym] = await found(editor.document.uri, "acronym");
    const text = await until("an explanation", async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", editor.document.uri, acronym!.range.start);
      const said = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value))).join("\n");
      return said !== "" && said;
    });
    assert.match(text, /Gloucestershire|Practice Principles/);
  });
});
