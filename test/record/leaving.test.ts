import { describe, expect, test } from "vitest";
import { read } from "../../server/src/check.ts";
import { leavingInWords, personalDataOf } from "../../server/src/record/leaving.ts";

const told = (text: string): string[] => personalDataOf(read(text)).map(({ what, text: words }) => `${what}: ${words}`);

describe("personal data that leaves", () => {
  test("in lines of details", () =>
    expect(told("Child: Kai Morton (9)\nDate of birth: 02/02/2016\nNHS number: 943 476 5919\nHome address: 14 Mill Lane, Leeds LS1 4AP\nMum: Kelly Morton, 07700 900461\nSchool: St Anne's Primary, 01632 960983\nType of visit: Statutory visit\nWorker: Sam Okoro\n\nWe met.\n")).toEqual([
      "full name: Kai Morton", "date of birth: 02/02/2016", "NHS number: 943 476 5919", "address: 14 Mill Lane, Leeds LS1 4AP", "full name: Kelly Morton", "telephone number: 07700 900461", "full name: Sam Okoro",
    ]));
  test("in front matter and beside a child's name", () => expect(told("---\nchildren:\n  - Rosie Tennant (DOB 03/03/2017)\ntype of visit: Statutory visit\npresent: Rosie, Denise Okafor (foster carer)\n---\n\nWe met.\n")).toEqual(["full name: Rosie Tennant", "date of birth: 03/03/2017", "full name: Denise Okafor"]));
  test("in the prose, as the rule personal-data knows it", () => {
    expect(told("Child: Kai (9)\nType of contact: Case note\n\nThe neighbour, Mrs Green at number 14, rang us about the noise. Craig's new number is 07700 900461.\n")).toEqual([expect.stringMatching(/^name of somebody who told us something: .*Mrs Green/), "telephone number: 07700 900461"]);
    expect(told("Child: Kai (9)\nType of contact: Case note\n\nThe surgery is on 01632 960983. He ate tea.\n")).toEqual([]);
  });
  test("each stands where it is said to stand", () => {
    const text = "\uFEFFChild: Kai Morton (9)\r\nDOB: 02/02/2016\r\nType of visit: Statutory visit\r\n\r\nCraig's number is 07700 900461.\r\n";
    for (const { start, end, text: words } of personalDataOf(read(text))) expect(text.slice(start, end)).toBe(words);
    expect(personalDataOf(read(text))).toHaveLength(3);
  });
});

describe("in words", () => {
  const said = (text: string): string | undefined => leavingInWords(personalDataOf(read(text)));
  test("one of a kind, and several", () => expect(said("Child: Kai Morton (9)\nDate of birth: 02/02/2016\nPresent: Kelly Morton (mum)\nType of visit: Statutory visit\n\nCraig's number is 07700 900461.\n")).toBe("This copy holds 2 full names, a date of birth and a telephone number."));
  test("what is there twice counts once", () => expect(said("Child: Kai Morton (9)\nPresent: Kai Morton, Sam\nType of visit: Statutory visit\n\nWe met.\n")).toBe("This copy holds a full name."));
  test("an NHS number and an address have their article", () => expect(said("Child: Kai (9)\nNHS number: 943 476 5919\nHome address: 14 Mill Lane\nType of visit: Statutory visit\n\nWe met.\n")).toBe("This copy holds an NHS number and an address."));
  test("nothing of nothing", () => expect(said("Child: Kai (9)\nType of visit: Statutory visit\n\nWe met.\n")).toBeUndefined());
});
