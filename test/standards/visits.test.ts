import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { checklistFor } from "../../server/src/checklist.ts";
import { dueAfterNote } from "../../server/src/due.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { profileOf } from "../../server/src/standards/standards.ts";
import { rowFor } from "../../server/src/standards/visits.ts";

type Profile = "planning-and-seeing" | "gloucestershire";

/** A row of one of the two tables: what the note's details say, and the last day in time for each of several starts, worked out by hand with a calendar. */
interface Row {
  readonly profile: Profile;
  readonly row: string;
  readonly what: string;
  readonly details: readonly string[];
  /** The last day in time. */
  readonly last: string;
  readonly bankHoliday?: string;
}

/** Nine days in the year on which the counting is easy to check: from Tuesday 3 June 2025 on there is no bank holiday until 25 August; from Thursday 3 April 2025 on, Good Friday, Easter Monday and two in May follow. */
const from = (date: string, ...details: readonly string[]) => [`Last visit: ${date}`, ...details];

const P = (row: string, what: string, details: readonly string[], last: string, bankHoliday?: string): Row => ({ profile: "planning-and-seeing", row, what, details, last, ...(bankHoliday ? { bankHoliday } : {}) });
const G = (row: string, what: string, details: readonly string[], last: string, bankHoliday?: string): Row => ({ profile: "gloucestershire", row, what, details, last, ...(bankHoliday ? { bankHoliday } : {}) });

