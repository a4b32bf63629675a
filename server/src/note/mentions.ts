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

const base = (word: string): string => word.replace(/'s$|'$/, "");
const groupNouns = new Set(["girls", "boys", "children", "kids", "siblings", "brothers", "sisters", "twins"]);
const wordNames = /^(?:will|hope|grace|faith|joy|rose|summer|autumn|sky|river|mark|bill|dawn|may|april|june|august|jack|art|rich|pat|drew|frank|angel|precious|blessing|mercy|patience|honey|ruby|amber|ivy|lily|daisy|violet|holly|robin|max|ray|sunny|star|storm|reign|destiny|chase|brook|brooke|harper|hunter|ace|king|prince|princess|chance|noble|cherish|treasure|miracle)$/;

/** Finds who is named, and whom pronouns mean, sentence by sentence. */
export class MentionReader {
  readonly #byFirst = new Map<string, { form: readonly string[]; person: Person }[]>();
  readonly #byRelation = new Map<string, Person>();
  readonly #worker: Person;
  readonly #genders = new Map<Person, "f" | "m">();

  constructor(
    readonly people: readonly Person[],
    readonly children: readonly Child[],
    readonly letter: boolean,
  ) {
    for (const person of people) {
      for (const form of person.forms) {
        const list = this.#byFirst.get(form[0]!) ?? [];
        list.push({ form, person });
        this.#byFirst.set(form[0]!, list.sort((a, b) => b.form.length - a.form.length));
      }
      if (person.relation && !this.#byRelation.has(person.relation)) this.#byRelation.set(person.relation, person);
    }
    this.#worker = people.find(({ kind }) => kind === "worker") ?? { id: -1, kind: "worker", name: "the worker", forms: [] };
    for (const person of people) if (person.gender) this.#genders.set(person, person.gender);
  }

  genderOf(person: Person): "f" | "m" | undefined {
    return this.#genders.get(person);
  }

  /** Mentions of every sentence, in order, pronouns resolved. */
  read(sentences: readonly OuterSentence[]): OpenMention[][] {
    const drafts = sentences.map((sentence) => this.#find(sentence));
    this.#inferGenders(sentences, drafts);
    const resolved: OpenMention[][] = [];
    sentences.forEach((sentence, index) => {
      const list: OpenMention[] = [];
      resolved.push(list);
      for (const draft of drafts[index]!) list.push(draft.how === "pronoun" && !draft.person ? this.#resolve(draft, list, resolved, sentences, index) : this.#otherChild(draft, list));
    });
    return resolved;
  }

  /** In a note about two children, "his sister" is the other one. */
  #otherChild(draft: OpenMention, before: readonly OpenMention[]): OpenMention {
    if (draft.how !== "relation" || draft.person?.kind !== "sibling" || draft.person.id >= 0 || this.children.length !== 2) return draft;
    const owner = before.findLast(({ to, role }) => to === draft.from && role === "other")?.person;
    const other = owner?.kind === "child" ? this.children.find(({ person }) => person !== owner) : undefined;
    const gender = draft.person.gender;
    return other && (!gender || (this.genderOf(other.person) ?? gender) === gender) ? { ...draft, person: other.person, children: [other] } : draft;
  }

  #childOf(person: Person | undefined): Child[] {
    const child = this.children.find((one) => one.person === person);
    return child ? [child] : [];
  }

  #find(sentence: OuterSentence): OpenMention[] {
    const { tokens, prose } = sentence;
    const found: OpenMention[] = [];
    if (sentence.told) return [{ start: 0, end: 0, from: 0, to: 0, word: "", how: "name", role: "subject", children: this.#childOf(sentence.told), person: sentence.told }];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!;
      const make = (person: Person | undefined, to: number, how: Mention["how"], children: readonly Child[] = this.#childOf(person), from = at): void => {
        const possessive = /'s?$/.test(tokens[to - 1]!.word);
        found.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to, word: token.word, how, children, role: possessive ? "other" : roleOf(tokens, from, to, prose), ...(person ? { person } : {}) });
        at = to - 1;
      };
      const named = this.#nameAt(tokens, at);
      if (named) {
        make(named.person, at + named.length, "name");
        continue;
      }
      const group = this.#groupAt(tokens, at);
      if (group) {
        make(undefined, group.to, "group", group.children);
        continue;
      }
      const related = this.#relationAt(tokens, at, prose);
      if (related) {
        make(related.person, related.to, "relation", undefined, at);
        continue;
      }
      const word = token.word.replace(/'(?:s|d|ll|ve|re|m)$/, "");
      if (pronounsWorker.has(word) || pronounsWe.has(word)) make(this.#worker, at + 1, "pronoun", []);
      else if (pronounsYou.has(word) && this.letter && this.children[0]) make(this.children[0].person, at + 1, "pronoun");
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
    const first = base(token.word);
    for (const { form, person } of this.#byFirst.get(first) ?? []) {
      if (!form.every((word, index) => base(tokens[at + index]?.word ?? "") === word)) continue;
      if (form.length === 1 && months.has(first) && (/^(?:in|last|next|of|since|early|late|until|till|by|mid|this|every)$/.test(tokens[at - 1]?.word ?? "") || /^\d/.test(tokens[at + 1]?.word ?? "") || /^\d/.test(tokens[at - 1]?.word ?? ""))) continue;
      if (form.length === 1 && wordNames.test(first) && at === 0 && /^(?:to|that|you|the|a|we|she|he|it|i)$/.test(tokens[1]?.word ?? "") && first !== "will") continue;
      if (/^(?:holidays?|term|club)$/.test(tokens[at + 1]?.word ?? "") && first === "summer") continue;
      return { person, length: form.length };
    }
    if (at > 0 || /^(?:said|told|was|is|has|says)$/.test(tokens[1]?.word ?? "")) return this.#nearName(first);
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
    const next = tokens[at + 1]?.word ?? "";
    const of = (gender: "f" | "m" | undefined) => this.children.filter(({ person, unborn }) => !unborn && (!gender || (this.genderOf(person) ?? gender) === gender));
    const noun = (candidate: string): readonly Child[] | undefined => (groupNouns.has(candidate) ? of(/girls|sisters/.test(candidate) ? "f" : /boys|brothers/.test(candidate) ? "m" : undefined) : undefined);
    if (/^(?:both|all|the|these|two|three|four|five|six|my|our)$/.test(word)) {
      for (let i = at + 1; i <= at + 3 && i < tokens.length; i += 1) {
        const group = noun(tokens[i]!.word);
        if (group) return { children: group, to: i + 1 };
        if (!/^(?:the|of|two|three|four|five|older|younger|other)$/.test(tokens[i]!.word)) break;
      }
      if (word === "both" && (next === "of" || this.children.length === 2)) return { children: of(undefined), to: at + (tokens[at + 1]?.word === "of" ? 3 : 1) > tokens.length ? at + 1 : at + (next === "of" ? 3 : 1) };
      if (word === "all" && /^(?:three|four|five|six|of)$/.test(next)) return { children: of(undefined), to: Math.min(tokens.length, at + (next === "of" ? 3 : 2)) };
    }
    if (/^(?:children|kids|girls|boys)$/.test(word)) return { children: noun(word)!, to: at + 1 };
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
      const word = base(tokens[next]?.word ?? "");
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
      return { person: this.#byRelation.get(key) ?? this.#anonymous(key, kind, relation.gender), to: end + 1 };
    }
  }

  #relationAhead(tokens: readonly NoteToken[], at: number, prose: string): boolean {
    let next = at;
    while (next < tokens.length && modifiers.has(tokens[next]!.word) && tight(tokens, next, prose)) next += 1;
    return relations.has(base(tokens[next]?.word ?? "")) && relations.get(base(tokens[next]!.word))!.kind !== "professional";
  }

  /** In a note about two children, "his sister" is the other one. */
  #sibling(gender: "f" | "m" | undefined, _tokens: readonly NoteToken[], _at: number): Person | undefined {
    const fitting = this.children.filter(({ person, unborn }) => !unborn && gender !== undefined && this.genderOf(person) === gender);
    return this.children.length === 2 && fitting.length === 1 ? fitting[0]!.person : undefined;
  }

