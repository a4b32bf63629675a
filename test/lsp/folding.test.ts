import { afterEach, expect, test } from "vitest";
import { FoldingRangeRequest } from "vscode-languageserver/node";
import { Editor, modern } from "./editor.ts";

const uri = "file:///notes/kai.casenote.md";
let editor: Editor;
afterEach(() => editor.stop());

const folds = async (text: string): Promise<string[]> => {
  await editor.open(uri, text);
  const answer = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  return answer!.map(({ startLine, endLine, kind }) => `${startLine}–${endLine}${kind ? ` ${kind}` : ""}`);
};
const note = ["---", "child: Kai Brown", "date of visit: 03/04/2025", "---", "", "# Visit", "", "## Views", "<!-- What does the child think? -->", "<!-- Their own words, in blue. -->", "", "| a | b |", "|---|---|", "| c | d |", "", "", "## Next steps", "", "Text <!-- more", "and more", "lines --> here.", "", ""].join("\n");

test.each([["\n"], ["\r\n"]])("details, sections to the next of their depth, tables and comments fold, without empty lines at their end (%j)", async (end) => {
  editor = await Editor.start();
  expect(await folds(note.replaceAll("\n", end))).toEqual(["0–3", "5–20", "7–13", "8–9 comment", "11–13", "16–20", "18–20 comment"]);
});

test("details in lines fold; a section of one line does not, nor what looks like a comment in a block of code", async () => {
  editor = await Editor.start();
  expect(await folds("Child: Kai\nDate of visit: 03/04/2025\n\n## Views\n\n## Next steps\n\nNone.\n\n```\n<!-- a\nb -->\n```\n")).toEqual(["0–1", "5–12"]);
});

test("a client that takes only so many gets the longest", async () => {
  editor = await Editor.start({ capabilities: { ...modern, textDocument: { ...modern.textDocument, foldingRange: { rangeLimit: 3, lineFoldingOnly: true } } } });
  expect(await folds(note)).toEqual(["5–20", "7–13", "16–20"]);
});
