import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { TakenSpans } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { alternatives, eitherCase } from "./patterns.ts";

/** A postcode: the letters that the Post Office never writes in the second half (C I K M O V) keep "4pm" and "5am" out. */
const capitals = String.raw`[A-PR-UWYZ](?:\d[A-Z\d]?|[A-HK-Y]\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}`;
const smalls = capitals.replace(/\[[^\]]+\]/g, (letters) => letters.toLowerCase().replace("\\D", "\\d"));
const code = `(?=[A-Za-z]{1,2}\\d)(?<![\\p{L}\\d])(?:${capitals}|${smalls})(?![\\p{L}\\d])`;
const postcode = pattern(code, "gu");
/** "S47 1st visit" has the shape of one. */
const ordinal = /\d(?:st|nd|rd|th|hr|hrs|yr|yrs|wk|wks)$/i;

const capital = String.raw`\p{Lu}[\p{L}'.-]*`;
const flat = String.raw`(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Rr]oom|[Pp]lot) ?\d{1,4}[A-Za-z]?,? `;
const number = String.raw`\d{1,4}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?,?`;
/** A word in small letters before "street", but none of the everyday words that stand between a number and a road: "5 minutes down the lane". */
const small = String.raw`(?!(?:min|mins|minutes?|miles?|hours?|days?|weeks?|months?|years?|times?|of|in|on|at|to|from|and|or|the|down|up|by|more|cars?|people|bus|way|metres?|yards?|other|different|houses?|streets?|busy|main|quiet|long|short|side|one|two)\b)\p{Ll}[\p{Ll}'-]+`;
const notHouse = String.raw`(?<!\b(?:[Yy]ear|[Yy]r|[Aa]ged?|[Pp]age|[Bb]us|[Rr]oute|[Ww]ard|[Tt]erm|[Ss]tage|[Pp]latform|[Ss]ection|[Jj]unction|[Cc]hapter|[Ll]evel|[Pp]art|[Tt]op) )`;
/** "4 Park View Primary School": the name of a place, and not where somebody lives. */
const notPublic = `(?! (?:${capital} )?(?:${eitherCase("public-places")})\\b)`;

/** "14 Albion Street, CV6 5QT", "Flat 3, Bishop Court", "14 albion street". */
const street = pattern(
  `(?=[\\dAFPRUafpru])(?<![\\p{L}\\d£.,:/-]|\\d )${notHouse}(?:(?:${flat})?${number} (?:(?:${capital} ){1,3}(?:${eitherCase("streets")})|(?:${small} ){1,2}(?:${alternatives("plain-streets")}))\\b|${flat}(?:${capital} ){1,3}(?:${eitherCase("streets")})\\b)${notPublic}(?:(?:,? ${capital}(?: ${capital})?)?,? ${code})?`,
  "gu",
);

/** Words that say that somebody lives there, on either side of "number 14". */
const dwelling = pattern(`\\b(?:liv(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|stay(?:s|ed|ing)?|lodg(?:es|ing)|rents?|renting|knocked|home|house|flat|door|address|kids|children|${alternatives("dwellers")}|${alternatives("neighbours")})\\b`, "i");
const houseNumber = /(?<![\p{L}\d])(?:(?:at|to|from|in|outside|opposite|of) )((?:number|no\.?|nr\.?|flat|apartment) ?\d{1,3}[a-z]?)\b(?! ?(?:bus|on (?:his|her|the|a|their)|in (?:the|his|her)|worry|shirt|priority|pm|am|[-–/] ?\d|\.\d|(?:minutes|years|weeks|times|days|of)\b))/giu;
const namedBefore = /(?:\p{Lu}[\p{L}'-]+|\))[,]? (?:at|from|in|of) $/u;

/** How far around a house number its sentence is read, in units of text. */
const around = 1_000;

/** The postcodes and street addresses in a text, whosever they are, each as long as it is written. */
export function addressesIn(text: string): Span[] {
  const found: Span[] = [];
  if (!/\d/.test(text)) return found;
  const taken = new TakenSpans();
  const add = (start: number, end: number): void => {
    if (taken.take({ start, end })) found.push({ start, end });
  };
  for (const match of matchesIn(text, street)) add(match.index, match.index + match[0].length);
  for (const match of matchesIn(text, postcode)) if (!ordinal.test(match[0])) add(match.index, match.index + match[0].length);
  for (const match of matchesIn(text, houseNumber)) {
    const start = match.index + match[0].length - match[1]!.length;
    const end = start + match[1]!.length;
    const before = text.slice(Math.max(0, match.index - around), match.index).split(/\. |\n/).at(-1)!;
    const behind = text.slice(end, end + around).split(/[.\n]/)[0]!;
    if (dwelling.test(before + behind) || namedBefore.test(before + text.slice(match.index, start))) add(start, end);
  }
  return found;
}
