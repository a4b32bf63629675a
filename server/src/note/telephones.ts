import { alternatives } from "./patterns.ts";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import type { Span } from "../text/span.ts";

/**
 * British numbers by their shape: 0 or +44, then ten digits, with spaces, dots, hyphens and brackets as people type them.
 * A library that knows which ranges are assigned would not do: a number that is mistyped, or invented for training, has to be found too.
 */
const british = /(?=[(+0])(?<![\p{L}\p{N}£$€#/@_+-]|\d[.,:])(?:(?:\(?(?:\+|\b00)44\)?[ .-]{0,2}(?:\(0\)[ .-]{0,2})?\(?[1-9]\d)|\(?0[1-9]\d)(?:[ .()-]{0,2}\d){7,8}(?![\p{L}\d]|[ /-]\d)(?:,?\s*(?:ext(?:ension|n)?\.?|x)\s*\d{1,5}\b)?/giu;
/** Any other country's: "+46 70 174 06 35", "(+353) 86 123 4567", "0033 6 39 98 12 40". */
const foreign = /(?=[(+0])(?<![\p{L}\p{N}£$€#/@_-])\(?(?:\+|00)(?!44)[1-9]\d{0,2}\)?(?:[ .()/-]{0,2}\d){6,12}(?![\p{L}\d])/gu;

/** Numbers of services: free, at a local rate, or at a price. */
const ofService = /^0(?:80|3|84|87|9|5)/;

const called = `(?:${alternatives("reference-words")})`;
/** What stands before a number that is of a file, and no telephone's: "ref", "the bank's ref for the refund was", "her bursary number is". */
const straight = String.raw`(?:\s+(?:ref(?:erence)?|no|number|num|nr|id))?\.?\s*(?:is|was|:|#|=|,)?\s*[A-Z]{0,3}`;
const further = String.raw`\.?(?!.*\b(?:tel|telephone|phone|mobile|mob|landline|whatsapp|ring|rang|call|text|contact|cell|got on|reached|(?:his|her|their|mum's|dad's) number)\b)[^.;:,!?\n]{0,40}\s(?:is|was|of|reads|under|quoting|quote|against|:)\s*`;
const reference = pattern(`(?<![\\p{L}]|\\bnumber (?:on|in|from|for) (?:(?:the|his|her|our|my|their) )?)${called}(?![\\p{L}'])(?:${straight}|${further})$`, "iu");

const digitsOf = (written: string): string => written.replace(/(?:ext|x).*$/i, "").replace(/\(0\)/, "").replace(/\D/g, "");

/** True of the count of digits that British numbers have. A few places still have numbers of ten digits in all, written five and five. */
function counts(written: string): boolean {
  const digits = digitsOf(written).replace(/^(?:00)?44/, "0");
  if (digits.length === 10) return /^\(?01\d{3}\)?[ .-]?\d{5}$/.test(written);
  // "07911 662 03 1": nobody writes the last figure alone.
  return digits.length === 11 && !/ \d$/.test(written.replace(/,?\s*(?:ext|x).*$/i, ""));
}

/** The telephone numbers in a text, whosever they are: British and foreign, but no references and no services' lines. */
export function telephonesIn(text: string): Span[] {
  const found: Span[] = [];
  const add = (match: RegExpExecArray): void => {
    // "(07700 900642": the bracket is the sentence's.
    const outer = match[0].startsWith("(") && !match[0].includes(")") ? 1 : 0;
    const line = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
    if (!reference.test(line.slice(-80))) found.push({ start: match.index + outer, end: match.index + match[0].length });
  };
  for (const match of matchesIn(text, british)) if (counts(match[0]) && !ofService.test(digitsOf(match[0]).replace(/^(?:00)?44/, "0"))) add(match);
  for (const match of matchesIn(text, foreign)) {
    const { length } = digitsOf(match[0]).replace(/^00/, "");
    const grouped = match[0].startsWith("00") || match[0].startsWith("(00") ? / /.test(match[0].trim()) : true;
    if (length >= 8 && length <= 15 && grouped) add(match);
  }
  return found;
}
