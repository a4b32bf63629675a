import { readAge, ageOn, type Age } from "./age.ts";
import { readBirth, type CalendarDate } from "./dates.ts";
import type { Child, Detail, Person, PersonKind } from "./note.ts";
import { tokenise } from "../text/tokens.ts";
import { distance } from "../text/distance.ts";
import { lazily } from "../text/lazily.ts";
import { Passage } from "../text/passage.ts";
import { pattern } from "../text/pattern.ts";
import { addressed, beforeRelations, behindRelations, behindSpeech, calledBy, doers, inBrackets, speakingOrSeen, withTitles } from "./introductions.ts";
import { partsInUse } from "./name-parts.ts";
import { fullName, genderOf, notNames, relationIn, roleIn, splitNames, titleOf } from "./names.ts";
import { literal } from "./patterns.ts";
import { relations } from "./words.ts";

/** A person while the note is still being read. */
interface Draft {
  kind: PersonKind;
  name: string;
  /** The words of each way of naming them, by those words as one text. */
  readonly forms: Map<string, string[]>;
  relation?: string;
  gender?: "f" | "m";
  minor?: boolean;
  child?: { fullName: string; age?: Age; born?: CalendarDate; unborn: boolean };
}

const wordsOf = (name: string): string[] => tokenise(name).map(({ bare }) => bare);

/** A name as a pattern: in full, and no part of a longer word. */
const wholly = (name: string): string => `(?<![\\p{L}\\p{M}])${literal(name)}(?![\\p{L}\\p{M}])`;
const present = lazily(() => pattern(`^((?:${fullName})|\\p{Ll}+)\\s*(?:\\(([^)]*)\\)|[,–-]\\s*(.+))?`, "u"));
const startsAsName = lazily(() => pattern(`^${fullName}`, "u"));
const isName = lazily(() => pattern(`^${fullName}$`, "u"));

/** Everybody of a note: the children first, then those whom its details and its text bring in. */
export class Cast {
  readonly #drafts: Draft[] = [];

