import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { ageOn } from "./age.ts";
import { birthsOf } from "./births.ts";
import { calendarDate, daysBetween, type CalendarDate } from "./calendar.ts";
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
  return note.sentences.flatMap((sentence) => {
    const text = outsideQuotations(note, sentence);
    return matchesIn(text, turning).flatMap((match) => {
      const start = sentence.start + match.index;
      const name = childMeant(note, sentence.mentions.findLast((mention) => mention.start <= start + match[0].length));
      const born = birthsOf(note).find((one) => one.name === name && !one.unborn)?.births.find((birth) => birth.born.valid)?.born;
      if (!name || !born) return [];
      const behind = text.slice(match.index + match[0].length);
      const named = datesIn(note, { start, end: Math.min(sentence.end, start + match[0].length + 120) }).find((date) => date.start - start - match[0].length <= 20);
      const odd = !fitsNumber(Number(match[1] ?? match[2]), born, day, match[0]) || (named ? !isSameDay(named, born) : soon.test(behind.slice(0, 30)) && !isNear(born, day));
      return odd ? [{ start, end: named ? named.end : start + match[0].length, name, born }] : [];
    });
  });
});

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
