import { suite, teardown, test } from "mocha";
import * as vscode from "vscode";
import assert from "node:assert/strict";
import { closeAll, findings, found, fresh, gone, note, open, set, staysSilent, until } from "./support.ts";

suite("settings in the editor", () => {
  teardown(async () => {
    for (const name of ["rules", "words", "files", "recogniseNotes"]) await set(name, undefined);
    await closeAll();
  });

  test("a setting silences a rule at once, and taking it back brings the finding back", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await set("rules", { acronym: "off" });
    await gone(document.uri, "acronym");
    await set("rules", undefined);
    await found(document.uri, "acronym");
  });

  test("a rule that is turned off for a folder leaves off what somebody turned off for themselves", async () => {
    const own = (value: unknown) => vscode.workspace.getConfiguration("caseRecording").update("rules", value, vscode.ConfigurationTarget.Global);
    try {
      await own({ acronym: "off" });
      const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child, and she is naughty."));
      await found(document.uri, "judgemental-language");
      assert.equal(findings(document.uri, "acronym").length, 0);
      await vscode.commands.executeCommand("caseRecording.turnRuleOff", "judgemental-language", document.uri.toString());
      await gone(document.uri, "judgemental-language");
      await staysSilent(document.uri);
    } finally {
      await own(undefined);
    }
  });

  test("a setting makes a rule graver", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await set("rules", { acronym: "warning" });
    await until("a warning", () => findings(document.uri, "acronym")[0]?.severity === vscode.DiagnosticSeverity.Warning);
  });

  test("the team's own words are left alone", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await set("words", ["LAC"]);
    await gone(document.uri, "acronym");
  });

  test("a setting of the wrong type does no harm", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await set("rules", "loud");
    await found(document.uri, "acronym");
  });

  test("a pattern makes a Markdown file a note, and taking it back leaves the file alone again", async () => {
    const text = "# Tuesday\n\nRosie is a LAC child.\n";
    const { document } = await open(fresh("-visit.md"), text);
    await set("files", ["*-visit.md"]);
    await found(document.uri, "acronym");
    await set("files", undefined);
    await gone(document.uri);
    assert.equal(document.getText(), text);
  });

  test("notes are not recognised by their details where that is turned off", async () => {
    const { document } = await open(fresh(".md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await set("recogniseNotes", false);
    await gone(document.uri);
    await set("recogniseNotes", undefined);
    await found(document.uri, "acronym");
  });
});
