import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Span } from "../text/span.ts";
import type { Token } from "../text/tokens.ts";
import type { CalendarDate } from "./dates.ts";
import { learnt, type Genders } from "./mentions.ts";
import { NameIndex, type Misspelt } from "./naming.ts";
import type { Child, Detail, NoteKind, Person } from "./note.ts";
import { wordClassesOf } from "./word-classes.ts";

/** What a note says as a whole, by which each of its sections is read. */
export interface Whole {
  readonly details: readonly Detail[];
  readonly detailsSpan: Span;
  readonly kind: NoteKind;
  readonly visited?: CalendarDate;
  readonly people: readonly Person[];
  readonly children: readonly Child[];
  /** It is written to the child: "you" is the child. */
  readonly letter: boolean;
  readonly misspelt: Misspelt;
}

/** What a note says as a whole, with what is made of it for reading. */
export interface World extends Whole {
  readonly lexicon: Lexicon;
  readonly names: NameIndex;
  readonly classes: (token: Token) => number;
  /** Who is "she" and who is "he", as far as names and relations tell. */
  readonly genders: Genders;
}

export const worldOf = (whole: Whole, lexicon: Lexicon): World => ({
  ...whole,
  lexicon,
  names: new NameIndex(whole.people, whole.children, whole.misspelt),
  classes: wordClassesOf(whole.people, whole.children),
  genders: learnt(new Map(), whole.people.flatMap((person) => (person.gender ? [{ person, gender: person.gender, weight: 1 }] : []))),
});
