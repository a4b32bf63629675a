import { isFirstName, isThing, isEverydayWord } from "../lexicon/first-names.ts";
import { distance } from "../text/distance.ts";
import { groupBy } from "../text/group.ts";
import { pattern } from "../text/pattern.ts";
import { contains } from "../text/span.ts";
import { plainLetters } from "../text/sound.ts";
import { isChildlike, isGreeted, isGrownUp, isHeard, isInChildsWorld, isInGrownUpsWorld, isIntroduced, isIntroducedAsChild, isMetByWorker, isPersonLike, isSpokenOf, isWrittenSmall, namesSomebody, nameUsesOf, remembered, type NameUse, type NameUses } from "./name-uses.ts";
import type { Child, Note } from "./note.ts";
import { once } from "./once.ts";
import { literal } from "./patterns.ts";
import { quotationsIn } from "./positions.ts";
import { nearness, nearnessOfParts, type Nearness } from "./spellings.ts";

/** A spelling that stands where a child's name should: each place, and what should stand there. */
export interface Misspelling {
  readonly child: Child;
  readonly written: string;
  /** The name or the part of it that is meant, as the details write it. */
  readonly name: string;
  readonly uses: readonly NameUse[];
  /** The last name, and not the first. */
  readonly surname?: true;
}

/** A first name that the note uses as a child's, and says nowhere whose it is. */
export interface Stranger {
  readonly written: string;
  readonly uses: readonly NameUse[];
}

/** The names of a note that are nobody's in it. */
export interface Unknown {
  readonly misspelt: readonly Misspelling[];
  readonly strangers: readonly Stranger[];
}

/** A name by which a child is called, with the letters it is compared by. */
interface Known {
  readonly child: Child;
  readonly name: string;
  readonly letters: string;
}

/** Which names in a note are near spellings of a child's name, and which are of a child whom nobody introduced. */
export const unknownNamesOf: (note: Note) => Unknown = once((note) => {
  const children = note.children.filter(({ unborn, person }) => !unborn && person.forms.length);
  if (!children.length) return { misspelt: [], strangers: [] };
  const known = namesOf(note, children);
  const lasts = children.map(surnameOf).filter((surname) => surname !== undefined);
  const isFamily: IsFamily = (word) => known.words.has(word) || lasts.some((surname) => nearTo(note, word, surname) === "slip");
  const inDetails = note.details.some(({ key }) => key === "child" || key === "sibling");
  if (!inDetails && !opensWithName.test(note.prose.slice(0, 600))) return { misspelt: [], strangers: [] };
  const all = nameUsesOf(note);
  const meantFor = meanings(note.children);
  const meant = new Map([...all.keys()].map((key) => [key, meantFor.of(key, () => meantBy(key, known.firsts))]));
  const absent = areAbsent(all, children, meant);
  const misspelt: Misspelling[] = [];
  const strangers: Stranger[] = [];
  const settled = nothing.get(note.children);
  const still = new Map<string, Nobody>();
  for (const [key, named] of all) {
    if (known.words.has(key) || known.words.has(key.replaceAll("-", ""))) continue;
    const child = meant.get(key);
    if (child === "short") continue;
    const before = settled?.get(key);
    if (!absent && before && named.standAs(before.named) && before.small.every((word) => isWrittenSmall(note, word))) {
      still.set(key, { ...before, named });
      continue;
    }
    const uses = named.all();
    const near = child && misspeltOf(note, uses, child, isFamily);
    if (near) misspelt.push(near);
    const stranger = inDetails && !child && strangerOf(note, uses, isFamily, absent);
    if (stranger) strangers.push(stranger);
    if (!near && !stranger && !absent) still.set(key, { named, small: [...new Set(uses.map(({ written }) => written.toLowerCase()))].filter((word) => isWrittenSmall(note, word)) });
  }
  nothing.set(note.children, still);
  return { misspelt: [...misspelt, ...surnames(note, children, known)], strangers };
});

/** A note without details that says at once whom it is about: "Re Kai Morton", "Dear Kai". */
const opensWithName = /^\s*(?:re|regarding|subject|name|dear|hi|hello|to)\b|\b(?:[Rr][Ee]|[Rr]egarding):? \p{Lu}/imu;

/** True where no child of the details is named in the text at all, not even nearly. */
function areAbsent(all: ReadonlyMap<string, NameUses>, children: readonly Child[], meant: ReadonlyMap<string, Meant | "short" | undefined>): boolean {
  const own = new Set(children.flatMap(({ name, fullName, person }) => [name, fullName, ...person.forms.flat()]).flatMap((words) => [plainLetters(words), ...plainLetters(words).split(/[\s-]+/)]));
  return ![...all].some(([key, uses]) => (own.has(key) || meant.get(key) !== undefined) && uses.some(({ where, quotation }) => where !== "details" && !quotation));
}

