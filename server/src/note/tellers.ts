import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Mention, Note, Sentence } from "./note.ts";
import { outsideQuotations } from "./outline.ts";
import { alternatives } from "./patterns.ts";
import { reaches } from "./scope.ts";
import { namesSource } from "./sources.ts";

const telling = `(?:${alternatives("telling")})`;
const helpers = "(?:(?:has|had|have|(?:was|were|is|are)(?=\\s+(?:\\p{L}+\\s+)?\\p{L}+ing\\b)|will|would|did|does|do|also|then|just|both|all|later|again|since|now|still|always|often|only|really|never|once|not|clearly|later on|openly|repeatedly|previously|initially|can|could|to|went on to|goes on to|began|started|kept|continued|tends? to|seems? to|'s|'d|'ve)\\s+){0,6}";
/** Straight behind whoever says it: "(mum) has since told me". */
const says = pattern(`^(?:\\s*\\([^)]*\\))?(?:\\s+(?:in|at|from|of|with)\\s+[^,.;]{2,30}?)?(?:,[^,.;]{2,60},)?\\s*${helpers}(?:(?:rang|phoned|called|emailed|texted|came|stopped|wrote)\\s+(?:(?:me|us|back|in|round|over|up)\\s+)*(?:and|to)\\s+)?${telling}(?![\\p{L}'])`, "iu");
/** Somebody whom the note does not know otherwise: "Karl disclosed". */
const strangerSays = pattern(`(?<![\\p{L}'])(?!(?:I|We|It|They|He|She|This|That|There|Which|Who|What|And|But|So|Then|Also|As|If)\\b)\\p{Lu}[\\p{Ll}'-]+(?:\\s+\\p{Lu}[\\p{Ll}'-]+)?\\s+(?:has |have |had |also |later |since )*(?:${alternatives("telling")})(?![\\p{L}'])`, "u");
const opensTelling = pattern(`^\\W*${helpers}${telling}(?![\\p{L}'])`, "iu");
/** Behind whoever holds it: "'s view is", "her own words". */
const ownView = /^(?:'s?)?\s+(?:own\s+)?(?:view|words?|opinion|worry|concern|account|version|description|belief|complaint|phrase|term|report|feeling|explanation)\b/i;
const strangersView = /\b\p{Lu}[\p{L}-]+'s?\s+(?:own\s+)?(?:view|opinion|worry|account|words) (?:is|was)\b/u;
/** "He was called a liar", "the word handicapped": words that are somebody's, or spoken of. */
const spokenOf = /\b(?:the (?:word|phrase|term|label|nickname)s?|(?:was|were|been|being|is|are|gets?|got) (?:always |often |once )?(?:called|labelled|described as|branded|nicknamed))\s+(?:an?\s+|the\s+|as\s+)?$/i;

/** Somebody other than the worker is named as the one who says or thinks it. */
export function isTold(note: Note, sentence: Sentence, place: Span): boolean {
  const outside = outsideQuotations(note, sentence);
  const before = outside.slice(0, place.start - sentence.start);
  return (
    sentence.mentions.some((teller) => teller.person?.kind !== "worker" && isToldBy(note, sentence, teller, place, outside)) ||
    isToldByStranger(note, sentence, before, place) ||
    spokenOf.test(before) ||
    // "Told me he is lazy": the sentence goes on about somebody.
    (sentence.about !== undefined && sentence.about.kind !== "worker" && opensTelling.test(before)) ||
    isBehindColon(note, sentence, before) ||
    isLabelled(note, sentence)
  );
}

/** One whom the note names: "Mum told me that …", "…, Mum said", "according to Mum", "in Dad's view", "… (Nan)". */
function isToldBy(note: Note, sentence: Sentence, teller: Mention, place: Span, outside: string): boolean {
  const lead = outside.slice(Math.max(0, teller.start - sentence.start - 60), teller.start - sentence.start);
  const rest = outside.slice(teller.end - sentence.start, teller.end - sentence.start + 160);
  if (/\b(?:according to|per|as told by|as described by|in the words of|quoting)\s*(?:the |his |her |their |my )?$/i.test(lead)) return true;
  if (teller.end > place.start) {
    const behind = teller.start >= place.end && /[,–—-]\s*(?:his|her|their|the|my|our)?\s*$/i.test(lead) && says.test(rest) && /^[^\p{L}]*$|^\s*(?:me|us|to me|him|her|in|on|when|at|this|today|yesterday)?\b/iu.test(rest.replace(says, ""));
    const inBrackets = teller.start >= place.end && teller.start - place.end <= 3 && /\(\s*$/.test(lead) && /^\s*\)/.test(rest);
    return behind || inBrackets;
  }
  if (ownView.test(rest)) return true;
  const verb = teller.role === "other" ? null : says.exec(rest);
  return verb !== null && teller.end + verb[0].length <= place.start && reaches(note, sentence, teller.end + verb[0].length, place);
}

/** One whom the note does not know otherwise: "Karl disclosed that …", "Bev's view is that …". */
function isToldByStranger(note: Note, sentence: Sentence, before: string, place: Span): boolean {
  if (strangersView.test(before)) return true;
  const stranger = strangerSays.exec(before);
  return stranger !== null && reaches(note, sentence, sentence.start + stranger.index + stranger[0].length, place);
}

/** "Ms Khan, class teacher: attendance 82%." */
function isBehindColon(note: Note, sentence: Sentence, before: string): boolean {
  const colon = before.indexOf(": ");
  return colon > 0 && colon < 60 && (sentence.mentions.some(({ person, end }) => person?.kind !== "worker" && end <= sentence.start + colon) || namesSource(before.slice(0, colon)));
}

/** A turn of somebody: "Mum: …". */
function isLabelled(note: Note, { block: { label } }: Sentence): boolean {
  const words = label && note.prose.slice(label.start, label.end).toLowerCase();
  return words !== undefined && note.people.some(({ kind, forms }) => kind !== "worker" && forms.some((form) => form.join(" ") === words));
}
