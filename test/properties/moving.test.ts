import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "../../server/src/check.ts";
import { commentsOf } from "../../server/src/lsp/comments.ts";
import { foldsOf } from "../../server/src/lsp/folding.ts";
import { outlineOf } from "../../server/src/lsp/symbols.ts";
import { contains } from "../../server/src/text/span.ts";
import { corpus } from "../corpus/score.ts";
import { notes, parameters } from "./pieces.ts";

// The outline and the folding of any text are such as every editor can show.

function sound(text: string): void {
  const note = read(text);
  const visit = (items: ReturnType<typeof outlineOf>, outer: { start: number; end: number }): void => {
    let before = 0;
    for (const { name, span, selection, children } of items) {
      expect(name.trim()).not.toBe("");
      expect(name).not.toMatch(/[\r\n]/);
      expect(name.length).toBeLessThan(400);
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(contains(outer, span), `${name} in what it is under`).toBe(true);
      expect(contains(span, selection), `the words of ${name}`).toBe(true);
      expect(span.start, "in the order of the text").toBeGreaterThanOrEqual(before);
      before = span.start;
      visit(children, span);
    }
  };
  visit(outlineOf(note), { start: 0, end: text.length });
  for (const limit of [undefined, 2]) {
    const folds = foldsOf(note, limit);
    if (limit !== undefined) expect(folds.length).toBeLessThanOrEqual(limit);
    expect(new Set(folds.map(({ startLine }) => startLine)).size, "one fold a line").toBe(folds.length);
    for (const { startLine, endLine } of folds) {
      expect(startLine).toBeGreaterThanOrEqual(0);
      expect(endLine).toBeGreaterThan(startLine);
      expect(endLine).toBeLessThan(note.lines.count);
      const last = note.lines.lineSpan(endLine);
      expect(text.slice(last.start, last.end).trim(), "no empty line at the end").not.toBe("");
    }
    for (const one of folds) for (const other of folds) expect(one.startLine < other.startLine && other.startLine <= one.endLine && one.endLine < other.endLine && !one.kind && !other.kind, "folds nest").toBe(false);
  }
  for (const { start, end } of commentsOf(note)) expect(text.slice(start, end)).toMatch(/^<!--[\s\S]*-->$/);
}

const line = fc.constantFrom(
  "---", "child: Kai Brown", "Child: Kai Brown (9)", "Date of visit: 03/04/2025", "| Child | Kai |", "|---|---|", "| Place | home |", "# Kai", "## Why am I visiting?", "### What is your view about what is happening for you?", "###### deep", "**What you think should happen next?**", "Next steps: Priya rings school.", "1. Why am I visiting?", "> ## Quoted heading", "> Kai: I am fine", "- item", "  - ## heading in an item", "", "", "   ", "<!-- one line -->", "<!-- opened", "closed -->", "text <!-- in the middle --> text", "```", "    four", "Kai said “I love it”.", "Kai said \"and it never closes", "J: alright", "| a | “b” |", "Setext", "===", "-->", "\uFEFF", "😀", "\u2028", "#", "## ", "## :", "****",
);
const texts = fc.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("\n", "\r\n", "\r"), fc.constantFrom("", "\uFEFF", "Child: Kai Brown (9)\nType of visit: Statutory visit\n\n")).map(([lines, end, first]) => first + lines.join(end));

test("of lines in any order", () => fc.assert(fc.property(texts, sound), parameters(400)));
test("of notes put together at random", () => fc.assert(fc.property(notes, sound), parameters(60)));
test.each([...corpus].map(([name, { text }]) => [name, text] as const))("of %s", (_, text) => {
  sound(text);
  sound(text.replaceAll("\n", "\r\n"));
});
