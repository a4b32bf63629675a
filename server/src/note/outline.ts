import type { ProfileHeading } from "../standards/profile.ts";
import type { Note, Section, Sentence } from "./note.ts";
import { blank, type Span } from "../text/span.ts";

/** True for a visit, statutory or not: the notes to which the visit rules speak. */
export const isVisit = (note: Pick<Note, "kind">): boolean => note.kind === "statutory visit" || note.kind === "visit";

/** Where a finding about the whole note stands: its first line that holds anything. */
export function firstLine(note: Note): Span {
  for (let line = 0; line < note.lines.count; line += 1) {
    const { start, end } = note.lines.lineSpan(line);
    const text = note.text.slice(start, end);
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
export const inQuotation = (note: Pick<Note, "quotations">, span: Span): boolean => note.quotations.some((quotation) => quotation.start < span.end && span.start < quotation.end);

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
  const joins = /[;:]|\s[–—-]\s|,? \bbut\b|,? \bwhereas\b|,? \balthough\b|, and (?=\p{L}+ \p{L}+)|, (?=(?:he|she|they|it|i|we|mum|dad)\b)/giu;
  let { start, end } = sentence;
  for (const match of note.prose.slice(sentence.start, sentence.end).matchAll(joins)) {
    const at = sentence.start + match.index;
    if (note.quotations.some((quotation) => quotation.start < at && at < quotation.end && !(quotation.start <= span.start && span.end <= quotation.end))) continue;
    if (at + match[0].length <= span.start) start = at + match[0].length;
    else if (at >= span.end && at < end) end = at;
  }
  return { start, end };
}
