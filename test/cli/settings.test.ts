import { expect, test } from "vitest";
import { defaultSettings, readSettings } from "../../server/src/engine/settings.ts";

const known = { rules: ["acronym", "jargon"], profiles: ["planning-and-seeing", "coventry"] };

test("what is well said is obeyed", () => {
  const raw = { profile: "coventry", volume: "everything", rules: { acronym: "off", jargon: "hint" }, words: ["EHM", " Thrive "], people: ["Helen Marsh (team manager) "], wordLists: [" team.yml "], disputedTerms: "leave", seenAloneAge: 4, showNextVisit: false, showPrompts: false };
  expect(readSettings(raw, known)).toEqual({ settings: { ...raw, words: ["EHM", "Thrive"], people: ["Helen Marsh (team manager)"], wordLists: ["team.yml"], packs: [] }, faults: [] });
});

test.each([undefined, null, {}, { profile: null, volume: null, rules: null, words: null, seenAloneAge: null }, { profile: "" }])("%j chooses nothing", (raw) => {
  expect(readSettings(raw, known)).toEqual({ settings: defaultSettings, faults: [] });
});

test.each<[unknown, string]>([
  [[], "the settings must be names with values; they are [], so the usual settings are used."],
  [{ profile: 7 }, 'the setting profile must be "planning-and-seeing" or "coventry", or the path of a file with your own; it is 7, so the usual profile is used.'],
  [{ volume: "loud" }, 'the setting volume must be "essential", "standard" or "everything"; it is "loud", so "standard" is used.'],
  [{ rules: ["acronym"] }, 'the setting rules must be names of rules, each with a severity or "off"; it is ["acronym"], so every rule has its own severity.'],
  [{ rules: { jargon: false } }, 'the setting rules.jargon must be "error", "warning", "information", "hint" or "off"; it is false, so the rule has its own severity.'],
  [{ rules: { jargn: "off" } }, "the setting rules.jargn is about a rule that does not exist, so it is passed over."],
  [{ words: "LAC" }, 'the setting words must be a list; it is "LAC", so no words of your own are used.'],
  [{ words: [5] }, "the setting words[0] must be a word or an acronym; it is 5, so it is passed over."],
  [{ seenAloneAge: 4.5 }, "the setting seenAloneAge must be a whole number from 0 to 18; it is 4.5, so the profile's age is used."],
  [{ seenAloneAge: -1 }, "the setting seenAloneAge must be a whole number from 0 to 18; it is -1, so the profile's age is used."],
  [{ showPrompts: "no" }, 'the setting showPrompts must be true or false; it is "no", so true is used.'],
])("%j is left at its default, and named", (raw, text) => {
  const { settings, faults } = readSettings(raw, known);
  expect(settings).toEqual(defaultSettings);
  expect(faults.map((fault) => fault.text)).toEqual([text]);
});

test("a name that is no setting is a fault in our own file alone", () => {
  expect(readSettings({ colour: "red" }, known).faults).toEqual([]);
  expect(readSettings({ colour: "red" }, { ...known, strict: true }).faults).toHaveLength(1);
});

test("names that JavaScript has of its own are nothing special", () => {
  const raw: unknown = JSON.parse('{"rules":{"__proto__":"off","constructor":"off"}}');
  const { settings, faults } = readSettings(raw, known);
  expect(settings.rules).toEqual({});
  expect(faults).toHaveLength(2);
});
