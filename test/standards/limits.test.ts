import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";

const late = (profile: string, ...details: readonly string[]) => checkNote(`${["Child: Kai Morton (9)", ...details].join("\n")}\n\nKai was at home.\n`, { ...defaultSettings, profile }).findings.filter(({ rule }) => rule === "recorded-late");
const clauses = (profile: string, ...details: readonly string[]) => late(profile, ...details).map(({ standards }) => standards[0]!.id);

describe("Planning and Seeing our Children: 48 hours of the clock (P64)", () => {
  const visit = (visited: string, recorded: string, type = "Statutory visit") => clauses("planning-and-seeing", `Date of visit: ${visited}`, `Recorded: ${recorded}`, `Type of visit: ${type}`);
  test("65 hours over a weekend (traps 16.1)", () => expect(visit("Fri 30 May 2025 16:00", "Mon 2 June 2025 09:00")).toEqual(["P64"]));
  test("to the minute", () => {
    expect(visit("03/06/2025 16:00", "05/06/2025 16:00")).toEqual([]);
    expect(visit("03/06/2025 16:00", "05/06/2025 16:01")).toEqual(["P64"]);
  });
  test("an hour of which nobody can tell the half of the day is not counted", () => expect(visit("03/06/2025 7.30", "05/06/2025 16:00")).toEqual([]));
  test("dates alone: more than two days", () => {
    expect(visit("03/06/2025", "05/06/2025")).toEqual([]);
    expect(visit("03/06/2025", "06/06/2025")).toEqual(["P64"]);
  });
  test("over the change of the clock (traps 16.10)", () => {
    expect(visit("29/03/2025 16:00", "31/03/2025 17:00")).toEqual([]);
    expect(visit("29/03/2025 16:00", "31/03/2025 17:01")).toEqual(["P64"]);
    expect(visit("25/10/2025 16:00", "27/10/2025 15:00")).toEqual([]);
    expect(visit("25/10/2025 16:00", "27/10/2025 15:01")).toEqual(["P64"]);
  });
  test("over a leap day", () => {
    expect(visit("28/02/2024", "01/03/2024")).toEqual([]);
    expect(visit("27/02/2024", "01/03/2024")).toEqual(["P64"]);
  });
  test("no date of recording: silent, whatever the file's time (traps 16.3)", () => expect(clauses("planning-and-seeing", "Date of visit: 03/06/2020", "Type of visit: Statutory visit")).toEqual([]));
  test("a visit after its recording is not late", () => expect(visit("10/06/2025", "03/06/2025")).toEqual([]));
  test("a significant event is held to 48 hours too", () => expect(visit("03/06/2025", "06/06/2025", "Significant event")).toEqual(["P44"]));
  test("no access counts, a meeting does not", () => {
    expect(visit("03/06/2025", "06/06/2025", "No access")).toEqual(["P64"]);
    expect(visit("03/06/2025", "06/06/2025", "Core group meeting")).toEqual([]);
  });
});

describe("Gloucestershire", () => {
  test("a significant event: one working day, bank holiday not counted (G11, traps 16.2)", () => {
    expect(clauses("gloucestershire", "Date of event: Fri 23 May 2025", "Recorded: Tue 27 May 2025", "Type: Significant event")).toEqual([]);
    expect(clauses("gloucestershire", "Date of event: Fri 23 May 2025", "Recorded: Wed 28 May 2025", "Type: Significant event")).toEqual(["G11"]);
  });
  test("an emergency: the same day or early the next morning (G12)", () => {
    expect(clauses("gloucestershire", "Date of event: 03/06/2025 21:00", "Recorded: 04/06/2025 09:30", "Type: Emergency visit")).toEqual([]);
    expect(clauses("gloucestershire", "Date of event: 03/06/2025 21:00", "Recorded: 04/06/2025 10:01", "Type: Emergency visit")).toEqual(["G12"]);
    expect(clauses("gloucestershire", "Date of event: 03/06/2025", "Recorded: 05/06/2025", "Type: Emergency visit")).toEqual(["G12"]);
  });
  test("no emergency, and no supervision of that kind", () => {
    expect(clauses("gloucestershire", "Date of visit: 03/06/2025", "Recorded: 06/06/2025", "Type of visit: Home visit, non-emergency")).toEqual([]);
    expect(clauses("gloucestershire", "Date of visit: 03/06/2025", "Recorded: 06/06/2025", "Type of visit: Statutory visit (supervision order)")).toEqual([]);
  });
  test("an ordinary visit has no limit", () => expect(clauses("gloucestershire", "Date of visit: 03/06/2025", "Recorded: 20/06/2025", "Type of visit: Statutory visit")).toEqual([]));
  test("the decision on a referral: one working day (G45, GF2)", () => {
    expect(clauses("gloucestershire", "Referral received: 22/05/2025", "Decision made: 23/05/2025")).toEqual([]);
    expect(clauses("gloucestershire", "Referral received: 23/05/2025", "Decision made: 27/05/2025")).toEqual([]);
    expect(clauses("gloucestershire", "Referral received: 23/05/2025", "Decision made: 28/05/2025")).toEqual(["G45"]);
  });
  test("supervision, a changed plan, an enquiry, a strategy discussion", () => {
    expect(clauses("gloucestershire", "Type: Supervision", "Date: 03/06/2025", "Recorded: 05/06/2025")).toEqual(["G33"]);
    expect(clauses("gloucestershire", "Review date: 03/06/2025", "Plan updated: 06/06/2025")).toEqual(["G31"]);
    expect(clauses("gloucestershire", "Enquiry started: 03/06/2025", "Enquiry completed: 24/06/2025")).toEqual([]);
    expect(clauses("gloucestershire", "Enquiry started: 03/06/2025", "Enquiry completed: 25/06/2025")).toEqual(["G49"]);
    expect(clauses("gloucestershire", "Date of concern: 03/06/2025", "Strategy discussion: 11/06/2025")).toEqual(["G50"]);
  });
});

describe("Coventry", () => {
  test("management direction at least every eight weeks (S23)", () => {
    expect(clauses("coventry", "Last management oversight: 03/06/2025", "Date of visit: 29/07/2025", "Type of visit: Statutory visit")).toEqual([]);
    expect(clauses("coventry", "Last management oversight: 03/06/2025", "Date of visit: 30/07/2025", "Type of visit: Statutory visit")).toEqual(["S23"]);
  });
  test("no limit for recording a visit", () => expect(clauses("coventry", "Date of visit: 03/06/2025", "Recorded: 20/06/2025", "Type of visit: Statutory visit")).toEqual([]));
});
