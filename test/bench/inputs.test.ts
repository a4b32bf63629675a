import { describe, expect, test } from "vitest";
import { applyEdit, keyPresses } from "../../bench/inputs/edits.ts";
import { NoteWriter, readLibrary, wordsIn } from "../../bench/inputs/notes.ts";
import { Chance } from "../../bench/inputs/random.ts";
import { read } from "../../server/src/check.ts";
import { longestNote } from "../../server/src/note/read.ts";
import { root } from "../architecture/imports.ts";

const library = readLibrary(root);
const writer = (seed: number): NoteWriter => new NoteWriter(library, seed);
const paragraphs = (note: string): string[] => note.trim().split("\n\n").filter((block) => !block.startsWith("#"));
const repeated = (blocks: readonly string[]): string[] => blocks.filter((block, at) => blocks.indexOf(block) !== at);

describe("the notes that are measured", () => {
  test.each([500, 1_000, 3_333, 10_000])("have %i words where so many are asked for", (words) => {
    const one = writer(words);
    for (let at = 0; at < 3; at += 1) expect(wordsIn(one.note(words))).toBe(words);
  });

  test("repeat no paragraph, in one note or from one note to the next", () => {
    const one = writer(3);
    const blocks = [...Array.from({ length: 10 }, () => one.note(1_000)), one.note(20_000)].flatMap(paragraphs);
    expect(blocks.length).toBeGreaterThan(400);
    expect(repeated(blocks)).toEqual([]);
  });

  test("are of varied prose: few sentences come again in a note of 10,000 words, and many people come up", () => {
    const note = writer(5).note(10_000);
    const sentences = note.match(/[^.!?\n]{20,}[.!?]/g)!;
    expect(new Set(sentences).size / sentences.length).toBeGreaterThan(0.95);
    expect(read(note).people.length).toBeGreaterThan(10);
  });

  test("read as notes: children, headings of the standard, quotations of children and of adults", () => {
    const note = read(writer(7).note(1_000));
    expect(note.children).toHaveLength(2);
    expect(note.sections.filter(({ role }) => role).length).toBeGreaterThanOrEqual(5);
    const long = read(writer(7).note(10_000));
    const said = (by: string): number => long.quotations.filter(({ speaker }) => speaker === by).length;
    expect(said("child")).toBeGreaterThan(20);
    expect(said("adult")).toBeGreaterThan(5);
  });

  test("of 100,000 words are no longer than what is read", () => {
    const note = writer(11).note(100_000);
    expect(wordsIn(note)).toBe(100_000);
    expect(note.length).toBeLessThan(longestNote);
    expect(new Set(paragraphs(note)).size).toBe(paragraphs(note).length);
  });

  test("are the same for the same seed, and others for another", () => {
    const [one, same, other] = [writer(1), writer(1), writer(2)];
    const notes = [one.note(1_000), one.note(1_000)];
    expect([same.note(1_000), same.note(1_000)]).toEqual(notes);
    expect(notes[0]).not.toBe(notes[1]);
    expect(other.note(1_000)).not.toBe(notes[0]);
  });
});

describe("key presses", () => {
  const note = writer(13).note(2_000);

  test("each change one letter within a paragraph, in the text that the one before left", () => {
    let now = note;
    let [put, taken] = [0, 0];
    for (const edit of keyPresses(note, 200, new Chance(1))) {
      const next = applyEdit(now, edit);
      expect(Math.abs(next.length - now.length)).toBe(1);
      if (edit.inserted) put += 1;
      else taken += 1;
      const changed = next.split("\n").map((line, at) => [line, now.split("\n")[at]!] as const).filter(([line, before]) => line !== before);
      expect(changed).toHaveLength(1);
      expect(changed[0]![0]).toMatch(/^(?![#>|-])/);
      expect(wordsIn(next)).toBe(wordsIn(now));
      now = next;
    }
    expect(put).toBeGreaterThan(taken);
    expect(taken).toBeGreaterThan(10);
  });

  test("fall into many places of the note", () => {
    const places = [...keyPresses(note, 100, new Chance(2))].map(({ offset }) => Math.floor((offset / note.length) * 10));
    expect(new Set(places).size).toBeGreaterThanOrEqual(8);
  });

  test("are the same for the same seed", () => {
    const presses = (seed: number): unknown[] => [...keyPresses(note, 20, new Chance(seed))];
    expect(presses(3)).toEqual(presses(3));
    expect(presses(3)).not.toEqual(presses(4));
  });
});
