import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { Editor, modern, until, type ServedFile } from "./editor.ts";
import { visit } from "./notes.ts";

const config = "memfs:/team/.case-recording.yml";
const note = "memfs:/team/visits/kai.casenote.md";
const watching = { ...modern, workspace: { ...modern.workspace, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } };

let editor: Editor;
let files: Map<string, ServedFile>;
let time = 1_700_000_000_000;
beforeEach(() => void (files = new Map()));
afterEach(() => editor.stop());

const put = (uri: string, text: string | Uint8Array, more: Partial<ServedFile> = {}): void => void files.set(uri, { text, mtime: (time += 5_000), ...more });
const start = (options: object = {}, more: object = {}): Promise<Editor> => Editor.start({ capabilities: watching, initializationOptions: { readsFiles: true, ...options }, serves: files, ...more });
const tell = (uri: string) => editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
const found = async (uri = note): Promise<string[]> => (await editor.findings(uri)).map(({ code, message }) => `${code}: ${message}`);
const shown = (uri: string, wanted: (count: number) => boolean = (count) => count > 0) => editor.sent(uri, ({ diagnostics }) => wanted(diagnostics.length));

describe("a note whose file system only the editor can read", () => {
  test("follows the settings, the profile and the word list that lie there, and their changes", async () => {
    put(config, "profile: ./north.yml\nwordLists: [words.yml]\nrules:\n  jargon: hint\n");
    put("memfs:/team/north.yml", "id: north\ntitle: North\nextends: coventry\n");
    put("memfs:/team/words.yml", "leave: [LAC]\njargon:\n  - term: blue form\n    plain: [the consent form]\n");
    editor = await start();
    await editor.open(note, `${visit}\nMum signed the blue form.\n`);
    const first = await found();
    expect(first.join("\n")).toContain("“the consent form”");
    expect(first.filter((one) => one.startsWith("acronym") && one.includes("LAC"))).toEqual([]);
    const points = await editor.connection.sendRequest<{ profile: { title: string } }>("caseRecording/pointCounts", { uri: note });
    expect(points.profile.title).toBe("North");

    await until(() => editor.watched.length === 3);
    expect(editor.watched).toContainEqual({ baseUri: "memfs:/team", pattern: "words.yml" });
    put("memfs:/team/words.yml", "leave: []\n");
    await tell("memfs:/team/words.yml");
    await until(() => editor.refreshes > 0);
    expect((await found()).join("\n")).not.toContain("“the consent form”");
  });

  test("a file is read again only when it has changed", async () => {
    put(config, "rules:\n  acronym: off\n");
    editor = await start();
    await editor.open(note, visit);
    expect((await found()).filter((one) => one.startsWith("acronym"))).toEqual([]);
    await editor.configure({ rules: {} });
    await found();
    expect(editor.asked.filter((one) => one === `read ${config}`)).toHaveLength(1);
    expect(editor.asked.filter((one) => one === `stat ${config}`).length).toBeGreaterThan(1);
  });

  test("faults of a file stand in it", async () => {
    put(config, "volume: loud\n");
    editor = await start();
    await editor.open(note, visit);
    await found();
    expect((await shown(config)).diagnostics[0]).toMatchObject({ range: { start: { line: 0 } } });
    expect(editor.messages[0]).toContain(config);
  });

  test("names with spaces and signs, and text in UTF-16, are read", async () => {
    put("memfs:/team/.case-recording.yml", "wordLists: ['lists/our words #1?.yml']\n");
    put("memfs:/team/lists/our%20words%20%231%3F.yml", Buffer.from("\uFEFFleave: [LAC]\n", "utf16le"));
    editor = await start();
    await editor.open(note, visit);
    expect((await found()).filter((one) => one.startsWith("acronym") && one.includes("LAC"))).toEqual([]);
    await until(() => editor.watched.length === 2);
    expect(editor.watched[1]).toEqual({ baseUri: "memfs:/team/lists", pattern: "our words #1?.yml" });
  });

  test("a client that does not read files for us is not asked", async () => {
    put(config, "rules:\n  acronym: off\n");
    editor = await start({ readsFiles: false });
    await editor.open(note, visit);
    expect((await found()).some((one) => one.startsWith("acronym"))).toBe(true);
    expect(editor.asked).toEqual([]);
  });

  test.each([
    ["that fails", () => { throw new Error("no such drive"); }],
    ["that answers with something else", () => ({ mtime: "late", content: 7 })],
    ["that answers with nothing", () => null],
  ])("a file system %s leaves the notes checked with the usual settings", async (_, answer) => {
    editor = await start();
    for (const request of ["caseRecording/stat", "caseRecording/readFile"]) editor.connection.onRequest(request, answer);
    await editor.configure({ wordLists: ["words.yml"] });
    await editor.open(note, visit);
    expect((await found()).some((one) => one.startsWith("acronym"))).toBe(true);
    await until(() => editor.messages.some((message) => message.includes("words.yml: this word list is not there or cannot be reached")));
  });

  test("a file system that never answers is waited for once", async () => {
    editor = await start();
    let asked = 0;
    editor.connection.onRequest("caseRecording/stat", () => {
      asked += 1;
      return new Promise(() => undefined);
    });
    await editor.configure({ wordLists: ["words.yml"] });
    await editor.open(note, visit);
    expect((await found()).some((one) => one.startsWith("acronym"))).toBe(true);
    expect(asked).toBe(1);
  });

  test("a file that can be seen and not read says so", async () => {
    put(config, "rules: {}\n");
    editor = await start();
    editor.connection.onRequest("caseRecording/readFile", () => null);
    await editor.open(note, visit);
    expect((await found()).some((one) => one.startsWith("acronym"))).toBe(true);
    expect((await shown(config)).diagnostics[0]!.message).toBe("This cannot be read; the usual settings are used.");
  });

  test("a new note for a folder there follows the folder's settings", async () => {
    put(config, "profile: coventry\n");
    editor = await start();
    const choices = await editor.connection.sendRequest<{ profile: { id: string } }>("caseRecording/draftChoices", { uri: "memfs:/team" });
    expect(choices.profile.id).toBe("coventry");
  });

  test("nothing on the disk is looked for by a relative name, nor anything in the top of another file system", async () => {
    put("memfs:/.case-recording.yml", "rules:\n  acronym: off\n");
    put("memfs://elsewhere/team/.case-recording.yml", "rules:\n  jargon: off\n");
    editor = await start();
    await editor.open("memfs://here/team/kai.casenote.md", visit);
    expect((await found("memfs://here/team/kai.casenote.md")).some((one) => one.startsWith("acronym"))).toBe(true);
    expect(editor.asked.every((one) => one.includes("memfs://here/"))).toBe(true);
  });
});

