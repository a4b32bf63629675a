import { hitsOf } from "../lexicon/lexicon.ts";
import type { Span } from "../text/span.ts";
import { fullName } from "./names.ts";
import type { Note, Person, Sentence } from "./note.ts";
import { outsideQuotations } from "./outline.ts";
import { alternatives } from "./patterns.ts";
import { once } from "./once.ts";
import { isKnownByRole } from "./roles.ts";

/** Somebody who told the services something, named so that the family could know them. */
export interface Informant extends Span {
  /** True where the note calls them a neighbour. */
  readonly neighbour: boolean;
}

const titled = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?:and (?:Mr|Mrs|Ms) )?\p{Lu}[\p{L}'-]+(?:-\p{Lu}[\p{L}'-]+)?`;
const named = `(?:${titled}|${fullName})`;
const small = (list: string): string => `(?:${alternatives(list)})`;
const article = String.raw`(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Oo]ne of the|[Aa]nother|[Tt]hat|[Tt]his|\p{Lu}[\p{L}-]*'s?|[Mm]um's|[Dd]ad's) )?`;
const adjectives = String.raw`(?:(?:next[- ]door|upstairs|downstairs|elderly|older|old|young|close|immediate|new|former|nearby|other) )*`;
/** Where somebody lives, as far as it tells them apart: by a number, not "next door". */
const numbered = String.raw`(?:,? ?(?:at|from|in|of|who lives at|who lives in) (?:[Nn]umber|[Nn]o\.?|[Nn]r\.?|[Ff]lat|[Aa]partment) ?\d{1,3}[A-Za-z]?)`;
const nextDoor = String.raw`(?:,? ?(?:(?:from|who lives|living) )?(?:next[- ]door(?: but one)?|across the (?:road|street|landing|hall)|over the (?:road|fence)|opposite|upstairs|downstairs|the (?:flat|house) (?:above|below|opposite|next door)))`;
const lives = `(?:${numbered}|${nextDoor})`;
const living = `${article}${adjectives}(?:${small("neighbours")}|${small("dwellers")})`;

/** Ways of naming somebody who lives close by, longest first. Each holds a name or a house number. */
const closeBy = [
  `${living}(?:'s)?${lives}?,? \\(?${named}\\)?${lives}?,?`,
  `${living}${numbered},?`,
  `${named},? \\(?(?:(?:the|a|their|his|her|mum's|our|who is (?:the|a|their|his|her)) )?${adjectives}${small("neighbours")}\\)?${numbered}?,?`,
  `${named}${lives}(?:,(?= ))?`,
].map((source) => new RegExp(`(?<![\\p{L}'-])${source}`, "gu"));

const relation = String.raw`(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]um's|[Dd]ad's|[Mm]aternal|[Pp]aternal|\p{Lu}[\p{L}-]+'s?) )*(?:own |older |younger |ex |ex-|former )?(?:[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Nn]an|[Nn]anna|[Gg]ran|[Gg]randma|[Gg]randmother|[Gg]randad|[Gg]randfather|[Ss]ister|[Bb]rother|[Aa]unt|[Aa]untie|[Aa]unty|[Uu]ncle|[Cc]ousin|[Ss]tepmum|[Ss]tepdad|[Pp]artner|[Hh]usband|[Ww]ife|ex|ex-partner|ex-husband|ex-wife|friend|best friend|mate|[Nn]iece|[Nn]ephew|[Ss]ister-in-law|[Bb]rother-in-law|[Mm]other-in-law|[Mm]um|[Nn]eighbour|[Ll]andlord)\b`;
const identity = `(?:${relation}(?:,? \\(?${named}\\)?)?|${named}(?:,? \\(?${relation}\\)?)?)${lives}?`;
const turnsOut = String.raw`(?:,? \(?who (?:is|was|turned out to be|turns out to be|we (?:know|think|believe) (?:is|was)|I (?:know|think|believe) (?:is|was))|,? (?:is|was|must be|must have been|may be|may have been|could be|could have been|might be|might have been|turned out to be|turns out to be)| (?:is|was) (?:known|thought|believed|understood|likely|suspected) to be|,| \(|:| –| -| by| from| as)(?: (?:probably|almost certainly|in fact|actually|really|definitely|clearly|most likely|likely|possibly|I think))?`;

/** Whether the note says enough of a name's bearer to show that they speak in a role, or belong to the children. */
function isNobodysSecret(note: Note, sentence: Sentence, span: Span): boolean {
  const people = sentence.mentions.filter(({ start, end }) => start < span.end && span.start < end).flatMap(({ person }) => (person ? [person] : []));
  return people.some((person: Person) => person.kind === "child" || isKnownByRole(note, person)) || hitsOf(note.hits(sentence), "confidential").some((hit) => hit.entry.kind === "office" && hit.start < span.end + 3 && span.start - 3 < hit.end);
}

