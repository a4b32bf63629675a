import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { Editor, rest, until } from "./editor.ts";
import { visit } from "./notes.ts";

const config = ".case-recording.yml";
let outer: string;
let editor: Editor;
beforeEach(() => {
  outer = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  mkdirSync(path.join(outer, "open/visits"), { recursive: true });
});
afterEach(async () => {
  await editor.stop();
  rmSync(outer, { recursive: true, force: true });
});

const put = (name: string, text: string): string => {
  writeFileSync(path.join(outer, name), text);
  return path.join(outer, name);
};
const uriOf = (name: string): string => pathToFileURL(path.join(outer, name)).href;
const note = (): string => uriOf("open/visits/kai.casenote.md");
const start = (trusted: boolean, configuration: object = {}): Promise<Editor> => Editor.start({ initializationOptions: { trusted }, folders: [uriOf("open")], configuration });
const grant = () => editor.connection.sendNotification("caseRecording/didChangeTrust", { trusted: true });
const acronyms = async (): Promise<boolean> => (await editor.findings(note())).some(({ code, message }) => code === "acronym" && String(message).includes("LAC"));
const faults = (wanted: (count: number) => boolean = (count) => count > 0, name = `open/${config}`) => editor.sent(uriOf(name), ({ diagnostics }) => wanted(diagnostics.length));
const profileTitle = async (): Promise<string> => (await editor.connection.sendRequest<{ profile: { title: string } }>("caseRecording/pointCounts", { uri: note() })).profile.title;
const outside = "leads out of this folder, which is not trusted, so it is not used.";
const list = "leave: [LAC]\n";

const north = "id: north\ntitle: North\nextends: coventry\n";

describe("a folder that is not trusted", () => {
  test("files in it are read, as in any other", async () => {
    put("open/words.yml", list);
    put("open/north.yml", north);
    put(`open/${config}`, "wordLists: [words.yml]\nprofile: ./north.yml\n");
    editor = await start(false);
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(false);
    expect(await profileTitle()).toBe("North");
    expect(editor.messages).toEqual([]);
  });

  test.each([
    ["a whole path", (file: string) => file],
    ["a way up and out", () => "../words.yml"],
    ["a way up and out in the middle", () => "visits/../../words.yml"],
  ])("%s to a word list is refused until the folder is trusted", async (_, name) => {
    const written = name(put("words.yml", list));
    put(`open/${config}`, `wordLists: [${JSON.stringify(written)}]\n`);
    editor = await start(false);
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(true);
    const [fault] = (await faults()).diagnostics;
    expect(fault).toMatchObject({ severity: 1, range: { start: { line: 0, character: 12 } }, message: `The setting wordLists[0] names “${written}”, which ${outside}` });
    await editor.open(uriOf("open/other.casenote.md"), visit);
    await editor.findings(uriOf("open/other.casenote.md"));
    expect(editor.logs.filter((line) => line.includes(outside))).toHaveLength(1);

    editor.published.length = 0;
    await grant();
    await until(() => editor.refreshes > 0);
    expect(await acronyms()).toBe(false);
    expect((await faults((count) => count === 0)).diagnostics).toEqual([]);
  });

  test.each([["~/words.yml"], ["S:/team/words.yml"], ["s:words.yml"], ["\\team\\words.yml"], ["~\\words.yml"]])("%s is refused on every system", async (written) => {
    put(`open/${config}`, `wordLists: ['${written}']\n`);
    editor = await start(false);
    await editor.open(note(), visit);
    await editor.findings(note());
    expect((await faults()).diagnostics[0]!.message).toContain(outside);
  });

  test("a profile outside is not read: the usual one stands in, as for one that is not there", async () => {
    put("north.yml", north);
    put(`open/${config}`, "# ours\nprofile: ../north.yml\n");
    editor = await start(false);
    await editor.open(note(), visit);
    expect(await profileTitle()).not.toBe("North");
    expect((await faults()).diagnostics[0]).toMatchObject({ range: { start: { line: 1, character: 0 } } });
    await grant();
    await until(() => editor.refreshes > 0);
    expect(await profileTitle()).toBe("North");
  });

  test("settings above the folder are not looked for until it is trusted", async () => {
    put(config, "rules:\n  acronym: off\n");
    editor = await start(false);
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(true);
    await grant();
    await until(() => editor.refreshes > 0);
    expect(await acronyms()).toBe(false);
  });

  test("a note in no folder that is open has the settings beside it, and none above", async () => {
    mkdirSync(path.join(outer, "loose"));
    put(config, "rules:\n  acronym: off\n");
    put(`loose/${config}`, "rules:\n  jargon: off\n");
    editor = await start(false);
    const loose = uriOf("loose/kai.casenote.md");
    await editor.open(loose, visit);
    const codes = (await editor.findings(loose)).map(({ code }) => code);
    expect(codes).toContain("acronym");
    expect(codes).not.toContain("jargon");
  });

  test("a link that leads out is not followed, be it a file, a folder or the settings themselves; one that stays inside is", async () => {
    mkdirSync(path.join(outer, "away"));
    put("away/words.yml", list);
    put("open/inner.yml", list);
    symlinkSync(path.join(outer, "away/words.yml"), path.join(outer, "open/file.yml"));
    symlinkSync("../away", path.join(outer, "open/folder"));
    symlinkSync("visits/../inner.yml", path.join(outer, "open/within.yml"));
    symlinkSync("round.yml", path.join(outer, "open/round.yml"));
    put(`open/${config}`, "wordLists: [file.yml, folder/words.yml, round.yml]\n");
    editor = await start(false);
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(true);
    const { diagnostics } = await faults();
    expect(diagnostics.map(({ message }) => /^The setting (wordLists\[\d\]) names .* is reached over a link that leads out of this folder/.exec(String(message))?.[1])).toEqual(["wordLists[0]", "wordLists[1]", "wordLists[2]"]);

    put(`open/${config}`, "wordLists: [within.yml]   # and nothing else\n");
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(`open/${config}`), type: FileChangeType.Changed }] });
    await until(() => editor.refreshes > 0);
    expect(await acronyms()).toBe(false);

    put("away/settings.yml", "rules:\n  acronym: off\n");
    symlinkSync(path.join(outer, "away/settings.yml"), path.join(outer, "open/visits", config));
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(`open/visits/${config}`), type: FileChangeType.Created }] });
    await until(() => editor.refreshes > 1);
    expect(await acronyms()).toBe(true);
    expect((await faults(undefined, `open/visits/${config}`)).diagnostics[0]!.message).toMatch(/^This file is reached over a link/);
    await grant();
    await until(() => editor.refreshes > 2);
    expect((await editor.findings(note())).map(({ code }) => code)).not.toContain("acronym");
  });

  test("a folder that is itself opened over a link is what it is", async () => {
    put("open/words.yml", list);
    put(`open/${config}`, "wordLists: [words.yml]\n");
    symlinkSync(path.join(outer, "open"), path.join(outer, "alias"));
    editor = await Editor.start({ initializationOptions: { trusted: false }, folders: [uriOf("alias")] });
    const aliased = uriOf("alias/kai.casenote.md");
    await editor.open(aliased, visit);
    expect((await editor.findings(aliased)).filter(({ code, message }) => code === "acronym" && String(message).includes("LAC"))).toEqual([]);
    expect(editor.messages).toEqual([]);
  });

  test("a person's own settings reach as far as they say; those that the client calls the folder's do not", async () => {
    const file = put("words.yml", list);
    editor = await start(false, { wordLists: [file] });
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(false);
    await editor.configure({ wordLists: [file], ofFolder: ["wordLists"] });
    expect(await acronyms()).toBe(true);
    await until(() => editor.messages.some((message) => message.includes(outside)));
    await grant();
    await until(() => editor.refreshes > 1);
    expect(await acronyms()).toBe(false);
  });

  test("another folder that is opened is another bound", async () => {
    put(config, "rules:\n  acronym: off\n");
    editor = await Editor.start({ initializationOptions: { trusted: false }, folders: [uriOf("open")], capabilities: { workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } } });
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(true);
    await editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: uriOf("").replace(/\/$/, ""), name: "all" }], removed: [{ uri: uriOf("open"), name: "open" }] } });
    await until(() => editor.refreshes > 0);
    expect(await acronyms()).toBe(false);
  });
});

