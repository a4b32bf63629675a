import { dayNumber } from "../note/calendar.ts";
import { findDates, readDate, type CalendarDate } from "../note/dates.ts";
import { kindOfType } from "../note/kind.ts";
import { plainNameOf } from "./people.ts";
import { kindNamed, typeNamed, type DraftKind } from "./kinds.ts";
import { profileNamed, profiles, type Profile } from "../standards/standards.ts";

/** A child whom a new note is about, as somebody gave them. */
export interface DraftChild {
  /** "Rosie Tennant". */
  readonly name: string;
  /** The day on which they were born, or, unborn, are due: "03/03/2017". */
  readonly born?: string;
  /** Where no day was given: "8", "7 months". */
  readonly age?: string;
  readonly unborn: boolean;
}

/** What a new note is to begin with. Every day is written in the British order, with its time where one was given: "12/06/2025 16:00". */
export interface DraftRequest {
  readonly kind: DraftKind;
  /** What its details say under the type of visit or contact. */
  readonly type: string;
  /** At least one. */
  readonly children: readonly DraftChild[];
  readonly visited?: string;
  readonly recorded?: string;
  readonly lastVisit?: string;
  readonly status?: string;
  readonly place?: string;
  readonly present?: string;
  readonly worker?: string;
  /** The standards that its details are to name: only where they are not those that the settings choose. */
  readonly profile?: Profile;
}

/** What is asked for, as it comes in: nothing of it is known to be right. */
export interface RawDraftRequest {
  readonly kind?: unknown;
  readonly type?: unknown;
  readonly children?: unknown;
  readonly visited?: unknown;
  readonly recorded?: unknown;
  readonly lastVisit?: unknown;
  readonly status?: unknown;
  readonly place?: unknown;
  readonly present?: unknown;
  readonly worker?: unknown;
  readonly profile?: unknown;
}

/** Something in what was asked for that cannot stand in a note, in one sentence. */
export interface DraftProblem {
  readonly field: keyof RawDraftRequest;
  readonly message: string;
}

export type ReadRequest = { readonly request: DraftRequest } | { readonly problems: readonly DraftProblem[] };

/** Reads what was asked for: the request, or every problem with it. Never throws. */
export function readDraftRequest(raw: RawDraftRequest): ReadRequest {
  const problems: DraftProblem[] = [];
  const problem = (field: keyof RawDraftRequest, message: string): undefined => void problems.push({ field, message });

  const named = textOf(raw.kind);
  const kind = kindNamed(named);
  if (!kind) problem("kind", named ? `“${shown(named)}” is no kind of note that is known.` : "Please say what kind of note it is.");
  const children = listOf(raw.children).flatMap((written) => readChild(written, (message) => problem("children", message)) ?? []);
  if (!children.length && !problems.some(({ field }) => field === "children")) problem("children", "Please name the child or children whom the note is about.");
  const doubled = children.find(({ name }, at) => children.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < at);
  if (doubled) problem("children", `“${doubled.name}” is named twice.`);

  const visited = readDay(raw.visited, "visited", problem);
  const recorded = readDay(raw.recorded, "recorded", problem);
  const lastVisit = readDay(raw.lastVisit, "lastVisit", problem);
  if (visited && recorded && before(recorded, visited)) problem("recorded", "The note cannot be recorded before the day that it is about.");
  if (visited && lastVisit && before(visited, lastVisit)) problem("lastVisit", "The last visit cannot be after the day that the note is about.");
  for (const child of children) {
    const day = !child.unborn && child.born ? readDate(child.born) : undefined;
    if (day && visited && before(visited, day)) problem("children", `${child.name} cannot be born after the day that the note is about; write “due ${child.born}” for a child who is not born yet.`);
  }

  const line = (field: "type" | "status" | "place" | "present" | "worker"): string | undefined => {
    const text = textOf(raw[field]);
    if (/[<>[\]{}|]/.test(text)) problem(field, `“${shown(text)}” holds signs that a note would misread: < > [ ] { } |. Please leave them out.`);
    return text || undefined;
  };
  const type = line("type");
  const readAs = type === undefined ? undefined : kindOfType(type);
  if (kind && readAs !== undefined && readAs !== kind.kind) problem("type", `“${shown(type!)}” would be read as a note of the kind “${readAs}”, and not “${kind.kind}”.`);
  const profile = readProfile(textOf(raw.profile), problem);
  const [status, place, present, worker] = [line("status"), line("place"), line("present"), line("worker")];
  if (problems.length || !kind) return { problems };
  return {
    request: {
      kind,
      type: type ?? typeNamed(kind, named),
      children,
      ...(visited ? { visited: inFigures(visited) } : {}),
      ...(recorded ? { recorded: inFigures(recorded) } : {}),
      ...(lastVisit ? { lastVisit: inFigures(lastVisit) } : {}),
      ...(status ? { status } : {}),
      ...(place ? { place } : {}),
      ...(present ? { present } : {}),
      ...(worker ? { worker } : {}),
      ...(profile ? { profile } : {}),
    },
  };
}

