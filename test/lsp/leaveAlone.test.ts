import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { CodeAction, Diagnostic, TextDocumentEdit, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Editor, modern, of, rangeOf, stopIdle } from "./editor.ts";

// "Never flag this here" and "Turn the rule off", over the real server.

const uri = "file:///notes/leave.casenote.md";
const lines = "Child: Kai Morton (9)\nWorker: Sam Okoro\nType of contact: Case note\n\n";
const front = "---\nchild: Kai Morton (9)\nworker: Sam Okoro\ntype of contact: Case note\n---\n\n";

let editor: Editor;
afterEach(() => editor.giveBack());
afterAll(stopIdle);

const opened = async (text: string): Promise<Diagnostic[]> => {
  editor = await Editor.borrow();
  await editor.open(uri, text);
  return editor.findings(uri);
};
const never = async (finding: Diagnostic): Promise<CodeAction> => (await editor.actions(uri, finding.range, [finding], ["quickfix"])).find(({ title }) => title.startsWith("Never flag"))!;
const applied = (text: string, { edit }: CodeAction): string => {
  const { textDocument, edits } = edit!.documentChanges![0] as TextDocumentEdit;
  expect(textDocument).toEqual({ uri, version: 1 });
  return TextDocument.applyEdits(TextDocument.create(uri, "", 1, text), edits as TextEdit[]);
};

describe("where the comment stands", () => {
  test.each([
    ["above a paragraph", `${lines}Kai has an IRO.\n`, "acronym", `${lines}<!-- case-recording-disable-next-line acronym -->\nKai has an IRO.\n`],
    ["above a heading's paragraph, with CRLF", `${lines}## Plan\n\nKai has an IRO.\n`.replaceAll("\n", "\r\n"), "acronym", `${lines}## Plan\n\n<!-- case-recording-disable-next-line acronym -->\nKai has an IRO.\n`.replaceAll("\n", "\r\n")],
    ["at the end of a later line of a paragraph", `${lines}Kai was here.\nKai has an IRO.\nHe ran.\n`, "acronym", `${lines}Kai was here.\nKai has an IRO. <!-- case-recording-disable-line acronym -->\nHe ran.\n`],
    ["in a list", `${lines}- Kai has an IRO.\n- He ran.\n`, "acronym", `${lines}- Kai has an IRO. <!-- case-recording-disable-line acronym -->\n- He ran.\n`],
    ["in the last cell of a row", `${lines}| When | What |\n|---|---|\n| Today | Kai has an IRO |\n`, "acronym", `${lines}| When | What |\n|---|---|\n| Today | Kai has an IRO <!-- case-recording-disable-line acronym --> |\n`],
    ["above the first line of a note without details", "Kai has an IRO.\n", "acronym", "<!-- case-recording-disable-next-line acronym -->\nKai has an IRO.\n"],
    ["in a comment that is there", `${lines}<!-- case-recording-disable-next-line jargon -->\nKai has an IRO.\n`, "acronym", `${lines}<!-- case-recording-disable-next-line jargon acronym -->\nKai has an IRO.\n`],
    ["in one at the end of the line", `${lines}- Kai has an IRO. <!-- case-recording-disable-line jargon -->\n`, "acronym", `${lines}- Kai has an IRO. <!-- case-recording-disable-line jargon acronym -->\n`],
    ["below front matter, for the whole note", front.replace("case note", "Home visit").replace("Case note", "Home visit") + "## Why am I visiting?\n\nTo see Kai, who was well.\n", "visit-heading-missing", front.replace("Case note", "Home visit").replace("---\n\n", "---\n<!-- case-recording-disable visit-heading-missing -->\n\n") + "## Why am I visiting?\n\nTo see Kai, who was well.\n"],
    ["below details in lines, for the whole note", `${lines.replace("Case note", "Home visit")}## Why am I visiting?\n\nTo see Kai, who was well.\n`, "visit-heading-missing", `${lines.replace("Case note\n", "Home visit\n<!-- case-recording-disable visit-heading-missing -->\n")}## Why am I visiting?\n\nTo see Kai, who was well.\n`],
    ["at the end of a detail", `${lines.replace("Worker", "Date of visit: 31/02/2025\nWorker")}Kai was well.\n`, "date-mismatch", `${lines.replace("Worker", "Date of visit: 31/02/2025 <!-- case-recording-disable-line date-mismatch -->\nWorker")}Kai was well.\n`],
    ["below front matter, for a detail in it", `${front.replace("worker", "date of visit: 31/02/2025\nworker")}Kai was well.\n`, "date-mismatch", `${front.replace("worker", "date of visit: 31/02/2025\nworker").replace("---\n\n", "---\n<!-- case-recording-disable date-mismatch -->\n\n")}Kai was well.\n`],
  ])("%s", async (_, text, rule, expected) => {
    const before = await opened(text);
    const action = await never(of(rule, before));
    expect(action.title).toBe(expected.includes("disable ") ? `Never flag this in this note (${rule})` : `Never flag this here (${rule})`);
    expect(action.diagnostics).toEqual([of(rule, before)]);
    expect(applied(text, action)).toBe(expected);
    await editor.change(uri, 2, { text: expected });
    expect((await editor.findings(uri)).map(({ code }) => code)).toEqual(before.map(({ code }) => code).filter((code) => code !== rule));
  });
});

