import type { Entries } from "./compile.ts";
import type { AcronymEntry, DictionaryName, Entry, WordLists } from "./dictionary.ts";
import { parsePattern, PatternError } from "./pattern.ts";

/** A team's own word list: see docs/word-lists.md. */
export interface Pack {
  /** Words and terms that are never flagged, whatever list holds them. */
  readonly leave: readonly string[];
  readonly acronyms: readonly AcronymEntry[];
  /** Entries by dictionary: those of jargon, labels, opinions, hearsay and wordy phrases. */
  readonly entries: Partial<Readonly<Record<DictionaryName, readonly Entry[]>>>;
}

/** Something in a team's list that cannot be used, and where: the list, the place in it counted from 0, and the field. */
export interface PackFault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** The lists that a team may keep, by the names that they have in the file, and what each needs besides a term. */
export const packLists = {
  acronyms: { dictionary: "acronym", needs: [] },
  jargon: { dictionary: "jargon", needs: [], defaults: { volume: "firm" }, choices: { volume: ["firm", "soft"] } },
  labels: { dictionary: "label", needs: ["say"], defaults: { kind: "label" }, choices: { kind: ["label", "blame", "victim", "engagement", "motive", "sneer", "stigma", "home"], of: ["person", "anything"] } },
  opinions: { dictionary: "opinion", needs: ["kind"], defaults: {}, choices: { kind: ["certainty", "mind", "diagnosis", "motive", "feeling", "worth"], of: ["person", "anything"] } },
  hearsay: { dictionary: "hearsay", needs: ["kind"], defaults: {}, choices: { kind: ["report", "history", "diagnosis"] } },
  wordy: { dictionary: "wordy", needs: ["plain"], defaults: {}, choices: {} },
} as const satisfies Readonly<Record<string, { dictionary: DictionaryName | "acronym"; needs: readonly string[]; defaults?: object; choices?: Readonly<Record<string, readonly string[]>> }>>;

const lists = ["match", "except", "near", "plain", "source", "flag", "allow", "forms"];
const texts = ["term", "say", "note"];
const flags = ["soft", "harm", "safe", "everyday", "hint", "lower"];

/** What a team's list may build on: the word lists that patterns name, and the product's own entries. */
export interface PackGround {
  readonly words: WordLists;
  /** The product's entry of that name, on top of which a team's own is laid, field by field. */
  entry(dictionary: DictionaryName | "acronym", term: string): object | undefined;
}

/** A team's list from data that anybody may have written. What cannot be used is left out and named; the rest stands. Never throws. */
export function readPack(data: unknown, ground: PackGround): { pack: Pack; faults: readonly PackFault[] } {
  const faults: PackFault[] = [];
  const fault = (path: readonly (string | number)[], text: string): void => void faults.push({ path, text });
  const pack = { leave: [] as string[], acronyms: [] as AcronymEntry[], entries: {} as Record<string, Entry[]> };
  const read: Placed[] = [];
  if (data === null || data === undefined) return { pack, faults };
  if (!isRecord(data)) {
    fault([], `must hold lists by name: leave, ${Object.keys(packLists).join(", ")}`);
    return { pack, faults };
  }
  for (const [name, value] of Object.entries(data)) {
    const list = Object.hasOwn(packLists, name) ? packLists[name as keyof typeof packLists] : undefined;
    if (name !== "leave" && !list) fault([name], `“${name}” is no list that is known; the lists are leave, ${Object.keys(packLists).join(", ")}`);
    else if (value === null || value === undefined) continue;
    else if (!Array.isArray(value)) fault([name], "must be a list: each entry begins with a dash");
    else
      (value as unknown[]).forEach((raw, index) => {
        const at = [name, index];
        if (!list) {
          if (typeof raw === "string" && raw.trim()) pack.leave.push(raw.trim());
          else fault(at, "must be a word");
          return;
        }
        const entry = readEntry(raw, list, ground, at, fault);
        if (!entry) return;
        if (list.dictionary === "acronym" || compiles(entry, ground.words, at, fault)) read.push({ entry, dictionary: list.dictionary, at });
      });
  }
  for (const { entry, dictionary } of withoutContradictions(read, pack.leave, fault)) {
    if (dictionary === "acronym") pack.acronyms.push(entry as unknown as AcronymEntry);
    else (pack.entries[dictionary] ??= []).push(entry);
  }
  return { pack, faults };
}

/** An entry as it was read, and where it stands. */
interface Placed {
  readonly entry: Entry;
  readonly dictionary: DictionaryName | "acronym";
  readonly at: readonly (string | number)[];
}

/** The entries of one file that nothing else in it contradicts. Of two entries of the same name in one list the later stands. */
function withoutContradictions(read: readonly Placed[], leave: readonly string[], fault: Report): readonly Placed[] {
  const left = new Set(leave.map((word) => word.toLowerCase()));
  const last = new Map(read.map((placed) => [nameOf(placed), placed]));
  return read.filter((placed) => {
    const { entry, at } = placed;
    const problem = left.has(entry.term.toLowerCase())
      ? "stands under “leave” as well, so it would never be found; please take it out of one of the two"
      : last.get(nameOf(placed)) !== placed
        ? "stands once more further down in this list"
        : isSilencedByItself(entry)
          ? "would never be found: its own “except” holds all that it matches"
          : undefined;
    if (problem !== undefined) fault([...at, "term"], `“${entry.term}” ${problem}`);
    return problem === undefined;
  });
}

const nameOf = ({ entry, dictionary }: Placed): string => `${dictionary}/${entry.term.toLowerCase()}`;

function isSilencedByItself({ term, match, except = [] }: Entry): boolean {
  const spared = new Set(except.map((pattern) => pattern.toLowerCase()));
  return (match ?? [term]).every((pattern) => spared.has(pattern.toLowerCase()));
}

