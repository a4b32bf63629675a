import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Folder } from "../cli/run.ts";
import { Editor } from "./editor.ts";
import { visit } from "./notes.ts";

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));
const notes: [string, string][] = [
  ...readdirSync(samples).filter((name) => name.endsWith(".md")).map((name): [string, string] => [name, readFileSync(samples + name, "utf8")]),
  ["visit.md", visit],
  ["crlf.md", visit.replaceAll("\n", "\r\n")],
  ["empty.md", ""],
];
const numbers: Record<string, number> = { error: 1, warning: 2, information: 3, hint: 4 };

let editor: Editor;
let folder: Folder;
beforeAll(async () => {
  folder = new Folder();
  editor = await Editor.start();
});
afterAll(async () => {
  folder.remove();
  await editor.stop();
});

test.each(notes)("the editor and the command line say the same of %s", async (name, text) => {
  folder.write(name, text);
  const uri = `file:///notes/${name}`;
  await editor.open(uri, text);
  const shown = (await editor.findings(uri)).map(({ range, severity, code, message, data }) => ({ range, severity, code, message, fixes: (data as { fixes: { title: string; safe: boolean }[] }).fixes.map(({ title, safe }) => [title, safe]) }));
  const { report } = await folder.json([name]);
  const bare = ({ line, character }: { line: number; character: number }) => ({ line, character });
  expect(shown).toEqual(
    report.notes[0]!.findings.map(({ rule, severity, message, start, end, fixes }) => ({
      range: { start: bare(start), end: bare(end) },
      severity: numbers[severity],
      code: rule,
      message,
      fixes: fixes.map(({ title, safe }) => [title, safe]),
    })),
  );
});
