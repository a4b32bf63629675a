import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { CodeAction, Hover, MarkupContent, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readNote } from "../../server/src/note/read.ts";
import { Editor, rangeOf, stopIdle } from "./editor.ts";

// Whose words these are: what the hover says of it, and the light bulb that corrects it, over the real server.

const uri = "file:///notes/words.casenote.md";
const details = "Child: Kai Morton (9), Mya Morton (7)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n\n";
const kind = "refactor.speaker";

let editor: Editor;
let version = 1;
afterEach(() => editor.giveBack());
afterAll(stopIdle);

async function opened(body: string): Promise<string> {
  editor = await Editor.borrow();
  version = 1;
  await editor.open(uri, details + body);
  return details + body;
}

const offered = (text: string, words: string): Promise<CodeAction[]> => {
  const { start } = rangeOf(text, words);
  return editor.actions(uri, { start, end: start }, [], [kind]);
};
const applied = (text: string, { edit }: CodeAction): string => {
  const { textDocument, edits } = edit!.documentChanges![0] as TextDocumentEdit;
  expect(textDocument).toEqual({ uri, version });
  return TextDocument.applyEdits(TextDocument.create(uri, "", version, text), edits as TextEdit[]);
};
const change = async (text: string): Promise<void> => editor.change(uri, (version += 1), { text });
const hover = async (text: string, words: string): Promise<string> => plain(await editor.hover(uri, rangeOf(text, words).start));
const plain = (answer: Hover | null): string => ((answer?.contents as MarkupContent | undefined)?.value ?? "").replace(/\\([\\`*_{}[\]<>#|~!&])/g, "$1");

describe("the light bulb, in every form of words", () => {
  test.each([
    ["marks", "Kai said “I like it” and ran.\n", "I like it"],
    ["straight marks", 'Kai said "I like it" and ran.\n', "I like it"],
    ["single marks", "Kai said ‘I really like it’ and ran.\n", "I really like it"],
    ["marks in bold", "**Kai said “I like it”** and ran.\n", "I like it"],
    ["marks over paragraphs", "Kai said “I like it.\n\n“I do.”\n", "I do"],
    ["never closed", "Kai said “I like it and ran.\n", "I like it"],
    ["in a list", "- Kai said “I like it”\n- Kai ran.\n", "I like it"],
    ["a block quote", "Kai wrote:\n\n> I like it.\n> A lot.\n\nKai ran.\n", "A lot"],
    ["a bold block quote", "Kai wrote:\n\n> **I like it.**\n", "I like it"],
    ["a turn", "SW: What happened?\nKai: I like it.\nSW: Oh?\n", "I like it"],
    ["a cell", "| Worries | Dreams |\n|---|---|\n| school | I like it |\n\nKai ran.\n", "I like it"],
    ["marks in a cell", "| When | What |\n|---|---|\n| Monday | Kai said “I like it” |\n", "I like it"],
    ["a sign", "Kai signed MORE and ran.\n", "MORE"],
  ])("%s", async (_, body, words) => {
    for (const eol of ["\n", "\r\n"]) {
      const text = (await opened(body)).replaceAll("\n", eol);
      await change(text);
      const [first] = await offered(text, words);
      const written = applied(text, first!);
      for (const { title } of await offered(text, words)) {
        await change(text);
        const said = applied(text, (await offered(text, words)).find((action) => action.title === title)!);
        expect(said.replace(/ <!-- case-recording-words: [^>]* -->/, "")).toBe(text);
        const at = said.indexOf(words);
        const now = readNote(said).quotations.find(({ start, end }) => start <= at && at < end)!;
        const name = /^These are (.*)'s words$/.exec(title)?.[1];
        if (title.startsWith("Nobody's")) expect(now).toMatchObject({ speaker: "unknown", nobody: true });
        else if (name === "the worker") expect(now.speaker).toBe("worker");
        else expect(now.name).toBe(name);
        await change(said);
        expect((await offered(said, words)).map((action) => action.title)).not.toContain(title);
        const back = (await offered(said, words)).find((action) => action.title === "As Case Recording reads it");
        expect(applied(said, back!)).toBe(text);
      }
      expect(written).not.toBe(text);
      await editor.giveBack();
    }
    await opened("");
  });
});

describe("what is offered", () => {
  const titles = async (body: string, words: string): Promise<string[]> => (await offered(await opened(body), words)).map(({ title }) => title);
  test("each child, the adults of the section, the worker, and nobody; not who is the speaker already", async () => {
    expect(await titles("## One\n\nKai said “I like it”. Kelly laughed.\n\n## Two\n\nMrs Lowe rang.\n", "I like it")).toEqual(["These are Mya's words", "These are Kelly's words", "These are the worker's words", "Nobody's: a title or a label"]);
    await editor.giveBack();
    expect(await titles("Kelly said “I like it”.\n", "I like it")).toEqual(["These are Kai's words", "These are Mya's words", "These are the worker's words", "Nobody's: a title or a label"]);
  });
  test("six people at most", async () => expect((await titles("Mrs Ash, Mrs Birch, Mrs Cole, Mrs Dale, Mrs Eves and Mrs Fox were there. Kai said “I like it”. Mrs Ash nodded. Mrs Birch nodded. Mrs Cole nodded. Mrs Dale nodded. Mrs Eves nodded. Mrs Fox nodded.\n", "I like it")).filter((title) => title.startsWith("These are")).length).toBeLessThanOrEqual(6 + 1));
  test("for words of which nobody knows whose they are", async () => expect(await titles("A sign read “keep out of here please”.\n", "keep out")).toContain("These are Kai's words"));
  test("nothing outside words, nor over more than one", async () => {
    const text = await opened("Kai said “I like it” and “I do”.\n");
    expect(await offered(text, "Kai said")).toEqual([]);
    expect(await editor.actions(uri, { start: rangeOf(text, "like").start, end: rangeOf(text, "I do").end }, [], [kind])).toEqual([]);
    expect((await editor.actions(uri, rangeOf(text, "like"), [])).map((action) => action.kind)).toContain(kind);
  });
  test("a comment that is there is changed, and no second is written", async () => {
    const text = await opened("Kai said “I like it” <!-- case-recording-words: Mya --> and ran.\n");
    const actions = await offered(text, "I like it");
    expect(applied(text, actions.find(({ title }) => title === "These are Kai's words")!)).toBe(text.replace("words: Mya", "words: Kai"));
  });
});

describe("the hover", () => {
  test.each([
    ["“I like it,” said Kai.\n", ["Kai’s words.", "“said Kai”", "never changes them"]],
    ["Kelly said “I like it”.\n", ["Kelly’s words.", "“Kelly said”", "light bulb"]],
    ["I said “I like it”.\n", ["The worker’s words."]],
    ["A sign read “I like it here please”.\n", ["cannot tell whose words", "light bulb can say"]],
    ["“I like it” <!-- case-recording-words: Mya -->\n", ["Mya’s words.", "says so in a comment"]],
    ["“I like it” <!-- case-recording-words: nobody -->\n", ["nobody’s words", "says so in a comment"]],
    ["“I like it” <!-- case-recording-words: Ozzy -->\n", ["cannot tell whose", "names nobody whom the note knows"]],
    ["SW: What happened?\nKai: I like it.\n", ["Kai’s words.", "The line begins with “Kai”"]],
    ["## Mya\n\n> I like it.\n", ["Mya’s words.", "under the heading “Mya”"]],
  ])("%s", async (body, expected) => {
    const answer = await hover(await opened(body), "I like it");
    for (const part of expected) expect(answer).toContain(part);
  });
  test("findings keep their place, before whose words they are", async () => {
    const answer = await hover(await opened("Kai said “I like it (he appears frightened)”.\n"), "(he appears");
    expect(answer.indexOf("About this rule")).toBeGreaterThan(0);
    expect(answer.indexOf("Kai’s words.")).toBeGreaterThan(answer.indexOf("About this rule"));
  });
});
