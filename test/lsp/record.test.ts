import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { checkNote } from "../../server/src/check.ts";
import { htmlDocument } from "../../server/src/record/html.ts";
import type { RecordAnswer } from "../../server/src/lsp/record.ts";
import { recordOf } from "../../server/src/record/record.ts";
import { plainText } from "../../server/src/record/text.ts";
import { Editor, rangeOf } from "./editor.ts";

const uri = "file:///notes/record.casenote.md";
const good = readFileSync(new URL("../../samples/good.casenote.md", import.meta.url), "utf8");
const unfinished = "Child: Kai Morton (9)\nType of visit: Statutory visit\n\nI went because [… the reason …]. Craig's number is 07700 900461.\n\nKai said “it is better”.\n";

let editor: Editor;
beforeEach(async () => void (editor = await Editor.borrow()));
afterEach(() => editor.giveBack());

const record = (format: string, of = uri): Promise<RecordAnswer | null> => editor.connection.sendRequest("caseRecording/record", { uri: of, format });

describe("the record of an open note", () => {
  test("in every format, of the version that is open", async () => {
    await editor.open(uri, good, { version: 7 });
    const preview = await record("preview");
    expect(preview).toMatchObject({ version: 7, title: "Visit to Rosie and Alfie", fields: [] });
    expect(preview!.content).toMatch(/<p data-line="\d+">/);
    expect(preview!.content).not.toContain("style=");
    const note = recordOf(checkNote(good).note);
    expect((await record("html"))!.content).toBe(htmlDocument(note));
    expect((await record("text"))!.content).toBe(plainText(note));
    const word = unzipSync(Buffer.from((await record("docx"))!.content, "base64"));
    expect(strFromU8(word["word/document.xml"]!)).toContain("Craig hit Mum on Saturday");
  });
  test("says what is still to be completed, and what personal data leaves", async () => {
    await editor.open(uri, unfinished);
    const answer = await record("text");
    expect(answer!.fields).toEqual([{ range: rangeOf(unfinished, "[… the reason …]"), text: "[… the reason …]" }]);
    expect(answer!.personalData).toEqual([
      { range: rangeOf(unfinished, "Kai Morton"), what: "full name", text: "Kai Morton" },
      { range: rangeOf(unfinished, "07700 900461"), what: "telephone number", text: "07700 900461" },
    ]);
    expect(answer!.warning).toBe("This copy holds a full name and a telephone number.");
    expect(answer!.content).toContain("I went because. Craig");
  });
  test("follows the typing", async () => {
    await editor.open(uri, unfinished);
    await editor.change(uri, 2, { range: rangeOf(unfinished, "[… the reason …]"), text: "he asked me to" });
    expect(await record("text")).toMatchObject({ version: 2, fields: [], content: expect.stringContaining("I went because he asked me to. Craig") });
  });
  test("is null of what is not open, and of what is no text", async () => {
    expect(await record("text", "file:///notes/none.md")).toBeNull();
    await editor.open(uri, "Kai \0\0 said");
    expect(await record("preview")).toBeNull();
  });
  test("nothing of the note is logged", async () => {
    await editor.open(uri, unfinished);
    await record("docx");
    expect(await record("nonsense")).toBeNull();
    expect(editor.logs.join("\n")).not.toMatch(/Kai|Craig|07700/);
  });
});
