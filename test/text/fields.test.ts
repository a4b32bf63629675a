import { describe, expect, test } from "vitest";
import { field, fieldsIn, holdsField, withoutFields } from "../../server/src/text/fields.ts";

const inText = (text: string): string[] => fieldsIn(text).map(({ start, end }) => text.slice(start, end));

describe("fields to complete", () => {
  test("are found where they stand, with more in them or over two lines", () => {
    expect(inText(`He was at ${field("where")}, ${field("why")}.`)).toEqual(["[… where …]", "[… why …]"]);
    expect(inText("[… was it so, and\nwhere …]")).toEqual(["[… was it so, and\nwhere …]"]);
    expect(withoutFields(`At ${field("where")}.`)).toBe("At  .");
  });
  test("brackets and three dots of the writer's own are none", () => {
    for (const text of ["[he paused …]", "[…] I like it", "I like […it", "[the dog] …]", "[… [aside] …]"]) expect(holdsField(text)).toBe(false);
  });
  test("a field that is opened and never closed takes no longer, however much stands behind it", () => {
    for (const text of [`[…${" ".repeat(200_000)}`, `[…${"\n".repeat(200_000)}`, "[… a ".repeat(50_000), `[${"…".repeat(200_000)}`]) {
      const began = performance.now();
      expect(fieldsIn(text)).toEqual([]);
      expect(performance.now() - began).toBeLessThan(1000);
    }
  });
});
