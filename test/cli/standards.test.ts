import { afterEach, beforeEach, expect, test } from "vitest";
import { Folder } from "./run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

const note = "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nLast visit: 14/05/2025\nStatus: Child protection plan\nType of visit: Statutory visit\n\nI saw Kai at home.\n";
const own = "id: northshire\ntitle: Northshire recording standards\nextends: planning-and-seeing\nvisits:\n  - row: N1\n    child: a child protection plan\n    quote: Every five working days.\n    status: [[child protection]]\n    every: 5 working days\n";

interface Due {
  readonly notes: readonly { readonly path: string; readonly profile?: string; readonly row?: string; readonly due?: string; readonly seenAgainBy?: string; readonly message?: string }[];
}
const due = async (...args: string[]): Promise<Due> => JSON.parse((await folder.run(["due", "--format", "json", ...args])).stdout) as Due;

test("due says when the next visit is due at the latest, and why", async () => {
  folder.write("kai.md", note);
  const ran = await folder.run(["due", "kai.md"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toContain("Next visit by Tuesday 24 June 2025 at the latest.");
  expect(ran.stdout).toContain("at least every 15 working days");
  expect(ran.stdout).toContain("once more by Monday 30 June 2025");
  expect(ran.stdout).toContain("the child's own plan may ask for more");
  expect(ran.stdout).toContain("[PF3]");
});

test("each profile counts in its own way", async () => {
  folder.write("kai.md", note);
  expect((await due("kai.md")).notes).toMatchObject([{ profile: "planning-and-seeing", row: "PF3", due: "2025-06-24", seenAgainBy: "2025-06-30" }]);
  expect((await due("--profile", "gloucestershire", "kai.md")).notes).toMatchObject([{ profile: "gloucestershire", row: "GF4", due: "2025-06-17" }]);
  folder.write("kai.md", note.replace("Child: ", "Profile: Gloucestershire\nChild: "));
  expect((await due("kai.md")).notes).toMatchObject([{ profile: "gloucestershire", due: "2025-06-17" }]);
});

test("nobody was seen: it is counted from the visit before", async () => {
  folder.write("kai.md", note.replace("Statutory visit", "No access"));
  const [next] = (await due("kai.md")).notes;
  expect(next).toMatchObject({ due: "2025-06-05" });
  expect(next!.message).toContain("Nobody was seen this time");
  folder.write("kai.md", note.replace("Statutory visit", "Direct work"));
  expect((await due("kai.md")).notes[0]!.message).toContain("no statutory visit");
});

test("a note that does not say enough says so", async () => {
  folder.write("kai.md", "Child: Kai Morton (9)\nType of visit: Statutory visit\n\nI saw Kai at home.\n");
  const ran = await folder.run(["due", "kai.md"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("does not say enough");
});

test("a note comes from standard input too, and a wrong profile is a question that cannot be answered", async () => {
  expect((await folder.run(["due", "-"], { input: note })).stdout).toContain("Tuesday 24 June 2025");
  expect(await folder.run(["due", "--profile", "atlantis", "-"], { input: note })).toMatchObject({ code: 2, stdout: "" });
});

test("a profile of one's own is chosen by its path: on the command line and in the settings file", async () => {
  folder.write("notes/kai.md", note);
  folder.write("northshire.case-recording-profile.yml", own);
  expect((await due("--profile", "northshire.case-recording-profile.yml", "notes/kai.md")).notes).toMatchObject([{ profile: "northshire", row: "N1", due: "2025-06-10" }]);
  folder.write(".case-recording.yml", "profile: northshire.case-recording-profile.yml\n");
  expect((await due("notes/kai.md")).notes).toMatchObject([{ profile: "northshire", due: "2025-06-10" }]);
  const checked = await folder.json(["notes/kai.md"]);
  expect(checked.report.profile).toBe("northshire");
  expect(checked.report.notes[0]!.findings.find(({ rule }) => rule === "visit-overdue")?.standards[0]).toMatchObject({ id: "N1", document: "Northshire recording standards" });
});

test("a fault in it is said with its line, the usual profile is used, and the exit code is 2", async () => {
  folder.write("kai.md", note);
  folder.write("own.yml", own.replace("5 working days\n", "soon\n"));
  const ran = await folder.json(["--profile", "own.yml", "kai.md"]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/own\.yml:9: .*every.*length of time/);
  expect(ran.stderr).toContain("is not used until that is put right");
  expect(ran.report.profile).toBe("planning-and-seeing");
  expect((await folder.json(["--profile", "missing.yml", "kai.md"])).stderr).toContain("not there");
  // By whose standard the next visit is due is not known then.
  expect((await due("--profile", "own.yml", "kai.md")).notes).toEqual([{ path: "kai.md" }]);
});

test("checklist lists what only the writer can answer, for the kind of note and the profile", async () => {
  folder.write("kai.md", note);
  const ran = await folder.run(["checklist", "kai.md"]);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  const count = (text: string) => text.match(/^ {2}\[\?\]/gm)?.length ?? 0;
  expect(count(ran.stdout)).toBeGreaterThan(10);
  const data = JSON.parse((await folder.run(["checklist", "--format", "json", "kai.md"])).stdout) as { notes: { kind: string; profile: string; items: { id: string; ask: string; standards: { id: string }[] }[] }[] };
  expect(data.notes[0]).toMatchObject({ kind: "statutory visit", profile: "planning-and-seeing" });
  expect(data.notes[0]!.items).toHaveLength(count(ran.stdout));
  expect(new Set(data.notes[0]!.items.flatMap(({ standards }) => standards.map(({ id }) => id[0])))).toEqual(new Set(["P", "R"]));
  folder.write("kai.md", note.replace("Statutory visit", "Letter to the child"));
  expect(count((await folder.run(["checklist", "kai.md"])).stdout)).toBeLessThan(10);
  expect((await folder.run(["checklist", "--profile", "coventry", "kai.md"])).stdout).toMatch(/\[[SV]\d\d/);
});

test("checklist says what is met and where, what is missing and why, and what was ticked", async () => {
  const whole = note.replace("I saw Kai at home.", "I saw Kai on his own in the garden. He said “I got a star”.\n\n<!-- case-recording-ticked: why-you-went -->");
  folder.write("kai.md", whole);
  const { stdout } = await folder.run(["checklist", "kai.md"]);
  expect(stdout).toMatch(/^kai\.md: statutory visit, Planning and Seeing our Children: \d+ of \d+ points met, \d+ questions that only you can answer \(1 ticked\)$/m);
  expect(stdout).toContain("  [x] Kai: seen alone, or why not (line 8) [P27]\n");
  expect(stdout).toMatch(/^ {2}\[ \] Why am I visiting\? \[P01\]\n {6}This visit note does not have the headings/m);
  expect(stdout).toMatch(/^ {2}\[x\] Does the note say why you went/m);
  interface Listed {
    readonly met: number;
    readonly total: number;
    readonly ticked: number;
    readonly judge: number;
    readonly items: readonly { readonly id: string }[];
    readonly points: readonly { readonly id: string; readonly state: string; readonly ticked?: boolean; readonly evidence: readonly { readonly text: string; readonly start: { readonly line: number; readonly offset: number } }[]; readonly findings: readonly { readonly rule: string }[]; readonly standards: readonly { readonly id: string; readonly quote: string }[] }[];
  }
  const [listed] = (JSON.parse((await folder.run(["checklist", "--format", "json", "kai.md"])).stdout) as { notes: Listed[] }).notes;
  const states = (state: string) => listed!.points.filter((point) => point.state === state);
  expect([listed!.met, listed!.total, listed!.judge, listed!.ticked]).toEqual([states("met").length, states("met").length + states("missing").length, states("judge").length, 1]);
  expect(listed!.met).toBeGreaterThan(5);
  expect(stdout).toContain(`${listed!.met} of ${listed!.total} points met`);
  const alone = listed!.points.find(({ id }) => id === "seen-alone-missing:Kai")!;
  expect(alone).toMatchObject({ state: "met", evidence: [{ text: "I saw Kai on his own in the garden.", start: { line: 7, character: 0, offset: whole.indexOf("I saw") } }], standards: [{ id: "P27", document: "Planning and Seeing our Children Practice Guide" }, {}, {}, {}] });
  expect(states("missing").every(({ findings }) => findings.length > 0)).toBe(true);
  expect(listed!.items.every(({ id }) => states("judge").some((point) => point.id === id))).toBe(true);
});
