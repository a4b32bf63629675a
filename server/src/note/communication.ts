import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { groupBy } from "../text/group.ts";
import { moved } from "../text/moved.ts";
import { overlaps, type Span } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import { communicationDetails, type CommunicationNeed, type Means, type Support } from "./communication-details.ts";
import { isDenied } from "./denial.ts";
import type { Child, Mention, Note, Person, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation, outsideQuotations } from "./outline.ts";
import { tookPart } from "./took-part.ts";

/** What a note tells of communicating. */
export interface Communication {
  /** One for each person, where it is said first. */
  readonly needs: readonly CommunicationNeed[];
  /** What there was to support it, and reasons for there being none. */
  readonly support: readonly Support[];
  /** Where one of the family interprets, and no reason is given. */
  readonly relatives: readonly { readonly span: Span; readonly person: Person }[];
}

/** Who needs support to communicate, and what there was of it. */
export const communicationOf = once((note: Note): Communication => {
  const { needs, support } = communicationDetails(note);
  const told = toldIn(note).map(({ at, found }) => ({
    needs: found.needs.map((need) => ({ ...need, span: moved(need.span, at) })),
    support: found.support.map((one) => ({ ...one, span: moved(one.span, at) })),
    relatives: found.relatives.map((one) => ({ ...one, span: moved(one.span, at) })),
  }));
  return {
    needs: firstOfEach(note, [...needs, ...told.flatMap((section) => section.needs)]),
    support: [...support, ...told.flatMap((section) => section.support)],
    relatives: [...groupBy(told.flatMap((section) => section.relatives), ({ person }) => person).values()].map(([first]) => first!),
  };
});

/** What one section tells of communicating. */
const toldIn = bySection((note): Communication => {
  const needs: CommunicationNeed[] = [];
  const support: Support[] = [];
  const relatives: { span: Span; person: Person }[] = [];
  for (const [index, sentence] of note.sentences.entries()) {
    const all = hitsOf(note.hits(sentence), "communication");
    if (!all.length) continue;
    const hits = all.filter((hit) => hit.entry.kind !== "not-meant" && !all.some((other) => other.entry.kind === "not-meant" && overlaps(other, hit)));
    const own = hits.filter((hit) => hit.entry.kind === "need");
    for (const hit of hits) {
      const { kind, about } = hit.entry;
      if (kind === "need" && !inQuotation(note, hit) && stands(note, sentence, hit)) needs.push(...bearersOf(note, sentence, hit));
      else if (kind === "relative") {
        if (inQuotation(note, hit) || isDenied(note, sentence, hit)) continue;
        const by = interpreterIn(note, sentence, hit);
        if (!by || !isOfFamily(by)) support.push({ about: "language", span: hit });
        else if (!isExplained(note, index)) relatives.push({ span: { start: Math.min(by.start, hit.start), end: Math.max(by.end, hit.end) }, person: by.children[0]?.person ?? by.person! });
        else support.push({ about: "language", span: hit });
      } else if (kind === "reason") support.push({ span: hit });
      else if (kind === "support" && counts(note, sentence, hit, own)) support.push({ ...(about ? { about } : {}), span: hit });
    }
  }
  return { needs, support, relatives };
});

/** People with whom work was done, who need support, and of whom the note tells none. */
export const unsupported = once((note: Note): readonly CommunicationNeed[] => {
  const { relatives } = communicationOf(note);
  return needsMet(note).flatMap(({ need, support }) => (support.length || (need.about === "language" && relatives.length) ? [] : [need]));
});

/** Each need of somebody with whom work was done, with what the note tells of support for it. */
export const needsMet = once((note: Note): readonly { readonly need: CommunicationNeed; readonly support: readonly Span[] }[] => {
  const { needs, support } = communicationOf(note);
  return needs.filter(({ person }) => tookPart(note, person)).map((need) => ({ need, support: support.filter(({ about }) => helps(about, need.about)).map(({ span }) => span) }));
});

/** What helps with hearing helps with speech, and the other way; an interpreter may also be one who signs. */
const helps = (support: Means | undefined, need: Means): boolean => support === undefined || support === need || (need !== "language" && support !== "language") || (need === "hearing" && support === "language");

/** The need is told as one of today: neither denied, nor over, nor asked about. */
const stands = (note: Note, sentence: Sentence, hit: Hit<"communication">): boolean => {
  if (/\?\s*$/.test(outsideQuotations(note, sentence))) return false;
  if (hitsOf(note.hits(sentence), "cue").some(({ entry, start }) => entry.kind === "ended" && start < hit.end)) return false;
  return holdsDenial.test(note.prose.slice(hit.start, hit.end)) || !isDenied(note, sentence, hit);
};
const holdsDenial = /\b(?:no|not|non|cannot|few|little)\b|n't\b/i;

