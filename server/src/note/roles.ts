import { hitsOf } from "../lexicon/lexicon.ts";
import type { Note, Person } from "./note.ts";
import { once } from "./once.ts";
import { byAbode, byWhereabouts, isNeighbour, someDweller } from "./ways-of-naming.ts";

const behindName = new RegExp(`^(?:${isNeighbour}|${byAbode})`, "u");
const beforeName = new RegExp(`(?<![\\p{L}'-])${someDweller}${byWhereabouts}?,? \\(?$`, "u");
const title = /^(?:dr|pc|ds|dc|di|sgt|nurse|judge|prof|rev|sister|matron|sir)\b/i;
const relationOfTrade = (person: Person): boolean => person.kind === "professional" && person.relation !== undefined;

/** Those who act in a role in the note, or whom nothing shows to be a neighbour or a private person: titles alone ("Mrs Cope") do not tell. */
const rolesOf = once((note: Note): { readonly acting: ReadonlySet<Person>; readonly near: ReadonlySet<Person> } => {
  const acting = new Set<Person>();
  const near = new Set<Person>();
  for (const sentence of note.sentences)
    for (const { person, start, end } of sentence.mentions) {
      if (person?.kind !== "professional" && person?.kind !== "other") continue;
      if (behindName.test(note.prose.slice(end, sentence.end)) || beforeName.test(note.prose.slice(Math.max(sentence.start, start - 60), start))) near.add(person);
      if (hitsOf(note.hits(sentence), "confidential").some((hit) => hit.entry.kind === "office" && hit.start < end + 40 && hit.end > start - 30)) acting.add(person);
    }
  return { acting, near };
});

/** True of a worker, a teacher, an officer: somebody who is in the note because of a job. A neighbour with a title is not. */
export function hasRole(note: Note, person: Person): boolean {
  if (person.kind === "worker") return true;
  if (person.kind !== "professional") return false;
  return !rolesOf(note).near.has(person) || relationOfTrade(person);
}

/** True where the note says what somebody's job is, or the title does: "Mrs Prentice, DSL", "Dr Khan", "his teacher". */
export function isKnownByRole(note: Note, person: Person): boolean {
  const { acting, near } = rolesOf(note);
  return person.kind === "worker" || (person.kind === "professional" && (relationOfTrade(person) || title.test(person.name) || acting.has(person) || note.details.some(({ key, value }) => key === "present" && value.includes(person.name))) && !near.has(person));
}
