import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import type { Finding } from "../../server/src/engine/finding.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { readGold, splitNotes } from "./gold.ts";

// What is offered for a misspelt name, to the letter: the right name in every place outside quotations, and nothing new to find.

const everything = { ...defaultSettings, volume: "everything" as const };
const findings = (text: string): readonly Finding[] => checkNote(text, everything).findings;
const own = (text: string): Finding[] => findings(text).filter(({ rule }) => rule === "name-mismatch");
const visit = (body: string, child = "Child: Kayleigh Morton (9)"): string => `${child}\nType of contact: Case note\n\n${body}\n`;
function mended(text: string): string {
  const [finding] = own(text);
  const [fix] = finding?.fixes ?? [];
  if (!fix) throw new Error(`nothing is offered for ${JSON.stringify(text)}`);
  expect(fix.safe).toBe(false);
  return applyEdits(text, fix.edits);
}

describe("name-mismatch", () => {
  test.each([
    ["a possessive stays", "Kayleigh was in. Kaleigh's coat and Kaleigh’s bag were out.", "Kayleigh was in. Kayleigh's coat and Kayleigh’s bag were out."],
    ["capitals stay", "Kayleigh was in. KALEIGH was seen. Kaleigh ate.", "Kayleigh was in. KAYLEIGH was seen. Kayleigh ate."],
    ["a heading", "## Kaleigh's view\n\nKayleigh said “hiya”.", "## Kayleigh's view\n\nKayleigh said “hiya”."],
    ["never in anybody's words", "Kaleigh was in. Kayleigh wrote “love from Kaleigh”. Mum said “Kaleigh is good”.", "Kayleigh was in. Kayleigh wrote “love from Kaleigh”. Mum said “Kaleigh is good”."],
    ["a surname", "Kayleigh Morten was in.", "Kayleigh Morton was in."],
    ["marks around it stay", "**Kaleigh was in.** Kayleigh ate.", "**Kayleigh was in.** Kayleigh ate."],
  ])("%s", (_what, before, after) => expect(mended(visit(before))).toBe(visit(after)));
  test("part by part where the name has a hyphen", () => {
    const child = "Child: Oliver-James Tomlin (6)";
    expect(mended(visit("Olivier-James was in. Col sat with Oliver.", child))).toBe(visit("Oliver-James was in. Col sat with Oliver.", child));
    expect(mended(visit("Olliver was in.", child))).toBe(visit("Oliver was in.", child));
  });
  test("in the list of those present", () => {
    const text = "Child: Kayleigh Morton (9)\nPresent: Kaleigh, Kelly (mum)\n\nKayleigh was in.\n";
    expect(mended(text)).toBe(text.replace("Kaleigh", "Kayleigh"));
  });
  test("the related places are the other uses", () => {
    const text = visit("Kaleigh ate. Kayleigh went up. Kaleigh slept.");
    expect(own(text).map(({ subject, related }) => [subject, related.map(({ span }) => text.slice(span.start, span.end))])).toEqual([["Kayleigh", ["Kaleigh"]]]);
  });
  test("nothing is offered for a child whom nobody introduced", () => {
    const found = own(visit("Mya was crawling. Kayleigh watched."));
    expect(found.map(({ subject, severity, fixes }) => [subject, severity, fixes.length])).toEqual([["Mya", "information", 0]]);
  });
});

describe("each fix of the fixture's notes", () => {
  const notes = splitNotes(readFileSync(new URL("name-mismatch.md", import.meta.url), "utf8")).map((source) => readGold(source).text);
  test.each(notes.filter((text) => own(text).some(({ fixes }) => fixes.length)))("%s", (text) => {
    const before = findings(text);
    const count = (list: readonly Finding[]): Map<string, number> => list.reduce((all, { rule, subject }) => all.set(`${rule} ${subject}`, (all.get(`${rule} ${subject}`) ?? 0) + 1), new Map<string, number>());
    const had = count(before);
    const edits = before.filter(({ rule }) => rule === "name-mismatch").flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    const after = applyEdits(text, edits);
    const now = count(findings(after));
    expect([...now].filter(([key, times]) => times > (had.get(key) ?? 0))).toEqual([]);
    expect(own(after).filter(({ fixes }) => fixes.length)).toEqual([]);
  });
});
