import { defineRule, fix, type Draft } from "../engine/rule.ts";
import { putInPlace, shown, standsAsRead } from "../engine/wording.ts";
import { contactDataOf, contactNames, type ContactDatum } from "../note/contact-data.ts";
import { informantsOf } from "../note/informants.ts";
import type { Note } from "../note/note.ts";
import { otherChildrenOf } from "../note/other-families.ts";
import { othersHealthOf } from "../note/third-party-health.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";

/** Personal data in the prose that the note does not need: of whom and how to reach them, who told, who else's child, who else is ill (R11, G39, S38). */
export const personalData = defineRule({
  id: "personal-data",
  severity: "information",
  standards: ["R11", "G39", "S38"],
  summary: "Somebody's personal data, where the note may not need it",
  explain: "A child may read this at 18, a parent may ask to see it, and a court may have it copied. A telephone number or an address in the prose goes wherever the note goes; a neighbour who is named as the one who rang may be in danger. Keep such details in the child's file, where they can be found and kept safe, and say here who it is by role or initials.",
  leaves: ["the child's own details at the top of the note", "services, and professionals in their role: a surgery's telephone, the school office's e-mail, your own number", "the family by name, and another family's child by first name alone", "a parent's own health", "case references, dates, times and money", "a child's own words"],
  poor: "Child: Kai Morton (9)\nType of contact: Case note\n\nThe neighbour, Mrs Green at number 14, rang us about the noise. Craig's new number is 07700 900461.\n",
  better: "Child: Kai Morton (9)\nType of contact: Case note\n\nA neighbour rang us about the noise. Craig has a new number, which I have put on the file. The surgery is on 01632 960983.\n",
  scope: "section",
  *check(note) {
    const drafts = [...informants(note), ...children(note), ...health(note)];
    const told = new SpanIndex(drafts.map(({ span }) => span));
    const contacts = contactDataOf(note).filter((one) => !told.overlapping(one).length);
    yield* [...drafts, ...contacts.map((one) => contact(note, one))].sort((a, b) => a.span.start - b.span.start);
  },
});

function contact(note: Note, { start, end, kind }: ContactDatum): Draft {
  const what = contactNames[kind];
  const article = /^[aeiou]|^NHS/i.test(what) ? "An" : "A";
  return {
    span: { start, end },
    message: `${article} ${what} goes wherever this note goes. Please keep it in the details of the child's file, and leave it out here unless the note cannot do without it.`,
    fixes: inPlace(note, { start, end }, `[${what} left out]`),
  };
}

const informants = (note: Note): Draft[] =>
  informantsOf(note).map(({ start, end, role }) => ({
    span: { start, end },
    message: "This tells who gave us the information, and that may put them at risk. Please say their role alone, and keep who it was where it can be kept safe.",
    fixes: inPlace(note, withoutComma(note, { start, end }), role ?? "somebody"),
  }));

const children = (note: Note): Draft[] =>
  otherChildrenOf(note).map(({ start, end, name }) => ({
    span: { start, end },
    message: `“${shown(note, { start, end })}” is another family's child, and can be known by this. Initials or the first name alone may do.`,
    fixes: inPlace(note, { start, end }, name.split(/[ -]/).map((part) => `${part[0]}.`).join("")),
  }));

const health = (note: Note): Draft[] =>
  othersHealthOf(note).map((span) => ({ span, message: "This tells of the health of somebody outside the family. Please leave it out, or say only what it means for the child." }));

/** "The neighbour, Mrs Green, rang": the comma that closes the name goes with it. */
const withoutComma = (note: Note, { start, end }: Span): Span => ({ start, end: note.prose[end - 1] === "," || note.prose[end] !== "," || !/,/.test(note.prose.slice(start, end)) ? end : end + 1 });

const inPlace = (note: Note, span: Span, words: string) => (standsAsRead(note, span) ? [fix(`Write “${words}”`, putInPlace(note, span, words))] : []);
