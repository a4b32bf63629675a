import { defineRule, field, fix, insert } from "../engine/rule.ts";
import { once } from "../note/once.ts";
import type { Child } from "../note/note.ts";
import { isVisit, lineEnding } from "../note/outline.ts";
import { literal } from "../note/patterns.ts";
import { sightsOf, type Sight } from "../note/voice.ts";
import { pattern } from "../text/pattern.ts";

const aspects = ["alertness", "mobility", "physical development", "well-being", "attachment"] as const;

/** A baby, or a child who does not speak, and some of the five things that the guide asks to be seen (P10 to P12). */
export const earlyYearsObservation = defineRule({
  id: "early-years-observation",
  severity: "information",
  standards: ["P12", "P10", "P11", "S03"],
  summary: "Some of what should be seen of a baby or a child who does not speak is not recorded",
  explain: "A baby tells us how life is by what it does: how awake it is, how it moves, how it grows, whether it is well, and whom it turns to. The guide asks for each of the five, in a word or two.",
  leaves: ["children who speak", "aspects for which anything at all was seen"],
  poor: "Child: Noah (7 months)\nType of visit: Statutory visit\n\nNoah was asleep in his cot.\n",
  better: "Child: Noah (7 months)\nType of visit: Statutory visit\n\nNoah was awake on his mat and rolled over twice. He weighed 7.9 kg on Monday. He was clean and smiling, and he held his arms up to be picked up by his mum.\n",
  *check(note) {
    for (const { child, observed, reasons, missing, enough } of watched(note)) {
      if (enough) continue;
      const [first, last] = [observed[0] ?? reasons[0]!, observed.at(-1) ?? reasons.at(-1)!];
      yield {
        span: first,
        subject: child.name,
        message: `For ${child.name}, the note does not yet mention: ${missing.join(", ")}. A few words on each are enough.`,
        fixes: [fix("Add what is missing, to complete", insert(last.blockEnd, `${lineEnding(note).repeat(2)}${missing.map((aspect) => `${aspect[0]!.toUpperCase()}${aspect.slice(1)}: ${field("what you saw")}`).join(lineEnding(note))}`))],
      };
    }
  },
  *asks(note) {
    for (const { child, observed, missing } of watched(note)) yield { about: child.name, title: `${child.name}: ${aspects.slice(0, -1).join(", ")} and ${aspects.at(-1)}`, met: missing.length ? [] : observed };
  },
});

interface Watched {
  readonly child: Child;
  readonly observed: readonly Sight[];
  /** Where the note says why there are no words. */
  readonly reasons: readonly Sight[];
  /** Of the five things that should be seen, those that nothing tells of. */
  readonly missing: readonly string[];
  /** So much was seen that nothing is said. */
  readonly enough: boolean;
}

/** The children who tell by what they do: babies, and those who do not speak, of whom the note says anything. */
const watched = once((note): readonly Watched[] =>
  (isVisit(note) ? note.children : []).flatMap((child) => {
    const young = child.age !== undefined && child.age.years < 2;
    const silent = pattern(`\\b${literal(child.name)}\\b[^.]{0,40}\\b(?:non-?verbal|does not (?:use words|speak|talk|use spoken words)|pre-?verbal)`, "i").test(note.prose);
    if (child.unborn || (!young && !silent)) return [];
    const sights = sightsOf(note, child);
    if (!sights.length) return [];
    const [observed, reasons] = [sights.filter(({ aspects }) => aspects), sights.filter(({ aspects }) => !aspects)];
    const seen = new Set(observed.flatMap((one) => [...one.aspects!]));
    const missing = aspects.filter((aspect) => !seen.has(aspect));
    return [{ child, observed, reasons, missing, enough: !missing.length || (silent && !young && missing.length < 4) }];
  }),
);
