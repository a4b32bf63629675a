import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Folder } from "../cli/run.ts";
import { broken, leaked, marked, unfinished } from "./notes.ts";
import { teamFolder } from "./session.ts";
import { contentsOf, failing, Watched, withoutNetwork } from "./watched.ts";

let folder: Folder;
let watched: Watched;
beforeEach(() => {
  folder = new Folder();
  mkdirSync(path.join(folder.path, "watched"));
  watched = new Watched(path.join(folder.path, "watched"));
  teamFolder(folder.path);
  for (const [name, text] of Object.entries({ a: marked, b: unfinished, c: broken })) folder.write(`team/${name}.casenote.md`, text);
  folder.write("finished.casenote.md", marked.replace(/<!--.*-->/, ""));
  folder.write("no-note.md", new Uint8Array([0xff, 0x00, 0xc3]));
});
afterEach(() => folder.remove());

/** A command, the files that it is asked to write, and what stands on standard input. */
const commands: readonly (readonly [line: readonly string[], writes: readonly string[], input?: string])[] = [
  [["--help"], []],
  [["rules", "--format", "json"], []],
  [["explain", "seen-alone-missing"], []],
  [["nosuch"], []],
  [["check", "team", "--format", "json"], []],
  [["check", "team", "finished.casenote.md", "--workers", "2"], []],
  [["check", "-", "--volume", "everything"], [], marked],
  [["check", "missing.md", "no-note.md", "team", "--profile", "coventry"], []],
  [["check", "team", "--config", "team/a.casenote.md"], []],
  [["check", "team", "--profile", "./nosuch.yml"], []],
  [["due", "team"], []],
  [["due", "-", "--format", "json"], [], broken],
  [["checklist", "team", "--format", "json"], []],
  [["words", "team/team-words.yml"], []],
  [["words", "team/a.casenote.md"], []],
  [["new", "--kind", "visit", "--child", "Rosie Tennant, 03/03/2017"], []],
  [["new", "--kind", "visit", "--child", "Quillibert, 02/02/2017", "--output", "new.casenote.md"], ["new.casenote.md"]],
  [["new", "--kind", "visit", "--child", "Rosie", "--output", "nosuch/new.md"], []],
  [["export", "finished.casenote.md", "--format", "text"], []],
  [["export", "finished.casenote.md", "--format", "html"], []],
  [["export", "finished.casenote.md"], ["finished.docx"]],
  [["export", "finished.casenote.md", "--output", "out.html"], ["out.html"]],
  [["export", "finished.casenote.md", "--output", "out.txt"], ["out.txt"]],
  [["export", "-", "--output", "out.docx"], ["out.docx"], marked],
  [["export", "finished.casenote.md", "--output", "finished.casenote.md"], []],
  [["export", "team/c.casenote.md", "--output", "nosuch/out.docx"], []],
];

/** The program may try to write where there is no folder; nothing comes of it. */
const asked = (line: readonly string[], writes: readonly string[]): readonly string[] => (line.includes("nosuch/new.md") || line.includes("nosuch/out.docx") ? [line.at(-1)!] : writes);

describe("the command line reaches for no network, writes what it was asked for alone, and says no word of a note on standard error", { timeout: 120_000 }, () => {
  test.each(commands.map(([line, writes, input]) => ({ line, writes, input, name: line.join(" ") })))("$name", async ({ line, writes, input = "" }) => {
    const before = contentsOf(folder.path);
    const { code, stdout, stderr } = await folder.run(line, { env: watched.env, input });
    expect(code, stderr).toBeLessThanOrEqual(2);
    expect(stdout + stderr + writes.join("")).not.toBe("");
    expect(watched.attempts).toEqual(asked(line, writes).map((file) => ["disk", "writeFile", path.join(folder.path, file)]));
    expect(watched.left).toEqual([]);
    const after = contentsOf(folder.path);
    const notes = path.join(folder.path, "watched", "attempts");
    const changed = Object.keys({ ...before, ...after }).filter((file) => file !== notes && before[file] !== after[file]);
    expect(changed.map((file) => path.relative(folder.path, file))).toEqual(writes);
    expect(leaked(stderr), stderr).toEqual([]);
  });
  test("what was asked for does hold the note", async () => {
    await folder.run(["export", "finished.casenote.md"], { env: watched.env });
    expect(leaked(strFromU8(unzipSync(readFileSync(path.join(folder.path, "finished.docx")))["word/document.xml"]!))).not.toEqual([]);
    expect(leaked((await folder.run(["check", "team", "--workers", "2", "--format", "json"], { env: watched.env })).stdout)).not.toEqual([]);
  });
  test("an export that is stopped lists the fields to complete, as they stand in the note, and nothing else of it", async () => {
    const { stderr } = await folder.run(["export", "team/b.casenote.md"], { env: watched.env });
    expect(stderr).toContain("[… why the zorblewick is loud …]");
    expect(leaked(stderr.replaceAll("[… why the zorblewick is loud …]", ""))).toEqual([]);
    expect(watched.attempts).toEqual([]);
  });
  // Not every machine lets a program be shut off from its network.
  if (withoutNetwork) test("where there is no network it says what it says elsewhere", async () => {
    for (const line of [["check", "team", "--format", "json"], ["checklist", "team"], ["export", "finished.casenote.md", "--format", "html"], ["check", "team", "--workers", "2"]])
      expect(await folder.run(line, { command: withoutNetwork! })).toEqual(await folder.run(line));
  });
});

describe("the command line when it fails says the kind of fault, the place in the program, and no word of a note", { timeout: 120_000 }, () => {
  const lines = [["check", "team", "--workers", "3", "--format", "json"], ["checklist", "team"], ["export", "finished.casenote.md", "--format", "text"]];
  test.each(["thrown", "now and then", "error of another name", "no error", "timer", "two timers", "rejection", "rejection without an error", "console", "warning"])("%s", async (how) => {
    for (const line of lines) {
      const { code, stderr } = await folder.run(line, { env: failing(how, "zorblewick") });
      expect(leaked(stderr), stderr).toEqual([]);
      if (how === "console" || how === "warning") continue;
      expect(code, stderr).toBe(2);
      if (how !== "now and then") expect(stderr).toMatch(/\((?:(?:RangeError|unknown) at parts\/[\w-]+\.js:\d+:\d+.*|unknown)\)/);
    }
  });
  test("in the middle of reading, of a rule, of the report", async () => {
    let said = "";
    for (let place = 100; place <= 1900; place += 150) said += (await folder.run(["check", "finished.casenote.md"], { env: failing(`at ${place}`, "zorblewick") })).stderr;
    expect(leaked(said), said).toEqual([]);
    expect(said).toContain("this could not be checked");
    expect(said).toMatch(/the rule [a-z-]+ failed on this note/);
  });
  test("by using up the memory", async () => {
    const large = folder.write("large.md", Array.from({ length: 40_000 }, (_, at) => `Quillibert said “the zorblewick ${at} shouts at the marmadrake ${at}”, and LAC ${at} came.`).join("\n\n"));
    const { code, stderr } = await folder.run(["check", large], { env: { NODE_OPTIONS: "--max-old-space-size=60" } });
    expect(code).not.toBe(0);
    expect(stderr).toContain("heap");
    expect(leaked(stderr)).toEqual([]);
  });
});