const rows: readonly Row[] = [
  // K1: Planning and Seeing our Children.
  P("PF1", "early help, first home visit", ["Status: Early help", "Referral received: 03/06/2025", "Last visit: none"], "2025-06-17"),
  P("PF1", "early help, first home visit", ["Status: Early help", "Referral received: 03/04/2025", "Last visit: none"], "2025-04-17"),
  P("PF1", "early help, first home visit", ["Status: Early help", "Referral received: 04/04/2025", "Last visit: none"], "2025-04-22", "Good Friday and Easter Monday"),
  P("PF1", "early help, under 5", from("03/06/2025", "Status: Early help", "Child: Mya (3)"), "2025-06-24"),
  P("PF1", "early help, missing from school", from("03/06/2025", "Status: Early help, missing from school", "Child: Kai (9)"), "2025-06-24"),
  P("PF2", "child in need", from("03/06/2025", "Status: Child in need"), "2025-07-01"),
  P("PF2", "child in need", from("03/04/2025", "Status: CIN plan"), "2025-05-06", "Good Friday, Easter Monday, early May"),
  P("PF3", "child protection plan", from("03/06/2025", "Status: Child protection plan"), "2025-06-24"),
  P("PF3", "child protection plan", from("12/05/2025", "Status: CP plan"), "2025-06-03", "spring bank holiday"),
  P("PF3", "child protection plan, seen twice a month", ["Last visit: 17/06/2025", "Also seen: 14/05/2025", "Status: Child protection plan"], "2025-06-30"),
  P("PF4", "child in care in proceedings", from("03/06/2025", "Status: Child in care, care proceedings"), "2025-07-01"),
  P("PF4", "child in care in proceedings", from("03/04/2025", "Status: Looked after, interim care order"), "2025-05-06", "Good Friday, Easter Monday, early May"),
  P("PF4", "child in care in proceedings, seen twice a month", ["Last visit: 17/06/2025", "Also seen: 14/05/2025", "Status: Child in care, care proceedings"], "2025-06-30"),
  P("PF5", "child in care, first visit", ["Status: Child in care", "Date of placement: 03/06/2025", "Last visit: none"], "2025-06-10"),
  P("PF5", "child in care, later visits", from("03/06/2025", "Status: Child in care"), "2025-07-15"),
  P("PF5", "child in care, later visits, over bank holidays all the same", from("03/04/2025", "Status: LAC"), "2025-05-15", "they do not matter"),
  P("PF6", "matched long-term placement", from("03/06/2025", "Status: Child in care, matched long-term placement"), "2025-08-26"),
  P("PF7", "placed with parents, interim care order", from("03/06/2025", "Status: Placement with parents, interim care order"), "2025-07-01"),
  P("PF7", "placed with parents, interim care order", from("03/04/2025", "Status: Placed with parents (ICO)"), "2025-05-06", "Good Friday, Easter Monday, early May"),
  P("PF7", "placed with parents, interim care order, twice a month", ["Last visit: 17/06/2025", "Also seen: 14/05/2025", "Status: Placement with parents, interim care order"], "2025-06-30"),
  P("PF8", "placed with parents, care order", from("03/06/2025", "Status: Placement with parents, care order"), "2025-07-15"),
  P("PF9", "care leaver", from("03/06/2025", "Status: Care leaver", "Child: Mo (18)"), "2025-07-29"),
  P("PF10", "residential home", from("03/06/2025", "Status: Living in a residential home"), "2025-07-15"),
  P("PF11", "stable care package", from("03/06/2025", "Status: CCHDT, stable care package"), "2025-08-26"),
  P("PF12", "private fostering, first visit", ["Status: Private fostering", "Date of notification: 03/06/2025", "Last visit: none"], "2025-06-12"),
  P("PF12", "private fostering, first visit", ["Status: Private fostering", "Date of notification: 16/04/2025", "Last visit: none"], "2025-04-29", "Good Friday and Easter Monday"),
  P("PF12", "private fostering, later visits", from("03/06/2025", "Status: Privately fostered"), "2025-07-15"),
  P("PF13", "regulation 24 not approved", from("03/06/2025", "Status: Unregulated fostering placement, Reg 24 not approved"), "2025-06-13"),
  P("PF13", "under section 38(6)", from("03/06/2025", "Status: Child in care, placed under S38(6)"), "2025-06-13"),
  P("PF14", "regulation 24 expired", from("03/06/2025", "Status: Child in care, Reg 24 expired"), "2025-07-01"),
  P("PF15", "unregulated residential placement", from("03/06/2025", "Status: Unregulated residential placement"), "2025-06-10"),
  P("PF16", "youth justice, before the sentence", ["Status: Youth justice", "Date of sentence: 03/06/2025", "Last visit: none", "Child: Jayden (15)"], "2025-06-03"),
  P("PF16", "youth justice, the order's own frequency", from("03/06/2025", "Status: Youth justice", "Visits agreed: every 2 weeks", "Child: Jayden (15)"), "2025-06-17"),
  // K2: Gloucestershire.
  G("GF1", "early help, the plan's own frequency", from("03/06/2025", "Status: Early help", "Visits agreed: every 3 weeks"), "2025-06-24"),
  G("GF2", "section 47 enquiry", ["Status: Section 47 enquiry", "Enquiry started: 03/06/2025", "Last visit: none"], "2025-06-05"),
  G("GF2", "section 47 enquiry", ["Status: Section 47 enquiry", "Enquiry started: 22/05/2025", "Last visit: none"], "2025-05-27", "spring bank holiday"),
  G("GF3", "child in need", from("03/06/2025", "Status: Child in need"), "2025-07-01"),
  G("GF3", "child in need, bank holidays all the same", from("03/04/2025", "Status: Child in need"), "2025-05-01", "they do not matter"),
  G("GF4", "child protection plan, first visit", ["Status: Child protection plan", "Plan start: 03/06/2025", "Last visit: none"], "2025-06-05"),
  G("GF4", "child protection plan, later visits", from("03/06/2025", "Status: Child protection plan"), "2025-06-17"),
  G("GF4", "child protection plan, later visits", from("19/05/2025", "Status: Child protection plan"), "2025-06-03", "spring bank holiday"),
  G("GF5", "looked after, on the day", ["Status: Looked after", "Date of placement: 03/06/2025", "Last visit: none"], "2025-06-03"),
  G("GF5", "looked after, in the first week", ["Status: Looked after", "Date of placement: 03/06/2025", "Last visit: 03/06/2025"], "2025-06-10"),
  G("GF5", "looked after, later visits", ["Status: Looked after", "Date of placement: 03/03/2025", "Last visit: 03/06/2025"], "2025-07-15"),
  G("GF5", "looked after, permanent", from("03/06/2025", "Status: Looked after, permanent placement"), "2025-09-03"),
  G("GF5", "looked after, permanent, to the end of a shorter month", from("30/11/2025", "Status: Looked after, permanent placement"), "2026-02-28"),
  G("GF5", "looked after with short breaks, twice a year", ["Last visit: 03/03/2025", "Also seen: 03/12/2024", "Status: Looked after, series of short breaks"], "2025-12-31"),
  G("GF6", "short breaks, first visit", ["Status: Short breaks", "First placement day: 02/06/2025", "Placement days: 02/06/2025, 03/06/2025, 09/06/2025, 10/06/2025, 16/06/2025, 17/06/2025, 23/06/2025, 24/06/2025", "Last visit: none"], "2025-06-23"),
  G("GF6", "short breaks, second visit", ["Status: Short breaks", "First placement day: 02/06/2025", "Last visit: 03/06/2025"], "2025-09-02"),
  G("GF7", "adoptive placement, first visit", ["Status: Placed for adoption", "Date of placement: 03/06/2025", "Last visit: none"], "2025-06-10"),
  G("GF7", "adoptive placement, weekly until the first review", ["Status: Placed for adoption", "Date of placement: 03/06/2025", "First review: 01/07/2025", "Last visit: 10/06/2025"], "2025-06-17"),
  G("GF7", "adoptive placement, first year after the review", ["Status: Placed for adoption", "Date of placement: 03/06/2025", "First review: 01/07/2025", "Last visit: 08/07/2025"], "2025-08-19"),
  G("GF7", "adoptive placement, later years", ["Status: Placed for adoption", "Date of placement: 03/06/2024", "First review: 01/07/2024", "Last visit: 08/07/2025"], "2025-10-08"),
  G("GF8", "private fostering, first visit", ["Status: Private fostering", "Date of notification: 03/06/2025", "Last visit: none"], "2025-06-12"),
  G("GF8", "private fostering, first visit", ["Status: Private fostering", "Date of notification: 16/04/2025", "Last visit: none"], "2025-04-29", "Good Friday and Easter Monday"),
  G("GF8", "private fostering, first year", ["Status: Private fostering", "Date of notification: 03/03/2025", "Last visit: 03/06/2025"], "2025-07-15"),
  G("GF8", "private fostering, second year", ["Status: Private fostering", "Date of notification: 03/03/2024", "Last visit: 03/06/2025"], "2025-08-26"),
  G("GF9", "temporary approval, weekly until the first review", ["Status: Looked after, temporarily approved foster carer", "Date of placement: 03/06/2025", "First review: 01/07/2025", "Last visit: 10/06/2025"], "2025-06-17"),
  G("GF9", "temporary approval, after the review", ["Status: Looked after, temporarily approved foster carer", "Date of placement: 03/06/2025", "First review: 01/07/2025", "Last visit: 08/07/2025"], "2025-08-05"),
  G("GF9", "parents under an interim care order", ["Status: Placed with parents, interim care order", "Date of placement: 03/06/2025", "First review: 01/07/2025", "Last visit: 08/07/2025"], "2025-08-05"),
  G("GF10", "care order at home, first week", ["Status: Care order, placed with parents", "Date of placement: 03/06/2025", "Last visit: none"], "2025-06-10"),
  G("GF10", "care order at home, later visits", from("03/06/2025", "Status: Care order, placed with parents"), "2025-07-15"),
  G("GF11", "reported missing", ["Status: Reported missing", "Date of return: 03/06/2025", "Last visit: none"], "2025-06-06"),
  G("GF12", "two placements", from("03/06/2025", "Status: Looked after, residential school and foster care"), "2025-08-26"),
  G("GF13", "18 to 25", from("03/06/2025", "Status: Care leaver", "Child: Mo (19)"), "2025-08-03"),
];

