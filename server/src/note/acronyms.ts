import type { Lexicon } from "../lexicon/lexicon.ts";
import type { AcronymEntry } from "../lexicon/dictionary.ts";
import { moved } from "../text/moved.ts";
import { bySection } from "./by-section.ts";
import type { Note } from "./note.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { quotationsIn, sentencesIn } from "./positions.ts";

/** A use of an acronym in the worker's own prose. */
export interface AcronymUse extends Span {
  readonly written: string;
  /** The letters without plural or possessive ending. */
  readonly letters: string;
  /** The same for every use of one acronym. */
  readonly key: string;
  /** Undefined for a run of capitals that nobody knows. */
  readonly entry?: AcronymEntry;
  readonly plural: boolean;
  readonly possessive: boolean;
  /** The words in full beside it, where there are any. */
  readonly meaning?: string | undefined;
}

/** The acronyms of a lexicon, by the ways in which they are written. */
interface Index {
  readonly exact: ReadonlyMap<string, AcronymEntry>;
  readonly capitals: ReadonlyMap<string, AcronymEntry>;
  readonly small: ReadonlyMap<string, AcronymEntry>;
  /** Those that look like a word, in small letters but for the first. */
  readonly wordlike: ReadonlySet<string>;
}

const indexes = new WeakMap<Lexicon, Index>();

function indexOf(lexicon: Lexicon): Index {
  const known = indexes.get(lexicon);
  if (known) return known;
  const exact = new Map<string, AcronymEntry>();
  const capitals = new Map<string, AcronymEntry>();
  const small = new Map<string, AcronymEntry>();
  for (const entry of lexicon.acronyms)
    for (const form of [entry.term, ...(entry.forms ?? [])]) {
      if (!exact.has(form)) exact.set(form, entry);
      if (!capitals.has(form.toUpperCase())) capitals.set(form.toUpperCase(), entry);
      if (entry.lower && !small.has(form.toLowerCase())) small.set(form.toLowerCase(), entry);
    }
  const index = { exact, capitals, small, wordlike: new Set([...exact.keys(), ...small.keys()].filter((form) => word.test(form))) };
  indexes.set(lexicon, index);
  return index;
}