type Report = (path: readonly (string | number)[], text: string) => void;

function readEntry(raw: unknown, list: (typeof packLists)[keyof typeof packLists], ground: PackGround, at: readonly (string | number)[], fault: Report): Entry | undefined {
  if (!isRecord(raw) || typeof raw["term"] !== "string" || !raw["term"].trim()) {
    fault(at, "must have a term");
    return undefined;
  }
  const term = raw["term"];
  let sound = true;
  const wrong = (field: string, text: string): void => {
    sound = false;
    fault([...at, field], `“${term}”: ${field} ${text}`);
  };
  const choices: Readonly<Record<string, readonly string[]>> = "choices" in list ? list.choices : {};
  for (const [field, value] of Object.entries(raw)) {
    if (typeof value === "string" ? isCurly(value) : Array.isArray(value) && value.some((one) => typeof one === "string" && isCurly(one))) wrong(field, "stands in curly quotation marks, as Word makes them; please use straight ones: \"…\"");
    else if (lists.includes(field)) {
      if (!Array.isArray(value) || (field === "match" && !value.length) || !value.every((one) => typeof one === "string" && one.trim())) wrong(field, "must be a list of words in square brackets, or a line each with a dash; put straight quotation marks around a sentence with a colon in it");
    } else if (texts.includes(field)) {
      if (typeof value !== "string" || !value.trim()) wrong(field, "must be words");
    } else if (flags.includes(field)) {
      if (typeof value !== "boolean") wrong(field, "must be true or false");
    } else if (Object.hasOwn(choices, field)) {
      if (!choices[field]!.includes(value as string)) wrong(field, `must be ${choices[field]!.join(" or ")}`);
    } else if (field === "senses" && list.dictionary === "acronym") {
      if (!Array.isArray(value) || !value.length || !value.every(isSense)) wrong(field, "must be a list of meanings, each with “full”, and with words for “plain” and “note” where it has them");
    } else wrong(field, `is not a field of this list; it may have ${[...texts, ...lists, ...flags, ...Object.keys(choices)].join(", ")}`);
  }
  // The product's own sentences are not the team's to try, nor does it dispute a word that the team has chosen.
  const { flag: _flag, allow: _allow, disputed: _disputed, ...ours } = (ground.entry(list.dictionary, term) ?? {}) as Record<string, unknown>;
  const whole: Record<string, unknown> = { ...("defaults" in list ? list.defaults : { senses: [] }), ...ours, ...raw };
  const needs = list.dictionary === "acronym" && whole["everyday"] !== true && !(Array.isArray(whole["senses"]) && whole["senses"].length) ? ["senses"] : list.needs.filter((field) => !(field in whole));
  for (const field of needs) wrong(field, "is missing");
  // Never milder: a word that may name a harm has no plainer one, whoever writes the list.
  if (ours["harm"] === true) whole["harm"] = true;
  if (whole["harm"] === true && Array.isArray(raw["plain"]) && raw["plain"].length) wrong("plain", "must be left out: the word may name a harm, and nothing milder should take its place; write under “say” what to tell instead");
  if (Array.isArray(raw["plain"]) && raw["plain"].some((plain) => typeof plain === "string" && plain.trim().toLowerCase() === term.trim().toLowerCase())) wrong("plain", "must be other words than the term itself");
  return sound ? (trimmed(whole) as unknown as Entry) : undefined;
}

const isSense = (sense: unknown): boolean => isRecord(sense) && typeof sense["full"] === "string" && sense["full"].trim() !== "" && ["plain", "note", "field"].every((field) => sense[field] === undefined || typeof sense[field] === "string");

const trimmed = (value: unknown): unknown => (typeof value === "string" ? value.trim() : Array.isArray(value) ? value.map(trimmed) : isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)])) : value);

const isCurly = (text: string): boolean => /^[“”].*[“”]$/.test(text.trim());

/** Tries the entry's patterns, one by one, so that a fault names the field. */
function compiles(entry: Entry, words: WordLists, at: readonly (string | number)[], fault: Report): boolean {
  for (const field of ["match", "except", "near"] as const) {
    const patterns = field === "match" ? (entry.match ?? [entry.term]) : (entry[field] ?? []);
    for (const pattern of patterns) {
      try {
        parsePattern(pattern, words);
      } catch (error) {
        fault([...at, field], `“${entry.term}”: ${error instanceof PatternError ? error.message : "this pattern cannot be read"}`);
        return false;
      }
    }
  }
  return true;
}

/** All that several lists hold, the later over the earlier, and what of the product's own they take the place of: "jargon/contact". */
export function packEntries(packs: readonly Pack[], all: readonly DictionaryName[]): { entries: Entries; acronyms: readonly AcronymEntry[]; replaced: ReadonlySet<string> } {
  const entries = {} as Record<DictionaryName, readonly Entry[]>;
  const replaced = new Set<string>();
  const last = <T extends { readonly term: string }>(list: readonly T[]): T[] => [...new Map(list.map((entry) => [entry.term.toLowerCase(), entry])).values()];
  for (const name of all) entries[name] = last(packs.flatMap((pack) => pack.entries[name] ?? []));
  const acronyms = last(packs.flatMap((pack) => pack.acronyms));
  for (const name of all) for (const { term } of entries[name]) replaced.add(`${name}/${term.toLowerCase()}`);
  for (const { term } of acronyms) replaced.add(`acronym/${term.toLowerCase()}`);
  for (const word of packs.flatMap(({ leave }) => leave)) for (const name of [...all, "acronym"]) if (name !== "risk" && name !== "cue") replaced.add(`${name}/${word.toLowerCase()}`);
  return { entries: entries as unknown as Entries, acronyms, replaced };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
