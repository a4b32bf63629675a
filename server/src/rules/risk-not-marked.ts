import { defineRule, fix, insert } from "../engine/rule.ts";
import { risksOf } from "../note/risks.ts";

/** A current risk to a child that is not marked (P43). */
export const riskNotMarked = defineRule({
  id: "risk-not-marked",
  severity: "information",
  standards: ["P43"],
  scope: "section",
  local: true,
  summary: "A current risk or safeguarding concern for a child is not marked in bold",
  explain: "Risks and safeguarding concerns are marked, so that the next reader, perhaps at night and in a hurry, does not miss them. Put two stars before and behind the sentence; it will stand bold and red in the record. A child's own words stay exactly as they are: the marks go around them.",
  leaves: ["what is denied (“no bruises seen”)", "what is over, and told as over", "manners of speech, training, leaflets, headings, plans and risk assessments", "risks that are already bold or red, or on a line that begins with “Risk:”", "a risk named only in a question", "notes held to a profile that does not ask for risks in bold"],
  poor: "Child: Kai (9)\n\nThere was a bruise on Kai's left cheek and he would not say how he got it.\n",
  better: "Child: Kai (9)\n\n**There was a bruise on Kai's left cheek and he would not say how he got it.**\n",
  *check(note) {
    for (const { sentence, soft, marked } of risksOf(note)) {
      if (marked) continue;
      const start = sentence.block.label && sentence.start <= sentence.block.span.start ? sentence.block.label.start : sentence.start;
      const span = { start: Math.min(start, sentence.start), end: sentence.end };
      const plain = !/\*\*|__|<[a-z]/i.test(note.text.slice(span.start, span.end));
      yield {
        span,
        ...(soft ? { severity: "hint" as const } : {}),
        message: soft ? "This may be a sign of a risk to a child. If it is, mark it in bold." : "This reads as a current risk to a child. If it is one, mark it in bold so that nobody misses it.",
        fixes: plain ? [fix("Mark this sentence as a risk", [insert(span.start, "**"), insert(span.end, "**")])] : [],
      };
    }
  },
  *asks(note) {
    const risks = risksOf(note);
    if (risks.length) yield { met: risks.filter(({ marked }) => marked).map(({ sentence }) => sentence) };
  },
});
