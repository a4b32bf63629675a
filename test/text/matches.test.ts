import { describe, expect, it } from "vitest";
import { matchesIn } from "../../server/src/text/matches.ts";

describe("matchesIn", () => {
  const texts = ["", "Kai saw Mya, and Mya saw Kai.", "a👩‍👧b👧", "  two  lines\n\nand  more ", "“Yes”, no, “yes”"];
  const patterns = [/Kai|Mya/g, /\p{Lu}(\p{L}+)/gu, /\s*/g, /\s*/gu, /(?:)/gu, /\b/g, /$/gm, /(?<word>yes)/gi, /nothing of it/g];

  it("finds what matchAll finds, at the same places and with the same groups", () => {
    const told = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => ({ all: [...match], index: match.index, groups: { ...match.groups } }));
    for (const text of texts) for (const pattern of patterns) expect(told(matchesIn(text, pattern)), `${pattern} in ${text}`).toEqual(told(text.matchAll(pattern)));
  });

  it("begins at the start of the text, whoever used the pattern before", () => {
    const pattern = /a/g;
    pattern.lastIndex = 3;
    expect(matchesIn("banana", pattern).map(({ index }) => index)).toEqual([1, 3, 5]);
    expect(pattern.lastIndex).toBe(0);
  });

  it("takes no pattern that would find its first match for ever", () => {
    expect(() => matchesIn("a", /a/)).toThrow(TypeError);
  });
});
