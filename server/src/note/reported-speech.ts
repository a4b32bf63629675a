import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Child, Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { outsideQuotations } from "./outline.ts";
import { quotationsIn } from "./positions.ts";

/** What a child said, told in the writer's words. */
export interface ReportedSpeech extends Span {
  readonly child: Child;
  readonly sentence: Sentence;
}

const verbs = "said|says|say|told|tells|explained|explains|mentioned|mentions|confided|informed|informs|shared|reported|reports|stated|states|admitted|disclosed|added|whispered|replied|answered|insisted|thinks? aloud|complained|let me know|made it clear|confirmed|remembered|described|indicated|expressed";
const after = pattern(`^(?:,? ?\\([^)]*\\))?,?\\s+(?:(?:also|then|just|later|quietly|has|had|only|both|now|still|again|did|does|once|even|always|often|since|proudly|straight away|at once|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\\s+){0,2}(${verbs})\\b`, "i");
const start = pattern(`^(?:also |then |later |again )?(?:(?:told|informed|tells) (?=me\\b|us\\b)|(?!told|tells|informed|explained to)(${verbs})\\b)`, "i");
/** "… and said that", "… but told me". */
const joined = pattern(`\\b(?:and|but|then)\\s+(?:(?:then|also|just)\\s+)?(${verbs})\\b`, "gi");
const addressee = /^\s*(?:to )?(?:me|us both|both of us|us|mum|dad|nan|him|her|them|you|(?:the|his|her|my|their|our) (?:\p{L}+ (?!(?:to|that|about|off|he|she|they|it|how|what|why|where)\b))?\p{L}+|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)(?: \([^)]*\))?(?=[\s,])/u;
const content = /^\s*,?\s*(?:(?:on|in|at|by|over|during|when|while|as|from|through|later|again|today|yesterday|then|quietly|last|this)\b[^,;:“"]{0,40}?\s)?(?:that\b|how\b|why\b|what\b|where\b|(?:he|she|they|it|there|i|we|you|his|her|their|my|the|a|an|this|these|those|no one|nobody|everyone|everything|nothing|some|sometimes|mum|dad|nan|things|life|school|home|work|being|going|getting|not)\b|\p{Lu}[\p{L}'’-]+(?:'s)?\s)/u;
const empty = /^\s*(?:(?:me|us|him|her|them)\s+)?(?:all |a (?:lot|bit) |more )?(?:about|nothing(?! (?:ever|is|was|has|will|changes|happens|gets))|hello|hi|hiya|goodbye|bye|sorry|thank|thanks|no(?! one)|yes|yeah|so|goodnight|good|well done|to|off|the (?:story|truth|time|date|score|way|names?)|a (?:story|joke|lie)|his name|her name|what (?:to|happened)|anything|little|much|very little|as much|grace|please|this|that\s*[.,;]|it\s*[.,;])(?![a-z'’])/i;
const silent = /\b(?:did not|didn't|does not|doesn't|would not|wouldn't) want to (?:say|talk|tell|speak|answer|share)|\bwould rather not (?:say|talk)/i;

/**
 * What the children of a note are told to have said without their words (V06, "use quotation marks").
 * Wishes without a verb of speech, questions and greetings are none.
 */
export const reportedSpeech = once((note): readonly ReportedSpeech[] =>
  note.sentences.flatMap((sentence): ReportedSpeech[] => {
    if (sentence.block.kind === "quote" || quotationsIn(note, { start: sentence.end - 1, end: Math.max(sentence.end, sentence.start + 41) }).some((quotation) => quotation.form === "turn" && quotation.start <= sentence.start + 40 && quotation.end >= sentence.end)) return [];
    const found = told(note, sentence);
    return found ? [found] : [];
  }),
);

function told(note: Note, sentence: Sentence): ReportedSpeech | undefined {
  const outside = outsideQuotations(note, sentence);
  const at = (offset: number): string => outside.slice(offset - sentence.start);
  const make = (child: Child, from: number, rest: string): ReportedSpeech | undefined => (holdsWords(rest) ? { child, sentence, start: from, end: sentence.end } : undefined);
  for (const mention of sentence.mentions) {
    if (mention.children.length !== 1 || mention.role === "other" || mention.how === "group") continue;
    const verb = after.exec(at(mention.end));
    if (!verb || denied(at(mention.end).slice(0, verb[0].length), outside.slice(0, mention.start - sentence.start))) continue;
    const found = make(mention.children[0]!, mention.start, at(mention.end).slice(verb[0].length));
    if (found) return found;
  }
  const about = note.children.find(({ person }) => person === sentence.about);
  const first = start.exec(outside);
  if (about && first) return make(about, sentence.start, outside.slice(first[0].length));
  const subjects = sentence.mentions.filter(({ role }) => role === "subject");
  for (const verb of matchesIn(outside, joined)) {
    const subject = subjects.findLast(({ end }) => end <= sentence.start + verb.index);
    if (subject?.children.length === 1 && subjects.every((one) => one.end > sentence.start + verb.index || one.person === subject.person)) {
      const found = make(subject.children[0]!, sentence.start + verb.index, outside.slice(verb.index + verb[0].length));
      if (found) return found;
    }
  }
  return undefined;
}

const denied = (verb: string, before: string): boolean => /\b(?:not|never|n't|if|whether|when)\b/i.test(verb) || /\b(?:if|whether|what|unless)\s*$/i.test(before);

/** What follows the verb tells something: a clause, and no greeting, topic or order. */
function holdsWords(rest: string): boolean {
  if (/^\s*[,:]?\s{3,}/.test(rest) || silent.test(rest)) return false;
  const addressed = addressee.exec(rest);
  const tail = addressed && !/^\s*(?:the|his|her|their|my)\b[^,]{0,30}\b(?:is|was|are|were|has|had|will|would)\b/.test(rest) ? rest.slice(addressed[0].length) : rest;
  return [tail, rest].some((text) => !empty.test(text) && content.test(text)) && !empty.test(tail);
}
