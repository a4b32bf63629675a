import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { CodeLensRequest, DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { Editor, until } from "./editor.ts";

const uri = "file:///notes/kai.casenote.md";
const note = "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nLast visit: 14/05/2025\nStatus: Child protection plan\nType of visit: Statutory visit\n\nI saw Kai at home.\n";
let editor: Editor;
afterEach(() => editor.stop());

const lenses = (at = uri) => editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: at } });

test("a line above the status says when the next visit is due, and follows what is typed", async () => {
  editor = await Editor.start({ initializationOptions: { explainsNextVisit: true } });
  await editor.open(uri, note);
  const [lens, ...others] = (await lenses())!;
  expect(others).toEqual([]);
  expect(lens).toMatchObject({ range: { start: { line: 4 } }, command: { title: "Next visit by Tuesday 24 June 2025 at the latest", command: "caseRecording.explainNextVisit" } });
  expect(lens!.command!.arguments![0]).toMatch(/15 working days.*plan may ask for more.*\[PF3\]/);
  await editor.change(uri, 2, { range: { start: { line: 4, character: 8 }, end: { line: 4, character: 29 } }, text: "Child in need" });
  expect((await lenses())![0]!.command!.title).toBe("Next visit by Tuesday 1 July 2025 at the latest");
  await editor.change(uri, 3, { range: { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }, text: "" });
  expect(await lenses()).toEqual([]);
});

test("settings turn it off; a client without the explanation gets the line alone", async () => {
  editor = await Editor.start();
  await editor.open(uri, note);
  expect((await lenses())![0]!.command!.command).toBe("");
  await editor.configure({ showNextVisit: false });
  await until(() => editor.refreshes === 1);
  expect(await lenses()).toEqual([]);
});

test("the question when the next visit is due is answered for an open note alone", async () => {
  editor = await Editor.start();
  await editor.open(uri, note);
  expect(await editor.connection.sendRequest("caseRecording/nextVisit", { uri })).toMatch(/^Next visit by Tuesday 24 June 2025 at the latest\./);
  expect(await editor.connection.sendRequest("caseRecording/nextVisit", { uri: "file:///other.casenote.md" })).toBeNull();
  await editor.change(uri, 2, { text: "Child: Kai\n\nNothing.\n" });
  expect(await editor.connection.sendRequest("caseRecording/nextVisit", { uri })).toMatch(/does not say enough/);
});

test("a team's own profile is obeyed; a fault is shown in its file, at its place, and goes when it is put right", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  const file = path.join(folder, "own.case-recording-profile.yml");
  const own = "id: northshire\ntitle: Northshire\nextends: planning-and-seeing\nvisits:\n  - row: N1\n    child: a child protection plan\n    quote: Every five working days.\n    status: [[child protection]]\n    every: 5 working days\n";
  let time = Date.now() / 1000;
  const write = async (text: string) => {
    writeFileSync(file, text);
    utimesSync(file, (time += 5), time);
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: pathToFileURL(file).href, type: FileChangeType.Changed }] });
  };
  try {
    writeFileSync(file, own);
    editor = await Editor.start({ configuration: { profile: "own.case-recording-profile.yml" } });
    const here = pathToFileURL(path.join(folder, "kai.casenote.md")).href;
    const profileUri = pathToFileURL(file).href;
    await editor.open(here, note);
    const overdue = async () => (await editor.findings(here)).find(({ code }) => code === "visit-overdue");
    expect((await overdue())?.message).toContain("5 working days");
    expect((await editor.sent(profileUri)).diagnostics).toEqual([]);

    await write(own.replace("5 working days\n", "soon\n"));
    // What was sound stays in use.
    expect((await overdue())?.message).toContain("5 working days");
    const { diagnostics } = await editor.sent(profileUri, (params) => params.diagnostics.length > 0);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ severity: 1, source: "Case Recording", range: { start: { line: 8, character: 4 }, end: { line: 8, character: 9 } } });
    expect(diagnostics[0]!.message).toMatch(/length of time/);
    expect(editor.messages.join()).toContain("own.case-recording-profile.yml");

    editor.published.length = 0;
    await write(own.replace("5 working days\n", "20 working days\n"));
    expect(await overdue()).toBeUndefined();
    expect((await editor.sent(profileUri)).diagnostics).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
