import { afterEach, beforeEach, expect, test } from "vitest";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const rosie = ["new", "--kind", "statutory visit", "--child", "Rosie Tennant, 03/03/2017", "--visited", "12 June 2025 4pm"];

test("new shows a draft, with what was given", async () => {
  const ran = await folder.run([...rosie, "--recorded", "13/06/2025", "--worker", "Priya Nair", "--status", "Child in care", "--place", "foster home", "--last-visit", "8/5/2025"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(/^Child: Rosie Tennant\nDate of birth: 03\/03\/2017\nType of visit: Statutory visit\nDate of visit: 12\/06\/2025 16:00\nDate recorded: 13\/06\/2025\nLast visit: 08\/05\/2025\nStatus: Child in care\nPlace: foster home\nPresent: \[….*…\]\nWorker: Priya Nair\nSeen alone: \[…/);
  expect(ran.stdout).toContain("## Why am I visiting?\n\n<!-- Explain why you are visiting? -->");
});

test("several children, any writing of the kind, and a kind by one of its types", async () => {
  const ran = await folder.run(["new", "--kind", "Direct-Work", "--child", "Rosie", "--child", "Alfie (3)"]);
  expect(ran.stdout).toMatch(/^Child: Rosie\nChild: Alfie\nAge: 3\nType of visit: Direct work\n/);
});

test("it writes a new file, never over another, unless it is told to", async () => {
  const path = join(folder.path, "rosie.casenote.md");
  expect(await folder.run([...rosie, "--output", "rosie.casenote.md"])).toMatchObject({ code: 0, stdout: "", stderr: "" });
  const text = readFileSync(path, "utf8");
  expect(text).toContain("Child: Rosie Tennant\n");
  const again = await folder.run([...rosie.slice(0, 3), "--child", "Alfie Tennant", "--output", "rosie.casenote.md"]);
  expect(again).toMatchObject({ code: 2, stdout: "" });
  expect(again.stderr).toContain("--force");
  expect(readFileSync(path, "utf8")).toBe(text);
  expect((await folder.run([...rosie.slice(0, 3), "--child", "Alfie Tennant", "--output", "rosie.casenote.md", "--force"])).code).toBe(0);
  expect(readFileSync(path, "utf8")).toContain("Child: Alfie Tennant\n");
  expect((await folder.run([...rosie, "--output", "not/there.md"])).stderr).toContain("the folder is not there");
});

test("what is missing or cannot be read is said, and nothing is written", async () => {
  const bare = await folder.run(["new"]);
  expect(bare).toMatchObject({ code: 2, stdout: "" });
  expect(bare.stderr).toMatch(/needs --kind .*phone call.* and --child/);
  expect((await folder.run(["new", "--kind", "visit"])).stderr).not.toContain("--kind");
  const wrong = await folder.run(["new", "--kind", "visit", "--child", "Rosie, 31/02/2017", "--visited", "30/02/2025", "--output", "x.md"]);
  expect(wrong).toMatchObject({ code: 2, stdout: "" });
  expect(wrong.stderr).toMatch(/^--child: “31\/02\/2017”.*\n--visited: “30\/02\/2025”/);
  expect(existsSync(join(folder.path, "x.md"))).toBe(false);
  expect((await folder.run([...rosie, "--profile", "atlantis"])).stderr).toContain("there is no profile called");
});

test("the profile of the folder is used; another is named in the note, so that it is held to it", async () => {
  const other = await folder.run([...rosie, "--profile", "coventry"]);
  expect(other.stdout).toMatch(/^Standards: coventry$/m);
  folder.write(".case-recording.yml", "profile: coventry\n");
  const own = await folder.run(rosie);
  expect(own.stdout).toContain("## What is working well?");
  expect((await folder.run([...rosie, "--profile", "coventry"])).stdout).toBe(own.stdout);
  folder.write("notes/.case-recording.yml", "profile: planning-and-seeing\n");
  await folder.run([...rosie, "--output", "notes/rosie.casenote.md"]);
  expect(readFileSync(join(folder.path, "notes/rosie.casenote.md"), "utf8")).toContain("## Why am I visiting?");
});

test("a team's own profile, by its file", async () => {
  folder.write("own.case-recording-profile.yml", "id: northshire\ntitle: Northshire\nextends: planning-and-seeing\nheadings:\n  - role: why\n    title: Why I came today\n    prompts: [Why today?]\n");
  const ran = await folder.run([...rosie, "--profile", "own.case-recording-profile.yml"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("\n\n## Why I came today\n\n<!-- Why today? -->\n");
});

test("checked as it was written, it lacks only what is still to be written", async () => {
  const { stdout } = await folder.run(rosie);
  folder.write("rosie.casenote.md", stdout);
  const { report } = await folder.json(["rosie.casenote.md"]);
  expect(report.notes[0]!.kind).toBe("statutory visit");
  expect(new Set(report.notes[0]!.findings.map(({ rule }) => rule))).toEqual(new Set(["visit-section-empty", "details-missing", "seen-alone-missing", "voice-missing"]));
});