/** What stands between whoever tells and the telling: small words, and what else they did on the way ("came out and"). */
const lead = /^[\s,)]*(?:who (?:lives [^,.;]{3,30}|[^,.;]{3,30}),\s*)?(?:(?:has|had|have|is|was|also|then|later|just|again|since|now|always|often|herself|himself|both|all|twice|first|only|did|came|went|knocked|stopped|walked|ran|popped|out|over|round|up|on|my|the|door|to|me|us|and|as|i|was|leaving|went|called|spoke|who|made|contact|\p{L}+ly)\s+){0,9}$/iu;
const trail = /^(?:\s*(?:the|a|an|our|their|his|her|another|my|one|of|anonymous))*\s*$/i;

/** Those who told the services something and can be known: neighbours and strangers by name or house number, and whoever is given away as the anonymous caller. In order. */
export const informantsOf = once((note: Note): readonly Informant[] => {
  const found: Informant[] = [];
  note.sentences.forEach((sentence, index) => {
    const text = outsideQuotations(note, sentence);
    const cues = hitsOf(note.hits(sentence), "confidential").map((hit) => ({ kind: hit.entry.kind, start: hit.start - sentence.start, end: hit.end - sentence.start })).filter(({ start, end }) => text.slice(start, end).trim());
    const add = (start: number, end: number): void => {
      const span = { start: sentence.start + start, end: sentence.start + end };
      if (found.some((other) => other.start < span.end && span.start < other.end)) return;
      if (isNobodysSecret(note, sentence, span)) return;
      found.push({ ...span, neighbour: new RegExp(`\\b${small("neighbours")}\\b|next[- ]door`, "i").test(text.slice(start, end)) });
    };
    for (const pattern of closeBy)
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        const tells = cues.some((cue) => (cue.kind === "telling" && cue.start >= end && lead.test(text.slice(end, cue.start))) || (cue.kind === "told-by" && cue.end <= match.index && trail.test(text.slice(cue.end, match.index))));
        if (tells) add(match.index, end);
      }
    const secret = cues.filter(({ kind }) => kind === "anonymous");
    for (const cue of secret) {
      const behind = new RegExp(`^(?:[^,.;:(]{0,60}?)(?:${turnsOut} ?)(${identity})`, "u").exec(text.slice(cue.end));
      const before = new RegExp(`(?:[Ii]t (?:was|is|must have been|may have been|might have been|could have been) (?:probably |likely |actually |definitely |in fact )?)(${identity}),?(?: that)? $`, "u").exec(text.slice(0, cue.start));
      const hint = new RegExp(`(?:but|and|although|though|;|,) (?:it (?:was|is|must be|must have been|sounded like|may have been|might have been|is clear it was|is clearly|was clearly)|(?:I|we|he|she|they|mum|dad|Mum|Dad) (?:think|thinks|believe|believes|know|knows|recognised)(?: that)? (?:it (?:was|is)|her as|him as|the voice (?:as|of)))(?: probably| likely| clearly| definitely)? (${identity})`, "u").exec(text.slice(cue.end));
      if (behind) add(cue.end + behind[0].length - behind[1]!.length, cue.end + behind[0].length);
      else if (before) add(before.index + before[0].lastIndexOf(before[1]!), before.index + before[0].lastIndexOf(before[1]!) + before[1]!.length);
      else if (hint) add(cue.end + hint.index + hint[0].length - hint[1]!.length, cue.end + hint.index + hint[0].length);
    }
    // "The caller did not want to be named. It was Mum's sister, Jo."
    const previous = note.sentences[index - 1];
    if (!secret.length && previous?.section === sentence.section && hitsOf(note.hits(previous), "confidential").some(({ entry }) => entry.kind === "anonymous")) {
      const told = new RegExp(`^(?:It|This|That|She|He|They|The (?:caller|referrer))(?: (?:is|was|must be|must have been|may have been|might have been|is probably|was probably|is likely to be|sounded like|turned out to be)| (?:I|we) (?:think|believe) (?:is|was)) (${identity})|^(?:I|We|Mum|Dad) (?:think|thinks|believe|believes|know|knows)(?: that)? it (?:was|is) (${identity})`, "u").exec(text);
      const who = told?.[1] ?? told?.[2];
      if (told && who) add(told[0].length - who.length, told[0].length);
    }
  });
  return found.sort((a, b) => a.start - b.start);
});
