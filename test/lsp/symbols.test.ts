import { afterEach, expect, test } from "vitest";
import { DocumentSymbolRequest, SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver/node";
import { Editor, modern } from "./editor.ts";
import { visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
const tree = { ...modern, textDocument: { ...modern.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
let editor: Editor;
afterEach(() => editor.stop());

const outline = async (text: string): Promise<DocumentSymbol[]> => {
  await editor.open(uri, text);
  return (await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) as DocumentSymbol[];
};
const names = (symbols: readonly DocumentSymbol[] = []): string[] => symbols.map(({ name, detail }) => (detail ? `${name} | ${detail}` : name));

test("the outline holds the details, the sections with what they are for, and the child's words", async () => {
  editor = await Editor.start({ capabilities: tree });
  const symbols = await outline(visit);
  expect(names(symbols)).toEqual(["Details", "Why are we visiting? | why the visit", "What we did and what we talked about | what was done", "What is your view about what is happening for you? | the child’s view", "What you think should happen next? | next steps", "Practitioner reflections on the visit | reflections"]);
  expect(names(symbols[0]!.children)).toEqual(["Child | Kai Brown", "Date of birth | 02/02/2017", "Date of visit | 03/04/2025", "Date recorded | 04/04/2025", "Type of visit | Statutory visit", "Place | home", "Present | Kai, Kelly (mum)", "Worker | Priya Nair"]);
  expect(names(symbols[3]!.children)).toEqual(["“I love my tower 😀 and my LAC nurse” | Kai"]);
  expect(symbols[3]!.children![0]!.kind).toBe(SymbolKind.String);
  expect(symbols[3]!.range).toEqual({ start: { line: 17, character: 0 }, end: { line: 19, character: 47 } });
  expect(symbols[3]!.selectionRange.start).toEqual({ line: 17, character: 3 });
});

test("headings of any depth, bold ones too, stand under those above them; adults' words and comments in a child's are left out", async () => {
  editor = await Editor.start({ capabilities: tree });
  const symbols = await outline("Child: Kai Brown (9)\n\n# Visit\n\n## Kai\n\n**What is your view about what is happening for you?**\n\nKai said “I hate it (he is clearly sad) when it is cold and dark and nobody comes to see me for days and days”. Mum said “he is fine”.\n\n## Next steps:\n\nNone.\n");
  const [, top] = symbols;
  expect(names(symbols)).toEqual(["Details", "Visit"]);
  expect(names(top!.children)).toEqual(["Kai", "Next steps | next steps"]);
  expect(names(top!.children![0]!.children)).toEqual(["What is your view about what is happening for you? | the child’s view"]);
  expect(names(top!.children![0]!.children![0]!.children)).toEqual(["“I hate it when it is cold and dark and nobody comes to see…” | Kai"]);
});

test("a client that shows no tree gets a list", async () => {
  editor = await Editor.start();
  const list = (await outline(visit)) as unknown as SymbolInformation[];
  expect(list.map(({ name, containerName }) => [name, containerName])).toContainEqual(["“I love my tower 😀 and my LAC nurse” (Kai)", "What is your view about what is happening for you?"]);
  expect(list.every(({ location }) => location.uri === uri)).toBe(true);
});

test("an empty document has an empty outline, and so has one that is not open", async () => {
  editor = await Editor.start({ capabilities: tree });
  expect(await outline("")).toEqual([]);
  expect(await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: "file:///other.casenote.md" } })).toEqual([]);
});