  readonly #nameless = new Map<string, Person>();
  #anonymous(key: string, kind: Person["kind"], gender: "f" | "m" | undefined): Person {
    let person = this.#nameless.get(key);
    if (!person) {
      person = { id: -2 - this.#nameless.size, kind, name: key, forms: [], relation: key, ...(gender ? { gender } : {}) };
      this.#nameless.set(key, person);
      if (gender) this.#genders.set(person, gender);
    }
    return person;
  }

  /** Learns from the note itself which pronoun goes with whom: "Kai … his spellings". Never said aloud, only used to read on. */
  #inferGenders(sentences: readonly OuterSentence[], drafts: readonly OpenMention[][]): void {
    const votes = new Map<Person, { f: number; m: number }>();
    const vote = (person: Person, gender: "f" | "m", weight: number) => {
      const tally = votes.get(person) ?? { f: 0, m: 0 };
      tally[gender] += weight;
      votes.set(person, tally);
    };
    const pronounGender = (word: string): "f" | "m" | undefined => (pronounsF.has(word) ? "f" : pronounsM.has(word) ? "m" : undefined);
    sentences.forEach((sentence, index) => {
      const list = drafts[index]!.filter(({ person, how }) => how !== "group" && person?.kind !== "worker");
      list.forEach((mention, at) => {
        const gender = mention.how === "pronoun" && !mention.person ? pronounGender(mention.word) : undefined;
        if (!gender) return;
        const before = list.slice(0, at).filter(({ person }) => person);
        const fitting = before.filter(({ person }) => (this.#genders.get(person!) ?? gender) === gender);
        const people = new Set(fitting.map(({ person }) => person!));
        const near = before.at(-1);
        const own = near?.person && /^(?:(?:on|by|with) )?(?:his|her|him)/.test(sentence.prose.slice(near.end, mention.end).trim()) && /\b(?:own|self)\b|himself|herself/.test(sentence.prose.slice(mention.start, mention.end + 5));
        const reported = near !== undefined && mention.role === "subject" && sentence.tokens.slice(near.to, mention.from).some(({ word }) => speechVerbs.has(word));
        if (own && !this.#genders.has(near.person!)) vote(near.person!, gender, 3);
        else if (reported) return;
        else if (people.size === 1 && !this.#genders.has([...people][0]!)) vote([...people][0]!, gender, 1);
        else if (!before.length && index > 0 && sentences[index - 1]!.section === sentence.section) {
          const earlier = new Set(drafts[index - 1]!.filter(({ person, role }) => person && person.kind !== "worker" && role === "subject" && (this.#genders.get(person) ?? gender) === gender).map(({ person }) => person!));
          if (earlier.size === 1 && !this.#genders.has([...earlier][0]!)) vote([...earlier][0]!, gender, 1);
        }
      });
      // "her brother Folarin", "their daughter Mia".
      drafts[index]!.forEach((mention, at) => {
        const next = drafts[index]![at + 1];
        if (!sentence.tokens[mention.to - 1]) return;
        const relation = relations.get(base(sentence.tokens[mention.to - 1]!.word));
        const word = base(sentence.tokens[mention.to - 1]!.word);
        if (next?.how === "name" && next.from === mention.to && next.person && !this.#genders.has(next.person)) {
          const gender = relation?.gender ?? (/^(?:son|boy)$/.test(word) ? "m" : /^(?:daughter|girl)$/.test(word) ? "f" : undefined);
          if (gender && next.person.kind === "child") vote(next.person, gender, 5);
        }
      });
    });
    for (const [person, { f, m }] of votes) if (Math.max(f, m) >= 1 && Math.max(f, m) >= 2 * Math.min(f, m) && f !== m) this.#genders.set(person, f > m ? "f" : "m");
    for (const child of this.children) if (/^(?:f|m)$/.test(child.person.gender ?? "")) this.#genders.set(child.person, child.person.gender!);
  }

  #resolve(draft: OpenMention, current: readonly OpenMention[], all: readonly OpenMention[][], sentences: readonly OuterSentence[], index: number): OpenMention {
    const gender = pronounsF.has(draft.word) ? "f" : pronounsM.has(draft.word) ? "m" : undefined;
    const section = sentences[index]!.section;
    const known = (person: Person): OpenMention => ({ ...draft, person, children: this.#childOf(person) });
    const nearest = this.#reflexive(draft, current, sentences[index]!, gender);
    if (nearest) return known(nearest);
    const rival = this.#ownSubject(draft, current, sentences[index]!);
    const scores = new Map<Person, number>();
    // Who was "she" a moment ago is not "he" now.
    const meant = new Map<Person, "f" | "m">();
    for (const mention of [...(all[index - 1] ?? []), ...current]) if (mention.how === "pronoun" && mention.person && (pronounsF.has(mention.word) || pronounsM.has(mention.word))) meant.set(mention.person, pronounsF.has(mention.word) ? "f" : "m");
    for (let back = 0; back <= 7 && index - back >= 0; back += 1) {
      if (back > 0 && sentences[index - back]!.section !== section) break;
      const mentions = back === 0 ? current : all[index - back]!;
      if (!gender) {
        const group = mentions.findLast(({ how, children }) => how === "group" || children.length > 1);
        if (group) return { ...draft, children: group.children };
        const pair = this.#pair(mentions, sentences[index - back]!);
        if (pair) return { ...draft, children: pair };
      }
      this.#weigh(sentences[index - back]!, mentions, gender, back === 0 ? 1 : (sentences[index]!.first ? 0.15 : 0.8) / back, scores, meant);
      if (rival) scores.delete(rival);
      const asked = back === 0 ? this.#asked(draft, current, sentences[index]!) : undefined;
      if (asked && scores.has(asked)) scores.set(asked, scores.get(asked)! + 5);
      // The sentence itself and the one before it are weighed together, and those before while nobody stands out.
      if (back === 0 || (back < 3 && Math.max(0, ...scores.values()) < 1.7 && !sentences[index]!.first)) continue;
      const answer = this.#heaviest(scores, gender);
      if (answer === "unclear") return draft;
      if (answer) return known(answer);
    }
    const alone = this.#heaviest(scores, gender);
    if (alone === "unclear") return draft;
    if (alone) return known(alone);
    if (!gender) return this.children.length > 1 ? { ...draft, children: this.children.filter(({ unborn }) => !unborn) } : draft;
    if (section.child && (this.genderOf(section.child.person) ?? gender) === gender) return known(section.child.person);
    const fitting = this.children.filter(({ person, unborn }) => !unborn && (this.genderOf(person) ?? gender) === gender);
    return fitting.length === 1 ? known(fitting[0]!.person) : draft;
  }

  /** "Kai and Mya": the two that "they" takes up. */
  #pair(mentions: readonly OpenMention[], sentence: OuterSentence): readonly Child[] | undefined {
    const children = mentions.filter((mention, at) => mention.children.length === 1 && (/^,? and $|^, $/.test(sentence.prose.slice(mention.end, mentions[at + 1]?.start ?? mention.end)) || /^,? and $|^, $/.test(sentence.prose.slice(mentions[at - 1]?.end ?? mention.start, mention.start))));
    const set = [...new Set(children.flatMap((mention) => mention.children))];
    return set.length > 1 ? set : undefined;
  }

  /** "Kai by himself", "Mya on her own": the name right before. */
  #reflexive(draft: OpenMention, current: readonly OpenMention[], sentence: OuterSentence, gender: "f" | "m" | undefined): Person | undefined {
    const own = /^(?:himself|herself|themselves|themself)$/.test(draft.word) || sentence.tokens[draft.to]?.word === "own";
    const near = current.at(-1);
    if (!own || !near?.person || near.person.kind === "worker" || draft.from - near.to > (/self$|selves$/.test(draft.word) ? 6 : 3)) return undefined;
    return !gender || (this.#genders.get(near.person) ?? gender) === gender ? near.person : undefined;
  }

  /** "Kai asked Mya “…” and she said": whoever was asked answers. */
  #asked(draft: OpenMention, current: readonly OpenMention[], sentence: OuterSentence): Person | undefined {
    if (draft.role !== "subject") return undefined;
    // "I told Linh that nothing she put there": whom the worker told is spoken of.
    const told = current.find(({ from, person, role }) => role === "object" && person && person.kind !== "worker" && /^(?:told|asked|reminded|showed|promised|thanked)$/.test(sentence.tokens[from - 1]?.word ?? "") && /^(?:i|we)$/.test(sentence.tokens[from - 2]?.word ?? ""));
    if (told) return told.person;
    if (!speechVerbs.has(sentence.tokens[draft.to]?.word ?? "")) return undefined;
    return current.find(({ from, person, role }) => role === "object" && person && person.kind !== "worker" && /^ask(?:ed|s)?$/.test(sentence.tokens[from - 1]?.word ?? ""))?.person;
  }

  /** "Nuur had hit him": an object is not the subject of its own clause. */
  #ownSubject(draft: OpenMention, current: readonly OpenMention[], sentence: OuterSentence): Person | undefined {
    if (draft.role !== "object" || /self$|selves$/.test(draft.word)) return undefined;
    const subject = current.findLast(({ role }) => role === "subject");
    if (!subject?.person) return undefined;
    const between = sentence.prose.slice(subject.end, draft.start);
    return /[,;:]|\b(?:and|but|that|when|because|if|so|while)\b/i.test(between) ? undefined : subject.person;
  }

  /** Adds to the scores who stands out in a sentence: subjects before objects, those already meant by a pronoun before others. */
  #weigh(sentence: OuterSentence, mentions: readonly OpenMention[], gender: "f" | "m" | undefined, weight: number, scores: Map<Person, number>, meant: ReadonlyMap<Person, "f" | "m">): void {
    let subjects = 0;
    for (const { person, role, how, from, word } of mentions) {
      if (!person || person.kind === "worker" || (gender && how === "pronoun" && pronounsThey.has(word))) continue;
      const own = this.#genders.get(person) ?? meant.get(person);
      if (gender && own && own !== gender) continue;
      if (["parents", "grandparents", "staff", "siblings"].includes(person.relation ?? "")) continue;
      subjects += role === "subject" ? 1 : 0;
      // "I asked where Mum was": the subject of what is asked or told stands behind.
      const told = /^(?:if|whether|where|what|why|how)$/.test(sentence.tokens[from - 1]?.word ?? "");
      const score = (role === "subject" ? (told ? 2 : subjects === 1 ? 5 : 3) : role === "object" ? 2 : 1) + (how === "pronoun" ? 2 : how === "name" && role === "other" ? 0.5 : 0);
      scores.set(person, (scores.get(person) ?? 0) + score * weight);
    }
  }

  /** Who has the highest score; "unclear" where somebody of the right gender is near somebody whose gender nobody knows. */
  #heaviest(scores: ReadonlyMap<Person, number>, gender: "f" | "m" | undefined): Person | "unclear" | undefined {
    const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (!first) return undefined;
    if (second && gender && !this.#genders.get(first[0]) && this.#genders.get(second[0]) === gender && second[1] >= first[1] * 0.75 && (first[0].kind === "child") !== (second[0].kind === "child")) return "unclear";
    return first[0];
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
