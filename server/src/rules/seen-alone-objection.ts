import { defineRule, field, fix, insert } from "../engine/rule.ts";
import type { Note, SeenAlone } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";

/** A parent did not agree to time alone, and nothing says that the team manager was told (P28). */
export const seenAloneObjection = defineRule({
  id: "seen-alone-objection",
  severity: "information",
  standards: ["P28"],
  local: true,
  summary: "A parent or carer did not agree to a child being seen alone, and no word that the team manager was told",
  explain: "When a parent or carer does not agree to a child being seen alone, the team manager is told, so that the two of you can understand why and plan what to do. Say when you told them.",
  leaves: ["notes that say a manager was told, or that it went to supervision", "a child's own wish not to be seen alone"],
  poor: "Child: Kai (9)\nPresent: Kelly (mum)\nType of visit: Statutory visit\n\nMum did not agree to me seeing Kai on his own.\n",
  better: "Child: Kai (9)\nPresent: Kelly (mum)\nType of visit: Statutory visit\n\nMum did not agree to me seeing Kai on his own. I told my team manager, Joan Ellis, the same day.\n",
  *check(note) {
    if (!isVisit(note)) return;
    for (const statement of note.seenAlone) {
      if (statement.says !== "objection" || managerTold(note, statement)) continue;
      yield {
        span: { start: statement.start, end: statement.end },
        subject: statement.children.map(({ name }) => name).join(" and "),
        message: "Somebody did not agree to a child being seen alone. The standard asks that the team manager is told, so that you can plan together. If you have told them, say when.",
        fixes: [fix("Add “I told my team manager …”", insert(statement.end, ` I told my team manager, ${field("name")}, on ${field("date")}.`))],
      };
    }
  },
});

const manager = /\b(?:team manager|practice manager|service manager|my manager|our manager|the manager|assistant team manager|atm|tm|line manager|deputy manager|in supervision|supervision|supervisor)\b/i;

/** The manager is named in the sentence, in the three behind it, or wherever it is about seeing a child alone. */
function managerTold(note: Note, statement: SeenAlone): boolean {
  const index = note.sentences.findIndex(({ start, end }) => start < statement.end && statement.start < end);
  const named = note.people.filter(({ relation }) => relation === "manager" || /manager/i.test(relation ?? ""));
  return note.sentences.some((sentence, at) => {
    const text = note.prose.slice(sentence.start, sentence.end);
    const tells = manager.test(text) || sentence.mentions.some(({ person }) => person && named.includes(person));
    if (!tells) return false;
    const near = at >= index && at <= index + 3 && sentence.section === note.sentences[index]!.section && !note.seenAlone.some((other) => other !== statement && other.says === "objection" && other.start > statement.start && other.start <= sentence.start);
    const about = /\b(?:alone|on (?:his|her|their) own|by (?:him|her)self|object|refus\w*|agree to)\b/i.test(text) && (statement.children.length !== 1 || !sentence.mentions.some(({ children }) => children.length) || sentence.mentions.some(({ children }) => children.some((child) => statement.children.includes(child))));
    return near || about;
  });
}
