import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { notes, parameters, plainNotes } from "./pieces.ts";

// How a note was typed, on which machine and with which marks, changes no finding.

const everything = { ...defaultSettings, volume: "everything" as const };
const bare = (text: string): string => text.replaceAll("\uFEFF", "").replaceAll("\r\n", "\n").replaceAll("\u00A0", " ").replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'").replaceAll(/ +$/gm, "").trim();

/** Rules, subjects and texts of what is found, and who says what. */
const findings = (text: string): string[] => {
  const { findings: found, note } = checkNote(text, everything);
  return [
    ...found.map(({ rule, severity, subject, span }) => `${rule} (${severity}) ${subject ?? ""}: ${bare(text.slice(span.start, span.end))}`),
    ...note.quotations.map(({ speaker, name, start, end }) => `${speaker} ${bare(name ?? "")}: ${bare(text.slice(start, end))}`),
  ];
};
const same = (change: (text: string) => string, numRuns = 50, source = notes) =>
  fc.assert(
    fc.property(source, (text) => {
      const plain = text.replaceAll("\r\n", "\n");
      expect(findings(change(plain))).toEqual(findings(plain));
    }),
    parameters(numRuns),
  );

describe("the same findings", () => {
  test("with CRLF", () => same((text) => text.replaceAll("\n", "\r\n")));
  test("with a BOM", () => same((text) => `\uFEFF${text}`));
  test("with a BOM and CRLF", () => same((text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`));
  const hard = (text: string): string => text.replaceAll(/(?<=[\p{L}.,”"]) (?=[\p{L}“"])/gu, "\u00A0");
  test("with no-break spaces between words", () => same((text) => {
    const body = text.lastIndexOf("\n", text.search(/\n\n/)) + 1;
    return text.slice(0, body) + hard(text.slice(body)).replaceAll("Seen\u00A0alone:", "Seen alone:");
  }, 60, plainNotes));
  // "Seen alone:" with a no-break space in it is not known as a line of tick boxes.
  test("with a no-break space before tick boxes", () => {
    const text = "Child: Kai (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see Kai.\n\nSeen alone: Yes ☐ No ☐\n";
    expect(findings(text.replace("Seen alone", "Seen\u00A0alone"))).toEqual(findings(text));
  });
  test("with no-break spaces in the names of details", () => {
    const text = "Child: Kai Morton (9)\nType of visit: Statutory visit\nDate of visit: 03/06/2025\nSeen alone: yes\n\nWe played Uno.\n";
    expect(findings(hard(text).replaceAll("Statutory\u00A0visit", "Statutory visit"))).toEqual(findings(text));
  });
  // A kind of two words ("Case note", "Home visit", "Core group") with a no-break space in it is not known.
  test("with no-break spaces in the details too", () => same((text) => hard(text).replaceAll("Seen\u00A0alone:", "Seen alone:"), 60, plainNotes));
  test("with straight double marks", () => same((text) => text.replaceAll(/[“”]/g, '"'), 60, plainNotes));
  test("with straight apostrophes for curly ones", () => {
    const curly = (text: string) => text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, "’");
    fc.assert(fc.property(plainNotes, (text) => {
      expect(findings(curly(text))).toEqual(findings(text));
    }), parameters(80));
  });
  test("with spaces at the ends of lines", () => same((text) => text.replaceAll("\n", " \n"), 60, plainNotes));
  test("with and without a line end at the end", () => same((text) => text.replace(/\n+$/, ""), 60, plainNotes));
});
