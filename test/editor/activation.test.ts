import assert from "node:assert/strict";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import { closeAll, fresh, open, rest, until } from "./support.ts";

interface Exports {
  readonly started: boolean;
}

suite("starting", () => {
  teardown(closeAll);

  test("the server starts with the first case note and no sooner", async () => {
    const extension = vscode.extensions.getExtension<Exports>("case-recording.case-recording");
    assert.ok(extension, "the extension is not there");
    await open(fresh(".md"), "# Readme\n\nNothing about anybody.\n");
    await until("the extension to be active", () => extension.isActive);
    await rest(300);
    assert.equal(extension.exports.started, false);
    await open(fresh(".casenote.md"), "# Visit\n");
    await until("the server", () => extension.exports.started);
  });
});
