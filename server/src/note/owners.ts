import { hitsOf } from "../lexicon/lexicon.ts";
import { pattern } from "../text/pattern.ts";
import { lowest } from "../text/span-index.ts";
import { overlaps, type Span } from "../text/span.ts";
import { informantsOf } from "./informants.ts";
import type { Mention, Note, Person, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { alternatives } from "./patterns.ts";
import { rowSentences, sentenceAt, sentenceBeside } from "./positions.ts";
import { hasRole } from "./roles.ts";

/** Somebody or something that may be whom a number belongs to. */
interface Candidate extends Span {
  readonly office: boolean;
}

/** "my number", "ring me on": the worker's own. Who merely rang somebody owns no number by that. */
const isOwnLine = (note: Note, mention: Mention): boolean => {
  const word = note.prose.slice(mention.start, mention.end);
  return /^(?:my|our|mine|ours)$/i.test(word) || (/^(?:me|us)$/i.test(word) && /^\s+(?:on|at|by)\b/i.test(note.prose.slice(mention.end, mention.end + 8)));
};

/** Who told the services something is nobody in a role, however they are addressed. */
const tellers = once((note: Note): ReadonlySet<Person> => new Set(note.sentences.flatMap(({ mentions }) => mentions.flatMap((mention) => (mention.person && informantsOf(note).some((one) => overlaps(one, mention)) ? [mention.person] : [])))));

const known = new WeakMap<Sentence, readonly Candidate[]>();

/** Whoever a sentence names, in order. */
function candidatesIn(note: Note, sentence: Sentence): readonly Candidate[] {
  let candidates = known.get(sentence);
  if (!candidates) known.set(sentence, (candidates = readCandidates(note, sentence)));
  return candidates;
}

function readCandidates(note: Note, sentence: Sentence): Candidate[] {
  const offices = hitsOf(note.hits(sentence), "confidential").filter(({ entry }) => entry.kind === "office");
  const people = sentence.mentions.flatMap((mention): (Candidate & { worker: boolean })[] => {
    const worker = mention.person?.kind === "worker";
    if (worker && mention.how === "pronoun" && !isOwnLine(note, mention)) return [];
    return [{ start: mention.start, end: mention.end, office: worker || (mention.person !== undefined && hasRole(note, mention.person) && !tellers(note).has(mention.person)), worker }];
  });
  // "his teacher": the role and the person are one.
  const free = offices.filter((office) => !people.some((one) => one.start < office.end && office.start < one.end && one.office));
  return [...free.map(({ start, end }) => ({ start, end, office: true })), ...people.filter((one) => one.office || !offices.some((office) => office.start <= one.start && one.end <= office.end))].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Words that stand further before a number, in units of text, say nothing of it. */
const reach = 1_000;

/** How a place comes to its address: "is at", "has moved to", "(", and what stands of the address before the number or the postcode. */
const stands = /^(?:'s)?[\s,:(–-]*(?:(?:is|was|are|were|based|held|located|moved|has|now|the|its|address|at|on|in|to|round|down|next)\s+)*(?:\p{Lu}[\p{L}'-]+,?\s+){0,6}$/u;
const isVenue = pattern(`\\b(?:${alternatives("venues")})${stands.source.slice(1)}`, "u");

/**
 * True where a number ("line") or an address ("place") is a service's or a worker's in their role: "the surgery is on …", "my number, …",
 * "… (school office)". Whoever stands right behind it is asked first, then whoever stands nearest before it.
 */
export function isOfOffice(note: Note, span: Span, what: "line" | "place"): boolean {
  const sentence = sentenceAt(note, span.start);
  if (!sentence) return /\b(?:office|school|surgery|clinic|team|service|centre)\b/i.test(lineAround(note, span));
  const candidates = candidatesIn(note, sentence);
  const next = lowest(candidates.length, (at) => candidates[at]!.start >= span.end);
  const behind = candidates[next];
  if (behind && /^[\s,]*(?:[(–-]\s*|is |was |for |which is |that is |that's |at )(?:the |his |her |their |my |our |mum's |a )?$/i.test(note.prose.slice(span.end, behind.start))) return behind.office;
  const lead = note.prose.slice(Math.max(sentence.start, span.start - reach), span.start);
  if (/\b(?:his|her|their) own (?:\p{L}+ )?(?:mobile|phone|number|email|address|line)\b[^.;]{0,20}$/iu.test(lead)) return false;
  let last = next - 1;
  while (last >= 0 && candidates[last]!.end > span.start) last -= 1;
  const nearest = candidates[last];
  if (what === "place") {
    if (isVenue.test(lead)) return !/\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)|mov(?:ed|ing)|home|flat)\b/i.test(lead);
    return nearest !== undefined && nearest.office && !/'s?$/.test(note.prose.slice(nearest.start, nearest.end)) && stands.test(note.prose.slice(nearest.end, span.start));
  }
  // "rang me from 07700 …": the number is of whoever rang.
  if (/\bfrom\s+(?:the number\s+|on\s+)?$/i.test(lead)) return candidates.find(({ end }) => end <= span.start)?.office ?? false;
  if (nearest) return nearest.office;
  return row(note, sentence).some((other) => other !== sentence && candidatesIn(note, other).some(({ office }) => office));
}

/** What stands with a sentence: the other cells of its row, or in a block of short lines (the end of a letter) the other lines. */
function row(note: Note, sentence: Sentence): readonly Sentence[] {
  const { cell } = sentence.block;
  if (cell) return rowSentences(note, cell.table, cell.row);
  const previous = sentenceBeside(note, sentence, -1);
  return previous && previous.section === sentence.section && sentence.tokens.length <= 8 ? [previous] : [];
}

function lineAround(note: Note, { start, end }: Span): string {
  const stop = note.prose.indexOf("\n", end);
  return note.prose.slice(note.prose.lastIndexOf("\n", start) + 1, stop < 0 ? undefined : stop);
}
