import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LineIndex } from "../../server/src/text/lines.ts";
import { visit } from "../lsp/notes.ts";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

test("the JSON report has the promised shape, and its places name the text they say", async () => {
  folder.write("kai.md", visit);
  const { code, report, stderr } = await folder.json(["kai.md"]);
  expect(stderr).toBe("");
  expect(code).toBe(1);
  expect(report).toMatchObject({ version: 1, profile: "planning-and-seeing", summary: { notes: 1, error: expect.any(Number), warning: expect.any(Number), information: expect.any(Number), hint: expect.any(Number) } });
  const [note] = report.notes;
  expect(note).toMatchObject({ path: "kai.md", kind: "statutory visit" });
  const lines = new LineIndex(visit);
  for (const { start, end, text, fixes, standards } of note!.findings) {
    expect(visit.slice(start.offset, end.offset)).toBe(text);
    expect(lines.positionAt(start.offset)).toEqual({ line: start.line, character: start.character });
    expect(lines.positionAt(end.offset)).toEqual({ line: end.line, character: end.character });
    for (const standard of standards) expect(Object.keys(standard)).toEqual(["id", "document", "date", "clause"]);
    for (const { edits } of fixes) for (const edit of edits) expect(Object.keys(edit)).toEqual(["start", "end", "newText"]);
  }
  expect(note!.findings.find(({ rule }) => rule === "acronym")).toMatchObject({ severity: "information", text: "LAC", standards: expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]) });
  expect(note!.findings.find(({ rule }) => rule === "seen-alone-missing")).toMatchObject({ subject: "Kai", severity: "warning" });
  expect(note!.quotations).toEqual([expect.objectContaining({ speaker: "child", name: "Kai" })]);
});

test("the pretty report groups by note, shows the line with carets, names the standard, and counts at the end", async () => {
  folder.write("kai.md", visit);
  const { code, stdout } = await folder.run(["check", "kai.md"]);
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toBe("kai.md · statutory visit");
  const at = lines.findIndex((line) => line.includes("To see Kai at home and to plan the LAC review"));
  expect(lines[at - 1]).toMatch(/^ {2}suggestion .* acronym$/);
  expect(lines[at]).toMatch(/^ +12 │ To see Kai/);
  expect(lines[at + 1]!.indexOf("^^^")).toBe(lines[at]!.indexOf("LAC"));
  expect(lines[at + 2]).toMatch(/\((?:.*20\d\d|undated)\).*\[[A-Z]\d\d\]/);
  expect(lines.at(-1)).toMatch(/^1 note: (?:\d+ (?:warning|suggestion|hint)s?(?:, )?)+\.$/);
  expect(stdout).not.toContain("\u001B");
});

