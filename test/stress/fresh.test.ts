import { TextDocument } from "vscode-languageserver-textdocument";
import { expect, test } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { checkNote } from "../../server/src/check.ts";
import { abilitiesOf } from "../../server/src/lsp/abilities.ts";
import { toDiagnostic, type SentData } from "../../server/src/lsp/diagnostic.ts";
import { rulePage } from "../../server/src/lsp/rulePage.ts";
import { compare, type Version } from "../../stress/fresh.ts";
import { capabilities } from "../../stress/server.ts";
import { visit } from "../lsp/notes.ts";

// The eyes of the stress run: they see what is lost.

const manner = "asked for";
const version: Version = { uri: "file:///a.casenote.md", version: 3, text: visit, configuration: {} };
const report = checkNote(visit);
const sent = report.findings.map((finding): Diagnostic => toDiagnostic({ id: "x", note: { ...version, opening: 1 }, report }, finding, abilitiesOf(capabilities(manner)), rulePage));
const withData = (one: Diagnostic, data: Partial<SentData>): Diagnostic => ({ ...one, data: { ...(one.data as SentData), ...data } });

test("what the server should send is found to be what a fresh check says", () => {
  expect(sent.length).toBeGreaterThan(2);
  expect(compare(sent, version, manner)).toMatchObject({ findings: sent.length, lost: 0, differing: 0, touched: 0 });
  expect(compare(sent, version, manner).bytes).toBeGreaterThan(0);
});

test("a finding that is not there is lost; one too many, or one that is other, differs", () => {
  expect(compare(sent.slice(1), version, manner)).toMatchObject({ lost: 1, differing: 0 });
  expect(compare([...sent, sent[0]!], version, manner)).toMatchObject({ lost: 0, differing: 1 });
  expect(compare([{ ...sent[0]!, message: "Another." }, ...sent.slice(1)], version, manner)).toMatchObject({ lost: 1, differing: 1 });
  expect(compare([withData(sent[0]!, { version: 2 }), ...sent.slice(1)], version, manner)).toMatchObject({ lost: 1, differing: 1 });
});

test("settings count", () => expect(compare(sent, { ...version, configuration: { rules: { acronym: "off" } } }, manner).differing).toBeGreaterThan(0));

test("a fix that would change a child's words, by a letter or a space, is seen", () => {
  const document = TextDocument.create("", "", 0, visit);
  const place = (words: string, at = 0) => document.positionAt(visit.indexOf(words) + at);
  const fix = (range: { start: ReturnType<typeof place>; end: ReturnType<typeof place> }, newText: string): Diagnostic => withData(sent[0]!, { fixes: [{ title: "", safe: false, edits: [{ range, newText }] }] });
  const touched = (one: Diagnostic): number => compare([one], version, manner).touched;
  expect(touched(fix({ start: place("I love my tower"), end: place("I love my tower", 1) }, "i"))).toBe(1);
  expect(touched(fix({ start: place("tower 😀"), end: place("tower 😀") }, " "))).toBe(1);
  expect(touched(fix({ start: place("LAC nurse"), end: place("LAC nurse", 3) }, "looked-after"))).toBe(1);
  expect(touched(fix({ start: place("Kai said"), end: place("Kai said", 3) }, "Kai Brown"))).toBe(0);
});
