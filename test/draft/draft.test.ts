import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { draftChoices, draftNote, statusesOf } from "../../server/src/drafting/draft.ts";
import { draftKinds, frameOf } from "../../server/src/drafting/kinds.ts";
import { readDraftRequest, type DraftRequest, type RawDraftRequest } from "../../server/src/drafting/request.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { visitHeadingMissing } from "../../server/src/rules/visit-heading-missing.ts";
import { clause } from "../../server/src/standards/clauses.ts";
import { profiles } from "../../server/src/standards/standards.ts";
import { rowFor } from "../../server/src/standards/visits.ts";
import { completed } from "./completed.ts";

const under = (profile: string): Settings => ({ ...defaultSettings, volume: "everything", profile });

function requestOf(raw: RawDraftRequest): DraftRequest {
  const read = readDraftRequest(raw);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.request;
}

/** The rules that say what is still to be written. A draft may set off no other. */
const unwritten = ["visit-section-empty", "details-missing", "seen-alone-missing", "voice-missing", "child-not-recorded"];

const families: Readonly<Record<string, readonly string[]>> = {
  "one child": ["Rosie Tennant, 03/03/2017"],
  "three children": ["Rosie Tennant, 03/03/2017", "Alfie O’Brien-Tennant (3)", "Zoë Tennant"],
  "an unborn child": ["Unborn Tennant, due 03/09/2025"],
  "a child and an unborn child": ["Rosie Tennant, 03/03/2017", "Baby Ward, due 14/02/2026"],
  "names of all kinds": ["Nguyễn Thị Hoa, 1/2/2015", "Siân D’Arcy-Jones, 2 March 2016", "Mo (Mohammed) Karimi, 11", "J. R. Ward"],
};

describe.each(profiles.map(({ id }) => id))("a fresh draft under %s", (profile) => {
  describe.each(draftKinds.map(({ kind }) => kind))("%s", (kind) => {
    test.each(Object.entries(families))("%s: reads as what it is, and lacks only what is still to be written", (_, children) => {
      const request = requestOf({ kind, children, visited: "12/06/2025 16:00", recorded: "13/06/2025 10:30", lastVisit: "08/05/2025", status: "Child in care", worker: "Priya Nair" });
      const text = draftNote(request, under(profile));
      const { note, findings, failed } = checkNote(text, under(profile));
      expect(failed).toEqual([]);
      expect(note.kind).toBe(kind);
      expect(note.children.map(({ unborn }) => unborn)).toEqual(request.children.map(({ unborn }) => unborn));
      for (const [at, { name, unborn }] of request.children.entries()) if (!unborn) expect(note.children[at]!.fullName).toBe(name.replace(/ \(.*?\)/, ""));
      expect(findings.map(({ rule }) => rule).filter((rule) => !unwritten.includes(rule))).toEqual([]);
    });
    test("bare, with nothing given but a child", () => {
      const { findings } = checkNote(draftNote(requestOf({ kind, children: ["Rosie"] }), under(profile)), under(profile));
      expect(findings.map(({ rule }) => rule).filter((rule) => !unwritten.includes(rule))).toEqual([]);
    });
  });

  test.each(["one", "three"] as const)("a visit to %s, with every field and section filled in well, has no finding", (count) => {
    const children = families[count === "one" ? "one child" : "three children"]!;
    const draft = draftNote(requestOf({ kind: "statutory visit", children, visited: "12/06/2025 16:00", recorded: "13/06/2025 10:30", worker: "Priya Nair" }), under(profile));
    const text = completed(draft);
    expect(text).not.toContain("[…");
    const { findings, note } = checkNote(text, under(profile));
    expect(findings.map(({ rule, span }) => `${rule}: ${note.text.slice(span.start, span.end)}`)).toEqual([]);
    expect(note.quotations.filter(({ speaker }) => speaker === "child").length).toBeGreaterThanOrEqual(1);
  });
});

