import type { Span } from "../text/span.ts";
import { isLedIn } from "./lead-ins.ts";
import type { Note, Sentence } from "./note.ts";
import { inQuotation, outsideQuotations } from "./outline.ts";
import { isRecorded } from "./sources.ts";
import { isTold } from "./tellers.ts";

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

const owned = /\b(?:i|we)(?:'m|'d|'ve| am| was| were| have| had)?\s+(?:(?:also|still|do|did|would|really|now|not|just|therefore|personally|myself)\s+)*(?:think|thought|believe|believed|feel|felt|wonder|wondered|suspect|suspected|worry|worried|concerned|fear|guess|sense|sensed|assume|assumed|hope|imagine|unsure|of the view|not sure|got the (?:impression|feeling|sense)|get the (?:impression|feeling|sense)|came away (?:feeling|thinking)|say this is)\b|\b(?:my|our)\s+(?:own\s+|main\s+|first\s+|professional\s+)?(?:view|opinion|impression|sense|feeling|worry|concern|hypothesis|analysis|assessment|guess|reading|thought|hope|fear|question)\b|\bit\s+(?:seemed|seems|looked|looks|felt|feels|appeared)\s+to\s+(?:me|us)\b|\b(?:struck|strikes)\s+me\b|\bto\s+me,/iu;
const supposed = /\b(?:(?<!\bas |\beven )if|whether|unless|in case|not (?:know|clear|sure)|cannot tell|can't tell|could not tell|don't know|do not know|no evidence|rather than|instead of|ask(?:ed)? (?:him|her|them|mum|dad)? ?(?:about|why|what|how))\b/iu;
/** "I asked how safe he feels", "to find out what he wants". */
const asksHow = /\b(?:ask(?:ed|s|ing)?|find out|explor\w+|discuss\w*|talk(?:ed|ing)? (?:about|through)|look(?:ed|ing)? at|learn(?:t|ed)?|hear)\b[^.;]*\b(?:how|what|why|whether|when|who|where)\b[^,.;]*$/iu;

/** A sentence with more words of one dictionary than this is no sentence: what comes after is not weighed. */
export const mostInSentence = 24;

/** On whose word the place stands. Quotations, tellers before and behind it, records, and the heading or lead-in that it stands under are all heard. */
export function groundsOf(note: Note, sentence: Sentence, place: Span): Grounds {
  if (inQuotation(note, place)) return "quoted";
  const outside = outsideQuotations(note, sentence);
  const at = place.start - sentence.start;
  const before = outside.slice(0, at);
  const behind = outside.slice(place.end - sentence.start);
  if (isRecorded(note, sentence, place)) return "recorded";
  if (isTold(note, sentence, place)) return "told";
  const own = owned.exec(before);
  if (own && !/[;:]\s|,? but /.test(before.slice(own.index + own[0].length))) return "owned";
  if (/^,?\s*(?:i|we) (?:think|thought|felt|feel|believe|suspect|wonder(?:ed)?|would say)\b|\bin (?:my|our) (?:view|opinion)\b/i.test(behind)) return "owned";
  const doubt = supposed.exec(before);
  const newClause = /(?:,|\band|\bbut)\s+(?:he|she|they|it|mum|dad|\p{Lu}[\p{L}'-]+)\s+(?:is|was|are|were|has|had|\p{L}+s|\p{L}+ed)\b/u;
  const asked = asksHow.exec(before);
  if (asked && !newClause.test(before.slice(asked.index))) return "supposed";
  if ((doubt && !newClause.test(before.slice(doubt.index + doubt[0].length))) || /\?\s*$/.test(outside)) return "supposed";
  if (isLedIn(note, sentence)) return "told";
  return "asserted";
}
