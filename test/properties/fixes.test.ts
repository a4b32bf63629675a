import fc from "fast-check";
import { expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import type { Finding, Fix } from "../../server/src/engine/finding.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { participles } from "../../server/src/engine/wording.ts";
import { coreLexicon, entriesOf } from "../../server/src/lexicon/lexicon.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { profiles } from "../../server/src/standards/standards.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { overlaps } from "../../server/src/text/span.ts";
import { notes, parameters } from "./pieces.ts";

const { acronyms } = coreLexicon;


// Safe fixes overlap nothing, bring no new finding and settle in one pass; no fix asserts a fact.

const everything = { ...defaultSettings, volume: "everything" as const };
const keyOf = ({ rule, subject }: Finding): string => `${rule} ${subject ?? ""}`;
const count = (findings: readonly Finding[]): Map<string, number> => findings.reduce((all, finding) => all.set(keyOf(finding), (all.get(keyOf(finding)) ?? 0) + 1), new Map<string, number>());

test("the edits of any one fix overlap nothing", () => {
  fc.assert(
    fc.property(notes, (text) => {
      for (const { fixes } of checkNote(text, everything).findings)
        for (const { edits } of fixes) edits.forEach((edit, index) => expect(edits.some((other, at) => at > index && overlaps(edit, other))).toBe(false));
    }),
    parameters(100),
  );
});

// "Section 47" and "Family Group Conference" hold words of our trade themselves: such an expansion is for the writer to choose.
test.each(["S47", "FGC"])("with every hint shown, fixing what is safe beside %s brings no new finding", (letters) => {
  const text = `Child: Kai Morton (9)\nType of contact: Case note\n\nMum came about the ${letters}.\n`;
  const before = checkNote(text, everything).findings;
  const after = checkNote(applyEdits(text, safeEdits(before)), everything).findings;
  expect(after.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(before.map(({ rule, subject }) => `${rule} ${subject}`));
});

test("safe fixes, made together, bring no new finding and settle in one pass", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const before = checkNote(text).findings;
      const edits = safeEdits(before);
      edits.forEach((edit, index) => expect(edits.some((other, at) => at > index && overlaps(edit, other))).toBe(false));
      const after = checkNote(applyEdits(text, edits)).findings;
      const had = count(before);
      for (const [key, times] of count(after)) expect(times, `${key} after ${JSON.stringify(edits)}`).toBeLessThanOrEqual(had.get(key) ?? 0);
      expect(safeEdits(after)).toEqual([]);
    }),
    parameters(100),
  );
});

/** What a dictionary or a standard has: an expansion, a plain alternative, a heading, a question of the standard's. */
const known: ReadonlySet<string> = new Set([
  ...acronyms.flatMap(({ senses }) => senses.map(({ full }) => full)),
  // What a numbered section is about, in brackets.
  ...acronyms.flatMap(({ senses }) => senses.flatMap(({ full, plain }) => [/\(([^)]*)\)$/.exec(full)?.[1] ?? "", plain ?? ""])),
  ...entriesOf("jargon").flatMap(({ plain }) => plain ?? []),
  ...entriesOf("label").flatMap(({ plain }) => plain ?? []),
  ...entriesOf("wordy").flatMap(({ plain }) => plain),
  ...profiles.flatMap(({ headings }) => headings.flatMap(({ title, prompts }) => [title, ...prompts])),
  // What a writer says of their own sentence.
  "(my summary)", "my summary",
].map((text) => text.toLowerCase()));
/** Section numbers have their words from the number. */
const section = /^section \d+[a-z]?(?:\(\d+\))? of the children act 1989$/;

/** Words that a fix puts in: true where each of them stands in the note already, in a dictionary or a standard, or is a field to complete. */
function assertsNothing(text: string, { edits }: Fix): boolean {
  return edits.every(({ start, end, newText }) => {
    // A sentence with a field is a statement to complete: it says nothing until somebody does.
    if (/\[… .*? …\]/.test(newText)) return true;
    let rest = newText.replace(/<!-- (.*?) -->/g, (all, inner: string) => (known.has(inner.toLowerCase()) ? "" : all)).replace(/^(?:#+ )(.*)$/gm, (all, title: string) => (known.has(title.toLowerCase()) ? "" : all)).replace(/\*\*(.*?)\*\*/g, (all, title: string) => (known.has(title.toLowerCase()) ? "" : all));
    // An expansion, with the letters as they stood, "a" or "an", plural and possessive.
    const letters = text.slice(start, end).replace(/^an? /i, "");
    rest = rest.replace(/^(?:an?|An?) /, "").replace(/ \((.*?)\)(?:'s)?$/, (all, inner: string) => (letters.includes(inner) ? "" : all)).replace(/(?:'s)$/, "");
    // "(Team Manager, TM)", and " (child protection enquiries)" behind a number.
    rest = rest.replace(/, (\p{Lu}+)$/u, (all, inner: string) => (letters.includes(inner) ? "" : all)).replace(/^ \((.*)\)$/, "$1");
    if (rest.trim() === "" || !/[\p{L}\p{N}]/u.test(rest)) return true;
    const plain = rest.trim().toLowerCase();
    // "has gone missing", where the dictionary has "went missing".
    const past = Object.entries(participles).find(([, participle]) => plain.startsWith(`${participle} `) || plain === participle);
    if (past && known.has(plain.replace(past[1], past[0]))) return true;
    if (known.has(plain) || known.has(plain.replace(/s$/, "")) || section.test(plain) || [...known].some((one) => one.replace(/\s*\([^)]*\)$/, "") === plain || `${one.replace(/\s*\([^)]*\)$/, "")}s` === plain)) return true;
    // Else the words are the note's own; "This" may take the place of "which".
    const own = text.toLowerCase();
    return plain.split(/[^\p{L}\p{N}']+/u).filter(Boolean).every((word) => word === "this" || own.includes(word));
  });
}

test("no fix asserts a fact", () => {
  fc.assert(
    fc.property(notes, (text) => {
      for (const { rule, fixes } of checkNote(text, everything).findings) for (const fix of fixes) expect(assertsNothing(text, fix), `${rule}: ${JSON.stringify(fix)}`).toBe(true);
    }),
    parameters(100),
  );
});

test("what asserts a fact would be seen", () => {
  const fix = (newText: string): Fix => ({ title: "", safe: false, edits: [{ start: 0, end: 0, newText }] });
  expect(assertsNothing("We played Uno.", fix("Kai was seen alone in the garden."))).toBe(false);
  expect(assertsNothing("We played Uno.", fix("Kai was seen alone in [… where …]."))).toBe(true);
  expect(assertsNothing("We played Uno.", fix("<!-- Kai is safe. -->"))).toBe(false);
});

test("a fix changes something, and its title says what, once", () => {
  fc.assert(
    fc.property(notes, (text) => {
      for (const { fixes } of checkNote(text, everything).findings) {
        for (const { edits, title } of fixes) {
          expect(applyEdits(text, edits)).not.toBe(text);
          expect(title).toMatch(/\S/);
        }
        expect(new Set(fixes.map(({ title }) => title)).size).toBe(fixes.length);
      }
    }),
    parameters(80),
  );
});
