import type { Paragraph, Root } from "nlcst";
import retextEnglish from "retext-english";
import { retext } from "retext";
import { matchesIn } from "../text/matches.ts";
import { pattern } from "../text/pattern.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { trim } from "../text/span.ts";
import { abbreviations, speechVerbs } from "./words.ts";

const english = retext().use(retextEnglish).freeze();

const dots = pattern(`(?<![\\p{L}])(${[...abbreviations].map((word) => word.replaceAll(".", "\\.")).join("|")})\\.`, "gu");

/**
 * Cuts a block of prose into sentences. Quotations are closed rooms: what stands in them ends no sentence,
 * unless the sentence ends with the quotation.
 */
export function splitSentences(prose: string, block: Span, quotations: readonly (Span & { readonly words: Span })[]): Span[] {
  if (!/\S/.test(prose.slice(block.start, block.end))) return [];
  const text = prose.slice(block.start, block.end);
  const units = quotations.length ? text.split("") : [];
  const put = (at: number, unit: string) => {
    const place = at - block.start;
    if (place >= 0 && place < units.length) units[place] = unit;
  };
  for (const { start, end, words } of quotations) {
    const last = prose[trim(prose, words).end - 1] ?? "";
    const ends = /[.?!…]/.test(last) && endsSentence(prose, end, block.end);
    for (let at = Math.max(start, block.start); at < Math.min(end, block.end); at += 1) if (!/\s/.test(prose[at]!)) put(at, at === start && /^["']?\p{Lu}/u.test(prose.slice(start, start + 2)) ? "X" : "x");
    if (ends) put(end - 1, ".");
  }
  const masked = (quotations.length ? units.join("") : text)
    .replace(dots, (all, word: string) => `${word.replaceAll(".", "x")}x`)
    .replace(/\b([ap])\.m\.(?=\s+\p{Lu})/gu, "$1xm.")
    .replace(/\b([ap])\.m\.?/g, (all) => "x".repeat(all.length))
    .replace(/(?<=\d)[.:](?=\d)/g, "x")
    .replace(/\bs\.(?=\s?\d)/gi, "sx")
    .replace(/\bNo\.(?=\s?\d)/g, "Nox")
    .replace(/\betc\.(?=\s+[a-z])/g, "etcx")
    .replace(/(?<!\b\p{L}\.)\b(?:\p{L}\.){2,}(?=\s+\p{Ll}|[,;)])/gu, (all) => "x".repeat(all.length));
  const sentences: Span[] = [];
  const rooms = new SpanIndex(quotations);
  for (const piece of pieces(masked))
    for (const { start, end } of parsed(masked, piece)) for (const part of atStops(masked, start, end)) for (const line of splitLines(prose, { start: block.start + part.start, end: block.start + part.end }, rooms)) sentences.push(line);
  return sentences;
}

/** Sentences as the parser of English sees them. It cuts every word, so it is not asked where `atStops` knows as well: where every stop stands before a capital, or ends the text. */
function parsed(masked: string, { start, end }: Span): Span[] {
  const text = masked.slice(start, end);
  if (!unsure.test(text)) return [{ start, end }];
  return (english.parse(text) as Root).children.flatMap((paragraph) =>
    paragraph.type === "ParagraphNode" ? (paragraph as Paragraph).children.flatMap(({ type, position }) => (type === "SentenceNode" && position ? [{ start: start + position.start.offset!, end: start + position.end.offset! }] : [])) : [],
  );
}

/** A stop of another kind, one before anything but a capital, or an empty line. */
const unsure = /[\u2026\u203D]|[.?!](?![)\]]?(?:\s+\p{Lu}|\s*$))|\n\s*\n/u;

/** The longest piece of prose that the sentence parser is given, in UTF-16 units: some 1,500 words. It goes too deep on endless ones. */
const longestPiece = 8_000;

