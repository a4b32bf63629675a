import { afterEach, expect, test } from "vitest";
import { CodeLensRefreshRequest, CodeLensRequest, type CodeLens } from "vscode-languageserver/node";
import { Editor, modern, until } from "./editor.ts";

const uri = "file:///notes/kai.casenote.md";
const details = "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n";
const why = "## Why am I visiting?\n\n";
const next = "## What you think should happen next?\n\n";
let editor: Editor;
afterEach(() => editor.stop());

const lenses = async (): Promise<CodeLens[]> => (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }))!;
const titles = async (): Promise<string[]> => (await lenses()).map(({ command }) => command!.title);

test("above an empty heading stands what the standard asks there, until there is a sentence", async () => {
  editor = await Editor.start({ initializationOptions: { explainsSections: true } });
  await editor.open(uri, `${details}${why}<!-- Explain why. -->\n\n${next}`);
  const [first, second, ...others] = await lenses();
  expect(others).toEqual([]);
  expect(first).toMatchObject({ range: { start: { line: 3, character: 3 } }, command: { title: "Explain why you are visiting? …", command: "caseRecording.explainSection" } });
  expect(first!.command!.arguments![0]).toBe(
    "Why am I visiting?\n• Explain why you are visiting? [P03]\n• How is your visit linked to the work that is identified within the assessment or plan. [P04]\nPlanning and Seeing our Children Practice Guide (October 2024)",
  );
  expect(second!.range.start.line).toBe(7);
  await editor.change(uri, 2, { text: `${details}${why}I came to see how Kai is.\n\n${next}TBC\n` });
  expect(await titles()).toEqual([second!.command!.title]);
  await editor.change(uri, 3, { text: `${details}${why}I came to see how Kai is.\n\n${next}- I ring school.\n` });
  expect(await titles()).toEqual([]);
});

test.each([["a field to complete", "[… why, and how it is linked to the plan …]"], ["the standard's own questions", "Explain why you are visiting?"], ["a placeholder", "To be completed"]])("%s is no sentence", async (_, text) => {
  editor = await Editor.start();
  await editor.open(uri, `${details}${why}${text}\n`);
  expect(await titles()).toEqual(["Explain why you are visiting? …"]);
});

test("nothing stands above a heading under which the questions themselves stand as comments", async () => {
  editor = await Editor.start();
  await editor.open(uri, `${details}${why}<!-- Explain why you are visiting? -->\n\n${next}`);
  expect((await lenses()).map(({ range }) => range.start.line)).toEqual([7]);
});

test("a line is never long, whatever the standard asks", async () => {
  editor = await Editor.start();
  await editor.open(uri, `${details}${["What we did and what we talked about", "What is your view about what is happening for you?", "Practitioner reflections on the visit"].map((title) => `## ${title}\n\n`).join("")}`);
  const all = await titles();
  expect(all).toHaveLength(3);
  for (const title of all) expect(title.length).toBeLessThanOrEqual(102);
});

test("a note that is no visit is left alone; the setting takes the lines away; without the command there is the line alone", async () => {
  editor = await Editor.start();
  await editor.open(uri, `Child: Kai Morton (9)\nType of contact: Telephone call\n\n${next}`);
  expect(await titles()).toEqual([]);
  await editor.change(uri, 2, { text: `${details}${next}` });
  expect((await lenses()).map(({ command }) => command!.command)).toEqual([""]);
  await editor.configure({ showPrompts: false });
  await until(() => editor.refreshes === 1);
  expect(await titles()).toEqual([]);
});

test("a client that shows lines is asked to look again when settings change", async () => {
  editor = await Editor.start({ capabilities: { ...modern, workspace: { ...modern.workspace, codeLens: { refreshSupport: true } } } });
  let asked = 0;
  editor.connection.onRequest(CodeLensRefreshRequest.type, () => void (asked += 1));
  await editor.configure({ showPrompts: false });
  await until(() => asked === 1);
});
