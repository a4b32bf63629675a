import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/note/read.ts";
import { read } from "./support.ts";

const expected = ["child: Kai Morton", "born: 12/03/2016", "visited: 03/04/2025", "recorded: 04/04/2025", "place: home"];

describe("the three forms of details", () => {
  test("YAML front matter", () => {
    expect(read("---\nchild: Kai Morton\ndate of birth: 12/03/2016\ndate of visit: 03/04/2025\nrecorded: 04/04/2025\nplace: home\n---\n\nKai was in.\n")).toEqual(expected);
  });
  test("lines of key and value", () => {
    expect(read("Child: Kai Morton\nDOB: 12/03/2016\nDate of visit: 03/04/2025\nDate recorded: 04/04/2025\nPlace: home\n\n## Why am I visiting?\n")).toEqual(expected);
  });
  test("a table of two columns", () => {
    expect(read("| Child | Kai Morton |\n|---|---|\n| DOB | 12/03/2016 |\n| Visited | 03/04/2025 |\n| Recorded | 04/04/2025 |\n| Seen at | home |\n\nKai was in.\n")).toEqual(expected);
  });
  test("lines with bold keys", () => {
    expect(read("**Child:** Kai Morton\n**DOB**: 12/03/2016\n**Visited:** 03/04/2025\n**Recorded:** 04/04/2025\n**Place:** home\n")).toEqual(expected);
  });
  test("a list of keys", () => {
    expect(read("- Child: Kai Morton\n- DOB: 12/03/2016\n- Visited: 03/04/2025\n- Recorded: 04/04/2025\n- Place: home\n\nKai was in.\n")).toEqual(expected);
  });
  test("under a title", () => {
    expect(read("# Visit to Kai\n\nChild: Kai Morton\nDOB: 12/03/2016\nVisited: 03/04/2025\nRecorded: 04/04/2025\nPlace: home\n\n## Why am I visiting?\n")).toEqual(expected);
  });
});

describe("front matter", () => {
  test("a list of names is several children", () => {
    expect(read("---\nchildren:\n  - Kai Morton\n  - Mya Morton\n---\n")).toEqual(["child: Kai Morton", "child: Mya Morton"]);
    expect(readNote("---\nchildren: [Kai Morton, Mya Morton]\n---\n").children.map(({ name }) => name)).toEqual(["Kai", "Mya"]);
  });
  test("a list of maps is read field by field", () => {
    const note = readNote("---\nchildren:\n  - name: Kai Morton\n    dob: 12/03/2016\n  - name: Mya Morton\n    age: 4\nvisited: 03/04/2025\n---\n");
    expect(note.details.map(({ key, value }) => `${key}: ${value}`)).toEqual(["child: Kai Morton", "born: 12/03/2016", "child: Mya Morton", "age: 4", "visited: 03/04/2025"]);
    expect(note.children.map(({ name, age }) => [name, age?.years])).toEqual([["Kai", 9], ["Mya", 4]]);
  });
  test("dates stay as they were written", () => {
    expect(read("---\nchild: Kai\ndate of visit: 2025-04-03\n---\n")).toEqual(["child: Kai", "visited: 2025-04-03"]);
    expect(readNote("---\nchild: Kai\ndate of visit: 2025-04-03\n---\n").visited).toMatchObject({ year: 2025, month: 4, day: 3, valid: true });
  });
  test("quoted values", () => {
    expect(read("---\nchild: \"Kai Morton\"\nplace: 'home'\n---\n")).toEqual(["child: Kai Morton", "place: home"]);
  });
  test("what is no YAML is read line by line, and said", () => {
    const note = readNote("---\nchild: [Kai\ndate of visit: 03/04/2025\n---\n\nKai was in.\n");
    expect(note.problems).toHaveLength(1);
    expect(note.problems[0]!.message).toMatch(/could not be read/);
    expect(note.details.map(({ key }) => key)).toContain("visited");
  });
  test("an empty one holds nothing", () => {
    const note = readNote("---\n---\n\nKai was in.\n");
    expect(note.details).toEqual([]);
    expect(note.text.slice(note.detailsSpan.end).trim()).toBe("Kai was in.");
  });
  test("a rule across the page is none", () => {
    expect(readNote("Kai was in.\n\n---\n\nMum was out.\n").details).toEqual([]);
  });
});

describe("in any common wording", () => {
  const wordings: readonly (readonly [string, string])[] = [
    ["Child", "child"], ["Name", "child"], ["Children", "child"], ["Child's name", "child"], ["Name of child", "child"], ["Young person", "child"], ["CHILD", "child"],
    ["DOB", "born"], ["D.O.B.", "born"], ["Date of birth", "born"], ["Age", "age"],
    ["Date of visit", "visited"], ["Visited", "visited"], ["Visit date", "visited"], ["Date visited", "visited"],
    ["Date recorded", "recorded"], ["Recorded", "recorded"], ["Recorded on", "recorded"],
    ["Last visit", "lastVisit"], ["Date of last visit", "lastVisit"],
    ["Type of visit", "type"], ["Type of contact", "type"], ["Visit type", "type"],
    ["Status", "status"], ["Plan", "status"], ["Legal status", "status"],
    ["Place", "place"], ["Seen at", "place"], ["Location", "place"],
    ["Present", "present"], ["Who was present", "present"],
    ["Worker", "worker"], ["Social worker", "worker"], ["Completed by", "worker"],
    ["Seen alone", "seenAlone"], ["Seen alone?", "seenAlone"], ["Was the child seen alone?", "seenAlone"],
  ];
  test.each(wordings)("%s", (wording, key) => {
    // Alone, or as the second line behind the kind of note: both are details.
    const note = readNote(`Status: Child in need\n${wording}: Kai 3/4/2025\n\nKai was in.\n`);
    expect(note.details[1]).toMatchObject({ key, written: wording, value: "Kai 3/4/2025" });
  });
});

