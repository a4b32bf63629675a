import type { ProfileHeading } from "../standards/profile.ts";
import type { Note, Section, Sentence } from "./note.ts";
import { matchesIn } from "../text/matches.ts";
import { blank, type Span } from "../text/span.ts";
import { lowest } from "../text/span-index.ts";
import { quotationsIn } from "./positions.ts";

/** True for a visit, statutory or not: the notes to which the visit rules speak. */
export const isVisit = (note: Pick<Note, "kind">): boolean => note.kind === "statutory visit" || note.kind === "visit";

/** Where a finding about the whole note stands: its first line that holds anything but a directive. */
export function firstLine(note: Note): Span {
  for (let line = 0; line < note.lines.count; line += 1) {
    const { start, end } = note.lines.lineSpan(line);
    const text = blank(note.text.slice(start, end), start, note.directives, " ");
    if (/[^\s\uFEFF]/.test(text)) return { start: start + text.search(/[^\s\uFEFF]/), end: start + text.trimEnd().length };
  }
  return { start: 0, end: 0 };
}

/** The end of the line of a place, before its line ending. */
export function endOfLine(note: Note, at: number): number {
  const line = note.text.indexOf("\n", at);
  if (line < 0) return note.text.length;
  return note.text[line - 1] === "\r" ? line - 1 : line;
}

/** The line ending that the note uses. */
export const lineEnding = (note: Note): string => (note.text.includes("\r\n") ? "\r\n" : "\n");

/** Sections under one of the profile's headings. */
export const visitSections = (note: Note): Section[] => note.sections.filter(({ wording }) => wording !== "none");

/** True for a section that stands under a heading which a profile asks for, or under one near to it. */
export const answers = (section: Section, heading: ProfileHeading): boolean => section.wording !== "none" && (section.asks ? section.asks === heading : section.role === heading.role);

/** True where the note is set out under Signs of Safety headings. */
export const usesSignsOfSafety = (note: Note): boolean => note.sections.some(({ role }) => role === "worries") && note.sections.some(({ role }) => role === "strengths");

/** True where a place lies in somebody's words. */
export const inQuotation = (note: Pick<Note, "quotations">, span: Span): boolean => quotationsIn(note, span).length > 0;

const blanked = new WeakMap<object, string>();

/** A sentence's prose with every quotation blanked: the same length. */
export function outsideQuotations(note: Pick<Note, "prose">, sentence: Span & Pick<Sentence, "quotations">): string {
  const known = blanked.get(sentence);
  if (known !== undefined) return known;
  const text = blank(note.prose.slice(sentence.start, sentence.end), sentence.start, sentence.quotations, " ");
  blanked.set(sentence, text);
  return text;
}

/** The clause of the sentence around a place: from the last join ("; ", " but ", ", and she") before it to the next behind it. */
export function clauseAround(note: Note, sentence: Sentence, span: Span): Span {
  const all = joinsOf(note, sentence);
  // A join in somebody's words parts nothing outside them.
  const parts = ({ start: at }: Span): boolean => !quotationsIn(note, { start: at, end: at + 1 }).some((quotation) => quotation.start < at && !(quotation.start <= span.start && span.end <= quotation.end));
  let before = lowest(all.length, (at) => all[at]!.end > span.start) - 1;
  while (before >= 0 && !parts(all[before]!)) before -= 1;
  let behind = lowest(all.length, (at) => all[at]!.start >= span.end);
  while (behind < all.length && !parts(all[behind]!)) behind += 1;
  return { start: all[before]?.end ?? sentence.start, end: all[behind]?.start ?? sentence.end };
}

const join = /[;:]|\s[–—-]\s|,? \bbut\b|,? \bwhereas\b|,? \balthough\b|, and (?=\p{L}+ \p{L}+)|, (?=(?:he|she|they|it|i|we|mum|dad)\b)/giu;
const joins = new WeakMap<object, readonly Span[]>();

/** Where the clauses of a sentence may meet. */
function joinsOf(note: Note, sentence: Sentence): readonly Span[] {
  let found = joins.get(sentence);
  if (!found) joins.set(sentence, (found = matchesIn(note.prose.slice(sentence.start, sentence.end), join).map((match) => ({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }))));
  return found;
}
