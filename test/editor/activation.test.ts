import assert from "node:assert/strict";
import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import type { Exports } from "../../client/src/extension.ts";
import { closeAll, found, fresh, note, open, rest, servers, until } from "./support.ts";

suite("starting", () => {
  teardown(closeAll);

  test("the server starts with the first case note and no sooner", async () => {
    const extension = vscode.extensions.getExtension<Exports>("case-recording.case-recording");
    assert.ok(extension, "the extension is not there");
    await open(fresh(".md"), "# Readme\n\nNothing about anybody.\n");
    await until("the extension to be active", () => extension.isActive);
    await rest(300);
    assert.equal(extension.exports.started, false);
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await until("the server", () => extension.exports.started);
    // One that ends while it starts is started again.
    const [first] = await until("its process", () => servers().length > 0 && servers());
    first?.kill("SIGKILL");
    await found(document.uri, "acronym");
    await until("the views", () => extension.exports.statusBar.text);
  });
});
