import { afterEach, expect, test } from "vitest";
import { DocumentLinkRequest } from "vscode-languageserver/node";
import { Editor, modern } from "./editor.ts";

const uri = "file:///notes/kai.casenote.md";
let editor: Editor;
afterEach(() => editor.stop());

const note = `Child: Kai Brown (9)
Date of visit: 03/04/2025

## Views

<!-- case-recording-disable-next-line acronym no-such-rule jargon -->
Kai saw his acronym book. Ring jo@example.org or see https://example.org, P27.

<!-- See acronym and P27. -->

<!-- case-recording-ticked P27 XX99 -->

\`\`\`
<!-- case-recording-disable-next-line acronym -->
\`\`\`
`;

test("rules and clauses in our own comments lead to their pages; nothing of the writer's is a link", async () => {
  editor = await Editor.start({ initializationOptions: { docsUri: "file:///docs/rules/" }, capabilities: { ...modern, textDocument: { ...modern.textDocument, documentLink: { tooltipSupport: true } } } });
  await editor.open(uri, note);
  const links = (await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } }))!;
  const lines = note.split("\n");
  expect(links.map(({ range, target }) => [range.start.line, lines[range.start.line]!.slice(range.start.character, range.end.character), target])).toEqual([
    [5, "acronym", "file:///docs/rules/acronym.md"],
    [5, "jargon", "file:///docs/rules/jargon.md"],
    [10, "P27", "file:///docs/standards.md"],
  ]);
  expect(links[2]!.tooltip).toMatch(/^Planning and Seeing our Children Practice Guide \(October 2024\), /);
});

test("a client that shows no tooltips gets none", async () => {
  editor = await Editor.start();
  await editor.open(uri, note);
  const links = (await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } }))!;
  expect(links).toHaveLength(3);
  expect(links.every((link) => !("tooltip" in link))).toBe(true);
});
