import { birthsOf } from "../note/births.ts";
import { contactDataOf, contactNames, contactsIn } from "../note/contact-data.ts";
import { informantsOf } from "../note/informants.ts";
import { notNames } from "../note/names.ts";
import type { Detail, Note } from "../note/note.ts";
import { otherChildrenOf } from "../note/other-families.ts";
import { othersHealthOf } from "../note/third-party-health.ts";
import { relations, roles } from "../note/words.ts";
import { TakenSpans } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";

/** Personal data that leaves with a copy of the note, and where it stands in the note (UTF-16 units). */
export interface PersonalDatum extends Span {
  /** "date of birth", "telephone number", "full name" … */
  readonly what: string;
  readonly text: string;
}

const plurals: Readonly<Record<string, string>> = {
  "date of birth": "dates of birth",
  address: "addresses",
  "e-mail address": "e-mail addresses",
  "name of somebody who told us something": "names of people who told us something",
  "name of another family's child": "names of other families' children",
  "word about the health of somebody outside the family": "words about the health of people outside the family",
};

/** What of a note is personal data: all that the rule `personal-data` looks for, and what the details hold. In order. Nothing is wrong with it in the child's record; whoever takes a copy elsewhere should know. */
export function personalDataOf(note: Note): PersonalDatum[] {
  const taken = new TakenSpans();
  const found: PersonalDatum[] = [];
  const add = (what: string, { start, end }: Span): void => {
    if (end > start && taken.take({ start, end })) found.push({ start, end, what, text: note.text.slice(start, end).replace(/\s+/g, " ") });
  };
  for (const detail of note.details) {
    if (detail.key === "born" && /\d/.test(detail.value)) add("date of birth", detail.valueSpan);
    else inDetail(note, detail, add);
  }
  // A date of birth that is a child's whole detail was taken above.
  for (const { births, unborn } of birthsOf(note)) if (!unborn) for (const birth of births) if (!note.details.some(({ span }) => span.start === birth.start && span.end === birth.end)) add("date of birth", birth);
  for (const one of informantsOf(note)) add("name of somebody who told us something", one);
  for (const one of otherChildrenOf(note)) add("name of another family's child", one);
  for (const one of othersHealthOf(note)) add("word about the health of somebody outside the family", one);
  // "Mrs Green at number 14" is told once, as who told us.
  for (const one of contactDataOf(note)) add(contactNames[one.kind], one);
  return found.sort((a, b) => a.start - b.start);
}

const ofOffice = /\b(?:school|nursery|college|surgery|gp|clinic|office|team|manager|worker|visitor|centre|service)\b/i;
const place = /\b(?:school|nursery|college|surgery|clinic|centre|service|placement)\b/;
const namesPeople: ReadonlySet<string> = new Set(["child", "sibling", "present", "worker"]);
const fullName = /(?<![\p{L}\p{M}'’-])\p{Lu}[\p{L}\p{M}'’-]+(?: (?:(?:bin|binti|de|da|del|van|von|al|el|le|la|ní|ó) )?\p{Lu}[\p{L}\p{M}'’-]+)+/gu;

function inDetail(note: Note, { key, written, span, value, valueSpan }: Detail, add: (what: string, span: Span) => void): void {
  // The label tells what a number is.
  for (const { kind, start, end } of contactsIn(note.text.slice(span.start, valueSpan.end))) {
    const at = span.start + start;
    if (at >= valueSpan.start && !(ofOffice.test(written) && ["phone", "email", "address"].includes(kind))) add(contactNames[kind], { start: at, end: span.start + end });
  }
  const label = written.toLowerCase();
  if (/\baddress\b/.test(label) && !/e-?mail/.test(label) && /\d/.test(value) && !ofOffice.test(label)) add("address", valueSpan);
  if (place.test(label)) return;
  if (!namesPeople.has(key) && ![...label.split(/\W+/)].some((word) => relations.has(word.replace(/s$/, "")) || relations.has(word) || roles.has(word))) return;
  for (const match of note.text.slice(valueSpan.start, valueSpan.end).matchAll(fullName)) {
    const words = match[0].split(" ");
    if (!words.some((word) => notNames.has(word) || relations.has(word.toLowerCase()) || roles.has(word.toLowerCase()))) add("full name", { start: valueSpan.start + match.index, end: valueSpan.start + match.index + match[0].length });
  }
}

/** "This copy holds a date of birth, a telephone number and 2 full names."; undefined where it holds nothing of the kind. What is there twice counts once. */
export function leavingInWords(data: readonly PersonalDatum[]): string | undefined {
  const kinds = new Map<string, Set<string>>();
  for (const { what, text } of data) kinds.set(what, (kinds.get(what) ?? new Set()).add(text.toLowerCase()));
  const parts = [...kinds].map(([what, { size }]) => (size === 1 ? `${/^(?:[aeio]|nhs)/i.test(what) ? "an" : "a"} ${what}` : `${size} ${plurals[what] ?? `${what}s`}`));
  if (!parts.length) return undefined;
  return `This copy holds ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}.`;
}
