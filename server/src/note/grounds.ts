import { wordList } from "../lexicon/lexicon.ts";
import { tokenise } from "../text/tokens.ts";
import { base } from "./naming.ts";
import { relations } from "./words.ts";
import type { Span } from "../text/span.ts";
import type { Mention, Note, Sentence } from "./note.ts";
import { clauseAround, inQuotation, outsideQuotations } from "./outline.ts";

/**
 * On whose word something in a note stands.
 *   quoted    it lies in somebody's words
 *   told      somebody other than the worker is named as saying or thinking it
 *   recorded  a record, a report or an agency is named for it
 *   owned     the worker says that it is their view: "I think", "my view is"
 *   supposed  it is asked, doubted, wished or planned, and not said to be so
 *   asserted  none of these: the note itself says so
 */
export type Grounds = "quoted" | "told" | "recorded" | "owned" | "supposed" | "asserted";

const list = (name: string): string => [...wordList(name)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+")).join("|");
const telling = `(?:${list("telling")})`;
const helpers = "(?:(?:has|had|have|(?:was|were|is|are)(?=\\s+(?:\\p{L}+\\s+)?\\p{L}+ing\\b)|will|would|did|does|do|also|then|just|both|all|later|again|since|now|still|always|often|only|really|never|once|not|clearly|later on|openly|repeatedly|previously|initially|can|could|to|went on to|goes on to|began|started|kept|continued|tends? to|seems? to|'s|'d|'ve)\\s+){0,6}";
/** Straight behind whoever says it: "(mum) has since told me". */
const says = new RegExp(`^(?:\\s*\\([^)]*\\))?(?:\\s+(?:in|at|from|of|with)\\s+[^,.;]{2,30}?)?(?:,[^,.;]{2,60},)?\\s*${helpers}(?:(?:rang|phoned|called|emailed|texted|came|stopped|wrote)\\s+(?:(?:me|us|back|in|round|over|up)\\s+)*(?:and|to)\\s+)?${telling}(?![\\p{L}'])`, "iu");
/** Somebody whom the note does not know otherwise: "Karl disclosed". */
const strangerSays = new RegExp(`(?<![\\p{L}'])(?!(?:I|We|It|They|He|She|This|That|There|Which|Who|What|And|But|So|Then|Also|As|If)\\b)\\p{Lu}[\\p{Ll}'-]+(?:\\s+\\p{Lu}[\\p{Ll}'-]+)?\\s+(?:has |have |had |also |later |since )*(?:${list("telling")})(?![\\p{L}'])`, "u");
const documents = `(?:${list("documents")})`;
const source = `(?:${list("documents")}|${list("agencies")})`;
/** "School rang to say", "the police log shows", "her EHCP from 2023 lists". */
const sourceSays = new RegExp(`(?:^|[^\\p{L}])${source}(?:\\s+(?:from|of|by|dated|on)\\s+[^,.;]{2,40}?)?,?\\s+(?:(?:has|have|had|also|then|did|does|both|all|previously)\\s+)*(?:say|says|said|saying|show|shows|showed|showing|state|states|stated|recorded|records|record|note|notes|noted|list|lists|listed|describe|describes|described|confirm|confirms|confirmed|report|reports|reported|tell|tells|told|names|named|think|thinks|feel|feels|felt|rang|called|phoned|wrote|emailed|texted|believe|believes|raised|shared|informed|explained|advised|mention|mentions|mentioned|call|calls|put|puts|speaks of|spoke of|refers to|referred to)(?![\\p{L}'])`, "iu");
const determiner = "(?:(?:the|his|her|their|its|your|an?|our|this|that|last|recent|latest|[\\p{L}-]+'s)\\s+)?";
/** "according to school", "per the chronology", "in her last review", "from the referral". */
const fromSource = new RegExp(`(?:^|[^\\p{L}])(?:(?:according to|as per|per|as recorded (?:in|by)|as told by|information from|report from|from what)\\s+${determiner}(?:[\\p{L}-]+\\s+){0,3}?${source}|(?:^\\W*|(?:recorded|noted|stated|written|set out|described|mentioned|listed|shown|named|found|it is|it says|it was|is all|given|read|seen|comes|came|taken|confirmed)\\s+)(?:in|from|on|via|by)\\s+${determiner}(?:[\\p{L}-]+\\s+){0,3}?${documents})(?![\\p{L}])`, "iu");
const clinic = /\bdiagnosed\b[^.;]{0,60}\b(?:at|in)\s+(?:the\s+)?\p{Lu}\p{L}+/u;
const clinician = new RegExp(`\\b(?:diagnosed|assessed|confirmed|prescribed|signed off|reported|recorded|raised|made|shared|written|told to me|given to me|described|said|alleged|referred)\\s+(?:with\\s+[^.;]{2,40}\\s+)?(?:as\\s+[^.;]{2,40}\\s+)?by\\s+(?!the end\\b)(?:\\p{Lu}|(?:the|his|her|their|my|our|a|an)\\s|(?:${list("agencies")}|mum|dad|nan)(?![\\p{L}]))`, "u");
const owned = /\b(?:i|we)(?:'m|'d|'ve| am| was| were| have| had)?\s+(?:(?:also|still|do|did|would|really|now|not|just|therefore|personally|myself)\s+)*(?:think|thought|believe|believed|feel|felt|wonder|wondered|suspect|suspected|worry|worried|concerned|fear|guess|sense|sensed|assume|assumed|hope|imagine|unsure|of the view|not sure|got the (?:impression|feeling|sense)|get the (?:impression|feeling|sense)|came away (?:feeling|thinking)|say this is)\b|\b(?:my|our)\s+(?:own\s+|main\s+|first\s+|professional\s+)?(?:view|opinion|impression|sense|feeling|worry|concern|hypothesis|analysis|assessment|guess|reading|thought|hope|fear|question)\b|\bit\s+(?:seemed|seems|looked|looks|felt|feels|appeared)\s+to\s+(?:me|us)\b|\b(?:struck|strikes)\s+me\b|\bto\s+me,/iu;
const supposed = /\b(?:(?<!\bas |\beven )if|whether|unless|in case|not (?:know|clear|sure)|cannot tell|can't tell|could not tell|don't know|do not know|no evidence|rather than|instead of|ask(?:ed)? (?:him|her|them|mum|dad)? ?(?:about|why|what|how))\b/iu;

/** "I asked how safe he feels", "to find out what he wants". */
const asksHow = /\b(?:ask(?:ed|s|ing)?|find out|explor\w+|discuss\w*|talk(?:ed|ing)? (?:about|through)|look(?:ed|ing)? at|learn(?:t|ed)?|hear)\b[^.;]*\b(?:how|what|why|whether|when|who|where)\b[^,.;]*$/iu;

const opensTelling = new RegExp(`^\\W*${helpers}${telling}(?![\\p{L}'])`, "iu");
/** Behind whoever holds it: "'s view is", "her own words". */
const ownView = /^(?:'s?)?\s+(?:own\s+)?(?:view|words?|opinion|worry|concern|account|version|description|belief|complaint|phrase|term|report|feeling|explanation)\b/i;
const strangersView = /\b\p{Lu}[\p{L}-]+'s?\s+(?:own\s+)?(?:view|opinion|worry|account|words) (?:is|was)\b/u;
/** "He was called a liar", "the word handicapped": words that are somebody's, or spoken of. */
const spokenOf = /\b(?:the (?:word|phrase|term|label|nickname)s?|(?:was|were|been|being|is|are|gets?|got) (?:always |often |once )?(?:called|labelled|described as|branded|nicknamed))\s+(?:an?\s+|the\s+|as\s+)?$/i;
const anySource = new RegExp(`(?:^|[^\\p{L}])${source}\\b`, "iu");

/** "Plan:", "My assessment:": what a worker writes themselves. */
const ownHeading = /^\W*(?:(?:my|our|the|next|care|safety|visit|risk) )?(?:plan|plans|review|assessment|summary|notes?|order|conference|results|outcome|analysis|check|checks)\W*$/i;

/** A sentence with more words of one dictionary than this is no sentence: what comes after is not weighed. */
export const mostInSentence = 24;

/** On whose word the place stands. Quotations, tellers before and behind it, records, and the heading or lead-in that it stands under are all heard. */
export function groundsOf(note: Note, sentence: Sentence, place: Span): Grounds {
  if (inQuotation(note, place)) return "quoted";
  const outside = outsideQuotations(note, sentence);
  const at = place.start - sentence.start;
  const before = outside.slice(0, at);
  const behind = outside.slice(place.end - sentence.start);
  const recorded = sourceSays.exec(before);
  if (recorded && reaches(note, sentence, sentence.start + recorded.index + recorded[0].length, place)) return "recorded";
  if (isTold(note, sentence, place, outside)) return "told";
  const clause = clauseAround(note, sentence, place);
  const near = outside.slice(clause.start - sentence.start, clause.end - sentence.start);
  if (fromSource.test(near) || clinician.test(near) || clinic.test(near) || isSourceInBrackets(behind.slice(0, Math.max(0, clause.end - place.end)))) return "recorded";
  const own = owned.exec(before);
  if (own && !/[;:]\s|,? but /.test(before.slice(own.index + own[0].length))) return "owned";
  if (/^,?\s*(?:i|we) (?:think|thought|felt|feel|believe|suspect|wonder(?:ed)?|would say)\b|\bin (?:my|our) (?:view|opinion)\b/i.test(behind)) return "owned";
  const doubt = supposed.exec(before);
  const newClause = /(?:,|\band|\bbut)\s+(?:he|she|they|it|mum|dad|\p{Lu}[\p{L}'-]+)\s+(?:is|was|are|were|has|had|\p{L}+s|\p{L}+ed)\b/u;
  const asked = asksHow.exec(before);
  if (asked && !newClause.test(before.slice(asked.index))) return "supposed";
  if ((doubt && !newClause.test(before.slice(doubt.index + doubt[0].length))) || /\?\s*$/.test(outside)) return "supposed";
  if (leadIn(note, sentence)) return "told";
  return "asserted";
}

/** Somebody other than the worker is named as the one who says or thinks it. */
function isTold(note: Note, sentence: Sentence, place: Span, outside: string): boolean {
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
  return colon > 0 && colon < 60 && (sentence.mentions.some(({ person, end }) => person?.kind !== "worker" && end <= sentence.start + colon) || (anySource.test(before.slice(0, colon)) && !ownHeading.test(before.slice(0, colon))));
}

/** A turn of somebody: "Mum: …". */
function isLabelled(note: Note, { block: { label } }: Sentence): boolean {
  const words = label && note.prose.slice(label.start, label.end).toLowerCase();
  return words !== undefined && note.people.some(({ kind, forms }) => kind !== "worker" && forms.some((form) => form.join(" ") === words));
}

/** Verbs of voice: they tell something only where a clause follows. */
const voiced = wordList("voiced");

/** What somebody told goes on until the note begins to speak again: "…, but he is clearly scared", "Mum said no and was rude". */
function reaches(note: Note, sentence: Sentence, from: number, place: Span): boolean {
  const between = outsideQuotations(note, sentence).slice(from - sentence.start, place.start - sentence.start);
  // "screamed because she is jealous", "says nothing to keep the peace": a voice, and no telling.
  if (/^\s*(?:because|cos|so\b(?! (?:he|she|they|it) )|to\b(?! (?:me|us|him|her|them|mum|dad|\p{Lu}))|nothing|in order)/iu.test(between)) return false;
  const verb = /(\p{L}+)$/u.exec(note.prose.slice(Math.max(sentence.start, from - 24), from))?.[1]?.toLowerCase() ?? "";
  if (voiced.has(verb) && !/^\s*(?:(?:to\s+)?(?:me|us|him|her|them|back|out|\p{Lu}\p{L}+|(?:his|her|their|the|my) \p{L}+)\s+)?(?:that|how|what|he|she|they|it|his|her|their|the|i|mum|dad|nan|\p{Lu}\p{L}+)\b/u.test(between)) return false;
  if (/[;]|\s[–—]\s|,\s*(?:it|this|that)(?:'s|\s+is|\s+was)\s+(?:really|clearly|obviously|actually|just|because|all)\b|\bbut\b[^,;]*\b(?:clearly|obviously|plainly|really|in fact)\b|\b(?:but|although|though|when|however)\s+(?:this|that|it|the \p{L}+)?\s*(?:is|was)?\s*$/iu.test(between)) return false;
  if (/\bbut\b/i.test(between) && /^(?:clearly|obviously|plainly|evidently|undoubtedly)/i.test(note.prose.slice(place.start, place.end))) return false;
  // "said no and was aggressive": the same person goes on, and what was told held no clause of its own.
  const joined = /\b(?:and|then)\s+(?:(?:then|also|just|again|became|got|generally)\s+)*(?:was|were|is|became|got|being|looked|seemed|has been|had been|kicked|did|does|refused|would not|wouldn't|failed|walked|stormed|went|left|started)?\s*(?:(?:very|quite|really|so|extremely|verbally|a bit)\s+)*$/i.exec(between);
  if (joined && joined[0].trim() !== "and" && !/\b(?:he|she|they|it|that|who|his|her|their|is|are|was|were|has|have|had)\b/i.test(between.slice(0, joined.index))) return false;
  return true;
}

const bracketed = new RegExp(`(?:^|[^\\p{L}])(?:${source}|diagnosed|assessed|dr|told|source|see|confirmed)(?![\\p{L}])`, "iu");

/** "(EHCP 2023)", "(letter from Dr Shah)", "(school)": where it is from, in brackets close behind it. A bare year or name is no source. */
const isSourceInBrackets = (behind: string): boolean => {
  const bracket = /^[^()]{0,40}\(([^()]{2,80})\)/.exec(behind);
  return bracket !== null && bracketed.test(bracket[1]!);
};

/** "Information from school", "Update by Mrs Khan": whose it is, if it is anybody's but the worker's. */
const headedFor = /^\W*(?:information|updates?|feedback|report|news|account|views?|voice|words)(?: shared| received)? (?:from|by|of) (.{2,60}?)\W*$/iu;
/** "Mum's view", "What Rose says", "School's update". */
const headedAs = /^\W*(?:what )?(.{2,40}?)(?:'s?)? (?:own )?(?:views?|account|report|updates?|words|voice|story|feedback|says?|said|thinks?|told us|told me|reported|sees)\b.{0,20}$/iu;
const leadTelling = new RegExp(`(?<![\\p{L}'])(?:${list("telling")})(?![\\p{L}'])`, "iu");
const ownLead = /(?<![\p{L}'])(?:i|we)(?:'ve|'d)?\s+(?:\p{L}+\s+)?(?:saw|see|said|told|explained|asked|noted|notice|noticed|think|thought|observed|found|felt|spoke|talked|wrote|recorded|heard|learned|read)\b/iu;

/** True where the words name somebody other than the worker, or a service or paper: a person of the note, "mum", "school". */
const namesSomebody = (note: Note, words: string): boolean => {
  const tokens = tokenise(words).map(({ word }) => base(word));
  return anySource.test(words) || tokens.some((word) => relations.has(word)) || note.people.some(({ kind, forms }) => kind !== "worker" && forms.some((form) => form.every((part, at) => tokens[tokens.indexOf(form[0]!) + at] === part)));
};

/** "Mum told me:" before a list, "School's view" as a heading: what stands under it is theirs. */
function leadIn(note: Note, sentence: Sentence): boolean {
  const { block, section } = sentence;
  const heading = section.heading && section.role === "other" ? note.prose.slice(section.heading.span.start, section.heading.span.end).trim() : "";
  const whose = (headedFor.exec(heading) ?? headedAs.exec(heading))?.[1];
  if (whose !== undefined && !/\b(?:my|our|worker|social work|visit|today)\b/i.test(heading) && namesSomebody(note, whose)) return true;
  if (block.kind !== "item") return false;
  const index = section.blocks.indexOf(block);
  const lead = section.blocks.slice(0, index).findLast(({ kind }) => kind !== "item");
  if (!lead) return false;
  const text = note.prose.slice(lead.span.start, lead.span.end).trim();
  return /:$/.test(text) && !ownLead.test(text) && ((leadTelling.test(text) && namesSomebody(note, text)) || (/^\W*(?:information |news |updates? |feedback )?from\b/i.test(text) && namesSomebody(note, text)));
}