describe("in a folder there that is not trusted", () => {
  const untrusted = { trusted: false };
  const open = { folders: ["memfs:/team"] };

  test("what lies in it is read, and nothing above it", async () => {
    put("memfs:/.case-recording.yml", "rules:\n  acronym: off\n");
    put("memfs:/words.yml", "leave: [LAC]\n");
    put(config, "wordLists: [words.yml]\nrules:\n  jargon: off\n");
    editor = await start(untrusted, open);
    await editor.open(note, visit);
    const all = await found();
    expect(all.some((one) => one.startsWith("acronym"))).toBe(true);
    expect(all.some((one) => one.startsWith("jargon"))).toBe(false);
    expect(editor.asked.filter((one) => /memfs:\/(?!team\/)/.test(one))).toEqual([]);
  });

  test("a link is not followed, since nobody can tell where it leads", async () => {
    put(config, "wordLists: [lists/words.yml]\n");
    put("memfs:/team/lists", "", { symbolicLink: true });
    put("memfs:/team/lists/words.yml", "leave: [LAC]\n");
    editor = await start(untrusted, open);
    await editor.open(note, visit);
    await found();
    expect((await shown(config)).diagnostics[0]!.message).toMatch(/^The setting wordLists\[0\] names “lists\/words\.yml”, which is reached over a link/);
    expect(editor.asked).not.toContain("read memfs:/team/lists/words.yml");
  });
});
