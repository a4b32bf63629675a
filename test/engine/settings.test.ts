import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultSettings, readSettings } from "../../server/src/engine/settings.ts";

const known = { rules: ["acronym", "jargon"], profiles: ["coventry", "gloucestershire"] };
const faults = (raw: unknown, more = {}): string[] => readSettings(raw, { ...known, ...more }).faults.map(({ text }) => text);

describe("settings that anybody may have written", () => {
  test.each([[undefined], [null], [{}]])("%j: the usual ones", (raw) => expect(readSettings(raw, known)).toEqual({ settings: defaultSettings, faults: [] }));
  test("all of them, as they should be", () => {
    const raw = { profile: "coventry", volume: "everything", rules: { acronym: "off", jargon: "hint" }, words: ["CAMHS", " PRU "], people: ["Helen Marsh (team manager) "], wordLists: [" team.yml "], disputedTerms: "leave", seenAloneAge: 4, showNextVisit: false, showPrompts: false };
    expect(readSettings(raw, known)).toEqual({ settings: { ...raw, words: ["CAMHS", "PRU"], people: ["Helen Marsh (team manager)"], wordLists: ["team.yml"], packs: [] }, faults: [] });
  });
  test.each([
    ["a list", ["acronym"], ""], ["a text", "off", ""], ["a number", 3, ""],
  ])("%s in place of settings: one fault, and the usual ones", (_, raw, setting) => {
    const read = readSettings(raw, known);
    expect(read.settings).toEqual(defaultSettings);
    expect(read.faults.map((fault) => fault.setting)).toEqual([setting]);
  });
  test.each([
    [{ profile: "leeds" }, "profile"], [{ profile: 3 }, "profile"], [{ volume: "loud" }, "volume"], [{ rules: "off" }, "rules"], [{ rules: { nothing: "off" } }, "rules.nothing"], [{ rules: { acronym: "loud" } }, "rules.acronym"], [{ words: "CAMHS" }, "words"], [{ words: [3] }, "words[0]"], [{ people: "Helen" }, "people"], [{ people: [3] }, "people[0]"], [{ seenAloneAge: "five" }, "seenAloneAge"], [{ seenAloneAge: -1 }, "seenAloneAge"], [{ seenAloneAge: 4.5 }, "seenAloneAge"], [{ seenAloneAge: 40 }, "seenAloneAge"], [{ showNextVisit: "yes" }, "showNextVisit"], [{ showPrompts: 1 }, "showPrompts"],
  ])("%j: named, and left as it comes", (raw, setting) => {
    const read = readSettings(raw, known);
    expect(read.settings).toEqual(defaultSettings);
    expect(read.faults.map((fault) => fault.setting)).toEqual([setting]);
  });
  test("one fault spoils nothing else", () => expect(readSettings({ volume: "loud", words: ["PRU", 3], rules: { acronym: "off", jargon: 7 } }, known).settings).toEqual({ ...defaultSettings, words: ["PRU"], rules: { acronym: "off" } }));
  test("a name that is no setting is a fault only where asked", () => {
    expect(faults({ colour: "red" })).toEqual([]);
    expect(faults({ colour: "red" }, { strict: true })).toHaveLength(1);
  });
  test("a fault is one sentence, on one line, and short", () => {
    for (const text of faults({ volume: "x".repeat(500), words: { a: "\n" }, seenAloneAge: [1, 2] })) {
      expect(text).toMatch(/^the setting .*\.$/);
      expect(text.length).toBeLessThan(260);
    }
  });
  test("an editor's prefix is in the message", () => expect(faults({ volume: "loud" }, { prefix: "caseRecording." })[0]).toContain("caseRecording.volume"));
  test("never throws, and always gives settings that can be used", () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        for (const value of [raw, { profile: raw }, { volume: raw }, { rules: raw }, { words: raw }, { seenAloneAge: raw }]) {
          const { settings } = readSettings(value, known);
          expect(["essential", "standard", "everything"]).toContain(settings.volume);
          expect(Array.isArray(settings.words)).toBe(true);
          expect(settings.seenAloneAge === undefined || Number.isInteger(settings.seenAloneAge)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 20250603 },
    );
  });
  test("a rule's name that is a property of every object is no rule", () => {
    expect(readSettings(JSON.parse('{"rules": {"__proto__": "off", "constructor": "off"}}'), known).settings.rules).toEqual({});
  });
});