test("colours are for terminals and for those who force them", async () => {
  folder.write("kai.md", visit);
  expect((await folder.run(["check", "kai.md"], { env: { FORCE_COLOR: "1" } })).stdout).toContain("\u001B[");
  expect((await folder.run(["check", "--no-color", "kai.md"], { env: { FORCE_COLOR: "1" } })).stdout).not.toContain("\u001B");
  expect((await folder.run(["check", "kai.md"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).not.toContain("\u001B");
  expect((await folder.run(["check", "kai.md"], { env: { CI: "true" } })).stdout).not.toContain("\u001B");
});

test("nothing to mend is said kindly", async () => {
  folder.write("plain.md", "Kai was happy to show me the garden.\n");
  expect(await folder.run(["check", "--format", "pretty", "plain.md"])).toEqual({ code: 0, stdout: "1 note: nothing to mend.\n", stderr: "" });
});

test.each([
  ["error", 0],
  ["warning", 1],
  ["information", 1],
  ["hint", 1],
])("with --fail-on %s a visit with warnings exits %i", async (severity, code) => {
  folder.write("kai.md", visit);
  expect((await folder.json(["--fail-on", severity, "kai.md"])).code).toBe(code);
});

test("suggestions alone fail only where that is asked for", async () => {
  folder.write("call.md", "I talked with Kelly about the LAC review.\n");
  expect((await folder.json(["call.md"])).code).toBe(0);
  expect((await folder.json(["--fail-on", "information", "call.md"])).code).toBe(1);
});

test("standard input is read for -, and where no file is named", async () => {
  for (const args of [["-"], []]) {
    const { code, report } = await folder.json(args, { input: visit });
    expect(code).toBe(1);
    expect(report.notes.map(({ path, kind }) => [path, kind])).toEqual([["-", "statutory visit"]]);
  }
  folder.write("kai.md", visit);
  expect((await folder.json(["kai.md", "-"], { input: "Hello.\n" })).report.notes.map(({ path }) => path).sort()).toEqual(["-", "kai.md"]);
});

test("folders are walked in order; what is no note, and what is hidden, is passed by", async () => {
  for (const name of ["b.md", "a.casenote.md", "c.casenote", "d.txt", "sub/z.md", "e.docx", "f.json", "node_modules/x.md", ".git/y.md", ".hidden/z.md", ".secret.md"]) folder.write(name, "Hello.\n");
  const { report, code } = await folder.json(["."]);
  expect(report.notes.map(({ path }) => path)).toEqual(["a.casenote.md", "b.md", "c.casenote", "d.txt", join("sub", "z.md")]);
  expect(code).toBe(0);
  expect((await folder.json([folder.path])).report.notes.map(({ path }) => path)).toEqual(["a.casenote.md", "b.md", "c.casenote", "d.txt", join("sub", "z.md")].map((name) => join(folder.path, name)));
});

test("a file that is named is checked whatever its name, and once", async () => {
  folder.write("e.note", visit);
  expect((await folder.json(["e.note", "e.note"])).report.notes.map(({ path }) => path)).toEqual(["e.note"]);
});

test("an empty folder is no fault", async () => {
  expect(await folder.run(["check", "."])).toEqual({ code: 0, stdout: "0 notes: nothing to check.\n", stderr: "" });
});

test("a report of megabytes goes through a pipe whole", async () => {
  for (let i = 0; i < 300; i += 1) folder.write(`n${i}.md`, visit);
  const { stdout, report } = await folder.json(["."]);
  expect(stdout.length).toBeGreaterThan(1_000_000);
  expect(report.notes).toHaveLength(300);
}, 60_000);

test.each([
  [["check", "--format", "sarif", "."], /not there yet/],
  [["check", "--format", "yaml", "."], /pretty and json/],
  [["check", "--fail-on", "never", "."], /fail-on/],
  [["check", "--colour", "."], /unknown option/],
  [["check", "--profile", "atlantis", "."], /planning-and-seeing/],
  [["chek", "."], /check/],
])("%j is answered with what can be asked, and 2", async (args, message) => {
  const { code, stdout, stderr } = await folder.run(args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
});

test("the help and the version are there", async () => {
  expect(await folder.run(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(await folder.run(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("explain") });
  expect(await folder.run(["check", "--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--fail-on") });
});

test("what the note's own comments silence is not shown, and is counted in both reports", async () => {
  const silenced = visit.replace("To see Kai", "<!-- case-recording-disable-next-line acronym -->\nTo see Kai").replace("Worker: Priya Nair\n", "Worker: Priya Nair\n<!-- case-recording-disable seen-alone-missing -->\n");
  folder.write("kai.md", visit);
  folder.write("silenced.md", silenced);
  const { report } = await folder.json(["kai.md", "silenced.md"]);
  const [before, after] = report.notes.map(({ findings }) => findings.map(({ rule }) => rule));
  expect(before).toEqual(expect.arrayContaining(["acronym", "seen-alone-missing"]));
  expect(after).toEqual(before!.filter((rule) => rule !== "acronym" && rule !== "seen-alone-missing"));
  expect(report.summary).toMatchObject({ notes: 2, silenced: 2 });
  const { stdout } = await folder.run(["check", "silenced.md"]);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("2 findings are silenced by comments in the note.");
  expect((await folder.run(["check", "kai.md"])).stdout).not.toContain("silenced");
});
