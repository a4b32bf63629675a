import fc from "fast-check";
import { expect, test } from "vitest";
import { Checker, checkNote } from "../../server/src/check.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { corpus } from "../corpus/score.ts";
import { notes, parameters } from "./pieces.ts";
import { said } from "./soundness.ts";

// A note that is checked again and again while it is written says at every moment what a fresh check says: what was kept changes nothing.

const loud: Settings = { ...defaultSettings, volume: "everything" };
const expectSame = (checker: Checker, text: string, settings: Settings): void => expect(said(checker.check(text, settings))).toEqual(said(checkNote(text, settings)));

test("a text that is checked again is checked the same way", () => {
  fc.assert(fc.property(notes, (text) => {
    const checker = new Checker();
    expectSame(checker, text, loud);
    expectSame(checker, text, loud);
    expectSame(checker, text, defaultSettings);
  }), parameters(30));
}, 60_000);

/** What somebody types, pastes or deletes: letters, names, marks that open and close, headings, details, tables, comments. */
const typed = fc.constantFrom("", "a", "e ", "K", "\n", "\n\n", "\r\n", "# ", "## Kai\n", "- ", "> ", "“", "”", "'", '"', "*", "**", "```\n", "<!--", "-->", "<!-- case-recording-disable-line jargon -->", "<!-- case-recording-words: Kai -->", "|", "(mum)", "[a]: b\n", "    ", ".", " said ", " she ", "Child: Mo (6)\n", "Mrs Lowe rang. ", "Pat, his nan, ", "CP (care plan) ", "I saw Kai alone. ", "He is at risk. ", "What needs to happen next?\n", "on 3 June 2025 ", "DOB 12/03/2016", "K: no\nSW: why?\n");
const edits = fc.array(fc.oneof({ weight: 8, arbitrary: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), typed) }, { weight: 1, arbitrary: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200), typed) }), { maxLength: 6 });

/** The text after an edit: so much is taken out at a place, and something put in. */
function edited(text: string, [at, length, insert]: readonly [number, number, string]): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + length);
}

test("a text that is written on is checked as if nobody had checked it before", () => {
  fc.assert(fc.property(notes, edits, (text, changes) => {
    const checker = new Checker();
    checker.check(text, loud);
    for (const change of changes) expectSame(checker, (text = edited(text, change)), loud);
  }), parameters(60));
}, 60_000);

test("a heading above the details that becomes a line of them is no name any more (found by the fuzz run, seed 20261123)", () => {
  const checker = new Checker();
  checker.check("# Ser\nChild: Suer", loud);
  expectSame(checker, "  Ser\nChild: Suer", loud);
});

const written = [...corpus.values()].map(({ text }) => text);

test("real notes that are written on, taken back, made again, and pasted over are checked as if nobody had checked them before", () => {
  fc.assert(fc.property(fc.constantFrom(...written), fc.constantFrom(...written), edits, (note, other, changes) => {
    const checker = new Checker();
    const versions = [note];
    for (const change of changes) versions.push(edited(versions.at(-1)!, change));
    for (const text of [...versions, ...versions.toReversed().slice(1), versions.at(-1)!, other, note]) expectSame(checker, text, loud);
  }), parameters(6));
}, 60_000);
