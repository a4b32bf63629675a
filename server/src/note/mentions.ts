import { Naming, type NameIndex, type OpenMention, type OuterSentence } from "./naming.ts";
import type { Child, Person } from "./note.ts";
import { pronounsF, pronounsM, pronounsThey, relations, speechVerbs } from "./words.ts";


/** A hint in the text that somebody is "she" or "he". */
export interface Vote {
  readonly person: Person;
  readonly gender: "f" | "m";
  readonly weight: number;
}

/** Who is "she" and who is "he". */
export type Genders = ReadonlyMap<Person, "f" | "m">;

/** How many mentions of one sentence a pronoun may take up: the last so many. No sentence that anybody wrote has as many. */
const mostNear = 100;
const lastOf = (mentions: readonly OpenMention[]): readonly OpenMention[] => (mentions.length > mostNear ? mentions.slice(-mostNear) : mentions);

/** Finds who is named, and whom pronouns mean, sentence by sentence of one section. */
export class MentionReader {
  readonly #naming: Naming;
  #genders: Map<Person, "f" | "m">;

  constructor(
    names: NameIndex,
    readonly children: readonly Child[],
    readonly letter: boolean,
    genders: Genders,
  ) {
    this.#genders = new Map(genders);
    this.#naming = new Naming(names, children, letter, this.#genders);
  }

  genderOf(person: Person): "f" | "m" | undefined {
    return this.#genders.get(person);
  }

