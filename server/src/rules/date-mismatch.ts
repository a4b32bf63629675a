import { defineRule, fix, replace, type Draft } from "../engine/rule.ts";
import { ageOn } from "../note/age.ts";
import { oddBirthdays } from "../note/birthdays.ts";
import { birthsOf } from "../note/births.ts";
import { calendarDate, daysBetween, isDayOfYear, isLikelyYear, weekdayNames, weekdayOf, type CalendarDate } from "../note/calendar.ts";
import { isSureTime } from "../note/clock.ts";
import type { Note } from "../note/note.ts";
import { ageFits, type Born } from "../note/stated-ages.ts";
import { daysMeant, ownDates, toldDates, type NoteDate } from "../note/told-dates.ts";
import { dayOf, detailOf, lastVisitOn, recordedOn, visitIn, writtenOn } from "../note/when.ts";
import { cover, type Span } from "../text/span.ts";

/** Dates and ages that cannot all be right (G21, G22). */
export const dateMismatch = defineRule({
  id: "date-mismatch",
  severity: "warning",
  standards: ["G21", "G22"],
  summary: "A date that cannot be, or two that do not agree",
  explain:
    "A wrong date is easily typed and hard to find later. The checker holds the dates of a note against the calendar and against each other: a day that does not exist, a day of the week that does not fit, a visit that was recorded before it happened, a date of birth that gives another age, an event told as past on a day that was still to come.\n\nIt does not know which of two is right. Nothing is compared with today's date: only with what the note says.",
  leaves: ["relative words: yesterday, last Tuesday", "appointments and due dates in the future", "a date without a year, where a year near by fits", "dates inside anybody's words"],
  poor: "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nType of visit: Home visit\n\nThe next core group is on Monday 17 June 2025.\n",
  better: "Child: Kai Morton (9)\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nType of visit: Home visit\n\nThe next core group is on Tuesday 17 June 2025.\n",
  *check(note) {
    for (const date of ownDates(note)) {
      const found = impossible(note, date) ?? wrongWeekday(note, date);
      if (found) yield found;
    }
    yield* outOfOrder(note);
    for (const person of birthsOf(note)) yield* wrongBirth(note, person);
    for (const { start, end, name, born } of oddBirthdays(note)) yield { span: { start, end }, message: `This does not fit ${name}'s date of birth, ${written(born)}. Please check which is right.` };
    yield* wrongTense(note);
  },
});

const two = (figure: number) => String(figure).padStart(2, "0");
const written = ({ day, month, year }: CalendarDate) => `${two(day)}/${two(month)}/${year}`;
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function impossible(note: Note, date: NoteDate): Draft | undefined {
  const { day, month, year, start, end } = date;
  if (year === undefined ? isDayOfYear(month, day) && !isLostLeapDay(note, date) : calendarDate(year, month, day).valid) return undefined;
  const name = monthNames[month - 1];
  const why = year !== undefined && !isLikelyYear(year) ? `The year ${year} cannot be meant here.` : !name ? `There is no month ${month}: dates are read with the day first and the month second.` : day === 29 && month === 2 ? `${year ?? dayOf(note)!.year} is not a leap year, so it has no 29 February.` : `${name} has no ${day === 0 ? "day 0" : `${day}${ordinal(day)}`}.`;
  return { span: { start, end }, severity: "error", message: `${why} Please check “${note.text.slice(start, end)}”.` };
}

/** "Monday 29 February" in a year that has none, nor has the year beside it. */
const isLostLeapDay = (note: Note, date: NoteDate): boolean => date.month === 2 && date.day === 29 && date.weekday !== undefined && dayOf(note) !== undefined && daysMeant(note, date).length === 0;

const ordinal = (day: number) => (day > 10 && day < 14 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));

function wrongWeekday(note: Note, date: NoteDate): Draft | undefined {
  if (date.weekday === undefined) return undefined;
  const days = daysMeant(note, date);
  const nearest = days[0];
  if (!nearest || days.some((day) => weekdayOf(day) === date.weekday)) return undefined;
  const right = weekdayNames[weekdayOf(nearest)]!;
  const place = date.weekdaySpan!;
  const said = note.text.slice(date.start, date.end);
  const word = inTheStyleOf(note.text.slice(place.start, place.end), right);
  const mended = note.text.slice(date.start, place.start) + word + note.text.slice(place.end, date.end);
  return {
    span: { start: date.start, end: date.end },
    message: `${nearest.day} ${monthNames[nearest.month - 1]} ${nearest.year} ${date.year === undefined ? "would be" : "is"} a ${right}, not a ${weekdayNames[date.weekday]}. Please check which is right, the day or the date, in “${said}”.`,
    fixes: [fix(`Write “${mended}”`, replace(place, word))],
  };
}

const short: Readonly<Record<string, string>> = { Tuesday: "Tues", Wednesday: "Weds", Thursday: "Thurs" };

