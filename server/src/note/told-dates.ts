import { wordList } from "../lexicon/lexicon.ts";
import { pattern } from "../text/pattern.ts";
import { lowest } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { tokenise, type Token } from "../text/tokens.ts";
import { calendarDate, daysBetween, isDayOfYear, weekdayOf, type CalendarDate } from "./calendar.ts";
import { bySection } from "./by-section.ts";
import { findDates, movedDate, type NamedDate } from "./dates.ts";
import type { Detail, Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation } from "./outline.ts";
import { sentencesIn } from "./positions.ts";
import { dayOf, titleOf } from "./when.ts";

/** "past": the note tells of it as of something that has been; "next": as of the next visit or meeting; "last": as of the visit before. */
export type Tense = "past" | "next" | "last";

/** A date of the note's own, outside everybody's words. */
export interface NoteDate extends NamedDate {
  /** Where it stands in the details. */
  readonly detail?: Detail;
  /** The years that its sentence names, each once. */
  readonly years?: readonly number[];
  /** What the words beside it say of it. */
  readonly tense?: Tense | undefined;
}

const numbered = /\b(?:ref|reference|id|number|no|tel|telephone|phone|mobile|nhs|lcs|mosaic|address|postcode)\b/i;

/** Every date in the details and in the prose that nobody is quoted to have said. */
export const ownDates = once((note): readonly NoteDate[] => [
  ...findDates(titleOf(note)),
  ...note.details.flatMap((detail) => (numbered.test(detail.written) ? [] : datesOf(note, detail))),
  ...datesTold(note).flatMap(({ at, found }) => found.map((date) => movedDate(date, at))),
]);

/** By the detail: a key press in the text below changes none. */
const inDetail = new WeakMap<Detail, { readonly written: string; readonly dates: readonly NoteDate[] }>();

function datesOf(note: Note, detail: Detail): readonly NoteDate[] {
  const { start, end } = detail.valueSpan;
  const written = note.text.slice(start, end);
  const known = inDetail.get(detail);
  if (known?.written === written) return known.dates;
  const dates = findDates(written, start).map((date) => ({ ...date, detail }));
  inDetail.set(detail, { written, dates });
  return dates;
}

/** The dates that nobody is quoted to have said, with what the sentence says of each. */
const datesTold = bySection((part): readonly NoteDate[] =>
  part.dates.filter((date) => !inQuotation(part, date)).map((date) => {
    const sentence = sentencesIn(part, date)[0];
    return sentence ? { ...date, years: yearsIn(part, sentence), tense: tenseOf(part, sentence, date) } : date;
  }),
);

/** The nearest days to the visit that a date without a year can mean: those within seven months. With a year there is one. */
export function daysMeant(note: Note, { day, month, year, years: said = [] }: NoteDate): CalendarDate[] {
  if (year !== undefined) return [calendarDate(year, month, day)].filter(({ valid }) => valid);
  const around = dayOf(note);
  if (!around || !isDayOfYear(month, day)) return [];
  const far = (date: CalendarDate) => Math.abs(daysBetween(around, date));
  return [around.year - 1, around.year, around.year + 1, ...said]
    .map((one) => calendarDate(one, month, day))
    .filter((date) => date.valid && (far(date) <= 213 || said.includes(date.year)))
    .sort((a, b) => far(a) - far(b));
}

const years = new WeakMap<Sentence, readonly number[]>();

/** The years that a sentence names, each once. */
function yearsIn(note: Note, sentence: Sentence): readonly number[] {
  let found = years.get(sentence);
  if (!found) years.set(sentence, (found = [...new Set(note.prose.slice(sentence.start, sentence.end).match(/\b(?:19|20)\d\d\b/g)?.map(Number))]));
  return found;
}

/** A date, as the day it most likely means. */
export interface ToldDate {
  readonly place: NoteDate;
  readonly date: CalendarDate;
  readonly tense: Tense;
}

/** The dates of which the prose says plainly whether they have been. Where it is not plain, they are left out. */
export const toldDates = once((note): readonly ToldDate[] =>
  ownDates(note).flatMap((place) => {
    const date = daysMeant(note, place)[0];
    if (!date || (place.weekday !== undefined && weekdayOf(date) !== place.weekday)) return [];
    if (place.detail) return /^(?:date of )?next (?:\w+ )?(?:visit|meeting|review)/i.test(place.detail.written) ? [{ place, date, tense: "next" as const }] : [];
    return place.tense ? [{ place, date, tense: place.tense }] : [];
  }),
);

