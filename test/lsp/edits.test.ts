import { describe, expect, test } from "vitest";
import type { Finding } from "../../server/src/engine/finding.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { toSnippet } from "../../server/src/lsp/snippet.ts";
import type { Edit } from "../../server/src/text/edit.ts";

describe("a text with fields to complete as a snippet", () => {
  test.each([
    ["because [… why …].", "because ${1:[… why …]}.", 2],
    ["[… who …] by [… when …]", "${1:[… who …]} by ${2:[… when …]}", 3],
    ["costs $5 {a} \\ [… what …]", "costs \\$5 {a\\} \\\\ ${1:[… what …]}", 2],
    ["[… a } and $b …]", "${1:[… a \\} and \\$b …]}", 2],
    ["[… two\nlines …] [… one …]", "${1:[… two\nlines …]} ${2:[… one …]}", 3],
  ])("%j becomes %j", (text, value, next) => {
    expect(toSnippet(text, 1)).toEqual({ value, next });
  });

  test("goes on counting from the edit before", () => expect(toSnippet("[… a …]", 4)).toEqual({ value: "${4:[… a …]}", next: 5 }));
  test.each(["", "plain ${1:no}", "a [link] …"])("%j has no field", (text) => expect(toSnippet(text, 1)).toBeUndefined());
});

describe("all safe fixes at once", () => {
  const finding = (...fixes: { safe: boolean; edits: Edit[] }[]): Finding => ({
    rule: "a-rule",
    severity: "hint",
    message: "",
    span: { start: 0, end: 1 },
    related: [],
    standards: [],
    fixes: fixes.map((fix) => ({ title: "Mend it", ...fix })),
  });
  const edit = (start: number, end: number, newText: string): Edit => ({ start, end, newText });
  const safe = (...edits: Edit[]): Finding => finding({ safe: true, edits });

  test("are those alone, in the order of the text", () => {
    expect(safeEdits([safe(edit(8, 9, "b")), finding({ safe: false, edits: [edit(0, 1, "x")] }), safe(edit(2, 3, "a"))])).toEqual([edit(2, 3, "a"), edit(8, 9, "b")]);
  });
  test("the same edit of two findings is made once", () => expect(safeEdits([safe(edit(2, 3, "a")), safe(edit(2, 3, "a"))])).toEqual([edit(2, 3, "a")]));
  test("of two that touch the same place the first stands", () => expect(safeEdits([safe(edit(2, 6, "a")), safe(edit(5, 8, "b"))])).toEqual([edit(2, 6, "a")]));
  test("two insertions at one place are not both made", () => expect(safeEdits([safe(edit(2, 2, "a")), safe(edit(2, 2, "b"))])).toEqual([edit(2, 2, "a")]));
  test("an insertion inside a replaced stretch is not made", () => expect(safeEdits([safe(edit(2, 6, "a")), safe(edit(4, 4, "b"))])).toEqual([edit(2, 6, "a")]));
  test("a fix is made whole or not at all", () => expect(safeEdits([safe(edit(5, 6, "a")), safe(edit(1, 2, "b"), edit(5, 6, "c"))])).toEqual([edit(5, 6, "a")]));
  test("edits that meet end to end are both made", () => expect(safeEdits([safe(edit(2, 4, "a")), safe(edit(4, 6, "b"))])).toHaveLength(2));
});
