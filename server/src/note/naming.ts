import { distance } from "../text/distance.ts";
import type { Child, Mention, NoteToken, Person, Section } from "./note.ts";
import { adverbs, auxiliaries, modifiers, months, openers, prepositions, pronounsF, pronounsM, pronounsThey, pronounsWe, pronounsWorker, pronounsYou, relations, speechVerbs, subordinators } from "./words.ts";

/** A sentence as far as mentions need it: the tokens outside quotations, and the prose for what stands between them. */
export interface OuterSentence {
  readonly section: Section;
  readonly tokens: readonly NoteToken[];
  readonly prose: string;
  /** Of words without marks: who says them, and so stands first in the reader's mind. */
  readonly told?: Person;
  /** True for the first sentence of its block. */
  readonly first?: boolean;
}

/** A mention while pronouns are being resolved. */
export interface OpenMention extends Mention {
  /** Index of its first token and of the one behind its last, in the outer tokens. */
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** Spellings that stand for a child's name, in small letters, with the name that is meant. */
export type Misspelt = ReadonlyMap<string, string>;

const groupNouns = new Set(["girls", "boys", "children", "kids", "siblings", "brothers", "sisters", "twins"]);
/** How a group of children begins: counted or pointed at, or by its noun alone. */
const groupOpeners: ReadonlyMap<string, "counts" | "names" | "either"> = new Map([
  ...["both", "all", "the", "these", "two", "three", "four", "five", "six", "my", "our"].map((word) => [word, "counts"] as const),
  ...["children", "kids", "girls", "boys"].map((word) => [word, "names"] as const),
  ["either", "either"],
]);
const wordNames = /^(?:will|hope|grace|faith|joy|rose|summer|autumn|sky|river|mark|bill|dawn|may|april|june|august|jack|art|rich|pat|drew|frank|angel|precious|blessing|mercy|patience|honey|ruby|amber|ivy|lily|daisy|violet|holly|robin|max|ray|sunny|star|storm|reign|destiny|chase|brook|brooke|harper|hunter|ace|king|prince|princess|chance|noble|cherish|treasure|miracle)$/;

/** The names of a note's people, made once for all of its sections. */
export class NameIndex {
  readonly byFirst = new Map<string, { form: readonly string[]; person: Person }[]>();
  readonly byRelation = new Map<string, Person>();
  readonly worker: Person;

  constructor(people: readonly Person[], children: readonly Child[], misspelt: Misspelt = new Map()) {
    for (const [written, name] of misspelt) {
      const child = children.find((one) => one.name === name);
      const form = written.split("-");
      if (child) this.byFirst.set(form[0]!, [...(this.byFirst.get(form[0]!) ?? []), { form, person: child.person }]);
    }
    for (const person of people) {
      for (const form of person.forms) {
        const list = this.byFirst.get(form[0]!) ?? [];
        list.push({ form, person });
        this.byFirst.set(form[0]!, list.sort((a, b) => b.form.length - a.form.length));
      }
      if (person.relation && !this.byRelation.has(person.relation)) this.byRelation.set(person.relation, person);
    }
    this.worker = people.find(({ kind }) => kind === "worker") ?? { id: -1, kind: "worker", name: "the worker", forms: [] };
  }
}

/** Finds who is named in a sentence of one section: by name, near name, relation, in a group, or as "I" and "you". */
export class Naming {
  constructor(
    readonly index: NameIndex,
    readonly children: readonly Child[],
    /** The note is written to the child: "you" is the child. */
    readonly letter: boolean,
    /** What is known so far of who is "she" and who is "he". */
    readonly genders: Map<Person, "f" | "m">,
  ) {}

  childOf(person: Person | undefined): Child[] {
    const child = this.children.find((one) => one.person === person);
    return child ? [child] : [];
  }

