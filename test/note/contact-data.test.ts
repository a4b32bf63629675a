import { describe, expect, test } from "vitest";
import { contactDataOf } from "../../server/src/note/contact-data.ts";
import { noteOf } from "./support.ts";

/** What is found in a sentence: its kind, and how it is written. */
const found = (body: string): string[] => {
  const note = noteOf(body);
  return contactDataOf(note).map(({ kind, start, end }) => `${kind}: ${note.text.slice(start, end)}`);
};

describe("telephone numbers, as people type them", () => {
  test.each(["07700 900123", "07700900123", "07700 900 123", "07700.900.123", "07700-900-123", "(024) 7655 5555", "024 7655 5555", "01632 960983", "01632 960983 ext 12", "+44 7700 900123", "+44 (0)7700 900123", "0044 7700 900123", "0121 496 0123 x4"])("%s", (written) => expect(found(`Kelly can be reached on ${written} now.`)).toEqual([`phone: ${written}`]));
  test("a bracket around the whole is the sentence's", () => expect(found("I rang Kelly (07700 900123) twice.")).toEqual(["phone: 07700 900123"]));
  test.each(["0800 1111", "0300 123 4567", "LCS 0123456789", "ref: 01234567890", "03.04.2025 11.30", "01/02/2025 10.30 - 11.15", "£01234567890", "0123456", "2025-11-22 09.15"])("no telephone of a person's: %s", (written) => expect(found(`Kelly has ${written} here.`)).toEqual([]));
});

describe("an NHS number", () => {
  test("is known by its check and its groups", () => expect(found("It is 943 476 5919 on the form.")).toEqual(["NHS number: 943 476 5919"]));
  test("without its check, only where it is called one", () => {
    expect(found("It is 943 476 5918 on the form.")).toEqual([]);
    expect(found("Her NHS number is 943 476 5918.")).toEqual(["NHS number: 943 476 5918"]);
  });
  test("ungrouped, only where it is called one", () => {
    expect(found("It is 9434765919 on the form.")).toEqual([]);
    expect(found("NHS no. 9434765919.")).toEqual(["NHS number: 9434765919"]);
  });
});

describe("a National Insurance number", () => {
  test.each(["QQ123456C", "QQ 12 34 56 C", "qq 12 34 56 c"])("%s", (written) => expect(found(`Her National Insurance number is ${written}.`)).toEqual([`National Insurance number: ${written}`]));
  test("seven signs are none", () => expect(found("The bay is AB 12 34.")).toEqual([]));
});

describe("an address is as long as it is written", () => {
  test.each(["14 Albion Street", "14 Albion Street, CV6 5QT", "14 Rowan Avenue, Coventry CV2 3AB", "Flat 3, Bishop Court", "flat 4, 12 mill lane", "3a Station Rd", "CV6 5QT", "cv6 5qt"])("%s", (written) => expect(found(`Kelly has moved to ${written}.`)).toEqual([`address: ${written}`]));
  test.each(["B1 4pm", "S47 1st visit", "5 minutes down the lane", "Year 4 Park View Primary School", "2 police cars on Clay Lane", "the number 14 bus"])("none: %s", (written) => expect(found(`Kelly said ${written}.`)).toEqual([]));
});

describe("words that somebody said", () => {
  test("a child's are left alone, an adult's are not", () => {
    expect(found("Kai said “ring 07700 900123”.")).toEqual([]);
    expect(found("Kelly said “ring 07700 900123”.")).toEqual(["phone: 07700 900123"]);
  });
  test("a number alone between marks is nobody's speech", () => expect(found("The slip had “07700 900123” on it.")).toEqual(["phone: 07700 900123"]));
});
