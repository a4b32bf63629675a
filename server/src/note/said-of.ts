import { wordList } from "../lexicon/lexicon.ts";
import type { Hit } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "./note.ts";
import { adverbs, auxiliaries, openers, prepositions, relations, roles } from "./words.ts";

const bearers = wordList("bearers");
const linking = wordList("linking");

/**
 * True where an adjective or a noun is said of a person, or of how a person behaves: "Dad was aggressive", "his aggressive
 * manner", "found her hostile", "Very rude on the phone." False of a thing: "the aggressive cancer", "the film was rude".
 */
export function isSaidOfPerson(note: Note, sentence: Sentence, hit: Hit): boolean {
  return describes(note, sentence, hit) ?? bornBy(note, sentence, hit) ?? true;
}

/** Before a noun, what it is said of is that noun: "his aggressive manner". Undefined where no noun follows. */
function describes(note: Note, sentence: Sentence, hit: Hit): boolean | undefined {
  const next = sentence.tokens[hit.to];
  if (!next || !/^[\s-]$/.test(note.prose.slice(hit.end, next.start)) || isClosed(next.word)) return undefined;
  return isBearer(next.bare) || roles.has(next.bare) || coordinated(note, sentence, hit.to);
}

/** Otherwise whoever or whatever stands before it bears it, word by word backwards. Undefined where nobody does: "Very rude on the phone." */
function bornBy(note: Note, sentence: Sentence, hit: Hit): boolean | undefined {
  const { tokens } = sentence;
  // "The cancer his nan has is aggressive": behind a clause of its own, the first noun bears it.
  if (twoVerbs.test(note.prose.slice(sentence.start, hit.start))) {
    const first = tokens.find(({ bare }) => !isClosed(bare));
    return first !== undefined && (isBearer(first.bare) || sentence.mentions.some(({ start }) => start === first.start));
  }
  let at = hit.from - 1;
  let ownedByThing = false;
  while (at >= 0) {
    const token = tokens[at]!;
    const word = token.bare;
    const mention = sentence.mentions.find(({ start, end }) => start <= token.start && token.end <= end);
    const next = tokens[at + 1];
    const bearsVerb = next !== undefined && finite.test(next.word) && /^\s$/.test(note.prose.slice(token.end, next.start));
    if (mention) {
      while (at > 0 && tokens[at - 1]!.start >= mention.start) at -= 1;
      // "the letter from the landlord was rude": the letter is.
      if (isBehindOf(tokens, at) && tokens.slice(at, hit.from).some((one) => finite.test(one.word))) ownedByThing = true;
      else if (mention.role !== "other" || /'s$/.test(token.word)) return true;
    } else if (ownedByThing && !isClosed(word) && !linking.has(word)) return isBearer(word) || roles.has(word);
    else if (word === "who" || (isBearer(word) && !ownedByThing)) return true;
    else if (bearsVerb && (things.test(word) || (!isClosed(word) && !linking.has(word)))) return false;
    at -= 1;
  }
  return undefined;
}

/** "from", "of", "by" or "about" stands before, with or without an article. */
const isBehindOf = (tokens: Sentence["tokens"], at: number): boolean => {
  const one = tokens[at - 1]?.word ?? "";
  return /^(?:from|of|by|about)$/.test(/^(?:the|a|his|her|their|my)$/.test(one) ? (tokens[at - 2]?.word ?? "") : one);
};

const isBearer = (word: string): boolean => bearers.has(word) || relations.has(word);

const things = /^(?:it|this|that|there|which|what|everything|nothing)$/;
const twoVerbs = /\b(?:has|have|had|is|was|are|were|did|does|takes|gets|got|wears|uses)\s+(?:is|was|are|were)\s+(?:\p{L}+ly\s+|so\s+|very\s+)?$/iu;

/** Verbs that a noun before them is the subject of. */
const finite = /^(?:is|isn't|was|wasn't|are|were|weren't|has|have|had|seems?|seemed|looks?|looked|appears?|appeared|became|becomes|remains?|remained|got|gets|felt|feels|can|could|will|would|does|did|went|goes)$/;

const isClosed = (word: string): boolean => prepositions.has(word) || openers.has(word) || adverbs.has(word) || auxiliaries.has(word) || /^(?:i|he|she|they|we|you|me|him|her|them|us|the|a|an|at|out|up|off|not|very|too|so|now|here|there|this|that|these|those|last|next|lately|sometimes|during|throughout|ever|yet|enough|all|today|yesterday|every|most|my|his|their|our|re|ref|due|regarding|concerning)$/.test(word) || (/ly$/.test(word) && !/^(?:assembly|family|reply|belly|bully|jelly|ally|supply|fly|july|lily|holly|monopoly|anomaly|butterfly)$/.test(word));

/** "rude, aggressive man": a second adjective, and then the person. */
const coordinated = (note: Note, { tokens }: Sentence, at: number): boolean => {
  const second = tokens[at + 1];
  return second !== undefined && /^\s$/.test(note.prose.slice(tokens[at]!.end, second.start)) && isBearer(second.bare);
};
