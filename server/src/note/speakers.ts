import type { Span } from "../text/span.ts";
import { told, type Told } from "./known.ts";
import type { Marked } from "./quotation-marks.ts";
import type { OpenMention, OuterSentence } from "./naming.ts";
import type { NoteToken, Person } from "./note.ts";
import { adverbs, auxiliaries, openers, prepositions, speechVerbs, subordinators, tools, weakSpeechVerbs } from "./words.ts";

/** A sentence with its mentions and the quotations in it, as far as finding a speaker needs it. */
export interface SpokenSentence extends OuterSentence, Span {
  readonly mentions: readonly OpenMention[];
  /** The sentence before it in its section. */
  readonly previous?: SpokenSentence | undefined;
  /** Whom the line is labelled for ("Shanice: seen in her bedroom. Said …"). */
  readonly about?: Person | undefined;
}

const strong = (word: string): boolean => speechVerbs.has(word) && !weakSpeechVerbs.has(word);
const thing = /^(?:note|notes|letter|text|texts|message|messages|card|page|sheet|poster|drawing|picture|email|post-it|sticky|label|list|sign|caption|badge|words|word|answer|reply|response|diary|story|status|snapchat|whatsapp|bubble|worksheet|paper)$/;
const titleWords = /^(?:called|titled|named|read|reading|watched|watching|book|film|game|song|programme|show|used|played|did|using|tool|worksheet|video)$/;

/** Who says a quotation, from the sentence around it; undefined where nothing tells. */
export function speakerOf(quotation: Marked, sentence: SpokenSentence, quotations: readonly Marked[]): Told | "title" | undefined {
  if (tools.has(sentence.prose.slice(quotation.words.start, quotation.words.end).trim().toLowerCase())) return "title";
  const before = sentence.tokens.filter(({ end }) => end <= quotation.start);
  const lead = (person: Person | undefined, verb?: number) => told(person, "told", leadOf(before, person, verb, sentence));
  const split = parted(quotation, sentence, quotations);
  if (split) return split;
  const after = sentence.tokens.filter(({ start }) => start >= quotation.end);
  const direct = adjacentVerb(before, quotation, sentence);
  const spoken = direct === undefined ? undefined : lead(subjectOf(direct, sentence), direct);
  const given = lead(accordingTo(before, quotation, sentence));
  const found = given ?? spoken ?? lead(shown(before, quotation, sentence)) ?? tagged(after, quotation, sentence, quotations) ?? owned(before, quotation, sentence) ?? lead(answered(before, sentence));
  if (found && !isTitled(before, quotation, sentence)) return found;
  if (isTitled(before, quotation, sentence) || isTitle(quotation, sentence)) return "title";
  // A word or two in single marks, with no verb right before them, is a label: the ‘reset room’.
  if (quotation.single && sentence.prose.slice(quotation.words.start, quotation.words.end).trim().split(/\s+/).length <= 2) return undefined;
  const verb = nearestVerb(before, quotation, sentence);
  return verb === undefined ? undefined : lead(subjectOf(verb, sentence), verb);
}

/** The words before a quotation that tell who says it: from where the speaker is named last, or from the verb, to the quotation. */
function leadOf(before: readonly NoteToken[], person: Person | undefined, verb: number | undefined, { mentions }: SpokenSentence): Span | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  const named = mentions.findLast((mention) => mention.person === person && mention.to <= (verb ?? before.length));
  const start = Math.min(...[named?.start, verb === undefined ? undefined : before[verb]?.start].filter((at) => at !== undefined));
  return Number.isFinite(start) ? { start, end: last.end } : undefined;
}

/** The words behind a quotation that tell who says it, with that place. */
function tagged(after: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence, quotations: readonly Marked[]): Told | undefined {
  const person = tag(after, quotation, sentence, quotations);
  if (!person) return undefined;
  const named = sentence.mentions.find((mention) => mention.person === person && mention.start >= after[0]!.start);
  const verb = after.slice(0, 6).find(({ word }) => speechVerbs.has(word));
  return told(person, "told", { start: after[0]!.start, end: Math.max(after[0]!.end, named?.end ?? 0, verb?.end ?? 0) });
}

function owned(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): Told | undefined {
  const person = possessor(before, quotation, sentence);
  return told(person, "owner", leadOf(before, person, undefined, sentence));
}

