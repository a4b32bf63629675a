import { wordList } from "../lexicon/lexicon.ts";
import { matchesIn } from "../text/matches.ts";
import { TakenSpans } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { addressesIn } from "./addresses.ts";
import type { Note } from "./note.ts";
import { once } from "./once.ts";
import { isOfOffice } from "./owners.ts";
import { quotationsIn } from "./positions.ts";
import { telephonesIn } from "./telephones.ts";

/** A number or an address by which somebody can be reached or looked up. */
export interface ContactDatum extends Span {
  readonly kind: "phone" | "email" | "address" | "NHS number" | "National Insurance number";
}

/** What stands right before a number that is of a file, and no telephone's. */
const reference = /\b(?:ref|reference|case|crime|log|incident|lcs|mosaic|id|order|account|invoice|voucher|serial|upn|urn|cad|pnc|policy|booking|claim|caution|court|licence|passport|parcel|ticket)\b\.?\s*(?:(?:ref(?:erence)?|no|number|num|id)\.?\s*|\.\s*)?(?:(?:is|was|[:#])\s*)?[A-Z]{0,3}$/i;

/** The part before the sign has at most 64 characters (RFC 5321, 4.5.3.1.1). */
const email = /[\w.+'%-]{0,63}\w@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi;
const nhs = /(?<![\p{L}\d£.,/-])\d{3}([ -]?)\d{3}\1\d{4}(?![\p{L}\d]|[.,/-]\d)/gu;
const calledNhs = /\bnhs\b(?:\bno\.|[^.;\n]){0,25}$/i;
/** Two letters, six digits in pairs, and A to D. The invented prefixes of forms and training (QQ) count as well. */
const insurance = /(?<![\p{L}\d])[A-Z]{2}([ -]?)\d{2}\1\d{2}\1\d{2}\1[A-D](?![\p{L}\d])/giu;
const calledInsurance = /\b(?:national insurance|nino|ni)\b(?:\bno\.|[^.;\n]){0,30}$/i;

/** The check of an NHS number: the ten digits, weighted from ten down to one, sum to a multiple of eleven. */
const adds = (digits: string): boolean => [...digits].reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11 === 0;

const publicDomains = [...wordList("public-domains")];
const desks = wordList("desks");
const isPublic = (address: string): boolean => {
  const [local, domain] = address.toLowerCase().split("@") as [string, string];
  return publicDomains.some((end) => domain === end || domain.endsWith(`.${end}`)) || desks.has(local) || local.split(/[._-]/).some((part) => desks.has(part));
};

/** What in a text has the shape of a number or an address of somebody's, the surest first; what stands over another is not left out. Spans in UTF-16 units of the text. */
export function contactsIn(text: string): ContactDatum[] {
  const found: ContactDatum[] = [];
  const add = (kind: ContactDatum["kind"], start: number, length: number): void => void found.push({ kind, start, end: start + length });
  const before = (at: number): string => text.slice(Math.max(0, at - 60), at);
  for (const match of matchesIn(text, nhs)) {
    const digits = match[0].replace(/\D/g, "");
    if (calledNhs.test(before(match.index)) || (match[1] && adds(digits) && !reference.test(before(match.index)))) add("NHS number", match.index, match[0].length);
  }
  for (const match of matchesIn(text, insurance)) {
    const named = calledInsurance.test(before(match.index));
    if (named || (match[0].startsWith(match[0].slice(0, 2).toUpperCase()) && !reference.test(before(match.index)))) add("National Insurance number", match.index, match[0].length);
  }
  if (text.includes("@")) for (const match of matchesIn(text, email)) if (!isPublic(match[0])) add("email", match.index, match[0].length);
  for (const { start, end } of telephonesIn(text)) add("phone", start, end - start);
  for (const { start, end } of addressesIn(text)) add("address", start, end - start);
  return found;
}

/** The numbers and addresses in the prose that are a person's: not in the details, not in a child's words, not a service's or a worker's. In order. */
export const contactDataOf = once((note: Note): readonly ContactDatum[] => {
  const base = note.detailsSpan.end;
  const found: ContactDatum[] = [];
  const taken = new TakenSpans();
  for (const { kind, start, end } of contactsIn(note.prose.slice(base))) {
    const span = { start: base + start, end: base + end };
    // A number alone between marks is nobody's speech.
    const said = quotationsIn(note, span).some((quotation) => quotation.speaker !== "adult" && quotation.speaker !== "worker" && (quotation.speaker === "child" || quotation.end - quotation.start > end - start + 4));
    if (said || !taken.isFree(span)) continue;
    if (kind !== "NHS number" && kind !== "National Insurance number" && isOfOffice(note, span, kind === "address" ? "place" : "line")) continue;
    taken.take(span);
    found.push({ kind, ...span });
  }
  return found.sort((a, b) => a.start - b.start);
});

/** What each kind is called. */
export const contactNames: Readonly<Record<ContactDatum["kind"], string>> = { phone: "telephone number", email: "e-mail address", address: "address", "NHS number": "NHS number", "National Insurance number": "National Insurance number" };
