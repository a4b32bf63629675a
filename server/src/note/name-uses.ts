import { isEverydayWord, isFirstName, isThing, nameCues, placeWords } from "../lexicon/first-names.ts";
import { matchesIn } from "../text/matches.ts";
import { groupBy } from "../text/group.ts";
import { pattern } from "../text/pattern.ts";
import { ownCopy } from "../text/shelf.ts";
import { plainLetters } from "../text/sound.ts";
import { blank, overlaps, type Span } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import { name, notNames } from "./names.ts";
import type { Child, Detail, Note, Quotation } from "./note.ts";
import { once } from "./once.ts";
import { quotationsIn } from "./positions.ts";
import { months, relations, roles, titles } from "./words.ts";

/** A capitalised word that may be somebody's first name, with what stands around it. */
export interface NameUse extends Span {
  /** As it stands, without a possessive ending. */
  readonly written: string;
  /** In plain small letters, by which uses of one name are put together. */
  readonly key: string;
  readonly possessive: boolean;
  /** In the same block, with quotations as §, on one line. */
  readonly before: string;
  readonly after: string;
  readonly where: "body" | "heading" | "label" | "details";
  /** The words that it stands in, where somebody said it; in the coordinates of its section. */
  readonly quotation: Quotation | undefined;
  /** What stands around it: the same object wherever the use is moved to. */
  readonly around: object;
}

/** A stretch of a note that is read for names. */
interface Stretch extends Span {
  readonly where: NameUse["where"];
}

/** Where a name may begin, and what it may not stand right behind. The first part says nothing new: it is soon answered. */
const begins = "(?=[^a-z\\s.,])(?<![\\p{L}\\p{M}\\p{N}'’])";
const names = pattern(`${begins}${name}`, "gu");
const hyphened = pattern(`${begins}${name}(?:-\\p{L}[\\p{L}\\p{M}]*)*`, "gu");
const silentDetails = new Set(["child", "sibling", "worker", "born", "age", "visited", "recorded", "lastVisit", "status", "place"]);

/** Every capitalised word of a note that may be a first name, by its key: in its headings above the details, in its details, and in its text. */
export const nameUsesOf: (note: Note) => ReadonlyMap<string, NameUses> = once((note) => {
  const all = new Map<string, NameUses>();
  const add = (key: string, at: number, uses: readonly Use[]): void => {
    let known = all.get(key);
    if (!known) all.set(key, (known = new NameUses()));
    known.add(at, uses);
  };
  for (const [key, uses] of groupBy(usesAbove(note), (use) => use.key)) add(key, 0, uses);
  for (const { at, found } of usesInSections(note)) for (const [key, uses] of found) add(key, at, uses);
  return all;
});

/** The uses of one name, section by section. */
export class NameUses {
  readonly #places: { readonly at: number; readonly uses: readonly Use[] }[] = [];

  add(at: number, uses: readonly Use[]): void {
    this.#places.push({ at, uses });
  }

  /** In order, in the coordinates of the whole note. */
  all(): readonly NameUse[] {
    return this.#places.flatMap(({ at, uses }) => (at ? uses.map((use) => use.movedBy(at)) : uses));
  }

  some(test: (use: NameUse) => boolean): boolean {
    return this.#places.some(({ uses }) => uses.some(test));
  }