  /** Who is named in every sentence, in order; pronouns of the third person wait for their person. */
  find(sentences: readonly OuterSentence[]): OpenMention[][] {
    return sentences.map((sentence) => this.#naming.find(sentence));
  }

  /** Mentions of every sentence, in order, pronouns resolved by what is known of who is "she". */
  resolve(sentences: readonly OuterSentence[], drafts: readonly OpenMention[][], genders: Genders): OpenMention[][] {
    const nameless = [...this.#naming.genders].filter(([{ id }]) => id < 0);
    this.#genders = new Map([...nameless, ...genders]);
    const resolved: OpenMention[][] = [];
    // What pronouns may take up.
    const near: (readonly OpenMention[])[] = [];
    sentences.forEach((sentence, index) => {
      const list: OpenMention[] = [];
      resolved.push(list);
      for (const draft of drafts[index]!) {
        near[index] = lastOf(list);
        list.push(draft.how === "pronoun" && !draft.person ? this.#resolve(draft, near[index]!, near, sentences, index) : this.#otherChild(draft, near[index]!));
      }
      near[index] = lastOf(list);
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

  /** What the text tells of which pronoun goes with whom: "Kai … his spellings". Never said aloud, only used to read on. */
  votes(sentences: readonly OuterSentence[], drafts: readonly OpenMention[][]): Vote[] {
    const votes: Vote[] = [];
    const vote = (person: Person, gender: "f" | "m", weight: number): void => void votes.push({ person, gender, weight });
    const pronounGender = (word: string): "f" | "m" | undefined => (pronounsF.has(word) ? "f" : pronounsM.has(word) ? "m" : undefined);
    sentences.forEach((sentence, index) => {
      const list = drafts[index]!.filter(({ person, how }) => how !== "group" && person?.kind !== "worker");
      list.forEach((mention, at) => {
        const gender = mention.how === "pronoun" && !mention.person ? pronounGender(mention.word) : undefined;
        if (!gender) return;
        const before = list.slice(Math.max(0, at - mostNear), at).filter(({ person }) => person);
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
        const relation = relations.get(sentence.tokens[mention.to - 1]!.bare);
        const word = sentence.tokens[mention.to - 1]!.bare;
        if (next?.how === "name" && next.from === mention.to && next.person && !this.#genders.has(next.person)) {
          const gender = relation?.gender ?? (/^(?:son|boy)$/.test(word) ? "m" : /^(?:daughter|girl)$/.test(word) ? "f" : undefined);
          if (gender && next.person.kind === "child") vote(next.person, gender, 5);
        }
      });
    });
    return votes;
  }

  #resolve(draft: OpenMention, current: readonly OpenMention[], all: readonly (readonly OpenMention[])[], sentences: readonly OuterSentence[], index: number): OpenMention {
    const gender = pronounsF.has(draft.word) ? "f" : pronounsM.has(draft.word) ? "m" : undefined;
    const section = sentences[index]!.section;
    const known = (person: Person): OpenMention => ({ ...draft, person, children: this.#naming.childOf(person) });
    const nearest = this.#reflexive(draft, current, sentences[index]!, gender);
    if (nearest) return known(nearest);
    // "Kai and Mya were in the garden. She …", and nothing tells who is she.
    const pair = gender && !current.length && index > 0 && sentences[index - 1]!.section === section ? this.#pair(all[index - 1]!, sentences[index - 1]!) : undefined;
    if (pair && pair.every(({ person }) => !this.#genders.get(person))) return draft;
    const rival = this.#ownSubject(draft, current, sentences[index]!);
    const scores = new Map<Person, number>();
    let answering = false;
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
      const asked = back <= 1 ? this.#asked(draft, current, sentences[index]!, all[index - 1] ?? [], sentences[index - 1]) : undefined;
      if (asked && scores.has(asked) && !answering) scores.set(asked, scores.get(asked)! + 5);
      answering ||= asked !== undefined && scores.has(asked);
      const going = back === 0 ? this.#goingOn(draft, current, sentences[index]!) : undefined;
      if (going && scores.has(going)) scores.set(going, scores.get(going)! + 4);
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
  #asked(draft: OpenMention, current: readonly OpenMention[], sentence: OuterSentence, before: readonly OpenMention[], asking: OuterSentence | undefined): Person | undefined {
    if (draft.role === "object") return undefined;
    // "I told Linh that nothing she put there", "I asked Elsie about her hand": whom the worker told or asked is spoken of.
    const told = current.find(({ from, person, role }) => role === "object" && person && person.kind !== "worker" && /^(?:told|asked|reminded|showed|promised|thanked)$/.test(sentence.tokens[from - 1]?.word ?? "") && /^(?:i|we)$/.test(sentence.tokens[from - 2]?.word ?? ""));
    if (told) return told.person;
    if (draft.role !== "subject" || !speechVerbs.has(sentence.tokens[draft.to]?.word ?? "")) return undefined;
    // "Mum asked Mya to tell me. “I don't want to,” she said."
    if (!current.length && /["'],?\s*$/.test(sentence.prose.slice(draft.start - 4, draft.start))) return before.find(({ from, person, role }) => role === "object" && person && person.kind !== "worker" && /^ask(?:ed|s)?$/.test(asking?.tokens[from - 1]?.word ?? ""))?.person;
    return current.find(({ from, person, role }) => role === "object" && person && person.kind !== "worker" && /^ask(?:ed|s)?$/.test(sentence.tokens[from - 1]?.word ?? ""))?.person;
  }

  /** "Mum did not agree to …, she said he gets upset": behind a comma, whoever the sentence began with goes on. */
  #goingOn(draft: OpenMention, current: readonly OpenMention[], sentence: OuterSentence): Person | undefined {
    if (draft.role !== "subject" || !speechVerbs.has(sentence.tokens[draft.to]?.word ?? "") || !/,\s*$/.test(sentence.prose.slice(draft.start - 3, draft.start))) return undefined;
    return current.find(({ role, person }) => role === "subject" && person && person.kind !== "worker")?.person;
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
      // In a note written to the child, "she" is somebody else.
      if (!person || person.kind === "worker" || (this.letter && person === this.children[0]?.person) || (gender && how === "pronoun" && pronounsThey.has(word))) continue;
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

/** Who is "she" and who is "he", after what was known and what is told; a person whom the hints tell apart only a little stays open. */
export function learnt(known: Genders, votes: Iterable<Vote>): Genders {
  const tallies = new Map<Person, { f: number; m: number }>();
  for (const { person, gender, weight } of votes) {
    const tally = tallies.get(person) ?? { f: 0, m: 0 };
    tally[gender] += weight;
    tallies.set(person, tally);
  }
  const genders = new Map(known);
  for (const [person, { f, m }] of tallies) if (Math.max(f, m) >= 1 && Math.max(f, m) >= 2 * Math.min(f, m) && f !== m) genders.set(person, person.gender ?? (f > m ? "f" : "m"));
  return genders;
}
