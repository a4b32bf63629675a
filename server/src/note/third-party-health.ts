import { hitsOf } from "../lexicon/lexicon.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";
import type { Note, Person, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation, outsideQuotations } from "./outline.ts";
import { outsidersOf } from "./outsiders.ts";
import { alternatives } from "./patterns.ts";
import { byAbode } from "./ways-of-naming.ts";
import { relations } from "./words.ts";

const noun = `(?:${alternatives("outsiders")}|${alternatives("kin")})`;
const titled = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? \p{Lu}[\p{L}'-]+`;
const owner = String.raw`(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our) )?(?:(?:${titled}|(?:\p{Ll}+ )?[\p{L}-]+)'s? (?:(?:best|old|own|new|older|younger|big|little|close|shop) )*){0,3}`;
const head = String.raw`(?:${alternatives("dwellers")})${byAbode}(?: to \p{Lu}\p{L}+)?|(?:(?:older|younger|elderly|best|old|new|close|class|form|head|next[- ]door|big|little|other|foster|line|shop|school|duty|regular|usual) )*${noun}(?:,? \(?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?\)?,?)?|${titled}|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?`;
const where = String.raw`(?:${byAbode}|(?: (?:at|from|in|on|across|over|down|next|who) [^,.;]{2,30}?(?:, \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?,)?))?`;
/** "One of the lads he works with, Kibrom,", "another of the residents, Jordan Pell,", "a boy at the home, Kieran,": somebody of a group or a place, by name. */
const oneOf = String.raw`(?:(?:[Oo]ne|[Aa]nother|[Tt]wo) of (?:the|his|her|their|my|our|[\p{L}-]+'s?)|[Aa]|[Aa]n|[Aa]nother|[Tt]he) (?:other )?(?:(?:older|younger|new|old) )?(?:${noun}|${alternatives("dwellers")}|pupils?|students?|kids|women|men|ladies|crew|staff|volunteers?|regulars?)s?(?: (?:(?:that |who |whom )?(?:he|she|they|mum|dad|\p{Lu}\p{L}+) (?:works?|worked|cleans|drinks|cycles|runs|walks|fishes|sings|drives|bowls|trains?|trained|studies|studied|lodges|plays|played|goes|went|volunteers)(?: \p{Ll}+){0,3} with|(?:at|from|in|on|down|next) [^,.;]{2,30}))?(?:,| \() ?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?[,)]`;
const helpers = String.raw`(?:,? who)?(?: (?:has|had|have|is|was|also|now|just|still|already|been|not|who|being|\p{L}+ly|off|away|back|in|hospital|at|home|and|work))*`;
/** Whoever is said to be ill: the nearest before the illness. */
const subject = pattern(`(?<![\\p{L}'-])(${owner})(${head})${where}${helpers}\\s*$`, "u");

const behindPreposition = /\b(?:by|to|from|for|of|with|about|under|via|told|asked|saw|see|rang|phoned)\s+$/i;

/** Clauses that tell of the illness of somebody who is neither of the household nor of the family: from who it is to what it is. In order. */
export const othersHealthOf = once((note: Note): readonly Span[] => {
  const all: Span[] = [];
  for (const sentence of note.sentences) {
    const found: Span[] = [];
    const text = outsideQuotations(note, sentence);
    for (const hit of hitsOf(note.hits(sentence), "confidential")) {
      if (hit.entry.kind !== "health" || inQuotation(note, hit)) continue;
      const from = Math.max(0, ...matchesIn(text.slice(0, hit.start - sentence.start), /[;:]\s|, (?:and|but|so)\s|\b(?:because|since|that|but|as|so|while)\s/g).map((join) => join.index + join[0].length));
      // The commas around the name of somebody of a group are none that end a clause.
      const group = member.exec(text.slice(0, hit.start - sentence.start));
      if (group && isElsewhere(group[1]!)) {
        const named = sentence.start + group.index + group[1]!.search(lastName);
        if (!isFamily(sentence, named)) add(found, { start: sentence.start + group.index, end: hit.end });
        continue;
      }
      const who = subject.exec(text.slice(from, hit.start - sentence.start));
      // "diagnosed by Dr Shah with …": whoever stands behind a preposition is not the one who is ill, unless "who" takes them up.
      if (who && behindPreposition.test(text.slice(0, from + who.index)) && !/\bwho\b/.test(who[0])) continue;
      const further = who && isOutside(outsidersOf(note), sentence, who[1]!, who[2]!, sentence.start + from + who.index) ? undefined : takenUp(outsidersOf(note), sentence, text.slice(0, hit.start - sentence.start));
      if (further !== undefined) add(found, { start: sentence.start + further, end: hit.end });
      if (!who || !isOutside(outsidersOf(note), sentence, who[1]!, who[2]!, sentence.start + from + who.index)) continue;
      add(found, { start: sentence.start + from + who.index, end: hit.end });
    }
    all.push(...found);
  }
  return all;
});

/** "Nan's friend Jeanette can't have them any more, she's got …": where who begins the sentence is taken up again, and nobody else stands between. */
function takenUp(outsiders: ReadonlySet<string>, sentence: Sentence, before: string): number | undefined {
  const who = first.exec(before);
  const again = who && /(?:^|[\s,;–-])(?:(?:s?he|they)(?:'s|'ve|'d|'re)?)\b/i.exec(before.slice(who[0].length));
  if (!who || !again || !pronounThen.test(before.slice(who[0].length + again.index))) return undefined;
  const [start, end] = [sentence.start + who[0].length, sentence.start + who[0].length + again.index];
  const others = sentence.mentions.some((mention) => mention.start >= start && mention.start < end && mention.how !== "pronoun" && mention.person?.kind !== "worker");
  const at = who[0].length - who[0].trimStart().length;
  return !others && relationOnly.test(who[1]! + who[2]!) && isOutside(outsiders, sentence, who[1]!, who[2]!, sentence.start + at) ? at : undefined;
}
const first = pattern(`^\\s*(${owner})(${head})${where}`, "u");
const pronounThen = pattern(`^[\\s,;–-]*(?:s?he|they)(?:'s|'ve|'d|'re)?${helpers}\\s*$`, "iu");
const relationOnly = pattern(`(?:${noun})`, "i");

const member = pattern(`(?<![\\p{L}'-])(${oneOf})${helpers}\\s*$`, "u");
/** True of a group that cannot be the family's own children: "the other residents", "the lads at work". */
const isElsewhere = (group: string): boolean => outsider.test(group) || /\b(?:other (?:young people|kids|parents|mums|dads)|residents?|pupils?|students?|tenants?|parents|mums|dads)\b/i.test(group) || (/ (?:with|at|from|in|on|down|next)\b/.test(group.replace(/^\p{L}+ of /u, "")) && !/\b(?:at home|in the (?:family|house|home|household))\b/i.test(group));

const lastName = /\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?[,)]$/u;
/** "The girl in this family, Skye,": who is named there is the family's own. */
const isFamily = (sentence: Sentence, at: number): boolean => sentence.mentions.some(({ start, how, person }) => how === "name" && start === at && person !== undefined && (inside.has(person.kind) || person.kind === "carer"));

