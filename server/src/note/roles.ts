import { hitsOf } from "../lexicon/lexicon.ts";
import { pattern } from "../text/pattern.ts";
import type { Note, Person } from "./note.ts";
import { once } from "./once.ts";
import { overlaps } from "../text/span.ts";
import { byAbode, byWhereabouts, isNeighbour, someDweller } from "./ways-of-naming.ts";

const behindName = pattern(`^(?:${isNeighbour}|${byAbode})`, "u");
const beforeName = pattern(`(?<![\\p{L}'-])${someDweller}${byWhereabouts}?,? \\(?(?:Mr and |Mrs and )?$`, "u");
/** "Mrs Prentice, the DSL at school", "housing officer Mr Tate": a job and a name side by side, with no verb between them. */
const jobBehind = /^[\s,(–-]*(?:(?:the|his|her|their|a|an|our|my|from|at|of|in|for|with|who is|who works|class|form|head|year|new|allocated|designated|named|local|lead|deputy|assistant|school|nursery|ward|team)\s+){0,4}$/i;
const jobBefore = /^[\s,:(–-]*(?:(?:is|was|called|named)\s+)?$/;

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
      if (hitsOf(note.hits(sentence), "confidential").some((hit) => hit.entry.kind === "office" && (overlaps(hit, { start, end }) || (hit.start >= end && jobBehind.test(note.prose.slice(end, hit.start))) || (hit.end <= start && jobBefore.test(note.prose.slice(hit.end, start)))))) acting.add(person);
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
