import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { Token } from "../text/tokens.ts";
import type { MatchToken } from "../lexicon/automaton.ts";
import type { Hit, Lexicon } from "../lexicon/lexicon.ts";
import type { ProfileHeading } from "../standards/profile.ts";
import type { Age } from "./age.ts";
import type { CalendarDate, NamedDate } from "./dates.ts";
import type { Directive } from "./directives.ts";
import type { NoteKind, SectionRole } from "./terms.ts";

export type { NoteKind, SectionRole } from "./terms.ts";

export type Speaker = "child" | "adult" | "worker" | "unknown";

/** One line, row or field of a note's details. */
export interface Detail {
  /** What it says, in our own word: "child", "visited", "type" … or "other". */
  readonly key: string;
  readonly written: string;
  readonly value: string;
  /** Key and value together. */
  readonly span: Span;
  readonly valueSpan: Span;
}

export type PersonKind = "child" | "worker" | "family" | "sibling" | "relative" | "carer" | "professional" | "friend" | "other";

/** Somebody in the note, with every name it gives them. */
export interface Person {
  readonly id: number;
  readonly kind: PersonKind;
  /** As the note calls them first: "Kelly", "mum". */
  readonly name: string;
  /** Every way of naming them, in small letters, word by word. */
  readonly forms: readonly (readonly string[])[];
  /** "mum", "nan", "foster carer": their relation to the child, where known. */
  readonly relation?: string;
  readonly gender?: "f" | "m";
  /** Not a child of this note, and under 18 all the same: a cousin, a friend. */
  readonly minor?: boolean;
}

/** A child the note is about. */
export interface Child {
  readonly person: Person;
  /** What the child is called: the first name, or the name they are known by. */
  readonly name: string;
  readonly fullName: string;
  /** Age on the day of the visit; undefined where the note does not tell. */
  readonly age?: Age;
  readonly unborn: boolean;
}

export type BlockKind = "heading" | "paragraph" | "item" | "cell" | "quote" | "turn";

/** A piece of the note that is read by itself. */
export interface Block {
  readonly kind: BlockKind;
  /** The content, without list marker, table bars or label. */
  readonly span: Span;
  /** Of a heading: 1 to 6, and 7 for a bold or plain line. */
  readonly depth: number;
  /** Of a turn ("J: …"): the label before the colon. */
  readonly label?: Span;
  /** Of a cell: its table, row and column, counted from 0. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
}

export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly heading?: Block;
  readonly title: string;
  readonly role: SectionRole;
  /** How its heading meets the standard's wording: the same, near it, or not of the standard. */
  readonly wording: "standard" | "near" | "none";
  /** The heading of a profile that it is, or is near to. */
  readonly asks?: ProfileHeading;
  readonly depth: number;
  /** The child whom the section, or a section around it, is headed for. */
  readonly child?: Child;
  /** From the heading to the next heading. */
  readonly span: Span;
  /** From the heading to the next heading that is no subheading of it. */
  readonly whole: Span;
  readonly blocks: readonly Block[];
}

/** A token, with the classes that the dictionaries ask about. */
export type NoteToken = Token & MatchToken;

export interface Sentence extends Span {
  readonly block: Block;
  readonly section: Section;
  readonly tokens: readonly NoteToken[];
  /** The quotations in it, or of which it holds a part. */
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  /** Whom a sentence without a subject goes on about ("Told me she sleeps there."): of its label, or of the sentences before. */
  readonly about?: Person;
}

/** Where somebody is named or meant. */
export interface Mention extends Span {
  readonly person?: Person;
  /** Every child of the note that is meant: one, or more in "both girls", "they". */
  readonly children: readonly Child[];
  readonly how: "name" | "relation" | "pronoun" | "group";
  readonly role: "subject" | "object" | "other";
}

/**
 * By what a speaker is known: a comment in the note; the words beside the quotation ("said Kai"); whose letter or page it is; a question
 * that it answers; the label of its line; what leads to it from above; a heading; the table of a tool; other words of theirs right before it;
 * that they spoke last; the section for the child's view; that the note has one child.
 */
export type HowKnown = "comment" | "told" | "owner" | "answer" | "label" | "above" | "heading" | "tool" | "beside" | "last" | "view" | "only child";

/** How it is known whose words they are, with the place in the note that tells. */
export interface Known {
  readonly how: HowKnown;
  readonly span?: Span;
}

/** Words that somebody said, wrote or signed, with their marks. */
export interface Quotation extends Span {
  readonly speaker: Speaker;
  /** The speaker's name, where known. */
  readonly name?: string;
  readonly child?: Child;
  readonly closed: boolean;
  /** The words alone, without the outer marks. */
  readonly words: Span;
  /** Brackets inside the marks: not the speaker's words, with the space before them. */
  readonly asides: readonly Span[];
  readonly form: "marks" | "block quote" | "turn" | "cell" | "signed";
  /** Where anybody is known to have spoken, or a comment says that nobody did. */
  readonly known?: Known;
  /** A title or a label: it has marks, and nobody said it. */
  readonly nobody?: true;
}

/** Whether a child was seen alone: what one place in the note says of it. */
export interface SeenAlone extends Span {
  readonly children: readonly Child[];
  readonly says: "alone" | "not alone" | "contradiction" | "objection";
  /** A reason is given for what is said. */
  readonly reason: boolean;
  readonly source: "details" | "box" | "prose";
  /** Of an objection: it was made at an earlier visit. */
  readonly earlier?: boolean;
}

/** Something about the reading that the writer should know. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  /** True where the note itself was read: only nothing is there yet, or a comment to Case Recording was not understood. */
  readonly mild?: boolean;
}

/** A section of a note, or a stretch of a long one, as a note of its own, in its own coordinates: it stands `at` so many units behind the beginning of the whole. */
export interface Part {
  readonly note: Note;
  readonly at: number;
  /** The section in the whole note, and those of its blocks that are in the part. */
  readonly section: Section;
  readonly blocks: readonly Block[];
}

/** A note, understood. Every span is in UTF-16 units of `text`; only those of the details, in a part, are units of the whole. */
export interface Note {
  readonly text: string;
  /** The same length as `text`: marks straightened, markup and comments blanked. */
  readonly prose: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
  /** The comments that Case Recording understands, in order. */
  readonly directives: readonly Directive[];
  readonly details: readonly Detail[];
  /** Where the details stand; an empty span where there are none. */
  readonly detailsSpan: Span;
  readonly kind: NoteKind;
  readonly visited?: CalendarDate;
  /** The dates that the prose names. */
  readonly dates: readonly NamedDate[];
  readonly children: readonly Child[];
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** Bold or red stretches and `Risk:` lines: what the writer marked as a risk. */
  readonly marked: readonly Span[];
  readonly seenAlone: readonly SeenAlone[];
  /** The dictionaries with which it was read. */
  readonly lexicon: Lexicon;
  /** What the dictionaries know in a sentence. */
  hits(sentence: Sentence): readonly Hit[];
  /** What is made of some words of the note, by a pure function of them: made once for as long as they stand in it, however often it is read again meanwhile. */
  recall<T>(kind: unknown, words: string, make: () => T): T;
  /** Its sections, and stretches of long ones, each as a note of its own; none in such a part. What is the same as in the reading before is the same object. */
  readonly parts: readonly Part[];
}
