import { suite, teardown, test } from "mocha";
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, folder, found, fresh, gone, note, open, until, write } from "./support.ts";

const name = ".case-recording.yml";
const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);

/** What is offered at the end of a text, once it is more than the words of the text. */
async function offered(document: vscode.TextDocument, at: vscode.Position, one: string): Promise<vscode.CompletionItem[]> {
  return until(`${one} among the completions`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, at);
    const ours = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Property || kind === vscode.CompletionItemKind.EnumMember);
    return ours.some((item) => labelOf(item) === one) && ours;
  });
}
const end = (document: vscode.TextDocument): vscode.Position => document.lineAt(document.lineCount - 1).range.end;
const faults = (uri: vscode.Uri): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Case Recording");

/** Types into the file that is in front, so that its text is another. */
async function retype(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  await editor.edit((edit) => edit.replace(new vscode.Range(new vscode.Position(0, 0), end(document)), text));
}

suite("the team's settings file", () => {
  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), name)).then(undefined, () => undefined);
  });

  test("settings that are not there yet are offered, rules under rules, and values with what they mean", async () => {
    // A note is what wakes the extension.
    await open(fresh(".casenote.md"), note("All was well."));
    const editor = await open(name, "volume: standard\n");
    const { document } = editor;
    const settings = (await offered(document, end(document), "rules")).map(labelOf);
    assert.ok(settings.includes("seenAloneAge") && !settings.includes("volume"), settings.join(", "));

    await retype(editor, "rules:\n  acronym: off\n  ");
    const rules = await offered(document, end(document), "jargon");
    assert.ok(!rules.some((item) => labelOf(item) === "acronym"));
    const jargon = rules.find((item) => labelOf(item) === "jargon")!;
    assert.match(String(jargon.documentation), /^A professional's word .* As it comes: \w+\.$/);

    await retype(editor, "rules:\n  jargon: ");
    assert.deepEqual((await offered(document, end(document), "off")).map(labelOf), ["off", "error", "warning", "information", "hint"]);
    await retype(editor, "profile: ");
    assert.deepEqual((await offered(document, end(document), "coventry")).map(labelOf).sort(), ["coventry", "gloucestershire", "planning-and-seeing"]);
    await retype(editor, "showPrompts: ");
    assert.deepEqual((await offered(document, end(document), "true")).map(labelOf), ["true", "false"]);
  });

  test("a setting, a rule and a value are explained where the pointer rests", async () => {
    await open(fresh(".casenote.md"), note("All was well."));
    const { document } = await open(name, "volume: essential\nrules:\n  acronym: hint\n");
    const hover = async (line: number, character: number): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, new vscode.Position(line, character));
      return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
    };
    await until("the setting", async () => /How much is pointed out/.test(await hover(0, 2)));
    assert.match(await hover(0, 10), /auditor/);
    assert.match(await hover(2, 4), /About this rule\]\(.*docs\/rules\/acronym\.md/);
  });

  test("what is wrong is shown at its place, also while no note is open; what was sound stays in use", async () => {
    const uri = await write(name, "rules:\n  acronym: off\n");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child, and her IRO rang."));
    await vscode.workspace.fs.writeFile(uri, Buffer.from("rules:\n  acronym: off\n  jargn: hint\n"));
    const [fault] = await until("the fault", () => faults(uri).length > 0 && faults(uri));
    assert.match(fault!.message, /rules\.jargn.*does not exist/);
    assert.deepEqual([fault!.range.start.line, fault!.range.start.character], [2, 2]);
    await gone(document.uri, "acronym");
    await vscode.workspace.fs.writeFile(uri, Buffer.from("rules:\n  acronym: off\n  jargon: [\n"));
    await until("the broken line", () => faults(uri).some(({ message }) => /stays in use/.test(message)));
    await gone(document.uri, "acronym");
    await vscode.workspace.fs.writeFile(uri, Buffer.from("rules: {}\n"));
    await until("no fault", () => faults(uri).length === 0);
    await found(document.uri, "acronym");

    await closeAll();
    await vscode.workspace.fs.writeFile(uri, Buffer.from("colour: red\n"));
    await vscode.window.showTextDocument(uri);
    await until("the fault without a note", () => faults(uri).some(({ message }) => /colour/.test(message)));
  });
});
