import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { spoken } from "../../server/src/note/spoken.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import type { Note } from "../../server/src/note/note.ts";
import { readNote } from "../../server/src/note/read.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { notes, parameters } from "./pieces.ts";

// No edit of any fix touches a byte inside a child's words.

const everything = { ...defaultSettings, volume: "everything" as const };
const kept = (note: Note) => note.quotations.filter(({ speaker }) => speaker === "child" || speaker === "unknown");

/** What a child said, by the bytes, without the comments that somebody put between. */
const said = (note: Note): string[] => kept(note).map((quotation) => spoken(note, quotation).map(({ start, end }) => note.text.slice(start, end)).join(""));

test("no edit of a fix begins, ends or lies within a child's words", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { note, findings } = checkNote(text, everything);
      const stretches = kept(note).flatMap((quotation) => spoken(note, quotation));
      for (const { rule, fixes } of findings)
        for (const { title, edits } of fixes)
          for (const edit of edits)
            for (const words of stretches) {
              const inside = edit.start === edit.end ? words.start < edit.start && edit.start < words.end : edit.start < words.end && words.start < edit.end;
              expect(inside, `${rule}, “${title}”, ${JSON.stringify(text.slice(words.start, words.end))}`).toBe(false);
            }
    }),
    parameters(100),
  );
});

test("after any fix every child's words are there, byte for byte and in their order", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { note, findings } = checkNote(text, everything);
      const before = said(note);
      for (const { rule, fixes } of findings)
        for (const { title, edits } of fixes) {
          const after = applyEdits(text, edits);
          let from = 0;
          for (const [index, quotation] of kept(note).entries()) {
            for (const { start, end } of spoken(note, quotation)) {
              const piece = text.slice(start, end);
              const at = after.indexOf(piece, from);
              expect(at, `${rule}, “${title}”: ${JSON.stringify(before[index])}`).toBeGreaterThanOrEqual(0);
              from = at + piece.length;
            }
          }
        }
    }),
    parameters(100),
  );
});

test("a quotation that is closed is still that quotation, after any fix", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { note, findings } = checkNote(text, everything);
      // What stands behind an open mark may be read otherwise once it is closed.
      if (note.quotations.some(({ closed }) => !closed)) return;
      // Open: see below.
      if (note.quotations.some((quotation) => quotation.asides.length && /\n\s*\n/.test(text.slice(quotation.start, quotation.end)))) return;
      for (const { rule, fixes } of findings)
        for (const { title, edits } of fixes) {
          const read = readNote(applyEdits(text, edits));
          const after = read.quotations.map((quotation) => spoken(read, quotation).map(({ start, end }) => read.text.slice(start, end)).join(""));
          for (const words of said(note)) expect(after, `${rule}, “${title}”`).toContain(words);
        }
    }),
    parameters(70),
  );
});

// A sentence that ends with a comment inside a quotation over several paragraphs: its closing stars land within the quotation.
test("the marks of a risk go around the whole quotation, over several paragraphs too", () => {
  const text = "Child: Kai Morton (9)\nType of contact: Case note\n\nKai said “Dad hit me (he is clearly scared of him)\n\n“he has a belt.”\n";
  const { note, findings } = checkNote(text, everything);
  const [quotation] = note.quotations;
  for (const { fixes } of findings.filter(({ rule }) => rule === "risk-not-marked")) for (const { edits } of fixes) for (const { start } of edits) expect(quotation!.start < start && start < quotation!.end).toBe(false);
});
