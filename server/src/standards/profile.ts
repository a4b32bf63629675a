import type { NoteKind, SectionRole } from "../note/terms.ts";
import type { Length } from "./length.ts";
import type { WorkingDays } from "./calendar.ts";

/** One of the headings that a profile asks of every visit. */
export interface ProfileHeading {
  readonly role: SectionRole;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Wordings that mean the same and are not the standard's. */
  readonly near: readonly string[];
  /** The standard's own questions under the heading. */
  readonly prompts: readonly string[];
}

/** A document that a profile rests on. The letter begins the ids of its clauses. */
export interface StandardsDocument {
  readonly letter: string;
  readonly title: string;
  /** What the document says of itself. */
  readonly date: string;
  readonly reviewDate?: string;
  readonly note?: string;
}

/** A sentence of a document, in its own words. */
export interface ProfileClause {
  readonly id: string;
  readonly section: string;
  readonly quote: string;
  /** Begins with D where a program can tell, with H where it mostly can, with W where only a person can judge. */
  readonly confidence?: string;
}

/** The days that the details of a note may give. */
export const moments = ["visited", "recorded", "placed", "planned", "notified", "referred", "enquiry", "returned", "sentenced", "reviewed", "updated", "decided", "concern", "strategy", "ended", "oversight"] as const;
export type Moment = (typeof moments)[number];

/** A time limit between two days that a note's details give. */
export interface Limit {
  /** As a message says it: "a visit". */
  readonly of: string;
  readonly kinds?: readonly NoteKind[];
  /** Words of the note's type of visit or contact. */
  readonly types?: readonly string[];
  readonly from: Moment;
  readonly to: Moment;
  readonly within: Length;
  readonly clauses: readonly string[];
}

/** A row of a standard's table of visits: which children, and how often they are visited at the least. */
export interface VisitRow {
  readonly row: string;
  /** As a message says it: "a child protection plan". */
  readonly child: string;
  readonly quote: string;
  /** The status holds a word of every list. */
  readonly status: readonly (readonly string[])[];
  readonly underAge?: number;
  readonly start?: Moment;
  /** How soon after the start the first visit is made, then the second. */
  readonly first: readonly Length[];
  /** Shorter times between visits to begin with; until a time after the start, or a day that the details give. */
  readonly atFirst: readonly { readonly every: Length; readonly until: Length | Moment }[];
  readonly every?: Length;
  readonly seen?: { readonly times: number; readonly in: "month" | "year" };
  readonly besides: readonly string[];
  readonly clauses: readonly string[];
}

/** Who records what, and where. */
export interface Recorder {
  readonly what: string;
  readonly who: string;
  readonly where?: string;
  readonly clauses: readonly string[];
}

/** Groups of children, as the checklist tells them apart. */
export type StatusGroup = "early-help" | "child-in-need" | "child-protection" | "looked-after" | "care-leaver" | "private-fostering" | "adoption" | "youth-justice";

/** What no program can judge: a question to the writer, never underlined. */
export interface ChecklistItem {
  readonly id: string;
  readonly ask: string;
  readonly why?: string;
  readonly clauses: readonly string[];
  /** Left out: every kind. */
  readonly kinds?: readonly NoteKind[];
  readonly when?: {
    readonly statuses?: readonly StatusGroup[];
    readonly fromAge?: number;
    readonly underAge?: number;
    readonly children?: number;
    readonly mentions?: readonly string[];
  };
}

/** The recording standards of one authority. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** The profile it builds on. */
  readonly extends?: string;
  readonly knownAs: readonly string[];
  /** True for a profile that others build on and that nobody chooses by itself. */
  readonly base: boolean;
  readonly documents: readonly StandardsDocument[];
  /** With those of the profiles that it builds on, as everything here. */
  readonly clauses: readonly ProfileClause[];
  readonly seenAloneAge: number;
  readonly headings: readonly ProfileHeading[];
  readonly workingDays: WorkingDays;
  readonly limits: readonly Limit[];
  readonly visits: readonly VisitRow[];
  readonly records: readonly Recorder[];
  readonly checklist: readonly ChecklistItem[];
}
