import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { corpus } from "../corpus/score.ts";
import { withBlanks } from "../../server/src/note/directives.ts";
import { neverFlag } from "../../server/src/engine/never-flag.ts";
import { speakerChoices } from "../../server/src/engine/name-speaker.ts";
import { notes, parameters } from "./pieces.ts";

// A comment to Case Recording is no part of the note: wherever it stands, everything else is read as it would be without it.

const everything = { ...defaultSettings, volume: "everything" as const };
const directive = /\r?\n?[ \t>]*(?<=^[ \t>]*)<!-- case-recording-ticked[^>]*-->(?=[ \t]*$)|[ \t]*<!-- case-recording-ticked[^>]*-->/gm;
const bare = (text: string): string => text.replace(directive, "").replace(/\s+/g, " ").trim();

/** Everything that is understood of a note, without its places. */
function reading(text: string) {
  const { findings, note, silenced } = checkNote(text, everything);
  const words = ({ start, end }: { start: number; end: number }): string => bare(text.slice(start, end));
  return {
    findings: findings.map(({ rule, severity, subject, message, span, fixes }) => `${rule} (${severity}) ${subject ?? ""}: ${words(span)} ← ${bare(message)} ${fixes.map(({ title }) => title).join("; ")}`),
    quotations: note.quotations.map((one) => `${one.speaker} ${one.name ?? ""} ${one.known?.how ?? ""}: ${words(one)}`),
    sentences: note.sentences.map(words),
    blocks: note.blocks.map(({ kind, span }) => `${kind}: ${words(span)}`),
    sections: note.sections.map(({ title, role, blocks }) => `${title} ${role} ${blocks.length}`),
    details: note.details.map(({ key, value }) => `${key}: ${bare(value)}`),
    people: note.people.map(({ name, kind }) => `${name} ${kind}`),
    seenAlone: note.seenAlone.map((one) => `${one.says} ${one.reason} ${words(one)}`),
    marked: note.marked.map(words),
    silenced,
  };
}

/** The places where a comment may stand: on a line of its own, at the end of a line, in the last cell of a row, behind a closing mark. */
function places(text: string): { at: number; put: (comment: string) => string }[] {
  const front = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const found: { at: number; put: (comment: string) => string }[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (const line of text.slice(at).split(/(?<=\n)/)) {
    const content = line.replace(/\r?\n$/, "");
    if (at >= front && !/^[\s|:>-]*$/.test(content)) {
      found.push({ at, put: (comment) => comment + eol });
      const row = /\|[ \t]*$/.exec(content);
      found.push({ at: at + (row ? row.index : content.length), put: (comment) => ` ${comment}${row ? " " : ""}` });
      for (const mark of content.matchAll(/”(?=[ .,;]|$)/g)) found.push({ at: at + mark.index + 1, put: (comment) => ` ${comment}` });
    }
    at += line.length;
  }
  return found;
}

function withComments(text: string, seed: number, count: number): string {
  const all = places(text);
  const chosen = new Map<number, string>();
  for (let n = 0, x = seed; n < count && all.length; n += 1) {
    x = (Math.imul(x, 1103515245) + 12345) >>> 0;
    const place = all[(x >>> 8) % all.length]!;
    chosen.set(place.at, place.put(`<!-- case-recording-ticked: P${n} -->`));
  }
  let result = text;
  for (const [at, comment] of [...chosen].sort((a, b) => b[0] - a[0])) result = result.slice(0, at) + comment + result.slice(at);
  return result;
}

describe("comments change nothing that is read", () => {
  test.each([...corpus.keys()])("%s", (name) => {
    const text = corpus.get(name)!.text;
    const plain = reading(text);
    for (const seed of [1, 2]) {
      const commented = withComments(text, seed * 7919 + name.length, 8);
      expect(commented.match(/case-recording/g)!.length).toBeGreaterThan(3);
      expect(reading(commented), `seed ${seed}`).toEqual(plain);
      if (seed === 1) expect(reading(commented.replace(/\r?\n/g, "\r\n")), "with CRLF").toEqual(plain);
    }
  });
  test("of notes put together at random", () => {
    fc.assert(fc.property(notes, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, seed, count) => {
      expect(reading(withComments(text, seed, count))).toEqual(reading(text));
    }), parameters(60));
  });
});

describe("whatever stands in them", () => {
  const piece = fc.constantFrom("<!--", "-->", "<!-- case-recording-", "disable-next-line acronym", "disable-line", "disable x", "words: Kai", "words: nobody", "ticked: a", " -->", "\n", "\r\n", "\r", "\n\n", "> ", "| a |", "|---|\n", "“no”", "\"I like it", "- ", "1. ", "Kai said ", "He has an IRO. ", "```", "# View", "---\n", "child: Kai\n", "😀", "\uFEFF", "**", "</b>");
  test("a note is read, its places lie in it, and every comment that is offered can be written", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")), (text) => {
      const { note, findings } = checkNote(text, everything);
      expect(note.text).toBe(text);
      expect(note.prose.length).toBe(text.length);
      expect(withBlanks(text, note.directives).length).toBe(text.length);
      for (const one of note.directives) expect(text.slice(one.start, one.end)).toMatch(/^<!--\s*case-recording-[^]*-->$/);
      const edits = [...findings.flatMap((finding) => neverFlag(note, finding)?.edits ?? []), ...note.quotations.flatMap((quotation) => speakerChoices(note, quotation).flatMap((choice) => choice.edits))];
      for (const { start, end } of edits) expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }), parameters(400));
  });
});
