import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reportFormats } from "../../server/src/report/formats.ts";
import { visit } from "../lsp/notes.ts";
import { cli, Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const samples = fileURLToPath(new URL("../../samples/", import.meta.url));

/** Notes of many kinds in folders with settings, a word list and a profile of their own, and among them what cannot be read or obeyed. */
function batch(): void {
  for (const name of readdirSync(samples).filter((file) => file.endsWith(".md"))) folder.write(name, readFileSync(join(samples, name)));
  for (let i = 0; i < 4; i += 1) folder.write(`long/n${i}.md`, `${visit}\n${"We went to the PRU and then to the park. ".repeat((4 - i) * 20)}\n`);
  folder.write("b-odd.md", Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 256));
  folder.write("empty.md", "");
  folder.write("silent.md", visit.replace("To see Kai", "<!-- case-recording-disable-next-line acronym -->\nTo see Kai"));
  folder.write("own/.case-recording.yml", "profile: northshire.yml\nrules:\n  acronym: hint\nwordLists: [team.yml]\ncolour: red\n");
  folder.write("own/northshire.yml", "id: northshire\ntitle: Northshire recording standards\nextends: planning-and-seeing\nseen-alone-age: 4\n");
  folder.write("own/team.yml", "leave: [LAC]\njargon:\n  - term: tea was nearly ready\n    plain: [supper]\n");
  for (const name of ["kai.md", "mia.md", "deep/kai.md"]) folder.write(`own/${name}`, `${visit}\nKelly said that the tea was nearly ready.\n`);
}

test.each(Object.keys(reportFormats))("the report %s is the same to the byte with one worker and with several", async (format) => {
  batch();
  const run = (workers: number) => folder.run(["check", "--format", format, "--volume", "everything", "--workers", String(workers), "nowhere.md", ".", "-"], { input: visit, env: { FORCE_COLOR: "1" } });
  const alone = await run(1);
  expect(alone.code).toBe(2);
  expect(alone.stderr.trimEnd().split("\n").map((line) => line.replace(/:.*/, ""))).toEqual(["nowhere.md", "b-odd.md", join(folder.path, "own/.case-recording.yml")]);
  expect(alone.stdout).toContain("acronym");
  expect(await run(3)).toEqual(alone);
}, 60_000);

test("words and standards of a team's own reach a thread", async () => {
  batch();
  const { report } = await folder.json(["own", "--workers", "2"]);
  expect(report.notes).toHaveLength(3);
  for (const { findings } of report.notes) {
    expect(findings.map(({ text }) => text)).toContain("tea was nearly ready");
    expect(findings.map(({ rule, text }) => [rule, text])).not.toContainEqual(["acronym", "LAC"]);
  }
  expect(report.profile).toBe("northshire");
});

test.each([["1"], ["2"]])("with --workers %s a note's part is written before the note behind it can be read", async (workers) => {
  folder.write("a.md", visit);
  execFileSync("mkfifo", [join(folder.path, "b.md")]);
  const ran = spawn(process.execPath, [cli, "check", "--workers", workers, "a.md", "b.md"], { cwd: folder.path, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  const first = new Promise<void>((done) => ran.stdout.on("data", (data: Buffer) => ((out += String(data)), done())));
  const ended = new Promise((done) => ran.on("close", done));
  await first;
  expect(out).toMatch(/^a\.md · statutory visit/);
  expect(out).not.toContain("2 notes");
  const pipe = openSync(join(folder.path, "b.md"), "w");
  writeSync(pipe, "Kai was happy to show me the garden.\n");
  closeSync(pipe);
  expect(await ended).toBe(1);
  expect(out).toMatch(/\n2 notes: /);
});

test("a thread that dies costs its own note, and is named without the text", async () => {
  for (let i = 0; i < 6; i += 1) folder.write(`n${i}.md`, visit);
  const alone = await folder.json(["."]);
  folder.write("n3b.md", `${visit}${"Zebedee said that the tea was nearly ready and we went into the kitchen together. \n\n".repeat(60_000)}`);
  const { code, report, stderr } = await folder.json([".", "--workers", "2"], { env: { NODE_OPTIONS: "--max-old-space-size=128" } });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^n3b\.md: this could not be checked: it needs more memory than there is\.$/m);
  expect(stderr).not.toContain("Zebedee");
  expect(report.notes).toEqual(alone.report.notes);
}, 60_000);

test("a reader that leaves early ends the work", async () => {
  for (let i = 0; i < 40; i += 1) folder.write(`n${i}.md`, visit);
  const ran = spawn(process.execPath, [cli, "check", "--workers", "2", "."], { cwd: folder.path, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  ran.stderr.on("data", (data: Buffer) => (said += String(data)));
  ran.stdout.once("data", () => ran.stdout.destroy());
  expect(await new Promise((done) => ran.on("close", done))).toBe(1);
  expect(said).toBe("");
});

test.each([["0"], ["-1"], ["two"], ["1.5"]])("--workers %s is no number of workers", async (workers) => {
  folder.write("kai.md", visit);
  expect(await folder.run(["check", "--workers", workers, "kai.md"])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/workers.*whole number/) });
});

test("a bar is drawn on a terminal alone, on standard error, and the report is the same", async () => {
  // As many as nobody checks before the bar comes.
  for (let i = 0; i < 150; i += 1) folder.write(`n${i}.md`, visit);
  const terminal = folder.write("terminal.cjs", "process.stdout.isTTY = process.stderr.isTTY = true;\n");
  const env = { NODE_OPTIONS: `--require=${terminal}`, TERM: "xterm", FORCE_COLOR: "0" };
  const plain = await folder.run(["check", "."]);
  expect(plain.stderr).toBe("");
  const drawn = await folder.run(["check", "."], { env: { ...env, CI: "false" } });
  expect(drawn.stderr).toContain(" of 150 notes");
  expect(drawn.stdout).toBe(plain.stdout);
  expect(await folder.run(["check", ".", "--quiet"], { env: { ...env, CI: "false" } })).toEqual(plain);
  expect(await folder.run(["check", "."], { env: { ...env, CI: "true" } })).toEqual(plain);
}, 60_000);
