import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";

// A name is literal, whatever signs a slip of the hand puts into it: never a pattern.

const signs = ["(", ")", "[", "]", "*", "+", "?", "{2}", "|", "\\", ".", "^", "$", "(?<="];
const note = (name: string): string => `Child: ${name} Brown (9 months), Kaylee Brown (7)
Date of visit: 12/06/2025
Type of visit: Statutory visit
Present: ${name}, Kaylee, Kelly (mum)

## What is your view about what is happening for you?

${name} is non-verbal and was asleep. ${name} and Kaylee played; Kaylee told ${name} a story. Kaylee said “${name} is sad and feels low”. Kelly said that ${name}, Kayle and Kaylee are friends.

${name} Brown is 9 months old, and was born on 3 September 2024.
`;

describe("a sign within a child's name costs no rule its findings", () => {
  test.each(signs.flatMap((sign) => [`Kai${sign}`, `${sign}Kai`, `K${sign}ai`]))("%s", (name) => {
    expect(checkNote(note(name), { ...defaultSettings, volume: "everything" }).failed).toEqual([]);
  });
  test("nor does it make of the name another one's pattern", () => {
    const seen = (name: string) => checkNote(note(name).replace(`${name} is non-verbal`, "Kaxi is non-verbal").replace("(9 months)", "(9)")).findings.filter(({ rule }) => rule === "early-years-observation");
    expect(seen("Ka.i")).toEqual([]);
  });
});
