import { defineRule, field, fix, insert } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Note, SeenAlone, Sentence } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";
import { moved } from "../text/moved.ts";
import { overlaps } from "../text/span.ts";

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
    for (const { statement, near } of objectionsIn(note).flatMap(({ at, found }) => found.map(({ statement, near }) => ({ statement: moved(statement, at), near })))) {
      if (near || managerTold(note, statement)) continue;
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

/** Where a section tells of an objection, and whether the manager is named in its sentence or in the three behind it. */
const objectionsIn = bySection((part) =>
  part.seenAlone.filter(({ says }) => says === "objection").map((statement) => {
    const index = part.sentences.findIndex((sentence) => overlaps(sentence, statement));
    const near = part.sentences.slice(index, index + 4).some((sentence) => namesManager(part, sentence) && !part.seenAlone.some((other) => other !== statement && other.says === "objection" && other.start > statement.start && other.start <= sentence.start));
    return { statement, near };
  }),
);

/** The sentences of a section that name the manager and are about seeing a child alone. */
const toldOfIt = bySection((part) => part.sentences.filter((sentence) => /\b(?:alone|on (?:his|her|their) own|by (?:him|her)self|object|refus\w*|agree to)\b/i.test(part.prose.slice(sentence.start, sentence.end)) && namesManager(part, sentence)));

const namesManager = (part: Note, { start, end, mentions }: Sentence): boolean => manager.test(part.prose.slice(start, end)) || mentions.some(({ person }) => person && part.people.includes(person) && /manager/i.test(person.relation ?? ""));

/** Some sentence of the note that names the manager is about seeing this child alone. */
const managerTold = (note: Note, { children: own }: SeenAlone): boolean =>
  toldOfIt(note).some(({ found }) => found.some(({ mentions }) => own.length !== 1 || !mentions.some(({ children }) => children.length) || mentions.some(({ children }) => children.some((child) => own.includes(child)))));
