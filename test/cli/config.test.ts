import { afterEach, beforeEach, expect, test } from "vitest";
import { visit } from "../lsp/notes.ts";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const rules = ({ report }: Awaited<ReturnType<Folder["json"]>>, note = 0): string[] => report.notes[note]!.findings.map(({ rule }) => rule);

test("the nearest .case-recording.yml up the tree is obeyed, each note its own", async () => {
  folder.write(".case-recording.yml", "rules:\n  acronym: off\n");
  folder.write("a/kai.md", visit);
  folder.write("b/.case-recording.yml", "rules:\n  acronym: hint\n");
  folder.write("b/deep/kai.md", visit);
  const ran = await folder.json(["."]);
  expect(ran.stderr).toBe("");
  expect(rules(ran, 0)).not.toContain("acronym");
  expect(ran.report.notes[1]!.findings.find(({ rule }) => rule === "acronym")?.severity).toBe("hint");
});

test("a settings file that is named goes before the nearest, as YAML and as JSON", async () => {
  folder.write(".case-recording.yml", "rules:\n  acronym: hint\n");
  folder.write("kai.md", visit);
  folder.write("other.yml", "words: [LAC]\n");
  folder.write("other.json", JSON.stringify({ rules: { acronym: "off" } }));
  for (const name of ["other.yml", "other.json"]) {
    const ran = await folder.json(["--config", name, "kai.md"]);
    expect(ran.stderr).toBe("");
    expect(rules(ran)).not.toContain("acronym");
  }
});

test("a setting of the wrong type: named, left at its default, exit code 2, and the rest is obeyed", async () => {
  folder.write(".case-recording.yml", "seenAloneAge: five\nrules:\n  acronym: off\n  nonsense: off\ncolour: red\n");
  folder.write("kai.md", visit);
  folder.write("mia.md", visit);
  const ran = await folder.json(["."]);
  expect(ran.code).toBe(2);
  const lines = ran.stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  expect(ran.stderr).toContain('the setting seenAloneAge must be a whole number from 0 to 18; it is "five", so the profile\'s age is used.');
  expect(ran.stderr).toMatch(/rules\.nonsense/);
  expect(ran.stderr).toMatch(/^\S*\.case-recording\.yml:5: .*colour/m);
  expect(lines.map((line) => /:(\d+):/.exec(line)?.[1]).sort()).toEqual(["1", "4", "5"]);
  for (const note of [0, 1]) expect(rules(ran, note)).not.toContain("acronym");
});

test.each([
  ["no YAML", "rules: [acronym\n  : }{"],
  ["a list", "- acronym\n- jargon\n"],
  ["a word", "acronym"],
  ["binary", "\u0000\u0001\u0002"],
])("a settings file that is %s: said once, the usual settings are used, exit code 2", async (_, content) => {
  folder.write("kai.md", visit);
  folder.write("mia.md", visit);
  const usual = await folder.json(["."]);
  folder.write(".case-recording.yml", content);
  const ran = await folder.json(["."]);
  expect(ran.code).toBe(2);
  expect(ran.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(ran.stderr).toMatch(/^\S*\.case-recording\.yml(?::\d)?: .*; the usual settings are used\.$/m);
  expect(ran.report.notes).toEqual(usual.report.notes);
});

test("an empty settings file is no fault", async () => {
  folder.write("kai.md", visit);
  folder.write(".case-recording.yml", "# nothing yet\n");
  expect((await folder.json(["."])).stderr).toBe("");
});

test("a settings file that is named and cannot be read stops the run", async () => {
  folder.write("kai.md", visit);
  folder.write("broken.yml", "rules: [acronym\n  : }{");
  for (const name of ["nowhere.yml", "broken.yml"]) {
    const ran = await folder.run(["check", "--config", name, "kai.md"]);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(name);
  }
});

test("a profile that is named is the one in the report", async () => {
  folder.write("kai.md", visit);
  expect((await folder.json(["--profile", "gloucestershire", "kai.md"])).report.profile).toBe("gloucestershire");
  folder.write("team.yml", "profile: coventry\n");
  expect((await folder.json(["--config", "team.yml", "kai.md"])).report.profile).toBe("coventry");
  expect((await folder.json(["--config", "team.yml", "--profile", "gloucestershire", "kai.md"])).report.profile).toBe("gloucestershire");
});
