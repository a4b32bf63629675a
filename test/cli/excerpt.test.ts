import { expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { excerpt, plain } from "../../server/src/report/excerpt.ts";

function drawn(text: string, words: string, columns = 60): { line: number; text: string; carets: string } {
  const start = text.indexOf(words);
  const found = excerpt(checkNote(text).note, { start, end: start + words.length }, columns);
  return { line: found.line, text: found.text, carets: " ".repeat(found.before) + "^".repeat(found.under) };
}

test("carets stand under the span", () => expect(drawn("One\nTwo LAC three", "LAC")).toEqual({ line: 2, text: "Two LAC three", carets: "    ^^^" }));
test("a tab takes the columns to its stop", () => expect(drawn("\ta\tLAC", "LAC")).toEqual({ line: 1, text: "    a   LAC", carets: "        ^^^" }));
test("emoji and wide signs take two columns, marks on letters none", () => {
  expect(drawn("👩‍👧 LAC", "LAC").carets).toBe("   ^^^");
  expect(drawn("家庭 LAC", "LAC").carets).toBe("     ^^^");
  expect(drawn("Zoe\u0308 LAC", "LAC").carets).toBe("    ^^^");
  expect(drawn("my 😀 tower", "😀").carets).toBe("   ^^");
});
test("a long line is cut around the span, at a word", () => {
  const { text, carets } = drawn(`${"word ".repeat(100)}LAC ${"more ".repeat(100)}`, "LAC");
  expect(text).toMatch(/^…word .* LAC .*…$/);
  expect(text.length).toBeLessThanOrEqual(61);
  expect(text.slice(carets.indexOf("^"))).toMatch(/^LAC/);
});
test("a line of a million signs is cut quickly, though it has no words", () => {
  const { text, carets } = drawn(`${"😀".repeat(250_000)}LAC${"x".repeat(500_000)}`, "LAC");
  expect(text.length).toBeLessThan(150);
  expect(carets.endsWith("^^^")).toBe(true);
});
test("a span over several lines is marked to the end of its first", () => expect(drawn("One two\r\nthree", "two\r\nthr")).toEqual({ line: 1, text: "One two", carets: "    ^^^" }));
test("an empty span has one caret", () => expect(drawn("One", "")).toMatchObject({ carets: "^" }));
test("control characters are shown, not obeyed", () => {
  expect(drawn("a\u001B[31m LAC", "LAC")).toEqual({ line: 1, text: "a·[31m LAC", carets: "       ^^^" });
  expect(plain("a\u001B[31m\u202Eb\nc")).toBe("a[31mb c");
});
