import { suite, teardown, test } from "mocha";
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, found, fresh, gone, note, open, set, until, write } from "./support.ts";

/** The lines that our server shows above a place, each with its command. */
async function lenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 10);
  return all.filter(({ command }) => command?.title.startsWith("Next visit"));
}
const visit = note("All was well.").replace("Type of visit:", "Last visit: 20/05/2025\nStatus: Child protection plan\nType of visit:");

suite("standards in the editor", () => {
  teardown(async () => {
    for (const name of ["profile", "profileFile", "showNextVisit", "wordLists", "disputedTerms"]) await set(name, undefined);
    await closeAll();
  });

  test("a line above the status says when the next visit is due, by the profile that is chosen", async () => {
    const { document } = await open(fresh(".casenote.md"), visit);
    const [lens] = await until("the line", async () => { const shown = await lenses(document.uri); return shown.length === 1 && shown; });
    assert.match(lens!.command!.title, /^Next visit by Thursday 3 July 2025 at the latest$/);
    assert.equal(document.lineAt(lens!.range.start.line).text, "Status: Child protection plan");
    await set("profile", "gloucestershire");
    await until("the other profile's day", async () => (await lenses(document.uri))[0]?.command?.title === "Next visit by Thursday 26 June 2025 at the latest");
    await set("showNextVisit", false);
    await until("no line", async () => (await lenses(document.uri)).length === 0);
  });

  test("the command says so too, and why; without a note it says what to do", async () => {
    await open(fresh(".casenote.md"), visit);
    assert.match(await vscode.commands.executeCommand<string>("caseRecording.nextVisit"), /^Next visit by Thursday 3 July 2025 at the latest\. .*15 working days/);
    await closeAll();
    assert.match(await vscode.commands.executeCommand<string>("caseRecording.nextVisit"), /Open a case note first/);
  });

  test("a profile of one's own is obeyed, and a fault in it is shown in that file until it is put right", async () => {
    const own = "id: northshire\ntitle: Northshire\nextends: planning-and-seeing\nvisits:\n  - row: N1\n    child: a child protection plan\n    quote: Every five working days.\n    status: [[child protection]]\n    every: 5 working days\n";
    const file = await write(fresh(".case-recording-profile.yml"), own);
    const { document } = await open(fresh(".casenote.md"), visit);
    await set("profileFile", file.path.split("/").at(-1));
    await found(document.uri, "visit-overdue");
    await vscode.workspace.fs.writeFile(file, Buffer.from(own.replace("5 working days\n", "soon\n")));
    const [fault] = await until("the fault", () => { const shown = vscode.languages.getDiagnostics(file).filter(({ source }) => source === "Case Recording"); return shown.length > 0 && shown; });
    assert.match(fault!.message, /length of time/);
    assert.equal(fault!.range.start.line, 8);
    await vscode.workspace.fs.writeFile(file, Buffer.from(own.replace("5 working days\n", "30 working days\n")));
    await until("the fault is gone", () => vscode.languages.getDiagnostics(file).every(({ source }) => source !== "Case Recording"));
    await gone(document.uri, "visit-overdue");
  });

  test("the names of a profile are completed and explained in a JSON file", async () => {
    const { document } = await open(fresh(".case-recording-profile.json"), '{\n  "id": "northshire",\n  \n}\n');
    const names = await until("completions", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, new vscode.Position(2, 2));
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return labels.some((label) => /seen-alone-age/.test(label)) && labels;
    });
    for (const name of ["title", "extends", "visits", "limits", "checklist"]) assert.ok(names.some((label) => label.includes(name)), name);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, new vscode.Position(1, 4));
    assert.match(hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n"), /short name/);
  });

  test("the settings that were new reach the server: word lists, disputed terms", async () => {
    const list = await write(fresh("-words.yml"), "leave: [LAC]\n");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await set("wordLists", [list.path.split("/").at(-1)]);
    await gone(document.uri, "acronym");
  });
});
