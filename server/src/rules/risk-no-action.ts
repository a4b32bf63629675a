import { defineRule } from "../engine/rule.ts";
import { answersTo, type PlacedRisk } from "../note/answered-risks.ts";
import { bySection } from "../note/by-section.ts";
import type { Note } from "../note/note.ts";
import { risksOf, type RiskStatement } from "../note/risks.ts";
import type { Span } from "../text/span.ts";

/** The note tells of a risk, and says nowhere who was told or what was done (V35, V36): one finding a note. */
export const riskNoAction = defineRule({
  id: "risk-no-action",
  severity: "information",
  standards: ["V35", "V36"],
  summary: "The note tells of a risk, and not who was told or what was done",
  explain: "A risk that is written down and goes no further keeps nobody safe. Whoever reads this next needs to know who was told and when, and what happens now: a manager, the police, school, the health visitor, a plan for tonight. Say too whether the parents or carers know, or why it was not safe to tell them.",
  leaves: ["any word of who was told, or rang, or was asked: a manager, the police, a nurse, a parent", "a strategy discussion, a referral, a safety plan, a doctor who looked at it", "something done at the visit, or a next step that answers it", "soft signs that are not marked, what stands only in the reflections or is the reason for the visit", "letters to the child"],
  poor: "Child: Kai (9)\n\nKai said “Dad hit me with a belt”. We played Uno and I said goodbye.\n",
  better: "Child: Kai (9)\n\nKai said “Dad hit me with a belt”. I rang my manager at 4.20pm and a strategy discussion was held at 5pm.\n",
  *check(note) {
    const risks = risksToAnswer(note);
    const [first, ...others] = risks;
    if (!first || !answersTo(note, risks).next().done) return;
    yield {
      span: placeOf(first),
      from: "essential",
      message: "This reads as a risk to a child, and the note does not yet say who was told or what was done. Say who knows, since when, and what happens next; and whether the parents or carers were told, or why not.",
      related: others.map((risk) => ({ span: placeOf(risk), message: "A risk told here too" })),
    };
  },
  *asks(note) {
    const risks = risksToAnswer(note);
    if (risks.length) yield { met: [...answersTo(note, risks)].filter(({ plain }) => plain) };
  },
});

/** The risks of a note that somebody is to be told of: no soft sign that nobody marked, nor the reason for the visit, nor a reflection. */
const risksToAnswer = (note: Note): readonly PlacedRisk[] => (note.kind === "letter to the child" ? [] : risksIn(note).flatMap(({ part, at, found }) => found.map((risk) => ({ part, at, risk }))));
const risksIn = bySection((part): readonly RiskStatement[] => risksOf(part).filter(({ marked, soft, sentence: { section } }) => (marked || !soft) && section.role !== "reflections" && section.role !== "why"));

const placeOf = ({ at, risk: { sentence } }: PlacedRisk): Span => ({ start: at + sentence.start, end: at + sentence.end });