const british = (day: Temporal.PlainDate) => `${String(day.day).padStart(2, "0")}/${String(day.month).padStart(2, "0")}/${day.year}`;
const overdue = ({ profile, details }: Row, day: Temporal.PlainDate) => {
  const child = details.some((line) => line.startsWith("Child:")) ? [] : ["Child: Kai Morton (9)"];
  const text = [...child, ...details, `Date of visit: ${british(day)}`, "Type of visit: Statutory visit", "", "I saw Kai at home.", ""].join("\n");
  return checkNote(text, { ...defaultSettings, profile }).findings.filter(({ rule }) => rule === "visit-overdue");
};

describe.each(rows)("$profile, $row: $what ($last)", (row) => {
  const last = Temporal.PlainDate.from(row.last);
  test("in time on the last day", () => expect(overdue(row, last)).toEqual([]));
  test("late a day later, with the row's own words", () => {
    const found = overdue(row, last.add({ days: 1 }));
    expect(found).toHaveLength(1);
    expect(found[0]!.standards[0]!.id).toBe(row.row);
    expect(found[0]!.message).toMatch(/may ask for more|visits were agreed/);
  });
});

test("every row of both tables has its line here", () => {
  const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  const tried = new Set(rows.map(({ row }) => row));
  for (const row of [...numbered("PF", 16), ...numbered("GF", 13)]) expect(tried, row).toContain(row);
});