describe("paths to another computer", () => {
  test.each([["\\\\server\\share\\words.yml"], ["//server/share/words.yml"], ["\\/server/words.yml"], ["\\\\?\\UNC\\server\\share\\words.yml"]])("%s is refused in a file that lies with the notes, trusted or not", async (written) => {
    put(`open/${config}`, `wordLists: ['${written}']\nprofile: '${written}'\n`);
    for (const trusted of [true, false]) {
      editor = await start(trusted);
      await editor.open(note(), visit);
      await editor.findings(note());
      const { diagnostics } = await faults();
      expect(diagnostics.map(({ message }) => /^The setting (\S+) names .* which leads to another computer/.exec(String(message))?.[1]).sort()).toEqual(["profile", "wordLists[0]"]);
      if (trusted) await editor.stop();
    }
  });

  test("a person's own settings may name them", async () => {
    // On this system it is a path like any other.
    const file = put("words.yml", list);
    put(`open/${config}`, `wordLists: ['/${file}']\n`);
    editor = await start(true);
    await editor.open(note(), visit);
    expect(await acronyms()).toBe(true);
    await editor.configure({ wordLists: [`/${file}`] });
    expect(await acronyms()).toBe(false);
    await editor.configure({ wordLists: [`/${file}`], ofFolder: ["wordLists"] });
    expect(await acronyms()).toBe(true);
  });
});

test("what settings say makes no link in the editor's messages", async () => {
  put(`open/${config}`, "volume: '[look](command:x)'\n");
  editor = await start(true, { volume: "[look](https://example.org)" });
  await editor.open(note(), visit);
  await editor.findings(note());
  await until(() => editor.messages.length >= 2);
  await rest(50);
  expect(editor.messages.join("\n")).toContain("[look] (");
  expect(editor.messages.join("\n")).not.toContain("](");
});
