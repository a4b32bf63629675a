import { suite, suiteSetup, suiteTeardown, teardown, test } from "mocha";
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Exports } from "../../client/src/extension.ts";
import type { Entry } from "../../client/src/checklistView.ts";
import { closeAll, found, fresh, note, open, rest, until } from "./support.ts";

let views: Exports;
suiteSetup(async () => {
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith(".case-recording"));
  views = (await extension!.activate()) as Exports;
});

const labelOf = (entry: Entry): string => {
  const { label } = views.checklist.getTreeItem(entry);
  return typeof label === "string" ? label : (label?.label ?? "");
};
const inGroup = (group: "missing" | "judge" | "met"): Entry[] => views.checklist.getChildren().some((entry) => "group" in entry && entry.group === group) ? views.checklist.getChildren({ group }) : [];

suite("the checklist", () => {
  // Its list is asked for while it is shown.
  suiteSetup(async () => void (await vscode.commands.executeCommand("caseRecording.checklist.focus")));
  suiteTeardown(async () => void (await vscode.commands.executeCommand("workbench.view.explorer")));
  teardown(closeAll);

  test("says what is missing, what the writer must judge and what is met, and shrinks as the note is mended", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well.").replace("Seen alone: Yes\n", "").replace("I saw Rosie on her own in her bedroom. We drew", "We drew"));
    await found(document.uri, "seen-alone-missing");
    const alone = (entry: Entry): boolean => /alone/i.test(labelOf(entry));
    const missing = await until("the point", () => inGroup("missing").some(alone) && inGroup("missing"));
    assert.match(views.statusBar.text ?? "", /\d+ of \d+ met/);
    const before = views.statusBar.text;
    const item = views.checklist.getTreeItem(missing.find(alone)!);
    assert.match(item.accessibilityInformation?.label ?? "", /^Missing: /);
    assert.match((item.tooltip as vscode.MarkdownString).value, /Standard/);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(document.getText().indexOf("We drew")), document.positionAt(document.getText().indexOf("We drew") + 7)), "I saw Rosie on her own in her bedroom. We drew");
    await vscode.workspace.applyEdit(edit);
    const met = await until("the point to be met", () => inGroup("met").find(alone));
    assert.notEqual(views.statusBar.text, before);
    assert.match(String(views.checklist.getTreeItem(met).description), /on her own in her bedroom/);
    await vscode.commands.executeCommand("caseRecording.goToPoint", met);
    assert.match(document.getText(vscode.window.activeTextEditor!.selection), /on her own in her bedroom/);
  });

  test("a tick is kept in the note as a comment, and taken back", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well."));
    const judged = await until("something to judge", () => inGroup("judge")[0]);
    assert.ok("point" in judged);
    assert.equal((views.checklist.getTreeItem(judged).checkboxState as { state: vscode.TreeItemCheckboxState }).state, vscode.TreeItemCheckboxState.Unchecked);
    const before = document.getText();
    await views.checklist.tick(judged.point, true);
    assert.ok(document.getText().startsWith(before.trimEnd()));
    assert.match(document.getText(), new RegExp(`<!-- case-recording-ticked: ${judged.point.id} -->\\s*$`));
    const ticked = await until("the tick", () => inGroup("judge").find((entry) => "point" in entry && entry.point.id === judged.point.id && entry.point.ticked));
    await views.checklist.tick((ticked as { point: typeof judged.point }).point, false);
    assert.equal(document.getText(), before);
  });

  test("a fix from the list is put into the note", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well.").replace(/## Practitioner reflections[^]*$/, ""));
    await found(document.uri, "visit-heading-missing");
    const fixable = await until("the heading that is missing", () => inGroup("missing").find((entry) => /reflections/i.test(labelOf(entry))));
    assert.equal(views.checklist.getTreeItem(fixable).contextValue, "missing fixable");
    await vscode.commands.executeCommand("caseRecording.fixPoint", fixable);
    assert.match(document.getText(), /## Practitioner reflections on the visit/);
    // The heading is there; what is missing now is something under it.
    const left = await until("the heading to be there", () => inGroup("missing").find((entry) => "point" in entry && /reflections/i.test(entry.point.title) && entry.point.findings.every(({ rule }) => rule !== "visit-heading-missing")));
    assert.ok("point" in left && left.point.findings.some(({ rule }) => rule === "visit-section-empty"));
  });

  test("is empty beside an ordinary text, and back beside a note", async () => {
    await open(fresh(".casenote.md"), note("All was well."));
    await until("the points", () => views.checklist.getChildren().length > 0);
    await open(fresh(".md"), "# Shopping\n\nMilk.\n");
    await until("no points", () => views.checklist.getChildren().length === 0 && views.statusBar.text === undefined);
  });

  test("is empty where a note is given another language, and back with its own", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well."));
    await until("the points", () => views.checklist.getChildren().length > 0);
    await vscode.languages.setTextDocumentLanguage(document, "python");
    await until("no points", () => views.checklist.getChildren().length === 0 && views.statusBar.text === undefined);
    await vscode.languages.setTextDocumentLanguage(document, "case-note");
    await until("the points again", () => views.checklist.getChildren().length > 0 && views.statusBar.text);
  });
});