/** Cuts long prose where a sentence surely ends; where none does for so long, behind the last line or word, so that an endless sentence is read as several. */
function* pieces(masked: string): Generator<Span> {
  let start = 0;
  while (masked.length - start > longestPiece) {
    const window = masked.slice(start, start + longestPiece);
    const stop = lastStop(window) ?? lastMatch(window, /\n/g) ?? lastMatch(window, /\s/g) ?? whole(window);
    yield { start, end: start + stop };
    start += stop;
  }
  yield { start, end: masked.length };
}

/** Behind the white space after the last stop that parts two sentences, whatever else stands around it. */
const lastStop = (window: string): number | undefined => lastMatch(window, /(?<!(?:^|[\s(])\p{Lu})[.?!][)\]]?\s+(?=\p{Lu}\p{Ll}*\s)/gu);

function lastMatch(window: string, pattern: RegExp): number | undefined {
  let last: number | undefined;
  for (const match of window.matchAll(pattern)) last = match.index + match[0].length;
  return last;
}

/** All of it, without half of a sign that takes two units. */
const whole = (window: string): number => window.length - (/[\uD800-\uDBFF]$/.test(window) ? 1 : 0);

/** parse-english takes "in." for inches and goes on; abbreviations are already out of the way, so a stop before a capital is a stop. */
function atStops(masked: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  let from = start;
  // Notes typed on a phone begin sentences with small letters.
  for (const match of matchesIn(masked.slice(start, end), /[.?!][)\]]?\s+(?=\p{Lu})|(?<=\p{Ll}{3})\.\s+(?=\p{Ll}{2,} )/gu)) {
    const stop = start + match.index + match[0].trimEnd().length;
    if (/(?:^|[\s(])\p{Lu}\.$/u.test(masked.slice(from, stop))) continue;
    parts.push({ start: from, end: stop });
    from = start + match.index + match[0].length;
  }
  return [...parts, { start: from, end }];
}

/** After a closing mark a sentence ends where the next begins with a capital, unless that is who said it ("…," Kai said). */
function endsSentence(prose: string, at: number, limit: number): boolean {
  const rest = prose.slice(at, Math.min(limit, at + 60));
  if (!rest.trim()) return true;
  if (/^\s+(?:I|We) (?:asked|said|wondered|replied|answered|told (?:him|her|them))\b[^"]{0,40}(?:\.|$)/u.test(rest)) return false;
  const next = /^\s+(\p{Lu}[\p{L}'-]*)(?:\s+\([^)]*\))?\s+(\p{L}+)/u.exec(rest);
  if (next) return !speechVerbs.has(next[2]!.toLowerCase()) || ["I", "He", "She", "We", "They", "When", "Then"].includes(next[1]!);
  return /^\s+["\p{Lu}\d]/u.test(rest);
}

/** The last unit that is no white space between two places; nothing where there is none. */
function lastLetter(prose: string, start: number, end: number): string {
  let at = end - 1;
  while (at >= start && /\s/.test(prose[at]!)) at -= 1;
  return at < start ? "" : prose[at]!;
}

/** Short lines that end without a stop, and before a line with a capital, stand by themselves. */
function splitLines(prose: string, span: Span, quotations: SpanIndex<Span>): Span[] {
  const result: Span[] = [];
  let start = span.start;
  for (let at = prose.indexOf("\n", span.start); at >= 0 && at < span.end; at = prose.indexOf("\n", at + 1)) {
    const lineStart = prose.lastIndexOf("\n", at - 1) + 1;
    const last = lastLetter(prose, start, at);
    const rest = prose.slice(at + 1, span.end).trimStart();
    const inside = quotations.overlapping({ start: at, end: at + 1 }).some((quotation) => quotation.start < at);
    if (!inside && prose.slice(lineStart, at).trimEnd().length < 60 && !/[,;:–-]/.test(last) && /^[\p{Lu}"'\d]/u.test(rest)) {
      result.push(trim(prose, { start, end: at }));
      start = at + 1;
    }
  }
  result.push(trim(prose, { start, end: span.end }));
  return result.filter((sentence) => sentence.end > sentence.start);
}
