import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { read } from "../../server/src/check.ts";
import { childsWords } from "../../server/src/note/spoken.ts";
import { htmlBody, htmlDocument } from "../../server/src/record/html.ts";
import { personalDataOf } from "../../server/src/record/leaving.ts";
import { textOf } from "../../server/src/record/model.ts";
import { recordOf } from "../../server/src/record/record.ts";
import { plainText } from "../../server/src/record/text.ts";
import { corpus } from "../corpus/score.ts";
import { notes, ofChild, parameters } from "../properties/pieces.ts";
import { kai, runsOf, stretches } from "./support.ts";

// Nothing that was written is lost on the way into the record, nothing is added, and the child's words are blue to the letter.

const plainMarks = (text: string): string => text.replace(/[‘’‚‛′`´]/g, "'").replace(/\u00A0/g, " ");
const wordsOf = (text: string): string[] => plainMarks(text).match(/[\p{L}\p{N}\p{So}]+/gu) ?? [];

function whole(text: string): void {
  const note = read(text);
  const record = recordOf(note);
  // What stands above the details is no block of the note: a title, as it is written.
  const above = note.text.slice(0, note.detailsSpan.start).replace(/<!--[\s\S]*?-->/g, " ");
  const prose = above + "\n" + note.blocks.map(({ label, span }) => note.prose.slice(label?.start ?? span.start, span.end)).join("\n");
  const told = record.blocks.filter(({ kind }) => kind !== "details").flatMap((block) => runsOf(block).map(textOf)).join("\n");
  expect(wordsOf(told)).toEqual(wordsOf(prose.replace(/\[…[^\]\n]*…\]/g, " ")));
  const details = record.blocks.filter(({ kind }) => kind === "details").flatMap((block) => runsOf(block).map(textOf)).join("\n");
  for (const { value } of note.details) expect(wordsOf(details)).toEqual(expect.arrayContaining(wordsOf(value.replace(/<!--.*?-->/g, ""))));
  const spoken = childsWords(note).map(({ start, end }) => note.prose.slice(start, end));
  expect(wordsOf(stretches(record, "words").join(" "))).toEqual(wordsOf(spoken.join(" ")));
  for (const { line } of record.blocks) expect(line).toBeLessThan(note.lines.count);
}

const good = new URL("../corpus/good/", import.meta.url);
const samples = new URL("../../samples/", import.meta.url);

describe("nothing is lost and nothing added", () => {
  test.each([...corpus])("%s", (_, { text }) => whole(text));
  test.each(readdirSync(good).filter((name) => name.endsWith(".md")))("%s", (name) => whole(readFileSync(new URL(name, good), "utf8")));
  test.each(readdirSync(samples))("%s", (name) => whole(readFileSync(new URL(name, samples), "utf8")));
  test("notes of pieces", () => fc.assert(fc.property(notes, whole), parameters(150)));
});

test("a child's words are blue in every form, and every letter of them is there", () => {
  const letters = (text: string): string => plainMarks(text.replace(/[\s*_`\\]+/g, ""));
  fc.assert(fc.property(ofChild, ({ text, said }) => {
    // A back tick beside a closing mark hides it, and then nobody knows who spoke.
    fc.pre(!text.includes("`"));
    const blue = letters(stretches(recordOf(read(`${kai}${text}\n`)), "words").join(" "));
    for (const one of said) expect(blue).toContain(letters(one.replace(/<[^>]*>/g, "")));
  }), parameters(150));
});

test("no text makes it throw", () => {
  const signs = fc.string({ unit: fc.constantFrom(...`"'“”‘’*_#>|-:;.?!()[]{}<>/\\&~^\`\n\r\t …\u00A0\uFEFF\u0000\u2028aIKai9😀\uD83D\uDE00`.split("")), maxLength: 200 });
  fc.assert(fc.property(fc.oneof(signs, signs.map((text) => kai + text), signs.map((text) => `---\nchild: ${text}\n---\n${text}`)), (text) => {
    const note = read(text);
    const record = recordOf(note);
    htmlBody(record);
    htmlDocument(record);
    plainText(record);
    for (const { start, end } of [...record.fields, ...personalDataOf(note)]) expect(0 <= start && start <= end && end <= text.length).toBe(true);
  }), parameters(600));
});
