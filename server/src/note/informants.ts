import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { TakenSpans } from "../text/span-index.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { outsideQuotations } from "./outline.ts";
import { alternatives, eitherCase } from "./patterns.ts";
import { isKnownByRole } from "./roles.ts";
import { isAtWork } from "./outsiders.ts";
import { byAbode, byNumber, byWhereabouts, identity, isNeighbour, isPublicHaunt, namedSomebody, ofThePublic, someDweller, someRelative } from "./ways-of-naming.ts";

/** Somebody who told the services something, named so that the family could know them. */
export interface Informant extends Span {
  /** What they are, where the note says it: "a neighbour", "the landlord". */
  readonly role?: string;
}

/** Those who told the services something and can be known: neighbours and strangers by name or house number, and whoever is given away as the anonymous caller. In order. */
export const informantsOf = once((note: Note): readonly Informant[] => {
  const found: Informant[] = [];
  const taken = new TakenSpans();
  note.sentences.forEach((sentence, index) => {
    for (const span of [...closeBy(note, sentence, note.sentences[index + 1]), ...givenAway(note, sentence, note.sentences[index - 1])]) {
      if (!taken.isFree(span) || isNoSecret(note, sentence, span)) continue;
      taken.take(span);
      const role = roleIn(note.prose.slice(span.start, span.end));
      found.push({ ...span, ...(role ? { role } : {}) });
    }
  });
  return found.sort((a, b) => a.start - b.start);
});

const hitsIn = (note: Note, sentence: Sentence): Hit<"confidential">[] => {
  const text = outsideQuotations(note, sentence);
  return hitsOf(note.hits(sentence), "confidential").filter(({ start, end }) => text.slice(start - sentence.start, end - sentence.start).trim());
};
const at = (sentence: Sentence, start: number, written: string): Span => ({ start: sentence.start + start, end: sentence.start + start + written.length });

/** What each of the ways holds, whatever else: asked first, as it is soon answered. */
const someone = `${alternatives("neighbours")}|${alternatives("dwellers")}`;
const [trade, haunt] = [eitherCase("public-trades"), alternatives("public-haunts")];
const held = [someone, "\\d", alternatives("neighbours"), byAbode, haunt, trade, trade, someone, haunt];

/** Ways of naming somebody who lives close by, the fullest first. Each holds a name or a house number: "the neighbour" alone tells nobody apart. */
const ways = [`${someDweller}(?:'s)?${byWhereabouts}?,? \\(?${namedSomebody}\\)?${byWhereabouts}?,?`, `${someDweller}${byNumber},?`, `${namedSomebody}${isNeighbour}${byNumber}?,?`, `${namedSomebody}${byAbode}(?:,(?= ))?`, ...ofThePublic].map((source, index) => ({ way: pattern(`(?<![\\p{L}'-])${source}`, "gu"), source, may: pattern(held[index]!, "u") }));