  /** Who is named or meant in a sentence, in order; pronouns of the third person wait for their person. */
  find(sentence: OuterSentence): OpenMention[] {
    const { tokens, prose } = sentence;
    const found: OpenMention[] = [];
    if (sentence.told) return [{ start: 0, end: 0, from: 0, to: 0, word: "", how: "name", role: "subject", children: this.childOf(sentence.told), person: sentence.told }];
    /** Adds who is meant by the tokens from `from` up to and without `to`; returns the last of them. */
    const make = (from: number, to: number, how: Mention["how"], person: Person | undefined, children: readonly Child[] = this.childOf(person)): number => {
      const [first, last] = [tokens[from]!, tokens[to - 1]!];
      found.push({ start: first.start, end: last.end, from, to, word: first.word, how, children, role: last.bare === last.word ? roleOf(tokens, from, to, prose) : "other", ...(person ? { person } : {}) });
      return to - 1;
    };
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!;
      const named = this.#nameAt(tokens, at);
      if (named) {
        at = make(at, at + named.length, "name", named.person);
        continue;
      }
      const group = this.#groupAt(tokens, at);
      if (group) {
        at = make(at, group.to, "group", undefined, group.children);
        continue;
      }
      const related = this.#relationAt(tokens, at, prose);
      if (related) {
        at = make(at, related.to, "relation", related.person);
        continue;
      }
      const word = token.word.includes("'") ? token.word.replace(/'(?:s|d|ll|ve|re|m)$/, "") : token.word;
      if (pronounsWorker.has(word) || pronounsWe.has(word)) make(at, at + 1, "pronoun", this.index.worker, []);
      else if (pronounsYou.has(word) && this.letter && this.children[0]) make(at, at + 1, "pronoun", this.children[0].person);
      else if (pronounsF.has(word) || pronounsM.has(word) || pronounsThey.has(word)) {
        const role = /^(?:his|hers|their|theirs)$/.test(word) || (word === "her" && possessiveHer(tokens, at)) ? "other" : /^(?:him|them|himself|herself|themselves|themself)$/.test(word) || word === "her" ? "object" : "subject";
        found.push({ start: token.start, end: token.end, from: at, to: at + 1, word, how: "pronoun", children: [], role });
      }
    }
    return found;
  }

  #nameAt(tokens: readonly NoteToken[], at: number): { person: Person; length: number } | undefined {
    const token = tokens[at]!;
    if (!token.capital) return undefined;
    const first = token.bare;
    for (const { form, person } of this.index.byFirst.get(first) ?? []) {
      if (!form.every((word, index) => tokens[at + index]?.bare === word)) continue;
      if (form.length === 1 && months.has(first) && (/^(?:in|last|next|of|since|early|late|until|till|by|mid|this|every)$/.test(tokens[at - 1]?.word ?? "") || /^\d/.test(tokens[at + 1]?.word ?? "") || /^\d/.test(tokens[at - 1]?.word ?? ""))) continue;
      if (form.length === 1 && wordNames.test(first) && at === 0 && /^(?:to|that|you|the|a|we|she|he|it|i)$/.test(tokens[1]?.word ?? "") && first !== "will") continue;
      if (/^(?:holidays?|term|club)$/.test(tokens[at + 1]?.word ?? "") && first === "summer") continue;
      return { person, length: form.length };
    }
    const next = tokens[at + 1]?.word ?? "";
    if (at > 0 || verbForms.test(next) || speechVerbs.has(next) || /ed$/.test(next) || /^(?:also|then|just|and)$/.test(next) || /'s$/.test(token.word)) return this.#nearName(first);
    return undefined;
  }

  /** A misspelt name of a child still means the child. */
  #nearName(written: string): { person: Person; length: number } | undefined {
    if (written.length < 4 || relations.has(written) || months.has(written)) return undefined;
    for (const { person } of this.children)
      for (const form of person.forms) {
        const name = form[0]!;
        if (form.length > 1 || name.length < 4 || Math.abs(name.length - written.length) > 2) continue;
        const most = name.length >= 6 || name.slice(0, 3) === written.slice(0, 3) ? 2 : 1;
        if ((name[0] === written[0] || name.slice(-3) === written.slice(-3)) && distance(name, written) <= most) return { person, length: 1 };
      }
    return undefined;
  }

