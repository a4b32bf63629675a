import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { details } from "../note/support.ts";

/** The body of a note after the fix of that title. */
function fixed(body: string, title: RegExp): string {
  const text = `${details}\n${body}\n`;
  const { findings } = checkNote(text, { ...defaultSettings, volume: "everything" });
  const fix = findings.flatMap(({ fixes }) => fixes).find((one) => title.test(one.title));
  expect(fix, findings.flatMap(({ fixes }) => fixes.map((one) => one.title)).join("\n")).toBeDefined();
  return applyEdits(text, fix!.edits).slice(details.length + 1).trimEnd();
}

describe("a fix fits its sentence", () => {
  test.each([
    ["behind “has” a verb takes its other form", "Ellie has absconded twice.", /gone missing|run away/, "Ellie has (gone missing|run away) twice."],
    ["a capital where a sentence begins", "Siblings came too.", /brothers and sisters/, "Brothers and sisters came too."],
    ["no capital in the middle, whatever stood there", "The IRO rang and LAC is not a word.", /Independent Reviewing Officer \(IRO\)/, "The Independent Reviewing Officer \\(IRO\\) rang and LAC is not a word."],
    ["a becomes an", "I spoke to a IRO today.", /Independent Reviewing Officer \(IRO\)/, "I spoke to an Independent Reviewing Officer \\(IRO\\) today."],
    ["a bracket in a bracket would be hard to read", "I rang Sal (IRO) at ten.", /Independent Reviewing Officer, IRO/, "I rang Sal \\(Independent Reviewing Officer, IRO\\) at ten."],
    ["a section of an act keeps its number, and is explained", "We met after the s47 and agreed a plan.", /^Write “s47 \(/, "We met after the s47 \\([^)]+\\) and agreed a plan."],
  ])("%s", (_, body, title, wanted) => expect(fixed(body, title)).toMatch(new RegExp(`^${wanted}$`)));
  test("nothing with “himself” is offered where only “she” is spoken of", () => {
    const { findings } = checkNote(`${details}\nShe can self-regulate with her blanket.\n`, defaultSettings);
    const titles = findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(titles.join(" ")).not.toMatch(/\b(?:himself|his|he)\b/);
  });
});
