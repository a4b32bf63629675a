import { afterAll, afterEach, expect, test } from "vitest";
import type { ClientCapabilities, CodeAction, Diagnostic, SnippetTextEdit, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Editor, modern, of, rangeOf, stopIdle } from "./editor.ts";
import { privateWord, visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
const fixAll = "source.fixAll.caseRecording";
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const plainEdits: ClientCapabilities = { ...modern, workspace: { ...modern.workspace!, workspaceEdit: { documentChanges: true } } };
/** The actions that mend something: not those that leave it alone. */
const mending = (actions: readonly CodeAction[]): CodeAction[] => actions.filter(({ title }) => !/^(?:Never flag|Turn the rule)/.test(title));
const words = (text: string): string => /"I love.*"/.exec(text)![0];

let editor: Editor;
afterEach(async () => {
  await editor.giveBack();
  expect(editor.logs.join("\n")).not.toContain(privateWord);
});
afterAll(stopIdle);

async function opened(options?: Parameters<typeof Editor.start>[0]): Promise<Diagnostic[]> {
  editor = options ? await Editor.start(options) : await Editor.borrow();
  await editor.open(uri, visit);
  return editor.findings(uri);
}

const changes = ({ edit }: CodeAction): TextDocumentEdit => edit!.documentChanges![0] as TextDocumentEdit;

function applied({ edit }: CodeAction, text = visit): string {
  const edits = edit!.changes ? edit!.changes[uri]! : ((edit!.documentChanges![0] as TextDocumentEdit).edits as TextEdit[]);
  return TextDocument.applyEdits(TextDocument.create(uri, "case-note", 1, text), edits);
}

test("a light bulb gives the edits that travelled with the finding, for the version they were made for", async () => {
  const finding = of("acronym", await opened({ capabilities: plainEdits }));
  const actions = await editor.actions(uri, finding.range, [finding]);
  const fixes = (finding.data as { fixes: { title: string; edits: TextEdit[] }[] }).fixes;
  const offered = mending(actions).filter(({ kind }) => kind === "quickfix");
  expect(offered.map(({ title }) => title)).toEqual(fixes.map(({ title }) => title));
  expect(offered.map((action) => changes(action))).toEqual(fixes.map(({ edits }) => ({ textDocument: { uri, version: 1 }, edits })));
  for (const action of offered) {
    expect(action.diagnostics).toEqual([finding]);
    expect(words(applied(action))).toBe(words(visit));
  }
});

test("edits are taken from the data, not from a second check", async () => {
  const finding = of("acronym", await opened());
  const data = finding.data as object;
  const marked = { ...finding, data: { ...data, fixes: [{ title: "Only in the data", safe: false, edits: [{ range: finding.range, newText: "x" }] }] } };
  expect(mending(await editor.actions(uri, finding.range, [marked], ["quickfix"])).map(({ title }) => title)).toEqual(["Only in the data"]);
});

test("a fix made for an older text is not given; the finding's fix for the text of now is", async () => {
  const stale = of("acronym", await opened({ capabilities: plainEdits }));
  const at = rangeOf(visit, "To see").start;
  await editor.change(uri, 2, { range: { start: at, end: at }, text: "OK. " });
  const changed = visit.replace("To see", "OK. To see");
  // An editor moves what it shows with the text; what travels with it stays as it was.
  const moved = { ...stale, range: rangeOf(changed, "LAC") };
  const actions = mending(await editor.actions(uri, moved.range, [moved], ["quickfix"]));
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) {
    expect(changes(action).textDocument.version).toBe(2);
    for (const edit of changes(action).edits as TextEdit[]) expect(TextDocument.create(uri, "", 2, changed).getText(edit.range)).toContain("LAC");
  }
});

test("a fix for a finding that is gone is not given", async () => {
  const stale = of("acronym", await opened());
  await editor.change(uri, 2, { text: "Nothing much.\n" });
  expect(await editor.actions(uri, stale.range, [stale])).toEqual([]);
  await editor.close(uri);
  expect(await editor.actions(uri, stale.range, [stale])).toEqual([]);
});

test("a client that gives no data back is answered all the same", async () => {
  const finding = of("acronym", await opened());
  const { data: _, ...bare } = finding;
  const fromData = await editor.actions(uri, finding.range, [finding], ["quickfix"]);
  const fromCheck = await editor.actions(uri, finding.range, [bare], ["quickfix"]);
  expect(fromCheck.map(({ title, edit }) => ({ title, edit }))).toEqual(fromData.map(({ title, edit }) => ({ title, edit })));
});

