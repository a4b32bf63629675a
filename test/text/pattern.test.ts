import { describe, expect, test } from "vitest";
import { pattern } from "../../server/src/text/pattern.ts";

// The ranges that stand for \p{…} find what \p{…} finds, in every alphabet that names here are written in; in other scripts they may find more of the same script.

const properties = ["L", "Lu", "Ll", "M", "N"];
const between = (first: number, last: number): string[] => Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
const spelt = (property: string): RegExp => pattern(String.raw`^\p{${property}}$`, "u");
const plain = (property: string): RegExp => new RegExp(`^\\p{${property}}$`, "u");

describe.each(properties)("\\p{%s}", (property) => {
  test.each([["Latin, Greek, Cyrillic and Armenian", 0, 0x58f], ["Welsh and Vietnamese", 0x1e00, 0x1eff], ["punctuation", 0x2000, 0x206f]])("%s: the same", (_, first, last) => {
    expect(between(first, last).filter((sign) => spelt(property).test(sign) !== plain(property).test(sign))).toEqual([]);
  });
});

/** ℂ, ℓ and their like, and three signs that are letters by name alone. */
const letterlike = /[\u2100-\u218f\u2e2f\u303b\u303c]/;

test("every letter up to U+FFFF is a letter, and no space, quotation mark or bracket is", () => {
  const all = between(0, 0xffff).filter((sign) => !/\p{Cs}/u.test(sign) && !letterlike.test(sign));
  expect(all.filter((sign) => plain("L").test(sign) && !spelt("L").test(sign))).toEqual([]);
  expect(all.filter((sign) => /[\p{Z}\p{Pi}\p{Pf}\p{Ps}\p{Pe}]/u.test(sign) && spelt("L").test(sign) && sign < "\u0900")).toEqual([]);
});

test("names of many scripts are one word", () => {
  for (const name of ["Zoë", "Łukasz", "Đức", "Siân", "Ŵyn", "Олена", "Γιώργος", "محمد", "עמית", "सीता", "ፀሐይ", "ลลิตา", "小明", "みさき", "지우"]) expect(name.replace(pattern(String.raw`[\p{L}\p{M}]+`, "gu"), "")).toBe("");
});

test("in a class and outside, after brackets and signs that are escaped", () => {
  expect("[Ab]-É9".match(pattern(String.raw`\[\p{Lu}[\p{Ll}\]-]+\p{L}[\p{N}]$`, "u"))?.[0]).toBe("[Ab]-É9");
  expect(pattern(String.raw`^[^\p{L}]$`, "u").test("é")).toBe(false);
  expect(pattern(String.raw`^\\p\{L\}$`).test(String.raw`\p{L}`)).toBe(true);
});

test("another property is left to V8, and a pattern of ours that cannot be read throws", () => {
  expect(pattern(String.raw`^\p{Extended_Pictographic}$`, "u").test("🙂")).toBe(true);
  expect(() => pattern(String.raw`(\p{L}`, "u")).toThrow(SyntaxError);
});