/** "According to Kai it is “rubbish”"; "Kai's view is that home is “fine”"; "Kai – “it's alright”". */
function accordingTo(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): Person | undefined {
  const source = sentence.mentions.find(({ from }) => sentence.tokens[from - 1]?.word === "to" && sentence.tokens[from - 2]?.word === "according" && from <= before.length);
  if (source) return source.person;
  // "I had a text from Kai: “…”".
  const sender = sentence.mentions.findLast(({ from, to, person }) => person && person.kind !== "worker" && sentence.tokens[from - 1]?.word === "from" && thing.test(sentence.tokens[from - 2]?.word ?? "") && to <= before.length);
  if (sender && /^[\s,]*(?:\([^)]*\))?\s*(?:[:–—-]|(?:that )?(?:saying|said|says|which said|reading))\s*$/.test(sentence.prose.slice(sender.end, quotation.start))) return sender.person;
  const owner = sentence.mentions.find(({ from, to, role }) => from === 0 && role === "other" && /^(?:view|opinion|answer|word|words|description|verdict|name|idea|wish|plan|message|reply|response)$/.test(sentence.tokens[to]?.word ?? "") && to < before.length);
  if (owner && /^(?:is|was|of|for|about|on)$/.test(sentence.tokens[owner.to + 1]?.word ?? "")) return owner.person;
  const last = sentence.mentions.findLast(({ to }) => to === before.length);
  return last && last.from === 0 && /^\s*[–—-]+\s*$/.test(sentence.prose.slice(last.end, quotation.start)) ? last.person : undefined;
}

/** "He pointed to “light on”", "looked at “drum”": a child who speaks with symbols. */
function shown(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): Person | undefined {
  const at = before.length - 2;
  if (!/^(?:pointed|looked|pointing|reached|touched|pressed|selected|chose|turned)$/.test(before[at]?.word ?? "") || !/^(?:to|at|for|towards)$/.test(before.at(-1)!.word) || isTitle(quotation, sentence)) {
    return undefined;
  }
  const person = subjectOf(at, sentence);
  return person?.kind === "child" ? person : undefined;
}

/** “No,” said Kai, “never.”: the second part of words that were told apart. */
function parted(quotation: Marked, sentence: SpokenSentence, quotations: readonly Marked[]): Told | undefined {
  const first = quotations.findLast(({ end }) => end <= quotation.start);
  if (!first || !/^[\s,]*[^.;:!?]{3,40},\s*$/.test(sentence.prose.slice(first.end, quotation.start))) return undefined;
  const between = sentence.tokens.filter(({ start, end }) => start >= first.end && end <= quotation.start);
  return between.length <= 5 && !/^(?:and|but|then)$/.test(between[0]?.word ?? "") ? tagged(between, first, sentence, quotations) : undefined;
}

/** "Texted Solange and got back “…”": the answer of whom the worker wrote to. */
function answered(before: readonly NoteToken[], sentence: SpokenSentence): Person | undefined {
  const tail = before.slice(-6).map(({ word }) => word).join(" ");
  // "All I got was “…”", "Then it was “…”": whoever the sentences before were about.
  if (/\b(?:all (?:i|we) (?:got|had)(?: from (?:him|her|them)| back)? was|(?:then|next|later|now) it was)$/.test(tail)) return sentence.about ?? carriedOver(sentence.previous);
  if (!/\b(?:got back|came back|got|reply|replied with|answer|response)(?: (?:was|a|with|back))*$/.test(tail)) return undefined;
  return sentence.mentions.findLast(({ person, role, to }) => person && person.kind !== "worker" && role !== "other" && to <= before.length)?.person;
}