  #groupAt(tokens: readonly NoteToken[], at: number): { children: readonly Child[]; to: number } | undefined {
    if (this.children.length < 2) return undefined;
    const word = tokens[at]!.word;
    if (!groupOpeners.has(word)) return undefined;
    const next = tokens[at + 1]?.word ?? "";
    const of = (gender: "f" | "m" | undefined) => this.children.filter(({ person, unborn }) => !unborn && (!gender || (this.genders.get(person) ?? gender) === gender));
    const noun = (candidate: string): readonly Child[] | undefined => (groupNouns.has(candidate) ? of(/girls|sisters/.test(candidate) ? "f" : /boys|brothers/.test(candidate) ? "m" : undefined) : undefined);
    if (groupOpeners.get(word) === "counts") {
      for (let i = at + 1; i <= at + 3 && i < tokens.length; i += 1) {
        const group = noun(tokens[i]!.word);
        if (group) return { children: group, to: i + 1 };
        if (!/^(?:the|of|two|three|four|five|older|younger|other)$/.test(tokens[i]!.word)) break;
      }
      if (word === "both" && (next === "of" || this.children.length === 2)) return { children: of(undefined), to: at + (tokens[at + 1]?.word === "of" ? 3 : 1) > tokens.length ? at + 1 : at + (next === "of" ? 3 : 1) };
      if (word === "all" && /^(?:three|four|five|six|of)$/.test(next)) return { children: of(undefined), to: Math.min(tokens.length, at + (next === "of" ? 3 : 2)) };
    }
    if (groupOpeners.get(word) === "names") return { children: noun(word)!, to: at + 1 };
    if (word === "either" && next === "of") return { children: of(undefined), to: Math.min(tokens.length, at + 3) };
    return undefined;
  }

  /** "his nan", "Kai's mum", "mum's ex-partner", "foster carer": the last relation of the chain is meant. */
  #relationAt(tokens: readonly NoteToken[], at: number, prose: string): { person: Person; to: number } | undefined {
    let to = at;
    let of: string | undefined;
    for (;;) {
      let next = to;
      while (next < tokens.length && modifiers.has(tokens[next]!.word) && next - to < 3 && tight(tokens, next, prose)) next += 1;
      const word = (tokens[next]?.bare ?? "");
      let relation = relations.get(word);
      let end = next;
      if (!relation && next > to && relations.has(tokens[next - 1]!.word) && (next - 1 > to || tokens[next - 1]!.word === "head")) {
        relation = relations.get(tokens[next - 1]!.word);
        end = next - 1;
      }
      if (!relation) return undefined;
      if (word === "head" || word === "visitor" || word === "worker" || word === "sister" || word === "officer") {
        // "his head", "a visitor": only with their own word before ("school head", "health visitor").
        if (word === "head" && next === to) return undefined;
        if (word === "visitor" && tokens[next - 1]?.word !== "health") return undefined;
      }
      if (word === "mate" || word === "friend") return { person: this.#anonymous("friend", "friend", relation.gender), to: end + 1 };
      const possessive = /'s$|s'$/.test(tokens[end]!.word) && end + 1 < tokens.length;
      if (possessive && this.#relationAhead(tokens, end + 1, prose)) {
        of = relation.key;
        to = end + 1;
        continue;
      }
      const foster = tokens.slice(at, end).some((token) => token.word === "foster");
      const step = tokens.slice(at, end).some((token) => token.word === "step");
      const key = foster ? "foster carer" : step ? `step${relation.key}` : of ? `${of}'s ${relation.key}` : relation.key;
      const kind = foster ? "carer" : of && relation.kind === "sibling" ? "relative" : relation.kind;
      if (relation.kind === "sibling" && !of) {
        const other = this.#sibling(relation.gender, tokens, at);
        if (other) return { person: other, to: end + 1 };
      }
      return { person: this.index.byRelation.get(key) ?? this.#anonymous(key, kind, relation.gender), to: end + 1 };
    }
  }

  #relationAhead(tokens: readonly NoteToken[], at: number, prose: string): boolean {
    let next = at;
    while (next < tokens.length && modifiers.has(tokens[next]!.word) && tight(tokens, next, prose)) next += 1;
    return relations.has((tokens[next]?.bare ?? "")) && relations.get(tokens[next]!.bare)!.kind !== "professional";
  }

  /** In a note about two children, "his sister" is the other one. */
  #sibling(gender: "f" | "m" | undefined, _tokens: readonly NoteToken[], _at: number): Person | undefined {
    const fitting = this.children.filter(({ person, unborn }) => !unborn && gender !== undefined && this.genders.get(person) === gender);
    return this.children.length === 2 && fitting.length === 1 ? fitting[0]!.person : undefined;
  }

  readonly #nameless = new Map<string, Person>();
  #anonymous(key: string, kind: Person["kind"], gender: "f" | "m" | undefined): Person {
    let person = this.#nameless.get(key);
    if (!person) {
      person = { id: -2 - this.#nameless.size, kind, name: key, forms: [], relation: key, ...(gender ? { gender } : {}) };
      this.#nameless.set(key, person);
      if (gender) this.genders.set(person, gender);
    }
    return person;
  }
}