/** The children and grown-ups of whom a need is said: who stands nearest before it, or whom the sentence goes on about. */
function bearersOf(note: Note, sentence: Sentence, hit: Hit<"communication">): CommunicationNeed[] {
  const before = sentence.mentions.filter((mention) => mention.start < hit.end && mention.start < hit.start + 8);
  const mention = before.findLast(({ role }) => role === "subject") ?? before.at(-1);
  const about = hit.entry.about ?? "speech";
  const span = { start: hit.start, end: hit.end };
  const owner = ownerBefore(note, before, hit) ?? mention;
  const children = owner ? owner.children : note.children.filter(({ person }) => person === sentence.about || (!sentence.about && note.children.length === 1 && hit.start - sentence.start < 24));
  const grown = owner ? owner.person : sentence.about;
  const needs = children.filter((child) => isOldEnough(child, hit)).map((child) => ({ span, about, child, person: child.person }));
  if (needs.length || children.length) return needs;
  return grown && isParent(grown) ? [{ span, about, person: grown }] : [];
}

/** "Mum's English is limited": whose it is stands nearer than who tells it. */
const ownerBefore = (note: Note, before: readonly Mention[], hit: Span): Mention | undefined => before.findLast(({ end }) => end <= hit.start && /^(?:['’]s?)?\s+(?:\p{L}+\s+)?$/u.test(note.prose.slice(end, hit.start)));

const parents = new Set(["mum", "dad", "parents", "stepmum", "stepdad", "carer", "guardian"]);
/** Those who bring the child up. */
const isParent = ({ kind, relation, name }: Person): boolean => (kind === "family" || kind === "carer") && (parents.has(relation ?? "") || parents.has(name.toLowerCase()));

/** A baby who does not speak is like any baby. */
const isOldEnough = ({ age, unborn }: Child, { entry: { grows, about } }: Hit<"communication">): boolean => !unborn && ((age?.years ?? 5) >= 2 || (!grows && about === "hearing"));

/** Not what one is said to use, nor an interpreter of whom only the lack is told. */
function counts(note: Note, sentence: Sentence, hit: Hit<"communication">, needs: readonly Hit<"communication">[]): boolean {
  if (needs.some((need) => overlaps(need, hit))) return false;
  if (needs.length && hit.entry.about !== "language" && !/\b(?:used|signed|pointed|showed|told|chose|said|with (?:him|her|them)|so (?:i|we)|asked|spoke|helped|pressed|wrote|came|joined|was there|were there)\b/i.test(outsideQuotations(note, sentence))) return false;
  return inQuotation(note, hit) || !isDenied(note, sentence, hit);
}

/** Who interprets: somebody in the wording itself ("through her sister"), or who stands before it. */
function interpreterIn(note: Note, sentence: Sentence, hit: Span): Mention | undefined {
  const inside = sentence.mentions.findLast((mention) => mention.person?.kind !== "worker" && overlaps(mention, hit) && mention.how !== "pronoun");
  const before = sentence.mentions.filter(({ end }) => end <= hit.start);
  return inside ?? before.findLast(({ role }) => role === "subject") ?? before.at(-1);
}

const isOfFamily = ({ children, person }: Mention): boolean => children.length > 0 || (person !== undefined && (["family", "relative", "sibling", "child"].includes(person.kind) || person.minor === true));

/** A reason stands with it, or in the sentence before or behind. */
const isExplained = (note: Note, index: number): boolean =>
  [index - 1, index, index + 1].some((at) => {
    const near = note.sentences[at];
    return near !== undefined && near.block === note.sentences[index]!.block && given.test(note.prose.slice(near.start, near.end));
  });
const given = /\b(?:because|as (?:there|the|no|it|she|he|mum|dad|this|i|we|an)|cos|since|due to|until|interpreter|translator|language line|emergency|asked (?:for|if|that|to|him|her)|chose|wanted|preferred|insisted|at (?:his|her|their) request|declined|refused|so that)\b/i;

/** Of each person the first. */
const firstOfEach = (note: Note, needs: readonly CommunicationNeed[]): CommunicationNeed[] =>
  [...groupBy(needs, ({ person }) => person).values()].map(([first]) => first!).filter((need) => (need.child !== undefined || !note.children.some(({ person }) => person === need.person)));
