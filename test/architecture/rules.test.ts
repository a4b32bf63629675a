import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { allProfiles } from "../../server/src/standards/standards.ts";
import { files, root } from "./imports.ts";

const ids = rules.map(({ id }) => id);
const there = (file: string): boolean => existsSync(path.join(root, file));

// The names of rules are settings of people: none is changed, and none comes that was not agreed.
const agreed = [
  "visit-heading-missing", "visit-heading-wording", "visit-section-empty", "seen-alone-missing", "seen-alone-reason", "seen-alone-contradiction", "seen-alone-objection", "statutory-visit-at-school", "child-not-recorded", "action-incomplete", "details-missing",
  "voice-missing", "reported-speech", "interpretation-in-quote", "interpretation-with-quote", "drawing-interpreted", "unclosed-quote", "feelings-missing", "voice-method-missing", "leading-question", "promise", "early-years-observation", "declined-without-reason",
  "risk-not-marked", "risk-no-action",
  "acronym", "jargon", "judgemental-language", "opinion-as-fact", "unsourced-statement", "decision-without-reason", "plain-words", "hard-to-read", "long-sentence", "repeated-text",
  "name-mismatch", "date-mismatch", "recorded-late", "visit-overdue", "personal-data", "communication-support", "strengths-missing",
];
/** Rules about our own reading, not about the note's recording. */
const own = ["note-unreadable", "unknown-suppression"];

describe("every rule", () => {
  test("has a name of its own, that was agreed", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !agreed.includes(id) && !own.includes(id))).toEqual([]);
  });
  test("stands in a file of its name, and no file holds anything else", () => expect(files("server/src/rules").map((file) => path.posix.basename(file, ".ts")).filter((name) => name !== "registry").sort()).toEqual([...ids].sort()));
  test.each(ids)("%s has a fixture and a page", (id) => {
    expect(there(`test/rules/${id}.md`), "fixture").toBe(true);
    expect(there(`docs/rules/${id}.md`), "page").toBe(true);
  });
  const catalogue = new Set(allProfiles.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s rests on clauses of the catalogue", (_, { standards }) => {
    expect(standards.length).toBeGreaterThan(0);
    expect(standards.filter((id) => !catalogue.has(id))).toEqual([]);
  });
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s says what it is about", (_, { summary, explain, leaves }) => {
    expect(summary).toMatch(/^[A-Z“].{10,160}[^.\s]$/s);
    expect(explain.length).toBeGreaterThan(60);
    expect(leaves.length).toBeGreaterThan(0);
  });
});

describe("examples", () => {
  const found = (text: string, id: string) => checkNote(text, { ...defaultSettings, volume: "everything" }).findings.filter(({ rule }) => rule === id);
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s: the poor one brings a finding, the better one none", (id, { poor, better }) => {
    expect(found(poor, id)).not.toEqual([]);
    expect(found(better, id)).toEqual([]);
  });
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s: the finding is told as it should be", (id, { poor, severity }) => {
    const [finding] = checkNote(poor).findings.filter(({ rule }) => rule === id);
    expect(finding!.message).toMatch(/[.!?]$/);
    // A message speaks of the note, never of the worker.
    expect(finding!.message).not.toMatch(/\byou (?:failed|forgot|did not|didn't|should have|must)\b|\bon target\b/i);
    // A rule that counts rests on the row of the table that it counts by, too.
    const rows = allProfiles.flatMap(({ visits }) => visits.map(({ row }) => row));
    const own = [...rules.find((rule) => rule.id === id)!.standards, ...(id === "visit-overdue" ? rows : [])];
    expect(finding!.standards.length).toBeGreaterThan(0);
    expect(finding!.standards.map(({ id: clause }) => clause).filter((clause) => !own.includes(clause))).toEqual([]);
    expect(["error", "warning", "information", "hint"]).toContain(severity);
  });
});

describe("settings in package.json", () => {
  const { contributes } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { contributes: { configuration: readonly { properties: Record<string, { properties?: Record<string, unknown> }> }[] } };
  test("name each rule once", () => {
    const listed = contributes.configuration.flatMap(({ properties }) => Object.keys(properties["caseRecording.rules"]?.properties ?? {}));
    expect(listed.sort()).toEqual([...ids].sort());
  });
});
