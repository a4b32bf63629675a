import fc from "fast-check";
import { expect, test } from "vitest";
import { coreLexicon } from "../../server/src/lexicon/lexicon.ts";
import type { Note } from "../../server/src/note/note.ts";
import { readNote } from "../../server/src/note/read.ts";
import { Shelf } from "../../server/src/text/shelf.ts";
import { notes, parameters } from "./pieces.ts";

// What a shelf kept of one reading changes nothing in the next.

/** All that a note says. */
const said = ({ hits, lexicon: _, lines: __, ...note }: Note): unknown => ({ ...note, hits: note.sentences.map((sentence) => hits(sentence)) });
const onShelf = (text: string, shelf: Shelf): Note => {
  shelf.turn();
  return readNote(text, coreLexicon, undefined, [], shelf);
};

test("a text that is read again is read the same way", () => {
  fc.assert(fc.property(notes, (text) => {
    const shelf = new Shelf();
    const fresh = said(readNote(text));
    expect(said(onShelf(text, shelf))).toEqual(fresh);
    expect(said(onShelf(text, shelf))).toEqual(fresh);
  }), parameters(40));
});

const typed = fc.constantFrom("", "a", "K", "\n", "\n\n", "\r\n", "# ", "## Kai\n", "- ", "> ", "“", "”", "'", "*", "**", "```\n", "<!--", "-->", "|", "(mum)", "[a]: b\n", "    ", ".", " said ", "Child: Mo (6)\n");

test("a text that is written on is read as if nobody had read it before", () => {
  fc.assert(fc.property(notes, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), typed), { maxLength: 6 }), (text, edits) => {
    const shelf = new Shelf();
    onShelf(text, shelf);
    for (const [at, length, insert] of edits) {
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + insert + text.slice(start + length);
      expect(said(onShelf(text, shelf))).toEqual(said(readNote(text)));
    }
  }), parameters(60));
});
