import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { rowFor } from "../../server/src/standards/visits.ts";
import { profileOf } from "../../server/src/standards/standards.ts";

// Sentences that a naive checker gets wrong, with the right answer: next steps, personal data and names, dates and limits.

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly message: string;
}
const findings = (text: string, settings: Partial<Settings> = {}): readonly Found[] =>
  checkNote(text, { ...defaultSettings, ...settings }).findings.map(({ rule, severity, span, message }) => ({ rule, severity, message, text: text.slice(span.start, span.end) }));
const of = (rule: string, text: string, settings?: Partial<Settings>): readonly Found[] => findings(text, settings).filter((found) => found.rule === rule);

const details = "Child: Kai Morton (9)\nPresent: Kelly (mum), Pat (nan)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nType of visit: Statutory visit\nPlace: home\nWorker: Jo Bright\n\n";
const steps = (lines: string): string => `${details}I saw Kai at home.\n\n## What you think should happen next?\n\n${lines}\n`;
const actions = (lines: string, settings?: Partial<Settings>): readonly Found[] => of("action-incomplete", steps(lines), settings);
const prose = (sentence: string): string => `${details}## What we did and what we talked about\n\n${sentence}\n`;

describe("12: actions with no owner or date", () => {
  test("12.1 “SW to chase CAMHS.” lacks a date; the acronyms are another finding", () => {
    expect(actions("- SW to chase CAMHS.")).toHaveLength(1);
    expect(actions("- SW to chase CAMHS.")[0]!.message).toMatch(/when|date/);
    expect(of("acronym", steps("- SW to chase CAMHS.")).map(({ text }) => text)).toContain("CAMHS");
  });
  test("12.2 who and when are there", () => expect(actions("I will ring Ms Khan on Thursday 5 June.")).toEqual([]));
  test.each(["asap", "soon", "in due course", "ongoing"])("12.3 “%s” is no date", (when) => expect(actions(`- Mum to book dentist ${when}`)).toHaveLength(1));
  test("12.4 a next visit is the worker's own", () => expect(actions("Next visit: 12/06/25 at 4pm")).toEqual([]));
  test("12.5 relative time is accepted: a hint at the most", () => {
    expect(actions("I will see Kai again next week and before half term.")).toEqual([]);
    for (const { severity } of actions("I will see Kai again next week and before half term.", { volume: "everything" })) expect(severity).toBe("hint");
  });
  test("12.6 the template's questions", () => expect(actions("By when? Who?")).toEqual([]));
  test("12.7 a rule of the house", () => expect(actions("He needs to be in bed by 8.")).toEqual([]));
  test("12.8 “It was agreed …”: by whom is asked by decision-without-reason", () => {
    const found = of("decision-without-reason", prose("It was agreed there should be an adjournment."), { volume: "everything" });
    expect(found).toHaveLength(1);
  });
  test("12.9 “Plan: stay with nan.”: a hint", () => {
    for (const { severity } of actions("Plan: stay with nan.", { volume: "everything" })) expect(severity).toBe("hint");
  });
  test("12.10 a table with who and when", () => expect(actions("| Action | Who | When |\n|---|---|---|\n| ring GP | Jo Bright | 6 June |")).toEqual([]));
  test("12.11 a row with empty cells", () => expect(actions("| Action | Who | When |\n|---|---|---|\n| ring GP | | |")).toHaveLength(1));
  test("12.12 done", () => expect(actions("- Done: I rang school this morning.")).toEqual([]));
  test("12.13 “In May mum may move house.”: one month, no date of a day, no name", () => expect(findings(steps("In May mum may move house.")).filter(({ rule }) => ["date-mismatch", "name-mismatch"].includes(rule))).toEqual([]));
  test("12.14 an impossible day, a right weekday, a wrong one", () => {
    expect(of("date-mismatch", steps("- Jo Bright to hold a review on 31/06/25."))).toMatchObject([{ severity: "error", text: "31/06/25" }]);
    expect(of("date-mismatch", steps("- Jo Bright to ring on Friday 6 June 2025."))).toEqual([]);
    expect(of("date-mismatch", steps("- Jo Bright to ring on Monday 6 June 2025."))).toMatchObject([{ severity: "warning", text: "Monday 6 June 2025" }]);
  });
});