/** "The Huge Bag of Worries", ‘Three Houses’: the title of a book or a tool. */
function isTitle(quotation: Marked, sentence: SpokenSentence): boolean {
  const words = sentence.prose.slice(quotation.words.start, quotation.words.end).trim();
  if (tools.has(words.toLowerCase())) return true;
  const parts = words.split(/\s+/);
  const capitals = parts.filter((part) => /^["']?\p{Lu}/u.test(part)).length;
  const small = parts.filter((part) => /^(?:of|and|the|a|an|in|to|for|on|with|my|is|at|about)$/.test(part)).length;
  return parts.length > 1 && capitals >= 2 && capitals + small === parts.length && !/[.!?,]$/.test(words);
}

/** "the book “All About Your Judge”", "read "The Huge Bag of Worries"": announced as a title. */
function isTitled(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): boolean {
  const last = before.at(-1);
  if (!last || !/^[\s,:]*$/.test(sentence.prose.slice(last.end, quotation.start))) return false;
  return /^(?:book|film|game|song|programme|worksheet|tool|video|titled)$/.test(last.word) || (titleWords.test(last.word) && isTitle(quotation, sentence));
}

/** The index of a speech verb right before the quotation ("said “…”", "told me: “…”", "said to her mum, “…”"). */
function adjacentVerb(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): number | undefined {
  const last = before.length - 1;
  if (last < 0) return undefined;
  for (let at = last; at >= 0 && last - at <= 5; at -= 1) {
    const { word } = before[at]!;
    if (!speechVerbs.has(word)) continue;
    if (auxiliaries.has(before[at - 1]?.word ?? "") && /^(?:called|named|described|read|used|written|signed)$/.test(word) && /^(?:is|was|are|were|be|been)$/.test(before[at - 1]!.word)) return undefined;
    const between = before.slice(at + 1);
    const object = between.every(({ word: next }, index) => /^(?:me|us|him|her|them|it|to|that|out|down|up|back|quietly|is|was|in|on|the|a|his|their|my|over|by|text|phone|via|i|again|as|through|like)$/.test(next) || adverbs.has(next) || sentence.mentions.some((mention) => mention.from <= at + 1 + index && at + 1 + index < mention.to && mention.role !== "subject") || prepositions.has(next) || index === between.length - 1 && !/[.;]/.test(sentence.prose.slice(before[at]!.end, quotation.start)));
    if (!object) continue;
    if (weakSpeechVerbs.has(word) && isAside(at, sentence)) continue;
    if (/^wants?(?:ed)?$/.test(word) && !/:\s*$/.test(sentence.prose.slice(before[last]!.end, quotation.start))) continue;
    if (weakSpeechVerbs.has(word) && between.length > 3 && word !== "put" && !/[:]\s*$/.test(sentence.prose.slice(before[last]!.end, quotation.start))) continue;
    return at;
  }
  return undefined;
}

/** "Rosie told me while we drew, “…”": what was done meanwhile is no telling, where another verb tells. */
function isAside(verb: number, { tokens, mentions }: SpokenSentence): boolean {
  const subject = mentions.findLast(({ to, role }) => to <= verb && role === "subject");
  if (!subject || !subordinators.has(tokens[subject.from - 1]?.word ?? "")) return false;
  return tokens.slice(subject.to, verb).every(({ word }) => adverbs.has(word) || auxiliaries.has(word)) && tokens.slice(0, subject.from - 1).some(({ word }) => strong(word));
}

/** The speech verb nearest before the quotation in its sentence ("told me the 7 was for “…”"). */
function nearestVerb(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): number | undefined {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const { word, end } = before[at]!;
    const colon = /[:]\s*$/.test(sentence.prose.slice(before.at(-1)!.end, quotation.start));
    if (strong(word) || (/^(?:put|wrote|picked|chose|pressed|gave|scored|rated|listed|named|counted|spelled|spelt|sang)$/.test(word) && before.length - at <= 8) || (/^(?:wanted|wants|listed|sent|made|drew|thinks|thought|ran|went|texted)$/.test(word) && colon)) {
      if (word === "called" || word === "calling") continue;
      if (/[;]/.test(sentence.prose.slice(end, quotation.start))) return undefined;
      return at;
    }
  }
  // "Temi wanted me to write this down: “…”": a colon leads to the words.
  return undefined;
}

/** "…," Kai said; "…" said Leo (6); "…" she whispered; "…" was her answer. */
function tag(after: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence, quotations: readonly Marked[]): Person | undefined {
  const first = after[0];
  if (!first) return undefined;
  const next = quotations.find(({ start }) => start >= quotation.end);
  const limit = next ? next.start : sentence.end;
  if (first.start >= limit || !/^[\s,.!?–—-]*$/.test(sentence.prose.slice(quotation.end, first.start))) return undefined;
  if (/[.!?]/.test(sentence.prose.slice(quotation.end, first.start))) return undefined;
  const at = sentence.tokens.indexOf(first);
  const mention = sentence.mentions.find((one) => one.from === at);
  if (mention && mention.role !== "other") {
    let verb = mention.to;
    if (sentence.prose.slice(mention.end).startsWith(" (")) while (verb < sentence.tokens.length && sentence.tokens[verb]!.start < sentence.prose.indexOf(")", mention.end)) verb += 1;
    while (adverbs.has(sentence.tokens[verb]?.word ?? "") || /^(?:had|has|ll)$/.test(sentence.tokens[verb]?.word ?? "")) verb += 1;
    const word = sentence.tokens[verb]?.word ?? "";
    // "“Get out” – Orla went upstairs": only a bare "she went" tells of speech.
    const goes = /^(?:goes|went)$/.test(word) && (sentence.tokens[verb + 1]?.start ?? limit) < limit;
    if (!goes && speechVerbs.has(word) && !(weakSpeechVerbs.has(word) && !/^(?:wrote|called|texts|messages|laughed|cried|put|thought|thinks|reads|goes|went|described)$/.test(word)) && sentence.tokens[verb]!.start < limit) return mention.person;
    if (mention.how === "relation" || mention.how === "name") return undefined;
  }
  if (speechVerbs.has(first.word) && !weakSpeechVerbs.has(first.word)) {
    const subject = sentence.mentions.find((one) => one.from > at && one.from <= at + 3 && sentence.tokens[one.from]!.start < limit && one.how !== "group" && !(one.how === "pronoun" && one.role === "other"));
    return subject?.person;
  }
  if (/^(?:was|is|were|are|came)$/.test(first.word)) {
    if (speechVerbs.has(sentence.tokens[at + 1]?.word ?? "") && sentence.tokens[at + 2]?.word === "by") return sentence.mentions.find(({ from }) => from >= at + 3)?.person;
    const own = sentence.mentions.find((one) => one.from > at && one.from <= at + 3 && one.role === "other");
    const noun = own && sentence.tokens[own.to]?.word;
    if (own && noun && (thing.test(noun) || /^(?:exact|own|first|only)$/.test(noun))) return own.person;
    const clause = sentence.tokens.slice(at, at + 6).findIndex(({ word }) => /^(?:how|what)$/.test(word));
    if (clause >= 0) return sentence.mentions.find((one) => one.from > at && one.from <= at + clause + 2)?.person;
  }
  return undefined;
}

/** "In J's words, …", "her last sticky note says", "Rose's page:": the words are those of whom the thing belongs to. */
function possessor(before: readonly NoteToken[], quotation: Marked, sentence: SpokenSentence): Person | undefined {
  const owner = sentence.mentions.findLast(({ to }) => to === before.length);
  const label = quotation.single && sentence.prose.slice(quotation.words.start, quotation.words.end).trim().split(/\s+/).length <= 3;
  if (owner?.role === "other" && !label && /'s\s*$/.test(sentence.prose.slice(owner.start, quotation.start))) return owner.person;
  for (let at = before.length - 1; at >= Math.max(0, before.length - 9); at -= 1) {
    if (!thing.test(before[at]!.word)) continue;
    const own = sentence.mentions.findLast((mention) => mention.to <= at && at - mention.to <= 3 && mention.role === "other");
    const rest = before.slice(at + 1).map(({ word }) => word);
    const lead = sentence.prose.slice(before[at]!.end, quotation.start);
    if (own?.person && (rest.some((word) => speechVerbs.has(word)) || /:\s*$/.test(lead) || /^(?:was|is|were)$/.test(rest.at(-1) ?? "") || (/^words?$/.test(before[at]!.word) && rest.length <= 5) || rest.every((word) => /^(?:was|is|were|that|which|to|me|saying|simply)$/.test(word)))) return own.person;
  }
  return undefined;
}

/** Whose verb it is: the subject before it, past adverbs and helpers; where it is left out ("Mum sat down and said"), that of the main clause. */
export function subjectOf(verb: number, sentence: SpokenSentence): Person | undefined {
  const { tokens, mentions, prose } = sentence;
  let at = verb - 1;
  while (at >= 0 && (adverbs.has(tokens[at]!.word) || auxiliaries.has(tokens[at]!.word) || /ly$/.test(tokens[at]!.word)) && !mentions.some(({ from, to }) => from <= at && at < to)) at -= 1;
  // "It says “…”": a thing. "He was told “…”": somebody else's words.
  if (at >= 0 && /^(?:it|this|these|there)$/.test(tokens[at]!.word)) return undefined;
  if (/^(?:told|asked|called|named|described)$/.test(tokens[verb]!.word) && /^(?:was|were|is|are|been|being|be|got|gets|getting)$/.test(tokens[verb - 1]?.word ?? "")) return undefined;
  const relative = at >= 0 && /^(?:who|that|which)$/.test(tokens[at]!.word);
  if (relative) at -= 1;
  if (at >= 0) {
    const here = mentions.find(({ from, to }) => from <= at && at < to);
    const gap = prose.slice(tokens[at]!.end, tokens[verb]!.start);
    if (here && !(here.role === "other" && here.how !== "relation") && !/[;:]/.test(gap)) {
      // "his mum and said": a person right before "and" is not yet the subject.
      const heard = /^(?:heard|saw|watched|hear|let|made|had)$/.test(tokens[here.from - 1]?.word ?? "");
      if (here.role === "subject" || relative || heard || here.how === "relation" || (here.how === "name" && !/,/.test(gap))) return here.person;
    }
    // "Kelly (mum) said", "Mo's brother, Ali, said": what stands in brackets or between commas belongs to the name before.
    if (/^\)|\)\s/.test(prose.slice(tokens[at]!.end, tokens[at]!.end + 2))) {
      const open = prose.lastIndexOf("(", tokens[at]!.start);
      const owner = mentions.findLast(({ end }) => end <= open && open - end <= 1);
      if (owner) return owner.person;
    }
    if (relative && thing.test(tokens[at]!.word)) return mainSubject(verb, sentence);
  }
  if (isOverheard(verb, sentence)) return undefined;
  const subject = mainSubject(verb, sentence);
  if (subject) return subject;
  // A sentence without a subject before its verb ("Said he was fine", "Came in, sat down, said “…”") goes on about whom those before it were about.
  return mentions.some(({ from, role, person }) => from < verb && role === "subject" && person && person.kind !== "friend") ? undefined : (sentence.about ?? carriedOver(sentence.previous));
}

