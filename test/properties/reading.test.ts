import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { readNote } from "../../server/src/note/read.ts";
import { notes, parameters } from "./pieces.ts";
import { unsound } from "./soundness.ts";

// Reading a note never throws, whatever the text, and every span lies in the note and is the text that it names.

const everything = { ...defaultSettings, volume: "everything" as const };

const sound = (text: string): void => expect(unsound(checkNote(text, everything))).toEqual([]);

const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 200 });
const signs = fc.string({ unit: fc.constantFrom(...`"'“”‘’„«»‚‹›″′*_#>|-:;.?!()[]{}<>/\\&~^\`\n\r\t \u00A0\uFEFF\u0000\u200B\u2028aIKai9😀\uD83D\uDE00`.split("")), maxLength: 150 });

describe("reading never throws, and its spans are sound", () => {
  test("any characters at all", () => fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), sound), parameters(150)));
  test("any UTF-16 units, halves of pairs among them", () => fc.assert(fc.property(units, sound), parameters(150)));
  test("signs that mean something", () => fc.assert(fc.property(signs, sound), parameters(300)));
  test("signs behind details", () => fc.assert(fc.property(signs, (text) => sound(`Child: Kai (9)\nType of visit: Statutory visit\n\nKai said ${text}`)), parameters(200)));
  test("signs as front matter", () => fc.assert(fc.property(signs, (text) => sound(`---\nchild: ${text}\n---\n\nKai was in.\n`)), parameters(150)));
  test("notes of pieces", () => fc.assert(fc.property(notes, sound), parameters(120)));
  test("a note cut off anywhere", () => fc.assert(fc.property(notes, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => sound(text.slice(0, Math.floor(text.length * at)))), parameters(100)));
});

describe("by hand", () => {
  test.each([
    ["nothing", ""],
    ["NUL", "\u0000\u0000 Kai \u0000"],
    ["half a pair", "Kai said “\uD83D” and \uDE00."],
    ["a mark", '"'],
    ["nothing but marks", "“”‘’\"'".repeat(200)],
    ["opening marks alone", "“".repeat(500)],
    ["straight marks alone", '"'.repeat(501)],
    ["single marks alone", "' ".repeat(500)],
    ["deep lists", Array.from({ length: 60 }, (_, depth) => `${"  ".repeat(depth)}- Kai ${depth}`).join("\n")],
    ["deep block quotes", `${"> ".repeat(80)}Kai said “no”.`],
    ["deep brackets", `Kai said “${"(".repeat(300)}no${")".repeat(300)}”.`],
    ["many emphases", "**".repeat(400)],
    ["a wide table", `|${" a |".repeat(200)}\n|${"---|".repeat(200)}\n|${" b |".repeat(200)}\n`],
    ["front matter with an anchor", "---\na: &a [*a]\nchild: *a\n---\n"],
    ["front matter with a prototype", "---\n__proto__: x\nconstructor: y\nchild: Kai\n---\n"],
    ["a child by a strange name", "Child: __proto__ (9)\n\n__proto__ said “no”.\n"],
    ["a child's name that is a pattern", "Child: K.*(a|i)+ [x] (9)\n\nKai said “no”.\n"],
    ["only a BOM", "\uFEFF"],
    ["lone carriage returns", "Child: Kai (9)\rType of visit: Statutory visit\r\rKai said “no”.\r"],
  ])("%s", (_, text) => sound(text));
});

test("the same text is read the same way twice", () => {
  fc.assert(fc.property(notes, (text) => {
    expect(JSON.stringify(readNote(text).quotations)).toBe(JSON.stringify(readNote(text).quotations));
  }), parameters(20));
});
