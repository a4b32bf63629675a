import { afterAll, afterEach, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver/node";
import { Editor, modern, of, rangeOf, stopIdle } from "./editor.ts";
import { visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
let editor: Editor;
afterEach(() => editor.giveBack());
afterAll(stopIdle);

const value = (hover: Awaited<ReturnType<Editor["hover"]>>): string => (hover!.contents as MarkupContent).value;

test("on a finding: what, why, the standard with its date and words, an example, and the rule's page", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  const { range } = of("acronym", await editor.findings(uri));
  const hover = await editor.hover(uri, range.start);
  expect(hover!.range).toEqual(range);
  expect(hover!.contents).toMatchObject({ kind: "markdown" });
  expect(value(hover)).toContain("LAC");
  expect(value(hover)).toMatch(/Standard (?:G15|G16|R01):/);
  expect(value(hover)).toMatch(/20\d\d|undated/);
  expect(value(hover)).toMatch(/\*Poor:\*.*\n\*Better:\*/);
  expect(value(hover)).toContain("/docs/rules/acronym.md)");
  expect(value(hover).length).toBeLessThan(2_000);
});

test("in plain text for an editor that shows no Markdown", async () => {
  editor = await Editor.start({ capabilities: { ...modern, textDocument: { ...modern.textDocument!, hover: { contentFormat: ["plaintext"] } } } });
  await editor.open(uri, visit);
  const { range } = of("acronym", await editor.findings(uri));
  const hover = await editor.hover(uri, range.start);
  expect(hover!.contents).toMatchObject({ kind: "plaintext" });
  expect(value(hover)).not.toMatch(/\*\*|\]\(|\\/);
});

test("on a child's words: that they are the child's and are never changed", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  const hover = await editor.hover(uri, rangeOf(visit, "love my tower").start);
  expect(value(hover)).toContain("Kai’s words");
  expect(value(hover)).toContain("never");
});

test("elsewhere, and in a document that is not open: nothing", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  expect(await editor.hover(uri, rangeOf(visit, "cooked").start)).toBeNull();
  expect(await editor.hover(uri, { line: 9_999, character: 3 })).toBeNull();
  expect(await editor.hover("file:///notes/other.casenote.md", { line: 0, character: 0 })).toBeNull();
});
