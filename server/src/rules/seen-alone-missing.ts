import { defineRule, field, fix, insert } from "../engine/rule.ts";
import type { Fix } from "../engine/finding.ts";
import type { Child, Note, SeenAlone } from "../note/note.ts";
import { endOfLine, firstLine, isVisit, lineEnding } from "../note/outline.ts";
import { expectedAlone } from "../note/seen-alone-age.ts";

/** Nothing says whether a child was seen alone (P27): one finding a child. */
export const seenAloneMissing = defineRule({
  id: "seen-alone-missing",
  severity: "warning",
  standards: ["P27", "S01", "G01", "V01"],
  summary: "A visit note does not say whether a child was seen alone",
  explain: "On a statutory visit every child over four is seen alone, or the note says why not. Some children will only speak of what worries them when nobody of the family can hear. One sentence is enough: where the child was seen alone, or the reason why they were not.",
  leaves: ["babies and children under four, and unborn children", "phone calls, no access, meetings and letters", "visits that are not statutory (information only)"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai was doing his spellings at the table. We played Uno.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nI saw Kai on his own in the garden. We played Uno.\n",
  *check(note, { seenAloneAge }) {
    if (!isVisit(note)) return;
    for (const child of note.children) {
      const expected = expectedAlone(child, seenAloneAge);
      if (expected === "no") continue;
      if (note.seenAlone.some(({ children, earlier }) => children.includes(child) && !earlier)) continue;
      yield {
        span: firstLine(note),
        subject: child.name,
        ...(note.kind !== "statutory visit" || expected !== "yes" ? { severity: "information" as const } : {}),
        message: `Nothing here says whether ${child.name} was seen alone. Say where ${child.name} was seen alone, or why not${expected === "unknown" ? " (the note does not give an age)" : ""}.`,
        fixes: statements(note, child),
      };
    }
  },
  *asks(note, { seenAloneAge }) {
    if (!isVisit(note)) return;
    for (const child of note.children) {
      if (expectedAlone(child, seenAloneAge) === "no") continue;
      const says = ({ children, earlier, says, reason }: SeenAlone): boolean => children.includes(child) && !earlier && (says === "alone" || says === "objection" || (says === "not alone" && reason));
      yield { about: child.name, title: `${child.name}: seen alone, or why not`, met: note.seenAlone.filter(says) };
    }
  },
});

/** Two statements to complete, neither preferred, at the end of the child's section, or of what was done. */
function statements(note: Note, child: Child): Fix[] {
  const own = note.sections.filter((section) => section.child === child);
  const home = own.find(({ role }) => role === "what") ?? (own.length ? own.at(-1) : (note.sections.find(({ role }) => role === "what") ?? note.sections.find(({ heading }) => !heading) ?? note.sections[0]));
  if (!home) return [];
  const last = home.blocks.at(-1)?.span.end ?? home.heading?.span.end ?? home.span.start;
  const at = endOfLine(note, last);
  const end = lineEnding(note);
  return [
    fix(`“${child.name} was seen alone in …”`, insert(at, `${end}${end}${child.name} was seen alone in ${field("where")}.`)),
    fix(`“${child.name} was not seen alone because …”`, insert(at, `${end}${end}${child.name} was not seen alone because ${field("the reason")}.`)),
  ];
}
