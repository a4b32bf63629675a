import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const note = "Child: Kai (9)\n\nMum signed the blue form. His siblings came.\n";
const list = "leave: [siblings]\njargon:\n  - term: blue form\n    plain: [the consent form]\n";

test("a word list that .case-recording.yml names, beside it, is used", async () => {
  folder.write(".case-recording.yml", "wordLists: [team-words.yml]\n");
  folder.write("team-words.yml", list);
  folder.write("deep/kai.md", note);
  const { stderr, report } = await folder.json(["deep/kai.md"]);
  expect(stderr).toBe("");
  expect(report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["blue form"]);
});

test("by a whole path, as on a shared drive", async () => {
  const drive = new Folder();
  try {
    folder.write(".case-recording.yml", `wordLists: [${JSON.stringify(drive.write("team-words.yml", list))}]\n`);
    folder.write("kai.md", note);
    expect((await folder.json(["kai.md"])).report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["blue form"]);
  } finally {
    drive.remove();
  }
});

test("a drive that is gone is said once, and everything else goes on", async () => {
  folder.write(".case-recording.yml", "wordLists: [/no/such/drive/team-words.yml]\n");
  folder.write("kai.md", note);
  folder.write("mia.md", note);
  const { code, stderr, report } = await folder.json(["kai.md", "mia.md"]);
  expect(stderr).toBe("/no/such/drive/team-words.yml: this word list is not there or cannot be reached, so it is not used.\n");
  expect(code).toBe(2);
  expect(report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["siblings"]);
});

test("a fault is shown with its file and line, and the other entries are used", async () => {
  folder.write(".case-recording.yml", "wordLists: [team-words.yml]\n");
  folder.write("team-words.yml", `${list}  - term: red form\n    match: ["red (form"]\n`);
  folder.write("kai.md", note);
  const { stderr, report } = await folder.json(["kai.md"]);
  expect(stderr).toMatch(/team-words\.yml:6: “red form”: .* lacks a "\)"; this entry is not used\.\n$/);
  expect(report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["blue form"]);
});

test("words FILE tries the sentences of a list", async () => {
  folder.write("good.yml", `${list}    flag: ["Mum signed the blue form."]\n    allow: ["Mum signed it."]\n`);
  expect(await folder.run(["words", "good.yml"])).toEqual({ code: 0, stdout: "1 entry, 1 word left alone, 2 sentences tried: all as they should be.\n", stderr: "" });
  folder.write("bad.yml", `${list}    flag: ["Mum signed it."]\n    allow: ["Kelly wrote on the blue form."]\n`);
  const bad = await folder.run(["words", "bad.yml"]);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toContain("jargon, “blue form”: should be found, and is not: Mum signed it.\n");
  expect(bad.stdout).toContain("jargon, “blue form”: should be left alone, and is found: Kelly wrote on the blue form.\n");
  expect(await folder.run(["words", "none.yml"])).toMatchObject({ code: 2, stdout: "", stderr: "case-recording: none.yml: there is no such file or folder.\n" });
  folder.write("broken.yml", "jargon: [\n");
  expect((await folder.run(["words", "broken.yml"])).stderr).toMatch(/broken\.yml:\d: this line cannot be read: a quotation mark or a bracket is opened and not closed/);
});

test("the example of docs/word-lists.md does what the page says", async () => {
  const page = readFileSync(new URL("../../docs/word-lists.md", import.meta.url), "utf8");
  const example = /```yaml\n(leave:[\s\S]*?)```/.exec(page)?.[1];
  folder.write("team-words.yml", example!);
  const { code, stdout, stderr } = await folder.run(["words", "team-words.yml"]);
  expect(stderr).toBe("");
  expect(stdout).toBe("4 entries, 2 words left alone, 7 sentences tried: all as they should be.\n");
  expect(code).toBe(0);
});

test("a note with many hints of style shows a few, and says how many there are", async () => {
  const wordy = ["ascertain", "utilise", "commence", "prior to", "in order to", "in the near future", "facilitate"].map((word) => `I ${word} it.`).join("\n\n");
  folder.write("kai.md", `Child: Kai (9)\n\n${wordy}\n`);
  const { stdout } = await folder.run(["check", "--no-color", "kai.md"]);
  expect(stdout.match(/plain-words$/gm)).toHaveLength(2);
  expect(stdout).toMatch(/\d more hints of style with --volume everything\.\n$/);
  const all = await folder.run(["check", "--no-color", "--volume", "everything", "kai.md"]);
  expect(all.stdout.match(/plain-words$/gm)!.length).toBeGreaterThan(5);
});

test("leave: what is written there is not pointed out, be it a term, a form of it, a phrase of the libraries or unknown capitals", async () => {
  folder.write(".case-recording.yml", "wordLists: [team-words.yml]\nvolume: everything\n");
  folder.write("team-words.yml", "leave: [prior to, XQZ, sibling, LAC review]\n");
  folder.write("kai.md", "Child: Kai (9)\n\nWe met prior to the XQZ. His sibling has a LAC review.\n");
  const { report } = await folder.json(["kai.md"]);
  expect(report.notes[0]!.findings.map(({ rule, text }) => `${rule}: ${text}`)).toEqual(["acronym: LAC"]);
});

test("a list that is far too long is refused, and said to be", async () => {
  folder.write(".case-recording.yml", "wordLists: [team-words.yml]\n");
  folder.write("team-words.yml", `leave:\n${"  - another word\n".repeat(40_000)}`);
  folder.write("kai.md", note);
  const { stderr, report } = await folder.json(["kai.md"]);
  expect(stderr).toMatch(/this list is very long/);
  expect(report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["siblings"]);
});

test("another computer's share is not read because a file beside the notes names it; one that the person names is", async () => {
  // On this system it is a path like any other.
  const share = `/${folder.write("team-words.yml", list)}`;
  folder.write("notes/.case-recording.yml", `# ours\nwordLists: [${JSON.stringify(share)}]\n`);
  folder.write("notes/kai.md", note);
  const found = await folder.json(["notes/kai.md"]);
  expect(found.code).toBe(2);
  expect(found.stderr.trim().split("\n")).toHaveLength(1);
  expect(found.stderr).toMatch(/\.case-recording\.yml:2: the setting wordLists\[0\] names “\/\/.*team-words\.yml”, which leads to another computer.*so it is not used\.$/m);
  expect(found.report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["siblings"]);
  const named = await folder.json(["notes/kai.md", "--config", "notes/.case-recording.yml"]);
  expect(named.stderr).toBe("");
  expect(named.report.notes[0]!.findings.map(({ subject }) => subject)).toEqual(["blue form"]);
});
