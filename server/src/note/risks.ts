import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { overlaps, type Span } from "../text/span.ts";
import { covered, isMarkedAsRisk } from "./marked-risks.ts";
import type { Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { clauseAround } from "./outline.ts";
import { marksIn } from "./positions.ts";

/** A sentence that tells a current risk to a child, or that the writer marked as one. */
export interface RiskStatement {
  readonly sentence: Sentence;
  /** None where only the mark tells. */
  readonly hits: readonly Hit<"risk">[];
  /** Only a soft sign: poor sleep, nits. */
  readonly soft: boolean;
  /** The writer marked it: bold, red, or a line that begins with "Risk:". */
  readonly marked: boolean;
}

/** The risks of a note, in its order: the sentences that tell a current one, and those that the writer marked. What is denied, over, imagined, taught or a manner of speech tells none. */
export const risksOf = once((note: Note): readonly RiskStatement[] =>
  note.sentences.flatMap((sentence) => toldRisk(note, sentence) ?? (isMarkedAsRisk(note, sentence) ? { sentence, hits: [], soft: false, marked: true } : [])),
);

/** The risk that the words of a sentence tell. */
function toldRisk(note: Note, sentence: Sentence): RiskStatement | undefined {
  if (sentence.section.role === "next" && sentence.block.kind !== "paragraph") return undefined;
  if (sentence.block.kind === "cell" && sentence.block.cell!.row === 0) return undefined;
  const all = note.hits(sentence);
  const found = hitsOf(all, "risk");
  if (!found.length) return undefined;
  if (sentence.section.role === "reflections" && !/\b(?:worr(?:y|ied|ies)|concern(?:s|ed)?|scared|afraid|fear|risk)\b/i.test(note.prose.slice(sentence.start, sentence.end))) return undefined;
  if (isResponse(note, sentence)) return undefined;
  const cues = hitsOf(all, "cue");
  const standing = found.filter((hit) => !isLongPast(note, sentence, hit) && !isQuestioned(note, sentence, hit) && !isRead(note, sentence, hit, all) && !isTakenBack(note, sentence, hit, cues));
  const hits = standing.filter((hit) => isBorneOut(hit, standing, cues));
  if (!hits.length) return undefined;
  const marked = marksIn(note, sentence).some((mark) => hits.some((hit) => overlaps(mark, hit)) || covered(mark, sentence) >= 0.5);
  return { sentence, hits, soft: hits.every(({ entry }) => entry.soft), marked };
}

const response = /^(?:[\d.:]+ ?(?:am|pm)?,? )?(?:(?:later|then|after that|at [\d.:]+ ?(?:am|pm)?|on \w+|straight (?:away|after)),? )?(?:i (?:then |also |have |immediately )?)?(?:rang|phoned|called|telephoned|emailed|told|informed|reported|referred|shared|discussed|alerted|notified|updated|spoke (?:to|with)|have told|have informed)\b/i;
const agency = /\b(?:police|999|101|111|edt|emergency duty|mash|out of hours|manager|duty|supervisor|paediatrician|on call|school|dsl|safeguarding lead|health visitor|nurse|gp|doctor|surgery|hospital|ambulance|housing|provider|council|social care|children's services|strategy|officer)\b/i;

/** What the worker did about a risk is no risk: "Rang the police about the man at the bus stop." */
function isResponse(note: Note, sentence: Sentence): boolean {
  const text = note.prose.slice(sentence.start, sentence.end).trim();
  return !sentence.quotations.length && response.test(text) && agency.test(text);
}

/** Told of a year before the visit's: "guards beat him in Libya in 2024". */
function isLongPast(note: Note, sentence: Sentence, hit: Span): boolean {
  const year = note.visited?.year;
  if (!year) return false;
  const clause = clauseAround(note, sentence, hit);
  const told = /\b(?:in|during|back in|before|of|until)\s+(?:\p{L}+\s+)?((?:19|20)\d\d)\b/u.exec(note.prose.slice(clause.start, clause.end));
  return told !== null && Number(told[1]) < year && !/\bsince\b/i.test(note.prose.slice(clause.start, clause.end));
}

/** A risk that stands in a question of the worker's alone is not told. */
function isQuestioned(note: Note, sentence: Sentence, hit: Span): boolean {
  if (sentence.quotations.some((quotation) => quotation.speaker === "worker" && overlaps(quotation, hit))) return true;
  if (sentence.quotations.some((quotation) => quotation.start <= hit.start && hit.end <= quotation.end)) return false;
  const before = note.prose.slice(sentence.start, hit.start);
  if (/\b(?:i|we) put (?:it|this|that) to\b/i.test(before)) return true;
  const asked = /\b(?:i|we) (?:then |also |just )?(?:asked|wondered|checked|explored|discussed|talked|spoke)\b(?:(?!\band (?:he|she|they|mum|dad|\p{Lu}\p{L}+) (?:\p{L}+ )?(?:said|told|nodded|shook|replied|answered|was|did|showed|went)\b).)*$/iu.test(before);
  if (asked && /\b(?:asked|wondered|checked)\b/i.test(before)) return true;
  return /\?\s*$/.test(note.prose.slice(sentence.start, sentence.end)) && !sentence.quotations.some(({ speaker }) => speaker === "child");
}

/** What the worker reads into a drawing or a child's words, or slips in brackets into them, is a reading and no sign of danger. */
function isRead(note: Note, sentence: Sentence, hit: Hit<"risk">, all: readonly Hit[]): boolean {
  const quotation = sentence.quotations.find((one) => one.start <= hit.start && hit.end <= one.end);
  if (quotation) return /\([^)]*$/.test(note.prose.slice(quotation.start, hit.start)) && /^[^(]*\)/.test(note.prose.slice(hit.end, quotation.end));
  // "“It's a secret bed”, suggesting that …", "He drew Mum in bed, meaning that …".
  const shown = sentence.quotations.find(({ speaker, end }) => speaker === "child" && end <= hit.start)?.end ?? (/\b(?:drew|drawing|picture|paint(?:ed|ing)|built|model)\b/i.test(note.prose.slice(sentence.start, hit.start)) ? sentence.start : undefined);
  if (shown !== undefined && hitsOf(all, "interpretation").some(({ start, entry }) => entry.kind === "link" && start >= shown && start <= hit.start)) return true;
  if (!/fear|missing|emotional|mental|reflections|physical/.test(hit.entry.category)) return false;
  return /\b(?:(?:this|that|which|it) (?:tells|told|shows|showed|suggests|means|reflects|indicates) (?:you|us|me|that|how)|reflecting|suggesting|symboli[sz]ing|it (?:is|was) (?:plain|clear|obvious|evident) that|(?:is|was|are|were) (?:obviously|clearly|plainly)|because (?:he|she|they|you) wanted)\b/i.test(note.prose.slice(sentence.start, hit.start + 1));
}

/** A weak wording counts only beside a sign of another kind that does not overlap it, or where a child is said to be close by. */
function isBorneOut(hit: Hit<"risk">, standing: readonly Hit<"risk">[], cues: readonly Hit<"cue">[]): boolean {
  if (!hit.entry.weak) return true;
  if (standing.some((other) => other.entry.category !== hit.entry.category && !overlaps(other, hit))) return true;
  return cues.some((cue) => cue.entry.kind === "child-near" && !(cue.from <= hit.from && hit.to <= cue.to));
}

/** Which risks a take-back of a kind can reach; kinds that are not named here reach all. */
const reachOf: Readonly<Record<string, RegExp>> = {
  "adult-accident": /injury|physical|weapon|self-harm/,
  "kept-safe": /weapon|home|alcohol|drugs|fire|confinement|animal|self-harm/,
  treated: /^injury$|neglect|health|home|sleep/,
  reason: /home|neglect|sleep|fire|drugs|mental|education|missing/,
  play: /physical|peer|fear|confinement|supervision|missing|injury|threat|weapon|domestic|sexual|animal/,
  "adult-life": /home|neglect|sleep|supervision|missing/,
};

/** Denied, over, imagined, taught, made up, or a manner of speech. */
function isTakenBack(note: Note, sentence: Sentence, hit: Hit<"risk">, cues: readonly Hit<"cue">[]): boolean {
  const clause = clauseAround(note, sentence, hit);
  const quotation = sentence.quotations.find((one) => one.start <= hit.start && hit.end <= one.end);
  // A cue outside a quotation does not reach into it, nor the other way.
  const reach = (cue: Span): boolean => (quotation ? quotation.start <= cue.start && cue.end <= quotation.end : !sentence.quotations.some((one) => overlaps(one, cue)));
  const inClause = (cue: Span): boolean => reach(cue) && cue.start >= clause.start && cue.end <= clause.end;
  const before = (cue: Hit, most: number): boolean => inClause(cue) && cue.start < hit.start && hit.from - cue.to <= most;
  const denies = (cue: Hit): boolean => {
    if (!before(cue, 6)) return false;
    const between = note.prose.slice(cue.end, Math.min(hit.start + 8, hit.end));
    // "He would not go in because Lee hit him": the reason is not denied; nor what a threat would follow from ("if I don't pay").
    if (/\b(?:because|cos|coz|since|when|until|after)\b/i.test(between)) return false;
    if (hit.entry.conditional && /\bif\b[^.]*$/i.test(note.prose.slice(clause.start, cue.start))) return false;
    // "Don't wait up they're coming", "no plug and the ceiling is down": something new is told. "I don't think he hits her" is one denial.
    if (/\b(?:think|thinks|thought|believe|believes|say|said|saying|feel|felt|mean|know|knew|suggest|see|saw|seen|report|reported|that)\b/i.test(between)) return true;
    return !/\b(?:they|theyre|he|she|we|there's|theres)\b|\band (?:the|his|her|their|my|a)\b/i.test(note.prose.slice(cue.end, hit.start + 6 < hit.end ? hit.start + 6 : hit.end));
  };
  return cues.some((cue) => {
    const { kind } = cue.entry;
    const inside = hit.start <= cue.start && cue.end <= hit.end;
    if (kind === "child-near" || (reachOf[kind] && !reachOf[kind].test(hit.entry.category))) return false;
    if (kind === "idiom") return overlaps(cue, hit);
    if (kind === "negation") return inside ? !hit.entry.absence : !holdsDenial(hit, cues) && (denies(cue) || isNil(note, hit, cue));
    if (kind === "adult-life") return overlaps(cue, hit);
    if (inside) return false;
    if (kind !== "fiction" && kind !== "teaching" && kind !== "process" && isApart(note, cue, hit)) return false;
    if (kind === "kept-safe" || kind === "treated" || kind === "play" || kind === "reason") return inClause(cue) && !cues.some((other) => other.entry.kind === "negation" && other.to <= cue.from && cue.from - other.to <= 1);
    if (kind === "hypothetical") return !hit.entry.conditional && before(cue, 8);
    if (kind === "fiction") return inClause(cue);
    return reach(cue);
  });
}

/** Something new is told between the one and the other ("we were laughing, then he told me that Lee hit him"), or the time is since when it goes on. */
function isApart(note: Note, cue: Span, hit: Span): boolean {
  if (/\b(?:since|than|from|after)\s+$/i.test(note.prose.slice(Math.max(0, cue.start - 8), cue.start)) && /^last\b/i.test(note.prose.slice(cue.start, cue.end))) return true;
  // A year told before the telling holds for what was told: "In 2019 the letter said that she drank".
  if (/\d{4}$/.test(note.prose.slice(cue.start, cue.end))) return false;
  const between = cue.end <= hit.start ? note.prose.slice(cue.end, hit.start) : "";
  return /\b(?:told|said|says|tells|showed|whispered|disclosed|added|mentioned)\b/i.test(between);
}

/** Where the risk is itself a lack ("no food"), a denial before it is the same denial, or the tale of somebody who never helped. */
const holdsDenial = (hit: Hit<"risk">, cues: readonly Hit<"cue">[]): boolean => hit.entry.absence === true && cues.some((cue) => cue.entry.kind === "negation" && cue.from < hit.to && hit.from < cue.to);

/** "Bruises: none seen." */
const isNil = (note: Note, hit: Span, cue: Span): boolean => cue.start >= hit.end && cue.start - hit.end <= 3 && /^[\s:–-]*$/.test(note.prose.slice(hit.end, cue.start)) && /^(?:none|nil)/i.test(note.prose.slice(cue.start, cue.end));
