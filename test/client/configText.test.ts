import { expect, test } from "vitest";
import { nameAt, placeIn } from "../../client/src/configText.ts";

/** A text with "|" where somebody stands. */
function at(marked: string): [string[], number, number] {
  const before = marked.slice(0, marked.indexOf("|")).split(/\r?\n/);
  return [marked.replace("|", "").split(/\r?\n/), before.length - 1, before.at(-1)!.length];
}

test.each([
  ["|", { at: "setting", known: [] }],
  ["vol|", { at: "setting", known: [] }],
  ["volume: standard\n|\nwords: []\n", { at: "setting", known: ["volume", "words"] }],
  ["rules:\n  acronym: off\n|", { at: "setting", known: ["rules"] }],
  ["rules:\n  |", { at: "rule", known: [] }],
  ["rules:\n  acronym: off\n\n  # more\n  jar|\n  promise: hint\nwords: []\n", { at: "rule", known: ["acronym", "promise"] }],
  ["rules:\r\n  acronym: |", { at: "level", rule: "acronym" }],
  ["rules:\n  acronym: of|", { at: "level", rule: "acronym" }],
  ["volume: |", { at: "value", setting: "volume" }],
  ["profile: plan|", { at: "value", setting: "profile" }],
  ["# vol|", undefined],
  ["volume: standard # |", undefined],
  ["words:\n  - |", undefined],
  ["words:\n  |", undefined],
  ["rules: { |", undefined],
  ["volume: standard |", undefined],
  ["rules:\n  acronym: off |", undefined],
])("%j", (marked, place) => expect(placeIn(...at(marked))).toEqual(place));

test.each([
  ["vol|ume: loud", { setting: "volume", inName: true }],
  ["volume: lo|ud", { setting: "volume", inName: false }],
  ["rules:\n  acro|nym: off", { rule: "acronym", inName: true }],
  ["rules:\n  acronym: o|ff", { rule: "acronym", inName: false }],
  ["volume: loud # why| not", undefined],
  ["words:\n  - vol|ume", undefined],
  ["words:\n  vol|ume: x", undefined],
])("the name at %j", (marked, name) => expect(nameAt(...at(marked))).toEqual(name));