function add(found: Span[], span: Span): void {
  const same = found.findIndex((other) => other.start < span.end && span.start < other.end);
  if (same < 0) found.push(span);
  else found[same] = { start: Math.min(found[same]!.start, span.start), end: Math.max(found[same]!.end, span.end) };
}

const outsider = pattern(`(?:^|[\\s'-])(?:${alternatives("outsiders")})s?(?:'s?)?(?=[\\s,(]|$)`, "i");
const kin = pattern(`^(?:(?:older|younger|best|old|big|little|own|new|close|elderly) )*(?:${alternatives("kin")})\\b`, "i");
const closeBy = pattern(`^(?:${alternatives("dwellers")})${byAbode}`, "u");
const household = /^(?:(?:older|younger|own|little|big) )*(?:husband|wife|partner|son|daughter|child|baby|boy|girl|kids|children)\b/i;
const inside: ReadonlySet<Person["kind"]> = new Set(["child", "family", "sibling", "relative", "worker"]);
const outside: ReadonlySet<Person["kind"]> = new Set(["professional", "friend"]);
/** "her husband's sister's": of somebody of somebody. */
const chain = /'s\s.*'s\s/;

/** Neither of the household nor of the family: "Trish's manager", "Bev's sister" of a foster carer, "Mrs Lowe", "his friend's mum". */
function isOutside(outsiders: ReadonlySet<string>, sentence: Sentence, owners: string, head: string, start: number): boolean {
  const names = sentence.mentions.filter((mention) => mention.how === "name" && mention.start < start + owners.length + head.length && start < mention.end).flatMap(({ person }) => (person ? [person.kind] : []));
  if (outsider.test(owners) || outsider.test(head)) return owners !== "" || !names.includes("child");
  if (closeBy.test(head)) return true;
  if (!kin.test(head)) return !owners.trim() && !names.some((kind) => inside.has(kind) || kind === "carer") && (names.some((kind) => outside.has(kind)) || outsiders.has(head.split(" ")[0]!.toLowerCase()));
  // "Mrs Lowe's husband", "Bev's sister"; and "Dot could not stay, her husband …": Dot's.
  const whose = sentence.mentions.find((mention) => mention.start === start && mention.how === "pronoun")?.person?.kind;
  const ofCarer = names.includes("carer") || whose === "carer" || /\bcarers?'s?\s/i.test(owners);
  if (!owners.trim() || names.some((kind) => inside.has(kind))) return false;
  // A carer's husband and children are of the household.
  if (ofCarer) return !household.test(head) || chain.test(owners);
  return whose === "professional" || names.some((kind) => outside.has(kind)) || isStranger(owners, names.length > 0);
}

/** "Jade's mum", where the note knows no Jade: a friend, as a rule. */
const isStranger = (owners: string, known: boolean): boolean => /^\p{Lu}[\p{L}-]+'s?\s$/u.test(owners) && !known && !relations.has(owners.replace(/'s?\s$/, "").toLowerCase());
