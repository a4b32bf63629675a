import { describe, expect, test } from "vitest";
import { ageOn, readAge } from "../../server/src/note/age.ts";
import { daysBetween, weekdayOf } from "../../server/src/note/calendar.ts";
import { readTime } from "../../server/src/note/clock.ts";
import { findDates, readBirth, readDate } from "../../server/src/note/dates.ts";
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

describe("dates as people write them", () => {
  const all = (text: string) => findDates(text).map(({ start, end, day, month, year, weekday }) => [text.slice(start, end), day, month, year, weekday]);
  test.each([
    ["seen 3/4/25 at home", ["3/4/25", 3, 4, 2025, undefined]],
    ["seen 03.04.2025 at home", ["03.04.2025", 3, 4, 2025, undefined]],
    ["seen 3-4-25 at home", ["3-4-25", 3, 4, 2025, undefined]],
    ["seen 2025-04-03 at home", ["2025-04-03", 3, 4, 2025, undefined]],
    ["seen on 3rd April at home", ["3rd April", 3, 4, undefined, undefined]],
    ["seen on 3 April 2025 at home", ["3 April 2025", 3, 4, 2025, undefined]],
    ["seen on April 3rd 2025 at home", ["April 3rd 2025", 3, 4, 2025, undefined]],
    ["seen Thurs 3 April 2025 at home", ["Thurs 3 April 2025", 3, 4, 2025, 4]],
    ["seen Thurs 3/4 at home", ["Thurs 3/4", 3, 4, undefined, 4]],
    ["seen on the 3rd of April", ["3rd of April", 3, 4, undefined, undefined]],
    ["4th June, Weds was the day", ["4th June", 4, 6, undefined, undefined]],
    ["seen on 4th June (Weds)", ["4th June (Weds)", 4, 6, undefined, 3]],
    ["Thursday the 3rd of April", ["Thursday the 3rd of April", 3, 4, undefined, 4]],
    ["Friday night (6 June) he went", ["Friday night (6 June", 6, 6, undefined, 5]],
    ["Thursday, 3rd April 2025", ["Thursday, 3rd April 2025", 3, 4, 2025, 4]],
    ["Mon 16th\nJune", ["Mon 16th\nJune", 16, 6, undefined, 1]],
    ["by 4/6 at the latest", ["4/6", 4, 6, undefined, undefined]],
    ["log 212 of 20/05", ["20/05", 20, 5, undefined, undefined]],
    ["on 3 june 25.", ["3 june 25", 3, 6, 2025, undefined]],
    ["on 3-Apr-25 he", ["3-Apr-25", 3, 4, 2025, undefined]],
    ["on 3 Apr '25 he", ["3 Apr '25", 3, 4, 2025, undefined]],
    ["on 4 June 16:00", ["4 June", 4, 6, undefined, undefined]],
    ["on 4 June 2000hrs", ["4 June", 4, 6, undefined, undefined]],
    ["the 3rd may 2025", ["3rd may 2025", 3, 5, 2025, undefined]],
    ["on 3 may he", ["3 may", 3, 5, undefined, undefined]],
    ["He sat 6 June outside", ["6 June", 6, 6, undefined, undefined]],
    ["tues 10 june rang school", ["tues 10 june", 10, 6, undefined, 2]],
    ["the 31/06/25 meeting", ["31/06/25", 31, 6, 2025, undefined]],
    ["28 Febuary 2025", ["28 Febuary 2025", 28, 2, 2025, undefined]],
    ["Wed 4 Sept", ["Wed 4 Sept", 4, 9, undefined, 3]],
    ["Monday 4pm, 9 June", ["Monday 4pm, 9 June", 9, 6, undefined, 1]],
    ["Fri 3-4 June", ["4 June", 4, 6, undefined, undefined]],
  ])("%j", (text, expected) => expect(all(text)).toEqual([expected]));
  test("two that share a month", () => expect(all("Sat 7 and Sun 8 June")).toEqual([["Sat 7", 7, 6, undefined, 6], ["Sun 8 June", 8, 6, undefined, 0]]));
  test("a list", () => expect(all("on 3 June 2025, Friday 6 June and 9/6/25").map(([text]) => text)).toEqual(["3 June 2025", "Friday 6 June", "9/6/25"]));

  test.each([
    "yesterday", "last Tues", "6/10 today", "He scored 4/6.", "a 6/10 on the scale", "she is at 4/10, last time 3/10", "24/7", "on 24/7", "boys, 4/6", "(4/6)", "aged 4/6", "3/4 of the way", "on 1/2 term", "for 3/4 days", "a ratio of 1/3", "In May we may move.", "3 may come", "Only 2 may attend", "May, 8, and June, 6", "May (3)", "May 3pm",
    "He sat on the sofa", "in the sun", "a 3 marbles game", "2 decent meals", "4 maybe 5", "5 mars bars", "2 jungle books", "at 4 May woke up", "May is 8", "march 10 miles", "50/50", "20/20 vision", "07700 900123", "£3.40", "at 3.40", "1.2.34.5", "2.15.30", "section 20/21", "BP 120/80", "on 4/10 for home", "he may 3 times", "room 4/5", "v2.3.25.1", "LCS 12/3456/25",
  ])("%j is none", (text) => expect(all(text)).toEqual([]));
});