const pastEvents = wordList("past-events");
const toCome = wordList("to-come");
const meeting = String.raw`(?:visit|meeting|review|conference|core group|session|contact|appointment|hearing|panel|call|one|taf|tac|cin|pep|rcpc)`;
const nextOne = pattern(String.raw`\bnext (?:[\p{L}]+ ){0,3}?${meeting}(?: (?:meeting|visit|review))?\b[^.;]{0,24}$`, "iu");
const lastOne = /\b(?:my|the|our) (?:last|previous) (?:(?:home|school|statutory|cp|stat) )?visit(?: (?:was|took place))?,?(?: \(?(?:on|of))?\s*\(?$/i;
const agreedOn = /\b(?:agreed|decided|said|told|discussed|raised|signed|heard|asked)\b/i;
const atMeeting = pattern(String.raw`\bat (?:the|his|her|our|a|their|your) (?:\p{L}+ ){0,3}?${meeting}(?: held)? on\s*$`, "iu");
/** What stands further off, in units of text, says nothing of a date. */
const reach = 1_000;
const wasOn = pattern(String.raw`(?:\b${meeting}|\bbirthday|\bincident|\bassault|\bparty) (?:was|was held|took place|happened)(?: on)?\s*$`, "iu");
/** "On the 3rd of June", "on the night of 3 June". */
const dayOnly = /\bon (?:the )?(?:(?:night|evening|morning|afternoon|day) of )?(?:the )?$/i;
const hearsay = /\b(?:said|says|told|thought|thinks|knew|knows|asked|reminded|explained|confirmed|understood|aware|forgot|remembers?|letter|wrote)\b/i;

/** What the words beside a date say of it. */
function tenseOf(note: Note, sentence: Sentence, date: Span): Tense | undefined {
  const from = Math.max(sentence.start, date.start - reach);
  const before = note.prose.slice(from, date.start);
  if (nextOne.test(before) && !/\b(?:was|were|had|missed|should have|didn't|did not)\b[^.;]*$/i.test(before)) return "next";
  if (lastOne.test(before)) return "last";
  if (isAgreedAtMeeting(before)) return "past";
  if (wasOn.test(before) && !hearsay.test(before)) return "past";
  const first = lowest(sentence.tokens.length, (at) => sentence.tokens[at]!.start >= from);
  const stop = lowest(sentence.tokens.length, (at) => sentence.tokens[at]!.start >= date.end + reach);
  const words = sentence.tokens.slice(first, stop).filter((token) => !inQuotation(note, token));
  const led = words.filter(({ end }, index) => end <= date.start && !isWhither(words, index));
  const clause = led.slice(led.findLastIndex((word, index) => index < led.length && /[;:]/.test(note.prose.slice(word.end, led[index + 1]?.start ?? date.start))) + 1);
  const preposition = clause.at(-1)?.word;
  if (preposition === "since") return "past";
  if (/^(?:by|until|till|til|for|from|to|before|of|after|than|between|and|or|next|due|w|c|about|re|is|are|be|was|were|had|a|the|this|that)$/.test(preposition ?? "") && !dayOnly.test(before)) return undefined;
  const verb = clause.findLast(isVerb);
  if (verb) {
    if (isToCome(verb)) return undefined;
    if (!pastEvents.has(verb.word)) return hearsay.test(before) ? undefined : "past";
    // "wants to be seen", "should be told": the words before it put it off.
    const helpers = clause.slice(Math.max(0, clause.indexOf(verb) - 3), clause.indexOf(verb)).map(({ word }) => word);
    if (helpers.some((word) => toCome.has(word) && !["is", "for", "by", "before", "when", "if"].includes(word))) return undefined;
    // "is going to take him to get his eyes tested": the verb itself stands further off.
    if (clause.slice(Math.max(0, clause.indexOf(verb) - 8), clause.indexOf(verb)).some(({ word }) => /^(?:going|will|shall)$|'ll$/.test(word))) return undefined;
    // "agreed to meet on", "told me the hearing is on": only what has happened on that day.
    if (/^(?:agreed|decided|told|said|reported|heard|discussed|had|got|given|gave|sent|received)$/.test(verb.word)) return /^(?:sent|received)$/.test(verb.word) && clause.indexOf(verb) >= clause.length - 2 ? "past" : undefined;
    return clause.length - clause.indexOf(verb) <= 9 ? "past" : undefined;
  }
  // "On 20 June he went to hospital."
  if (clause.length > 2 || (clause.length && !/^(?:on|and|then|then|but|since|that|also)$/.test(preposition!))) return undefined;
  const behind = words.filter(({ start }) => start >= date.end).slice(0, 6);
  const next = behind.find(isVerb);
  return next && !isToCome(next) && !behind.slice(behind.indexOf(next) + 1, behind.indexOf(next) + 2).some(isToCome) ? "past" : undefined;
}

/** "We agreed at the meeting on": what was agreed stands before it in the same clause. */
function isAgreedAtMeeting(before: string): boolean {
  const near = Math.max(0, before.length - 200);
  const at = before.slice(near).search(atMeeting);
  return at >= 0 && agreedOn.test(before.slice(0, near + at).split(/[.;]/).at(-1)!);
}

/** "Went to her nan's", "to school": the "to" of a place, and not of something still to do. */
const isWhither = (words: readonly Token[], at: number): boolean =>
  words[at]!.word === "to" && words[at + 1] !== undefined && (words[at + 1]!.capital || /^(?:the|a|an|his|her|my|their|our|your|me|him|us|them|school|nursery|college|hospital|court|work|bed|prison|church|mosque|town|contact|respite|a&e|nan's|mum's|dad's)$/.test(words[at + 1]!.word));
const isToCome = ({ word }: Token): boolean => toCome.has(word) || word.endsWith("'ll");
const isVerb = (token: Token): boolean => pastEvents.has(token.word) || /^(?:was|were|wasn't|weren't)$/.test(token.word) || isToCome(token);