test("findings of other tools, and broken data, are left alone", async () => {
  const finding = of("acronym", await opened());
  expect(await editor.actions(uri, finding.range, [{ ...finding, source: "another tool" }], ["quickfix"])).toEqual([]);
  for (const data of [null, 7, "x", {}, { fixes: 3 }, { check: 1, version: "2", fixes: [] }]) expect((await editor.actions(uri, finding.range, [{ ...finding, data }], ["quickfix"])).length).toBeGreaterThan(0);
});

test("fields to complete are tab stops where the editor can do them, and plain text where not", async () => {
  const finding = of("seen-alone-missing", await opened());
  const [action] = await editor.actions(uri, finding.range, [finding], ["quickfix"]);
  const snippets = changes(action!).edits.filter((edit): edit is SnippetTextEdit => "snippet" in edit);
  expect(snippets[0]!.snippet).toMatchObject({ kind: "snippet", value: expect.stringMatching(/\$\{1:\[… [^\]}]+ …\]\}/) });
  // Every field is a stop, and one that is passed over stays a field.
  expect(JSON.stringify(changes(action!)).replace(/\$\{\d+:\[… [^\]}]+ …\]\}/g, "")).not.toContain("[…");
  await editor.giveBack();

  const again = of("seen-alone-missing", await opened({ capabilities: plainEdits }));
  const [plain] = await editor.actions(uri, again.range, [again], ["quickfix"]);
  expect(JSON.stringify(changes(plain!))).toContain("[… ");
  expect(JSON.stringify(changes(plain!))).not.toContain("snippet");
});

test("a client without versioned edits gets plain changes", async () => {
  const finding = of("acronym", await opened({ capabilities: { ...modern, workspace: {} } }));
  const [action] = await editor.actions(uri, finding.range, [finding], ["quickfix"]);
  expect(action!.edit!.documentChanges).toBeUndefined();
  expect(applied(action!)).not.toBe(visit);
});

test("the same fix offered by two findings stands once, and mends both", async () => {
  const finding = of("acronym", await opened());
  const twin = { ...finding, message: "The same again." };
  const actions = mending(await editor.actions(uri, finding.range, [finding, twin], ["quickfix"]));
  expect(actions.length).toBe((finding.data as { fixes: unknown[] }).fixes.length);
  for (const action of actions) expect(action.diagnostics).toHaveLength(2);
});

test("only a safe fix is preferred", async () => {
  const findings = await opened();
  const actions = await editor.actions(uri, whole, findings, ["quickfix"]);
  const safe = findings.flatMap(({ data }) => (data as { fixes: { title: string; safe: boolean }[] }).fixes).filter((fix) => fix.safe);
  expect(safe.length).toBeGreaterThan(0);
  expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual(safe.map(({ title }) => title));
});

test("fixing all applies the safe fixes alone, in one edit, and nothing is left for a second time", async () => {
  const findings = await opened();
  const actions = await editor.actions(uri, whole, findings, [fixAll]);
  expect(actions.map(({ kind }) => kind)).toEqual([fixAll]);
  const mended = applied(actions[0]!);
  expect(mended).toContain("Why am I visiting?");
  expect(mended).toContain("LAC review");
  expect(words(mended)).toBe(words(visit));
  await editor.change(uri, 2, { text: mended });
  expect(await editor.actions(uri, whole, [], [fixAll])).toEqual([]);
});

test.each([
  [["quickfix"], ["quickfix"]],
  [["source.fixAll"], [fixAll]],
  [["source"], [fixAll]],
  [["refactor"], []],
  [["quick"], []],
  [["source.fixAll.other"], []],
])("asked for %s alone, answers with that alone", async (only, kinds) => {
  const findings = await opened();
  const actions = await editor.actions(uri, whole, findings, only);
  expect([...new Set(actions.map(({ kind }) => kind))]).toEqual(kinds);
});

test("a word that the team uses can be added to its words, where the editor has the command for it", async () => {
  const finding = of("acronym", await opened({ capabilities: modern, initializationOptions: { checkAll: true, addsWords: true } }));
  const actions = await editor.actions(uri, finding.range, [finding], ["quickfix"]);
  const word = actions.find(({ command }) => command?.command === "caseRecording.addWord");
  expect(word?.command?.arguments).toEqual(["LAC", uri]);
  expect(word?.edit).toBeUndefined();
});

test("an editor without that command is not offered it", async () => {
  const finding = of("acronym", await opened());
  expect((await editor.actions(uri, finding.range, [finding], ["quickfix"])).filter(({ command }) => command)).toEqual([]);
});