/** Says whether a word is a name of somebody in the note, or nearly the surname of a child. */
type IsFamily = (word: string) => boolean;

/** What was found of a written word, kept while the children of the note are the same: a note writes the same words many times. */
class ByWord<T> {
  readonly #found = new Map<string, T>();

  of(word: string, find: () => T): T {
    if (!this.#found.has(word)) {
      if (this.#found.size > 5_000) this.#found.clear();
      this.#found.set(word, find());
    }
    return this.#found.get(word)!;
  }
}

function byChildren<T>(): (children: readonly Child[]) => ByWord<T> {
  const known = new WeakMap<readonly Child[], ByWord<T>>();
  return (children) => {
    let words = known.get(children);
    if (!words) known.set(children, (words = new ByWord()));
    return words;
  };
}

/** A name that is no stranger's and no misspelling; it stays so while what it rests on is the same. */
interface Nobody {
  /** Its uses, and what stands around each. */
  readonly named: NameUses;
  /** Of its spellings those that the note writes small as well. */
  readonly small: readonly string[];
}

const nothing = new WeakMap<readonly Child[], ReadonlyMap<string, Nobody>>();

const meanings = byChildren<Meant | "short" | undefined>();
const nearnesses = byChildren<Nearness | undefined>();

/** How a written word stands to a name of the details. */
const nearTo = (note: Note, written: string, name: string): Nearness | undefined => nearnesses(note.children).of(`${written} ${name}`, () => nearnessOfParts(written, plainLetters(name)));

const surnameOf = ({ fullName }: Child): string | undefined => fullName.split(/\s+/).slice(1).at(-1);

interface Names {
  /** Every word by which anybody in the note is known. */
  readonly words: ReadonlySet<string>;
  readonly firsts: readonly Known[];
}

function namesOf(note: Note, children: readonly Child[]): Names {
  const words = new Set<string>();
  const firsts: Known[] = children.flatMap((child) => {
    const own = [child.name, ...child.person.forms.filter((form) => form.length === 1).map((form) => titled(form[0]!, child.fullName))];
    const unique = [...new Map(own.map((name) => [plainLetters(name), name])).values()].filter((name) => plainLetters(name).length > 1);
    return unique.map((name) => ({ child, name, letters: plainLetters(name) }));
  });
  for (const child of children) for (const word of `${child.fullName} ${child.name} ${child.person.forms.flat().join(" ")}`.split(/[\s-]+/)) words.add(plainLetters(word));
  for (const child of children) words.add(plainLetters(child.name)).add(plainLetters(child.name).replaceAll("-", ""));
  for (const { kind, forms, relation, minor } of note.people) {
    if (kind === "child") continue;
    // A bare name among those present, or of somebody who told the worker something: nothing says yet who that is.
    const bare = kind === "other" && !relation && !minor && forms.length === 1 && forms[0]!.length === 1;
    if (!bare && !(kind === "sibling" && children.length > 1)) for (const word of forms.flat()) words.add(plainLetters(word));
  }
  return { words, firsts };
}

/** A form in small letters as the child's full name writes it. */
const titled = (form: string, fullName: string): string => fullName.split(/\s+/).find((word) => word.toLowerCase() === form) ?? form[0]!.toUpperCase() + form.slice(1);

interface Meant {
  readonly known: Known;
  readonly near: "slip" | "swap" | "another";
}

/** The child's name that a written one is nearest to; "short" where it is one, or a short form of one. */
function meantBy(key: string, firsts: readonly Known[]): Meant | "short" | undefined {
  const near = firsts.flatMap((known) => {
    const near = nearnessOfParts(key, known.letters);
    return near ? [{ known, near, apart: distance(key, known.letters) }] : [];
  }).sort((a, b) => a.apart - b.apart);
  const slip = near.find((one) => one.near === "slip");
  if (near.some((one) => one.near === "same") || (!slip && near.some((one) => one.near === "short"))) return "short";
  const meant = slip ?? near.find((one) => one.near === "swap") ?? near.find((one) => one.near === "another");
  return meant && { known: meant.known, near: meant.near as Meant["near"] };
}

function misspeltOf(note: Note, uses: readonly NameUse[], { known, near }: Meant, isFamily: IsFamily): Misspelling | undefined {
  const { child, name } = known;
  const right = plainLetters(name);
  if (uses.some((use) => isAnother(use, note, child, right))) return undefined;
  const places = uses.filter((use) => !use.quotation && namesSomebody(note, use, isFamily));
  const [first] = places;
  if (!first || places.some(isGrownUp)) return undefined;
  const others = note.children.filter((one) => one !== child).flatMap(({ name: own, person }) => [plainLetters(own), ...person.forms.map((form) => form.join(" "))]);
  const asChild = (use: NameUse): boolean => isChildlike(use) || isJoinedTo(use, others) || (isMetByWorker(use) && use.key[0] === right[0]);
  const enough = near === "another" ? places.some(asChild) : near === "swap" ? places.some((use) => asChild(use) || isSpokenOf(use)) : isFirstName(first.key) || first.key.length <= 4 ? places.some((use) => isPersonLike(use) || asChild(use) || isSpokenOf(use)) : true;
  if (!enough) return undefined;
  return { child, written: first.written, name: partOf(name, first.key), uses: places };
}

/** Somebody else than the child whose name it is near to: introduced, of another age, or side by side with the child. */
const isAnother = remembered((use: NameUse, { children }: Note, child: Child, right: string) => isIntroduced(use) || isOfAnotherAge(use, child) || (children.length === 1 && isIntroducedAsChild(use) && isSibling(use)) || isBeside(use, right) || saidByChild(use));

/** "Lin (Sheila's daughter, 19)" beside a child of eleven: somebody else. */
function isOfAnotherAge({ after }: NameUse, { age }: Child): boolean {
  const told = /^,? \((?:[^)]*[ ,])?(?:aged? )?(\d{1,2})(?: ?(?:years?(?: old)?|yrs?|y\/?o))?\)/.exec(after)?.[1];
  return told !== undefined && age !== undefined && Math.abs(Number(told) - age.years) > 1;
}