/** What stands between whoever tells and the telling: small words, and what else they did on the way ("came out and"). */
const onTheWay = /^[\s,)]*(?:who (?:lives [^,.;]{3,30}|[^,.;]{3,30}),\s*)?(?:(?:has|had|have|is|was|been|keeps|kept|also|then|later|just|again|since|now|always|often|herself|himself|both|all|twice|first|did|came|went|knocked|stopped|walked|ran|popped|out|over|round|up|on|my|the|door|to|me|us|and|as|i|one|leaving|admitted|admits|said|told|her|him|mum|dad|them|that|he'd|she'd|they'd|across|outside|called|spoke|who|made|contact|worried|concerned|upset|fed|she|he|they|\p{L}+ly),?\s+){0,9}$/iu;
const straightBefore = /^(?:\s*(?:the|a|an|our|their|his|her|another|my|one|of|anonymous))*\s*$/i;

/** "… came across. She says …": who came goes on to tell. */
const goesOn = /^[\s,)]*(?:(?:has|had|just|then|also|both)\s+)*(?:came|stopped|caught|approached|knocked|walked|leaned|leant|shouted|popped|crossed|collared|was (?:outside|at|on|in|there|out|putting|standing|by))\b/i;
const goesOnTelling = /^(?:She|He|They)\b/;

function* closeBy(note: Note, sentence: Sentence, next: Sentence | undefined): Generator<Span> {
  const text = outsideQuotations(note, sentence);
  const follows = next?.block === sentence.block && goesOnTelling.test(note.prose.slice(next.start, next.end)) && hitsOf(note.hits(next), "confidential").some(({ entry, start }) => entry.kind === "telling" && start - next.start < 40);
  const hits = hitsIn(note, sentence).filter(({ entry }) => entry.kind === "telling" || entry.kind === "told-by");
  if (!follows && !hits.length) return;
  for (const { way, source, may } of ways) {
    if (!may.test(text)) continue;
    for (const match of matchesIn(text, way)) {
      const span = at(sentence, match.index, match[0]);
      const between = (from: number, to: number): string => text.slice(from - sentence.start, to - sentence.start);
      if (isFamily(sentence, span) || (ofThePublic.includes(source) && isOnDuty(note, span))) continue;
      const tells = (follows && goesOn.test(between(span.end, sentence.end))) || hits.some((hit) => (hit.entry.kind === "telling" && hit.start >= span.end && onTheWay.test(between(span.end, hit.start))) || (hit.entry.kind === "told-by" && hit.end <= span.start && straightBefore.test(between(hit.end, span.start))));
      if (tells) yield span;
    }
  }
}

/** "The man from the gas board, Mr Rowe": in a role, unless it is a shop or a stall where anybody goes. */
const isOnDuty = (note: Note, { start, end }: Span): boolean => isAtWork(note, start, end) && !isPublicHaunt.test(note.prose.slice(start, end));

/** "Nan at number 3": the family may tell the services as it likes, unless it does so in secret. */
const isFamily = (sentence: Sentence, span: Span): boolean => sentence.mentions.some(({ start, person, role }) => start === span.start && role === "subject" && person !== undefined && ["family", "sibling", "relative", "carer"].includes(person.kind));

const surely = "(?: (?:probably|almost certainly|in fact|actually|really|definitely|clearly|most likely|likely|possibly|I think))?";
const was = "(?:is|was|must be|must have been|may be|may have been|could be|could have been|might be|might have been|turned out to be|turns out to be|sounded like|(?:is|was) (?:known|thought|believed|understood|likely|suspected) to be)";
const think = "(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Mm]um|[Dd]ad|\\p{Lu}\\p{L}+) (?:think|thinks|thought|believe|believes|know|knows|suspect|suspects)";
/** "…, but I think it was her sister Jo", "… Kelly thinks it was Donna". */
const guessed = pattern(`(?<![\\p{L}'])(?:(?:but|and|although|though|as|;|,|–) it ${was}|${think}(?: that)? (?:it|this|that|the caller|the referrer) ${was}|recognised (?:it|her|him|the voice) as)${surely} (${identity})`, "u");
/** "The referrer is the aunt", "the anonymous caller, who is Mum's sister, …", "an anonymous referral from Lee's mum". */
const told = pattern(`^[^,.;:(]{0,60}?(?:,? \\(?who (?:${was}|(?:we|I) (?:know|think|believe) (?:is|was))|,? ${was}| by| from)${surely} (${identity})`, "u");
/** "The referrer, Mrs Green, hears …", "Referrer: Mrs Green". */
const named = pattern(`^(?:[^,.;:(]{0,30}(?:,|:| \\(| –| -) ?(?:(?:we |I )?(?:believed?|thought|think|understood|suspected|likely|known) to be|possibly|probably|likely|suspected) (${identity})|(?:,|:| –| -) (${identity})(?=[,.;:)]|\\s*$)| \\((${identity})\\))`, "u");
/** "It was Donna" before "who made the referral". */
const itWas = pattern(`[Ii]t ${was}${surely} (${identity}),?(?: that)? $`, "u");
/** "Mum's friend Leanne made the referral": no neighbour, and plainly the referrer. */
const referred = pattern(`(?<![\\p{L}'-])(${someRelative}) (?:has |had )?(?:(?:was|is) (?:the one|the person) who (?:rang|reported|called|phoned|made|told us)|made (?:the|this) (?:original |first |anonymous )?referral|r(?:a|u)ng (?:it|this) in|phoned (?:it|this) in)\\b`, "gu");
/** What every wording of it holds: asked first, as it is soon answered. */
const mayRefer = /the (?:one|person) who|made (?:the|this) |(?:r[au]ng|phoned) (?:it|this) in\b/;
const mayReport = /(?:made|came|raised|received|in|on) (?:in )?(?:by|from) /;
/** "The report was made by Mum's sister". */
const referredBy = pattern(`\\b(?:[Rr]eferral|[Rr]eport|[Aa]llegation|[Ii]nformation|[Cc]omplaint|[Cc]oncerns?) (?:was |were |had been |has been )?(?:made|came|raised|received|phoned in|rung in|passed on)(?: in)? (?:by|from) (${someRelative})`, "gu");
/** In the next sentence: "It was Mum's sister, Jo." */
const afterwards = pattern(`^(?:(?:It|This|That|She|He|They|The (?:caller|referrer)) ${was}|${think}(?: that)? (?:it|this) ${was})${surely} (${identity})`, "u");

function* givenAway(note: Note, sentence: Sentence, previous: Sentence | undefined): Generator<Span> {
  const text = outsideQuotations(note, sentence);
  const secrets = hitsIn(note, sentence).filter(({ entry }) => entry.kind === "anonymous");
  if (mayRefer.test(text)) for (const match of matchesIn(text, referred)) if (!/^(?:[Mm]um|[Dd]ad)\b(?!')/.test(match[1]!)) yield at(sentence, match.index, match[1]!);
  if (mayReport.test(text)) for (const match of matchesIn(text, referredBy)) if (!/^(?:(?:his|her|their) )?(?:mum|dad)\b(?!')/i.test(match[1]!)) yield at(sentence, match.index + match[0].length - match[1]!.length, match[1]!);
  for (const { start, end } of secrets) {
    const behind = text.slice(end - sentence.start);
    const match = guessed.exec(behind) ?? named.exec(behind) ?? told.exec(behind);
    const who = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match && who) yield at(sentence, end - sentence.start + match.index + match[0].lastIndexOf(who), who);
    const before = itWas.exec(text.slice(0, start - sentence.start));
    if (before) yield at(sentence, before.index + before[0].lastIndexOf(before[1]!), before[1]!);
  }
  if (secrets.length || previous?.section !== sentence.section || !hitsIn(note, previous).some(({ entry }) => entry.kind === "anonymous")) return;
  const match = afterwards.exec(text);
  if (match) yield at(sentence, match[0].lastIndexOf(match[1]!), match[1]!);
}

/** A child of the note, a worker or a service: nobody whose name must be kept. */
function isNoSecret(note: Note, sentence: Sentence, span: Span): boolean {
  const people = sentence.mentions.filter((mention) => overlaps(mention, span)).flatMap(({ person }) => (person ? [person] : []));
  return people.some((person) => person.kind === "child" || isKnownByRole(note, person)) || hitsOf(note.hits(sentence), "confidential").some((hit) => hit.entry.kind === "office" && overlaps({ start: hit.start - 3, end: hit.end + 3 }, span) && !/^\s*(?:at|from)\b/.test(note.prose.slice(span.start, hit.start)));
}

/** The role that a way of naming somebody holds. */
function roleIn(written: string): string | undefined {
  const [, owner, passing] = /\b(?:(landlord|landlady)|(passer-by|shopkeeper|lodger)|neighbou?rs?|next[- ]door)\b/i.exec(written) ?? [];
  if (owner) return `the ${owner.toLowerCase()}`;
  return passing ? `a ${passing.toLowerCase()}` : /\bneighbou?rs?\b|next[- ]door/i.test(written) ? "a neighbour" : undefined;
}