describe("what is never computed", () => {
  const silent = (profile: Profile | "coventry", ...details: readonly string[]) => {
    const text = ["Child: Kai Morton (9)", ...details, "Type of visit: Statutory visit", "", "I saw Kai at home.", ""].join("\n");
    expect(checkNote(text, { ...defaultSettings, profile }).findings.filter(({ rule }) => rule === "visit-overdue")).toEqual([]);
  };
  test("short breaks after the second visit: “intervals of no less than six months”", () => silent("gloucestershire", "Status: Short breaks", "First placement day: 02/06/2024", "Last visit: 01/09/2024", "Date of visit: 03/06/2025"));
  test("a status that nobody knows", () => silent("planning-and-seeing", "Status: Step one", "Last visit: 02/06/2024", "Date of visit: 03/06/2025"));
  test("no last visit", () => silent("planning-and-seeing", "Status: Child protection plan", "Date of visit: 03/06/2025"));
  test("no status", () => silent("planning-and-seeing", "Last visit: 02/06/2024", "Date of visit: 03/06/2025"));
  test("a last visit that does not exist", () => silent("planning-and-seeing", "Status: Child protection plan", "Last visit: 31/04/2025", "Date of visit: 03/06/2025"));
  test("Coventry gives no number", () => silent("coventry", "Status: Child protection plan", "Last visit: 02/06/2024", "Date of visit: 03/06/2025"));
  test("what was and is no more", () => silent("planning-and-seeing", "Status: Child in need (was child protection until May)", "Last visit: 03/06/2025", "Date of visit: 01/07/2025"));
});

test("the same child, two authorities (traps 16.7, 16.9)", () => {
  const late = (profile: Profile, status: string, last: string, visited: string) => checkNote(`Child: Kai Morton (9)\nStatus: ${status}\nLast visit: ${last}\nDate of visit: ${visited}\nType of visit: Statutory visit\n\nI saw Kai.\n`, { ...defaultSettings, profile }).findings.some(({ rule }) => rule === "visit-overdue");
  expect(late("gloucestershire", "Child in need", "03/06/2025", "30/06/2025")).toBe(false);
  expect(late("planning-and-seeing", "Child in need", "02/06/2025", "01/07/2025")).toBe(true);
  expect(late("planning-and-seeing", "Looked after, permanent placement", "03/06/2025", "01/09/2025")).toBe(true);
  expect(late("gloucestershire", "Looked after, permanent placement", "03/06/2025", "01/09/2025")).toBe(false);
});

