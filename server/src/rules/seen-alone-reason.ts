import { defineRule, field, fix, insert } from "../engine/rule.ts";
import { isVisit } from "../note/outline.ts";
import { expectedAlone } from "../note/seen-alone-age.ts";

/** A child was not seen alone, and no reason is given (P27). */
export const seenAloneReason = defineRule({
  id: "seen-alone-reason",
  severity: "warning",
  standards: ["P27"],
  summary: "A child was not seen alone, and the note does not say why",
  explain: "When a child is not seen alone, the standard asks for the reason. It may be a good one: the child asked for Nan to stay, or was asleep. Without it nobody can tell, and nobody can plan for the next time.",
  leaves: ["any reason: because, as, due to, he chose, she asked, after a dash or a colon", "children under four", "a parent's objection, which is a reason and has a rule of its own"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was seen with Mum in the kitchen.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was seen with Mum in the kitchen because he did not want her to leave.\n",
  *check(note, { seenAloneAge }) {
    if (!isVisit(note)) return;
    for (const statement of note.seenAlone) {
      if (statement.says !== "not alone" || statement.reason) continue;
      const children = statement.children.filter((child) => expectedAlone(child, seenAloneAge) !== "no");
      if (!children.length) continue;
      // A statement elsewhere gives this child's reason, or says the child was seen alone after all.
      if (children.every((child) => note.seenAlone.some((other) => other !== statement && other.children.includes(child) && !other.earlier && (other.says === "objection" || (other.says === "not alone" && other.reason))))) continue;
      const doubled = note.seenAlone.find((other) => other !== statement && other.says === "not alone" && other.start < statement.start && children.every((child) => other.children.includes(child)));
      if (doubled && doubled.source !== "prose") continue;
      const names = children.map(({ name }) => name).join(" and ");
      const stop = /[.!?]\s*$/.exec(note.text.slice(statement.start, statement.end));
      const at = stop ? statement.start + stop.index : statement.end;
      yield {
        span: { start: statement.start, end: statement.end },
        subject: names,
        ...(note.kind === "statutory visit" ? {} : { severity: "information" as const }),
        message: `${names} ${children.length > 1 ? "were" : "was"} not seen alone, and the note does not say why. Add the reason.`,
        fixes: [fix("Add “because …”", insert(at, ` because ${field("the reason")}`))],
      };
    }
  },
});
