import { describe, expect, test } from "vitest";
import { wordList } from "../../server/src/lexicon/lexicon.ts";
import { isHardToRead, longWords } from "../../server/src/prose/readability.ts";

const familiar = wordList("familiar-long");
const hard = (text: string, age: number): boolean => isHardToRead(text.replace(/[.,]/g, "").split(/\s+/), age, familiar);

describe("is it hard to read, at an age?", () => {
  const formal = "The paradigm necessitates multi-systemic recalibration of parental reflective functioning.";
  test("every formula agrees on the worst", () => expect([9, 12, 15, 18].map((age) => hard(formal, age))).toEqual([true, true, true, true]));
  test("what is hard at nine need not be at sixteen", () => {
    const middling = "She likes to volunteer at the animal sanctuary and to organise the tombola there every weekend with her favourite cousin.";
    const some = "I gave her the application and we talked about the deposit, the tenancy and the inventory of the flat that she likes by the canal.";
    expect([middling, some].map((text) => hard(text, 9))).toContain(true);
    expect([middling, some].map((text) => hard(text, 19))).toEqual([false, false]);
  });
  test("length alone is not hard", () => expect(hard("Then he did six handstands against the fence and asked me to count them all out loud while the dog ran round and round the yard.", 9)).toBe(false));
  test("an easy word that comes again is not hard", () => expect(hard("He went to the park and to the shop and to the bus and to the flat and to his nan and to the park and home again to the flat.", 9)).toBe(false));
  test("short forms are left out: they are neither long nor short", () => expect(hard("EHCP CAMHS IRO LADO MASH ICPC SENCO PLO FGC SGO", 9)).toBe(false));
});

test("an ending makes no word long, and what every child knows is not counted", () => expect(longWords(["reminded", "attended", "grandmother", "yesterday", "Birmingham", "recalibration", "notifications"], familiar)).toEqual(["recalibration", "notifications"]));
