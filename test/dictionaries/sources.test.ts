import { describe, expect, test } from "vitest";
import { stats } from "../../scripts/dictionaries.mjs";
import { wholeEntries } from "./entries.ts";

describe("where the words come from", () => {
  test("no entry is without a source, and every source is known", () => expect(stats().faults).toEqual([]));
  test("there is much to try", () => {
    const { rows } = stats();
    for (const { list, entries, flag } of rows) if (list !== "acronyms") expect(flag, list).toBeGreaterThanOrEqual(entries * 0.5);
  });
});

describe("a word whose sense can be mistaken is tried both ways", () => {
  const mistakable = ({ except, near, of }: { except?: readonly string[]; near?: readonly string[]; of?: string }): boolean => Boolean(except?.length || near?.length || of === "person");
  test.each(["jargon", "label", "opinion", "hearsay", "risk"] as const)("%s", (name) => expect(wholeEntries(name).filter((entry) => mistakable(entry) && !(entry.flag?.length && entry.allow?.length)).map(({ term }) => term)).toEqual([]));
});

describe("no suggestion is milder than a harm", () => {
  test("a label that may name a harm has no plainer word, only what to say", () => expect(wholeEntries("label").filter(({ harm, plain }) => harm && plain?.length).map(({ term }) => term)).toEqual([]));
});
