import { defineRule, fix, replace } from "../engine/rule.ts";
import { unknownNamesOf } from "../note/strangers.ts";

/** A child's name that is spelt otherwise than in the details, or that the details do not know (G22, G21, P34). */
export const nameMismatch = defineRule({
  id: "name-mismatch",
  severity: "warning",
  standards: ["G22", "G21", "P34"],
  summary: "A name is close to a child's name and spelt otherwise, or is of a child whom the note does not introduce",
  explain: "Children notice when their name is wrong in the notes about their life, and feel that nobody cares. A name that is nearly the child's, and belongs to nobody else in the note, is worth a second look. So is a child's name that stands neither in the details nor anywhere with a word on who they are: it may have come from another child's note.",
  leaves: ["short forms: Tommy for Thomas, Libby for Elizabeth, and those that the details give", "accents, capitals, hyphens and possessives", "people whom the note introduces: a cousin, a friend, a teacher, a dog", "schools, places, shops and brands", "how a child spells or says a name in their own words"],
  poor: "Child: Kayleigh Morton (9)\nType of visit: Home visit\n\nI saw Kayleigh in the garden. Kaleigh showed me her rabbit.\n",
  better: "Child: Kayleigh Morton (9)\nType of visit: Home visit\n\nI saw Kayleigh in the garden with her cousin Kaylee. Kayleigh showed me her rabbit.\n",
  *check(note) {
    const { misspelt, strangers } = unknownNamesOf(note);
    for (const { child, written, name, uses } of misspelt) {
      const [first, ...rest] = uses;
      yield {
        span: { start: first!.start, end: first!.end },
        subject: child.name,
        message: `“${written}” is close to “${name}”, as the details have it, and nobody else in the note is called that. Please check the spelling; if it is somebody else, say who they are.`,
        related: rest.map(({ start, end }) => ({ span: { start, end }, message: `“${written}” again` })),
        fixes: [fix(rest.length ? `Write “${name}” everywhere` : `Write “${name}”`, uses.map((use) => replace({ start: use.start, end: use.end }, inCaseOf(use.written, name))))],
      };
    }
    for (const { written, uses } of strangers) {
      const [first, ...rest] = uses;
      yield {
        span: { start: first!.start, end: first!.end },
        subject: written,
        severity: "information",
        message: `${written} is written of as a child, and neither the details nor the note say who that is. Please check that this belongs in this note; if it does, say who ${written} is.`,
        related: rest.map(({ start, end }) => ({ span: { start, end }, message: `${written} again` })),
      };
    }
  },
});

/** In capitals where the written name is. */
const inCaseOf = (written: string, name: string): string => (written.length > 1 && written === written.toUpperCase() ? name.toUpperCase() : name);
