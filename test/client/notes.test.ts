import { describe, expect, it } from "vitest";
import { beginsWithDetails, isCaseNote, matchesAny, type Candidate } from "../../client/src/notes.ts";

const candidate = (over: Partial<Candidate>): Candidate => ({ languageId: "markdown", path: "notes/tuesday.md", firstText: "# Tuesday\n", patterns: [], recognise: true, ...over });

describe("details at the beginning of a text are recognised", () => {
  const notes: Record<string, string> = {
    "front matter": "---\nchildren:\n  - name: Rosie\n    dob: 03/03/2017\ndate of visit: 12/06/2025\n---\n\n# Rosie\n",
    "front matter with CRLF and a BOM": "\uFEFF---\r\nchild: Rosie\r\nvisited: 12/06/2025\r\n---\r\n",
    "lines": "Child: Rosie\nDate of visit: 12/06/2025\n\n## Why am I visiting?\n",
    "bold lines under a title": "# Visit record\n\n**Name:** Rosie\n**Date of visit:** 12/06/2025\n",
    "a plain title and a list": "Visit record\n\n- Young person: Rosie\n- Social worker: Priya\n",
    "a table": "| Child | Rosie |\n|---|---|\n| Seen alone | Yes |\n",
    "a table with a heading row": "| Detail | |\n| --- | --- |\n| Type of contact | phone call |\n| Worker | Priya |\n",
    "other wordings": "Child’s name: Rosie\nSeen alone (Y/N): Y\n",
    "keys in capitals, with a hard space": "CHILD:\u00A0Rosie\nTYPE OF VISIT: statutory\n",
  };
  for (const [name, text] of Object.entries(notes)) it(name, () => expect(beginsWithDetails(text)).toBe(true));
});

describe("other texts are left alone", () => {
  const others: Record<string, string> = {
    "nothing": "",
    "a readme": "# Case Recording\n\nReads a draft note.\n\nChild: Rosie\nDate of visit: 1 May\n",
    "a page of a site": "---\ntitle: Home\nname: home\nchildren: [about, contact]\n---\n",
    "a recipe": "Name: Soup\nRecorded: 2024\n\nBoil it.\n",
    "one key": "Child: a process that another one started\n\nText.\n",
    "two keys of other people": "Name: Dr Shah\nWorker: 12\n",
    "code": "const child = {\n  name: 'x',\n  visited: true,\n};\n",
    "a table of something else": "| Name | Recorded |\n|---|---|\n| a | b |\n",
  };
  for (const [name, text] of Object.entries(others)) it(name, () => expect(beginsWithDetails(text)).toBe(false));
});

describe("isCaseNote", () => {
  const details = "Child: Rosie\nDate of visit: 12/06/2025\n";
  it("takes every document of the extension's own language", () => expect(isCaseNote(candidate({ languageId: "case-note", firstText: "" }))).toBe(true));
  it("takes Markdown and plain text with details", () => {
    expect(isCaseNote(candidate({ firstText: details }))).toBe(true);
    expect(isCaseNote(candidate({ languageId: "plaintext", firstText: details }))).toBe(true);
  });
  it("leaves them where that is turned off", () => expect(isCaseNote(candidate({ firstText: details, recognise: false }))).toBe(false));
  it("takes files that a pattern names", () => expect(isCaseNote(candidate({ patterns: ["notes/**/*.md"], recognise: false }))).toBe(true));
  it("leaves every other language alone", () => expect(isCaseNote(candidate({ languageId: "yaml", firstText: details, patterns: ["**"] }))).toBe(false));
});

describe("matchesAny", () => {
  it("holds a pattern without a slash against the name", () => {
    expect(matchesAny("a/b/kai-visit.txt", ["*-visit.txt"])).toBe(true);
    expect(matchesAny("a/b/visit.txt", ["*-visit.txt"])).toBe(false);
  });
  it("holds a pattern with a slash against the path", () => {
    expect(matchesAny("visits/2025/kai.md", ["visits/**/*.md"])).toBe(true);
    expect(matchesAny("visits/2025/kai.md", ["./visits/**"])).toBe(true);
    expect(matchesAny("other/kai.md", ["visits/**/*.md"])).toBe(false);
  });
  it("takes Windows paths, whole paths and any case", () => {
    expect(matchesAny("Visits\\Kai.MD", ["visits/*.md"])).toBe(true);
    expect(matchesAny("/home/priya/visits/kai.md", ["**/visits/*.md"])).toBe(true);
  });
  it("takes what is no pattern for none", () => expect(matchesAny("a.md", ["", "  ", 7 as unknown as string])).toBe(false));
});
