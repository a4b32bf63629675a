import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { overlaps, type Span, trim } from "../text/span.ts";
import { readDate } from "./dates.ts";
import { outsideQuotations } from "./outline.ts";
import type { Child, Mention, Note, SeenAlone, Sentence } from "./note.ts";
import { sentencesOf } from "./positions.ts";
import { aged, readBoxes, reason, type ReadSoFar } from "./tick-boxes.ts";

const alone = String.raw`(?:alone|on (?:(?:his|her|their|its|your|my) )?own|by (?:himself|herself|themselves|themself|yourself)|one[ -]to[ -]one(?: (?:time|chat|session|talk|work|with me))?|1[ :-]1|1 to 1|121|1-2-1|individually|privately|in private|separately|away from (?:his |her |their )?(?:mum|dad|parents|everyone|the others|the adults|carers?|family)|without (?:any (?:other )?adults?|anyone(?: else)?|mum|dad|his|her|their|the (?:adults|others|carers?|family))(?: \w+){0,2}(?: (?:there|present|in the room|with us|around|nearby))?)`;
const isAlone = pattern(`(?<![\\p{L}])${alone}(?![\\p{L}])`, "u");
const everyAlone = pattern(isAlone, "gu");
const aloneOrWithMe = pattern(`${isAlone.source}|\\b(?:talk|talked|speak|spoken|talking|speaking) (?:to|with) (?:me )?`, "u");
const together = /\bjust (?:me and|him and me|her and me|them and me|the two of us|you and me|us two|(?:[\p{L}-]+ and) (?:me|i|myself)\b)|\bonly the two of us\b|\bjust us two\b|\b(?:the two of us|we were|were) (?:alone|on our own|by ourselves)\b|\b(?:by ourselves|on our own)\b|\balone time with\b|\b(?:time|talk|chat|moment|while) alone\b|\balone with me\b|\b(?:nobody|no one|no-one) else (?:about|there|around|in the room|with us|was there|was in|in it|in there)\b|\b(?:and|with) (?:nobody|no one) else\b|\bonly (?:us two|him and me|her and me|me and)\b|\bus two\b|\b(?:got|had|have|get|getting) [\p{L}-]+ (?:all )?to (?:myself|himself|herself|themselves)\b|\b(?:had|has|have) me (?:all )?to (?:himself|herself|themselves)\b|\bnobody (?:else )?(?:[\p{L}]+ ){0,5}(?:but|except|apart from) (?:[\p{L}-]+ and (?:me|i|myself)\b|me and|us\b)|\bon (?:his|her|their) own with me\b|\bone[ -]to[ -]one (?:time|chat|session|talk) with me\b|\b(?:had|have) the [\p{L} ]{2,20} (?:all )?to ourselves\b|\bme and [\p{L}-]+ (?:alone|on our own)\b/u;
const seeing = /^(?:see|saw|seen|sees|seeing|speak|spoke|spoken|speaking|talk|talked|talking|meet|met|meeting|chat|chatted|chatting|visit|visited|interviewed|time|minutes|mins|hour|moment|caught|worked|sat|sit|play|played|drew|walked|drove|listened|spent|session|catch|seen:|us|we)$/;
const others = /^(?:lives?|lived|living|feels?|felt|feeling|left|leave|leaves|leaving|let|home|stays?|stayed|staying|walks?|walking|plays|playing|sits|sitting|sleeps?|sleeping|slept|stands?|copes?|coping|manages|travels?|travelling|goes|going|gets?|getting|bath|eats?|eating|dress(?:es|ing)?|raising|raised|parenting|bringing|out|upstairs|shop|shops|catches|cooks?|cries|crying|was|is|are|were|been|be|being|works?|house|bed|do|does|did|cook|wash|wandering|wandered|found|stop|stopped)$/;
const negation = /\b(?:not|never|no|without|unable|wasn't|weren't|isn't|didn't|hasn't|haven't|couldn't|can't|cannot|don't|doesn't|nor|neither|wasnt|didnt|couldnt|failed to|rather than)\b/;
const hypothetical = /\b(?:will|would|shall|should|could|might|may|going to|hopes? to|hoping to|plan(?:s|ned)? to|wants? (?:me )?to|wanted to|need(?:s|ed)? to|tr(?:y|ied|ying) to|offer(?:s|ed)?(?: to)?|next time|next visit|'ll|so that i can|agreed? to|supposed to|meant to|ought to|aim to|arranged to|expect to|like to|keen to|must|if|whether|when i (?:next )?see|ask(?:ed)? (?:if|whether|to)|suggested|request(?:ed)?|can|to be)\b/;
const declined = /\b(?:said no|said (?:he|she|they) did not|didn't want|did not want|declined|refused|chose|preferred|asked (?:for|that|if|to stay|me not|mum|dad|nan)|would rather|wanted (?:mum|dad|nan|his|her|their|me|to stay)|shook (?:his|her|their) head|wasn't happy|said (?:he|she|they) wanted|would not leave|wouldn't leave)\b/;
const objection = /\b(?:(?:had|has|have)(?:n't| not) (?:agreed|consented|allowed|given (?:permission|consent))|(?:did|does|do|will|would|could) not (?:agree|consent|allow|let|leave|want|have|give|permit|like)|(?:didn't|doesn't|don't|won't|wouldn't) (?:agree|consent|allow|let|leave|want|have|give|permit|like|hear of)|(?:was|is|were|are)(?:n't| not) (?:willing|happy|comfortable|prepared|in agreement|ok|okay|keen|agreeable|having)|(?:unwilling|unhappy|reluctant) (?:to|for|about|with|that)|refus(?:ed|es|ing)(?: to)?|said no\b|says no\b|object(?:ed|s)\b|declin(?:ed|es)\b|insist(?:ed|s) (?:on|that|she|he|they)|withdr(?:ew|awn) (?:her|his|their) (?:consent|agreement)|do(?:es)? not agree|not agree|no to\b|forbade|forbids|disagreed?\b|against (?:me|him|her|them|us)\b|would rather (?:i|we) (?:did not|didn't)|asked (?:me|us) not to|(?:nobody|no one) is to\b|(?:is|are|was|were) not to be (?:seen|spoken|talked|taken|took|interviewed|questioned)|(?:only|not) (?:if|unless) (?:she|he|they) (?:is|are|was|were)\b|want(?:s|ed) to (?:be|sit|stay) (?:there|in|present|with))/;
const presence = /\b(?:stay(?:ed|ing)? (?:in (?:the|his|her|there)|on|with (?:us|me|him|her|them)|there|throughout|close|put|by)|sat (?:with|in|at|next|beside|by|on|nearby|listening|behind|near)|sitting (?:with|in|at|next|beside|by|on|nearby)|(?:was|were|is) (?:in the (?:same )?room|with us|there(?: too| as well| throughout| the whole| with| all)?|present|in there|next to|beside|sat|sitting|also (?:in|there|present)|listening)|remain(?:ed|ing) (?:in|with|present|throughout)|came (?:too|as well|with|along)|joined us|with us\b|in the room|was present|listen(?:ed|ing) in|kept (?:coming|popping) in|stood (?:in|by|next|at)|watched|throughout\b|beside (?:him|her|them|us|me)|next to (?:him|her|them|us|me)|in the (?:back|front)\b|(?:his|her) headphones|on (?:his|her|my) (?:lap|knee)|h(?:eld|olding) (?:his|her|their) hand|on the (?:next|other|same) (?:chair|beanbag|bean bag|sofa|settee|seat|cushion|stool|table|swing)|(?:also|still) in\b|came in and (?:sat|stayed)|sat\b|stood\b|listen(?:ed|ing)\b|(?:was|were) [a-z]+ing (?:in there|in the same|next to|beside|with us)|having (?:come|stayed|sat)|waiting\b|in there\b|(?:the|her|his|their) (?:whole|entire) (?:time|visit)|all the time|stayed (?:to|as|while|so)|(?:was|were) (?:on|under|behind|opposite|across|sitting|lying|playing) (?:the|her|his|my)\b|did not leave|didn't leave|would not leave|wouldn't leave|refused to leave)/;
const everyPresence = pattern(presence, "g");
const apart = /\b(?:stayed (?:up|down|back|behind|at|out|home|indoors|upstairs|downstairs)\b|later|afterwards|before(?:hand)?|next door|other room|next room|(?:in|into|to) (?:the |her |his )?(?:kitchen|garden|hall|hallway|bedroom|lounge|office|car|shop|shops|shed|bathroom|reception)\b(?! with us| too)|downstairs|upstairs|outside|out of (?:earshot|the room)|went (?:out|to|off|for)|left (?:the room|us|for)|at work|at the shops?|joined us (?:for|at the end|later|after)|came (?:back|home|in) (?:later|after|at the end|towards|when)|at the end|when (?:she|he|they|mum|dad) (?:came|got|returned))\b/;

/** What a section says of whether each child was seen alone: by tick boxes, and in its sentences. */
export function readSeenAlone(note: ReadSoFar): SeenAlone[] {
  const boxes = readBoxes(note);
  const prose = note.sentences.flatMap((sentence, index) => (boxes.some((box) => overlaps(box, sentence)) && !hasProseBeside(note, sentence, boxes) ? [] : readSentence(note, sentence, index)));
  return [...boxes, ...prose].sort((a, b) => a.start - b.start);
}

const hasProseBeside = (_note: ReadSoFar, sentence: Sentence, boxes: readonly Span[]): boolean => boxes.every((box) => !(box.start <= sentence.start && sentence.end <= box.end)) && sentence.end - sentence.start > 90;

/** The sentence's prose in small letters, without quotations; names that are also helping verbs are blanked. */
const outside = (note: ReadSoFar, sentence: Sentence): string => outsideQuotations(note, sentence).replace(/\b(?:May|Will)\b/g, (name) => "x".repeat(name.length)).toLowerCase();

function readSentence(note: ReadSoFar, sentence: Sentence, index: number): SeenAlone[] {
  const text = outside(note, sentence);
  if (sentence.section.role === "next" && sentence.block.kind === "item") return [];
  const objected = readObjection(note, sentence, text);
  if (objected) return [objected];
  const results: SeenAlone[] = [];
  for (const clause of clausesOf(text)) {
    const found = readClause(note, sentence, text, clause, index);
    if (found) results.push(found);
  }
  return results;
}

function clausesOf(text: string): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (const match of matchesIn(text, /;|,? whereas |,? so (?=(?:i|we) (?:saw|spoke|met|talked|sat|went)\b)|, and (?=\p{L}+ (?:was|were|seen|spoken)\b)|\. /gu)) {
    clauses.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}

function readClause(note: ReadSoFar, sentence: Sentence, text: string, clause: Span, index: number): SeenAlone | undefined {
  const part = text.slice(clause.start, clause.end);
  const span = trim(note.prose, { start: sentence.start + clause.start, end: sentence.start + clause.end });
  const make = (says: SeenAlone["says"], because: boolean, children: readonly Child[]): SeenAlone | undefined => (children.length ? { ...span, children, says, reason: because, source: "prose" } : undefined);
  const isReason = (from: number): boolean => reason.test(part) || declined.test(part) || /^\s*(?:[-–—:(]|, (?:he|she|they|mum|dad))\s*\p{L}/u.test(part.slice(from)) || reasonFollows(note, index);

  const where = alonePhrase(part);
  if (where) {
    const before = part.slice(0, where.start);
    const named = sentence.mentions.filter(({ start, end, children }) => children.length && start >= sentence.start + clause.start + where.start && end <= sentence.start + clause.start + where.end);
    const children = named.length ? named.flatMap((mention) => mention.children) : meant(note, sentence, { start: span.start, end: span.end }, sentence.start + clause.start + where.start);
    const negated = negation.test(before) || /^\W*not\b/.test(part.slice(where.start));
    const maybe = hypothetical.test(before);
    if (negated && !/\bnot only\b/.test(before)) return maybe && /\b(?:will|would like|next time|hope)\b/.test(before) ? undefined : make("not alone", isReason(where.end), children);
    if (maybe) return declined.test(part) ? make("not alone", true, children) : undefined;
    if (/\?\s*no\b/.test(part.slice(where.end, where.end + 8))) return make("not alone", isReason(where.end + 5), children);
    const company = withFamily(note, sentence, text, clause.start + where.end, children) ?? alongside(note, sentence, text, clause.start + where.end, index, children);
    if (company === "carer") return make("alone", true, children);
    return company ? { ...(make("contradiction", false, children) ?? { ...span, children, says: "contradiction", reason: false, source: "prose" }), ...(typeof company === "object" ? { end: Math.max(company.end, span.end) } : { end: sentence.end }) } : make("alone", true, children);
  }
  // "Kayden was seen with Dad", "spoken to with his uncle in the room".
  const joint = /\b(?:was|were|is|been) (?:also )?(?:seen|spoken to|visited|interviewed)\b|\b(?:seen|spoken to)\b|\bi (?:saw|spoke to|spoke with|met|talked to|talked with|visited)\b|\b(?:spoke|talked|chatted) (?:to|with) me\b/.exec(part);
  if (joint && !hypothetical.test(part.slice(0, joint.index)) && !/\b(?:not been|has not|have not|last|since|never)\b/.test(part.slice(0, joint.index + joint[0].length + 4))) {
    const children = meant(note, sentence, span, sentence.start + clause.start + joint.index + joint[0].length);
    const company = withFamily(note, sentence, text, clause.start + joint.index + joint[0].length, children);
    if (company === "carer" || company === true || /\bin (?:the|his|her|their) presence of\b|\bin (?:mum|dad|nan)'s presence\b/.test(part)) return children.length && !/\btogether with\b.*\b(?:police|nurse)\b/.test(part) ? make("not alone", isReason(part.length), children) : undefined;
  }
  const stayed = /\b(?:mum|dad|mother|father|nan|parents?)\b[^.;]{0,20}\b(?:was|were|stayed|remained) (?:present|in the room|with us) (?:throughout|the whole time|all the time|for (?:all|the whole))/.exec(part);
  const beside = /\bhad (?:his |her |their )?(?:mum|dad|mother|father|nan|nanna|grandad|aunt\w*|uncle|brother|sister|\p{Lu}?\p{L}+)(?: \([^)]*\))? (?:next to|beside|alongside|with|by) (?:him|her|them)\b/u.exec(part);
  if (beside && sentence.mentions.some(({ person, start }) => start >= span.start + beside.index && ["family", "sibling", "relative"].includes(person?.kind ?? ""))) return make("not alone", isReason(part.length), meant(note, sentence, span, span.start));
  // "Sadia stayed on the bed with us while Farah and I talked": it stands against a box that says yes, and asks for no reason of its own.
  const joining = /\b(?:stayed|sat|remained)\b[^.;]*\b(?:with us|in the room)\b[^.;]*?\b(?:while|as|when) (\p{L}+) and i\b/u.exec(part);
  if (joining) {
    const talking = note.children.filter(({ name }) => name.toLowerCase() === joining[1]);
    const family = sentence.mentions.some(({ person, children, start, role }) => role === "subject" && start < span.start + joining.index && (["family", "sibling", "relative"].includes(person?.kind ?? "") || children.some((child) => !talking.includes(child))));
    if (family) return make("not alone", true, talking);
  }
  if (stayed) return make("not alone", isReason(part.length), meant(note, sentence, span, span.start));
  return undefined;
}

/** Where a clause says "alone" of being seen or spoken to, and not of living, feeling, walking or playing. */
function alonePhrase(part: string): Span | undefined {
  const label = /\b(?:seen|spoken to) (?:alone|on (?:(?:his|her|their) )?own|by (?:himself|herself))\b/.exec(part);
  if (label) return { start: label.index, end: label.index + label[0].length };
  const us = together.exec(part);
  if (us) return { start: us.index, end: us.index + us[0].length };
  for (const match of matchesIn(part, everyAlone)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const words = part.slice(0, match.index).split(/[^\p{L}'-]+/u).filter(Boolean);
    if (/^alone$/.test(match[0]) && /\b(?:let|leave|left)(?: \w+)?\s*$/.test(part.slice(0, match.index))) continue;
    if (/^one[ -]to[ -]one (?:time|chat|session|talk|work|with)/.test(match[0])) return span;
    if (/(?:n't|\bnot|\bnever) (?:\w+ ){0,2}$/.test(part.slice(0, match.index)) && /^ (?:for any|at any|at all|during|with me|once|throughout|while i|when i|the whole|this time|today)\b/.test(part.slice(span.end))) return span;
    if (/^\W*not\s*$/.test(part.slice(0, match.index)) || /:\s*(?:not\s*)?$/.test(part.slice(0, match.index))) return span;
    for (let back = words.length - 1; back >= 0 && back >= words.length - 12; back -= 1) {
      const word = words[back]!;
      if (seeing.test(word) && !(others.test(words[back + 1] ?? "") && /ing$/.test(words[back + 1] ?? ""))) return span;
      if (others.test(word)) {
        if (/^(?:was|were|is|be|been|being|get|gets|getting|did|do|does)$/.test(word)) continue;
        break;
      }
    }
    // "On her own, Kai told me …".
    if (/^\W*$/.test(part.slice(0, match.index)) && /^[\s,]+(?:\p{L}+ ){0,2}(?:told|said|talked|spoke)\b/u.test(part.slice(span.end))) return span;
  }
  return undefined;
}

/** Which children a statement is about: those named in its clause nearest to it, else those whom its line, section or note is about. */
function meant(note: ReadSoFar, sentence: Sentence, clause: Span, at: number): readonly Child[] {
  const inClause = sentence.mentions.filter((mention) => mention.children.length && mention.start >= clause.start && mention.end <= clause.end);
  const before = inClause.filter(({ end }) => end <= at + 1);
  const within = inClause.filter(({ start, end }) => end > at + 1 && start < at + 40);
  const pick = (mention: Mention): readonly Child[] => mention.children;
  const group = inClause.find(({ how, children }) => how === "group" && children.length > 1);
  if (group) return group.children;
  const joined = coordinated(note, before);
  if (joined) return joined;
  if (before.length) {
    const object = before.findLast(({ role }) => role === "object") ?? before[0]!;
    const named = before.filter(({ how }) => how === "name");
    return pick(named.length === 1 ? named[0]! : object);
  }
  if (within.length) return pick(within[0]!);
  const anywhere = sentence.mentions.find(({ children }) => children.length);
  if (anywhere) return pick(anywhere);
  if (sentence.section.child) return [sentence.section.child];
  const known = aged(note);
  if (known.length === 1) return known;
  const earlier = sentencesOf(note, sentence.block).findLast((one) => one.start < sentence.start && one.mentions.some(({ children }) => children.length === 1));
  return earlier ? earlier.mentions.find(({ children }) => children.length === 1)!.children : [];
}

/** "Leo and Ivy were seen alone": both. */
function coordinated(note: ReadSoFar, mentions: readonly Mention[]): readonly Child[] | undefined {
  const names = mentions.filter(({ how, children }) => how === "name" && children.length === 1);
  if (names.length < 2) return undefined;
  const linked = names.every((mention, index) => index === 0 || /^(?:,? and (?:then )?|, (?:then )?| & )$/.test(note.prose.slice(names[index - 1]!.end, mention.start)));
  return linked ? names.flatMap(({ children }) => children) : undefined;
}

/** Family, or another child of the note, "with" whom the child was seen alone; "carer" for a foster carer or a professional. */
function withFamily(note: ReadSoFar, sentence: Sentence, text: string, from: number, children: readonly Child[]): true | "carer" | undefined {
  // Whom somebody else is with is no matter: "and Elena stayed in the flat with Teodor".
  const next = sentence.mentions.find(({ start, role, person, children: some }) => start >= sentence.start + from && role === "subject" && person?.kind !== "worker" && !some.some((child) => children.includes(child)) && !/\b(?:with|from|for|to) (?:(?:his|her|their|the) )?(?:\p{L}+ )?$/u.test(note.prose.slice(start - 20, start)));
  const rest = text.slice(from, next ? next.start - sentence.start : undefined);
  if (children.length > 1 && /^\W*(?:\p{L}+ ){0,2}together\b/u.test(rest)) return true;
  for (const match of matchesIn(rest, /\b(?:with|in front of|alongside|beside|next to|apart from|except for|other than) /g)) {
    if (match[0].startsWith("with") && /(?:life|living|live|lives|staying|contact|time|things|relationship|happy|row|argument|get|gets|getting|on|angry|agreement|agreed|cross|close|problems|worries|spoke|speak|wrong|home|half|help|helps|bed)\s*$/.test(rest.slice(0, match.index))) continue;
    const at = sentence.start + from + match.index + match[0].length;
    const mention = sentence.mentions.find(({ start, how, role }) => start >= at && start <= at + 18 && !(how === "pronoun" && role === "other") && !/[.;]/.test(note.prose.slice(at, start)));
    if (!mention || /^'s?\s*(?:agreement|consent|permission|blessing)/.test(note.prose.slice(mention.end, mention.end + 14)) || /(?:agreement|consent|permission)/.test(note.prose.slice(mention.end, mention.end + 14))) continue;
    if (mention.children.length) {
      if (mention.children.some((child) => !children.includes(child))) return true;
      continue;
    }
    const person = mention.person;
    if (!person || person.kind === "worker") continue;
    if (["family", "sibling", "relative"].includes(person.kind) || /\b(?:brother|sister|cousin|aunt|uncle)\b/.test(person.relation ?? "")) return true;
    if (person.kind === "carer" || person.kind === "professional") return "carer";
  }
  return undefined;
}

/** Family that stayed in the room, in the rest of the sentence or in the next one. */
function alongside(note: ReadSoFar, sentence: Sentence, text: string, from: number, index: number, children: readonly Child[]): Span | undefined {
  const test = (one: Sentence, body: string, after: number): Span | undefined => {
    for (const found of matchesIn(body.slice(after), everyPresence)) {
      const company = inCompany(one, body, after, found);
      if (company) return company;
    }
    return undefined;
  };
  const inCompany = (one: Sentence, body: string, after: number, found: RegExpMatchArray): Span | undefined => {
    const at = one.start + after + found.index!;
    const mention = one.mentions.findLast(({ start, end, role }) => end <= at + 1 && start >= one.start + after - 1 && role !== "other");
    if (!mention || /[.;]/.test(note.prose.slice(mention.end, at))) return undefined;
    const family = mention.children.some((child) => !children.includes(child)) || ["family", "sibling", "relative"].includes(mention.person?.kind ?? "");
    const context = body.slice(Math.max(0, mention.start - one.start), after + found.index! + found[0].length + 30);
    if (!family || apart.test(context.replace(/^.*?\b(?=in the room|with us)/, ""))) return undefined;
    return { start: one.start, end: one.end };
  };
  const here = test(sentence, text, from);
  if (here) return here;
  const next = note.sentences[index + 1];
  if (!next || next.block !== sentence.block) return undefined;
  const body = outside(note, next);
  return /\b(?:the whole|throughout|all the|stayed in the room|stayed with us|sat with us|in the room with us|did not leave|didn't leave|the entire)\b/.test(body) ? test(next, body, 0) : undefined;
}

/** The next sentence gives the reason ("He did not want to leave his mum."). */
function reasonFollows(note: ReadSoFar, index: number): boolean {
  const next = note.sentences[index + 1];
  if (!next || next.section !== note.sentences[index]!.section) return false;
  return /^(?:this (?:was|is) (?:because|as|due|at|so)|because|the reason|(?:he|she|they) (?:chose|asked|wanted|did not want|didn't want|said (?:he|she|they) (?:did|didn't|wanted|would)|preferred|would not|was (?:asleep|too|unwell|poorly|not well)|is (?:\d|too|only))|as (?:he|she|they))/.test(outside(note, next).trim());
}

/** A parent or carer who did not agree to the child being seen alone. */
function readObjection(note: ReadSoFar, sentence: Sentence, text: string): SeenAlone | undefined {
  const match = objection.exec(text);
  // A plan to keep a child safe ("will not leave Dean alone with the boys") is no refusal.
  if (!match || /\bleav(?:e|ing) (?:\p{L}+ ){1,2}alone\b/u.test(text)) return undefined;
  const after = text.slice(match.index);
  if (!aloneOrWithMe.test(after)) return undefined;
  if (!isAlone.test(text) && !/\bwithout (?:her|him|them|mum|dad)\b|\bunless (?:he|she|they|i)\b|\bonly if (?:he|she|they)\b/.test(text)) return undefined;
  const at = sentence.start + match.index;
  const subject = sentence.mentions.findLast(({ end, role, how, person }) => end <= at && role === "subject" && how !== "group" && person?.kind !== "worker") ?? sentence.mentions.find(({ end }) => end <= at);
  const passive = /not to be/.test(match[0]);
  const grownUp = ({ end, person: one, children }: Mention): boolean => end <= at && one !== undefined && one.kind !== "worker" && !children.length;
  const grown = passive ? (sentence.mentions.find((one) => grownUp(one) && one.role === "subject") ?? sentence.mentions.findLast(grownUp)) : subject;
  const person = grown?.person;
  if (!passive && !sentence.mentions.some(({ children: some }) => some.length) && !/\b(?:see|seeing|seen|speak\w*|spoke\w*|talk\w*|taken|them|either)\b/.test(after)) return undefined;
  if (!person || grown.children.length || person.kind === "worker") return undefined;
  if (!["family", "relative", "carer", "other", "sibling"].includes(person.kind)) return undefined;
  const later = sentence.mentions.filter(({ start, children }) => start >= at && children.length);
  const denied = passive ? sentence.mentions.findLast(({ end, children: some }) => end <= at + 1 && some.length) : undefined;
  const children = denied?.children ?? later.find(({ how, children: some }) => how === "group" || some.length > 1)?.children ?? later.find(({ how }) => how === "name")?.children ?? later[0]?.children ?? sentence.mentions.find(({ children: some }) => some.length)?.children ?? (sentence.section.child ? [sentence.section.child] : aged(note));
  const dated = readDate(`${/\b(\d{1,2})(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)\b/.exec(text)?.[0] ?? ""} ${note.visited?.year ?? ""}`);
  const before = dated && note.visited ? Date.UTC(dated.year, dated.month - 1, dated.day) < Date.UTC(note.visited.year, note.visited.month - 1, note.visited.day) - 2 * 86_400_000 : /\bhad not\b|\bhadn't\b/.test(text);
  const earlier = before || /\b(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|last (?:visit|time|month|year|term|summer|autumn|winter|spring)|previous(?:ly)?|at the (?:last|previous|first)|on (?:my|the) (?:last|previous|first) visit|used to|until|in the past|back in|before (?:christmas|easter|the summer)|when i (?:last )?(?:came|visited) (?:in|before|last))/.test(text);
  return { start: sentence.start, end: sentence.end, children, says: "objection", reason: true, source: "prose", ...(earlier ? { earlier } : {}) };
}