test("what goes with it is said: every finding of the rule in that paragraph", async () => {
  const findings = await opened(`${lines}Kai has a LAC review and an IRO.\n\nHe is NEET.\n`);
  const here = findings.filter(({ code, range }) => code === "acronym" && range.start.line === findings.find((one) => one.code === "acronym")!.range.start.line);
  expect(here.length).toBe(2);
  expect((await never(here[0]!)).title).toBe("Never flag this here (acronym, all 2 places in this paragraph)");
});

test("never inside anybody's words", async () => {
  const text = `${lines}Kai said “I have an IRO\nand Mum has ADHD\nand I like it (he appears sad)\nso there”.\n`;
  const findings = await opened(text);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) {
    const commented = applied(text, await never(finding));
    expect(commented).toContain("“I have an IRO\nand Mum has ADHD\nand I like it (he appears sad)\nso there”");
  }
});

test("what could not be read cannot be silenced", async () => {
  const findings = await opened(`${lines}Kai ran. <!-- case-recording-disable-line nonsense -->\n`);
  expect(await never(of("note-unreadable", findings))).toBeUndefined();
});

test("the order: what mends it, the team's words, this place, the rule", async () => {
  editor = await Editor.start({ capabilities: modern, initializationOptions: { checkAll: true, addsWords: true, turnsRulesOff: true } });
  const text = `${lines}Kai has a LAC review.\n`;
  await editor.open(uri, text);
  const finding = of("acronym", await editor.findings(uri));
  const actions = await editor.actions(uri, finding.range, [finding], ["quickfix"]);
  const titles = actions.map(({ title }) => title);
  const fixes = (finding.data as { fixes: { title: string }[] }).fixes.map(({ title }) => title);
  expect(fixes.length).toBeGreaterThan(0);
  expect(titles).toEqual([...fixes, "Add “LAC” to the team's words", "Never flag this here (acronym)", "Turn the rule “acronym” off"]);
  expect(actions.at(-1)!.command).toEqual({ title: "Turn the rule “acronym” off", command: "caseRecording.turnRuleOff", arguments: ["acronym", uri] });
  expect(actions.at(-1)!.edit).toBeUndefined();
});

test("an editor that has no command to turn a rule off is not offered it", async () => {
  const text = `${lines}Kai has a LAC review.\n`;
  const finding = of("acronym", await opened(text));
  expect((await editor.actions(uri, rangeOf(text, "LAC"), [finding], ["quickfix"])).filter(({ command }) => command)).toEqual([]);
});
