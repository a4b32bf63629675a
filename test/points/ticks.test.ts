import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote, read } from "../../server/src/check.ts";
import { tickEdits, ticksOf } from "../../server/src/engine/ticks.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { parameters, plainNotes } from "../properties/pieces.ts";
import { allNotes, good, point, points, settingsWith } from "./notes.ts";

const tick = (text: string, id: string, ticked = true): string => applyEdits(text, tickEdits(read(text), id, ticked));
const ids = (text: string): string[] => [...ticksOf(read(text)).ids];

describe("a tick is kept in a comment at the note's end", () => {
  test("added with a blank line before it, added to, taken out of, and gone with the last", () => {
    const note = "Child: Kai (9)\n\nI saw Kai alone.\n";
    const one = tick(note, "why-you-went");
    expect(one).toBe(`${note}\n<!-- case-recording-ticked: why-you-went -->\n`);
    const two = tick(one, "voice-missing:Kai");
    expect(two).toBe(`${note}\n<!-- case-recording-ticked: why-you-went voice-missing:Kai -->\n`);
    expect(ids(two)).toEqual(["why-you-went", "voice-missing:Kai"]);
    expect(tick(two, "why-you-went", false)).toBe(`${note}\n<!-- case-recording-ticked: voice-missing:Kai -->\n`);
    expect(tick(tick(two, "why-you-went", false), "voice-missing:Kai", false)).toBe(note);
  });
  test("what is so already changes nothing", () => {
    const note = "Child: Kai (9)\n\n<!-- case-recording-ticked: home -->\n";
    expect(tickEdits(read(note), "home", true)).toEqual([]);
    expect(tickEdits(read(note), "other", false)).toEqual([]);
  });
  test("ids that nobody knows are kept", () => {
    const note = "I saw Kai.\n\n<!-- case-recording-ticked: from-another-version home -->\n";
    expect(tick(note, "home", false)).toBe("I saw Kai.\n\n<!-- case-recording-ticked: from-another-version -->\n");
    expect(ids(tick(note, "new"))).toEqual(["from-another-version", "home", "new"]);
  });
  test("of several comments the last is added to, and an id is taken out of each", () => {
    const note = "<!-- case-recording-ticked: a b -->\n\nI saw Kai.\n\n<!-- case-recording-ticked: b c -->\n";
    expect(tick(note, "d")).toContain("b c d -->");
    expect(tick(note, "b", false)).toBe("<!-- case-recording-ticked: a -->\n\nI saw Kai.\n\n<!-- case-recording-ticked: c -->\n");
  });
  test("written otherwise by hand, it is understood: no colon, no ids, in the middle of a line", () => {
    expect(ids("<!--case-recording-ticked a\n b-->\n\nI saw Kai.\n")).toEqual(["a", "b"]);
    expect(tick("I saw Kai.\n\n<!-- case-recording-ticked: -->\n", "a")).toBe("I saw Kai.\n\n<!-- case-recording-ticked: a -->\n");
    expect(tick("I saw Kai. <!-- case-recording-ticked: a --> He smiled.\n", "a", false)).toBe("I saw Kai.  He smiled.\n");
    expect(tick("I saw Kai.\n\n<!-- case-recording-ticked: a -->\n\nHe smiled.\n", "a", false)).toBe("I saw Kai.\n\nHe smiled.\n");
  });
  test("as every comment of ours it may have capitals, commas and lines of its own, and is read the same by all that read it", () => {
    for (const text of ["<!-- Case-Recording-Ticked: a, b -->\n\nI saw Kai.\n", "<!--\ncase-recording-ticked:\n  a\n  b\n-->\n\nI saw Kai.\n"]) {
      expect(ids(text)).toEqual(["a", "b"]);
      expect(ids(tick(text, "c"))).toEqual(["a", "b", "c"]);
      expect(ids(tick(text, "a", false))).toEqual(["b"]);
      expect(tick(tick(text, "a", false), "b", false)).not.toMatch(/ticked/i);
    }
  });
  test("other comments, and one that stands in the text as code, are none of ours", () => {
    expect(ids("<!-- case-recording-ticked-off: a -->\n\nPut `<!-- case-recording-ticked: b -->` here.\n")).toEqual([]);
  });
  test("what could end the comment is no id", () => {
    for (const id of ["a b", "-->", "a<b", ""]) expect(tickEdits(read("I saw Kai.\n"), id, true)).toEqual([]);
  });
});

