import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { speakerChoices } from "../../server/src/engine/name-speaker.ts";
import { neverFlag } from "../../server/src/engine/never-flag.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import type { Note, Quotation } from "../../server/src/note/note.ts";
import { readNote } from "../../server/src/note/read.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { corpus } from "../corpus/score.ts";

// The comments that the light bulbs write, over the corpus: each does what its title says, breaks no Markdown, and touches nobody's words.

const everything = { ...defaultSettings, volume: "everything" as const };
const bare = (text: string): string => text.replace(/\s*<!--.*?-->/gs, "").replace(/[>\s]+/g, " ").trim();
const layout = ({ blocks, sections, text }: Note): string[] => [...blocks.map(({ kind, span }) => `${kind}: ${bare(text.slice(span.start, span.end))}`), ...sections.map(({ title, role }) => `${title}: ${role}`)];
const every = Number(process.env["EVERY"] ?? 4);
const some = <T>(list: readonly T[], name: string): T[] => list.filter((_, index) => (index + name.length) % every === 0);
const who = ({ speaker, name, nobody }: Quotation): string => (nobody ? "nobody" : speaker === "worker" ? "worker" : (name ?? "unknown"));

describe("never flag this here", () => {
  test.each([...corpus.keys()])("%s", (name) => {
    const { text } = corpus.get(name)!;
    const { note, findings } = checkNote(text, everything);
    const told = (list: typeof findings, of: string) => list.map(({ rule, span, subject }) => `${rule} ${subject ?? ""} ${bare(of.slice(span.start, span.end))}`);
    for (const finding of some(findings, name)) {
      const way = neverFlag(note, finding)!;
      const commented = applyEdits(text, way.edits);
      const after = checkNote(commented, everything);
      const line = (one: Note, at: number): string => { const { start, end } = one.lines.lineSpan(one.lines.positionAt(at).line); return bare(one.text.slice(start, end)); };
      const gone = (one: (typeof findings)[number]): boolean => one.rule === finding.rule && (/this note/.test(way.title) || line(note, one.span.start) === line(note, finding.span.start));
      expect(layout(after.note), `${finding.rule}: ${way.edits[0]!.newText}`).toEqual(layout(note));
      expect(told(after.findings, commented), `${finding.rule}: ${way.edits[0]!.newText}`).toEqual(told(findings.filter((one) => !gone(one)), text));
      expect(after.silenced).toBe(findings.filter(gone).length);
    }
  });
});

describe("whose words these are", () => {
  test.each([...corpus.keys()])("%s", (name) => {
    const { text } = corpus.get(name)!;
    const note = readNote(text);
    for (const quotation of some(note.quotations, name)) {
      const at = note.quotations.indexOf(quotation);
      for (const { title, edits } of speakerChoices(note, quotation)) {
        const said = applyEdits(text, edits);
        const after = readNote(said);
        const now = after.quotations[at]!;
        const expected = /^Nobody/.test(title) ? "nobody" : /the worker's/.test(title) ? "worker" : /^These are (.*)'s words$/.exec(title)![1];
        expect({ who: who(now), words: bare(said.slice(now.start, now.end)), how: now.known?.how }, title).toEqual({ who: expected, words: bare(text.slice(quotation.start, quotation.end)), how: "comment" });
        expect(layout(after), title).toEqual(layout(note));
        expect(after.problems.filter(({ span }) => said.startsWith("<!-- case-recording", span.start))).toEqual([]);
        // Once more: what is so already is not offered, and the comment can be taken away.
        const again = speakerChoices(after, now);
        expect(again.map((choice) => choice.title)).not.toContain(title);
        expect(applyEdits(said, again.find((choice) => choice.title === "As Case Recording reads it")!.edits)).toBe(text);
      }
    }
  });
});