const isSibling = ({ before, after }: NameUse): boolean => /\b(?:brothers?|sisters?|siblings?|twin)\b[^.;]{0,12}$/i.test(before) || /^,? \(?(?:who )?(?:is |was )?(?:(?:his|her|their) )?(?:\p{L}+ )?(?:brother|sister|sibling|twin)\b/u.test(after);

/** "Kayleigh and Kaylee were", "Kayleigh told Kaylee": two who stand side by side are two. */
function isBeside({ before, after }: NameUse, right: string): boolean {
  const plain = (text: string): string => plainLetters(text).replaceAll("-", " ");
  const name = literal(right.replaceAll("-", " "));
  const more = "(?:[a-z]+(?:, and |, | and | & ))*";
  const join = "(?:'s?)?(?:,? (?:and|or|&|with|to|from|told|asked|hit|like|than|hugged|saw|met|pushed|kicked|played with|and her|and his|is|was|not|for) (?:also )?|, | ?/ ?)";
  return pattern(`(?<![a-z])${name}(?:${join}|(?:, | and | & )${more})$`).test(plain(before)) || pattern(`^${join}${name}(?![a-z])`).test(plain(after));
}

/** "Ibrahim and Sumaya": in one breath with another child of the note. */
const isJoinedTo = remembered(({ before, after }: NameUse, names: readonly string[]): boolean => {
  const plain = (text: string): string => plainLetters(text).replaceAll("-", " ");
  const [behind, ahead] = [plain(before), plain(after)];
  return names.map((one) => literal(plain(one))).some((name) => pattern(`(?<![a-z])${name}(?:,| and| &) $`).test(behind) || pattern(`^(?:,| and| &) ${name}(?![a-z])`).test(ahead));
});

/** A child who names somebody means somebody else, unless they say their own name. */
const saidByChild = ({ quotation, before, after }: NameUse): boolean => quotation?.speaker === "child" && !/\b(?:my name(?:'s| is)|i'?m|i am|called|it's|love|from|love from)[ ,:]*x*$/i.test(before.replace(/["']/g, "")) && !/^[\s"'x!.]*$/i.test(after);

/** Of a hyphened name, what the written one stands for: "Oliver" for "Olivier", the whole for the whole. */
const partOf = (name: string, key: string): string => (key.includes("-") || !name.includes("-") || nearness(key, name.split("-")[0]!) === undefined ? name : name.split("-")[0]!);

function strangerOf(note: Note, uses: readonly NameUse[], isFamily: IsFamily, absent: boolean): Stranger | undefined {
  const { key } = uses[0]!;
  if (key.length < 3 || isThing(key) || (isEverydayWord(key) && !isFirstName(key))) return undefined;
  const outside = uses.filter(({ quotation }) => !quotation);
  const isChild = (list: readonly NameUse[]): boolean => list.some(isChildlike) || isQuotedAsChild(note, list) || (absent && takesThePlace(note, list));
  if (!isChild(outside) || uses.some((use) => (use.quotation && !absent) || use.where === "details" || isIntroduced(use) || isIntroducedAsChild(use))) return undefined;
  const places = outside.filter((use) => namesSomebody(note, use, isFamily));
  if (!places.length || places.some(isGrownUp)) return undefined;
  return isChild(places) ? { written: places[0]!.written, uses: places } : undefined;
}

/** Where nobody of the details is named: somebody else whom the worker meets, and around whom the note turns as around a child; or to whom a letter to the child is written. */
const takesThePlace = (note: Note, uses: readonly NameUse[]): boolean =>
  (note.kind === "letter to the child" && uses.some(isGreeted)) || (uses.length > 2 && isFirstName(uses[0]!.key) && uses.some(isMetByWorker) && uses.filter(isInChildsWorld).length > 1 && !uses.some(isInGrownUpsWorld) && !uses.some((use) => wordsAfter(note, use).some(isOfAnother)) && !isBesideChild(note, uses));

/** The child is there too without a name: told of as "he" before, minded by the one who is named, or too young to be asked about school. */
function isBesideChild(note: Note, uses: readonly NameUse[]): boolean {
  const first = uses[0]!.start;
  const before = firstPronoun(note) < first;
  const minded = uses.some(({ after }) => /^[^.§]{0,60}\b(?:him|with the baby|the (?:baby|boys|girls|children|kids)|so (?:that )?(?:he|she) can)\b/i.test(after));
  const speaks = uses.some(isHeard) && note.children.every(({ age }) => age !== undefined && age.years < 2);
  return before || minded || speaks;
}

/** Where the prose first means a child of the note by "he", "she" or "they", as the one who does something. */
const firstPronoun = once(({ sentences, detailsSpan }): number => {
  let first = Infinity;
  for (const { mentions } of sentences) for (const { how, role, start, children } of mentions) if (how === "pronoun" && role === "subject" && children.length > 0 && start >= detailsSpan.end) first = Math.min(first, start);
  return first;
});

/** A name that is only ever quoted, in words as a child says them, where the child's view is told or nobody but the children is present. */
function isQuotedAsChild(note: Note, uses: readonly NameUse[]): boolean {
  if (!isFirstName(uses[0]?.key ?? "") || uses.length > 2) return false;
  const alone = note.details.some(({ key, value }) => key === "present" && isOnlyOf(note, value));
  return uses.every((use) => {
    const [words] = wordsAfter(note, use);
    const inView = note.sections.some(({ role, span }) => role === "view" && contains(span, use));
    return words !== undefined && (alone || inView) && /\b(?:I|I'm|me|my|we|us|our)\b/.test(words) && !isOfAnother(words);
  });
}

/** Nobody but the children of the note is present. */
const isOnlyOf = ({ children }: Note, value: string): boolean => {
  const own = new Set(children.flatMap(({ fullName, name, person }) => `${fullName} ${name} ${person.forms.flat().join(" ")}`.split(" ").map(plainLetters)));
  const names = value.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return names.length > 0 && names.every((word) => word === "and" || word === "only" || own.has(plainLetters(word)));
};

/** What somebody says right behind their name, with straight marks. */
const wordsAfter = (note: Note, use: NameUse): string[] =>
  isHeard(use) ? quotationsIn(note, { start: use.end, end: use.end + 30 }).filter(({ start }) => start >= use.end).slice(0, 1).map(({ words }) => note.prose.slice(words.start, words.end)) : [];

/** Said of somebody else, as grown-ups speak of a child: "she never stops". */
const isOfAnother = (words: string): boolean => /\b(?:he|she|him|her|his|hers|they|them|kids?)\b/i.test(words);

/** "Kayleigh Morten" where the details have Morton, and "the Morten children". */
function surnames(note: Note, children: readonly Child[], { words }: Names): Misspelling[] {
  const found: { child: Child; name: string; use: NameUse }[] = [];
  const lasts = children.flatMap((child) => {
    const surname = surnameOf(child);
    return surname && plainLetters(surname).length >= 4 ? [{ child, surname }] : [];
  });
  for (const [key, named] of nameUsesOf(note)) {
    if (words.has(key) || isFirstName(key)) continue;
    const near = lasts.filter(({ surname }) => nearTo(note, key, surname) === "slip");
    if (near.length) for (const use of named.all()) for (const { child, surname } of near) {
      if (use.quotation || isIntroduced(use)) continue;
      const before = plainLetters(use.before);
      const called = child.person.forms.some((form) => before.endsWith(`${form.length === 1 ? plainLetters(form[0]!) : plainLetters(child.name)} `)) || before.endsWith(`${plainLetters(child.name)} `) || nearly(note, before, child);
      const household = /^ (?:family|children|siblings|household|boys|girls|kids|brothers|sisters)\b/.test(use.after);
      if (called || household) {
        found.push({ child, name: surname, use });
        break;
      }
    }
  }
  return [...groupBy(found, ({ use }) => use.key).values()].map((list) => ({ child: list[0]!.child, name: list[0]!.name, written: list[0]!.use.written, uses: list.map(({ use }) => use), surname: true }));
}

/** A misspelt first name stands right before. */
const nearly = (note: Note, before: string, child: Child): boolean => {
  const word = /([\p{L}-]+) $/u.exec(before)?.[1];
  return word !== undefined && nearTo(note, word, child.name) === "slip";
};