describe("15: personal data and names", () => {
  test("15.1 a third party's in prose; the child's own in the details", () => {
    expect(of("personal-data", prose("Her friend's number is 07700 900123. Kelly's brother lives at CV1 5RS. His NHS number is 943 476 5919."))).toHaveLength(3);
    expect(of("personal-data", `Child: Kai Morton (9)\nAddress: 14 Albion Street, CV1 5RS\nTel: 07700 900123\nNHS: 943 476 5919\nType of visit: Statutory visit\n\nI saw Kai.\n`)).toEqual([]);
  });
  test("15.2 family, and professionals in their role", () => expect(findings(prose("Nan, Auntie Jo and Mr Patel (teacher) were there.")).filter(({ rule }) => ["personal-data", "name-mismatch"].includes(rule))).toEqual([]));
  test("15.3 whoever rang about it is given away", () => expect(of("personal-data", prose("The neighbour, Mrs Green at number 14, rang us about the noise.")).length).toBeGreaterThan(0));
  test.each(["Kaleigh", "Kayley", "Kyleigh"])("15.4 %s for Kayleigh", (written) => {
    const text = `Child: Kayleigh Morton (9)\nType of visit: Statutory visit\n\nKayleigh was in the garden. ${written} showed me her swing.\n`;
    expect(of("name-mismatch", text)).toMatchObject([{ severity: "warning", text: written }]);
  });
  test("15.5 Kayleigh and her cousin Kayley", () => expect(of("name-mismatch", "Child: Kayleigh Morton (9)\nType of visit: Statutory visit\n\nKayleigh and her cousin Kayley were in the garden. Kayley showed me her swing.\n")).toEqual([]));
  test.each(["Kai was", "Kai's dog was", "Kai’s dog was", "KAI was"])("15.6 %s", (words) => expect(of("name-mismatch", prose(`${words} in the garden.`))).toEqual([]));
  test("15.6 Kai-Lee, who is called Kai", () => expect(of("name-mismatch", "Child: Kai-Lee Morton (9)\nType of visit: Statutory visit\n\nKai was in the garden. Kai-Lee’s swing is new.\n")).toEqual([]));
  test("15.7 an impossible birth, an age that does not fit, a birthday that does", () => {
    expect(of("date-mismatch", "Child: Kai Morton\nDOB: 31/02/2017\nDate of visit: 03/06/2025\nType of visit: Statutory visit\n\nI saw Kai.\n")).toMatchObject([{ severity: "error" }]);
    expect(of("date-mismatch", "Child: Kai Morton\nAge: 8\nDOB: 12/01/2019\nDate of visit: 03/06/2025\nType of visit: Statutory visit\n\nI saw Kai.\n")).toMatchObject([{ severity: "warning" }]);
    expect(of("date-mismatch", "Child: Kai Morton\nAge: 8\nDOB: 06/06/2016\nDate of visit: 03/06/2025\nType of visit: Statutory visit\n\nKai turns 9 on Friday.\n")).toEqual([]);
  });
  test("15.8 a pronoun never brings more than a hint", () => {
    for (const text of ["Kai was at home. She said she likes it. His room is blue.", "Kai was at home. They said they like it."]) expect(of("name-mismatch", prose(text)).filter(({ severity }) => severity !== "hint")).toEqual([]);
  });
  test("15.9 a sister's note pasted", () => {
    const found = of("name-mismatch", `${details}## What we did and what we talked about\n\nMya was asleep in her cot when I came. Mya was seen alone in her bedroom.\n`);
    expect(found).toMatchObject([{ severity: "information", text: "Mya" }]);
  });
  test("15.10 Dr Barnardo, Victoria station, Florence Nightingale ward; 15.11 Safe the dog, Tesco, Costa, Coventry", () => {
    const text = prose("We met at Victoria station and walked past Dr Barnardo's to the Florence Nightingale ward. Safe the dog came too. Kelly works at Tesco and we had a drink at Costa in Coventry.");
    expect(findings(text).filter(({ rule }) => ["personal-data", "name-mismatch"].includes(rule))).toEqual([]);
  });
  test("15.12 a case reference is no telephone number", () => expect(of("personal-data", prose("The case reference is LCS 1234567."))).toEqual([]));
});

