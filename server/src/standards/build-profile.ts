import { readLength, type Length } from "./length.ts";
import type { ChecklistItem, Limit, Moment, Profile, ProfileHeading, Recorder, VisitRow } from "./profile.ts";

/** A profile as its file writes it, found to be as the schema asks. */
export interface WrittenProfile extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly title: string;
  readonly extends?: string;
}

/** The profile of a file, on top of the one that it builds on: its own rows and limits stand before those, its own clauses and questions take the place of those of the same id. */
export function buildProfile(written: WrittenProfile, base: Profile | undefined): Profile {
  const own = camel(written) as Partial<Writing>;
  return {
    id: written.id,
    title: written.title,
    ...(written.extends === undefined ? {} : { extends: written.extends }),
    knownAs: own.knownAs ?? [],
    base: own.base ?? false,
    documents: merged(base?.documents, own.documents, ({ letter }) => letter),
    clauses: merged(base?.clauses, own.clauses, ({ id }) => id),
    seenAloneAge: own.seenAloneAge ?? base?.seenAloneAge ?? 5,
    headings: own.headings?.map((heading): ProfileHeading => ({ clauses: [], near: [], prompts: [], ...heading })) ?? base?.headings ?? [],
    workingDays: { ...base?.workingDays, ...own.workingDays },
    limits: [...(own.limits ?? []).map((limit) => ({ clauses: [], ...limit, within: length(limit.within) })), ...(base?.limits ?? [])],
    visits: [...(own.visits ?? []).map(row), ...(base?.visits ?? [])],
    records: [...(base?.records ?? []), ...(own.records ?? []).map((recorder) => ({ clauses: [], ...recorder }))],
    checklist: merged(base?.checklist, own.checklist?.map((item) => ({ clauses: [], ...item })), ({ id }) => id),
  };
}

/** What of a profile is written otherwise than it is kept. */
type Loose<T, Key extends keyof T> = Omit<T, Key> & Partial<Pick<T, Key>>;
type Unread<T> = { readonly [Key in keyof T]: T[Key] extends Length ? string : T[Key] };
type WrittenRow = Omit<Partial<VisitRow>, "first" | "atFirst" | "every"> & Pick<VisitRow, "row" | "child" | "quote" | "status"> & { readonly first?: readonly string[]; readonly every?: string; readonly atFirst?: readonly { readonly every: string; readonly until: string }[] };
type Writing = Omit<Profile, "headings" | "limits" | "visits" | "records" | "checklist"> & {
  readonly headings: readonly Loose<ProfileHeading, "clauses" | "near" | "prompts">[];
  readonly limits: readonly Loose<Unread<Limit>, "clauses">[];
  readonly visits: readonly WrittenRow[];
  readonly records: readonly Loose<Recorder, "clauses">[];
  readonly checklist: readonly Loose<ChecklistItem, "clauses">[];
};

function row(written: WrittenRow): VisitRow {
  const { first = [], atFirst = [], every, besides = [], clauses = [], ...rest } = written;
  return {
    ...rest,
    first: first.map(length),
    atFirst: atFirst.map((stage) => ({ every: length(stage.every), until: readLength(stage.until) ?? (stage.until as Moment) })),
    ...(every === undefined ? {} : { every: length(every) }),
    besides,
    clauses,
  };
}

/** The schema lets nothing else through. */
const length = (written: string): Length => readLength(written)!;

function merged<T>(base: readonly T[] = [], own: readonly T[] = [], key: (one: T) => string): readonly T[] {
  const all = new Map([...base, ...own].map((one) => [key(one), one]));
  return [...all.values()];
}

/** "seen-alone-age" becomes seenAloneAge, all the way down. */
function camel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camel);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), camel(inner)]));
}
