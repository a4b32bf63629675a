import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { headings, ofChild, parameters } from "./pieces.ts";

// The child's words in every form that the note knows, beside what each rule on the child's voice speaks of:
// whatever fix is made, and all of the safe ones together, the words are there byte for byte, as often, and in their order.
// Unlike the other properties this one knows the words beforehand, and does not ask the checker which they are.

const everything = { ...defaultSettings, volume: "everything" as const };
const top = fc.constantFrom(
  "Child: Kai Morton (9)\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of visit: Statutory visit\n",
  "Child: Kai Morton (5)\nWorker: Sam Okoro\nType of contact: Case note\n",
  "---\nchildren: [Kai Morton (9), Mya Morton (7), Noah Morton (7 months)]\nworker: Sam Okoro\ntype of visit: Home visit\n---\n",
);
const written = fc
  .tuple(top, fc.array(fc.oneof({ weight: 3, arbitrary: ofChild }, { weight: 1, arbitrary: headings.map((text) => ({ text, said: [] as string[] })) }), { minLength: 1, maxLength: 7 }), fc.constantFrom("\n", "\r\n"), fc.constantFrom("\n", ""))
  .map(([details, parts, end, last]) => ({ text: `${details}\n${parts.map(({ text }) => text).join("\n\n")}${last}`.replaceAll("\n", end), said: parts.flatMap(({ said }) => said) }));

/** The words, one behind another; where the first of them is not there, that. */
function lost(after: string, said: readonly string[]): string | undefined {
  let from = 0;
  for (const words of said) {
    const at = after.indexOf(words, from);
    if (at < 0) return words;
    from = at + words.length;
  }
  return undefined;
}

describe("the child's words, byte for byte", () => {
  test("through every fix", () => {
    fc.assert(
      fc.property(written, ({ text, said }) => {
        expect(lost(text, said)).toBeUndefined();
        for (const { rule, fixes } of checkNote(text, everything).findings) for (const { title, edits } of fixes) expect(lost(applyEdits(text, edits), said), `${rule}, “${title}”`).toBeUndefined();
      }),
      parameters(150),
    );
  });
  test("through fix all, and once more", () => {
    fc.assert(
      fc.property(written, ({ text, said }) => {
        const once = applyEdits(text, safeEdits(checkNote(text, everything).findings));
        expect(lost(once, said)).toBeUndefined();
        expect(lost(applyEdits(once, safeEdits(checkNote(once, everything).findings)), said)).toBeUndefined();
      }),
      parameters(100),
    );
  });
  test("through one fix after another, to the end", () => {
    fc.assert(
      fc.property(written, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), ({ text, said }, choices) => {
        let now = text;
        for (const choice of choices) {
          const fixes = checkNote(now, everything).findings.flatMap(({ rule, fixes: some }) => some.map((fix) => ({ rule, ...fix })));
          if (!fixes.length) return;
          const { rule, title, edits } = fixes[choice % fixes.length]!;
          now = applyEdits(now, edits);
          expect(lost(now, said), `${rule}, “${title}”`).toBeUndefined();
        }
      }),
      parameters(60),
    );
  });
  // With several children, and nothing that says whose they are, the cells of a tool and a block quote are somebody's words, and stay as they are.
  test.each([
    ["cells", "| House of Worries | House of Dreams |\n|---|---|\n| Dad shouts | I hate CAMHS and contact |"],
    ["a block quote", "> I hate CAMHS and contact"],
  ])("of several children, with no child named: %s", (_, body) => {
    const text = `Children: Kai Morton (9), Mya Morton (7)\nType of visit: Statutory visit\n\n${body}\n`;
    const { findings } = checkNote(text, everything);
    for (const { fixes } of findings) for (const { edits } of fixes) expect(applyEdits(text, edits)).toContain("I hate CAMHS and contact");
    expect(applyEdits(text, safeEdits(findings))).toContain("I hate CAMHS and contact");
  });
});
