import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { visit } from "../lsp/notes.ts";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const binary = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256);
const latin1 = Buffer.from("Kai said \x93I like it\x94.\n", "latin1");

test.each<[string, string | Uint8Array, RegExp]>([
  ["a binary file", binary, /a-odd\.md: .*not a text file/],
  ["a file in an old encoding", latin1, /a-odd\.md: .*not UTF-8 text.*UTF-8/],
])("%s: a clear message, exit code 2, and the next note is checked", async (_, content, message) => {
  folder.write("z-kai.md", visit);
  const alone = await folder.json(["."]);
  folder.write("a-odd.md", content);
  const { code, report, stderr } = await folder.json(["."]);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(report.notes).toEqual(alone.report.notes);
});

test.each<[string, string | Uint8Array]>([
  ["an empty file", ""],
  ["a file of white space", " \r\n\t\n\u00A0"],
  ["a byte order mark alone", "\uFEFF"],
  ["nothing but quotation marks", "\"“”‘’'".repeat(2_000)],
  ["front matter that is not YAML", "---\nchild: [Kai\n  - : }{\n---\n\nHello.\n"],
  ["front matter that never ends", "---\nchild: Kai\n"],
  ["a megabyte of text", "Kelly said that the tea was nearly ready and we went into the kitchen together. \n\n".repeat(13_000)],
  ["a megabyte in one line", "lorem ipsum dolor ".repeat(60_000)],
])("%s: answered, and the next note is checked as if nothing had happened", async (_, content) => {
  folder.write("z-kai.md", visit);
  const alone = await folder.json(["."]);
  folder.write("a-odd.md", content);
  const { report, stderr } = await folder.json(["."]);
  expect(stderr).toBe("");
  expect(report.notes.map(({ path }) => path)).toEqual(["a-odd.md", "z-kai.md"]);
  expect(report.notes[1]).toEqual(alone.report.notes[0]);
}, 60_000);

test("a byte order mark counts in offsets, and changes no finding", async () => {
  folder.write("kai.md", visit);
  const plain = (await folder.json(["kai.md"])).report.notes[0]!;
  folder.write("kai.md", `\uFEFF${visit}`);
  const marked = (await folder.json(["kai.md"])).report.notes[0]!;
  const rules = (note: typeof plain) => note.findings.map(({ rule, text }) => [rule, text.replace("\uFEFF", "")]);
  expect(rules(marked)).toEqual(rules(plain));
  const at = (note: typeof plain) => note.findings.find(({ rule }) => rule === "acronym")!.start.offset;
  expect(at(marked)).toBe(at(plain) + 1);
});

test("UTF-16 that says so is read", async () => {
  folder.write("kai.md", Buffer.from(`\uFEFF${visit}`, "utf16le"));
  const { report, stderr } = await folder.json(["kai.md"]);
  expect(stderr).toBe("");
  expect(report.notes[0]!.kind).toBe("statutory visit");
});

test("a file that is not there, or may not be read: said, and the others are checked", async () => {
  folder.write("kai.md", visit);
  const { code, report, stderr } = await folder.json(["nowhere.md", "kai.md"]);
  expect(code).toBe(2);
  expect(stderr).toBe("nowhere.md: there is no such file or folder.\n");
  expect(report.notes.map(({ path }) => path)).toEqual(["kai.md"]);

  if (process.getuid?.() === 0) return;
  chmodSync(folder.write("closed.md", visit), 0);
  expect((await folder.json(["closed.md", "kai.md"])).stderr).toContain("closed.md");
});

test("links that lead in a circle, or nowhere, are no trouble", async () => {
  folder.write("sub/kai.md", visit);
  symlinkSync(folder.path, join(folder.path, "sub", "round"));
  symlinkSync(join(folder.path, "gone.md"), join(folder.path, "sub", "gone.md"));
  expect((await folder.json(["."])).report.notes.map(({ path }) => path)).toEqual([join("sub", "kai.md")]);
});

test("standard input that is no text: said, and 2", async () => {
  const { code, stderr, report } = await folder.json(["-"], { input: binary });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^standard input: /);
  expect(report.notes).toEqual([]);
});

test("characters that steer a terminal do not reach it", async () => {
  folder.write("kai.md", `Kelly and \u001B[31mthe LAC\u001B[0m review\u202E and more.\n`);
  const { stdout } = await folder.run(["check", "kai.md"]);
  expect(stdout).toContain("LAC");
  expect(stdout).not.toMatch(/[\u001B\u202E]/);
});
