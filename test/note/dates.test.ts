import { describe, expect, test } from "vitest";
import { ageOn, readAge } from "../../server/src/note/age.ts";
import { readDate } from "../../server/src/note/dates.ts";
import { readNote } from "../../server/src/note/read.ts";

const day = (text: string) => {
  const date = readDate(text);
  return date && [date.year, date.month, date.day];
};

describe("dates are British", () => {
  test.each([
    ["03/04/2025", [2025, 4, 3]], ["3/4/25", [2025, 4, 3]], ["3.4.2025", [2025, 4, 3]], ["03-04-2025", [2025, 4, 3]], ["4.6.25", [2025, 6, 4]],
    ["3 April 2025", [2025, 4, 3]], ["3rd April 2025", [2025, 4, 3]], ["3rd of April 2025", [2025, 4, 3]], ["Thursday 3 April 2025", [2025, 4, 3]], ["3 Apr 25", [2025, 4, 3]], ["3 Sept 2025", [2025, 9, 3]],
    ["2025-04-03", [2025, 4, 3]], ["visited on 03/04/2025 at 4pm", [2025, 4, 3]], ["31/12/2025", [2025, 12, 31]],
  ])("%s", (text, expected) => expect(day(text)).toEqual(expected));

  test.each([["31/02/2025"], ["29/02/2025"], ["31/06/25"], ["13/13/2025"], ["0/4/2025"]])("%s is kept, and is no day", (text) => expect(readDate(text)).toMatchObject({ valid: false }));
  test("29 February of a leap year is one", () => expect(readDate("29/02/2024")).toMatchObject({ valid: true }));
  test.each([["yesterday"], ["next Thursday"], ["in May"], ["0 to 10"], ["07700 900123"], ["12/06"], [""]])("%j is none", (text) => expect(readDate(text)).toBeUndefined());

  test.each([
    ["03/04/2025 15:45", 945], ["03/04/2025 3.45pm", 945], ["03/04/2025 at 4pm", 960], ["03/04/2025, 9.10am", 550], ["03/04/2025 12am", 0], ["03/04/2025 12pm", 720], ["4pm on 03/04/2025", 960],
  ])("the time in %s", (text, minutes) => expect(readDate(text)?.minutes).toBe(minutes));
  test("no time where none is given", () => expect(readDate("03/04/2025")?.minutes).toBeUndefined());
});

describe("ages", () => {
  test.each([
    ["9", 9, undefined], ["aged 4", 4, undefined], ["2 yrs", 2, undefined], ["12 years old", 12, undefined], ["10 months", 0, 10], ["18 months", 1, 18], ["6 mths", 0, 6], ["8 weeks", 0, 1], ["3 days", 0, 0], ["9 yo", 9, undefined],
  ])("%s", (text, years, months) => expect(readAge(text)).toEqual(months === undefined ? { years } : { years, months }));
  test.each([["unknown"], [""], ["1985"]])("%j is none", (text) => expect(readAge(text)).toBeUndefined());

  const on = (visited: string, born: string) => ageOn(readDate(visited)!, readDate(born)!);
  test("the day before a birthday", () => expect(on("11/03/2025", "12/03/2020")?.years).toBe(4));
  test("the birthday itself", () => expect(on("12/03/2025", "12/03/2020")?.years).toBe(5));
  test("months of a baby", () => expect(on("03/04/2025", "10/01/2025")).toEqual({ years: 0, months: 2 }));
  test("born on 29 February: a year older on 1 March", () => {
    expect(on("28/02/2025", "29/02/2020")?.years).toBe(4);
    expect(on("01/03/2025", "29/02/2020")?.years).toBe(5);
    expect(on("29/02/2024", "29/02/2020")?.years).toBe(4);
  });
  test("born after the visit: no age", () => expect(on("03/04/2025", "04/04/2025")).toBeUndefined());
  test("an impossible day: no age", () => expect(on("03/04/2025", "31/02/2018")).toBeUndefined());
});

describe("the day of the visit", () => {
  test.each([["Date of visit"], ["Visited"], ["Date"], ["Visit date"]])("%s", (key) => expect(readNote(`Child: Kai\n${key}: 03/04/2025\n`).visited).toMatchObject({ year: 2025, month: 4, day: 3 }));
  test("not the day of recording, and not the last visit", () => expect(readNote("Child: Kai\nRecorded: 04/04/2025\nLast visit: 01/03/2025\n").visited).toBeUndefined());
});

test("the dates of the prose, with their places", () => {
  const note = readNote("Child: Kai (9)\nType of contact: Case note\n\nThe meeting was on Thursday 22 May 2025. I will ring on 6 June, and the review is on 17/06/25. In May we may move.\n");
  expect(note.dates.map(({ start, end, day, month, year, weekday }) => [note.text.slice(start, end), day, month, year, weekday])).toEqual([
    ["Thursday 22 May 2025", 22, 5, 2025, 4],
    ["6 June", 6, 6, undefined, undefined],
    ["17/06/25", 17, 6, 2025, undefined],
  ]);
});
