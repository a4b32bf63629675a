import { describe, expect, test } from "vitest";
import { keepsWords } from "../../server/src/engine/guard.ts";
import { spoken } from "../../server/src/note/spoken.ts";
import { fix, insert, replace } from "../../server/src/engine/rule.ts";
import { readNote } from "../../server/src/note/read.ts";

const note = (body: string) => readNote(`Child: Kai Morton (9)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n\n${body}\n`);

describe("an edit that touches a child's words is refused", () => {
  const kai = note("Then Kai said “I hate it there”. He left.");
  const { start, end } = kai.quotations[0]!.words;
  test.each([
    ["in their middle", replace({ start: start + 2, end: start + 6 }, "like"), false],
    ["one letter", replace({ start, end: start + 1 }, "i"), false],
    ["the last letter", replace({ start: end - 1, end }, "E"), false],
    ["all of them", replace({ start, end }, "…"), false],
    ["around them and more", replace({ start: start - 5, end: end + 5 }, ""), false],
    ["from before into them", replace({ start: start - 3, end: start + 1 }, ""), false],
    ["put in between", insert(start + 1, " "), false],
    ["right before the first letter", insert(start, "**"), true],
    ["right behind the last letter", insert(end, "”"), true],
    ["the opening mark", replace({ start: start - 1, end: start }, "‘"), true],
    ["the sentence before", replace({ start: start - 15, end: start - 1 }, ""), true],
    ["far away", insert(0, "x"), true],
  ])("%s", (_, edit, allowed) => expect(keepsWords(kai, fix("A fix", edit))).toBe(allowed));
  test("one edit of several is enough to refuse them all", () => expect(keepsWords(kai, fix("A fix", [insert(0, "x"), insert(start + 1, "y")]))).toBe(false));
});

describe("whose words are kept", () => {
  const touches = (body: string): boolean => {
    const read = note(body);
    const [quotation] = read.quotations;
    return keepsWords(read, fix("A fix", replace({ start: quotation!.words.start, end: quotation!.words.start + 1 }, "X")));
  };
  test.each([
    ["a child's", "Kai said “no”.", false],
    ["nobody's known", "A sign on the door read “keep out please”.", false],
    ["a transcript's", "K: I hate it there.\nSW: Why?\nK: everything", false],
    ["a block quote's", "Kai wrote:\n\n> I hate it", false],
    ["a cell's", "| House of Worries | House of Dreams |\n|---|---|\n| dad shouting | a dog |", false],
    ["a sign's", "Kai signed MORE.", false],
    ["an adult's may be changed by a rule that has a reason", "Mum said “no”.", true],
  ])("%s", (_, body, allowed) => expect(touches(body)).toBe(allowed));
});

describe("what of a quotation is the speaker's own", () => {
  const own = (body: string): string[] => {
    const read = note(body);
    return spoken(read, read.quotations[0]!).map(({ start, end }) => read.text.slice(start, end));
  };
  test.each([
    ["all of it", "Kai said “I hate it”.", ["I hate it"]],
    ["but the brackets", "Kai said “Dad shouts (he is scared) at me”.", ["Dad shouts", " at me"]],
    ["but the brackets at the end", "Kai said “Dad shouts (he is scared)”.", ["Dad shouts"]],
    ["but the brackets at the beginning", "Kai said “[Mum] shouts”.", [" shouts"]],
    ["where it was never closed, surely its first sentence", "Kai said “I hate it. Then he left the room.", ["I hate it."]],
  ])("%s", (_, body, expected) => expect(own(body)).toEqual(expected));
});