describe("a status that is no more, is denied, or is still to come", () => {
  const row = (status: string, profile: Profile = "planning-and-seeing") => rowFor(profileOf(profile), { status, ages: [9], moment: () => undefined })?.row;
  test.each([
    ["CP plan ended 1 May, now child in need", "PF2"],
    ["Child in need (CP plan closed in March)", "PF2"],
    ["Not CP; CIN", "PF2"],
    ["Child in need, child protection conference booked for 20/06/2025", "PF2"],
    ["Child in need (not looked after)", "PF2"],
    ["LAC until March 2025, now child in need", "PF2"],
    ["Stepped down from CP to CIN", "PF2"],
    ["Stepped up from child in need to child protection", "PF3"],
    ["Child in need - previously looked after", "PF2"],
    ["Child protection plan (neglect)", "PF3"],
    ["Former relevant care leaver", "PF9"],
    ["Early help", undefined],
    ["Step one", undefined],
    ["", undefined],
  ])("%s: %s", (status, wanted) => expect(row(status)).toBe(wanted));
  test.each([
    ["Child in need, missing from education", "GF3"],
    ["Child in need, no missing episodes", "GF3"],
    ["Child in need, section 47 enquiry", "GF3"],
  ])("under Gloucestershire, %s: %s", (status, wanted) => expect(row(status, "gloucestershire")).toBe(wanted));
});

describe("lists of visits", () => {
  const seldom = (...details: readonly string[]) => checkNote(`Child: Kai Morton (9)\nStatus: Child protection plan\n${details.join("\n")}\nType of visit: Statutory visit\n\nI saw Kai.\n`, { ...defaultSettings, profile: "planning-and-seeing" }).findings.filter(({ rule, message }) => rule === "visit-overdue" && /list it/.test(message));
  test("say nothing of the month in which they begin", () => expect(seldom("Date of visit: 10/06/2025", "Last visit: 28/05/2025", "Visits this month: 05/06/2025")).toEqual([]));
  test("with a slip in a year bring one finding at the most", () => expect(seldom("Date of visit: 10/06/2025", "Last visit: 28/05/2025", "Also seen: 05/06/2005, 07/06/2025").length).toBeLessThanOrEqual(1));
});

describe("whatever the details say", () => {
  const dates = fc.constantFrom("03/06/2025", "31/06/2025", "03/06/0025", "29/02/2024", "1/1/9999", "yesterday", "", "3 June 2025 7.30", "Mon 2 June 2025 09:00", "12/13/2025");
  const keys = ["Date of visit", "Recorded", "Last visit", "Also seen", "Date of placement", "Plan start", "Date of notification", "Referral received", "First review", "Date of return", "Placement days", "Last management oversight", "Visits agreed"];
  const words = fc.array(fc.constantFrom("child protection", "not", "CP", "looked after", "was", "ICO", "placed with parents", "reg 24", "expired", "care order", "now", "until", "(", ")", ";", "permanent", "missing", "short breaks", "adoption", "18", "early help"), { maxLength: 6 }).map((list) => list.join(" "));
  test.each(["planning-and-seeing", "gloucestershire", "coventry"])("%s: no rule fails, and nothing is late twice", (profile) =>
    fc.assert(
      fc.property(words, fc.array(fc.tuple(fc.constantFrom(...keys), dates), { maxLength: 10 }), fc.constantFrom("Statutory visit", "No access", "Emergency", "Significant event", "Supervision", "Direct work"), (status, given, type) => {
        const text = `Child: Kai Morton (9)\nStatus: ${status}\n${given.map(([key, date]) => `${key}: ${date}`).join("\n")}\nType: ${type}\n\nI saw Kai.\n`;
        const { findings, failed, note } = checkNote(text, { ...defaultSettings, profile });
        expect(failed).toEqual([]);
        expect(findings.filter(({ rule }) => rule === "visit-overdue").length).toBeLessThanOrEqual(2);
        dueAfterNote(note, { ...defaultSettings, profile });
        checklistFor(note, { ...defaultSettings, profile });
      }),
      { numRuns: 150 },
    ),
  );
});
