import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { readProfile } from "../../server/src/standards/read-profile.ts";
import { allProfiles, profileNamed, profiles } from "../../server/src/standards/standards.ts";

const page = readFileSync("docs/standards.md", "utf8");
/** The clauses that a profile brings itself. */
const own = (id: string) => {
  const profile = allProfiles.find((one) => one.id === id)!;
  const base = allProfiles.find((one) => one.id === profile.extends);
  return profile.clauses.filter((clause) => !base?.clauses.includes(clause));
};

describe("the catalogue's 250 statements", () => {
  const all = allProfiles.flatMap(({ id }) => own(id).map((clause) => ({ ...clause, profile: id })));
  const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, "0")}`);
  test("each stands in exactly one profile", () => {
    const catalogue = [...numbered("P", 66), ...numbered("G", 59), ...numbered("V", 64), ...numbered("S", 45), ...numbered("R", 16)];
    expect(all.map(({ id }) => id).sort()).toEqual(catalogue.sort());
    expect(all).toHaveLength(250);
  });
  test("each in the profile of its document", () => {
    for (const { id, profile } of all) expect(allProfiles.find((one) => one.id === profile)!.documents.map(({ letter }) => letter), id).toContain(id[0]);
  });
  test("each with its section and its own words", () => {
    for (const { id, section, quote } of all) expect(Boolean(section.trim() && quote.trim()), id).toBe(true);
  });
  test("each served by a rule, a question of the checklist, or whoever records it", () => {
    const served = new Set([...rules.flatMap(({ standards }) => standards), ...allProfiles.flatMap(({ checklist, records }) => [...checklist, ...records].flatMap(({ clauses }) => clauses))]);
    expect(all.filter(({ id }) => !served.has(id)).map(({ id }) => id)).toEqual([]);
  });
  test("what only a person can judge is in no rule's hands alone", () => {
    const asked = new Set(allProfiles.flatMap(({ checklist, records }) => [...checklist, ...records].flatMap(({ clauses }) => clauses)));
    expect(all.filter(({ id, confidence }) => confidence?.startsWith("W") && !asked.has(id)).map(({ id }) => id)).toEqual([]);
  });
  test("docs/standards.md lists them all, with the words of the data", () => {
    for (const { id, quote } of all) {
      const line = page.split("\n").filter((one) => one.startsWith(`| ${id} |`));
      expect(line, id).toHaveLength(1);
      expect(line[0], id).toContain(quote.replaceAll("|", "\\|").replaceAll("\n", " "));
      expect(line[0]!.split(" | ").at(-1)!.replace(/\|$/, "").trim(), id).not.toBe("");
    }
  });
});

describe("the profiles that come with the product", () => {
  test("three may be chosen, and each builds on the principles", () => {
    expect(profiles.map(({ id }) => id).sort()).toEqual(["coventry", "gloucestershire", "planning-and-seeing"]);
    for (const profile of profiles) expect(profile.documents.map(({ letter }) => letter)).toContain("R");
  });
  test.each(allProfiles)("$id: every clause that it names is its own or that of the profile that it builds on", (profile) => {
    const known = new Set(profile.clauses.map(({ id }) => id));
    for (const list of [profile.headings, profile.limits, profile.visits, profile.records, profile.checklist]) for (const { clauses } of list) for (const id of clauses) expect(known, `${profile.id}: ${id}`).toContain(id);
  });
  test.each(allProfiles)("$id: no two questions and no two rows alike", ({ checklist, visits }) => {
    expect(new Set(checklist.map(({ id }) => id)).size).toBe(checklist.length);
    expect(new Set(visits.map(({ row, status, underAge }) => JSON.stringify([row, status, underAge]))).size).toBe(visits.length);
  });
  test("they are found by their names in a note's details", () => {
    for (const [written, id] of [["Gloucestershire", "gloucestershire"], ["glos", "gloucestershire"], ["Planning and Seeing our Children", "planning-and-seeing"], ["coventry", "coventry"]] as const) expect(profileNamed(written)?.id).toBe(id);
    expect(profileNamed("Atlantis")).toBeUndefined();
    expect(profileNamed("practice-principles")).toBeUndefined();
  });
});

describe("a note's own choice", () => {
  const citing = (details: string, settings = {}) => checkNote(`Child: Kai Morton (9)\n${details}Type of visit: Statutory visit\n\nI saw Kai at home. The CAMHS worker came.\n`, { ...defaultSettings, ...settings }).findings;
  test("goes before the settings", () => {
    expect(citing("").some(({ rule }) => rule === "visit-heading-missing")).toBe(true);
    expect(citing("Profile: Gloucestershire\n", { profile: "planning-and-seeing" }).some(({ rule }) => rule === "visit-heading-missing")).toBe(false);
  });
  test("its own document is quoted first", () => {
    const first = (details: string) => citing(details).find(({ rule }) => rule === "seen-alone-missing")!.standards[0]!.id;
    expect(first("Profile: gloucestershire\n")).toMatch(/^G/);
    expect(first("Profile: coventry\n")).toMatch(/^[SV]/);
    expect(first("Profile: planning-and-seeing\n")).toMatch(/^P/);
  });
  test("of standards that nobody knows is said, and the usual ones are used", () => {
    const findings = citing("Profile: Atlantis\n");
    expect(findings.find(({ rule }) => rule === "note-unreadable")?.message).toMatch(/Atlantis.*Planning and Seeing our Children.*gloucestershire/);
    expect(findings.some(({ rule }) => rule === "visit-heading-missing")).toBe(true);
  });
});

const sample = parse(/```yaml\n(id: northshire[\s\S]*?)```/.exec(readFileSync("docs/profiles.md", "utf8"))![1]!) as Record<string, unknown>;

describe("a team's own profile", () => {
  const { profile, faults } = readProfile(sample);
  const check = (text: string) => checkNote(text, { ...defaultSettings, profile: "northshire", ownProfile: profile! }).findings;
  test("the one in docs/profiles.md can be used", () => {
    expect(faults).toEqual([]);
    expect(profile!.headings).toHaveLength(5);
    expect(profile!.documents.map(({ letter }) => letter)).toEqual(["R", "P", "N"]);
  });
  test("its own limits, rows, age and questions come first", () => {
    const text = "Child: Mya Morton (4)\nDate of visit: 17/06/2025\nRecorded: 19/06/2025\nLast visit: 02/06/2025\nStatus: Child protection plan\nType of visit: Statutory visit\n\nI saw Mya at home.\n";
    const findings = check(text);
    expect(findings.find(({ rule }) => rule === "recorded-late")?.standards).toMatchObject([{ id: "N1", document: "Northshire Recording Policy", date: "March 2026", quote: "A visit is recorded within one working day." }]);
    expect(findings.find(({ rule }) => rule === "visit-overdue")?.standards[0]).toMatchObject({ id: "N2", document: "Northshire Recording Policy" });
    expect(findings.find(({ rule }) => rule === "seen-alone-missing")?.severity).toBe("warning");
    expect(profile!.checklist.some(({ id }) => id === "chronology")).toBe(true);
  });
  test("headings of its own are asked for, and those of the usual profile count as near", () => {
    const { profile: other } = readProfile({ ...sample, headings: [{ role: "why", title: "Why we came" }, { role: "other", title: "What the house was like", near: ["the home"] }] });
    const findings = checkNote("Child: Kai (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see Kai.\n\n## The home\n\nWarm and light.\n\n## What is your view about what is happening for you?\n\nKai said “good”.\n", { ...defaultSettings, profile: "northshire", ownProfile: other! }).findings;
    expect(findings.filter(({ rule }) => rule === "visit-heading-wording").map(({ subject }) => subject)).toEqual(["Why we came", "What the house was like"]);
    expect(findings.some(({ rule }) => rule === "visit-heading-missing")).toBe(false);
  });
  test.each<[object, string]>([
    [{ ...sample, id: "North Shire" }, "id"],
    [{ ...sample, id: "coventry" }, "id"],
    [{ ...sample, extends: "atlantis" }, "extends"],
    [{ ...sample, extends: "northshire" }, "extends"],
    [{ ...sample, seenAlone: 4 }, "seenAlone"],
    [{ ...sample, "seen-alone-age": "four" }, "seen-alone-age"],
    [{ ...sample, title: "" }, "title"],
    [{ ...sample, limits: [{ of: "a visit", from: "visited", to: "recorded", within: "two days" }] }, "limits/0/within"],
    [{ ...sample, limits: [{ of: "a visit", from: "monday", to: "recorded", within: "2 days" }] }, "limits/0/from"],
    [{ ...sample, limits: [{ of: "a visit", from: "visited", to: "recorded", within: "2 days", clauses: ["N9"] }] }, "limits/0/clauses/0"],
    [{ ...sample, visits: [{ row: "N2", child: "x", quote: "y", status: "child protection" }] }, "visits/0/status"],
    [{ ...sample, visits: [{ row: "N2", child: "x", quote: "y", status: [["cp"]], "at-first": [{ every: "1 week", until: "soon" }] }] }, "visits/0/at-first/0/until"],
    [{ ...sample, "working-days": { closed: ["2026-02-30"] } }, "working-days/closed/0"],
    [{ ...sample, checklist: [{ id: "a", ask: "A?" }, { id: "a", ask: "B?" }] }, "checklist/1/id"],
    [{ ...sample, headings: [{ role: "view" }] }, "headings/0"],
    [{ title: "x" }, ""],
  ])("a fault is named at its place, and nothing of the profile is used: %#", (data, place) => {
    const read = readProfile(data);
    expect(read.profile).toBeUndefined();
    expect(read.faults.map(({ path }) => path.join("/"))).toContain(place);
    for (const { text } of read.faults) expect(text).toMatch(/^[^{}]{5,400}$/);
  });
  test.each([undefined, null, 7, "text", [], [sample], { id: { a: 1 }, title: [] }])("%j is no profile", (data) => {
    const read = readProfile(data);
    expect(read.profile).toBeUndefined();
    expect(read.faults.length).toBeGreaterThan(0);
  });
});
