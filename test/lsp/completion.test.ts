import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { CompletionRequest, CompletionTriggerKind, InsertTextFormat, type ClientCapabilities, type CompletionItem, type MarkupContent, type TextEdit } from "vscode-languageserver/node";
import { Editor, modern, simple, stopIdle } from "./editor.ts";
import { visit } from "./notes.ts";

// Completion, asked of the built server as editors ask for it.

const capable: ClientCapabilities = { ...modern, textDocument: { ...modern.textDocument, completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ["markdown", "plaintext"] } } } };
const uri = "file:///notes/kai.casenote.md";

let editor: Editor;
afterEach(() => editor.giveBack());
afterAll(stopIdle);

/** What the server offers where the sign ‸ stands. */
async function offered(marked: string, trigger?: string): Promise<{ items: CompletionItem[]; text: string; offset: number }> {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  await editor.open(uri, text);
  const before = text.slice(0, offset).split("\n");
  const context = trigger === undefined ? { triggerKind: CompletionTriggerKind.Invoked } : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: trigger };
  const answer = await editor.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length }, context });
  await editor.close(uri);
  return { items: Array.isArray(answer) ? answer : (answer?.items ?? []), text, offset };
}
const named = (items: readonly CompletionItem[], label: string): CompletionItem => {
  const found = items.find((item) => item.label === label);
  if (!found) throw new Error(`${label} is not among ${items.map((item) => item.label).join(", ")}`);
  return found;
};
const editOf = ({ textEdit }: CompletionItem): TextEdit => textEdit as TextEdit;
const documentation = (item: CompletionItem): MarkupContent => item.documentation as MarkupContent;
const inWhat = (put: string): string => visit.replace("while Kelly cooked tea.", `while Kelly cooked tea.${put}`);

describe("an editor that can do it all", () => {
  beforeEach(async () => void (editor = await Editor.start({ capabilities: capable })));

  test("is told which signs ask for completion by themselves", () => expect(editor.initialized.capabilities.completionProvider).toEqual({ triggerCharacters: ["#", ":"] }));

  test("statements as snippets, with the child beside them and the standard behind them; a field that is passed over stays one", async () => {
    const { items } = await offered(inWhat(" Kai drew a 😀. seen al‸"));
    const item = named(items, "Seen alone");
    expect(item).toMatchObject({ labelDetails: { description: "Kai" }, insertTextFormat: InsertTextFormat.Snippet, filterText: expect.stringMatching(/^seen al/) });
    expect(editOf(item).newText).toBe("I saw Kai alone in ${1:[… where …]}, ${2:[… how that came about …]}.");
    const line = "We built a tower together while Kelly cooked tea. Kai drew a 😀. ";
    expect(editOf(item).range).toEqual({ start: { line: 15, character: line.length }, end: { line: 15, character: line.length + "seen al".length } });
    expect(documentation(item)).toMatchObject({ kind: "markdown", value: expect.stringMatching(/> “.*seen alone, and reasons recorded if not/) });
    expect(documentation(item).value).toContain("P27");
  });
  test("headings in the standard's order, whatever they begin with", async () => {
    const gone = visit.replace(/## What is your view[^#]*## What you think[^#]*/, "‸\n\n");
    const { items } = await offered(gone);
    const headings = items.filter(({ labelDetails }) => labelDetails?.description === "heading");
    expect(headings.map(({ label }) => label)).toEqual(["What is your view about what is happening for you?", "What you think should happen next?"]);
    expect(headings.map(({ sortText }) => sortText)).toEqual(headings.map(({ sortText }) => sortText).toSorted());
    expect(editOf(headings[0]!).newText).toMatch(/^## What is your view[^\n]*\n\n<!-- /);
    expect(documentation(headings[0]!).value).toContain("P13");
  });
  test("a sign that was just typed brings what belongs to it, and in prose nothing", async () => {
    expect((await offered(visit.replace("Place: home", "Place:‸"), ":")).items.map(({ label }) => label)).toContain("foster home");
    expect((await offered(inWhat(" We saw this:‸"), ":")).items).toEqual([]);
    expect((await offered(inWhat("\n\n#‸"), "#")).items).toEqual([]);
    expect((await offered(visit.replace(/## Practitioner[\s\S]*/, "#‸"), "#")).items.map(({ label }) => label)).toEqual(["Practitioner reflections on the visit"]);
    expect((await offered(inWhat("\n\n‸"), ":")).items).toEqual([]);
  });
  test("rules by name, with what each is about", async () => {
    const { items } = await offered(inWhat("\n\n<!-- case-recording-disable-next-line acr‸ -->"));
    expect(items.map(({ label }) => label)).toEqual(["acronym"]);
    expect(documentation(items[0]!).value).toMatch(/acronym/i);
  });
  test("nothing in a child's words", async () => expect((await offered(visit.replace("my tower", "my ‸tower"))).items).toEqual([]));
  test("a detail whose values may be chosen asks for them with the editor's own command, where it named one", async () => {
    await editor.giveBack();
    editor = await Editor.start({ capabilities: capable, initializationOptions: { suggestCommand: "editor.action.triggerSuggest" } });
    const { items } = await offered(visit.replace("Worker: Priya Nair\n", "Worker: Priya Nair\nSta‸\n"));
    expect(named(items, "Status")).toMatchObject({ command: { command: "editor.action.triggerSuggest" }, textEdit: { newText: "Status: " } });
  });
});

test("an editor that can do little gets plain text, with the child in the label", async () => {
  editor = await Editor.start({ capabilities: simple });
  const { items } = await offered(inWhat(" seen al‸"));
  const item = named(items, "Seen alone: Kai");
  expect(item.insertTextFormat).toBe(InsertTextFormat.PlainText);
  expect(editOf(item).newText).toBe("I saw Kai alone in [… where …], [… how that came about …].");
  expect(documentation(item).kind).toBe("plaintext");
  expect(item.labelDetails).toBeUndefined();
  expect(item.command).toBeUndefined();
});

test("a statement, put in, brings no finding of its own", async () => {
  editor = await Editor.start({ capabilities: simple });
  const { items, text, offset } = await offered(inWhat(" seen al‸"));
  const put = editOf(named(items, "Seen alone: Kai")).newText;
  const codes = async (note: string): Promise<string[]> => {
    await editor.open(uri, note);
    const found = (await editor.pull(uri).catch(() => undefined)) as { items?: { code: string }[] } | undefined;
    const published = found?.items ?? (await editor.sent(uri)).diagnostics;
    await editor.close(uri);
    editor.published.length = 0;
    return published.map(({ code }) => String(code)).sort();
  };
  const before = await codes(text.slice(0, offset - "seen al".length) + text.slice(offset));
  const after = await codes(text.slice(0, offset - "seen al".length) + put + text.slice(offset));
  expect(after.filter((code) => !before.includes(code))).toEqual([]);
});
