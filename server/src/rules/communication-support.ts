import { defineRule } from "../engine/rule.ts";
import { communicationOf, needsMet, unsupported } from "../note/communication.ts";
import { sentencesIn } from "../note/positions.ts";

/** Somebody needs support to communicate, and the note tells of none; or one of the family interprets (V52, P46, G35, R10). */
export const communicationSupport = defineRule({
  id: "communication-support",
  severity: "information",
  standards: ["V52", "P46", "G35", "R10"],
  summary: "Somebody needs support to communicate, and the note does not say what there was; or a relative interpreted",
  explain: "A child or a parent who hears, signs or speaks in another way has as much to tell. Say what helped: the interpreter by name, signs, picture cards, a talker, a colleague who speaks the language. If nothing was needed or nothing could be had, a few words on why are enough. One of the family is no interpreter: people may not be able to say everything through them, and a child should never have to carry it.",
  leaves: ["an interpreter, a translated letter, signs, cards, pictures, a talker, pointing and choosing", "a reason why none was needed: “her English is fluent”, “he did not want an interpreter”", "babies who do not speak yet", "parents with whom no work was done, and everybody else", "a relative who interpreted for a reason that the note gives"],
  poor: "Child: Ola (9)\nType of visit: Statutory visit\nFirst language: Polish\n\nI talked with Ola about school.\n",
  better: "Child: Ola (9)\nType of visit: Statutory visit\nFirst language: Polish\n\nI talked with Ola about school, with Mrs Nowak interpreting by phone from Language Line.\n",
  *check(note) {
    for (const { span, person } of unsupported(note))
      yield { span, subject: person.name, message: `This says that ${person.name} may need support to communicate, and the note does not yet say what there was: an interpreter, signs, picture cards, somebody who speaks the language. If none was needed, say why.` };
    for (const { span, person } of communicationOf(note).relatives)
      yield { span, subject: person.name, message: "One of the family interpreted here. People may not say everything through a relative, and it is a lot for a child to carry. Say why there was no interpreter, or that one is booked for next time." };
  },
  *asks(note) {
    for (const { need, support } of needsMet(note)) yield { about: need.person.name, title: `${capital(need.person.name)}: what helped to communicate`, met: support.map((place) => sentencesIn(note, place)[0] ?? place) };
  },
});

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
