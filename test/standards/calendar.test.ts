import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import bankHolidays from "../../server/generated/bank-holidays.json" with { type: "json" };
import type { CalendarDate } from "../../server/src/note/dates.ts";
import { addWorkingDays, deadline, isLate, isWorkingDay, momentInWords, workingDaysBetween } from "../../server/src/standards/calendar.ts";
import { inWords, readFrequency, readLength } from "../../server/src/standards/length.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string, minutes?: number): CalendarDate => ({ year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)), valid: true, ...(minutes === undefined ? {} : { minutes }) });
const length = (text: string) => readLength(text)!;

describe("England's bank holidays, as published", () => {
  // https://www.gov.uk/bank-holidays
  test.each([
    [2019, ["2019-01-01", "2019-04-19", "2019-04-22", "2019-05-06", "2019-05-27", "2019-08-26", "2019-12-25", "2019-12-26"]],
    [2020, ["2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08", "2020-05-25", "2020-08-31", "2020-12-25", "2020-12-28"]],
    [2021, ["2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28"]],
    [2022, ["2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27"]],
    [2023, ["2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26"]],
    [2024, ["2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26"]],
    [2025, ["2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26"]],
    [2026, ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"]],
    [2027, ["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"]],
    [2012, ["2012-01-02", "2012-04-06", "2012-04-09", "2012-05-07", "2012-06-04", "2012-06-05", "2012-08-27", "2012-12-25", "2012-12-26"]],
  ])("%i", (year, published) => {
    // The substitute day counts, not the Saturday or Sunday that it stands for.
    expect(bankHolidays.filter((date) => date.startsWith(String(year)) && day(date).dayOfWeek <= 5)).toEqual(published);
  });
  test("many years ahead", () => {
    expect(isWorkingDay(day("2038-04-26"))).toBe(false); // Easter Monday, as late as it can be
    expect(isWorkingDay(day("2038-04-27"))).toBe(true);
  });
});

describe("working days", () => {
  test("the day itself is day 0", () => expect(addWorkingDays(day("2025-06-02"), 0).toString()).toBe("2025-06-02"));
  test("over a weekend", () => expect(addWorkingDays(day("2025-06-06"), 1).toString()).toBe("2025-06-09"));
  test("from a Saturday", () => expect(addWorkingDays(day("2025-06-07"), 1).toString()).toBe("2025-06-09"));
  test("over Christmas", () => expect(addWorkingDays(day("2025-12-24"), 1).toString()).toBe("2025-12-29"));
  test("over a substitute day", () => expect(addWorkingDays(day("2026-12-24"), 1).toString()).toBe("2026-12-29"));
  test("counted back", () => expect(workingDaysBetween(day("2025-04-17"), day("2025-04-22"))).toBe(1));
  test("a profile may count bank holidays, close the office, or open it", () => {
    expect(addWorkingDays(day("2025-04-17"), 1, { bankHolidays: false }).toString()).toBe("2025-04-18");
    expect(addWorkingDays(day("2025-12-29"), 1, { closed: ["2025-12-30", "2025-12-31"] }).toString()).toBe("2026-01-02");
    expect(addWorkingDays(day("2025-04-17"), 1, { open: ["2025-04-18"] }).toString()).toBe("2025-04-18");
  });
});

describe("how long is in time", () => {
  const last = (from: CalendarDate, within: string) => momentInWords(deadline(from, length(within))!);
  test("hours of the clock, over both its changes", () => {
    expect(last(at("2025-03-29", 16 * 60), "48 hours")).toBe("Monday 31 March 2025, 17:00");
    expect(last(at("2025-10-25", 16 * 60), "48 hours")).toBe("Monday 27 October 2025, 15:00");
    expect(last(at("2025-06-03", 16 * 60), "48 hours")).toBe("Thursday 5 June 2025, 16:00");
  });
  test("hours from a day without a time: whole days", () => expect(last(at("2025-06-03"), "48 hours")).toBe("Thursday 5 June 2025"));
  test("months end on the same day, or on the last of a shorter month", () => {
    expect(last(at("2025-06-03"), "3 months")).toBe("Wednesday 3 September 2025");
    expect(last(at("2025-11-30"), "3 months")).toBe("Saturday 28 February 2026");
    expect(last(at("2024-02-29"), "12 months")).toBe("Friday 28 February 2025");
  });
  test("weeks and days of the calendar", () => {
    expect(last(at("2024-02-28"), "2 days")).toBe("Friday 1 March 2024");
    expect(last(at("2025-12-20"), "6 weeks")).toBe("Saturday 31 January 2026");
  });
  test("the same day, the next morning", () => {
    expect(last(at("2025-06-03", 20 * 60), "the same day")).toBe("Tuesday 3 June 2025");
    expect(last(at("2025-06-03", 20 * 60), "10:00 the next day")).toBe("Wednesday 4 June 2025, 10:00");
  });
  test("a day that does not exist has none", () => expect(deadline({ year: 2025, month: 2, day: 30, valid: false }, length("48 hours"))).toBeUndefined());
  test("late to the minute where both minutes are known, else to the day", () => {
    const end = deadline(at("2025-06-03", 16 * 60), length("48 hours"))!;
    expect(isLate(end, at("2025-06-05", 16 * 60))).toBe(false);
    expect(isLate(end, at("2025-06-05", 16 * 60 + 1))).toBe(true);
    expect(isLate(end, at("2025-06-05"))).toBe(false);
    expect(isLate(end, at("2025-06-06"))).toBe(true);
  });
});

describe("lengths of time in words", () => {
  test.each(["48 hours", "1 working day", "10 working days", "6 weeks", "3 months", "7 placement days", "the same day", "10:00 the next day"])("%s", (text) => expect(inWords(length(text))).toBe(text));
  test.each(["", "soon", "48", "hours", "-3 days", "25:00 the next day", "3.5 weeks", "0 days", "99999 days"])("“%s” is none", (text) => expect(readLength(text)).toBeUndefined());
  test.each([
    ["every 2 weeks", "2 weeks"], ["weekly", "1 week"], ["fortnightly", "2 weeks"], ["every fortnight", "2 weeks"], ["at least every 10 working days", "10 working days"], ["six-weekly", "6 weeks"], ["every other week", "2 weeks"], ["monthly", "1 month"], ["every month", "1 month"], ["monthly visits, with weekly phone calls", "1 month"], ["weekly calls and visits every 4 weeks", "4 weeks"],
  ])("“%s” is %s", (written, meant) => expect(inWords(readFrequency(written)!)).toBe(meant));
  test.each(["as needed", "often", "", "when the plan says", "twice", "bi-monthly", "every 0 weeks"])("“%s” is no number", (written) => expect(readFrequency(written)).toBeUndefined());
});
