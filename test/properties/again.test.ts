import fc from "fast-check";
import { expect, test } from "vitest";
import type { Note } from "../../server/src/note/note.ts";
import { NoteReader, readNote } from "../../server/src/note/read.ts";
import { notes, parameters } from "./pieces.ts";

// What was kept of one reading changes nothing in the next.

/** All that a note says. */
const said = ({ hits, lexicon: _, lines: __, parts: ___, ...note }: Note): unknown => ({ ...note, hits: note.sentences.map((sentence) => hits(sentence)) });

test("a text that is read again is read the same way", () => {
  fc.assert(fc.property(notes, (text) => {
    const reader = new NoteReader();
    const fresh = said(readNote(text));
    expect(said(reader.read(text))).toEqual(fresh);
    expect(said(reader.read(text))).toEqual(fresh);
  }), parameters(40));
});

const typed = fc.constantFrom("", "a", "K", "\n", "\n\n", "\r\n", "# ", "## Kai\n", "- ", "> ", "“", "”", "'", "*", "**", "```\n", "<!--", "-->", "|", "(mum)", "[a]: b\n", "    ", ".", " said ", "Child: Mo (6)\n");

test("a text that is written on is read as if nobody had read it before", () => {
  fc.assert(fc.property(notes, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), typed), { maxLength: 6 }), (text, edits) => {
    const reader = new NoteReader();
    reader.read(text);
    for (const [at, length, insert] of edits) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + insert + text.slice(start + length);
      expect(said(reader.read(text))).toEqual(said(readNote(text)));
    }
  }), parameters(60));
});
