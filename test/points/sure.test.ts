import { expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { pointsOf } from "../../server/src/points.ts";

// What nobody can be sure of is for the writer to judge.
const details = (recorded: string, visited = "18/11/2025 16:15") => `Child: Kai Morton (9)\nDate of visit: ${visited}\nRecorded: ${recorded}\nType of visit: Statutory visit\n\nI saw Kai at home. We played Uno.\n`;
const recorded = (text: string) => pointsOf(checkNote(text)).points.find(({ rule }) => rule === "recorded-late")?.state;

test.each([
  ["20/11/2025 16:00", "met"],
  ["20/11/2025 19:40", "missing"],
  ["20/11/2025", "judge"],
  ["19/11/2025", "met"],
])("a visit at a quarter past four, recorded %s, is %s", (day, state) => expect(recorded(details(day))).toBe(state));
test("two days without hours, two days apart", () => expect(recorded(details("20/11/2025", "18/11/2025"))).toBe("judge"));

test("a family of which a rule is off is never met by that", () => {
  const plain = (settings = defaultSettings) => pointsOf(checkNote(details("19/11/2025"), settings), settings).points.find(({ title }) => /^Plain words/.test(title))?.state;
  expect(plain()).toBe("met");
  expect(plain({ ...defaultSettings, rules: { acronym: "off" } })).toBe("judge");
});
