import { hitsOf, wordList, type Hit } from "../lexicon/lexicon.ts";
import { lazily } from "../text/lazily.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import { fullName, name, notNames, titleOf } from "./names.ts";
import type { Note, Person, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { outsideQuotations } from "./outline.ts";
import { isAtWork } from "./outsiders.ts";
import { alternatives, eitherCase } from "./patterns.ts";
import { sentenceBeside } from "./positions.ts";
import { months, relations, titles } from "./words.ts";

/** A child of another family whom the note makes known: by first and last name, or by first name with age, school or address. */
export interface OtherChild extends Span {
  /** The name alone, without the age or the school. */
  readonly name: string;
}

const ageBehind = String.raw`(?:,? \((?:aged? )?(?:1[0-7]|[1-9])(?: (?:years|yrs)(?: old)?)?\)|,? (?:who is |who's |is |both |aged |both aged )?(?:1[0-7]|[1-9])(?: years old)?(?=[,.;)]|$))`;
const schoolBehind = `,? (?:who )?(?:goes to|is at|attends|went to|at|from|in Year \\d{1,2} at) (?:the )?(?:${name} ){1,4}(?:School|Primary|Academy|College|Nursery|Juniors|Infants|High)\\b(?: School)?`;
const streetBehind = `,? (?:who )?(?:lives|living|from|who live|of)(?: (?:at|on|in|at number \\d+,?))? (?:the )?(?:\\d+[A-Za-z]? )?(?:${name} )+(?:${eitherCase("plain-streets")}|[Cc]ourt|[Pp]lace|[Ww]ay|[Hh]ill|[Rr]ow)\\b`;
/** "in 4B", "from Year 9", "in 9 Willow" is of a school. */
const classBehind = String.raw`(?:,? (?:who is |who's |is )?(?:in|from|of) (?:(?:[Cc]lass|[Ff]orm) )?(?:1[0-3]|[1-9])[A-Z]{1,2}\b(?!\d)|,? \(?(?:who is |who's |is )?(?:in |from |of )?[Yy](?:ea)?r ?(?:1[0-3]|[1-9])\b\)?)`;
const known = pattern(`(?=[^a-z\\s.,])(?<![\\p{L}'-])(${fullName})(${ageBehind}|${classBehind}|${schoolBehind}|${streetBehind})?`, "gu");
const firstOnly = pattern(`^${name}$`, "u");

const ownKin = `(?:${alternatives("own-kin")})`;
/** "his brother, Joe", "cousins Ryan and Josh": of the family, whatever comes behind. */
const kinBefore = pattern(`(?<![\\p{L}])(?<!'s )${ownKin}(?:s)?,? \\(?(?:${name},? )*$`, "iu");
const kinBehind = pattern(`^,? \\(?(?:(?:his|her|their|the|older|younger|little|big|half|step) )*${ownKin}\\b`, "iu");
/** "Dad's son Leo", "Craig's daughter Mia": whoever stands before decides. */
const childOf = /((?:\p{L}|-)+)'s (?:\p{L}+ )?(?:son|daughter|boy|girl|child|kids?|baby|children|step-?son|step-?daughter|foster child),? \(?$/iu;
/** "…'s friend": a friend of whoever stands before. */
const friendOf = /((?:\p{L}|')+) (?:(?:best|good|close|old|new|little|school|work|other) )*(?:friend|friends|mate|mates)(?: (?:from|at|in|on|of|down|up|across|over|next)(?: [\p{L}\p{N}'-]+){1,4})?,? \(?(?:is |called |named |are )?$/iu;

const families: ReadonlySet<Person["kind"]> = new Set(["child", "family", "sibling", "relative", "carer", "worker", "professional"]);

/** A name in a sentence that may be such a child's. */
interface Candidate {
  readonly names: readonly string[];
  readonly span: Span;
  /** The age, school or street right behind the name. */
  readonly behind: string;
}

/** Children of other families, with what makes them known, in order. None where the note names no child of its own: then nobody can tell them apart. */
export const otherChildrenOf = once((note: Note): readonly OtherChild[] => {
  if (!note.children.length) return [];
  const surnames = lazily(() => {
    const family = note.people.filter(({ kind }) => kind !== "professional" && kind !== "worker" && families.has(kind));
    return new Set([...note.children.map(({ fullName }) => fullName), ...family.map(({ name }) => name)].flatMap((written) => written.split(" ").slice(1).slice(-1)));
  });
  const all = note.sentences.flatMap((sentence) => {
    const candidates = candidatesIn(note, sentence).filter(({ names }) => names.length === 1 || !surnames().has(names.at(-1)!));
    const sure = candidates.filter((one) => isChild(note, sentence, one));
    // "Jayden Cole and Bradley Fox, both 16": who is named in one breath with a child is one.
    const together = candidates.filter((one) => one.names.length > 1 && !sure.includes(one) && sure.some((other) => inOneBreath.test(note.prose.slice(Math.min(one.span.end, other.span.end), Math.max(one.span.start, other.span.start)))));
    return candidates.map((one) => ({ ...one, known: sure.includes(one) || together.includes(one) }));
  });
  // Whoever is another family's child in one sentence is so in all.
  const children = new Set(all.filter(({ known, names }) => known && names.length > 1).map(({ names }) => names.join(" ")));
  return all.filter(({ known, names }) => known || children.has(names.join(" "))).map(({ names, span, behind }) => ({ start: span.start, end: span.end + (names.length === 1 || isAge.test(behind) || isClass.test(behind) ? behind.length : 0), name: names.join(" ") }));
});

const isClass = pattern(`^(?:${classBehind})$`, "u");

const isAge = pattern(`^(?:${ageBehind})$`, "u");
const inOneBreath = /^(?: \(\d+\))?(?:,| and|, and| &) $/;

function candidatesIn(note: Note, sentence: Sentence): Candidate[] {
  const text = outsideQuotations(note, sentence);
  return matchesIn(text, known).flatMap((match): Candidate[] => {
    // A first name alone makes nobody known.
    if (match[2] === undefined && !match[1]!.includes(" ")) return [];
    const names = ownNames(match[1]!);
    if (!names) return [];
    const written = names.join(" ");
    const start = match.index + match[1]!.lastIndexOf(written);
    const span = { start: sentence.start + start, end: sentence.start + start + written.length };
    if (isStreet(names, text.slice(Math.max(0, start - reach), start)) && !text.startsWith("'s", start + written.length)) return [];
    return isOwn(note, sentence, span, text, start) ? [] : [{ names, span, behind: match[2] ?? "" }];
  });
}

/** What stands further before a name, in units of text, says nothing of it. */
const reach = 400;

/** What stands beside the name shows a child, and no friend of a grown-up. */
function isChild(note: Note, sentence: Sentence, { names, span, behind }: Candidate): boolean {
  const at = span.start - sentence.start;
  const before = outsideQuotations(note, sentence).slice(Math.max(0, at - reach), at);
  const aged = isAge.test(behind);
  const whose = /friend|mate/i.test(before) ? friendOf.exec(before) : null;
  if (whose && !aged && ofAdult(note, sentence, span.start - whose[0].length, whose[1]!)) return false;
  if (!aged && taught.test(before)) return false;
  if (names.length > 1 && (inClass(note, sentence, span, behind) || withChild(note, sentence, span) || withParent(note, sentence, span, before) || isPupil(note, sentence, span, before) || isInvited(note, sentence, span, before) || isSchoolmate(note, sentence, span) || bullies(sentence, note, span) || isThatChild(note, sentence, before))) return true;
  const beside = hitsOfKind(note, sentence, "minor").some((hit) => !(hit.start >= span.end && teaches(note, hit)) && besideMinor(note, sentence, hit, span, behind.length));
  if (names.length > 1) return beside || aged || playsWithChild(note, sentence, span);
  return behind !== "" && firstOnly.test(names[0]!) && (beside || (aged && /\b(?:girl|boy)friend,? \(?$/i.test(before)));
}

/** "reading about Mary Seacole in class", "their class is Oak Tree": somebody or something of the lesson. */
const taught = /(?:\b(?:read|reads|reading|learn\p{L}*|do|does|did|done|doing|study|studied|studying|research\p{L}*|write|writing|wrote|drew|drawing|books?|stor(?:y|ies)|films?|projects?|topics?|posters?|songs?|poems?|plays?|assembly|assemblies|lessons?|facts|fan|watch\p{L}*|dress(?:ed|ing)? up)(?: (?:all|lots|a bit|more|some|it))?(?: (?:about|on|of|by|as|like))?|\b(?:class|form|group|table|house|team|set|ward)(?: is| was)(?: now)?(?: called| named)?|\b(?:class|form|group|table|house|team|set|ward) (?:called|named)) $/iu;

/** "Beth Sutton in Year 3 told me", "Gail Pugh in the Year 11 office": whoever works with the class. */
const teaches = (note: Note, hit: Span): boolean => /^,? (?:(?:who|has|had|also|then) )*(?:told|tells|said|says|thinks|feels|reports|rang|phoned|emailed|e-mailed|teaches|taught|noticed|office|pastoral|lead|team|staff|manager|mentor)\b/.test(note.prose.slice(hit.end, hit.end + 30));

/** "Tyrell Banks in 4B", unless it is a flat. */
const inClass = (note: Note, sentence: Sentence, span: Span, behind: string): boolean => isClass.test(behind) && !teaches(note, { start: span.end, end: span.end + behind.length }) && !/\b(?:flats?|block|landing|floor|lives?|living|neighbou?rs?|tenants?|rang|downstairs|upstairs)\b/i.test(note.prose.slice(sentence.start, sentence.end));

const hitsOfKind = (note: Note, sentence: Sentence, kind: string): Hit<"confidential">[] => hitsOf(note.hits(sentence), "confidential").filter(({ entry }) => entry.kind === kind);

/** True where a child, and no grown-up, is the one nearest before a place. Where nobody stands before it, the note writes of its child. */
function ofChild(sentence: Sentence, at: number): boolean {
  const nearest = sentence.mentions.findLast(({ end }) => end <= at);
  if (!nearest || nearest.children.length) return true;
  return nearest.person ? nearest.person.kind === "child" || nearest.person.kind === "sibling" || nearest.person.minor === true : nearest.how === "pronoun";
}

/** "He sits next to Reece Dunmore", and not "Nan sits next to Joan Rigby". */
const withChild = (note: Note, sentence: Sentence, span: Span): boolean =>
  hitsOfKind(note, sentence, "company").some((hit) => hit.end <= span.start && hit.start >= sentence.start && behindCompany.test(note.prose.slice(hit.end, span.start)) && ofChild(sentence, hit.start) && isSomebodysHome(note, hit, span) && !isAtWork(note, span.end, Math.min(sentence.end, span.end + 30)));
/** "a sleepover at Darcey Vine's", and not "a party at Jump Zone". */
const isSomebodysHome = (note: Note, hit: Span, span: Span): boolean => !/ at$/i.test(note.prose.slice(hit.start, hit.end)) || /^(?:'s|s')/.test(note.prose.slice(span.end)) || /s'$/.test(note.prose.slice(span.start, span.end + 1));
const behindCompany = /^(?:'s)?,? (?:(?:his|her|their|the|a|an|another|both|best|new|old|other|friend|friends|mate|mates|girl|boy|lad|lads|called|named),? ){0,4}\(?(?:\p{Lu}[\p{L}'-]+(?: \(\d+\))?,? (?:and )?)*$/u;

/** "He got a lift home with Jayden Frith and his dad". */
const withParent = (note: Note, sentence: Sentence, span: Span, before: string): boolean =>
  / (?:with|and|round at|to see) $/.test(before) && /^ and (?:his|her|their) (?:mum|dad|mam|mother|father|parents|nan)\b/.test(note.prose.slice(span.end, sentence.end)) && ofChild(sentence, span.start);

/** "Lexi Hargreave is going to sit at the front", "school have moved Kayden Frost away". */
const isPupil = (note: Note, sentence: Sentence, span: Span, before: string): boolean =>
  hitsOfKind(note, sentence, "pupil").some((hit) => hit.start >= span.end && beforePupil.test(note.prose.slice(span.end, hit.start))) || (movedBySchool.test(before) && /^ (?:away|from|next to|out of|for (?:a|two|three|\d|fighting)|to (?:the (?:front|back)|another|a different|the other))\b/.test(note.prose.slice(span.end, sentence.end)));
const beforePupil = /^(?: \(\d+\))?(?: and \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)?(?: (?:has|have|had|is|was|will|both|also|now|then|apparently|already|been|just|going|are|were|to))* $/u;
const movedBySchool = /\b(?:[Ss]chool|[Nn]ursery|[Cc]ollege|[Hh]ead|[Tt]eachers?|[Tt]utor|(?:Mr|Mrs|Ms|Miss) \p{Lu}[\p{L}'-]+) (?:(?:has|have|had|will|is|are|then|now|also) )*(?:moved|moving|move|suspended|excluded|separated|sat|seated|put|kept) $/u;

/** "She wants to invite Tia Bowes to her party". */
const isInvited = (note: Note, sentence: Sentence, span: Span, before: string): boolean =>
  /\b(?:invit(?:e|es|ed|ing)|have|having|had) (?:\p{Lu}[\p{L}'-]+,? (?:and )?)*$/u.test(before) && /^(?: and \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)? (?:to (?:his|her|their|the) (?:\p{Ll}+ )?(?:party|sleepover|birthday)|for (?:a |the )?(?:tea|sleepover)|to sleep over|round (?:for|to play)|over (?:for|to play))\b/u.test(note.prose.slice(span.end, sentence.end)) && ofChild(sentence, span.start - before.length + Math.max(0, before.search(/\b(?:invit(?:e|es|ed|ing)|have|having|had) (?:\p{Lu}[\p{L}'-]+(?:, ?| )|and )*(?:\p{Lu}[\p{L}'-]+)?$/u)));

/** "Curtis Maddox from the year above", "Kyle Benn off the school bus", "Dylan Frost, who he met at cadets". */
const isSchoolmate = (note: Note, sentence: Sentence, span: Span): boolean => {
  const behind = schoolmate.exec(note.prose.slice(span.end, sentence.end));
  return behind !== null && !teaches(note, { start: span.end, end: span.end + behind[0].length }) && !grownUp.test(note.prose.slice(span.end, sentence.end)) && ofChild(sentence, span.start);
};
const schoolmate = pattern(`^,? \\(?(?:(?:who is|who's|who was|is|was|also|just|who (?:he|she|they) (?:met|knows?|knew|plays|sits with|got to know)) )*(?:from|in|on|off|of|at|through) (?:(?:the|his|her|their|your|another|a|same|other) )*(?:${alternatives("child-places")})\\b(?!'s)`, "iu");
const grownUp = /^[^.;]{0,40}\b(?:coach|coaches|leader|leads|runs|manages|manager|driver|drives|escort|teacher|teaches|mentor|trainer|instructor|referee|parent|mum|dad|staff|akela)\b/i;

/** "Jordan Platt keeps tripping her up": what children do to a child. */
const bullies = (sentence: Sentence, note: Note, span: Span): boolean => {
  const behind = bullying.exec(note.prose.slice(span.end, sentence.end));
  return behind !== null && (/\b(?:him|her|them|you)$/i.test(behind[0]) || sentence.mentions.some(({ start, end, children }) => children.length > 0 && start < span.end + behind[0].length && span.end + behind[0].length <= end));
};
const bullying = /^(?: and \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)?,?(?: (?:who|has|have|had|is|are|was|were|been|keeps?|kept|always|still|the one|one of them|started|that|both|apparently))* (?:bull(?:y|ies|ied|ying)|pick(?:s|ed|ing)? on|teas(?:e|es|ed|ing)|trip(?:s|ped|ping)|mak(?:e|es|ing) fun of|made fun of|tak(?:es|ing) the mick out of|laugh(?:s|ed|ing)? at|le(?:aves|ft|aving) out|flick(?:s|ed|ing)|poke[sd]?|poking|wind(?:s|ing)|wound|bark(?:s|ed)? at|unfriended|blocked|dared?|dares|snitched on|pranked|body-?sham(?:es|ed|ing)) (?:him|her|them|you|\p{Lu}\p{Ll}+)/u;

/** "… the boy at the bus stop. … His name is Bradley Nunn." */
function isThatChild(note: Note, sentence: Sentence, before: string): boolean {
  if (!/(?:^|[,;] (?:and )?)(?:(?:[Hh]is|[Hh]er|[Tt]he (?:boy|girl|lad|child|kid)'s) (?:full |real )?name (?:is|was|turns out to be)|(?:[Hh]e|[Ss]he|[Ii]t)(?:'s| is| was)(?: a (?:boy|girl|lad|kid))?(?: called| named)?|(?:I|[Ww]e|[Mm]um|[Ss]chool|\p{Lu}\p{L}+) (?:think|thinks|know|knows|said|says|told me) (?:that )?(?:it(?:'s| is| was)|(?:he|she) is|his name is|her name is)) $/u.test(before)) return false;
  return [sentenceBeside(note, sentence, -2), sentenceBeside(note, sentence, -1)].some((one) => one?.block === sentence.block && strangeChild.test(outsideQuotations(note, one)));
}
/** A child whom the note has not named: "the boy at the bus stop", "another girl", "a lad in Year 9". */
const strangeChild = /\b(?:[Tt]he|[Aa]|[Aa]n|[Aa]nother|[Ss]ome|[Tt]hat|[Oo]ne) (?:(?:other|older|younger|new|same|bigger|little) )*(?:boy|girl|lad|lass|kid|pupil|child|teenager|youngster|classmate|friend)(?: (?:at|from|in|on|off|who|that|down|up|next|called|bullying|picking|hitting|has|is|was|keeps)\b)/u;

/** A name without the word that begins the sentence, or undefined where it is a title's, a month's, a place's. */
function ownNames(written: string): string[] | undefined {
  const names = written.replace(/'s$|'$/, "").split(" ");
  while (names.length && (notNames.has(names[0]!) || relations.has(names[0]!.toLowerCase()) || months.has(names[0]!.toLowerCase()))) names.shift();
  if (!names.length || titleOf(names.join(" ")) || titles.has(names[0]!.toLowerCase())) return undefined;
  if (figures.has(names.join(" ").toLowerCase())) return undefined;
  if (names.some((one) => notNames.has(one) || months.has(one.toLowerCase())) || isNoPerson(names.at(-1)!) || isNoPerson(names[0]!) || names.length > 3) return undefined;
  return names;
}
const figures = wordList("public-figures");
const noPeople = new Set([...wordList("public-places"), ...wordList("not-people")].map((word) => word.toLowerCase()));
const isNoPerson = (name: string): boolean => noPeople.has(name.toLowerCase());

/** "on Clay Lane": behind a word of place, a street and no Clay of that name. */
const isStreet = (names: readonly string[], before: string): boolean => streets.has(names.at(-1)!.toLowerCase()) && /\b(?:on|in|at|along|down|off|near|from|up|outside|to|into|of|round)\s+(?:the\s+)?$/i.test(before);
const streets = new Set([...wordList("streets")].map((word) => word.toLowerCase()));

/** True of those whom the note knows as its own: children, family, carers, workers. */
function isOwn(note: Note, sentence: Sentence, span: Span, text: string, at: number): boolean {
  const own = sentence.mentions.some(({ start, end, person, how }) => how === "name" && start < span.end && span.start < end && person !== undefined && families.has(person.kind) && !(person.kind === "professional" && person.relation === undefined && !titleOf(person.name)));
  const before = text.slice(Math.max(0, at - 60), at);
  return own || kinBefore.test(before) || kinBehind.test(text.slice(at + span.end - span.start)) || ofFamily(note, sentence, sentence.start + at, before);
}

/** The children of the family's grown-ups are the family's. */
function ofFamily(note: Note, sentence: Sentence, at: number, before: string): boolean {
  const match = before.includes("'s ") ? childOf.exec(before) : null;
  const start = match ? at - match[0].length : at;
  return match !== null && (sentence.mentions.some(({ person, ...mention }) => mention.start <= start && start < mention.end && person !== undefined && families.has(person.kind) && person.kind !== "professional") || ["family", "sibling", "relative", "carer"].includes(relations.get(match[1]!.toLowerCase())?.kind ?? ""));
}

/** How near a word that tells of a child must stand to the name, and on which side. */
function besideMinor(note: Note, sentence: Sentence, hit: Span, span: Span, behind: number): boolean {
  const between = hit.end <= span.start ? note.prose.slice(hit.end, span.start) : hit.start >= span.end ? note.prose.slice(span.end, hit.start) : undefined;
  if (between === undefined || hit.start < sentence.start) return false;
  // "Poppy Lane's birthday party".
  if (/^(?:birthday|birthday party|party|sleepover|parents)$/i.test(note.prose.slice(hit.start, hit.end))) return /^'s (?:\p{L}+ )?$/u.test(between);
  // "A girl from school, Imogen Farrant", and not the girl on the desk.
  // "Kelly is friends with Tara Dale": a friend of whoever stands before.
  if (hit.end <= span.start && /^(?:friends|mates)$/i.test(note.prose.slice(hit.start, hit.end)) && /^ (?:with|of)\b/.test(between) && !ofChild(sentence, hit.start)) return false;
  if (hit.end <= span.start && someChild.test(note.prose.slice(hit.start, hit.end)) && (whereThen.test(between) || whoDid.test(between))) return !isAtWork(note, hit.end, span.start);
  if (hit.end <= span.start) return /^(?:'s)?,?\s*(?:\(|–|-|is |was |were |called |named |are |at |with |of |in |his |her |their |the |a |an )*(?:(?:friend|friends|mate|son|daughter|lad|boy|girl),? )?(?:\p{Lu}[\p{L}'-]+(?: \(\d+\))?,? (?:and )?)*$/u.test(between);
  return between.length - behind < 45 && /^(?:\s*\(\d+\)|, \d+)?(?:,? (?:\p{L}+'s|\p{Ll}+))*[\s,(–-]*$/u.test(between) && !/\b(?:said|told|rang|works?|teaches|with|to|his mum|her mum)\b/i.test(between);
}

const someChild = /^(?:(?:young|school|best|little|new|close|other|another) )?(?:boys?|girls?|lads?|lass|kids?|pupils?|teenager|child|children|youngster|person|friends?|mates?|peers?)$/i;
const whereThen = /^ (?:from|at|in|on|of|down|up|across|over|next|off|opposite|(?:that |who )?(?:he|she|they) \p{Ll}+)(?: [\p{L}\p{N}'-]+){0,5}?(?:,| \(| called| named| –| -) ?\(?$/u;

/** "The child that bit Alfie was Rory Fell". */
const whoDid = /^ (?:who|that) (?:(?:has|had|was|is|keeps|kept|been|always) )*(?:hit(?:s|ting)?|bit(?:es|ing)?|bitten|push\p{L}+|kick\p{L}+|punch\p{L}+|slapp\p{L}+|film\p{L}+|bull\p{L}+|teas\p{L}+|call(?:s|ed|ing)|messag\p{L}+|threaten\p{L}+|sent|sends|posted|took|stole|nicked|unkind|mean|horrible|sits|sat|plays|goes|picks|picked|hurt|hurts|chas\p{L}+|spat) [^.;]{0,40}?(?:is|was|are|were)(?: called| named)? $/u;

/** "She and Freddie Lomax played shops": what a child does with a child. */
function playsWithChild(note: Note, sentence: Sentence, span: Span): boolean {
  const child = (test: (mention: Span) => boolean): boolean => sentence.mentions.some((mention) => mention.children.length > 0 && test(mention));
  const before = child(({ end }) => end <= span.start && /^(?:,| and)+ $/.test(note.prose.slice(end, span.start)));
  const behind = child(({ start }) => start >= span.end && /^(?:,| and)+ $/.test(note.prose.slice(span.end, start)));
  return (before || behind) && playing.test(note.prose.slice(span.end, sentence.end));
}
const playing = /^(?: and \p{Lu}[\p{L}'-]+)?(?: (?:were|was|had|have|both|all|then|also|often|always|just))* (?:play|plays|played|playing|giggl\p{L}+|chas\p{L}+|rac(?:ed|ing)|took turns|swapp?\p{L}+|squabbl\p{L}+|fell out|fought|fighting|shared|sharing|built|building|dress\p{L}+ up|did a (?:puzzle|jigsaw)|made (?:a den|a tower|mud)|sat together|walk(?:ed)? (?:home|to school))\b/u;

/** "Mum's friend Leanne": the friend of a grown-up is one too. */
function ofAdult(note: Note, sentence: Sentence, before: number, owner: string): boolean {
  // "a friend, Joan Rigby": a friend of whoever the sentence is about.
  if (/^(?:an?|the|another|one|old|new)$/i.test(owner)) return !ofChild(sentence, before);
  const word = owner.replace(/'s$|'$/, "").toLowerCase();
  const mention = sentence.mentions.findLast(({ start, end }) => end <= before + owner.length + 1 && note.prose.slice(start, end).toLowerCase().replace(/'s$/, "").endsWith(word));
  if (mention) return mention.children.length === 0 && mention.person !== undefined && mention.person.kind !== "friend";
  return relations.has(word);
}
