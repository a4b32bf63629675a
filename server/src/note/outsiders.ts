import { hitsOf } from "../lexicon/lexicon.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { name, notNames } from "./names.ts";
import type { Note, Person, PersonKind } from "./note.ts";
import { once } from "./once.ts";
import { alternatives } from "./patterns.ts";
import { sentencesIn } from "./positions.ts";

const noun = alternatives("outsiders");
/** "her friend Leanne", "Kelly's workmate, Baz,", "his boss (Tina)". */
const afterNoun = pattern(`(?<![\\p{L}-])(?:${noun}),? \\(?(?:called |named |is |was )?(${name})(?!'s)`, "gu");
/** "Leanne, mum's friend," and "Leanne (mum's friend)". */
const beforeNoun = pattern(`(?<![\\p{L}'-])(${name}),? (?:\\()?(?:a |the |(?:his|her|their|my|[\\p{L}-]+'s?) )(?:(?:best|old|good|close|work|next[- ]door) )*(?:${noun})(?![\\p{L}'-])`, "gu");
/** "does shifts with Vicky", "one of the lads he works with, Kibrom". */
const atWork = pattern(`(?<![\\p{L}'-])(?:work(?:s|ed|ing)?|shifts?|car-?shares?|on a course)(?: (?:nights|days|there|mornings))? (?:with|alongside),? (${name})(?!'s)`, "gu");

const ofNote: ReadonlySet<PersonKind> = new Set(["child", "family", "sibling", "relative", "carer", "worker"]);
const relation = pattern(`(?:^|[\\s'-])(?:${noun})$`, "i");

/** First names of those whom the note shows to be neither of the family, nor of the household: friends of a parent, people from work, neighbours, lodgers. */
export const outsidersOf = once((note: Note): ReadonlySet<string> => {
  const own = new Set(note.people.filter(({ kind }) => ofNote.has(kind)).flatMap((person) => person.forms.map((form) => form[0]!)));
  const found = note.people.filter(isOutsider).flatMap((person) => person.forms.map((form) => form[0]!));
  const text = note.prose.slice(note.detailsSpan.end);
  for (const way of [afterNoun, beforeNoun, atWork]) for (const match of matchesIn(text, way)) if (!notNames.has(match[1]!)) found.push(match[1]!.toLowerCase());
  return new Set(found.filter((first) => !own.has(first)));
});

/** "Jade (mum's friend)", "Piotr (lodger)": somebody whom the details or the text bring in as such. */
const isOutsider = ({ kind, relation: of }: Person): boolean => (kind === "other" || kind === "friend") && of !== undefined && relation.test(of);

/** True where somebody's place of work stands in a stretch of the note: "on the front desk", "from the council". */
export const isAtWork = (note: Note, start: number, end: number): boolean =>
  workplace.test(note.prose.slice(start, end)) || sentencesIn(note, { start, end }).some((sentence) => hitsOf(note.hits(sentence), "confidential").some((hit) => hit.entry.kind === "office" && start <= hit.start && hit.end <= end));
const workplace = pattern(`\\b(?:${alternatives("workplaces")})\\b`, "i");
