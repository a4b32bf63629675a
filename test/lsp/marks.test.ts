import { afterEach, expect, test } from "vitest";
import type { Marks } from "../../server/src/lsp/marks.ts";
import { Editor } from "./editor.ts";

const uri = "file:///notes/kai.casenote.md";
const details = "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nType of visit: Statutory visit\n\n";
let editor: Editor;
afterEach(() => editor.stop());

const marks = (at = uri) => editor.connection.sendRequest<Marks | null>("caseRecording/marks", { uri: at });
async function shown(text: string): Promise<{ words: string[]; names: (string | undefined)[]; risks: string[] }> {
  await editor.open(uri, text);
  const { words, risks } = (await marks())!;
  const lines = text.split("\n");
  const textOf = ({ start, end }: Marks["risks"][number]["range"]) => (start.line === end.line ? lines[start.line]!.slice(start.character, end.character) : `${lines[start.line]!.slice(start.character)} … ${lines[end.line]!.slice(0, end.character)}`);
  return { words: words.map(({ range }) => textOf(range)), names: words.map(({ name }) => name), risks: risks.map(({ range }) => textOf(range)) };
}

test("the child's words are told from everybody else's, without brackets; risks stand with their marks", async () => {
  editor = await Editor.start();
  const found = await shown(`${details}Kai said, “I hid [under the bed] when they shouted.” His mum said, “He never hid.” Somebody wrote “Keep out” on it.\n\n**Kai has a bruise on his arm.** He was **very** quiet.\n`);
  expect(found).toEqual({ words: ["I hid", " when they shouted."], names: ["Kai", "Kai"], risks: ["**Kai has a bruise on his arm.**"] });
});

test("words that stand in a marked risk are told apart, and cut out of it", async () => {
  editor = await Editor.start();
  const text = `${details}**Kai said, “Mum hit me.”**\n`;
  expect(await shown(text)).toEqual({ words: ["Mum hit me."], names: ["Kai"], risks: ["**Kai said, “", "”**"] });
  expect((await marks())!.words.map(({ risk }) => risk)).toEqual([true]);
});

test("the answer follows what is typed, and says of which version it is", async () => {
  editor = await Editor.start();
  await editor.open(uri, `${details}His mum said, “I like it.”\n`);
  expect(await marks()).toMatchObject({ version: 1, words: [] });
  await editor.change(uri, 2, { text: `${details}Kai said, “I like it.”\n` });
  expect(await marks()).toMatchObject({ version: 2, words: [{ name: "Kai" }] });
});

test("there is none for a note that is not open", async () => {
  editor = await Editor.start();
  expect(await marks("file:///other.casenote.md")).toBeNull();
});