type Tell = (field: keyof RawDraftRequest, message: string) => undefined;

/** A text on one line; what is no text is none. */
const textOf = (raw: unknown): string => (typeof raw === "string" ? raw.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim() : "");

/** Each child's own piece of what was given: a list, or texts in which semicolons and line ends part the children. */
const listOf = (raw: unknown): string[] => (Array.isArray(raw) ? (raw as unknown[]) : [raw]).flatMap((one) => (typeof one === "string" ? one.split(/[;\n\r]/) : [])).map(textOf).filter(Boolean);

const agePattern = /(?<![\s,(–-])[\s,(–-]+(?:aged?\s*:?\s*)?(\d{1,2}(?:\s*(?:years?|yrs?|months?|weeks?|days?))?)(?:\s*old)?\s*(?:\)\s*)?$/iu;

/** "Rosie Tennant, 03/03/2017", "Alfie Tennant (3)", "Unborn Ward, due 14/02/2026": the name, and what is told of their age. */
function readChild(written: string, problem: (message: string) => undefined): DraftChild | undefined {
  const dates = findDates(written);
  const date = dates[0];
  const due = /\b(?:due|edd|unborn)\b/i.test(written);
  let rest = written;
  let born: string | undefined;
  let age: string | undefined;
  if (date) {
    const day = readDate(written.slice(date.start, date.end));
    if (dates.length > 1) return problem(`“${shown(written)}” holds more than one date. Please give each child a line of their own.`);
    if (!day) return problem(`“${shown(written.slice(date.start, date.end))}” lacks its year. A date of birth is written as 03/03/2017.`);
    if (!day.valid) return problem(`“${shown(written.slice(date.start, date.end))}” is no day of the calendar. A date of birth is written as day, month, year: 03/03/2017.`);
    born = inFigures(day);
    if (/[\p{L}\p{N}]/u.test(written.slice(date.end))) return problem(`“${shown(written)}” goes on after the date. Please give the name first, and then the date of birth.`);
    rest = written.slice(0, date.start);
  } else {
    const stated = agePattern.exec(written);
    if (stated) {
      age = stated[1]!.replace(/\s+/g, " ");
      rest = written.slice(0, stated.index);
    }
  }
  rest = rest.replace(/(?<![\s,(:–-])[\s,(:–-]*(?:(?:\b(?:dob|d\.o\.b\.?|date of birth|born|due(?: date)?|edd|unborn|on)\b[\s:,]*)*\b(?:dob|d\.o\.b\.?|date of birth|born|due(?: date)?|edd|unborn|on)\b[\s,(:–-]*)?$/iu, "").trim();
  const name = plainNameOf(rest);
  if (name === undefined) return problem(/[\p{L}]/u.test(rest) ? `“${shown(rest)}” cannot be read as a child's name. A name is written with a capital, first name first, as letters, spaces, hyphens, apostrophes and stops; a date of birth follows a comma.` : `“${shown(written)}” does not name a child.`);
  if (due && age) return problem(`“${shown(written)}” gives an age to a child who is not born yet.`);
  return { name, unborn: due, ...(born ? { born } : {}), ...(age ? { age } : {}) };
}

function readDay(raw: unknown, field: "visited" | "recorded" | "lastVisit", problem: Tell): CalendarDate | undefined {
  const text = textOf(raw);
  if (!text) return undefined;
  const day = readDate(text);
  if (!day) return problem(field, `“${shown(text)}” is no day with its year. Days are written as 12/06/2025, with a time where you like: 12/06/2025 16:00.`);
  if (!day.valid) return problem(field, `“${shown(text)}” is no day of the calendar. Days are written as day, month, year: 12/06/2025.`);
  return day;
}

function readProfile(named: string, problem: Tell): Profile | undefined {
  if (!named) return undefined;
  return profileNamed(named) ?? problem("profile", `“${shown(named)}” is no profile that comes with the product; there are ${profiles.map(({ id }) => id).join(", ")}.`);
}

const before = (one: CalendarDate, other: CalendarDate): boolean => dayNumber(one) < dayNumber(other) || (dayNumber(one) === dayNumber(other) && one.minutes !== undefined && other.minutes !== undefined && one.minutes < other.minutes);

const two = (count: number): string => String(count).padStart(2, "0");

/** A day as notes write it: "12/06/2025", "12/06/2025 16:00". */
const inFigures = ({ year, month, day, minutes }: CalendarDate): string => `${two(day)}/${two(month)}/${year}${minutes === undefined ? "" : ` ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`}`;

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
