import { lazily } from "../text/lazily.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { fullName, name, notNames } from "./names.ts";
import { months, relations, titles } from "./words.ts";

/** A name as a text writes it, with what the text says of its bearer. */
export interface Introduction {
  readonly written: string;
  readonly said: string;
}

/** Relations as a text writes them, the longest first. */
const relationWords = lazily(() => [...relations.keys()].sort((a, b) => b.length - a.length).map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`).join("|"));

// Each pattern begins with the sign that is rarest in what it looks for, and looks back from there for what stands before.

/** The matches of a pattern that looks back to what its first group holds: none over another. In "Kelly, Mum, Nan." the second word tells of the first, and the third of nobody. */
function apart(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match.index - match[1]!.length < end) pattern.lastIndex = match.index + 1;
    else {
      end = pattern.lastIndex;
      found.push(match);
    }
  }
  return found;
}

const brackets = lazily(() => pattern(`\\((?<=(${fullName}|(?<!\\p{L})\\p{Ll}+)(?:'s)?\\s*\\()([^()]{1,60})\\)`, "gu"));

/** "Kelly (mum)", "mum (Kelly)", "Leo (6)". */
export const inBrackets = (text: string): Introduction[] => matchesIn(text, brackets()).map((match) => ({ written: match[1]!, said: match[2]!.trim() }));

const relationFirst = lazily(() => pattern(` (?=\\p{Lu})(?<=(?<![\\p{L}'])(${relationWords()}|lead|adviser|assistant),? )(${fullName})(?=[,.; )]|'s|$)`, "gu"));

/** "His nan, Pat," and "my team manager, Joan Ellis": a relation, then a name between commas. */
export const behindRelations = (text: string): Introduction[] =>
  apart(text, relationFirst()).flatMap((match): Introduction[] => {
    const [said, written] = [match[1]!, match[2]!];
    if (notNames.has(written.split(" ")[0]!) || months.has(written.toLowerCase())) return [];
    const comma = text[match.index - 1] === ",";
    const start = match.index - said.length - (comma ? 1 : 0);
    // "Sister Quayle" on a ward is nobody's sister.
    if (said === "Sister" && !/\b(?:his|her|their|my|your|'s) $/i.test(text.slice(Math.max(0, start - 8), start))) return [];
    // Behind a comma the name is only a name where it does not start a clause of its own.
    const end = match.index + match[0].length;
    return comma && !/^[,.]|^\s(?:at|on|by|in|who|about|the|today|from)\b|^$/.test(text.slice(end, end + 12)) ? [] : [{ written, said }];
  });

const nameFirst = lazily(() => pattern(`, (?<=(${fullName}), )((?:his|her|their|my|the|our|a|[\\p{Lu}][\\p{L}]+'s)?\\s?(?:\\p{L}+[ -]){0,2}(?:${relationWords()}))(?=[,.;)])`, "gu"));

/** "Pat, his nan," and "Jo Bright, social worker". */
export const beforeRelations = (text: string): Introduction[] =>
  apart(text, nameFirst()).flatMap((match): Introduction[] => {
    const [written, said] = [match[1]!, match[2]!];
    const kind = relations.get(said.split(/[ -]/).at(-1)!.toLowerCase())?.kind;
    const tells = /\b(?:his|her|their|my|the|our|a)\b|'s/.test(said) || kind === "family" || kind === "carer" || kind === "professional";
    return tells && !notNames.has(written.split(" ")[0]!) ? [{ written, said }] : [];
  });

const so = "(?:called|named|known as)";
const calling = lazily(() => pattern(` ${so} (?<=\\b(man|woman|lad|boy|girl|friend|mate|male|female|adult|guy|bloke|lady) ${so} )(${name})`, "gu"));

/** "A man called Craig". */
export const calledBy = (text: string): Introduction[] => matchesIn(text, calling()).map((match) => ({ written: match[2]!, said: match[1]! }));

const title = lazily(() => pattern(`\\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Sister|Matron|PC|DS|DC|DI|Sgt|Nurse|Rev|Prof|Judge)\\.? (${name}(?:-${name})?)`, "gu"));

/** "Mrs Lowe", "Mr Patel". */
export const withTitles = (text: string): Introduction[] => matchesIn(text, title()).map((match) => ({ written: `${match[1]} ${match[2]}`, said: match[1]! }));

/** Words with a capital that are no first name. */
const isNoName = (written: string): boolean => notNames.has(written) || relations.has(written.toLowerCase()) || months.has(written.toLowerCase()) || titles.has(written.toLowerCase());

const doing = lazily(() => pattern(`(?=\\p{Lu})(?<![\\p{L}'-] ?)(${name})(?:, who [^,.]{2,40},)? (?:rang|phoned|emailed|texted me|told me|told us|lets?|opened|works?|drove|drives|agreed|answered|said (?:she|he) (?:would|will|had|could|has)|says (?:she|he|it|that)|found|cooked|thinks|asked me|put it|feels|reports?|explained|confirmed|met me)\\b`, "gu"));
const someone = /['’]s?$|^(?:School|Nursery|College|Police|Housing|Health|Reception|Children|Hospital|Staff|Everyone|Nobody|Someone|Somebody)$/;

/** Names whose bearer rings, works, lets the worker in or tells them things. */
export const doers = (text: string): string[] => matchesIn(text, doing()).map((match) => match[1]!).filter((written) => !someone.test(written) && !isNoName(written));

const speaking = lazily(() => pattern(`(?<![\\p{L}] )(?:^|[.!?"'\\n,;:]\\s*|\\b(?:and|saw|with|asked|told|when|that|but|to|seeing|between|because|As) )(${name})(?:'s)?(?: \\([^)]*\\))?(?: (?:also|then|just|quietly))? (?:said|says|told|asked|signed|wrote|drew|texted|was|is|did|alone|seen|has|and|on (?:his|her|their) own|showed|did|played|smiled|went|came|kept|looked|by (?:him|her)self|I|would|had|“|")`, "gmu"));
const tagged = lazily(() => pattern(`["”'’],? (?:said|says|asked|told me|whispered|shouted|wrote) (${name})`, "gu"));
const firstNames = (text: string, pattern: RegExp): string[] => matchesIn(text, pattern).map((match) => match[1]!).filter((written) => !isNoName(written) && !/^(?:I|Mum|Dad)/.test(written));

/** First names behind words in marks. */
export const behindSpeech = (text: string): string[] => firstNames(text, tagged());

/** First names whose bearer speaks or is seen. */
export const speakingOrSeen = (text: string): string[] => firstNames(text, speaking());

const regarding = lazily(() => pattern(`^\\s*(?:Re:?|RE:?|Regarding:?|Subject:?|Name:?)\\s+(${fullName})(?:,|\\s*\\()?\\s*(?:aged?\\s*)?(\\d{1,2})?`, "mu"));
const greeting = lazily(() => pattern(`^\\s*(?:Dear|Hi|Hello|To)\\s+(${name})\\b`, "mu"));
const alongside = lazily(() => pattern(`(?:,|and|&) (?:(?:his|her|their) (?:\\p{L}+ )?(?:brother|sister|sibling|twin|baby),? )?(${fullName})(?:,| \\(| aged) ?(?:aged )?(\\d{1,2})(?! ?(?:am|pm|/))`, "gu"));

/** The children whom the beginning of a text is about: "Re Aaliyah Hussain, 13, and her sister Posy, 8", "Dear Kai,". Their ages are in brackets. */
export function addressed(text: string): string[] {
  const opening = regarding().exec(text.slice(0, 600)) ?? greeting().exec(text.slice(0, 400));
  if (!opening) return [];
  const line = text.slice(opening.index + opening[0].length).split("\n", 1)[0]!;
  return [opening[2] ? `${opening[1]} (${opening[2]})` : opening[1]!, ...matchesIn(line, alongside()).map((match) => `${match[1]} (${match[2]})`)];
}
