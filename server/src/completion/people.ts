import { field } from "../engine/rule.ts";
import type { Note, Person } from "../note/note.ts";
import { pattern } from "../text/pattern.ts";
import type { Place, Proposal } from "./proposal.ts";

const verbs = String.raw`said|says|told|tells|asked|asks|replied|answered|added|explained|wrote|whispered|shouted`;
const spoken = pattern(String.raw`(?<![\p{L}’'-])(?:(?<who>[\p{L}\p{M}'’-]+)[ \t]+)?(?<verb>${verbs})(?<to>[ \t]+(?:me|us))?(?<gap>[ \t]*)(?<typed>[\p{L}\p{M}'’-]*)$`, "iu");

/** Behind a verb of speech: the people of the note, children first, and marks for the words that follow. */
export function peopleHere({ note, offset, before }: Place): Proposal[] {
  const match = spoken.exec(before);
  if (!match?.groups) return [];
  const { who, to, gap, typed } = match.groups as { who?: string; to?: string; gap: string; typed: string };
  if (!gap && typed) return [];
  const words = typed;
  const span = { start: offset - words.length, end: offset };
  // “I am fine,” said …: whoever spoke comes now, and their words are there already.
  const wordsBefore = /[”"’'][ \t,]*$/.test(before.slice(0, match.index));
  const proposals: Proposal[] = [];
  if (!words && !(wordsBefore && !who)) {
    const speaker = who && note.people.find(({ name }) => name.toLowerCase() === who.toLowerCase());
    const asked = speaker ? `${speaker.name}'s words` : "their own words";
    const marks = `“${field(asked)}”`;
    proposals.push({ kind: "words", label: `“${asked}”`, beside: "words in quotation marks", about: "Write what was said just as it was said.", clauses: ["V06", "P17"], span, text: gap ? marks : `, ${marks}`, filter: "“" });
  }
  // "told me Rosie" and "said|" name nobody: a name stands behind a space, and not behind the one who was told.
  if (gap && (to === undefined || wordsBefore)) proposals.push(...namesIn(note).flatMap(({ person, name }): Proposal[] => (name.toLowerCase().startsWith(words.toLowerCase()) ? [{ kind: "person", label: name, beside: relationOf(note, person), span, text: name, filter: words + name.slice(words.length) }] : [])));
  return proposals;
}

/** Each person by the name that the note gives them: the children first, the worker last. */
function namesIn(note: Note): { readonly person: Person; readonly name: string }[] {
  const order = (person: Person): number => (note.children.some((child) => child.person === person) ? 0 : person.kind === "worker" ? 2 : 1);
  const seen = new Set<string>();
  const unborn = new Set(note.children.flatMap((child) => (child.unborn ? [child.person] : [])));
  return note.people
    .filter((person) => !unborn.has(person))
    .map((person) => ({ person, name: note.children.find((child) => child.person === person)?.name ?? person.name }))
    .filter(({ name }) => name.trim() !== "" && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()))
    .sort((a, b) => order(a.person) - order(b.person));
}

function relationOf(note: Note, person: Person): string {
  if (note.children.some((child) => child.person === person)) return "child";
  return person.relation ?? (person.kind === "worker" ? "worker" : person.kind === "other" ? "" : person.kind);
}
