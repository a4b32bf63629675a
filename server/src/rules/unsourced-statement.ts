import { defineRule } from "../engine/rule.ts";
import { hearsayOf } from "../note/hearsay.ts";

/** A report, a history or a diagnosis that does not say where it is from (G18, G19). */
export const unsourcedStatement = defineRule({
  id: "unsourced-statement",
  severity: "information",
  standards: ["G18", "G19"],
  summary: "It does not say where this is known from",
  explain: "Whoever reads this later, the child too, should be able to tell where it comes from: who said it, to whom and when, or which record it stands in. Without that, a rumour and a finding look the same.",
  leaves: ["what somebody named told, wrote or reported", "a record: the school report, the police log, a letter", "a source in brackets or before a colon", "what you saw yourself"],
  poor: "It was reported that Dad has moved back in. Mum has bipolar.\n",
  better: "Mrs Lowe told me on 3 June that Dad has moved back in. Mum told me that she has bipolar.\n",
  scope: "section",
  *check(note) {
    for (const { start, end, hit } of hearsayOf(note)) {
      const ask = hit.entry.say ?? asks[hit.entry.kind];
      yield { span: { start, end }, message: `${opening[hit.entry.kind]} Please ${ask}.`, ...(hit.entry.soft ? { severity: "hint" as const, from: "everything" as const } : {}) };
    }
  },
});

const opening = {
  report: "This does not say whose word it is.",
  history: "This tells what was before, and not where it is known from.",
  diagnosis: "This names a condition, and not where it is known from.",
} as const;
const asks = {
  report: "say who said it, to whom and when",
  history: "say who told you, or which record it is from, with dates",
  diagnosis: "say who told you, or which letter or report it is from",
} as const;