/** The name of a day, as long and in the letters of another: "Tues" becomes "Weds", "mon" becomes "tue". */
function inTheStyleOf(old: string, day: string): string {
  const name = /day$/i.test(old) ? day : old.length > 3 ? (short[day] ?? day.slice(0, 3)) : day.slice(0, 3);
  return old === old.toUpperCase() ? name.toUpperCase() : old === old.toLowerCase() ? name.toLowerCase() : name;
}

/** The visit, its recording and the visit before stand in the wrong order. */
function* outOfOrder(note: Note): Iterable<Draft> {
  const visit = visitIn(note);
  const [recorded, last] = [recordedOn(note), lastVisitOn(note)];
  if (!visit?.date.valid) return;
  const visitedText = note.text.slice(visit.start, visit.end);
  const recording = detailOf(note, "recorded");
  if (recorded?.valid && recording) {
    const days = daysBetween(recorded, visit.date);
    const sameDay = days === 0 && recorded.minutes !== undefined && visit.date.minutes !== undefined && visit.date.minutes > recorded.minutes && isSureTime(visitedText) && (isSureTime(recording.value) || /\b1[0-2]:[0-5]\d\b/.test(recording.value));
    if (days > 0 || sameDay)
      yield {
        ...both(note, visit, recording.span, "when it was recorded"),
        message: `The note says that it was recorded ${sameDay ? "earlier on the day of the visit than the visit began" : `on ${written(recorded)}, before the visit on ${written(visit.date)}`}. Please check the two.`,
      };
  }
  const previous = detailOf(note, "lastVisit");
  if (last?.valid && previous && daysBetween(visit.date, last) > 0)
    yield {
      span: previous.span,
      message: `The last visit is dated ${written(last)}, after this visit on ${written(visit.date)}. Please check the two.`,
      related: [{ span: { start: visit.start, end: visit.end }, message: "this visit" }],
    };
}

/** A date of birth that gives another age than the note does, or lies after the visit. */
function* wrongBirth(note: Note, { name, unborn, births, ages }: Born): Iterable<Draft> {
  const day = dayOf(note);
  const birth = births.find(({ born }) => born.valid);
  if (!day || !birth || unborn) return;
  if (daysBetween(day, birth.born) > 0) {
    yield { span: birth, message: `The date of birth ${written(birth.born)} is after ${written(day)}, the date of this note. Please check it. For a baby who is not born yet, write “due ${written(birth.born)}”.` };
    return;
  }
  const days = [day, recordedOn(note)].filter((one) => one?.valid) as CalendarDate[];
  const whole = ageOn(day, birth.born)!;
  for (const age of ages) {
    if (days.some((one) => ageFits(age, birth.born, one))) continue;
    const stated = plain(age);
    const inProse = age.start >= note.detailsSpan.end && birth.start < note.detailsSpan.end;
    yield {
      ...(inProse ? both(note, stated, birth, "the date of birth") : both(note, birth, stated, "the age")),
      message: `By the date of birth ${written(birth.born)}, ${name || "the child"} is ${inWords(whole, age.unit)} on ${written(day)}, and the note says ${age.count}${age.unit === "years" ? "" : ` ${age.unit}`}. Please check which is right.`,
    };
  }
}

/** Two places that do not agree: together where nothing stands between them but the end of a line, else the first with the other beside it. */
function both(note: Note, first: Span, second: Span, message: string): Pick<Draft, "span" | "related"> {
  const between = note.text.slice(Math.min(first.end, second.end), Math.max(first.start, second.start));
  return between.length > 40 || /\n[^\n]*\n/.test(between) ? { span: plain(first), related: [{ span: plain(second), message }] } : { span: cover(plain(first), plain(second)) };
}

const plain = ({ start, end }: Span): Span => ({ start, end });
const inWords = ({ years, months }: { years: number; months?: number }, unit: string) => (unit !== "years" || years < 1 ? `${months} months` : String(years));

/** Days that a note without a year, or without a word of when it was written, may well mean otherwise. */
const doubt = { year: 21, recording: 7 };

/** What has been lies after the note was written, or what is to come before the visit. */
function* wrongTense(note: Note): Iterable<Draft> {
  const [day, end] = [dayOf(note), writtenOn(note)];
  if (!day || !end) return;
  for (const { place, date, tense } of toldDates(note)) {
    const span = { start: place.start, end: place.end };
    const late = daysBetween(end, date);
    if (tense === "past" && late > (recordedOn(note)?.valid ? 0 : doubt.recording) && (place.year !== undefined || late <= doubt.year)) yield { span, message: `The note tells of ${written(date)} as past, and it is dated ${written(end)}. Please check the date.` };
    if (tense === "last" && daysBetween(day, date) > 0 && (place.year !== undefined || late <= doubt.year)) yield { span, message: `The visit before this one is dated ${written(date)}, after this visit on ${written(day)}. Please check the date.` };
    if (tense === "next" && place.year !== undefined && daysBetween(date, day) > 0) yield { span, message: `What comes next is dated ${written(date)}, before this visit on ${written(day)}. Please check the date.` };
  }
}