describe("what stands in a draft", () => {
  const draft = (raw: RawDraftRequest, settings = under("planning-and-seeing")): string => draftNote(requestOf({ kind: "statutory visit", children: ["Rosie Tennant, 3 March 2017"], ...raw }), settings);

  test("days in the British order, with the time that was given", () => {
    const text = draft({ visited: "3 April 2025 at 4pm", recorded: "4/4/25", lastVisit: "2025-02-28" });
    expect(text).toContain("Date of birth: 03/03/2017\n");
    expect(text).toContain("Date of visit: 03/04/2025 16:00\n");
    expect(text).toContain("Date recorded: 04/04/2025\n");
    expect(text).toContain("Last visit: 28/02/2025\n");
  });
  test("what was not given and the note needs is a field; what it does not need is left out", () => {
    const text = draft({});
    expect(text).toMatch(/^Date of visit: \[… .* …\]$/m);
    expect(text).toMatch(/^Place: \[… .* …\]$/m);
    expect(text).toMatch(/^Seen alone: \[… .* …\]$/m);
    expect(text).toMatch(/^Present: \[… .* …\]$/m);
    expect(text).toMatch(/^Worker: \[… .* …\]$/m);
    expect(text).not.toMatch(/^(?:Last visit|Status|Standards):/m);
  });
  test("being seen alone is asked of each child who is old enough or may be, and asserted of none", () => {
    const text = draft({ visited: "12/06/2025", children: families["three children"]! });
    expect(text.match(/^.*seen alone: .*$/gim)).toEqual([expect.stringMatching(/^Rosie seen alone: \[… .* …\]$/), expect.stringMatching(/^Zoë seen alone: \[… .* …\]$/)]);
    expect(checkNote(text).note.seenAlone).toEqual([]);
  });
  test("headings and comments are those that the fix for missing headings adds", () => {
    const text = draft({});
    const body = text.slice(text.indexOf("\n\n") + 2);
    const { note } = checkNote(text.slice(0, text.indexOf("\n\n") + 1), under("planning-and-seeing"));
    const context = { settings: defaultSettings, profile: profiles.find(({ id }) => id === "planning-and-seeing")!, chosen: true, seenAloneAge: 5, ruleIds: [] };
    const [found] = visitHeadingMissing.check(note, context);
    expect(found!.fixes![0]!.edits.map(({ newText }) => newText).join("").trim()).toBe(body.trim());
  });
  test("each child has a heading in the section for their view; an unborn child has none", () => {
    const text = draft({ children: [...families["three children"]!, "Unborn Tennant, due 01/10/2025"] });
    const { note } = checkNote(text, under("planning-and-seeing"));
    expect(note.sections.filter(({ heading, child }) => heading && child).map(({ title }) => title)).toEqual(["Rosie", "Alfie", "Zoë"]);
    expect(text.indexOf("### Rosie")).toBeGreaterThan(text.indexOf("## What is your view"));
    expect(text.indexOf("### Zoë")).toBeLessThan(text.indexOf("## What you think should happen next?"));
    expect(draft({})).not.toContain("### ");
  });
  test("a letter is to the children, from the worker, under no heading", () => {
    const text = draftNote(requestOf({ kind: "letter to the child", children: families["three children"]!, worker: "Priya Nair" }), defaultSettings);
    expect(text).toContain("\n\nDear Rosie, Alfie and Zoë,\n\n<!-- ");
    expect(text.trimEnd().endsWith("\nPriya Nair")).toBe(true);
    expect(text).not.toMatch(/^#/m);
  });
  test("other standards than the team's are named in the details, and then the note is held to them", () => {
    const text = draft({ profile: "Coventry" });
    expect(text).toMatch(/^Standards: coventry$/m);
    expect(checkNote(text).findings.map(({ rule }) => rule)).not.toContain("visit-heading-missing");
    expect(draft({ profile: "coventry" }, under("coventry"))).not.toContain("Standards:");
  });
  test("a team's own headings are used", () => {
    const own = { ...profiles.find(({ id }) => id === "coventry")!, id: "northshire", headings: [{ role: "why" as const, title: "Why I came today", clauses: [], near: [], prompts: ["Why -- and for whom?"] }] };
    const text = draft({}, { ...defaultSettings, profile: "own.yml", ownProfile: own });
    expect(text.slice(text.indexOf("\n\n") + 2)).toBe("## Why I came today\n\n<!-- Why – and for whom? -->\n");
    expect(checkNote(text, { ...defaultSettings, profile: "own.yml", ownProfile: own }).findings.map(({ rule }) => rule)).not.toContain("visit-heading-missing");
  });
  test("thirty children", () => {
    const names = Array.from({ length: 30 }, (_, at) => `${"ABCDEFGHIJKLMNOPQRSTUVWXYZABCD"[at]}${"aeiou"[at % 5]}${"lmnrst"[at % 6]}${at < 26 ? "a" : "o"} Tennant, 0${1 + (at % 9)}/03/201${at % 10}`);
    const request = requestOf({ kind: "statutory visit", children: names, visited: "12/06/2025" });
    const { note, findings } = checkNote(draftNote(request), under("planning-and-seeing"));
    expect(note.children.map(({ fullName }) => fullName)).toEqual(request.children.map(({ name }) => name));
    expect(note.children.every(({ age }) => age !== undefined)).toBe(true);
    expect(findings.map(({ rule }) => rule).filter((rule) => !unwritten.includes(rule))).toEqual([]);
  });
});

describe("what cannot be read is said, all at once, and nothing is written", () => {
  const problems = (raw: RawDraftRequest) => {
    const read = readDraftRequest({ kind: "visit", children: ["Rosie Tennant"], ...raw });
    return "problems" in read ? read.problems.map(({ field, message }) => `${field}: ${message}`) : [];
  };
  test.each<[string, RawDraftRequest, RegExp]>([
    ["no kind", { kind: "" }, /^kind: Please say/],
    ["an unknown kind", { kind: "drawing" }, /^kind: “drawing”/],
    ["no children", { children: [] }, /^children: Please name/],
    ["blank children", { children: ["  ", ";"] }, /^children: Please name/],
    ["children of the wrong type", { children: [3, null] }, /^children: Please name/],
    ["an impossible date of birth", { children: ["Rosie, 31/02/2017"] }, /^children: “31\/02\/2017” is no day/],
    ["a date of birth without its year", { children: ["Rosie, 3 March"] }, /^children: .*lacks its year/],
    ["the surname first", { children: ["Tennant, Rosie"] }, /^children: .*first name first/],
    ["two children in one", { children: ["Rosie, 03/03/2017, Alfie, 04/04/2019"] }, /^children: .*line of their own/],
    ["a name in small letters", { children: ["rosie"] }, /^children: .*capital/],
    ["a name with signs of a comment", { children: ["Rosie <!-- x -->"] }, /^children: /],
    ["a name with a colon", { children: ["Worker: Rosie"] }, /^children: /],
    ["an age for the unborn", { children: ["Unborn Ward, 3"] }, /^children: .*not born yet/],
    ["the same child twice", { children: ["Rosie Tennant", "rosie tennant".replace(/\b./g, (letter) => letter.toUpperCase())] }, /^children: .*named twice/],
    ["born after the visit", { children: ["Rosie, 03/03/2026"], visited: "12/06/2025" }, /^children: .*born after/],
    ["an impossible visit", { visited: "30/02/2025" }, /^visited: “30\/02\/2025” is no day/],
    ["a visit in words", { visited: "yesterday" }, /^visited: .*no day with its year/],
    ["recorded before the visit", { visited: "12/06/2025", recorded: "11/06/2025" }, /^recorded: /],
    ["recorded before the visit by the clock", { visited: "12/06/2025 16:00", recorded: "12/06/2025 15:00" }, /^recorded: /],
    ["the last visit after this one", { visited: "12/06/2025", lastVisit: "13/06/2025" }, /^lastVisit: /],
    ["a type of another kind", { type: "Phone call" }, /^type: .*“phone call”/],
    ["a type that names no visit", { type: "Tea" }, /^type: .*“case note”/],
    ["signs in the place", { place: "home | school" }, /^place: /],
    ["an unknown profile", { profile: "atlantis" }, /^profile: .*coventry/],
  ])("%s", (_, raw, wanted) => expect(problems(raw)).toEqual([expect.stringMatching(wanted)]));
  test("every problem at once", () => expect(problems({ kind: "x", children: [], visited: "x", recorded: "x" })).toHaveLength(4));
  test("a line end in a name does not make a line of its own", () => expect(requestOf({ kind: "visit", children: ["Rosie\nAlfie"], worker: "Priya\nChild: Eve" })).toMatchObject({ children: [{ name: "Rosie" }, { name: "Alfie" }], worker: "Priya Child: Eve" }));
});

test.each([
  ["Rosie Tennant (03/03/2017)", { name: "Rosie Tennant", born: "03/03/2017" }],
  ["Rosie Tennant DOB 3.3.17", { name: "Rosie Tennant", born: "03/03/2017" }],
  ["Rosie Tennant, born on 3 March 2017", { name: "Rosie Tennant", born: "03/03/2017" }],
  ["Rosie Tennant, aged 8", { name: "Rosie Tennant", age: "8" }],
  ["Alfie (7 months)", { name: "Alfie", age: "7 months" }],
  ["Baby Ward (unborn, due 14/02/2026)", { name: "Baby Ward", born: "14/02/2026", unborn: true }],
  ["Elizabeth “Libby” Morton", { name: "Elizabeth “Libby” Morton" }],
])("a child is read from %j", (written, wanted) => expect(requestOf({ kind: "visit", children: [written] }).children).toEqual([{ unborn: false, ...wanted }]));

describe("what may be chosen", () => {
  test("every kind, with a line of its own, and types that are of that kind", () => {
    const { kinds, profile } = draftChoices();
    expect(profile.id).toBe("planning-and-seeing");
    expect(kinds.map(({ id }) => id)).toEqual(["statutory visit", "visit", "phone call", "no access", "meeting", "letter to the child", "case note"]);
    for (const { id, types, description } of kinds) {
      expect(description.length).toBeGreaterThan(10);
      for (const type of types) expect(checkNote(`Child: Rosie Tennant\nType of visit: ${type}\n\nWords.\n`).note.kind, type).toBe(id);
    }
  });
  test.each(profiles)("$id: every status leads to a row of its table", (profile) => {
    for (const { status, child } of statusesOf(profile)) {
      expect(rowFor(profile, { status, ages: [8], moment: () => ({ year: 2025, month: 6, day: 12, valid: true }) })?.child, status).toBe(child);
    }
  });
  test("every section names a clause that there is, except where the words are the writer's own", () => {
    for (const { frames } of draftKinds) for (const { sections } of frames) for (const { clauses, title } of sections) {
      if (title !== undefined) expect(clauses.length).toBeGreaterThan(0);
      for (const id of clauses) expect(clause(id).quote.length).toBeGreaterThan(0);
    }
  });
  test("the frame for a profile is the one that names it", () => {
    const visit = draftKinds.find(({ kind }) => kind === "visit")!;
    const titles = (id: string) => frameOf(visit, profiles.find((profile) => profile.id === id)!).map(({ title }) => title);
    expect(titles("coventry")).toContain("What is working well?");
    expect(titles("gloucestershire")).not.toContain("What is working well?");
    expect(titles("planning-and-seeing")[0]).toBe("Why am I visiting?");
  });
});