  /** True where the same stands around each as around those of another time. */
  standAs(others: NameUses): boolean {
    const [places, before] = [this.#places, others.#places];
    return places.length === before.length && places.every(({ uses }, index) => {
      const known = before[index]!.uses;
      return uses === known || (uses.length === known.length && uses.every(({ around }, at) => around === known[at]!.around));
    });
  }
}

const above = new WeakMap<readonly Detail[], { readonly head: string; readonly uses: readonly Use[] }>();

/** The uses above the details and in them; found once for as long as the details stay where they are, with the same above them. */
function usesAbove(note: Note): readonly Use[] {
  const head = note.text.slice(0, note.detailsSpan.start);
  let known = above.get(note.details);
  if (known?.head !== head) above.set(note.details, (known = { head: ownCopy(head), uses: findAbove(note) }));
  return known!.uses;
}

function findAbove(note: Note): Use[] {
  const headings = matchesIn(note.text.slice(0, note.detailsSpan.start), /^[ \t]*#{1,6}[ \t]+(.+)$/gm).map((match): Stretch => ({ start: match.index, end: match.index + match[0].length, where: "heading" }));
  const details = note.details.filter(({ key }) => !silentDetails.has(key)).map(({ valueSpan }): Stretch => ({ start: valueSpan.start, end: valueSpan.end, where: "details" }));
  return [...headings, ...details].flatMap((stretch) => usesIn(note.text, stretch, note.children, []));
}

const usesInSections = bySection((part) => groupBy(part.blocks.flatMap(({ kind, span, label }) => {
  const stretch: Stretch = { start: label?.start ?? span.start, end: span.end, where: kind === "heading" ? "heading" : label ? "label" : "body" };
  return usesIn(part.prose, stretch, part.children, quotationsIn(part, stretch));
}), (use) => use.key));

/** A use, with the text around it, which is made ready only where somebody asks: most names are well known, and nobody does. */
class Use implements NameUse {
  readonly end: number;

  constructor(
    readonly start: number,
    readonly written: string,
    readonly key: string,
    readonly possessive: boolean,
    readonly where: NameUse["where"],
    readonly quotation: Quotation | undefined,
    readonly around: Around,
  ) {
    this.end = start + written.length;
  }

  get before(): string {
    return (this.around.before ??= inLine(this.around.text.slice(Math.max(0, this.around.start - 160), this.around.start)));
  }

  get after(): string {
    return (this.around.after ??= inLine(this.around.text.slice(this.around.end, this.around.end + 160)));
  }

  /** The same, so many UTF-16 units further on. */
  movedBy(by: number): Use {
    return new Use(this.start + by, this.written, this.key, this.possessive, this.where, this.quotation, this.around);
  }
}

/** The text around a use, and what was made of it. */
interface Around extends Span {
  readonly text: string;
  before?: string;
  after?: string;
}

/** A question about a use and what stands around it, by the names that the note knows; answered once for as long as its section, and those names, stay as they are. */
export function remembered<By extends unknown[]>(test: (use: NameUse, ...by: By) => boolean): (use: NameUse, ...by: By) => boolean {
  const answers = new WeakMap<object, boolean>();
  return (use, ...by) => {
    let answer = answers.get(use.around);
    if (answer === undefined) answers.set(use.around, (answer = test(use, ...by)));
    return answer;
  };
}

/** On one line, quotations as one sign each. Most texts are so already. */
const inLine = (text: string): string => (/[§’]|\s\s|[^\S ]/.test(text) ? text.replace(/§+/g, "§").replace(/\s+/g, " ").replaceAll("’", "'") : text);

function usesIn(source: string, stretch: Stretch, children: readonly Child[], quotations: readonly Quotation[]): Use[] {
  const whole = source.slice(stretch.start, stretch.end);
  const outside = blank(whole, stretch.start, quotations, "§");
  // "Ji-woo" is one name, "Kai-approved" a word about somebody.
  const form = children.some((one) => one.name.includes("-")) ? hyphened : names;
  return matchesIn(whole, form).flatMap((match): Use[] => {
    const written = match[0].replace(/['’]s?$/, "").replace(/['’](?:d|ll|ve|re)$/, "");
    const start = stretch.start + match.index;
    const quotation = quotations.find((one) => overlaps(one, { start, end: start + written.length }));
    const key = plainLetters(written);
    if (key.length < 2 || !/^[\p{L}-]+$/u.test(key)) return [];
    const rest = match.index + written.length;
    const possessive = /^['’]s?(?!\p{L})/u.test(whole.slice(rest, rest + 3));
    return [new Use(start, written, key, possessive, stretch.where === "label" && match.index > 0 ? "body" : stretch.where, quotation, { text: quotation ? whole : outside, start: match.index, end: rest })];
  });
}

const person = `(?:${nameCues.people})`;
const animal = `(?:${nameCues.animals})`;
const child = `(?:${nameCues.children})`;
const relation = `(?:${[...relations.keys()].filter((word) => !/^(?:brothers?|sisters?|siblings?|twins?|bro|sis|worker|head|police|ma)$/.test(word)).join("|")})`;
const role = `(?:${[...roles].filter((word) => !/^(?:school|nursery|college|office|police|reception|lead|head|duty|support|admin)$/.test(word)).join("|")}|[Tt][Aa]|[Ss][Ww])`;
const somebody = `(?:${person}|${animal}|${relation}|${role})`;
const owner = `(?:his|her|their|my|our|your|a|an|the|another|one of (?:his|her|their|my|the)|next door's|\\p{L}+'s)`;
const listWith = (one: string, age: string): string => `(?:${one}(?: \\([^)]*\\)|${age})?(?:,? and |, | & |,? or ))*`;
const list = listWith(name, ",? (?:aged )?\\d{1,2}");
/** The same where capitals do not matter: "and", "or" and "aged" could then be read as names, and must not be read as both. */
const anyList = listWith(`(?!(?:and|or) aged \\d)${name}`, " (?:aged )?\\d{1,2}|, \\d{1,2}");

const introducedBefore = [
  pattern(`\\b${somebody}(?:'s name is|'s called| is| was| are| were|,|:| -| –| who is| who are| being)?(?: (?:called|named|known as|like|including|such as))?:? ${anyList}$`, "iu"),
  pattern(`\\b(?:called|named|known as|name is|name was|names are|nicknamed|username|gamertag) ${list}$`, "u"),
  /\bnext door(?:'s)?,? $/i,
  /\b(?:another|a second|a different|the other) $/i,
  pattern(`\\b(?:lives?|lived|living|plays?|played|playing|hangs|hanging|hung|goes|going|went|walks?|walking|walked|out|about|around|round|friends|fell out|fallen out|argued|fighting|fought|fight|sits?|sat|mates|shares?(?: (?:a|his|her|their) (?:bed)?room)?) with (?:(?:mum|dad|nan|his|her|their|parents|brothers?|sisters?)(?:, | and |,? & ))*${list}$`, "u"),
];
const introducedBehind = [
  pattern(`^ \\((?:[^)]*\\b)?(?:${somebody}|not related|unrelated|no relation|nursery|school|office|duty|lead|support)\\b[^)]*\\)`, "iu"),
  pattern(`^,? (?:who )?(?:is |was )?(?:also )?${owner} (?!young carer)(?:[\\p{L}'-]+ ){0,3}?(?<!young )${somebody}\\b`, "iu"),
  pattern(`^,? the ${somebody}\\b`, "iu"),
  /^,? (?:at |from )?(?:next door|over the road|across the road|down the road|opposite)\b/i,
  /^,? (?:who (?:is|was|lives|works|goes) )?from (?:school|next door|nursery|down the road|across|round the|the|his|her|their|church|over the road|number|year|camhs|youth)\b/i,
  pattern(`^,? who (?:works|lives (?:next|across|over|down|round|opposite|nearby)|lodges|runs|teaches|is (?:in (?:his|her|their) (?:class|year)|at (?:his|her|their) school))\\b`, "u"),
  pattern(`^, (?:a |an |the )?${role}\\b`, "iu"),
  /^,? (?:who )?(?:is|was) (?:also )?(?:in|at) (?:his|her|their|the same) (?:class|year|year group|form|tutor group|school|nursery|team)\b/i,
];
const introducedAsChild = [pattern(`\\b(?:${child}|brothers?|sisters?|siblings?|young person),? (?:called |named )?${anyList}$`, "iu"), pattern(`^,? (?:who )?(?:is |was )?${owner} (?:[\\p{L}'-]+ ){0,3}?(?:${child}|brother|sister|sibling)\\b`, "iu"), /^ \((?:[^)]*\b)?(?:brother|sister|sibling|twin|son|daughter|baby|child)\b[^)]*\)/i];

/** True where the note says who that is: "her friend Kaylee", "Kaylee (cousin)", "Kaylee from next door", "the dog, Kaylee". */
export const isIntroduced = remembered(({ before, after }: NameUse) => introducedBefore.some((form) => form.test(before)) || introducedBehind.some((form) => form.test(after)));

/** True where that is said to be a child of some family, which may be the child of the note: "her daughter Kaylee", "his sister, Kaylee". */
export const isIntroducedAsChild = remembered(({ before, after }: NameUse) => introducedAsChild.some((form) => form.test(before) || form.test(after)) || /^ \((?:aged? )?\d{1,2}(?: ?(?:years?|yrs?|months?|mths?|weeks?|m|y)[^)]*)?\)/.test(after));

const adultBehind = pattern(`^(?:, who [^,.]{2,40},)? (?:${nameCues.adultDoes})\\b`, "u");
/** True where somebody does what grown-ups do: rings, works, lets the worker in, will chase the school. */
export const isGrownUp = remembered(({ before, after, possessive }: NameUse) => (!possessive && adultBehind.test(after)) || /(?:\bwho:|\bowner:|\bresponsible:) ?$/i.test(before));

const childBehind = pattern(`^(?:(?: also| still| just| now)? (?:${nameCues.childDoes}))`, "iu");
const childHas = pattern(`^'s (?:${nameCues.childHas})\\b`, "iu");
const met = /\b(?:saw|seen|see|seeing|visit(?:ed|ing)?|spoke (?:to|with)|talked (?:to|with)|spent time with|time with|met with|met) $/i;
const metHow = /^ (?:alone|in (?:his|her|their) (?:classroom|class|cot|bedroom)|asleep|on (?:his|her|their) own|by (?:him|her)self|separately|one to one|1:1)\b/i;

/** True where that is said which a note says of children: asleep in a cot, in Year 4, seen alone, homework. */
export const isChildlike = remembered(({ key, before, after, where, possessive }: NameUse) =>
  (possessive ? childHas.test(after) : childBehind.test(after)) ||
  (met.test(before) && metHow.test(after)) ||
  (/\b(?:saw|seen|visited|visit) $/i.test(before) && /^ at (?:school|nursery|preschool)\b/.test(after)) ||
  (/\b(?:views?|voice|wishes|feelings|wishes and feelings) (?:of|for) $/i.test(before)) ||
  (where === "heading" && isFirstName(key) && /^[\d.)\s]*$/.test(before) && /^(?:'s (?:view|voice|words|wishes|day|time|bedroom|plan)\b.*|:?\s*|,? ?\(?(?:aged )?\d{1,2}\)?:?)$/i.test(after)));

/** True for a word that the note writes small somewhere: with "lego", "Lego" is no name. */
export const isWrittenSmall = (note: Note, word: string): boolean => smallWords(note).some(({ found }) => found.has(word));
const smallWords = bySection((note) => new Set(note.prose.match(/(?<![\p{L}\p{M}'-])\p{Ll}[\p{L}\p{M}-]*/gu)));

const title = pattern(`(?<![\\p{L}])(?:${[...titles].map((word) => (word.length === 2 && /^[pd]/.test(word) && word !== "dr" ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1))).join("|")})\\.? $`, "u");
const place = pattern(`^ (?:${[...placeWords].join("|")})\\b`, "i");
const soft = "(?:then|also|just|still|really|only|now|both|always|never|often|sometimes|quietly|later|again|has|had|was|is|will|would|could|can|did)";
const acts = pattern(`^ (?:${soft} ){0,2}(?:\\p{Ll}{2,}(?:ed|s)|was|is|has|had|will|would|can|could|may|might|did|didn't|doesn't|wasn't|isn't|hasn't|said|told|went|came|sat|took|got|put|ran|held|kept|gave|made|saw|stood|left|met|felt|knew|thought|drew|wrote|sang|ate|drank|slept|woke|fell|hit|lost|found|brought|bought|built|began|chose|wore|spoke|let|shut|to \\p{Ll}+|and I)\\b`, "u");
const takes = /(?:\b(?:to|with|for|by|about|from|of|that|when|if|because|and|but|asked|told|saw|see|seen|met|visited|help(?:ed)?|hugged|gave|showed|reassured|thanked|reminded|called|Dear|Hi|Hello|let|whether|as|said|says|while|where|how|why|after|before|between|including|than|is|was|both)|[,:§&-]) $/iu;

/** True where a person may be named: not "in Kaley", "the Kaley", "Kaley Road", "Kaley Jones", and no everyday word that begins a sentence. */
export const namesSomebody = (note: Note, use: NameUse, isFamily: (word: string) => boolean): boolean => mayName(use, isFamily) && !isWrittenSmall(note, use.written.toLowerCase());

const mayName = remembered((use: NameUse, isFamily: (word: string) => boolean): boolean => {
  const { before, after, key, possessive } = use;
  if (months.has(key) || titles.has(key) || relations.has(key) || notNames.has(key[0]!.toUpperCase() + key.slice(1))) return false;
  if (/(?<!\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|(?:told|tells) \p{L}+|report(?:s|ed)?|think(?:s)?|thought|knows?|knew|hopes?|hoped|agree(?:s|d)|add(?:s|ed)|explain(?:s|ed)|confirm(?:s|ed)|feels?|felt|heard|wrote|writes|asked|noted|mentioned|so|worried|sure|glad|pleased) )\bthat\s$/iu.test(before) && !acts.test(after)) return false;
  if (/\b(?:the|a|an|this|some|any|no|my|his|her|their|your|these|those)\s$/i.test(before)) return false;
  if (!possessive && /\b(?:in|at|near|into|via|around|outside|towards|inside|across|watching|watched|playing|wearing)\s$/i.test(before)) return false;
  if (place.test(after) || title.test(before)) return false;
  const next = /^ (\p{Lu}[\p{L}\p{M}'-]*)/u.exec(after)?.[1];
  if (next && next.length > 1 && !possessive && !isFamily(plainLetters(next.replace(/'s$/, ""))) && !isCommonCapital(next)) return false;
  const bearer = /([\p{L}\p{M}-]+) $/u.exec(before)?.[1];
  if (bearer && /^\p{Lu}/u.test(bearer) && !isCommonCapital(bearer) && !isVerbLike(bearer)) return false;
  const opens = /(?:^|[.!?:;§]\s*|^[-*•\d.)\s]+)$/.test(before);
  if ((isThing(key) || isFirstName(key)) && /^ (?:said|told|asked|smiled|laughed|cried|nodded|whispered|wants|likes|slept|ate|showed|sat|drew|played|got out)\b/.test(after)) return true;
  if (isEverydayWord(key) || isThing(key)) return !opens && (spokenTo.test(before) || (takes.test(before) && (possessive || acts.test(after))));
  return true;
});

const spokenTo = /\b(?:I|we|mum|dad|he|she|and) (?:then |also )?(?:asked|told|saw|met|thanked|reassured|hugged|reminded)(?: that| if| whether)? $/i;
const isVerbLike = (word: string): boolean => /(?:ed|ing)$/.test(word) || isEverydayWord(word.toLowerCase());
const isCommonCapital = (word: string): boolean => {
  const plain = word.replace(/'s$/, "");
  return notNames.has(plain) || plain === "I" || /^I'/.test(word) || months.has(plain.toLowerCase()) || relations.has(plain.toLowerCase()) || titles.has(plain.toLowerCase()) || /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(plain) || /^[A-Z]{2,}$/.test(plain) || isEverydayWord(plain.toLowerCase());
};

const tended = /\b(?:for|about|of|collected|fetched|picked up|took|brought|dropped|fed|dressed|bathed|changed|cuddled|carried|put|kept|left|held|watched|heard|found) $/;

/** True where somebody is spoken of or looked after: "the form for Elise", "Nan collected Elise", "Elise's coat". */
export const isSpokenOf = remembered(({ before, possessive }: NameUse) => possessive || tended.test(before));

/** True where somebody is named who does something, is spoken to, or owns something. */
export const isPersonLike = remembered((use: NameUse) => use.where !== "body" || use.possessive || acts.test(use.after) || takes.test(use.before) || isIntroducedAsChild(use));

const heard = /^(?: (?:then|also|just|quietly))? (?:said|says|told me|whispered|shouted|replied|answered|asked|wrote),? ?[:-]? ?§/;
const addressed = /(?:\b(?:I|we|and) (?:then |also |have |had )?|^|[.!?] )(?:asked|told|saw|seen|spoke (?:to|with)|met|visited|reassured|reminded|thanked) $/i;

/** True where the worker speaks with somebody, or somebody's own words stand there: as notes do of the child whom they are about. */
export const isMetByWorker = remembered(({ before, after }: NameUse) => heard.test(after) || addressed.test(before) || /§,? (?:said|says|asked|whispered|shouted|replied) $/.test(before));

const world = pattern(`^[^.§]{0,80}\\b(?:${nameCues.childWorld})\\b`, "iu");

/** True where something of a child's world is told of somebody in the same breath: "Ivy got out her picture". */
export const isInChildsWorld = remembered(({ after }: NameUse) => world.test(after));

const grownWorld = pattern(`^[^.§]{0,80}\\b(?:${nameCues.adultWorld})\\b`, "iu");

/** True where something is told of somebody in the same breath that is a grown-up's: a job, a car, the rent. */
export const isInGrownUpsWorld = remembered(({ after }: NameUse) => grownWorld.test(after));

/** True where somebody's own words stand right behind the name: "Hafsa said “…”". */
export const isHeard = remembered(({ after }: NameUse) => heard.test(after));

/** True in the greeting of a letter. */
export const isGreeted = remembered(({ before }: NameUse) => /\b(?:Dear|Hi|Hello|Hiya) $/i.test(before));
