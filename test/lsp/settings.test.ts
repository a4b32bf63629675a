import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { Editor, modern, rest, simple, until } from "./editor.ts";
import { visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
let editor: Editor;
afterEach(() => editor.stop());

const rulesIn = (findings: readonly { code?: unknown }[]): unknown[] => findings.map(({ code }) => code);

test("a rule can be turned off, and given another severity", async () => {
  editor = await Editor.start({ configuration: { rules: { acronym: "off", "visit-heading-wording": "hint" } } });
  await editor.open(uri, visit);
  const findings = await editor.findings(uri);
  expect(rulesIn(findings)).not.toContain("acronym");
  expect(findings.find(({ code }) => code === "visit-heading-wording")?.severity).toBe(4);
});

test("a change of settings shows at once: the editor is asked to look again", async () => {
  editor = await Editor.start();
  await editor.open(uri, visit);
  const first = await editor.pull(uri);
  await editor.configure({ rules: { acronym: "off" } });
  await until(() => editor.refreshes === 1);
  const second = await editor.pull(uri, first.resultId!);
  expect(second.kind === "full" && rulesIn(second.items)).not.toContain("acronym");
  await editor.configure({});
  expect(rulesIn(await editor.findings(uri))).toContain("acronym");
});

test("a client that cannot be asked gives its settings at the start, and sends them when they change", async () => {
  editor = await Editor.start({ capabilities: simple, initializationOptions: { settings: { rules: { acronym: "off" } } } });
  await editor.open(uri, visit);
  expect(rulesIn((await editor.sent(uri)).diagnostics)).not.toContain("acronym");
  await editor.configure({ rules: {} });
  await editor.sent(uri, ({ diagnostics }) => rulesIn(diagnostics).includes("acronym"));
});

test("settings are asked for one document, not for all", async () => {
  editor = await Editor.start();
  const asked: (string | undefined)[] = [];
  editor.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => {
      asked.push(scopeUri);
      return scopeUri === uri ? { rules: { acronym: "off" } } : {};
    }),
  );
  const other = "file:///notes/other.casenote.md";
  await editor.open(uri, visit);
  await editor.open(other, visit);
  expect(rulesIn(await editor.findings(uri))).not.toContain("acronym");
  expect(rulesIn(await editor.findings(other))).toContain("acronym");
  await editor.findings(uri);
  expect(asked.sort()).toEqual([uri, other].sort());
});

test("a setting of the wrong type is said once, left at its default, and the rest is obeyed", async () => {
  editor = await Editor.start({ configuration: { seenAloneAge: "five", words: "LAC", volume: 3, rules: { acronym: "off", jargon: "loud", nothing: "off" } } });
  await editor.open(uri, visit);
  await editor.open("file:///notes/other.casenote.md", visit);
  expect(rulesIn(await editor.findings(uri))).not.toContain("acronym");
  await editor.findings("file:///notes/other.casenote.md");
  await until(() => editor.messages.length >= 5);
  await editor.configure(editor.configuration);
  await editor.findings(uri);
  await rest(100);
  expect(editor.messages).toHaveLength(5);
  expect(editor.messages).toContain('Case Recording: the setting caseRecording.seenAloneAge must be a whole number from 0 to 18; it is "five", so the profile\'s age is used.');
  expect(editor.messages.join("\n")).toMatch(/caseRecording\.words must be .*\n.*|caseRecording\.volume must be/);
});

test.each([["a word"], [[1, 2]], [null], [7], [{ rules: null, words: null, profile: null, seenAloneAge: null, volume: null }]])("settings of %j leave the checks as they are", async (configuration) => {
  editor = await Editor.start({ configuration });
  await editor.open(uri, visit);
  expect(rulesIn(await editor.findings(uri))).toContain("acronym");
});

test("an editor that fails to answer for settings gets findings all the same", async () => {
  editor = await Editor.start({ capabilities: modern });
  editor.connection.onRequest("workspace/configuration", () => {
    throw new Error("not today");
  });
  await editor.open(uri, visit);
  expect(rulesIn(await editor.findings(uri))).toContain("acronym");
});

test("a team's settings file beside the note counts, a person's own choice wins, and a change of the file shows", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "case-recording-team-"));
  const file = path.join(folder, ".case-recording.yml");
  try {
    writeFileSync(file, "rules:\n  acronym: off\n  jargon: hint\n");
    const note = pathToFileURL(path.join(folder, "kai.casenote.md")).href;
    editor = await Editor.start({ configuration: { rules: { jargon: "warning" } } });
    await editor.open(note, visit);
    const first = await editor.findings(note);
    expect(rulesIn(first)).not.toContain("acronym");
    expect(first.find(({ code }) => code === "jargon")?.severity ?? 2).toBe(2);
    writeFileSync(file, "rules: {}\n");
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
    await until(() => editor.refreshes > 0);
    expect(rulesIn(await editor.findings(note))).toContain("acronym");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a team's word list is used in the editor, and one that cannot be reached is said once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  try {
    writeFileSync(path.join(folder, "team-words.yml"), "jargon:\n  - term: blue form\n    plain: [the consent form]\n");
    editor = await Editor.start({ configuration: { wordLists: ["team-words.yml", "/no/such/drive/words.yml"] } });
    const note = pathToFileURL(path.join(folder, "kai.casenote.md")).href;
    await editor.open(note, "Child: Kai (9)\n\nMum signed the blue form.\n");
    const findings = await editor.findings(note);
    expect(findings.map(({ message }) => message).join("\n")).toContain("“the consent form”");
    const other = pathToFileURL(path.join(folder, "other.casenote.md")).href;
    await editor.open(other, "Child: Kai (9)\n\nMum signed the blue form.\n");
    await editor.findings(other);
    expect(editor.messages.filter((message) => message.includes("/no/such/drive/words.yml"))).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