/** "I heard a child say “…”": whoever was heard spoke, and the note does not tell who that is. */
function isOverheard(verb: number, { tokens, mentions }: SpokenSentence): boolean {
  if (!/^(?:say|shout|scream|yell|whisper|call|ask|tell|swear|cry|mutter|\p{L}+ing)$/u.test(tokens[verb]!.word)) return false;
  const heard = tokens.slice(0, verb).findLastIndex(({ word }) => /^(?:heard|hear|overheard)$/.test(word));
  // "He was heard to say": his.
  if (/^(?:was|were|is|been|be)$/.test(tokens[heard - 1]?.word ?? "")) return false;
  return heard >= 0 && verb - heard > 1 && verb - heard <= 7 && !mentions.some(({ from }) => from > heard && from < verb);
}

/** The nearest subject before the verb that does not sit in a clause of its own ("when I asked to look upstairs"). */
function mainSubject(verb: number, sentence: SpokenSentence): Person | undefined {
  const { tokens, mentions } = sentence;
  const subjects = mentions.filter((mention) => mention.to <= verb && mention.role === "subject" && mention.person);
  const subordinate = (mention: OpenMention): boolean => {
    const opener = tokens[mention.from - 1]?.word ?? "";
    return subordinators.has(opener) || /^(?:that|which|who|what|if|whether|how|where|why|for)$/.test(opener);
  };
  const main = subjects.filter((mention) => !subordinate(mention));
  const joined = /^(?:and|but|then|or)$/.test(tokens[verb - 1]?.word ?? "") || /^(?:and|but|then)$/.test(tokens[verb - 2]?.word ?? "") || /ing$/.test(tokens[verb]!.word);
  const last = (joined ? main.at(-1) ?? subjects.at(-1) : subjects.at(-1) ?? main.at(-1)) ?? undefined;
  return last?.person;
}

/** Whom the sentences before were about: the first subject that is not the worker, else whoever is named. */
export function carriedOver(sentence: SpokenSentence | undefined, back = 5): Person | undefined {
  if (!sentence || back === 0) return undefined;
  const others = sentence.mentions.filter(({ person, how }) => person && person.kind !== "worker" && how !== "group");
  const found = others.find(({ role }) => role === "subject") ?? others.find(({ role }) => role === "object") ?? others[0];
  return found ? found.person : carriedOver(sentence.previous, back - 1);
}