suite("carrying a note on", () => {
  teardown(closeAll);
  const written = async (uri: vscode.Uri): Promise<string> => Buffer.from(await vscode.workspace.fs.readFile(uri)).toString("utf8");
  const target = (ending: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, fresh(ending));
  const text = `${note("She said, “I like my room.” <!-- ask Denise --> **Craig hit Rosie on the arm.**")}`;

  test("the preview shows the note as recorded, and follows what is typed", async () => {
    const editor = await open(fresh(".casenote.md"), text);
    await vscode.commands.executeCommand("caseRecording.showPreview");
    await until("the record", () => views.preview.shown.includes("I like my room."));
    assert.match(views.preview.shown, /<h\d[^>]*>What we did and what we talked about<\/h\d>/);
    assert.doesNotMatch(views.preview.shown, /ask Denise|\*\*|<!--/);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().indexOf("We drew and talked.")), "The sun shone. "));
    await until("what was typed", () => views.preview.shown.includes("The sun shone."));
  });

  test("a preview that is hidden rests, and follows when it is shown again", async () => {
    const editor = await open(fresh(".casenote.md"), text);
    await vscode.commands.executeCommand("caseRecording.showPreview");
    await until("the record", () => views.preview.shown.includes("I like my room."));
    const { uri } = await vscode.workspace.openTextDocument({ content: "milk" });
    const column = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview))!.viewColumn;
    await vscode.window.showTextDocument(uri, { viewColumn: column, preview: false });
    // The editor tells of it in its own time.
    await rest(1_500);
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn! });
    const typed = new vscode.WorkspaceEdit();
    typed.insert(editor.document.uri, editor.document.positionAt(editor.document.getText().indexOf("We drew and talked.")), "The sun shone. ");
    await vscode.workspace.applyEdit(typed);
    await rest(1_500);
    assert.doesNotMatch(views.preview.shown, /The sun shone/);
    await vscode.commands.executeCommand("caseRecording.showPreview");
    await until("what was typed", () => views.preview.shown.includes("The sun shone."));
  });

  test("the note becomes a Word file, a page and plain text", async () => {
    await open(fresh(".casenote.md"), text);
    const [word, html, plain] = [target(".docx"), target(".html"), target(".txt")];
    assert.ok(await vscode.commands.executeCommand("caseRecording.export", "docx", word));
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(word)).subarray(0, 2).toString("latin1"), "PK");
    assert.ok(await vscode.commands.executeCommand("caseRecording.export", "html", html));
    assert.match(await written(html), /<html[^>]*lang="en-GB"[^]*I like my room\./);
    assert.ok(await vscode.commands.executeCommand("caseRecording.export", "text", plain));
    assert.match(await written(plain), /“I like my room\.”/);
    assert.doesNotMatch(await written(plain), /ask Denise|\*\*/);
  });

  test("is never written over the note itself", async () => {
    const { document } = await open(fresh(".txt"), text);
    await until("the points", () => views.statusBar.text);
    assert.equal(await vscode.commands.executeCommand("caseRecording.export", "text", document.uri), undefined);
    assert.equal(await written(document.uri), text);
  });

  test("a place that is still to complete stops it, and nothing is written", async () => {
    await open(fresh(".casenote.md"), text.replace("We drew", "[… what we did …] We drew"));
    const plain = target(".txt");
    const exporting = vscode.commands.executeCommand("caseRecording.export", "text", plain);
    // The list of what is left is open, and waits.
    let done = false;
    void exporting.then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.equal(done, false);
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    assert.equal(await exporting, undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(plain));
  });
});

suite("from finding to finding", () => {
  teardown(closeAll);

  test("the next one and the one before, round the end of the note", async () => {
    const editor = await open(fresh(".casenote.md"), note("She is a LAC child and NEET."));
    await found(editor.document.uri, "acronym");
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const first = await vscode.commands.executeCommand<string>("caseRecording.nextFinding");
    const at = editor.selection;
    assert.ok(first);
    const last = await vscode.commands.executeCommand<string>("caseRecording.previousFinding");
    assert.ok(last);
    await vscode.commands.executeCommand("caseRecording.nextFinding");
    assert.ok(editor.selection.isEqual(at));
  });
});

suite("a new note", () => {
  teardown(closeAll);

  test("opens with details and headings, and is checked", async () => {
    const document = await vscode.commands.executeCommand<vscode.TextDocument>("caseRecording.newNote", { kind: "statutory visit", children: "Rosie Tennant, 03/03/2017", visited: "12/06/2025 16:00", recorded: "13/06/2025" });
    assert.equal(document.languageId, "case-note");
    assert.match(document.getText(), /^Child: Rosie Tennant\nDate of birth: 03\/03\/2017\n/);
    assert.match(document.getText(), /## Why am I visiting\?/);
    assert.match(document.getText(vscode.window.activeTextEditor!.selection), /^\[….*…\]$/);
    await found(document.uri, "visit-section-empty");
  });
});
