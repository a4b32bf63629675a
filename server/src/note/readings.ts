import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import type { Note, Quotation, Sentence } from "./note.ts";
import { inQuotation } from "./outline.ts";
import { once } from "./once.ts";
import { quotationsIn } from "./positions.ts";

/** A child's quotation and the worker's reading of it in one sentence. */
export interface Reading {
  readonly sentence: Sentence;
  readonly hit: Span;
  /** Where the reading begins, behind the quotation; undefined where it stands before it. */
  readonly join?: { readonly start: number; readonly words: number };
}

/**
 * How a clause is tied to what stands before it. "cause" (because, as, so, but, meaning, a dash) brings a reason or a
 * turn, "which" says something of the quotation, "time" and "and" mostly go on telling, "bare" has no word of joining.
 */
type Join = "cause" | "which" | "time" | "and" | "bare" | "who";

/** A stretch between two joins. */
interface Clause extends Span {
  readonly join: Join;
  /** Behind the word that joins. */
  readonly from: number;
}

const joins: readonly (readonly [Join, RegExp])[] = [
  ["cause", /^(?:because|cos|'cause|as(?! (?:if|though|well|usual|soon|far|long|much|ever|always|a|an|he went|she went)\b)|since|so(?! (?:as|that|far)\b)|but|yet|though|although|meaning|i\.?e\.?|for he|for she|even though|given|seeing as)(?![\p{L}'])/iu],
  ["which", /^(?:which|what|this|that)(?![\p{L}'])/iu],
  ["time", /^(?:when|whenever|while|whilst|until|till|before|after|if|whether|where|how|why|then|once)(?![\p{L}'])/iu],
  ["who", /^(?:who|whose|whom)(?![\p{L}'])/iu],
  ["and", /^(?:and|or)(?![\p{L}'])/iu],
];

/** Cuts what stands behind a quotation into clauses. "and" and a comma go on in the way of a reason or of “which”. */
function clausesOf(note: Note, span: Span, first: Join): Clause[] {
  const text = note.prose.slice(span.start, span.end);
  const clauses: Clause[] = [];
  const open = (at: number, join: Join, from: number): void => {
    const last = clauses.at(-1);
    if (last) clauses[clauses.length - 1] = { ...last, end: span.start + at };
    clauses.push({ join, start: span.start + at, from: span.start + from, end: span.end });
  };
  open(0, first, 0);
  for (const piece of matchesIn(text, /([\s,;:()–—-]*)(\p{L}[\p{L}'.]*)/gu)) {
    const gap = piece[1]!;
    const at = piece.index + gap.length;
    const found = joins.find(([, pattern]) => pattern.test(text.slice(at)));
    const before = clauses.at(-1)!;
    // "this" and "that" join only where a clause begins: "and this shows", "but that is".
    const demonstrative = found && /^(?:this|that|what)/i.test(text.slice(at)) && before.from + 2 < span.start + at && !/[,;(–—]/.test(gap);
    // "because that", "meaning that": the first word has joined already.
    const doubled = found && /^that/i.test(text.slice(at)) && before.join !== "bare" && !/\p{L}/u.test(text.slice(before.from - span.start, at));
    if (doubled) clauses[clauses.length - 1] = { ...before, from: span.start + at + 4 };
    else if (found && !demonstrative) {
      const keeps = found[0] === "and" && (before.join === "cause" || before.join === "which");
      open(at, keeps ? before.join : found[0], at + found[1].exec(text.slice(at))![0].length);
    } else if (/\s[–—-]+\s|—|:\s/.test(gap)) open(at, "cause", at);
    else if (/[,;:(]/.test(gap) && clauses.at(-1)!.from < span.start + at) open(at, before.join === "cause" || before.join === "which" ? before.join : "bare", at);
  }
  return clauses;
}

/** Words that tell that what follows was said, asked or thought aloud: the reading is the child's own, or somebody's whom the note names. */
const telling = /\b(?:(?<!was |were |been )said|says|saying|explain(?:ed|s|ing)|add(?:ed|s|ing)|wonder(?:ed|ing)?|according to|wrote|replied|(?<!been |was |is |being )(?<!(?:which|this|that) )(?:told|tells|telling) (?:me|us|her|him|them|\p{Lu}\p{L}+)|(?:i|we|and|then|who|she|he|they) (?:then )?(?:asked|checked|agreed|explained))\b/iu;
/** "“…”, Mia said," and "“…” when I asked": part of the telling of the quotation. */
const attribution = /^[\s,)]*(?:(?:was|were) (?:said|whispered|shouted|spoken|written|repeated) by \p{Lu}[\p{L}'-]+|(?:(?:\p{Lu}[\p{L}'-]+|he|she|they)(?: \([^)]*\))?,? (?:said|told (?:me|us|her|him|\p{Lu}\p{L}+)|whispered|shouted|replied|answered|muttered|mumbled|explained|added|wrote|asked|yelled|says|repeated))|(?:said|whispered|shouted|replied|answered|muttered|mumbled|added|asked|yelled|repeated) (?:\p{Lu}[\p{L}'-]+|he|she|they))(?: (?:to|at) (?:me|us|him|her|\p{Lu}\p{L}+))?/u;

/** Kinds that are no reading by themselves. */
const silentKinds: ReadonlySet<string> = new Set(["hedge", "comment", "plain"]);

/** Sentences outside the reflections in which a child's words and a reading of them stand together, in order. */
export const readingsOf = once((note: Note): readonly Reading[] =>
  note.sentences.flatMap((sentence) => {
    if (sentence.section.role === "reflections") return [];
    const quotations = sentence.quotations.filter(({ speaker, form, end }) => speaker === "child" && form !== "turn" && form !== "cell" && end <= sentence.end);
    const reading = quotations.length ? readingIn(note, sentence, quotations) : undefined;
    return reading ? [{ ...reading, sentence }] : [];
  }),
);

/** The reading in a sentence, if there is one: behind one of the quotations, or before the first. */
function readingIn(note: Note, sentence: Sentence, quotations: readonly Quotation[]): Omit<Reading, "sentence"> | undefined {
  const hits = hitsOf(note.hits(sentence), "interpretation")
    .filter((hit) => !inQuotation(note, hit) && !silentKinds.has(hit.entry.kind))
    .sort((a, b) => a.start - b.start);
  for (const quotation of quotations) {
    const next = quotationsIn(note, { start: quotation.end, end: sentence.end }).find(({ start }) => start >= quotation.end);
    const behind = { start: quotation.end, end: next?.start ?? sentence.end };
    behind.start += attribution.exec(note.prose.slice(behind.start, behind.end))?.[0].length ?? 0;
    if (note.prose[behind.end - 1] === "?" || !/\p{L}/u.test(note.prose.slice(behind.start, behind.end))) continue;
    const lead = note.prose.slice(sentence.start, quotation.start);
    // "When he said “…” he was deflecting"; "Her “I'm fine” is a front".
    const main = /^(?:when|whenever|by|in|every time|each time|saying|what|for \w+ to say)\b/i.test(lead) ? "cause" : "bare";
    const hit = hits.find((one) => one.start >= behind.start && one.end <= behind.end && reads(note, sentence, one, clausesOf(note, behind, main), behind));
    const found = hit ?? trait(note, sentence, clausesOf(note, behind, main), behind);
    if (found) return { hit: found, join: joinAt(note, quotation.end, found.start) };
  }
  return before(note, sentence, quotations[0]!, hits);
}

/** True where a hit is a reading, in the clause where it stands. */
function reads(note: Note, sentence: Sentence, hit: Hit<"interpretation">, clauses: readonly Clause[], behind: Span): boolean {
  const { kind } = hit.entry;
  // A hit may begin with the word that joins ("meaning that", "which shows"), or with the subject before it.
  const clause = clauses.findLast(({ start }) => start <= hit.start)!;
  const own = note.prose.slice(clause.from, Math.max(clause.from, hit.start));
  if (telling.test(note.prose.slice(behind.start, hit.start))) return false;
  const mine = /(?:^|\s)(?:i|we|my|our)(?:'\p{L}+)?(?=\s|$)/iu.test(own) && !/\b(?:he|she|they|it|this)\b/i.test(own);
  // "…, said Mya, who has no idea": the clause is about the child only where it follows the telling.
  const other = clause.join === "who" && clause.start > behind.start + 2;
  if (mine || other) return false;
  if (kind === "link") return true;
  const asked = clause.join === "time" && /\b(?:if|whether|asked)\b/i.test(note.prose.slice(clause.start, hit.start));
  if (asked) return false;
  if (kind === "certainty" || kind === "verdict") return !somebodyElse(own);
  // An aim begins its clause, but for a "just" or "clearly": “…”, clearly trying to shock me.
  if (kind === "aim" && clause.join !== "time" && /^[\s,(–—-]*(?:(?:to (?:me|us|most things|everything|his|her)|\p{L}+ly|just|again|still|really|only|it seems|once|as|ever|usual|always|no doubt|and|when asked|is|was|him|her|them|them all) ?){0,3}$/iu.test(own)) return true;
  // "…, puffing out his chest to hide his fear".
  if (kind === "aim" && clause.join === "bare" && /^\W*\p{L}+ing\b/u.test(own) && /^to /i.test(note.prose.slice(hit.start, hit.end))) return true;
  const weighs = clause.join === "cause" || clause.join === "who" || (clause.join === "which" && /^\W*(?:is|was|has|comes|came|may|might|must|could|would|will)\b/i.test(note.prose.slice(clause.from, hit.end)));
  if (!weighs || somebodyElse(own) || own.trim().split(/\s+/).length > 9) return false;
  if (kind !== "feeling") return true;
  const verb = note.prose.slice(hit.start, hit.end);
  if (/\bnot\b/i.test(own) || adultSubject(sentence, clause, hit)) return false;
  return /^(?:is|are|feels|he's|she's|they're)\b/i.test(verb) ? !/^\s+(?:in|on|at) (?:the|a)\b/.test(note.prose.slice(hit.end, hit.end + 8)) : home.test(note.prose.slice(hit.end, behind.end));
}

const traitOf = once((note) => {
  const children = note.children.map(({ name }) => name.replace(/[^\p{L}]/gu, ".")).join("|") || "he";
  return pattern(`^\\W*(?:that )?(?:he|she|${children}) (?:(?:never|always|still|only|really|just|simply|often|secretly|constantly) )*(?:is (?:\\p{Ll}+ly |just |still |only |always |now )?(\\p{Ll}{3,}ing)|(\\p{Ll}{3,}s))(?= )`, "u");
});

/** A reason in the present tense about a child, with a verb that is not of every day: "because he thrives on attention". */
function trait(note: Note, sentence: Sentence, clauses: readonly Clause[], behind: Span): Span | undefined {
  const plain = hitsOf(note.hits(sentence), "interpretation").filter(({ entry }) => entry.kind === "plain");
  const pattern = traitOf(note);
  for (const clause of clauses) {
    if (clause.join !== "cause" || !/(?:because|cos|as|since|so|though|although)\s*$/i.test(note.prose.slice(clause.start, clause.from)) || telling.test(note.prose.slice(behind.start, clause.from))) continue;
    const match = pattern.exec(note.prose.slice(clause.from, clause.end));
    if (!match) continue;
    const span = { start: clause.from + match[0].length - (match[1] ?? match[2])!.length, end: clause.from + match[0].length };
    if (!plain.some((hit) => hit.start <= span.start && hit.end >= span.end)) return span;
  }
  return undefined;
}

/** What makes a feeling of that day a matter of home: people, partings, court. */
const home = /^(?:\s+(?:[\p{L}']+\s+){0,4}?)(?:mum|dad|mummy|daddy|mother|father|nan|parents|sister|brother|siblings|family|home|moving|leaving|court|contact|removal|past|separation|abandon\p{L}*|losing|left|rejected|the move|what happened|him|them)\b/iu;

const adultSubject = (sentence: Sentence, clause: Clause, hit: Span): boolean => {
  const subject = sentence.mentions.find(({ start }) => start >= clause.from && start <= hit.start);
  return subject?.how !== "pronoun" && subject?.person !== undefined && subject.person.kind !== "child" && !subject.children.length;
};

/** A worker, the school or a thing as the subject: what they think or do is a fact to tell. */
const somebodyElse = (own: string): boolean =>
  /^\W*(?:(?:then|also|that|even|though) )*(?:the (?:school|teachers?|staff|police|doctor|nurse|social worker|driver|bus|dog|cat|office|court|judge|interpreter|receptionist|head|worker|team|rain|bell|door|tv|phone|light|others?)|(?:his|her|their) (?:teacher|tutor|school|social worker|key ?worker|nurse|doctor|coach|friend|mate|phone|shoe|tooth|team)|staff|school|teachers?|mr|mrs|miss|ms|dr|pc|police)\b/i.test(own);

/** A reading before the words: "Clearly frightened, he said “…”", "Out of loyalty she said “…”", "Because he wants to please Dad he said “…”". */
function before(note: Note, sentence: Sentence, quotation: Quotation, hits: readonly Hit<"interpretation">[]): Omit<Reading, "sentence"> | undefined {
  const ahead = hits.filter(({ end }) => end <= quotation.start);
  if (!ahead.length || quotationsIn(note, { start: sentence.start, end: quotation.start }).some(({ start, end }) => start >= sentence.start && end <= quotation.start)) return undefined;
  const lead = note.prose.slice(sentence.start, quotation.start);
  const fits = (hit: Hit<"interpretation">): boolean => {
    const { kind } = hit.entry;
    const prefix = note.prose.slice(sentence.start, hit.start);
    const rest = note.prose.slice(hit.end, quotation.start);
    if (telling.test(prefix) || /\b(?:asked|if|whether|i|we|my)\b/i.test(prefix) || !/\p{L}/u.test(rest)) return false;
    const near = (kinds: readonly string[]) => ahead.some((other) => other !== hit && kinds.includes(other.entry.kind) && Math.abs(other.start - hit.start) < 40);
    // "Clearly coached by his mum, Kai said"; "He was obviously frightened when he said".
    if (kind === "certainty") return near(["state", "feeling", "verdict", "aim"]) || (!/\p{L}/u.test(prefix) && /^ (?!he\b|she\b|they\b|it\b|the\b|his\b|her\b|in\b|at\b|on\b)\p{Ll}+[^,.;]*, /u.test(rest));
    const fronted = /^\W*(?:(?:being|still|just|as (?:ever|usual|always),?|true to form,?|clearly|obviously|\p{L}+ly|again|once again|then|so|and|even) ?){0,2}$/iu.test(prefix);
    if (fronted && kind === "state") return /^(?:still|afraid|terrified|fearful)/i.test(note.prose.slice(hit.start, hit.end)) && /^[^.;]*,/.test(rest);
    if (fronted) return kind !== "feeling" && (kind === "link" ? !/^(?:which|this|that|it)\b/i.test(note.prose.slice(hit.start, hit.end)) : /,|\b(?:he|she|they|\p{Lu}\p{L}+) (?:\p{L}+ly )?\p{L}+/u.test(rest));
    const reason = /^\W*(?:because|as|since|although|though|while)\b/i.test(prefix) && !somebodyElse(prefix.replace(/^\W*\p{L}+/u, ""));
    if (reason) return (kind === "state" || kind === "verdict") && /,/.test(rest);
    // "He was lying when he said “…”".
    if (kind === "verdict") return /^[\p{L}' ]{0,40}\b(?:when|by|in) (?:(?:he|she|they) (?:said|says|told)|saying|telling)\b/iu.test(rest);
    // "In a rehearsed voice she said", "What he means by".
    return kind === "link" && /^(?:what|in a|in that|in an|with a)\b/i.test(note.prose.slice(hit.start, hit.end));
  };
  const hit = lead && ahead.find(fits);
  return hit ? { hit } : undefined;
}

/** Where the words that join quotation and reading begin: behind a comma and a space. */
function joinAt(note: Note, quotationEnd: number, limit: number): { start: number; words: number } {
  const between = note.prose.slice(quotationEnd, limit);
  const comma = between.lastIndexOf(",");
  const start = comma >= 0 ? quotationEnd + comma : quotationEnd;
  const words = start + /^[,\s]*/.exec(note.prose.slice(start, limit + 12))![0].length;
  return { start, words };
}

/** The readings of each section, in its own coordinates. */
export const readingsIn = bySection(readingsOf);
