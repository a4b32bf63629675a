import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { Editor, until } from "./editor.ts";
import { visit } from "./notes.ts";

let folder: string;
let editor: Editor;
let time: number;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  time = Date.now() / 1000 - 1000;
  editor = await Editor.start();
});
afterEach(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
const config = ".case-recording.yml";
const put = (text: string, name = config): void => {
  writeFileSync(path.join(folder, name), text);
  utimesSync(path.join(folder, name), (time += 5), time);
};
const tell = (type: FileChangeType = FileChangeType.Changed, name = config) => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(name), type }] });
const shown = async (wanted: (count: number) => boolean, name = config) => (await editor.sent(uriOf(name), ({ diagnostics }) => wanted(diagnostics.length))).diagnostics;
const rules = async (): Promise<unknown[]> => (await editor.findings(uriOf("kai.casenote.md"))).map(({ code }) => code);

test("faults in the team's settings stand in that file, each at its place, and go when they are put right", async () => {
  put("# ours\nvolume: loud\nrules:\n  acronym: off\n  jargn: off\n  jargon: loud\ncolour: red\nwords: [LAC, 3]\n");
  await editor.open(uriOf("kai.casenote.md"), visit);
  expect(await rules()).not.toContain("acronym");
  const faults = await shown((count) => count > 0);
  expect(faults.map(({ range, message }) => [range.start.line, range.start.character, range.end.character, /^The setting (\S+)/.exec(String(message))?.[1]]).sort()).toEqual([
    [1, 0, 6, "volume"], [4, 2, 7, "rules.jargn"], [5, 2, 8, "rules.jargon"], [6, 0, 6, "colour"], [7, 13, 14, "words[1]"],
  ]);
  for (const fault of faults) expect(fault).toMatchObject({ severity: 1, source: "Case Recording" });
  // One message says that there is something; the rest is in the file.
  expect(editor.messages).toHaveLength(1);
  expect(editor.messages[0]).toContain(config);
  editor.published.length = 0;
  put("rules:\n  acronym: off\n");
  await tell();
  expect(await shown((count) => count === 0)).toEqual([]);
  expect(await rules()).not.toContain("acronym");
});

test("while the file cannot be read, what it said before holds", async () => {
  put("rules:\n  acronym: off\n");
  await editor.open(uriOf("kai.casenote.md"), visit);
  expect(await rules()).not.toContain("acronym");
  for (const [broken, line] of [["rules:\n  acronym: off\n  jargon: [\n", 2], ["rul", 0], ["volume: loud\n\trules: x\n", 1]] as const) {
    editor.published.length = 0;
    put(broken);
    await tell();
    const [fault, ...others] = await shown((count) => count > 0);
    expect(others).toEqual([]);
    expect(Math.abs(fault!.range.start.line - line), broken).toBeLessThanOrEqual(1);
    expect(fault!.message).toMatch(/; what it said before stays in use\.$/);
    expect(await rules(), broken).not.toContain("acronym");
  }
  put("rules: {}\n");
  await tell();
  await until(() => editor.refreshes === 4);
  expect(await rules()).toContain("acronym");
});

test("a file that is broken from the start: the usual settings, and it is said so", async () => {
  put("rules: [acronym\n");
  await editor.open(uriOf("kai.casenote.md"), visit);
  expect(await rules()).toContain("acronym");
  expect((await shown((count) => count > 0))[0]!.message).toMatch(/^This line cannot be read: a quotation mark or a bracket is opened and not closed.*; the usual settings are used\.$/);
});

test("a change is heard while no note is open, and the faults go with the file", async () => {
  put("colour: red\n");
  await tell(FileChangeType.Created);
  expect(await shown((count) => count > 0)).toHaveLength(1);
  editor.published.length = 0;
  rmSync(path.join(folder, config));
  await tell(FileChangeType.Deleted);
  expect(await shown((count) => count === 0)).toEqual([]);
});

test("a fault in a person's own settings is theirs, one in the team's file is not told as theirs", async () => {
  put("volume: loud\n");
  await editor.configure({ seenAloneAge: "five" });
  await editor.open(uriOf("kai.casenote.md"), visit);
  await rules();
  await until(() => editor.messages.length >= 2);
  expect(editor.messages.join("\n")).toContain("caseRecording.seenAloneAge");
  expect(editor.messages.join("\n")).not.toContain("caseRecording.volume");
});

test("faults of a word list stand in its file", async () => {
  put("leave: [LAC]\njargon:\n  - term: one\n    match: [\"(one\"]\n", "words.yml");
  put("wordLists: [words.yml]\n");
  await editor.open(uriOf("kai.casenote.md"), visit);
  expect(await rules()).not.toContain("acronym");
  const [fault] = await shown((count) => count > 0, "words.yml");
  expect(fault).toMatchObject({ range: { start: { line: 3 } } });
  expect(fault!.message).toMatch(/this entry is not used\.$/);
  editor.published.length = 0;
  put("leave: [LAC]\n", "words.yml");
  await tell(FileChangeType.Changed, "words.yml");
  await rules();
  expect(await shown((count) => count === 0, "words.yml")).toEqual([]);
});
