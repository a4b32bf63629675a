import { wordList } from "../lexicon/lexicon.ts";
import type { Hit } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "./note.ts";
import { adverbs, auxiliaries, openers, prepositions, relations, roles } from "./words.ts";

const bearers = wordList("bearers");
const linking = wordList("linking");
const base = (word: string): string => word.replace(/'s$|'$/, "");

/**
 * True where an adjective or a noun is said of a person, or of how a person behaves: "Dad was aggressive", "his aggressive
 * manner", "found her hostile", "Very rude on the phone." False of a thing: "the aggressive cancer", "the film was rude".
 */
export function isSaidOfPerson(note: Note, sentence: Sentence, hit: Hit): boolean {
  const { tokens } = sentence;
  const next = tokens[hit.to];
  const tight = next !== undefined && /^[\s-]$/.test(note.prose.slice(hit.end, next.start));
  if (tight && !isClosed(next.word)) return bearers.has(base(next.word)) || relations.has(base(next.word)) || roles.has(base(next.word)) || (tokens[hit.to + 1] !== undefined && coordinated(note, sentence, hit.to));
  // "The cancer his nan has is aggressive": behind a clause of its own, the first noun bears it.
  if (/\b(?:has|have|had|is|was|are|were|did|does|takes|gets|got|wears|uses)\s+(?:is|was|are|were)\s+(?:\p{L}+ly\s+|so\s+|very\s+)?$/iu.test(note.prose.slice(sentence.start, hit.start))) {
    const first = tokens.find(({ word }) => !isClosed(base(word)));
    return first !== undefined && (bearers.has(base(first.word)) || relations.has(base(first.word)) || sentence.mentions.some(({ start }) => start === first.start));
  }
  let owned = false;
  for (let at = hit.from - 1; at >= 0; at -= 1) {
    const token = tokens[at]!;
    const word = base(token.word);
    const mention = sentence.mentions.find(({ start, end }) => start <= token.start && token.end <= end);
    if (mention) {
      // "the letter from the landlord was rude": the letter is.
      while (at > 0 && tokens[at - 1]!.start >= mention.start) at -= 1;
      if (/^(?:from|of|by|about)$/.test(tokens[at - 1]?.word ?? "") || /^(?:from|of|by|about)$/.test(tokens[at - 2]?.word ?? "") && /^(?:the|a|his|her|their|my)$/.test(tokens[at - 1]!.word)) {
        owned = finite.test(tokens[token === tokens[hit.from - 1] ? hit.from : at + 1]?.word ?? "") || tokens.slice(at, hit.from).some((one) => finite.test(one.word));
        if (owned) continue;
      }
      if (mention.role !== "other" || /'s$/.test(token.word)) return true;
      continue;
    }
    if (owned && !isClosed(word) && !linking.has(word)) return bearers.has(word) || relations.has(word) || roles.has(word);
    const follows = tokens[at + 1];
    const bearsVerb = follows !== undefined && finite.test(follows.word) && /^\s$/.test(note.prose.slice(token.end, follows.start));
    if (/^(?:it|this|that|there|which|what|everything|nothing)$/.test(word)) {
      if (bearsVerb) return false;
      continue;
    }
    if (word === "who" || bearers.has(word) || relations.has(word)) return true;
    // "the dog was", "his coat is": a noun that is no person bears it; another adjective does not.
    if (!isClosed(word) && !linking.has(word) && bearsVerb) return false;
  }
  return true;
}

/** Verbs that a noun before them is the subject of. */
const finite = /^(?:is|isn't|was|wasn't|are|were|weren't|has|have|had|seems?|seemed|looks?|looked|appears?|appeared|became|becomes|remains?|remained|got|gets|felt|feels|can|could|will|would|does|did|went|goes)$/;

const isClosed = (word: string): boolean => prepositions.has(word) || openers.has(word) || adverbs.has(word) || auxiliaries.has(word) || /^(?:i|he|she|they|we|you|me|him|her|them|us|the|a|an|at|out|up|off|not|very|too|so|now|here|there|this|that|these|those|last|next|lately|sometimes|during|throughout|ever|yet|enough|all|today|yesterday|every|most|my|his|their|our|re|ref|due|regarding|concerning)$/.test(word) || /ly$/.test(word);

/** "rude, aggressive man": a second adjective, and then the person. */
const coordinated = (note: Note, { tokens }: Sentence, at: number): boolean => {
  const second = tokens[at + 1]!;
  return /^\s$/.test(note.prose.slice(tokens[at]!.end, second.start)) && (bearers.has(base(second.word)) || relations.has(base(second.word)));
};
