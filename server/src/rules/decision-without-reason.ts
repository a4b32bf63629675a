import { defineRule } from "../engine/rule.ts";
import { decisionsOf } from "../note/decisions.ts";

/** Felt and thought, rather than decided. */
const view = /\b(?:felt|thought|considered|deemed|viewed|seen as)\b/i;

/** A decision without somebody who took it, or without a reason (R05, G32). */
export const decisionWithoutReason = defineRule({
  id: "decision-without-reason",
  severity: "hint",
  scope: "section",
  style: true,
  standards: ["R05", "G32"],
  summary: "A decision does not say who took it, or why",
  explain: "Decisions shape a childhood. At 18 a child will want to know who decided, and why, and whether they were asked. “It was agreed” answers none of that.",
  leaves: ["a decision with somebody who took it and a reason: because, so that, as", "what people agreed to do themselves"],
  poor: "It was agreed that Kai will move schools.\n",
  better: "Mum, Mrs Lowe and I agreed that Kai will move schools, because the new one is near his nan's.\n",
  *check(note) {
    for (const { span, lacks, hit } of decisionsOf(note))
      yield { span, subject: hit.entry.term, message: view.test(note.prose.slice(hit.start, hit.end)) ? "This does not say whose view it was, or why. Please name them, and the reason." : lacks === "both" ? "This does not say who decided, or why. Please name them, and the reason." : lacks === "who" ? "This does not say who decided. Please name them." : "This does not say why. Please give the reason." };
  },
});