describe("what is no detail", () => {
  test("a sentence with a colon", () => expect(readNote("He told me one thing: he is happy.\n").details).toEqual([]));
  test("a line below the first section", () => expect(read("Child: Kai\n\n## What we did\n\nPlace: home\n")).toEqual(["child: Kai"]));
  test("a table of three columns", () => expect(readNote("| What | Who | When |\n|---|---|---|\n| Child | Kai | now |\n").details).toEqual([]));
  test("nothing at all", () => expect(readNote("").details).toEqual([]));
});

describe("as machines and people leave them", () => {
  const plain = "Child: Kai Morton\nDate of visit: 03/04/2025\nSeen alone: yes\n\nKai was in.\n";
  const keys = ["child: Kai Morton", "visited: 03/04/2025", "seenAlone: yes"];
  test.each([
    ["BOM", `\uFEFF${plain}`],
    ["CRLF", plain.replaceAll("\n", "\r\n")],
    ["BOM and CRLF", `\uFEFF${plain.replaceAll("\n", "\r\n")}`],
    ["spaces at the ends", plain.replaceAll("\n", "  \n")],
    ["tabs", plain.replaceAll(": ", ":\t")],
    ["no-break spaces", plain.replaceAll(": ", ":\u00A0").replace("Seen alone", "Seen\u00A0alone").replace("Date of visit", "Date\u00A0of\u00A0visit")],
    ["blank lines between", plain.replaceAll("\n", "\n\n")],
    ["space before the colon", plain.replaceAll(":", " :")],
  ])("%s", (_, text) => expect(readNote(text).details.map(({ key, value }) => `${key}: ${value.replaceAll("\u00A0", " ")}`)).toEqual(keys));
  test.each([
    ["BOM", (text: string) => `\uFEFF${text}`],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("front matter with %s", (_, change) => {
    expect(read(change("---\nchild: Kai Morton\ndate of visit: 03/04/2025\nseen alone: yes\n---\n\nKai was in.\n"))).toEqual(keys);
  });
  test.each([
    ["BOM", (text: string) => `\uFEFF${text}`],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
  ])("a table with %s", (_, change) => {
    expect(read(change("| Child | Kai Morton |\n|---|---|\n| Date of visit | 03/04/2025 |\n| Seen alone | yes |\n\nKai was in.\n"))).toEqual(keys);
  });
  test("every span is the value that it names", () => {
    for (const text of [plain, plain.replaceAll("\n", "\r\n"), "---\nchild: Kai Morton\nplace: 'home'\n---\n", "| Child | Kai |\n|---|---|\n| Place | home |\n"]) {
      const note = readNote(text);
      for (const { value, valueSpan } of note.details) expect(text.slice(valueSpan.start, valueSpan.end)).toContain(value);
    }
  });
});

describe("details between details", () => {
  const keys = (text: string) => readNote(`${text}\n\nHe sat down.\n`).details.map(({ key, written }) => `${key} ${written}`);
  test("a date of birth with a name beside it", () => expect(keys("Children: Baran Yildiz (14), Umut Yildiz (8)\nDOB (Umut): 03/02/2017\nUmut's DOB: 03/02/2017\nDate of visit: 19/11/2025")).toEqual(["child Children", "born DOB (Umut)", "born Umut's DOB", "visited Date of visit"]));
  test("is that child's", () => expect(readNote("Children: Baran Yildiz, Umut Yildiz\nDOB (Baran): 03/02/2011\nDOB (Umut): 03/02/2017\nDate of visit: 19/11/2025\n\nHe sat down.\n").children.map(({ name, age }) => [name, age?.years])).toEqual([["Baran", 14], ["Umut", 8]]));
  test("what we do not know, where one that we know comes next", () => expect(keys("Child: Kai Morton (9)\nHair colour: brown\nDate of visit: 19/11/2025")).toEqual(["child Child", "other Hair colour", "visited Date of visit"]));
  test("and not where the note has begun", () => expect(keys("Child: Kai Morton (9)\nFirst impressions: tired\nHe came in.")).toEqual(["child Child"]));
});

describe("a plain title above the details", () => {
  test("is no detail, and the details are read", () => {
    const note = readNote("Home visit 12/6/25 4.30pm\nChild: Kai Morton (9)\nRecorded: 13/6/25\n\nHe sat down.\n");
    expect(note.details.map(({ key }) => key)).toEqual(["child", "recorded"]);
    expect(note.kind).toBe("visit");
  });
  test.each(["I saw Kai today.\nChild: Kai Morton (9)\n", "He was tired\nand cross.\nChild: Kai Morton\n", "Home visit 12/6/25\n\nHe sat down.\n"])("%j holds none", (text) => expect(readNote(text).details).toEqual([]));
});
