import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { ageOn } from "./age.ts";
import { birthsOf } from "./births.ts";
import { calendarDate, daysBetween, type CalendarDate } from "./calendar.ts";
import { bySection } from "./by-section.ts";
import type { NamedDate } from "./dates.ts";
import type { Mention, Note } from "./note.ts";
import { once } from "./once.ts";
import { outsideQuotations } from "./outline.ts";
import { datesIn } from "./positions.ts";
import { dayOf } from "./when.ts";

/** A birthday that the note tells of, and that the date of birth does not bear out. */
export interface OddBirthday extends Span {
  readonly name: string;
  readonly born: CalendarDate;
}

const turning = /\b(?:turn(?:s|ed|ing)|(?:will be|is going to be|'ll be|is|was|be) (?=\d{1,2} (?:on|tomorrow|today|yesterday|next week|this week)\b))\s*(\d{1,2})\b(?!\s*(?:o'clock|am|pm|[:.]\d|%|minutes|hours|days|weeks|months|st|nd|rd|th))|\b(\d{1,2})(?:st|nd|rd|th) birthday\b/gi;
const soon = /\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|yesterday|(?:next|this|last) (?:week|mon|tues|wednes|thurs|fri|satur|sun))\b/i;

/** Birthdays with the wrong number, or at the wrong time of the year: "turns 9 on Friday" of a child who is nine in September. */
export const oddBirthdays = once((note): readonly OddBirthday[] => {
  const day = dayOf(note);
  if (!day) return [];
  return birthdaysIn(note).flatMap(({ at, found }) =>
    found.flatMap(({ start, end, name, count, said, behind, named }) => {
      const born = birthsOf(note).find((one) => one.name === name && !one.unborn)?.births.find((birth) => birth.born.valid)?.born;
      if (!born) return [];
      const odd = !fitsNumber(count, born, day, said) || (named ? !isSameDay(named, born) : soon.test(behind) && !isNear(born, day));
      return odd ? [{ start: at + start, end: at + (named ? named.end : end), name, born }] : [];
    }),
  );
});

/** A birthday that a sentence tells of. */
interface Birthday extends Span {
  readonly name: string;
  readonly count: number;
  readonly said: string;
  /** The words behind. */
  readonly behind: string;
  /** The date that is named for it. */
  readonly named: NamedDate | undefined;
}

const birthdaysIn = bySection((part): readonly Birthday[] =>
  part.sentences.flatMap((sentence) => {
    const text = outsideQuotations(part, sentence);
    return (/\d/.test(text) ? matchesIn(text, turning) : []).flatMap((match) => {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const name = childMeant(part, sentence.mentions.findLast((mention) => mention.start <= end));
      if (!name) return [];
      const named = datesIn(part, { start, end: Math.min(sentence.end, end + 120) }).find((date) => date.start - end <= 20);
      return [{ start, end, name, count: Number(match[1] ?? match[2]), said: match[0], behind: text.slice(match.index + match[0].length).slice(0, 30), named }];
    });
  }),
);

/** The one child that is spoken of. */
function childMeant(note: Note, last: Mention | undefined): string | undefined {
  if (!last || last.children.length !== 1) return undefined;
  return note.children.find(({ person }) => person === last.children[0]!.person)?.name;
}

/** The number of the last birthday, where it has been, or of the next, where it is to come; of either, where the words leave it open or it is that very day. */
function fitsNumber(count: number, born: CalendarDate, day: CalendarDate, said: string): boolean {
  const years = ageOn(day, born)?.years;
  if (years === undefined) return true;
  const open = /birthday/i.test(said) || Math.abs(daysBetween(day, calendarDate(day.year, born.month, born.day))) <= 2;
  return (count === years && (open || /^(?:turned|was)/i.test(said))) || (count === years + 1 && (open || !/^(?:turned|was)/i.test(said)));
}

const isSameDay = (date: { day: number; month: number }, born: CalendarDate): boolean => (date.day === born.day && date.month === born.month) || (born.month === 2 && born.day === 29 && ((date.month === 2 && date.day === 28) || (date.month === 3 && date.day === 1)));

/** Within a fortnight of a birthday. */
const isNear = (born: CalendarDate, day: CalendarDate): boolean => [-1, 0, 1].some((step) => Math.abs(daysBetween(day, calendarDate(day.year + step, born.month, born.day))) <= 14);
