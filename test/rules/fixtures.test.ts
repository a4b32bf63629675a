import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { readSettings } from "../../server/src/engine/settings.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { readGold, splitNotes } from "./gold.ts";

// Each rule's fixture holds small notes, marked up with what the rule must flag. What is not marked must be silent, for that rule.
// Notes are checked with every hint shown, so that silence is silence.

const folder = new URL("./", import.meta.url);
const line = (text: string, at: number): string => text.slice(text.lastIndexOf("\n", at - 1) + 1, text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at));

describe("every rule has a fixture, and every fixture a rule", () => {
  const ids = rules.map(({ id }) => id).sort();
  test("by name", () => expect(readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3)).sort()).toEqual(ids));
});

for (const { id } of rules) {
  const file = new URL(`${id}.md`, folder);
  if (!existsSync(file)) continue;
  const notes = splitNotes(readFileSync(file, "utf8")).map((source) => ({ source, gold: readGold(source) }));
  describe(id, () => {
    test("flags something, and leaves something alone", () => {
      const flagged = ({ gold }: (typeof notes)[number]) => gold.marks.some(({ rule, optional }) => rule === id && !optional) || gold.expected.some(({ rule }) => rule === id);
      expect(notes.some(flagged)).toBe(true);
      expect(notes.some((note) => !flagged(note))).toBe(true);
    });
    for (const [index, { source, gold }] of notes.entries()) (gold.open ? test.fails : test)(`${index + 1}. ${title(source)}${gold.open ? ` (open: ${gold.open})` : ""}`, () => {
      const { text, marks, expected, settings, severities } = gold;
      const { findings, failed } = checkNote(text, readSettings({ volume: "everything", ...settings }).settings);
      expect(failed).toEqual([]);
      const own = findings.filter(({ rule }) => rule === id);
      const used = new Set<(typeof own)[number]>();
      const missed: string[] = [];
      for (const { rule, subject } of expected.filter((want) => want.rule === id)) {
        const found = own.find((finding) => !used.has(finding) && (finding.subject ?? "").includes(subject));
        if (found) used.add(found);
        else missed.push(`${rule} about "${subject}"`);
      }
      for (const mark of marks.filter(({ rule }) => rule === id)) {
        const met = own.filter(({ span }) => span.start < Math.max(mark.end, mark.start + 1) && mark.start < span.end);
        for (const finding of met) used.add(finding);
        if (!met.length && !mark.optional) missed.push(mark.text);
      }
      const wrong = own.filter((finding) => !used.has(finding)).map(({ span, subject }) => `${subject ? `(${subject}) ` : ""}${text.slice(span.start, span.end)} ← ${line(text, span.start)}`);
      expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
      if (severities.length) for (const finding of own) expect(severities, text.slice(finding.span.start, finding.span.end)).toContain(finding.severity);
    });
  });
}

/** What a note of a fixture is about: its comment `<!-- about: … -->`, or its first words. */
function title(source: string): string {
  return /<!--\s*about:\s*(.*?)\s*-->/.exec(source)?.[1] ?? source.replace(/<!--.*?-->\n/g, "").replace(/\s+/g, " ").slice(0, 70);
}
