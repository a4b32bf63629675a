import { readAge, ageOn, type Age } from "./age.ts";
import { readBirth, type CalendarDate } from "./dates.ts";
import type { Child, Detail, Person, PersonKind } from "./note.ts";
import { tokenise } from "../text/tokens.ts";
import { distance } from "../text/distance.ts";
import { partsInUse } from "./name-parts.ts";
import { fullName, genderOf, name, notNames, relationIn, roleIn, splitNames, titleOf } from "./names.ts";
import { months, relations, titles } from "./words.ts";

/** A person while the note is still being read. */
interface Draft {
  kind: PersonKind;
  name: string;
  forms: string[][];
  relation?: string;
  gender?: "f" | "m";
  minor?: boolean;
  child?: { fullName: string; age?: Age; born?: CalendarDate; unborn: boolean };
}

const wordsOf = (name: string): string[] => tokenise(name).map(({ word }) => word.replace(/'s$|'$/, ""));

/** Everybody of a note: the children first, then those whom its details and its text bring in. */
export class Cast {
  readonly #drafts: Draft[] = [];

  constructor(
    readonly details: readonly Detail[],
    readonly prose: string,
    readonly bodyStart: number,
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
    const present = this.details.filter(({ key }) => key === "present").map(({ value }) => value);
    const text = [...present, this.prose.slice(this.bodyStart)].join("\n");
    for (const draft of this.#drafts) {
      if (!draft.child || draft.child.unborn) continue;
      const first = draft.child.fullName.split(" ")[0]!;
      for (const part of partsInUse(draft.child.fullName, text)) {
        if (this.#find(part)) continue;
        addForm(draft, part);
        if (draft.name === first && !new RegExp(`(?<![\\p{L}\\p{M}])${first}(?![\\p{L}\\p{M}])(?! ${part})`, "u").test(text)) draft.name = part;
      }
    }
  }

  /** "In J's words", "J said": a child whom the note calls by an initial that nobody else shares. */
  #initials(): void {
    const body = this.prose.slice(this.bodyStart);
    for (const draft of this.#drafts) {
      const letter = draft.name[0]!.toUpperCase();
      if (!draft.child || !/[B-HJ-Z]/.test(letter) || this.#drafts.some((other) => other !== draft && other.name[0]?.toUpperCase() === letter)) continue;
      if (new RegExp(`(?<![\\p{L}\\d.&/(-])${letter}(?:['’]s)? (?:words?|view|voice|said|told|asked|wrote|was|is|did|drew|went|came|looked|has|had)\\b`, "u").test(body)) addForm(draft, letter);
    }
  }

  /** The cast as people and children. Ids count from 0. */
  done(): { people: Person[]; children: Child[] } {
    const children: Child[] = [];
    const people = this.#drafts.map((draft, id): Person => {
      const person: Person = { id, kind: draft.kind, name: draft.name, forms: draft.forms, ...(draft.relation ? { relation: draft.relation } : {}), ...(draft.gender ? { gender: draft.gender } : {}), ...(draft.minor ? { minor: true } : {}) };
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
        const meant = this.#drafts.find(({ child, forms }) => child && forms.some((form) => detail.written.toLowerCase().split(/[^\p{L}'-]+/u).includes(form[0]!))) ?? last;
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
      const named = children.find(({ forms }) => forms.some((form) => form.every((word) => words.includes(word))));
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
    const full = bare.replace(/,.*$/s, "").replace(/\b(?:known as|aka|aged?|dob|d\.o\.b\.?|born|unborn|due)\b.*$/is, "").replace(/\s*[-–—:]?\s*\d.*$/s, "").replace(/["“”]/g, "").replace(/\s+/g, " ").trim();
    const unborn = /\bunborn\b/i.test(written);
    if (!full && !unborn) return undefined;
    if (!unborn && !/^\p{Lu}/u.test(full)) return undefined;
    const parts = (full || "the baby").split(" ");
    const first = !full ? "the baby" : /^(?:baby|unborn)$/i.test(parts[0]!) && parts.length > 1 ? `${parts[0]} ${parts[1]}` : parts[0]!;
    const draft: Draft = { kind: "child", name: first, forms: [], child: { fullName: full || "the baby", unborn } };
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
    const age = !draft.child!.age && !born && !draft.child!.born ? /(?:^|[\s,–-])(?:aged?\s*)?(\d{1,2}\s*(?:years?|yrs?|months?|mths?|weeks?|y\/o|m|y)?)\s*(?:old)?\s*(?:$|,)/i.exec(outside) : undefined;
    if (age && readAge(age[1]!)) draft.child!.age = readAge(age[1]!)!;
    if (known) rename(draft, known[1]!);
    const same = this.#drafts.find((other) => other.child && other.forms.some((form) => form.join(" ") === wordsOf(first).join(" ")));
    if (same) return same;
    this.#drafts.push(draft);
    return draft;
  }

  #worker(): void {
    for (const detail of this.details) {
      if (detail.key !== "worker") continue;
      const first = detail.value.replace(/\(.*/s, "").split(/,| and |&|;/)[0]!.trim();
      if (!/^\p{Lu}/u.test(first)) continue;
      const draft: Draft = { kind: "worker", name: first, forms: [] };
      addForm(draft, first);
      const parts = first.split(" ");
      if (parts.length > 1 && parts[0]!.length > 1) addForm(draft, parts[0]!);
      this.#drafts.push(draft);
    }
  }

  /** Those present: "Kelly (mum), Pat (nan, left at 4.15pm)". */
  #list(detail: Detail): void {
    for (const piece of splitNames(detail.value)) {
      const match = new RegExp(`^((?:${fullName})|\\p{Ll}+)\\s*(?:\\(([^)]*)\\)|[,–-]\\s*(.+))?`, "u").exec(piece.replace(/^(?:and|also)\s+/i, ""));
      if (!match) continue;
      const relation = detail.key === "other" ? detail.written : (match[2] ?? match[3] ?? "");
      this.#bring(match[1]!, relation, detail.key === "present");
    }
  }

  /** Somebody of the team whom the text names, in full or by a first name that nobody else in the note has. */
  #colleague(written: string): void {
    const named = new RegExp(`^(${fullName})`, "u").exec(written.trim())?.[1];
    const body = this.prose.slice(this.bodyStart);
    if (!named || this.#find(named)) return;
    const forms = [named, ...(titleOf(named) ? [] : [named.split(" ")[0]!])].filter((form) => !this.#find(form) && new RegExp(`(?<![\\p{L}\\p{M}])${form}(?![\\p{L}\\p{M}])`, "u").test(body));
    if (!forms.length) return;
    const draft = this.#new({ kind: "professional", name: named, forms: [], ...genderOf(titleOf(named) ?? "") });
    for (const form of forms) addForm(draft, form);
  }

  /** Brings in somebody by name and by what is said of them. Two ways of naming one person are put together. */
  #bring(written: string, said: string, sure: boolean): Draft | undefined {
    const inName = relations.get(written.toLowerCase());
    if (!inName && !/^\p{Lu}/u.test(written)) return undefined;
    const relation = relationIn(said);
    if (inName && !relation) {
      const named = new RegExp(`^${fullName}$`, "u").test(said.trim()) ? said.trim() : undefined;
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
      const worker = this.#new({ kind: "worker", name: written, forms: [] });
      addNames(worker, written);
      return worker;
    }
    if (relation) {
      const draft = ["family", "sibling"].includes(relation.kind) && !relation.of && relation.key !== "siblings" ? this.#byRelation(relation.key, relation.kind, relation.gender) : this.#new({ kind: relation.kind, name: written, forms: [], relation: relation.key, ...(relation.gender ? { gender: relation.gender } : genderOf(titleOf(written) ?? "")) });
      addNames(draft, written);
      return draft;
    }
    const title = titleOf(written);
    if (!sure && !title) return undefined;
    const draft = this.#new({ kind: title || roleIn(said) ? "professional" : "other", name: written.replace(/['’]s$/, ""), forms: [], ...(title ? genderOf(title) : {}) });
    addNames(draft, written);
    return draft;
  }

  #new(draft: Draft): Draft {
    this.#drafts.push(draft);
    return draft;
  }

  #byRelation(key: string, kind: PersonKind, gender: "f" | "m" | undefined): Draft {
    const existing = this.#drafts.find((draft) => draft.relation === key && draft.kind === kind && kind !== "sibling" && !draft.child);
    return existing ?? this.#new({ kind, name: key, forms: [], relation: key, ...(gender ? { gender } : {}) });
  }

