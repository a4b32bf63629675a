import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defineRule, field, fix, insert, replace, type Rule } from "../../server/src/engine/rule.ts";
import { runRules } from "../../server/src/engine/run.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { readNote } from "../../server/src/note/read.ts";
import { rules } from "../../server/src/rules/registry.ts";

const text = "Child: Kai Morton (9)\nPresent: Kelly (mum)\nType of visit: Statutory visit\n\nHe is with CAMHS. His siblings did direct work. Kai said “no.\n";
const note = readNote(text);
const run = (list: readonly Rule[], settings: Partial<Settings> = {}) => runRules(note, list, { ...defaultSettings, ...settings });
const rule = (id: string, check: Rule["check"], severity: Rule["severity"] = "information"): Rule =>
  defineRule({ id, severity, standards: ["P01"], summary: "", explain: "", leaves: [], poor: "", better: "", check });

describe("a rule that throws", () => {
  const bad = rule("bad", () => {
    throw new Error(`on ${text}`);
  });
  const half = rule("half", function* () {
    yield { span: { start: 0, end: 5 }, message: "One." };
    throw new Error("then no more");
  });
  test("costs its own findings alone, and is named", () => {
    const without = run(rules);
    for (const at of [0, 5, rules.length]) {
      const { findings, failed } = run([...rules.slice(0, at), bad, ...rules.slice(at)]);
      expect(failed).toEqual(["bad"]);
      expect(findings).toEqual(without.findings);
    }
  });
  test("says nothing of the note", () => expect(JSON.stringify(run([bad]).failed)).toBe('["bad"]'));
  test("after its first finding: the rest goes on", () => {
    const { findings, failed } = run([half, ...rules]);
    expect(failed).toEqual(["half"]);
    expect(findings.length).toBeGreaterThanOrEqual(run(rules).findings.length);
  });
  test("with a clause that is in no catalogue: the same", () => {
    const lost = { ...rule("lost", () => [{ span: { start: 0, end: 5 }, message: "One." }]), standards: ["Z99"] };
    expect(run([lost, ...rules])).toMatchObject({ failed: ["lost"] });
  });
});

describe("findings", () => {
  test("stand in the order of the text", () => {
    const { findings } = run(rules, { volume: "everything" });
    const places = findings.map(({ span }) => span.start);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(findings.length).toBeGreaterThan(3);
  });
  test("carry the words of the standard", () => {
    for (const { standards } of run(rules).findings)
      for (const { id, document, date, quote } of standards) {
        expect(id).toMatch(/^[A-Z]\d\d$/);
        expect(document).toMatch(/\S/);
        expect(date).toMatch(/\S/);
        expect(quote).toMatch(/\S/);
      }
  });
  test("checkNote is reading and running", () => expect(checkNote(text).findings).toEqual(run(rules).findings));
});

describe("settings", () => {
  const of = (settings: Partial<Settings>, id: string) => run(rules, settings).findings.filter((finding) => finding.rule === id);
  test("off", () => {
    expect(of({}, "acronym")).toHaveLength(1);
    expect(of({ rules: { acronym: "off" } }, "acronym")).toEqual([]);
  });
  test.each(["error", "warning", "information", "hint"] as const)("a severity: %s", (severity) => expect(of({ rules: { acronym: severity } }, "acronym").map((finding) => finding.severity)).toEqual([severity]));
  test("words of the team's own, in any case", () => {
    expect(of({ words: ["camhs"] }, "acronym")).toEqual([]);
    expect(of({ words: ["Siblings"] }, "jargon")).toEqual([]);
  });
  test("words are taken letter by letter, never as patterns", () => expect(of({ words: [".*", "CAM.S", "("] }, "acronym")).toHaveLength(1));
  test("volume: essential shows warnings and risks", () => {
    const shown = run(rules, { volume: "essential" }).findings;
    expect(shown.map((finding) => finding.rule)).toContain("unclosed-quote");
    expect(shown.map((finding) => finding.rule)).not.toContain("acronym");
  });
  test("volume: everything shows more than standard, and standard more than essential", () => {
    const [few, some, all] = (["essential", "standard", "everything"] as const).map((volume) => run(rules, { volume }).findings.length);
    expect(few).toBeLessThan(some!);
    expect(some).toBeLessThan(all!);
  });
  test("a profile without headings asks for none", () => {
    expect(of({}, "visit-heading-missing")).toHaveLength(1);
    expect(of({ profile: "gloucestershire" }, "visit-heading-missing")).toEqual([]);
  });
  test("a profile that nobody knows is the usual one", () => expect(of({ profile: "nowhere" }, "visit-heading-missing")).toHaveLength(1));
  test("the age from which a child is seen alone", () => {
    expect(of({ seenAloneAge: 5 }, "seen-alone-missing").map(({ severity }) => severity)).toEqual(["warning"]);
    expect(of({ seenAloneAge: 10 }, "seen-alone-missing").map(({ severity }) => severity)).toEqual(["information"]);
    expect(of({ seenAloneAge: 12 }, "seen-alone-missing")).toEqual([]);
  });
});

describe("the makers of fixes", () => {
  test("one edit or several, and not safe unless said", () => {
    expect(fix("A", insert(3, "x"))).toEqual({ title: "A", safe: false, edits: [{ start: 3, end: 3, newText: "x" }] });
    expect(fix("B", [insert(3, "x"), replace({ start: 4, end: 6 }, "y")], true)).toEqual({ title: "B", safe: true, edits: [{ start: 3, end: 3, newText: "x" }, { start: 4, end: 6, newText: "y" }] });
  });
  test("a field", () => expect(field("where")).toBe("[… where …]"));
});