describe("times as people write them", () => {
  test.each([
    ["4pm", 960], ["16:00", 960], ["4.30pm", 990], ["1600hrs", 960], ["1600 hours", 960], ["half past four", 990], ["noon", 720], ["midday", 720], ["midnight", 0], ["16:00–17:15", 960], ["16.00-17.15", 960], ["4-5pm", 960], ["11-1pm", 660], ["10 to 11.30am", 600], ["quarter to five", 1005], ["ten past 3", 910], ["half four", 990], ["4 o'clock", 960], ["10 o'clock", 600],
    ["4.30", 990], ["04:30", 270], ["9.15", 555], ["9 in the morning", 540], ["half past nine in the evening", 1290], ["12.15pm", 735], ["4 p.m.", 960], ["16:00:00", 960],
  ])("%s", (text, minutes) => expect(readTime(text)).toBe(minutes));
  test.each(["", "4", "half of it", "25:00", "1.5 hours", "£4.30", "half two years old", "1.30 hours"])("%j is none", (text) => expect(readTime(text)).toBeUndefined());
});

describe("a year of two figures", () => {
  const seen = readDate("03/06/2025")!;
  test.each([["12/03/14", 2014], ["12/03/98", 1998], ["12/03/45", 1945], ["12/03/26", 2026], ["12/03/2031", 2031], ["4 Mar 87", 1987]])("born %s", (text, year) => expect(readBirth(text, seen)?.year).toBe(year));
  test("of a visit is of this century", () => expect(readDate("12/03/45")?.year).toBe(2045));
});

test("weekdays, and days between", () => {
  expect(["06/06/2025", "29/02/2024", "01/01/2000", "31/12/1999"].map((text) => weekdayOf(readDate(text)!))).toEqual([5, 4, 6, 5]);
  expect(daysBetween(readDate("29/03/2025")!, readDate("31/03/2025")!)).toBe(2);
});

describe("a date of birth beside the name", () => {
  test.each(["Child: Kai Morton, DOB 12/03/2016", "Child: Kai Morton DOB 12/3/16", "Child: Kai Morton (dob 12.3.16)", "Child: Kai Morton\nDOB: 12/3/16"])("%s", (line) => {
    const { children } = readNote(`${line}\nDate of visit: 03/06/2025\nType of visit: Home visit\n\nHello.\n`);
    expect(children.map(({ name, fullName, age }) => [name, fullName, age?.years])).toEqual([["Kai", "Kai Morton", 9]]);
  });
});
