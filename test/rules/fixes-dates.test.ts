import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { applyEdits } from "../../server/src/text/edit.ts";

// What the rules on dates and details offer to mend, to the letter.

const everything = { ...defaultSettings, volume: "everything" as const };
const of = (text: string, rule: string): string[] => checkNote(text, everything).findings.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)));
const safe = (text: string): boolean[] => checkNote(text, everything).findings.filter(({ rule }) => rule === "date-mismatch" || rule === "details-missing").flatMap(({ fixes }) => fixes.map((one) => one.safe));

const head = "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nType of visit: Home visit\n\n";

describe("the right day of the week, in the letters of the wrong one", () => {
  test.each([
    ["Monday 17 June 2025", "Tuesday 17 June 2025"], ["Mon 17 June", "Tue 17 June"], ["Thurs 17 June", "Tues 17 June"], ["mon 17/6/25", "tue 17/6/25"], ["MONDAY 17 June", "TUESDAY 17 June"], ["17 June 2025 (Mon)", "17 June 2025 (Tue)"], ["Friday the 18th of June", "Wednesday the 18th of June"], ["Mon night (17 June)", "Tue night (17 June)"], ["Tues 19 June", "Thurs 19 June"], ["Tues 20 June", "Fri 20 June"],
  ])("%s", (before, after) => expect(of(`${head}We meet on ${before}.\n`, "date-mismatch")).toEqual([`${head}We meet on ${after}.\n`]));
  test("is offered, and not made unasked", () => expect(safe(`${head}We meet on Monday 17 June.\n`)).toEqual([false]));
  test("is all that is offered: no date, no age is changed", () => {
    expect(of(`${head}We meet on 31 June 2025.\n`, "date-mismatch")).toEqual([]);
    expect(of("Child: Kai (9)\nDOB: 12/03/2012\nDate of visit: 03/06/2025\nRecorded: 01/06/2025\nType of visit: Home visit\n\nI saw Kai.\n", "date-mismatch")).toEqual([]);
  });
});

describe("the details that are missing", () => {
  const body = "\nKai showed me his rabbit.\n";
  const [visit, recorded, child, place] = ["[… day and time of the visit …]", "[… day and time of recording …]", "[… child's name …]", "[… where the child was seen …]"];
  test("as lines behind the last one", () => expect(of(`Child: Kai Morton (9)\nType of visit: Statutory visit\n${body}`, "details-missing")).toEqual([`Child: Kai Morton (9)\nType of visit: Statutory visit\nDate of visit: ${visit}\nDate recorded: ${recorded}\nPlace: ${place}\n${body}`]));
  test("laid out like the last one", () => {
    const before = `- **child:** Kai\n- **date of visit:** 03/06/2025\n- **type of visit:** Home visit\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("Home visit\n", `Home visit\n- **date recorded:** ${recorded}\n`)]);
  });
  test("in front matter", () => {
    const before = `---\nchild: Kai\ndate of visit: 03/06/2025\ntype of visit: Home visit\n---\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("visit\n---", `visit\ndate recorded: ${recorded}\n---`)]);
  });
  test("in a table", () => {
    const before = `| Child | Kai |\n|---|---|\n| Date of visit | 03/06/2025 |\n| Type of visit | Home visit |\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("Home visit |\n", `Home visit |\n| Date recorded | ${recorded} |\n`)]);
  });
  test("behind a key that waits for it, and nothing that is there goes", () => {
    const before = `Child: Kai\nDate of visit: yesterday\nRecorded:\nType of visit: Home visit\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("yesterday", `yesterday ${visit}`).replace("Recorded:", `Recorded: ${recorded}`)]);
  });
  test("in an empty cell", () => {
    const before = `| Child | Kai |\n|---|---|\n| Recorded | |\n| Date of visit | 03/06/2025 |\n| Type of visit | Home visit |\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("| Recorded | |", `| Recorded | ${recorded} |`)]);
  });
  test("in front matter, behind an empty key", () => {
    const before = `---\nchild: Kai\nrecorded:\ndate of visit: 03/06/2025\ntype of visit: Home visit\n---\n${body}`;
    expect(of(before, "details-missing")).toEqual([before.replace("recorded:", `recorded: ${recorded}`)]);
  });
  test("at the top, where there are none, with the line ends of the note", () => {
    const before = `## Why am I visiting?\n\nTo see him.\n\n## What we did and what we talked about\n${body}`.replaceAll("\n", "\r\n");
    const [after] = of(before, "details-missing");
    expect(after).toBe(`Date of visit: ${visit}\r\nDate recorded: ${recorded}\r\nPlace: ${place}\r\n\r\n${before}`);
    expect(child).toBeDefined();
  });
  test("what was added is not added again", () => {
    for (const before of [`Child: Kai Morton (9)\nType of visit: Statutory visit\n${body}`, `---\nchild: Kai\ntype of visit: Statutory visit\n---\n${body}`, `| Child | Kai |\n|---|---|\n| Type of visit | Statutory visit |\n${body}`]) {
      const [after] = of(before, "details-missing");
      expect(of(after!, "details-missing")).toEqual([]);
    }
  });
});