  #find(written: string): Draft | undefined {
    const words = wordsOf(written.replace(/['’]s$|['’]$/, "")).join(" ");
    return this.#drafts.find((draft) => draft.forms.some((form) => form.join(" ") === words));
  }

  /** Where the details name no child: "Re Aaliyah Hussain, 13", "Dear Kai,", "Leo (6)", "Maya, aged 9". */
  #childFromText(): void {
    const body = this.prose.slice(this.bodyStart);
    const opening = new RegExp(`^\\s*(?:Re:?|RE:?|Regarding:?|Subject:?|Name:?)\\s+(${fullName})(?:,|\\s*\\()?\\s*(?:aged?\\s*)?(\\d{1,2})?`, "mu").exec(body.slice(0, 600)) ?? new RegExp(`^\\s*(?:Dear|Hi|Hello|To)\\s+(${name})\\b`, "mu").exec(body.slice(0, 400));
    if (!opening) return;
    this.#child(opening[2] ? `${opening[1]} (${opening[2]})` : opening[1]!);
    // "…, and her sister Posy, 8" on the same line.
    const line = body.slice(opening.index + opening[0].length).split("\n")[0]!;
    for (const match of line.matchAll(new RegExp(`(?:,|and|&) (?:(?:his|her|their) (?:\\p{L}+ )?(?:brother|sister|sibling|twin|baby),? )?(${fullName})(?:,| \\(| aged) ?(?:aged )?(\\d{1,2})(?! ?(?:am|pm|/))`, "gu"))) this.#child(`${match[1]} (${match[2]})`);
  }

  /** Those whom the text brings in. */
  #introduced(): void {
    const body = this.prose.slice(this.bodyStart);
    const bracketed = new RegExp(`(${fullName}|(?<![\\p{L}])\\p{Ll}+)(?:'s)?\\s*\\(([^()]{1,60})\\)`, "gu");
    for (const match of body.matchAll(bracketed)) {
      const inside = match[2]!.trim();
      const words = match[1]!.replace(/'s$/, "").split(" ").filter((word, index, all) => !(index === 0 && all.length > 1 && notNames.has(word)));
      const written = words.join(" ");
      if (!written || notNames.has(written) || this.#find(written)?.child) continue;
      const age = /^(?:aged?\s*)?(\d{1,2})(?:\s*(?:years?|yrs?|months?|mths?|weeks?)(?:\s*old)?)?$/i.exec(inside);
      if (age && /^\p{Lu}/u.test(written)) {
        if (!this.#hasChildren() && Number(age[1]) < 18) this.#child(`${written} (${inside})`);
        else if (!this.#find(written) && Number(age[1]) < 18) addNames(this.#new({ kind: "friend", name: written, forms: [], minor: true }), written);
        continue;
      }
      const last = words.at(-1)!;
      const relation = relations.get(last.toLowerCase());
      if (relation && new RegExp(`^${fullName}`, "u").test(inside)) this.#bring(last, inside.replace(/,.*$/, ""), false);
      else if (/^\p{Lu}/u.test(written)) this.#bring(written, inside, false);
    }
    // "his nan, Pat," and "my team manager, Joan Ellis": a relation, then a name between commas.
    const relationWords = [...relations.keys()].map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join("|");
    for (const match of body.matchAll(new RegExp(`(?<![\\p{L}'])(${relationWords}|lead|adviser|assistant),? (${fullName})(?=[,.; )]|'s|$)`, "gu"))) {
      const [, relation, written] = match;
      if (!/^\p{Lu}/u.test(written!) || notNames.has(written!.split(" ")[0]!) || months.has(written!.toLowerCase())) continue;
      // "Sister Quayle" on a ward is nobody's sister.
      if (relation === "Sister" && !/\b(?:his|her|their|my|your|'s) $/i.test(body.slice(Math.max(0, match.index - 8), match.index))) continue;
      const comma = match[0].includes(",");
      // Without a comma the next word is only a name where it does not start a sentence of its own.
      const rest = body.slice(match.index + match[0].length, match.index + match[0].length + 12);
      const existing = this.#find(written!);
      if (existing?.child) continue;
      if (existing) continue;
      if (comma && !/^[,.]|^\s(?:at|on|by|in|who|about|the|today|from)\b|^$/.test(rest)) continue;
      this.#bring(written!, relation!, false);
    }
    // "Pat, his nan," and "Jo Bright, social worker".
    for (const match of body.matchAll(new RegExp(`(${fullName}), ((?:his|her|their|my|the|our|a|[\\p{Lu}][\\p{L}]+'s)?\\s?(?:\\p{L}+[ -]){0,2}(?:${relationWords}))(?=[,.;)])`, "gu"))) {
      if (notNames.has(match[1]!.split(" ")[0]!) || this.#find(match[1]!)) continue;
      if (/\b(?:his|her|their|my|the|our|a)\b|'s/.test(match[2]!) || /^(?:family|carer)$/.test(relations.get(match[2]!.split(/[ -]/).at(-1)!.toLowerCase())?.kind ?? "") || relations.get(match[2]!.split(/[ -]/).at(-1)!.toLowerCase())?.kind === "professional") this.#bring(match[1]!, match[2]!, false);
    }
    for (const match of body.matchAll(new RegExp(`\\b(man|woman|lad|boy|girl|friend|mate|male|female|adult|guy|bloke|lady) (?:called|named|known as) (${name})`, "gu"))) {
      if (this.#find(match[2]!)) continue;
      addNames(this.#new({ kind: /lad|boy|girl|friend|mate/.test(match[1]!) ? "friend" : "other", name: match[2]!, forms: [], ...(/^(?:man|lad|boy|male|guy|bloke)/.test(match[1]!) ? { gender: "m" as const } : /^(?:woman|girl|female|lady)/.test(match[1]!) ? { gender: "f" as const } : {}) }), match[2]!);
    }
  }

  /** Somebody whom nobody introduced, and who rings, works, lets the worker in or tells them things: a grown-up, as a rule. */
  #strangers(): void {
    if (!this.#hasChildren()) return;
    for (const match of this.prose.slice(this.bodyStart).matchAll(new RegExp(`(?<![\\p{L}'-] ?)(${name})(?:, who [^,.]{2,40},)? (?:rang|phoned|emailed|texted me|told me|told us|lets?|opened|works?|drove|drives|agreed|answered|said (?:she|he) (?:would|will|had|could|has)|says (?:she|he|it|that)|found|cooked|thinks|asked me|put it|feels|reports?|explained|confirmed|met me)\\b`, "gu"))) {
      const written = match[1]!;
      if (/['’]s?$/.test(written) || notNames.has(written) || this.#find(written) || relations.has(written.toLowerCase()) || months.has(written.toLowerCase()) || titles.has(written.toLowerCase())) continue;
      if (/^(?:School|Nursery|College|Police|Housing|Health|Reception|Children|Hospital|Staff|Everyone|Nobody|Someone|Somebody)$/.test(written) || this.#drafts.some(({ child, forms }) => child && forms.some((form) => distance(form[0]!, written.toLowerCase()) <= 2))) continue;
      addNames(this.#new({ kind: "other", name: written, forms: [] }), written);
    }
  }

  #hasChildren(): boolean {
    return this.#drafts.some(({ child }) => child) && this.details.some(({ key }) => key === "child" || key === "sibling");
  }

  /** "Mrs Lowe", "Mr Patel": grown-ups in their role. */
  #titled(): void {
    for (const match of this.prose.slice(this.bodyStart).matchAll(new RegExp(`\\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Sister|Matron|PC|DS|DC|DI|Sgt|Nurse|Rev|Prof|Judge)\\.? (${name}(?:-${name})?)`, "gu"))) {
      const written = `${match[1]} ${match[2]}`;
      if (!this.#find(written)) addNames(this.#new({ kind: "professional", name: written, forms: [], ...genderOf(match[1]!.toLowerCase()) }), written);
    }
  }

  /** In a text that names no child at all, a first name that speaks or is seen is the child's. */
  #speakingStranger(): void {
    if (this.#drafts.some(({ child }) => child)) return;
    const body = this.prose.slice(this.bodyStart);
    const said = new RegExp(`(?<![\\p{L}] )(?:^|[.!?"'\\n,;:]\\s*|\\b(?:and|saw|with|asked|told|when|that|but|to|seeing|between|because|As) )(${name})(?:'s)?(?: \\([^)]*\\))?(?: (?:also|then|just|quietly))? (?:said|says|told|asked|signed|wrote|drew|texted|was|is|did|alone|seen|has|and|on (?:his|her|their) own|showed|did|played|smiled|went|came|kept|looked|by (?:him|her)self|I|would|had|“|")`, "gmu");
    const tag = new RegExp(`["”'’],? (?:said|says|asked|told me|whispered|shouted|wrote) (${name})`, "gu");
    for (const match of [...body.matchAll(tag), ...body.matchAll(said)]) {
      const written = match[1]!;
      if (notNames.has(written) || this.#find(written) || relations.has(written.toLowerCase()) || months.has(written.toLowerCase()) || titles.has(written.toLowerCase()) || /^(?:I|Mum|Dad)/.test(written)) continue;
      this.#child(written);
    }
  }
}

function addForm(draft: Draft, written: string): void {
  const form = wordsOf(written);
  if (form.length && !draft.forms.some((known) => known.join(" ") === form.join(" "))) draft.forms.push(form);
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

