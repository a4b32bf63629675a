import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/note/read.ts";
import { known, noteOf, voices } from "./support.ts";

const children = (text: string) => readNote(text).children.map(({ name, age, unborn }) => (unborn ? `${name}, unborn` : age?.months !== undefined && age.years < 2 ? `${name}, ${age.months} months` : age ? `${name}, ${age.years}` : name));

describe("who the children are, and how old on the day of the visit", () => {
  test.each([
    ["an age in brackets", "Child: Kai Morton (9)\n", ["Kai, 9"]],
    ["an age behind a comma", "Child: Kai Morton, 9\n", ["Kai, 9"]],
    ["aged", "Child: Kai Morton, aged 9\n", ["Kai, 9"]],
    ["two, with and", "Children: Kai Morton (9) and Mya Morton (4)\n", ["Kai, 9", "Mya, 4"]],
    ["three, with commas", "Children: Kai (9), Mya (4), Leo (18 months)\n", ["Kai, 9", "Mya, 4", "Leo, 18 months"]],
    ["an age of its own", "Child: Kai Morton\nAge: 9\n", ["Kai, 9"]],
    ["ages in a row", "Children: Kai, Mya\nAges: 9, 4\n", ["Kai, 9", "Mya, 4"]],
    ["months", "Child: Kai (7 months)\n", ["Kai, 7 months"]],
    ["no age", "Child: Kai Morton\n", ["Kai"]],
    ["born, and visited", "Child: Kai Morton\nDOB: 04/04/2016\nDate of visit: 03/04/2025\n", ["Kai, 8"]],
    ["born, visited on the birthday", "Child: Kai Morton\nDOB: 03/04/2016\nDate of visit: 03/04/2025\n", ["Kai, 9"]],
    ["born on 29 February, visited on 28 February", "Child: Kai Morton\nDOB: 29/02/2020\nDate of visit: 28/02/2025\n", ["Kai, 4"]],
    ["born on 29 February, visited on 1 March", "Child: Kai Morton\nDOB: 29/02/2020\nDate of visit: 01/03/2025\n", ["Kai, 5"]],
    ["birth and visit tell more than an age", "Child: Kai Morton (8)\nDOB: 03/04/2016\nDate of visit: 03/04/2025\n", ["Kai, 9"]],
    ["born, in brackets", "Child: Kai Morton (DOB 03/04/2016)\nDate of visit: 03/04/2025\n", ["Kai, 9"]],
    ["born, and no visit", "Child: Kai Morton\nDOB: 03/04/2016\n", ["Kai"]],
    ["unborn", "Child: Baby Ward (unborn, due 14/02/2026)\n", ["Baby Ward, unborn"]],
    ["known as, behind the name", "Child: Ayomide Adeyinka (12), known as Ayo\n", ["Ayo, 12"]],
    ["known as, a line of its own", "---\nchild: Ayomide Adeyinka\nknown as: Ayo\nage: 12\n---\n", ["Ayo, 12"]],
    ["a nickname in brackets", "Child: Mo (Mohammed) Karimi\nAge: 16\n", ["Mo, 16"]],
    ["hyphens", "Children: Oliver-James Pike (6), Lily-Mae Pike (3)\n", ["Oliver-James, 6", "Lily-Mae, 3"]],
    ["accents", "Child: Zoë O'Brien-Łęcka (11)\n", ["Zoë, 11"]],
    ["names that are words", "Children: May Hope (9), Will Hope (7), Grace Hope (5)\n", ["May, 9", "Will, 7", "Grace, 5"]],
    ["brothers and sisters by their own key", "Child: Kai Morton (9)\nSister: Mya (4)\n", ["Kai, 9", "Mya, 4"]],
    ["from a letter", "Dear Kai,\n\nIt was good to see you.\n", ["Kai"]],
    ["none", "I rang school.\n", []],
  ])("%s", (_, text, expected) => expect(children(text)).toEqual(expected));
  test("unborn, without a name", () => {
    const [child, ...rest] = readNote("Child: Unborn baby\n").children;
    expect(child).toMatchObject({ unborn: true, name: expect.stringMatching(/baby/i) });
    expect(rest).toEqual([]);
  });
});

describe("names that are words", () => {
  const family = "Children: May Hope (9), Will Hope (7), Grace Hope (5)\nType of contact: Case note\nWorker: Sam Okoro\n";
  const mentioned = (sentence: string): string[] => noteOf(sentence, family).sentences.flatMap(({ mentions }) => mentions.filter(({ how }) => how === "name").flatMap(({ children: some }) => some.map(({ name }) => name)));
  test.each([
    ["May said she was tired.", ["May"]],
    ["In May we went to the park.", []],
    ["We went on 3 May 2025.", []],
    ["She may come on Friday.", []],
    ["May and Will were in the garden.", ["May", "Will"]],
    ["I will ring school.", []],
    ["Will told me about Year 2.", ["Will"]],
    ["I hope to see them soon.", []],
    ["Grace showed me her shoes.", ["Grace"]],
    ["She danced with grace.", []],
  ])("%s", (sentence, expected) => expect(mentioned(sentence)).toEqual(expected));
  test("their words are theirs", () => {
    expect(voices(noteOf("Will said “I like Year 2” and May said “I don't”.", family))).toEqual(["child Will: I like Year 2", "child May: I don't"]);
    expect(voices(noteOf("Grace told me “my shoes light up”.", family))).toEqual(["child Grace: my shoes light up"]);
  });
});

describe("every way of naming a child", () => {
  test.each([
    ["the first name", "Kai said “no”."], ["the full name", "Kai Morton said “no”."], ["capitals", "KAI said “no”."], ["a possessive", "Kai's answer was “no”."],
  ])("%s", (_, body) => expect(known(noteOf(body))).toEqual(["child Kai: no"]));
  test.each([
    ["hyphen", "Oliver-James said “no”."], ["both names", "Oliver-James Pike said “no”."],
  ])("with a hyphen: %s", (_, body) => expect(known(noteOf(body, "Child: Oliver-James Pike (6)\n"))).toEqual(["child Oliver-James: no"]));
  test("known as, and the name in full", () => {
    expect(known(noteOf("Ayo said “no”. Ayomide said “yes”.", "Child: Ayomide Adeyinka (12), known as Ayo\n"))).toEqual(["child Ayo: no", "child Ayo: yes"]);
  });
  test("a child's hyphenated friend is not the child", () => {
    expect(known(noteOf("Kai-Lee said “no”. Kai said “yes”.", "Child: Kai Morton (9)\nPresent: Kai-Lee (cousin, 19)\n")).at(-1)).toBe("child Kai: yes");
    expect(known(noteOf("Kai-Lee said “no”. Kai said “yes”.", "Child: Kai Morton (9)\nPresent: Kai-Lee (cousin, 19)\n"))).not.toContain("child Kai: no");
  });
});
