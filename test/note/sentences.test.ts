import { describe, expect, test } from "vitest";
import { noteOf } from "./support.ts";

const sentences = (body: string, under?: string) => {
  const note = noteOf(body, under);
  return note.sentences.map(({ start, end }) => note.text.slice(start, end));
};

describe("where a sentence ends", () => {
  test.each([
    ["two plain ones", ["Kai was in.", "Mum was out."]],
    ["a question and a cry", ["Was he in?", "He was!", "Good."]],
    ["titles", ["Dr. Shah came at four.", "Mr. Patel left."]],
    ["saints", ["He goes to St. Mary's now.", "She likes it."]],
    ["times with a stop", ["I came at 10.30am and left at 11.15am.", "He was in."]],
    ["p.m. and a capital", ["I came at 3.30 p.m.", "He was in."]],
    ["p.m. and a small letter", ["I came at 3.30 p.m. and he was in."]],
    ["e.g. and i.e.", ["He likes ball games, e.g. football, i.e. most of them.", "He runs."]],
    ["No. 4", ["They live at No. 4 now.", "It is warm."]],
    ["etc. in the middle", ["He has toys, books etc. in his room.", "He reads."]],
    ["a decimal number", ["He is 1.2 metres tall.", "He grew."]],
    ["a date with stops", ["I came on 4.6.25 and he was in.", "He grew."]],
    ["an ellipsis", ["He thought about it... and then he nodded.", "He smiled."]],
    ["approx. and a number", ["It took approx. 20 minutes.", "He waited."]],
    ["section numbers", ["It is under s. 20 of the Act.", "Mum agreed."]],
    ["a stop in brackets", ["He came (he was late.) and sat down."]],
  ])("%s", (_, expected) => expect(sentences(`${expected.join(" ")}\n`)).toEqual(expected));
});

describe("quotations are closed rooms", () => {
  test.each([
    ["several sentences inside", ["He said “Why? What did I do? I hate this.” and left."]],
    ["several inside, then another sentence", ["He said “Why? What did I do?”", "Then he left."]],
    ["the end of the quotation is the end", ["He said “I hate this.”", "Mum sighed."]],
    ["the stop outside", ["He said “I hate this”.", "Mum sighed."]],
    ["who said it, behind", ["“I hate this. I want to go,” Kai said.", "Mum sighed."]],
    ["a question, and who said it", ["“Can I go?” he asked.", "Mum sighed."]],
    ["straight marks", ["He said \"No. I won't.\" and left.", "Mum sighed."]],
    ["a stop in a nested one", ["He said “Dad goes ‘Shut up. Now.’ and I went up”.", "Mum sighed."]],
  ])("%s", (_, expected) => expect(sentences(`${expected.join(" ")}\n`)).toEqual(expected));
});

describe("lines and lists", () => {
  test("each item by itself", () => expect(sentences("- Ring school\n- Ring the GP\n")).toEqual(["Ring school", "Ring the GP"]));
  test("each cell by itself", () => expect(sentences("| What | Who |\n|---|---|\n| Ring school | Sam |\n")).toEqual(["What", "Who", "Ring school", "Sam"]));
  test("a line that goes on is one sentence", () => expect(sentences("Kai was in the garden with\nhis brother.\n")).toEqual(["Kai was in the garden with\nhis brother."]));
  test("no sentence is empty or begins or ends with a space", () => {
    for (const sentence of sentences("Kai was in.  Mum  was out .\n\n\n- \n- x\n\n> \n\n…\n")) expect(sentence).toBe(sentence.trim());
  });
});
