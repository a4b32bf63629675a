import { wordList } from "../lexicon/lexicon.ts";
import type { Span } from "../text/span.ts";
import type { Note, Sentence } from "./note.ts";
import { outsideQuotations } from "./outline.ts";

/** Verbs of voice: they tell something only where a clause follows. */
const voiced = wordList("voiced");

/** What somebody told goes on until the note begins to speak again: "…, but he is clearly scared", "Mum said no and was rude". */
export function reaches(note: Note, sentence: Sentence, from: number, place: Span): boolean {
  const between = outsideQuotations(note, sentence).slice(from - sentence.start, place.start - sentence.start);
  // "screamed because she is jealous", "says nothing to keep the peace": a voice, and no telling.
  if (/^\s*(?:because|cos|so\b(?! (?:he|she|they|it) )|to\b(?! (?:me|us|him|her|them|mum|dad|\p{Lu}))|nothing|in order)/iu.test(between)) return false;
  const verb = /(\p{L}+)$/u.exec(note.prose.slice(Math.max(sentence.start, from - 24), from))?.[1]?.toLowerCase() ?? "";
  if (voiced.has(verb) && !/^\s*(?:(?:to\s+)?(?:me|us|him|her|them|back|out|\p{Lu}\p{L}+|(?:his|her|their|the|my) \p{L}+)\s+)?(?:that|how|what|he|she|they|it|his|her|their|the|i|mum|dad|nan|\p{Lu}\p{L}+)\b/u.test(between)) return false;
  if (/[;]|\s[–—]\s|,\s*(?:it|this|that)(?:'s|\s+is|\s+was)\s+(?:really|clearly|obviously|actually|just|because|all)\b|\bbut\b[^,;]*\b(?:clearly|obviously|plainly|really|in fact)\b|\b(?:but|although|though|when|however)\s+(?:(?:this|that|it|the \p{L}+)\s*)?(?:(?:is|was)\s*)?$/iu.test(between)) return false;
  if (/\bbut\b/i.test(between) && /^(?:clearly|obviously|plainly|evidently|undoubtedly)/i.test(note.prose.slice(place.start, place.end))) return false;
  // "said no and was aggressive": the same person goes on, and what was told held no clause of its own.
  const joined = /\b(?:and|then)\s+(?:(?:then|also|just|again|became|got|generally)\s+)*(?:(?:was|were|is|became|got|being|looked|seemed|has been|had been|kicked|did|does|refused|would not|wouldn't|failed|walked|stormed|went|left|started)\s*)?(?:(?:very|quite|really|so|extremely|verbally|a bit)\s+)*$/i.exec(between);
  if (joined && joined[0].trim() !== "and" && !/\b(?:he|she|they|it|that|who|his|her|their|is|are|was|were|has|have|had)\b/i.test(between.slice(0, joined.index))) return false;
  return true;
}