/** True where only a space parts a token from the next. */
const tight = (tokens: readonly NoteToken[], at: number, prose: string): boolean => at + 1 < tokens.length && /^[\s-]$/.test(prose.slice(tokens[at]!.end, tokens[at + 1]!.start));

const possessiveHer = (tokens: readonly NoteToken[], at: number): boolean => {
  const next = tokens[at + 1]?.word;
  return next !== undefined && !speechVerbs.has(next) && !openers.has(next) && !prepositions.has(next) && !auxiliaries.has(next) && !adverbs.has(next) && !/^(?:the|a|an|i|he|she|that|alone|too|there|here|up|down|out|off|away|back|it|not)$/.test(next);
};

/** Past and present forms that end in no -ed and follow a subject more often than an object. */
const verbForms = /^(?:came|went|sat|took|got|put|ran|held|kept|gave|made|saw|was|were|is|are|has|had|did|does|will|would|could|can|might|may|must|should|stood|left|met|felt|knew|thought|thinks|drew|wrote|sang|ate|drank|slept|woke|fell|hit|lost|found|brought|bought|caught|built|began|became|chose|drove|rode|wore|spoke|rang|let|shut|cut|wants|needs|likes|goes|comes|gets|lives|works|isn't|wasn't|didn't|won't|can't|couldn't|wouldn't|doesn't|hasn't|hadn't)$/;

function roleOf(tokens: readonly NoteToken[], from: number, to: number, prose: string): Mention["role"] {
  const previous = tokens[from - 1];
  if (!previous || tokens.slice(0, from).every(({ word }) => /^\d/.test(word))) return "subject";
  const following = tokens[to]?.word ?? "";
  const finite = verbForms.test(following) || speechVerbs.has(following) || (/[a-z]{2}ed$/.test(following) && following !== "named" && following !== "called");
  if (finite && /^\s?$/.test(prose.slice(tokens[to - 1]!.end, tokens[to]!.start)) && !prepositions.has(previous.word) && !speechVerbs.has(previous.word) && !/^(?:and|saw|heard|seeing|asked|helped|let|made|had|with|his|her|their|my|the|a)$/.test(previous.word)) return "subject";
  if (pronounsWorker.has(tokens[from]!.word) && /^(?:i|i'm|i'd|i've|i'll|we)$/.test(tokens[from]!.word)) return "subject";
  if (/^(?:me|my|mine|us|our|ours)$/.test(tokens[from]!.word)) return tokens[from]!.word === "me" || tokens[from]!.word === "us" ? "object" : "other";
  const between = prose.slice(previous.end, tokens[from]!.start);
  if (/[.,;:–—"()]/.test(between)) return prepositions.has(previous.word) ? "object" : "subject";
  const next = tokens[to]?.word ?? "";
  if (subordinators.has(previous.word) || (openers.has(previous.word) && !prepositions.has(previous.word))) return "subject";
  if (prepositions.has(previous.word)) return subordinators.has(previous.word) && auxiliaries.has(next) ? "subject" : "object";
  if (adverbs.has(previous.word) || /ly$/.test(previous.word)) return "subject";
  if (/^(?:his|her|my|your|our|their|the|a)$/.test(previous.word) || /'s$/.test(previous.word)) return from === 1 ? "subject" : roleOf(tokens, from - 1, to, prose);
  return "object";
}
