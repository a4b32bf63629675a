import type { Note, Person } from "./note.ts";
import { isVisit, outsideQuotations } from "./outline.ts";
import { voicesIn } from "./voice.ts";

const acts = /\b(?:said|says|told|asked|asks|agreed|explained|showed|let (?:me|us) in|signed|answered|opened|joined|added|replied|nodded|smiled|offered|talked|spoke|thinks|feels|was (?:there|in|at home))\b/i;

/** True where work was done with somebody at this contact: a child at a visit, or whoever was there, spoke or was spoken to. */
export function tookPart(note: Note, person: Person): boolean {
  if (note.kind === "no access" || note.kind === "letter to the child") return false;
  const child = note.children.find((one) => one.person === person);
  if (child) return isVisit(note) || voicesIn(note).some(({ found }) => found.some((voice) => voice.child === child && [voice.words, voice.told, voice.observed].some((places) => places.length > 0)));
  return note.parts.length ? note.parts.some(({ note: part }) => takesPart(part, person)) : takesPart(note, person);
}

/** True where a section tells of somebody who spoke or was spoken to. */
function takesPart(note: Note, person: Person): boolean {
  if (note.quotations.some(({ name, speaker }) => speaker === "adult" && name === person.name)) return true;
  return note.sentences.some((sentence) => {
    if (sentence.section.role === "next" || sentence.section.role === "reflections") return false;
    const text = outsideQuotations(note, sentence);
    return sentence.mentions.some((mention) => {
      if (mention.person !== person) return false;
      const at = mention.start - sentence.start;
      return (mention.role === "subject" && acts.test(text.slice(at, at + 60))) || /\b(?:i|we) (?:then |also |have )?(?:told|asked|met|saw|visited|rang|phoned|called|spoke (?:to|with)|talked (?:to|with)|explained to)\s+(?:with\s+)?(?:his |her |their |the )?$/i.test(text.slice(Math.max(0, at - 200), at));
    });
  });
}
