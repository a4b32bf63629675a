import type { Note, Person, Quotation, Section } from "../note/note.ts";
import { personNamed } from "../note/named-speakers.ts";
import { sentencesIn } from "../note/positions.ts";
import type { Edit } from "../text/edit.ts";
import { withoutComment } from "./comment-edits.ts";
import type { Fix } from "./finding.ts";
import { keepsWords } from "./guard.ts";
import { fix, insert, replace } from "./rule.ts";

/** The most people who are offered as speakers of some words. */
const mostPeople = 6;
const grownUp: ReadonlySet<Person["kind"]> = new Set(["family", "relative", "carer", "professional", "other"]);

/** Every way to say in the note, by a comment, whose some words are, other than as they are read now. The comment stands behind the words. */
export function speakerChoices(note: Note, quotation: Quotation): Fix[] {
  const people = [...note.children.map(({ person }) => person), ...adultsNear(note, quotation)].slice(0, mostPeople);
  const named = people.flatMap((person) => {
    const written = writtenFor(person, note);
    return written === undefined || isSpeaker(quotation, person) ? [] : [fix(`These are ${person.name}'s words`, saying(note, quotation, written))];
  });
  const comment = commentOf(note, quotation);
  return [
    ...named,
    ...(quotation.speaker === "worker" ? [] : [fix("These are the worker's words", saying(note, quotation, "the worker"))]),
    ...(quotation.nobody ? [] : [fix("Nobody's: a title or a label", saying(note, quotation, "nobody"))]),
    ...(comment ? [fix("As Case Recording reads it", withoutComment(note, comment))] : []),
  ].filter((choice) => keepsWords(note, choice));
}

const isSpeaker = ({ name, child, speaker }: Quotation, person: Person): boolean => (child ? child.person === person : speaker !== "unknown" && name === person.name);

const commentOf = (note: Note, { known }: Quotation) => (known?.how === "comment" ? note.directives.find(({ start }) => start === known.span?.start) : undefined);

/** The adults who are named or meant in the section of some words, in order. */
function adultsNear(note: Note, quotation: Quotation): Person[] {
  const section: Section | undefined = sentencesIn(note, quotation)[0]?.section ?? note.sections.findLast(({ span }) => span.start <= quotation.start);
  const found = note.sentences.filter((sentence) => sentence.section === section).flatMap(({ mentions }) => mentions.flatMap(({ person }) => (person && grownUp.has(person.kind) && !person.minor ? [person] : [])));
  return [...new Set(found)];
}

/** How a comment names a person so that nobody else is meant. */
const writtenFor = (person: Person, note: Note): string | undefined => [person.name, note.children.find((child) => child.person === person)?.fullName, person.relation].find((written) => written !== undefined && personNamed(written, note) === person);

function saying(note: Note, quotation: Quotation, name: string): Edit {
  const text = `<!-- case-recording-words: ${name} -->`;
  const comment = commentOf(note, quotation);
  return comment ? replace(comment, text) : insert(behind(note, quotation), ` ${text}`);
}

/** Where a comment on some words stands: behind their marks, and behind the marks of bold and the like that close with them. */
function behind({ text }: Note, { end }: Quotation): number {
  const marks = /^(?:[*_~`]|<\/[a-z]+>)+(?![\p{L}\p{N}])/iu.exec(text.slice(end, end + 40));
  return end + (marks?.[0].length ?? 0);
}