describe("ticked and taken away again, a note is what it was, byte for byte", () => {
  const front = "---\nchild: Kai Morton\n---\n";
  const bodies = ["I saw Kai alone.", "I saw Kai alone.\n", "I saw Kai alone.\n\n", "I saw Kai alone.  \n\n\n  \n", `${front}\nI saw Kai.\n`, front, "---\nchild: Kai Morton\n---", "Child: Kai\n", "- one\n- two\n", "| a | b |\n|---|---|\n| c | d |\n", "> Kai: no\n", "", "\n", "\n\n"];
  test.each(bodies.flatMap((text) => [text, text.replaceAll("\n", "\r\n"), `\uFEFF${text}`, `\uFEFF${text.replaceAll("\n", "\r\n")}`]).map((text) => [JSON.stringify(text), text] as const))("%s", (_, text) => {
    const ticked = tick(text, "a");
    expect(ids(ticked)).toEqual(["a"]);
    expect(ticked.replace(/(?:\r?\n)*<!-- case-recording-ticked: a -->(?:\r?\n)?/, "").length).toBeLessThanOrEqual(text.length);
    if (text.includes("\r\n")) expect(ticked.replaceAll("\r\n", "")).not.toContain("\n");
    const both = tick(ticked, "b");
    expect(tick(both, "a", false)).toBe(ticked.replace("ticked: a", "ticked: b"));
    expect(tick(tick(both, "a", false), "b", false)).toBe(text);
  });
  test("any note", () => fc.assert(fc.property(plainNotes, (text) => {
    expect(ids(tick(text, "a"))).toEqual(["a"]);
    expect(tick(tick(text, "a"), "a", false)).toBe(text);
  }), parameters(60)));
});

describe("the comment brings and changes no finding, and is nobody's words", () => {
  const all = (text: string) => {
    const { findings, note } = checkNote(text, settingsWith({ volume: "everything" }));
    return { findings: findings.map(({ rule, severity, message, subject, span, related, fixes }) => ({ rule, severity, message, subject, span, related, fixes: fixes.map(({ title }) => title) })), quotations: note.quotations, kind: note.kind, children: note.children.map(({ fullName }) => fullName) };
  };
  test.each(allNotes)("%s", (_, text) => {
    for (const written of [text, text.trimEnd()]) {
      const ticked = tick(written, "voice-missing:Kai");
      expect(ticked.length).toBeGreaterThan(written.length);
      const [before, after] = [all(written), all(ticked)];
      expect(after.findings).toEqual(before.findings);
      expect(after.quotations.map(({ start, end, speaker, name }) => ({ start, end, speaker, name }))).toEqual(before.quotations.map(({ start, end, speaker, name }) => ({ start, end, speaker, name })));
      expect([after.kind, after.children]).toEqual([before.kind, before.children]);
    }
  });
  test("behind an open quotation at the end of the note", () => {
    const note = "Child: Kai (9)\n\nKai said “I want to go home";
    const ticked = tick(note, "why-you-went");
    const [quotation] = read(ticked).quotations;
    expect(ticked.slice(quotation!.start, quotation!.end)).toBe("“I want to go home");
  });
});

test("a tick counts for the points, and apart from those that a program can tell", () => {
  const question = points(good).points.find(({ part }) => part === "For you to judge")!;
  const [before, after] = [points(good), points(tick(good, question.id))];
  expect(point(after, question.id).ticked).toBe(true);
  expect(after).toMatchObject({ met: before.met, total: before.total, judge: before.judge, ticked: 1 });
});
