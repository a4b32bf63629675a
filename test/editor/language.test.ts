import assert from "node:assert/strict";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, fresh, open, until } from "./support.ts";

suite("the language of case notes", () => {
  teardown(closeAll);

  test("files named .casenote and .casenote.md are of it", async () => {
    for (const ending of [".casenote", ".casenote.md"]) {
      const { document } = await open(fresh(ending), "# Visit\n");
      assert.equal(document.languageId, "case-note");
    }
    const { document } = await open(fresh(".md"), "# Visit\n");
    assert.equal(document.languageId, "markdown");
  });

  test("Enter goes on with a list, and a curly quotation mark brings its partner", async () => {
    const editor = await open(fresh(".casenote"), "- Priya to ring school");
    editor.selection = new vscode.Selection(0, 22, 0, 22);
    await vscode.commands.executeCommand("type", { text: "\n" });
    await until("the next item", () => editor.document.getText() === "- Priya to ring school\n- ");
    await vscode.commands.executeCommand("type", { text: "“" });
    await until("the closing mark", () => editor.document.getText().endsWith("- “”"));
  });
});