  constructor(
    readonly details: readonly Detail[],
    /** The prose below the details, in order. */
    readonly passages: readonly Passage[],
    readonly visited: CalendarDate | undefined,
    /** The team's own people, each with their role if they like: "Helen Marsh (team manager)". */
    team: readonly string[] = [],
  ) {
    this.#children();
    this.#partsOfNames();
    this.#worker();
    for (const detail of details) if (detail.key === "present" || (detail.key === "other" && relations.has(detail.written.toLowerCase()))) this.#list(detail);
    if (!this.#drafts.some(({ kind }) => kind === "child")) this.#childFromText();
    for (const colleague of team) this.#colleague(colleague);
    this.#introduced();
    this.#titled();
    this.#strangers();
    this.#speakingStranger();
    this.#initials();
  }

  /** "Yuxuan" of Chen Yuxuan: by whichever part of the full name the text calls a child. */
  #partsOfNames(): void {
    const passages = [...this.details.filter(({ key }) => key === "present").map(({ value }) => new Passage(value)), ...this.passages];
    for (const draft of this.#drafts) {
      if (!draft.child || draft.child.unborn) continue;
      const first = draft.child.fullName.split(" ")[0]!;
      for (const part of partsInUse(draft.child.fullName, passages)) {
        if (this.#find(part)) continue;
        addForm(draft, part);
        const byFirst = pattern(`${wholly(first)}(?! ${literal(part)})`, "u");
        if (draft.name === first && !passages.some((passage) => passage.has(byFirst))) draft.name = part;
      }
    }
  }

  /** "In J's words", "J said": a child whom the note calls by an initial that nobody else shares. */
  #initials(): void {
    for (const draft of this.#drafts) {
      const letter = draft.name[0]!.toUpperCase();
      if (!draft.child || !/[B-HJ-Z]/.test(letter) || this.#drafts.some((other) => other !== draft && other.name[0]?.toUpperCase() === letter)) continue;
      const initial = pattern(`(?<![\\p{L}\\d.&/(-])${letter}(?:['’]s)? (?:words?|view|voice|said|told|asked|wrote|was|is|did|drew|went|came|looked|has|had)\\b`, "u");
      if (this.passages.some((passage) => passage.has(initial))) addForm(draft, letter);
    }
  }

  /** The cast as people and children. Ids count from 0. */
  done(): { people: Person[]; children: Child[] } {
    const children: Child[] = [];
    const people = this.#drafts.map((draft, id): Person => {
      const person: Person = { id, kind: draft.kind, name: draft.name, forms: [...draft.forms.values()], ...(draft.relation ? { relation: draft.relation } : {}), ...(draft.gender ? { gender: draft.gender } : {}), ...(draft.minor ? { minor: true } : {}) };
      if (draft.child) {
        const age = draft.child.born && this.visited ? ageOn(this.visited, draft.child.born) ?? draft.child.age : draft.child.age;
        children.push({ person, name: draft.name, fullName: draft.child.fullName, unborn: draft.child.unborn, ...(age ? { age } : {}) });
      }
      return person;
    });
    return { people, children };
  }

  #children(): void {
    let last: Draft | undefined;
    for (const detail of this.details) {
      if (detail.key === "child" || detail.key === "sibling") {
        for (const piece of splitNames(detail.value)) {
          // "Kai Morton, DOB 12/03/2016": what stands behind the comma is no name.
          if (last?.child && /^\s*(?:d\.?o\.?b\b|date of birth|born)/i.test(piece)) {
            const born = readBirth(piece, this.visited);
            if (born) last.child.born ??= born;
            continue;
          }
          last = this.#child(piece) ?? last;
          if (last && detail.key === "sibling" && /^(?:half )?(brother|sister)/i.test(detail.written)) last.gender ??= /brother/i.test(detail.written) ? "m" : "f";
        }
      } else if (last?.child && detail.key === "age") {
        const children = this.#drafts.filter(({ child }) => child);
        const ages = detail.value.split(/[,;&]|\band\b/).map(readAge);
        if (children.length > 1 && ages.length === children.length) children.forEach((child, index) => ages[index] && (child.child!.age ??= ages[index]));
        else if (readAge(detail.value)) last.child.age = readAge(detail.value)!;
        if (/unborn/i.test(detail.value)) last.child.unborn = true;
      } else if (last?.child && detail.key === "born") {
        if (this.#bornEach(detail.value)) continue;
        const born = readBirth(detail.value, this.visited);
        const meant = this.#drafts.find(({ child, forms }) => child && [...forms.values()].some((form) => detail.written.toLowerCase().split(/[^\p{L}'-]+/u).includes(form[0]!))) ?? last;
        if (/due|edd/i.test(detail.written)) last.child.unborn = true;
        else if (born) meant.child!.born = born;
      } else if (last?.child && /^(?:known as|preferred name)$/i.test(detail.written) && detail.value) rename(last, detail.value);
    }
  }

  /** "Amelia 01/02/2021; Alfie 03/03/2024", or as many dates as there are children, in their order. False where it is one date. */
  #bornEach(value: string): boolean {
    const pieces = value.split(/[;,&\n]|\band\b/).map((piece) => ({ piece, born: readBirth(piece, this.visited) })).filter(({ born }) => born !== undefined);
    const children = this.#drafts.filter(({ child }) => child);
    if (pieces.length < 2) return false;
    pieces.forEach(({ piece, born }, index) => {
      const words = wordsOf(piece);
      const named = children.find(({ forms }) => [...forms.values()].some((form) => form.every((word) => words.includes(word))));
      const meant = named ?? (pieces.length === children.length ? children[index] : undefined);
      if (meant) meant.child!.born = born!;
    });
    return true;
  }

  /** One child as the details write it: "Mo (Mohammed) Karimi", "Ayomide Adeyinka (12), known as Ayo", "Baby Ward (unborn, due 14/02/2026)". */
  #child(written: string): Draft | undefined {
    const brackets = [...written.matchAll(/\(([^)]*)\)/g)].map((match) => match[1]!);
    // Elizabeth “Libby” Morton: one name in marks is what the child is called.
    const nickname = /(?<=\p{L} )["“‘]([\p{Lu}][\p{L}\p{M}-]+)["”’](?=[ ,(]|$)/u.exec(written.replace(/\b(?:known as|aka|called|prefers)\b.*$/is, ""));
    const bare = written.replace(nickname?.[0] ?? "", "").replace(/\([^)]*\)/g, " ");
    const known = /\b(?:known as|aka|a\.k\.a\.?|called|prefers|likes to be called|nickname:?)\s+["'“‘]?([\p{L}\p{M}'-]+)/iu.exec(written);
    const full = bare.replace(/,.*$/s, "").replace(/\b(?:known as|aka|aged?|dob|d\.o\.b\.?|born|unborn|due)\b.*$/is, "").replace(/(?:[-–—:]\s*)?\d.*$/s, "").replace(/["“”]/g, "").replace(/\s+/g, " ").trim();
    const unborn = /\bunborn\b/i.test(written);
    if (!full && !unborn) return undefined;
    if (!unborn && !/^\p{Lu}/u.test(full)) return undefined;
    const parts = (full || "the baby").split(" ");
    const first = !full ? "the baby" : /^(?:baby|unborn)$/i.test(parts[0]!) && parts.length > 1 ? `${parts[0]} ${parts[1]}` : parts[0]!;
    const draft: Draft = { kind: "child", name: first, forms: new Map(), child: { fullName: full || "the baby", unborn } };
    addForm(draft, first);
    if (parts.length > 1) addForm(draft, parts.join(" "));
    if (first.includes("-")) addForm(draft, first.replace("-", ""));
    if (/^(?:baby|unborn)/i.test(first)) addForm(draft, "unborn");
    if (nickname) addForm(draft, nickname[1]!);
    for (const inside of brackets) {
      const age = /\d/.test(inside) && !/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(inside) && !/due/i.test(inside) ? readAge(inside) : undefined;
      const born = /due/i.test(inside) ? undefined : readBirth(inside, this.visited);
      if (born) draft.child!.born = born;
      if (age) draft.child!.age = age;
      else if (/^\p{Lu}[\p{L}\p{M}'-]+$/u.test(inside.trim())) addForm(draft, inside.trim());
      if (/\bshe\/her\b|\bf(?:emale)?\b|\bgirl\b|\bsister\b/i.test(inside)) draft.gender = "f";
      else if (/\bhe\/him\b|\bm(?:ale)?\b|\bboy\b|\bbrother\b/i.test(inside)) draft.gender = "m";
    }
    const outside = bare.slice(full.length);
    const born = /\b(?:dob|d\.o\.b\.?|born)\b/i.test(outside) ? readBirth(outside, this.visited) : undefined;
    if (born) draft.child!.born = born;
    const age = !draft.child!.age && !born && !draft.child!.born ? /(?:^|[\s,–-])(?:aged?\s*)?(\d{1,2}(?:\s*(?:years?|yrs?|months?|mths?|weeks?|y\/o|m|y))?)\s*(?:old\s*)?(?:$|,)/i.exec(outside) : undefined;
    if (age && readAge(age[1]!)) draft.child!.age = readAge(age[1]!)!;
    if (known) rename(draft, known[1]!);
    const same = this.#drafts.find((other) => other.child && other.forms.has(wordsOf(first).join(" ")));
    if (same) return same;
    this.#drafts.push(draft);
    return draft;
  }

  #worker(): void {
    for (const detail of this.details) {
      if (detail.key !== "worker") continue;
      const first = detail.value.replace(/\(.*/s, "").split(/,| and |&|;/)[0]!.trim();
      if (!/^\p{Lu}/u.test(first)) continue;
      const draft: Draft = { kind: "worker", name: first, forms: new Map() };
      addForm(draft, first);
      const parts = first.split(" ");
      if (parts.length > 1 && parts[0]!.length > 1) addForm(draft, parts[0]!);
      this.#drafts.push(draft);
    }
  }

  /** Those present: "Kelly (mum), Pat (nan, left at 4.15pm)". */
  #list(detail: Detail): void {
    for (const piece of splitNames(detail.value)) {
      const match = present().exec(piece.replace(/^(?:and|also)\s+/i, ""));
      if (!match) continue;
      const relation = detail.key === "other" ? detail.written : (match[2] ?? match[3] ?? "");
      this.#bring(match[1]!, relation, detail.key === "present");
    }
  }

  /** Somebody of the team whom the text names, in full or by a first name that nobody else in the note has. */
  #colleague(written: string): void {
    const named = startsAsName().exec(written.trim())?.[0];
    if (!named || this.#find(named)) return;
    const forms = [named, ...(titleOf(named) ? [] : [named.split(" ")[0]!])].filter((form) => !this.#find(form) && this.#isNamed(form));
    if (!forms.length) return;
    const draft = this.#new({ kind: "professional", name: named, forms: new Map(), ...genderOf(titleOf(named) ?? "") });
    for (const form of forms) addForm(draft, form);
  }

  #isNamed(name: string): boolean {
    const form = lazily(() => pattern(wholly(name), "u"));
    return this.passages.some((passage) => passage.text.includes(name) && passage.has(form()));
  }

  /** Brings in somebody by name and by what is said of them. Two ways of naming one person are put together. */
  #bring(written: string, said: string, sure: boolean): Draft | undefined {
    const inName = relations.get(written.toLowerCase());
    if (!inName && !/^\p{Lu}/u.test(written)) return undefined;
    const relation = relationIn(said);
    if (inName && !relation) {
      const named = isName().test(said.trim()) ? said.trim() : undefined;
      const draft = this.#byRelation(inName.key, inName.kind, inName.gender);
      if (named) addNames(draft, named);
      return draft;
    }
    const existing = this.#find(written);
    if (existing) {
      if (relation && existing.kind === "other") Object.assign(existing, { kind: relation.kind, relation: relation.key, ...(relation.gender ? { gender: relation.gender } : {}) });
      return existing;
    }
    if (/^(?:allocated )?social worker$|^worker$/i.test(said.trim()) && !this.#drafts.some(({ kind }) => kind === "worker")) {
      const worker = this.#new({ kind: "worker", name: written, forms: new Map() });
      addNames(worker, written);
      return worker;
    }
    if (relation) {
      const draft = ["family", "sibling"].includes(relation.kind) && !relation.of && relation.key !== "siblings" ? this.#byRelation(relation.key, relation.kind, relation.gender) : this.#new({ kind: relation.kind, name: written, forms: new Map(), relation: relation.key, ...(relation.gender ? { gender: relation.gender } : genderOf(titleOf(written) ?? "")) });
      addNames(draft, written);
      return draft;
    }
    const title = titleOf(written);
    if (!sure && !title) return undefined;
    const draft = this.#new({ kind: title || roleIn(said) ? "professional" : "other", name: written.replace(/['’]s$/, ""), forms: new Map(), ...(title ? genderOf(title) : {}) });
    addNames(draft, written);
    return draft;
  }

  #new(draft: Draft): Draft {
    this.#drafts.push(draft);
    return draft;
  }

  #byRelation(key: string, kind: PersonKind, gender: "f" | "m" | undefined): Draft {
    const existing = this.#drafts.find((draft) => draft.relation === key && draft.kind === kind && kind !== "sibling" && !draft.child);
    return existing ?? this.#new({ kind, name: key, forms: new Map(), relation: key, ...(gender ? { gender } : {}) });
  }

  #find(written: string): Draft | undefined {
    const words = wordsOf(written.replace(/['’]s$|['’]$/, "")).join(" ");
    return this.#drafts.find((draft) => draft.forms.has(words));
  }

  /** Where the details name no child: "Re Aaliyah Hussain, 13", "Dear Kai,", "Leo (6)", "Maya, aged 9". */
  #childFromText(): void {
    let beginning = "";
    for (const { text } of this.passages) if (beginning.length < 600) beginning += text;
    for (const written of addressed(beginning)) this.#child(written);
  }

  /** What a pure function finds in each passage, in order. */
  #found<T>(reader: (text: string) => readonly T[]): T[] {
    return this.passages.flatMap((passage) => passage.read(reader));
  }

  /** Those whom the text brings in. */
  #introduced(): void {
    for (const { written, said } of this.#found(inBrackets)) this.#bracketed(written, said);
    for (const { written, said } of this.#found(behindRelations)) if (!this.#find(written)) this.#bring(written, said, false);
    for (const { written, said } of this.#found(beforeRelations)) if (!this.#find(written)) this.#bring(written, said, false);
    for (const { written, said } of this.#found(calledBy)) {
      if (this.#find(written)) continue;
      addNames(this.#new({ kind: /lad|boy|girl|friend|mate/.test(said) ? "friend" : "other", name: written, forms: new Map(), ...(/^(?:man|lad|boy|male|guy|bloke)/.test(said) ? { gender: "m" as const } : /^(?:woman|girl|female|lady)/.test(said) ? { gender: "f" as const } : {}) }), written);
    }
  }

  #bracketed(before: string, inside: string): void {
    const words = before.replace(/'s$/, "").split(" ").filter((word, index, all) => !(index === 0 && all.length > 1 && notNames.has(word)));
    const written = words.join(" ");
    if (!written || notNames.has(written) || this.#find(written)?.child) return;
    const age = /^(?:aged?\s*)?(\d{1,2})(?:\s*(?:years?|yrs?|months?|mths?|weeks?)(?:\s*old)?)?$/i.exec(inside);
    if (age && /^\p{Lu}/u.test(written)) {
      if (!this.#hasChildren() && Number(age[1]) < 18) this.#child(`${written} (${inside})`);
      else if (!this.#find(written) && Number(age[1]) < 18) addNames(this.#new({ kind: "friend", name: written, forms: new Map(), minor: true }), written);
      return;
    }
    const last = words.at(-1)!;
    if (relations.has(last.toLowerCase()) && startsAsName().test(inside)) this.#bring(last, inside.replace(/,.*$/, ""), false);
    else if (/^\p{Lu}/u.test(written)) this.#bring(written, inside, false);
  }

  /** Somebody whom nobody introduced, and who rings, works, lets the worker in or tells them things: a grown-up, as a rule. */
  #strangers(): void {
    if (!this.#hasChildren()) return;
    for (const written of this.#found(doers)) {
      if (this.#find(written) || this.#drafts.some(({ child, forms }) => child && [...forms.values()].some((form) => distance(form[0]!, written.toLowerCase()) <= 2))) continue;
      addNames(this.#new({ kind: "other", name: written, forms: new Map() }), written);
    }
  }

  #hasChildren(): boolean {
    return this.#drafts.some(({ child }) => child) && this.details.some(({ key }) => key === "child" || key === "sibling");
  }

  /** "Mrs Lowe", "Mr Patel": grown-ups in their role. */
  #titled(): void {
    for (const { written, said } of this.#found(withTitles)) if (!this.#find(written)) addNames(this.#new({ kind: "professional", name: written, forms: new Map(), ...genderOf(said.toLowerCase()) }), written);
  }

  /** In a text that names no child at all, a first name that speaks or is seen is the child's. */
  #speakingStranger(): void {
    if (this.#drafts.some(({ child }) => child)) return;
    for (const written of [...this.#found(behindSpeech), ...this.#found(speakingOrSeen)]) if (!this.#find(written)) this.#child(written);
  }
}

function addForm(draft: Draft, written: string): void {
  const form = wordsOf(written);
  const key = form.join(" ");
  if (form.length && !draft.forms.has(key)) draft.forms.set(key, form);
}

/** Adds a name and, of a full name, the first name and, behind a title, nothing but the whole. */
function addNames(draft: Draft, name: string): void {
  const written = name.replace(/['’]s$|['’]$/, "");
  if (relations.get(written.toLowerCase())) return;
  addForm(draft, written);
  const parts = written.split(" ");
  if (parts.length > 1 && !titleOf(written) && parts[0]!.length > 1) addForm(draft, parts[0]!);
  if (/^\p{Lu}/u.test(written) && draft.name === draft.relation) draft.name = written;
}

function rename(draft: Draft, known: string): void {
  const first = known.trim().split(" ")[0]!.replace(/[^\p{L}\p{M}'-]/gu, "");
  if (!first) return;
  addForm(draft, first);
  draft.name = first;
}

