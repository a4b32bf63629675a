import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Editor, until } from "./editor.ts";
import { visit } from "./notes.ts";

// A team's files that never answer: the server goes on answering, and says which file it is.

let folder: string;
let editor: Editor;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  editor = await Editor.start();
});
afterEach(async () => {
  await editor.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A pipe that nobody writes to: whoever opens it waits for ever. */
const pipe = (name: string): void => void execFileSync("mkfifo", [path.join(folder, name)]);
const uri = (): string => pathToFileURL(path.join(folder, "kai.casenote.md")).href;

test("settings that are a pipe: the usual ones are used, and it is said", async () => {
  pipe(".case-recording.yml");
  await editor.open(uri(), visit);
  expect((await editor.findings(uri())).map(({ code }) => code)).toContain("acronym");
  await until(() => editor.messages.length > 0);
  expect(editor.messages.join("\n")).toMatch(/\.case-recording\.yml: .*this is not a file that can be read; the usual settings are used/);
});

test("a word list and a profile that are pipes, beside a word list that is sound", async () => {
  pipe("team.yml");
  pipe("profile.yml");
  writeFileSync(path.join(folder, "sound.yml"), "leave: [LAC]\n");
  writeFileSync(path.join(folder, ".case-recording.yml"), "profile: ./profile.yml\nwordLists: [team.yml, sound.yml]\n");
  await editor.open(uri(), visit);
  expect((await editor.findings(uri())).filter(({ code, message }) => code === "acronym" && /LAC/.test(String(message)))).toEqual([]);
  await until(() => editor.messages.length >= 2);
  for (const name of ["team.yml", "profile.yml"]) expect(editor.messages.join("\n")).toMatch(new RegExp(`${name}: .*this is not a file that can be read`));
});
