import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distance } from "../../server/src/text/distance.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { LineIndex } from "../../server/src/text/lines.ts";
import { contains, cover, holds, overlaps, slice, trim } from "../../server/src/text/span.ts";
import { tokenise } from "../../server/src/text/tokens.ts";

const span = (start: number, end: number) => ({ start, end });

describe("spans", () => {
  test("share a unit, or only touch", () => {
    expect(overlaps(span(0, 3), span(2, 4))).toBe(true);
    expect(overlaps(span(0, 3), span(3, 4))).toBe(false);
    expect(overlaps(span(2, 2), span(0, 4))).toBe(true);
  });
  test("contain, hold, cover", () => {
    expect(contains(span(0, 4), span(0, 4))).toBe(true);
    expect(contains(span(0, 4), span(3, 5))).toBe(false);
    expect(holds(span(1, 3), 1)).toBe(true);
    expect(holds(span(1, 3), 3)).toBe(false);
    expect(cover(span(4, 6), span(1, 2), span(5, 9))).toEqual(span(1, 9));
  });
  test("trim takes white space of every kind", () => {
    expect(slice("a \u00A0\n b \t", trim("a \u00A0\n b \t", span(1, 8)))).toBe("b");
    expect(trim("   ", span(0, 3)).start).toBe(trim("   ", span(0, 3)).end);
  });
});

describe("edits", () => {
  test("in any order", () => expect(applyEdits("abcdef", [{ start: 4, end: 5, newText: "E" }, { start: 0, end: 1, newText: "A" }])).toBe("AbcdEf"));
  test("several at one place keep their order", () => expect(applyEdits("ab", [{ start: 1, end: 1, newText: "1" }, { start: 1, end: 1, newText: "2" }])).toBe("a12b"));
  test("one put in where another begins", () => expect(applyEdits("abc", [{ start: 1, end: 2, newText: "B" }, { start: 1, end: 1, newText: "-" }])).toBe("a-Bc"));
  test("two that overlap are refused", () => expect(() => applyEdits("abc", [{ start: 0, end: 2, newText: "" }, { start: 1, end: 3, newText: "" }])).toThrow(RangeError));
  test("none", () => expect(applyEdits("abc", [])).toBe("abc"));
});

describe("lines", () => {
  test.each([
    ["LF", "a\nbc\n", [0, 2, 5]], ["CRLF", "a\r\nbc\r\n", [0, 3, 7]], ["CR", "a\rbc\r", [0, 2, 5]], ["mixed", "a\r\n\rb\n", [0, 3, 4, 6]], ["none", "abc", [0]], ["nothing", "", [0]],
  ])("%s", (_, text, starts) => {
    const lines = new LineIndex(text);
    expect(lines.count).toBe(starts.length);
    expect(starts.map((at, line) => lines.lineSpan(line).start === at)).not.toContain(false);
  });
  test("UTF-16 units, as LSP counts them", () => expect(new LineIndex("😀a\n😀b").positionAt(6)).toEqual({ line: 1, character: 2 }));
  test("outside the text: its nearer end", () => {
    expect(new LineIndex("ab\nc").positionAt(-4)).toEqual({ line: 0, character: 0 });
    expect(new LineIndex("ab\nc").positionAt(99)).toEqual({ line: 1, character: 1 });
  });
  test("there and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "😀", " "), maxLength: 40 }), fc.nat(60), (text, at) => {
        const lines = new LineIndex(text);
        const { line, character } = lines.positionAt(at);
        expect(lines.lineSpan(line).start + character).toBe(Math.min(at, text.length));
      }),
      { seed: 20250603 },
    );
  });
});

describe("words", () => {
  const words = (text: string) => tokenise(text).map(({ word }) => word);
  test.each([
    ["Don’t shout", ["don't", "shout"]], ["self-harm", ["self", "harm"]], ["the siblings' room", ["the", "siblings'", "room"]], ["‘quoted’ words", ["quoted", "words"]], ["10.30am on 4.6.25", ["10.30am", "on", "4.6.25"]], ["Zoë O'Brien", ["zoë", "o'brien"]], ["A&E", ["a", "e"]], ["s.20", ["s", "20"]], ["😀", []], ["", []],
  ])("%s", (text, expected) => expect(words(text)).toEqual(expected));
  test("with their places, and their capitals", () => {
    expect(tokenise("Hi Kai", 10)).toEqual([{ start: 10, end: 12, word: "hi", bare: "hi", capital: true }, { start: 13, end: 16, word: "kai", bare: "kai", capital: true }]);
    expect(tokenise("kai")[0]!.capital).toBe(false);
  });
  test("every one is its slice", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      let last = 0;
      for (const { start, end, word } of tokenise(text)) {
        expect(text.slice(start, end).toLowerCase().replaceAll("’", "'")).toBe(word);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }), { seed: 20250603 });
  });
});

describe("how far words are apart", () => {
  test.each([["kai", "kai", 0], ["kayleigh", "kaleigh", 1], ["kayleigh", "kayliegh", 1], ["kai", "kay", 1], ["", "abc", 3], ["abc", "", 3], ["mya", "kai", 3]])("%s, %s", (a, b, expected) => expect(distance(a, b)).toBe(expected));
});
