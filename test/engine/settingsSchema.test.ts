import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { readSettings, settingNames } from "../../server/src/engine/settings.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { profiles } from "../../server/src/standards/standards.ts";

// What an editor accepts in .case-recording.yml by the schema is what the reader of settings accepts.

const schema = JSON.parse(readFileSync(new URL("../../dictionaries/schema/settings.schema.json", import.meta.url), "utf8")) as { properties: Record<string, { description: string; properties?: Record<string, { description: string }> }> };
const validate = new Ajv({ allowUnionTypes: true, keywords: ["enumDescriptions"] }).compile(schema);
const known = { rules: rules.map(({ id }) => id), profiles: profiles.map(({ id }) => id), strict: true };

test("every setting and every rule is there, with a sentence on it", () => {
  expect(Object.keys(schema.properties)).toEqual([...settingNames]);
  expect(Object.keys(schema.properties["rules"]!.properties!)).toEqual(known.rules);
  for (const { description } of [...Object.values(schema.properties), ...Object.values(schema.properties["rules"]!.properties!)]) expect(description).toMatch(/^[\p{Lu}“].*\.$/u);
  expect(JSON.stringify(schema)).not.toMatch(/caseRecording\.|`|\*\*/);
});

describe("the schema and the reader agree on", () => {
  test.each<[unknown]>([
    [null], [{}], [{ profile: "coventry" }], [{ profile: "./own.yml" }], [{ volume: "everything" }], [{ rules: { acronym: "off", jargon: "hint" } }], [{ rules: null }], [{ words: ["PRU"], wordLists: ["team.yml"] }], [{ disputedTerms: "leave" }], [{ seenAloneAge: 4 }], [{ seenAloneAge: null }], [{ showNextVisit: false, showPrompts: true }],
    [[]], ["volume"], [{ profile: "leeds" }], [{ profile: 7 }], [{ volume: "loud" }], [{ rules: { acronym: "loud" } }], [{ rules: { nothing: "off" } }], [{ rules: [] }], [{ words: "PRU" }], [{ words: [3] }], [{ disputedTerms: true }], [{ seenAloneAge: 19 }], [{ seenAloneAge: 4.5 }], [{ showPrompts: "yes" }], [{ colour: "red" }],
  ])("%j", (data) => expect(validate(data)).toBe(readSettings(data, known).faults.length === 0));
});