describe("16: dates, time limits, how often", () => {
  const visit = (lines: string): string => `Child: Kai Morton (9)\nType of visit: Statutory visit\nPlace: home\n${lines}\n\nI saw Kai at home.\n`;
  test("16.1 65 hours over a weekend", () => expect(of("recorded-late", visit("Date of visit: Fri 30 May 2025 16:00\nRecorded: Mon 2 June 2025 09:00"))).toHaveLength(1));
  test("16.2 a significant event, a bank holiday between, under Gloucestershire", () => expect(of("recorded-late", visit("Date of visit: Fri 23 May 2025\nRecorded: Tue 27 May 2025").replace("Statutory visit", "Significant event"), { profile: "gloucestershire" })).toEqual([]));
  test("16.3 no date of recording", () => expect(of("recorded-late", visit("Date of visit: Fri 30 May 2014"))).toEqual([]));
  test.each(["3.6.25", "3/6", "3rd June", "Tues 3 June"])("16.4 “%s” is a date", (written) => expect(checkNote(`Child: Kai Morton (9)\nDate of visit: 03/06/2025\n\nI rang mum on ${written}.\n`).note.dates).toMatchObject([{ day: 3, month: 6 }]));
  test.each(["yesterday", "last Tues", "Weds"])("16.4 “%s” is never guessed", (written) => {
    const text = `Child: Kai Morton (9)\nDate of visit: 03/06/2025\n\nI rang mum ${written}.\n`;
    expect(checkNote(text).note.dates).toEqual([]);
    expect(of("date-mismatch", text)).toEqual([]);
  });
  test("16.5 a visit after its recording, and one in the future", () => {
    expect(of("date-mismatch", visit("Date of visit: 10/06/2025\nRecorded: 03/06/2025"))).toHaveLength(1);
    expect(of("date-mismatch", `${visit("Date of visit: 03/06/2025\nRecorded: 04/06/2025")}\nI visited nan on 12 June 2025.\n`)).toHaveLength(1);
  });
  test("16.6 “Within 48 hrs police will call” is no limit", () => expect(of("recorded-late", `${visit("Date of visit: 03/06/2025\nRecorded: 04/06/2025")}\nWithin 48 hrs police will call.\n`)).toEqual([]));
  test("16.7 a child in need after 27 days: in time in one, late in the other", () => {
    const text = visit("Date of visit: 04/07/2025\nLast visit: 05/06/2025\nStatus: Child in need");
    expect(of("visit-overdue", text.replace("04/07/2025", "02/07/2025"), { profile: "gloucestershire" })).toEqual([]);
    expect(of("visit-overdue", text, { profile: "planning-and-seeing" })).toHaveLength(1);
    // Twenty working days are more than 28 days where a bank holiday falls between.
    expect(of("visit-overdue", visit("Date of visit: 02/06/2025\nLast visit: 02/05/2025\nStatus: Child in need"), { profile: "planning-and-seeing" })).toEqual([]);
  });
  test("16.8 direct work at school is no statutory visit", () => expect(of("statutory-visit-at-school", visit("Date of visit: 03/06/2025").replace("Statutory visit", "Direct work").replace("Place: home", "Place: school, library"))).toEqual([]));
  test("16.9 looked after, permanent, 90 days", () => {
    const text = visit("Date of visit: 01/09/2025\nLast visit: 03/06/2025\nStatus: Looked after, permanent placement");
    expect(of("visit-overdue", text, { profile: "planning-and-seeing" })).toHaveLength(1);
    expect(of("visit-overdue", text, { profile: "gloucestershire" })).toEqual([]);
  });
  test("16.10 48 hours over the change of the clock, and over a leap day", () => {
    expect(of("recorded-late", visit("Date of visit: 29/03/2025 16:00\nRecorded: 31/03/2025 17:00"))).toEqual([]);
    expect(of("recorded-late", visit("Date of visit: 25/10/2025 16:00\nRecorded: 27/10/2025 15:01"))).toHaveLength(1);
    expect(of("recorded-late", visit("Date of visit: 28/02/2024\nRecorded: 01/03/2024"))).toEqual([]);
  });
  test("16.11 the age on the day of the visit", () => {
    const age = (born: string, visited: string) => checkNote(`Child: Kai Morton\nDOB: ${born}\nDate of visit: ${visited}\n\nI saw Kai.\n`).note.children[0]!.age?.years;
    expect(age("03/06/2020", "02/06/2025")).toBe(4);
    expect(age("03/06/2020", "03/06/2025")).toBe(5);
    expect(age("29/02/2020", "28/02/2025")).toBe(4);
    expect(age("29/02/2020", "01/03/2025")).toBe(5);
  });
  test("16.12 no reply is no visit to the child", () => {
    const text = visit("Date of visit: 25/06/2025\nLast visit: 03/06/2025\nStatus: Child protection plan").replace("Statutory visit", "No access");
    expect(of("visit-overdue", text)).toHaveLength(1);
    expect(rowFor(profileOf(undefined), { status: "Child protection plan", ages: [9], moment: () => undefined })?.row).toBe("PF3");
  });
});
