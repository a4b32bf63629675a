import written from "../../generated/drafts.json" with { type: "json" };
import type { NoteKind, SectionRole } from "../note/terms.ts";
import type { Profile } from "../standards/standards.ts";

/** One section of a new note. */
export interface FrameSection {
  /** Left out where its text stands under no heading. */
  readonly title?: string;
  readonly role: SectionRole;
  /** Questions to the writer. */
  readonly prompts: readonly string[];
  /** Words that it begins with; `{children}` and `{worker}` are filled in. */
  readonly text?: string;
  /** Every child has a heading of their own in it. */
  readonly eachChild: boolean;
  /** Ids of the clauses it rests on. */
  readonly clauses: readonly string[];
}

/** A detail that a kind of note needs besides the child, the kind and the day. */
export type NeededDetail = "recorded" | "place" | "present" | "worker" | "seen-alone";

/** What a kind of note begins with. */
export interface DraftKind {
  readonly kind: NoteKind;
  /** As a list shows it: "Phone call". */
  readonly label: string;
  readonly about: string;
  /** How its details call it: "Type of visit". */
  readonly typeOf: string;
  /** What may stand there, the usual one first. */
  readonly types: readonly string[];
  /** How its details call its day: "Date of visit". */
  readonly day: string;
  /** True where such a note is not understood without its day. */
  readonly needsDay: boolean;
  readonly details: readonly NeededDetail[];
  readonly frames: readonly { readonly profiles?: readonly string[]; readonly sections: readonly FrameSection[] }[];
}

interface WrittenSection {
  readonly title?: string;
  readonly role?: string;
  readonly prompts?: readonly string[];
  readonly text?: string;
  readonly "each-child"?: boolean;
  readonly clauses?: readonly string[];
}

const sectionOf = ({ title, role, prompts = [], text, "each-child": eachChild = false, clauses = [] }: WrittenSection): FrameSection => ({
  ...(title === undefined ? {} : { title }),
  ...(text === undefined ? {} : { text }),
  role: (role ?? "other") as SectionRole,
  prompts,
  eachChild,
  clauses,
});

/** Every kind of note that can be begun, in the order in which they are shown. */
export const draftKinds: readonly DraftKind[] = written.kinds.map((one) => ({
  kind: one.kind as NoteKind,
  label: one.kind[0]!.toUpperCase() + one.kind.slice(1),
  about: one.about,
  typeOf: one["type-of"],
  types: one.types,
  day: one.day,
  needsDay: "needs-day" in one && one["needs-day"] === true,
  details: one.details as NeededDetail[],
  frames: (one.frames as { profiles?: string[]; sections: WrittenSection[] }[]).map(({ profiles, sections }) => ({ ...(profiles ? { profiles } : {}), sections: sections.map(sectionOf) })),
}));

/** Where a child may be seen. */
export const places: readonly string[] = written.places;

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, " ").trim();

/** The type of a kind that somebody names, else its usual one. */
export const typeNamed = ({ types }: DraftKind, name: string): string => types.find((type) => plain(type) === plain(name)) ?? types[0]!;

/** The kind that somebody names, in any case, with spaces or hyphens: its name, or one of its types. */
export function kindNamed(name: string): DraftKind | undefined {
  const words = plain(name);
  return draftKinds.find(({ kind }) => kind === words) ?? draftKinds.find(({ types }) => types.some((type) => plain(type) === words));
}

export const draftKind = (kind: NoteKind): DraftKind => draftKinds.find((one) => one.kind === kind)!;

/** The sections of a note of some kind under a profile: a visit's are the profile's own headings, where it has any. */
export function frameOf({ kind, frames }: DraftKind, { id, headings }: Pick<Profile, "id" | "headings">): readonly FrameSection[] {
  if ((kind === "visit" || kind === "statutory visit") && headings.length) return headings.map(({ role, title, prompts, clauses }) => ({ title, role, prompts, clauses, eachChild: role === "view" }));
  return (frames.find(({ profiles }) => profiles?.includes(id)) ?? frames.find(({ profiles }) => !profiles) ?? frames[0]!).sections;
}
