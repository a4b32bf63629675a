import { pattern } from "../text/pattern.ts";
import { bySection } from "./by-section.ts";
import { findDates } from "./dates.ts";
import type { Detail, Note } from "./note.ts";
import { notNames } from "./names.ts";
import { once } from "./once.ts";
import { datesIn } from "./positions.ts";
import { titleOf, visitIn, recordedOn } from "./when.ts";
import { months, placeholders } from "./words.ts";

/** One of the four things that the details of a visit should tell. */
export interface Essential {
  readonly key: "visited" | "recorded" | "child" | "place";
  /** As a reader calls it: "date of the visit". */
  readonly name: string;
  readonly given: boolean;
  /** Where it is asked for and not, or not yet, answered. */
  readonly open?: Detail;
}

/** What the details of a visit should tell, and whether they do, or the words at the top of the note do. */
export const essentialsOf = once((note): readonly Essential[] => [
  essential(note, "visited", "date of the visit", holdsDate, tellsVisit),
  essential(note, "recorded", "date recorded", holdsDate, tellsRecording),
  essential(note, "child", "child", isAnswer, tellsChild),
  essential(note, "place", "place", isAnswer, tellsPlace),
]);

function essential(note: Note, key: Essential["key"], name: string, answers: (value: string) => boolean, tells: (note: Note) => boolean): Essential {
  const details = note.details.filter((detail) => detail.key === key);
  const open = details[0];
  const given = details.some(({ value }) => answers(value)) || tells(note);
  return { key, name, given, ...(open && !given ? { open } : {}) };
}

const isAnswer = (value: string): boolean => !placeholders.has(value.trim().toLowerCase().replace(/[.?!]+$/, "")) && /\p{L}/u.test(value.replace(/\[?….*?…\]?/g, ""));
const holdsDate = (value: string): boolean => findDates(value).length > 0 || /\bsame (?:day|date|evening|afternoon)\b/i.test(value);

/** The first lines of a note, with what stands above the details. */
const opening = once((note: Note): string => {
  const lines = [titleOf(note)];
  for (let at = note.detailsSpan.end; at < note.prose.length && lines.length < 4; ) {
    const end = note.prose.indexOf("\n", at);
    const line = note.prose.slice(at, end < 0 ? undefined : end);
    if (line.trim()) lines.push(line);
    at = end < 0 ? note.prose.length : end + 1;
  }
  return lines.join("\n");
});

const visiting = /\b(?:visit|visited|saw|seen|met|called|went)\b/i;
const otherVisit = /\b(?:next|last|previous|since|will|due|booked|planned|agreed|want|before)\b/i;
const tellsVisit = (note: Note): boolean => visitIn(note) !== undefined || findDates(opening(note)).length > 0 || datedSentences(note).some((text) => visiting.test(text) && !otherVisit.test(text));

const tellsRecording = (note: Note): boolean => recordedOn(note) !== undefined || datedSentences(note).some((text) => /\b(?:recorded|recording|record made|written(?: up)?|wrote (?:this|it)|typed(?: up)?|logged|signed|completed|note made)\b/i.test(text)) || signsOff(note);

/** "Sam Okoro, 13/06/2025": a short last line with a date. */
function signsOff(note: Note): boolean {
  const last = note.prose.trimEnd().slice(-90).split("\n").at(-1)!.trim();
  const dates = findDates(last);
  return last.length <= 70 && dates.length === 1 && !visiting.test(last) && last.replace(/[^\p{L}\s]/gu, "").split(/\s+/).length <= 7 && !otherVisit.test(last) && !/\b(?:to|by|review|meeting|i will|ring|book|on)\b/i.test(last);
}

const datedIn = bySection((note): readonly string[] => note.sentences.filter((sentence) => datesIn(note, sentence).length).map(({ start, end }) => note.prose.slice(start, end)));
const datedSentences = (note: Note): readonly string[] => datedIn(note).flatMap(({ found }) => found);

/** A child whom the top of the note names, or of whom a note without details tells. */
function tellsChild(note: Note): boolean {
  const top = opening(note).toLowerCase();
  const named = /\b(?:visit|session|seen|saw)\b(?: (?:to|with|for|of)|:| [–-])? (\p{Lu}[\p{L}'-]+)/u.exec(opening(note))?.[1];
  if (named && !notNames.has(named) && !/day$|^(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun|Home|School|Mum|Dad|Visit)$/.test(named) && !months.has(named.toLowerCase())) return true;
  return note.children.some(({ person }) => note.details.length < 2 || person.forms.some((form) => top.includes(form.join(" "))));
}

const places = String.raw`(?:home|school|nursery|college|hospital|house|flat|office|centre|park|library|cafe|café|unit|hostel|refuge|placement|garden|ward|clinic|surgery|academy|playgroup|pre-?school|children's home|contact centre|family (?:centre|hub))`;
const placeWords = pattern(String.raw`\b${places}\b`, "i");
const placedVisit = pattern(String.raw`\b(?:${places} visit|(?:visit|visited|visiting|saw|seen|met|called|went)\b[^.;]{0,50}\b(?:at|in|to) (?:\p{L}+(?:'s)? ){0,4}?${places})\b`, "iu");

/** A place in the kind of visit, in another detail, in the title, at the top of a note without details, or beside the visit in the prose: "I saw Kai at school". */
const tellsPlace = (note: Note): boolean =>
  note.details.some(({ key, written, value }) => (["type", "visited"].includes(key) && placeWords.test(value)) || (key === "other" && /^(?:address|school|nursery|placement|setting)$/i.test(written) && isAnswer(value))) ||
  placeWords.test(titleOf(note)) ||
  (!note.details.length && placeWords.test(opening(note))) ||
  visitsPlaced(note).some(({ found }) => found);

const visitsPlaced = bySection((note) => note.sentences.some(({ start, end }) => placedVisit.test(note.prose.slice(start, end)) && !otherVisit.test(note.prose.slice(start, end))));