const candidate = /(?<![\p{L}\p{N}@#])(?:(?:\p{Lu}\.){2,}|[Ss](?:ection)?[. ]{0,2}\d{1,3}[A-Z]?(?:\(\d+\))?(?![\p{N}/:.,-]\p{N})|[Rr]eg(?:ulation)?\.? ?\d{2}|\p{L}[\p{L}\p{N}]*(?:[&/+-][\p{L}\p{N}]+)*\+?)(?:['’]s|s['’])?(?![\p{L}\p{N}])/gu;

/** Every use of an acronym in the note, outside quotations, headings and details, in order. */
export const findAcronyms = (note: Note): AcronymUse[] => usesIn(note).flatMap(({ at, found }) => found.map((use) => moved(use, at)));

const usesIn = bySection((note): readonly AcronymUse[] => {
  const initials = new Set(note.people.map(({ forms }) => forms.reduce((longest, form) => (form.length > longest.length ? form : longest), [] as readonly string[])).filter((form) => form.length > 1).map((form) => form.map((word) => word[0]!.toUpperCase()).join("")));
  const index = indexOf(note.lexicon);
  const uses: AcronymUse[] = [];
  for (const block of note.blocks) {
    if (block.kind === "heading") continue;
    const text = note.prose.slice(block.span.start, block.span.end);
    for (const match of matchesIn(text, candidate)) {
      // Most of a note is words in small letters that no acronym is written in.
      if (word.test(match[0]) && !index.wordlike.has(match[0])) continue;
      const start = block.span.start + match.index;
      const use = readUse(note, index, match[0], start);
      if (!use || quotationsIn(note, use).some((quotation) => quotation.speaker !== "worker") || overlaps(use, note.detailsSpan)) continue;
      if (quotationsIn(note, use).some((quotation) => quotation.speaker === "worker" && quotation.form === "marks")) continue;
      if (isShouted(note, use) || isStressed(note, use) || isSchoolName(note, use)) continue;
      if (!use.entry && (initials.has(use.letters) || isProperName(note, use))) continue;
      uses.push({ ...use, meaning: expansionOf(note, use) });
    }
  }
  return uses;
});

/** A word in small letters, but for the first. */
const word = /^[A-Za-z][a-z]*$/;

function readUse(note: Note, { exact, capitals, small }: Index, raw: string, start: number): AcronymUse | undefined {
  const section = /^[Ss](?:ection)?[. ]{0,2}(\d{1,3}[A-Z]?(?:\(\d+\))?)$/.exec(raw);
  if (section) {
    // "section 47" in words is told by the words beside it; "s 3" could be anything.
    if (/^section/i.test(raw) || /^[Ss] \d/.test(raw)) return undefined;
    if (/['’]$/.test(note.prose.slice(0, start))) return undefined;
    const entry = exact.get(`S${section[1]}`);
    return { start, end: start + raw.length, written: raw, letters: raw, key: `S${section[1]}`, plural: false, possessive: false, ...(entry ? { entry } : { entry: unknownSection(section[1]!) }) };
  }
  const regulation = /^[Rr]eg(?:ulation)?\.? ?(\d{2})$/.exec(raw);
  if (regulation) {
    const entry = exact.get(`Reg ${regulation[1]}`);
    return entry && /^[Rr]eg\.? /.test(raw) ? { start, end: start + raw.length, written: raw, letters: raw, key: entry.term, entry, plural: false, possessive: false } : undefined;
  }
  const possessive = /['’]s$|s['’]$/.test(raw);
  const bare = raw.replace(/['’]s$|['’]$/, "");
  const undotted = /^(?:\p{Lu}\.){2,}$/u.test(bare) ? bare.replaceAll(".", "") : bare;
  const plural = /^\p{Lu}{2,}s$/u.test(undotted) && !exact.has(undotted);
  const letters = plural ? undotted.slice(0, -1) : undotted;
  const large = [...letters].filter((unit) => /\p{Lu}/u.test(unit)).length;
  const entry = exact.get(letters) ?? (large >= 2 && large * 2 >= letters.length ? capitals.get(letters.toUpperCase()) : undefined) ?? small.get(letters);
  const end = start + raw.length;
  if (entry) {
    if (entry.everyday) return undefined;
    // A word that is an acronym only in capitals ("pip", "Act") is one of the writer's words otherwise.
    if (large < 2 && !small.has(letters)) return undefined;
    return { start, end: possessive && raw.endsWith("'s") ? end : end, written: raw, letters, key: entry.term, entry, plural, possessive };
  }
  if (!/^\p{Lu}{3,6}$/u.test(letters) || /[AEIOU]/.test(letters)) return undefined;
  return { start, end, written: raw, letters, key: letters, plural, possessive };
}

const unknownSection = (number: string): AcronymEntry => ({ term: `S${number}`, senses: [{ full: `section ${number} of the Children Act 1989` }], hint: false });

/** In a line of capitals, nothing is an acronym. */
function isShouted(note: Note, use: Span): boolean {
  const sentence = sentencesIn(note, use)[0];
  if (!sentence) return false;
  const words = note.prose.slice(sentence.start, sentence.end).match(/\p{L}{2,}/gu) ?? [];
  const large = words.filter((word) => word === word.toUpperCase());
  return words.length >= 3 && large.length * 10 >= words.length * 7;
}

const smallWords = /^(?:so|is|it|an|as|at|do|go|he|me|my|no|of|on|or|to|up|us|we|am|be|by|if|in|hi|ha|ma|all|and|are|but|can|for|had|has|her|him|his|how|not|now|one|our|out|she|the|was|who|you|past|must|more|less)$/i;

/** "He was SO happy": a word said louder, unless a word before it makes it a name ("the SO", "an SO"). */
const isStressed = (note: Note, use: AcronymUse): boolean => smallWords.test(use.letters) && !/\b(?:the|an?|his|her|their|my|our|your|under|interim|full|by|of|with|from|to|\p{L}+'s)\s+$/iu.test(note.prose.slice(Math.max(0, use.start - 10), use.start));

/** "St JP II RC Primary". */
const isSchoolName = (note: Note, use: AcronymUse): boolean => /\b\p{Lu}[\p{L}.']* $/u.test(note.prose.slice(Math.max(0, use.start - 14), use.start)) && /^ (?:\p{Lu}[\p{L}']* ){0,2}(?:School|Primary|Academy|College|Nursery|Infants?|Juniors?|High)\b/u.test(note.prose.slice(use.end, use.end + 40));

/** Part of a name: "St JP II RC Primary", "RSPCA House". */
const isProperName = (note: Note, use: Span): boolean =>
  /\b(?:School|Primary|Academy|College|Nursery|Infants|Juniors|House|Ward|Street|Road|FC|United|Centre)\b/.test(note.prose.slice(use.end, use.end + 30).split(/[.,;]/)[0]!) || /\p{Lu}[\p{L}.]* $/u.test(note.prose.slice(Math.max(0, use.start - 12), use.start)) && /^ \p{Lu}/u.test(note.prose.slice(use.end, use.end + 2));

/** The words in full beside a use: `Full Words (ABC)` or `ABC (Full Words)`, in any case. Undefined where there are none. */
function expansionOf(note: Note, use: AcronymUse): string | undefined {
  const after = /^\s*\(([^()]{3,120})\)/.exec(note.prose.slice(use.end, use.end + 130));
  if (after) {
    const words = after[1]!;
    if (isFull(words, use) || (/\d/.test(use.letters) && words.trim().split(/\s+/).length >= 2)) return words.trim();
  }
  if (/\($/.test(note.prose.slice(Math.max(0, use.start - 1), use.start)) && note.prose[use.end] === ")") {
    const words = note.prose.slice(use.end + 1, use.end + 120).split(/[.;:,!?()]/)[0]!.trim().split(/\s+/);
    for (let count = 2; count <= Math.min(words.length, 10); count += 1) if (isFull(words.slice(0, count).join(" "), use)) return words.slice(0, count).join(" ");
  }
  // "(Autism Spectrum Disorder, ASD)".
  const listed = /\(([^()]{4,100}?),?\s+(?:or\s+|known as\s+)?$/.exec(note.prose.slice(Math.max(0, use.start - 110), use.start));
  if (listed && /^["']?\s*\)/.test(note.prose.slice(use.end, use.end + 4)) && isFull(listed[1]!, use)) return listed[1]!.trim();
  const opens = /\(\s*["']?$/.exec(note.prose.slice(Math.max(0, use.start - 4), use.start));
  if (opens && /^["']?\s*\)/.test(note.prose.slice(use.end, use.end + 4))) {
    const before = note.prose.slice(Math.max(0, use.start - 120), use.start - opens[0].length).split(/[.;:!?]\s/).at(-1)!;
    const words = before.trim().split(/\s+/);
    for (let count = 1; count <= Math.min(words.length, 12); count += 1) if (isFull(words.slice(-count).join(" "), use)) return words.slice(-count).join(" ");
  }
  return undefined;
}

/** Another use of letters that the note has given a meaning, and which cannot have that meaning. */
export interface AcronymClash {
  readonly use: AcronymUse;
  /** What the note says that the letters stand for, and where. */
  readonly meaning: string;
  readonly explained: AcronymUse;
  /** What they stand for here, where the note says so too. */
  readonly other?: string;
}

/** The first use of one acronym that clashes with the meaning that the note gives it: "CP (care plan)" and a "CP plan". Undefined where none does. */
export function clashIn(note: Note, uses: readonly AcronymUse[]): AcronymClash | undefined {
  const meanings = uses.map(({ meaning }) => meaning);
  const at = meanings.findIndex((meaning) => meaning !== undefined);
  if (at < 0) return undefined;
  const meaning = meanings[at]!;
  const index = uses.findIndex((use, one) => one !== at && (meanings[one] === undefined ? isBesideItsLast(note, use, meaning) : !sameWords(meanings[one]!, meaning)));
  if (index < 0) return undefined;
  const other = meanings[index];
  return { use: uses[index]!, meaning, explained: uses[at]!, ...(other === undefined ? {} : { other }) };
}

/** "CP plan" is no care plan plan. */
const isBesideItsLast = (note: Note, use: AcronymUse, meaning: string): boolean => wordBehind(note, use) === meaning.toLowerCase().split(/\s+/).at(-1)?.replace(/s$/, "");

/** The word right behind an acronym, in small letters, without a plural ending. */
export const wordBehind = (note: Note, use: Span): string | undefined => /^(?:'s)?\s+(\p{L}+)/u.exec(note.prose.slice(use.end, use.end + 30))?.[1]?.toLowerCase().replace(/s$/, "");

const plainWords = (words: string): string => words.toLowerCase().replace(/\band\b|&/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/s$/, "");
const sameWords = (one: string, other: string): boolean => plainWords(one) === plainWords(other) || plainWords(one).includes(plainWords(other)) || plainWords(other).includes(plainWords(one));

const joining = /^(?:and|of|the|for|in|to|a|an|on|with|or|from|by|at|de|who|are|not|&)$/i;

/** True where the words can be what the letters stand for: a known meaning, or their initials. */
function isFull(text: string, use: AcronymUse): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[’']/g, "").replace(/\s*\([^)]*\)/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  const written = plain(text);
  if (use.entry?.senses.some(({ full }) => plain(full) === written || plain(full).startsWith(`${written} or `) || `${plain(full)}s` === written || plain(full) === `${written}s`)) return true;
  const letters = use.letters.replace(/[^\p{L}]/gu, "").toLowerCase();
  if (/\d/.test(use.letters)) return use.entry !== undefined && /section|children act|regulation/i.test(text);
  const words = text.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length < 2 || words.length > letters.length + 4) return false;
  return spells(letters, words.map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, "")));
}

/** Each word gives its first letter, or more; joining words may give none. */
function spells(letters: string, words: readonly string[]): boolean {
  if (!words.length) return letters === "";
  const [word, ...rest] = words as [string, ...string[]];
  if (joining.test(word) && spells(letters, rest)) return true;
  for (let count = 1; count <= Math.min(3, letters.length); count += 1) if (word.startsWith(letters.slice(0, count)) && spells(letters.slice(count), rest)) return true;
  return false;
}
