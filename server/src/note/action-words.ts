import type { ActionEntry } from "../lexicon/dictionary.ts";
import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { groupBy } from "../text/group.ts";
import { matchesIn } from "../text/matches.ts";
import { SpanIndex } from "../text/span-index.ts";
import { overlaps, type Span } from "../text/span.ts";
import { tokenise } from "../text/tokens.ts";
import type { NamedDate } from "./dates.ts";
import type { Note } from "./note.ts";
import { once } from "./once.ts";
import { inQuotation } from "./outline.ts";
import { datesIn } from "./positions.ts";

export type ActionHit = Hit<"action">;

/** What the dictionary of next steps knows in a note, kind by kind, outside quotations; headings are read too. */
const allHits = once((note): ReadonlyMap<ActionEntry["kind"], SpanIndex<ActionHit>> => {
  const inHeadings = note.blocks.filter(({ kind }) => kind === "heading").flatMap(({ span }) => note.lexicon.findIn(tokenise(note.prose.slice(span.start, span.end), span.start).map((token) => ({ ...token, classes: 0 }))));
  const all = [...note.sentences.flatMap((sentence) => note.hits(sentence)), ...inHeadings];
  const kinds = groupBy(hitsOf(all, "action").filter((hit) => !inQuotation(note, hit)), ({ entry }) => entry.kind);
  return new Map([...kinds].map(([kind, hits]) => [kind, new SpanIndex(hits)]));
});

/** The hits of one kind that lie in a place. */
export const actionHits = (note: Note, span: Span, kind: ActionEntry["kind"]): ActionHit[] => allHits(note).get(kind)?.within(span) ?? [];

/** By when something is to be done. */
export interface Due extends Span {
  readonly kind: "date" | "relative" | "regular" | "vague";
}

const monthFirst = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2}(?:st|nd|rd|th)?\b/g;
const shortDate = /(?<![\d/.£])\d{1,2}\/\d{1,2}(?![\d/])|\b\d{4}-\d{2}-\d{2}\b/g;
const ordinal = /\b(?:by|on|before|until|till)\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\b/gi;
const clock = /\b(?:by|at|before|until|till|from)\s+(?:\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm|o'clock)|\d{1,2}[.:]\d{2}|noon|midday|midnight)(?![\p{L}\d])/giu;
const field = /(?:^|[–—;,.(|\s-])\s*(?:by when|by|when|due(?: date| by)?|date|deadline|timescale|target(?: date)?)\s*:\s*([^–—;|)\n]*)/gi;
const looksBack = /\b(?:about|since|dated|regarding|re|(?<!\b(?:end|week|start|beginning|middle|month|afternoon|morning|evening) )of)\s+(?:the\s+)?$/i;
/** A date that lies so many days before the visit has been, and is no time by which. */
const longestPast = 180;

/** By when, as a place in a note tells: the surest wording wins, a date before a day that can be told, and both before “asap”. */
export function dueIn(note: Note, span: Span): Due | undefined {
  return duesIn(note, span)[0];
}

/** Every wording of a time in a place, the surest first. */
export function duesIn(note: Note, span: Span): Due[] {
  const text = note.prose.slice(span.start, span.end);
  const found = (form: RegExp): Span[] => matchesIn(text, form).map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length })).filter((one) => !inQuotation(note, one));
  const vague = actionHits(note, span, "whenever");
  const dates = [...datesIn(note, span).filter((date) => !isPast(note, date)), ...found(monthFirst), ...found(shortDate), ...found(ordinal)].filter(({ start }) => !looksBack.test(note.prose.slice(Math.max(span.start, start - 30), start)));
  const fields = matchesIn(text, field).filter((match) => /[\p{L}\p{N}]/u.test(match[1]!)).map((match) => ({ start: span.start + match.index + match[0].length - match[1]!.length, end: span.start + match.index + match[0].trimEnd().length })).filter((one) => !vague.some((hit) => overlaps(hit, one)));
  return [
    ...[...dates, ...fields].map((one): Due => ({ start: one.start, end: one.end, kind: "date" })),
    ...[...actionHits(note, span, "time"), ...found(clock)].map(({ start, end }): Due => ({ start, end, kind: "relative" })),
    ...actionHits(note, span, "regular").map(({ start, end }): Due => ({ start, end, kind: "regular" })),
    ...vague.map(({ start, end }): Due => ({ start, end, kind: "vague" })),
  ];
}

/** "The bruise on 3 June", in a note of a visit on 5 June. */
function isPast(note: Note, date: NamedDate): boolean {
  const { visited } = note;
  if (!visited || !/\p{L}\s+(?:on|from|of|about|since)\s+(?:the\s+)?$/iu.test(note.prose.slice(Math.max(0, date.start - 20), date.start))) return false;
  const days = (Date.UTC(visited.year, visited.month - 1, visited.day) - Date.UTC(date.year ?? visited.year, date.month - 1, date.day)) / 86_400_000;
  return days > 0 && days <= longestPast;
}
