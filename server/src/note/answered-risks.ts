import { wordList } from "../lexicon/lexicon.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";
import { bySection } from "./by-section.ts";
import type { Note, Sentence } from "./note.ts";
import { outsideQuotations } from "./outline.ts";
import { sentenceBeside } from "./positions.ts";
import { responsesOf, type Response } from "./responses.ts";
import type { RiskStatement } from "./risks.ts";
import { adverbs, auxiliaries, openers, prepositions, pronounsF, pronounsM, pronounsThey, pronounsWe, pronounsWorker, pronounsYou, relations, speechVerbs } from "./words.ts";

/** A place that says, of a risk, who was told or what was done or will be: a sentence, or the detail of a meeting that was held for it. */
export interface Answer extends Span {
  /** It is plainly about a child's safety or this risk; else it may be about something else, and only takes the doubt away. */
  readonly plain: boolean;
}

/** A risk, with the section that tells it and where that stands in the whole note. */
export interface PlacedRisk {
  readonly part: Note;
  readonly at: number;
  readonly risk: RiskStatement;
}

/** The places that answer any of the risks, in the coordinates of the whole note; found as far as somebody asks. */
export function* answersTo(note: Note, risks: readonly PlacedRisk[]): Generator<Answer> {
  if (!risks.length) return;
  for (const { key, value, span } of note.details) if (key === "type" && calledForRisk.test(value)) yield { ...span, plain: true };
  const first = risks[0]!.at + risks[0]!.risk.sentence.start;
  const subjects = themes(note, risks);
  const told = new Map(risks.map(({ risk }) => [risk.sentence, risk]));
  const involved = new Set(risks.flatMap(({ risk: { sentence: { mentions } } }) => mentions.flatMap(({ person, children }) => (person && !children.length && person.kind !== "worker" ? [person] : []))));
  const isPlain = (part: Note, { sentence, hit }: Response): boolean => hit.entry.kind === "safeguarding" || (hit.entry.kind !== "apart" && safety.test(outsideQuotations(part, sentence)));
  const isAnswer = (part: Note, at: number, { sentence, hit }: Response): boolean => {
    const start = at + sentence.start;
    if (hit.entry.kind === "safeguarding") return true;
    if (hit.entry.kind === "apart") return start >= first && !told.get(sentence)?.hits.some((risk) => risk.start >= hit.start);
    const text = outsideQuotations(part, sentence);
    if (hit.entry.kind === "act") return start >= first && (protects.test(text) || isAbout(sentence, subjects) || follows(part, sentence, hit, told)) && !isPartOfRisk(part, hit, told.get(sentence));
    if (safety.test(text) || isAbout(sentence, subjects)) return true;
    const tellsInvolved = sentence.section.role === "next" && sentence.mentions.some(({ person, start: from, end }) => person !== undefined && involved.has(person) && from < hit.end && hit.start < end);
    return pointing.test(text) || tellsInvolved || (start > first && !purpose.test(text.slice(hit.end - sentence.start)));
  };
  for (const { part, at, found } of responsesIn(note)) for (const response of found) if (isAnswer(part, at, response)) yield { ...moved(placeOf(response.sentence), at), plain: isPlain(part, response) };
  for (const { at, found } of actionsIn(note)) for (const { sentence, isSafety } of found) if (isSafety || isAbout(sentence, subjects)) yield { ...moved(placeOf(sentence), at), plain: true };
}

const responsesIn = bySection(responsesOf);

/** The actions among the next steps; "isSafety" of those that are about a child's safety, whatever the risk. */
const actionsIn = bySection((part) => part.sentences.filter((sentence) => isAction(part, sentence)).map((sentence) => ({ sentence, isSafety: safety.test(part.prose.slice(sentence.start, sentence.end)) })));

const placeOf = ({ start, end }: Sentence): Span => ({ start, end });

/** A meeting that is itself what was done. */
const calledForRisk = /\bstrategy\b|\bsection 47\b|\bs\.?47\b|\bchild protection conference\b|\bcase conference\b|\blegal (?:planning|gateway)\b/i;

/** What the telling was about: where it names something else, it was about that. */
const purpose = /^[^.;]*?\b(?:about|re|regarding|to (?:ask|check|find|arrange|book|say|let|discuss|see|tell|confirm|thank)|that|how|what|whether|if|for|why|when)\s+(?!(?:this|it|these|that)\b)\p{L}+/iu;

/** Words of care for a child's safety: whatever the risk, they are about it. */
const safety = /\b(?:worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|risks?|safe|safer|unsafe|safety|safeguard\w*|harm\w*|protect\w*|danger\w*|supervis\w*|alleg\w*|disclos\w*|injur\w*|incident)\b/i;

/** Words of keeping safe, rather than of worry. */
const protects = /\b(?:safe|safer|protect\w*|supervis\w*|safeguard\w*)\b/i;

/** It points back at what has been told. */
const pointing = /\bwhat (?:had |has )?(?:\p{L}+ )?(?:had |has |have )?(?:happened|said|told|seen|saw|found|shared|heard)\b|\b(?:about|of) (?:this|it|that|last night|yesterday|the weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** An action among the next steps: of anybody but the child, and no wish or question. */
const isAction = (note: Note, sentence: Sentence): boolean =>
  sentence.section.role === "next" &&
  !sentence.quotations.length &&
  !/\?\s*$/.test(note.prose.slice(sentence.start, sentence.end)) &&
  !sentence.mentions.some(({ role, children, start }) => role === "subject" && children.length > 0 && start - sentence.start < 4 && /\b(?:want|wants|would like|wishes|said|thinks|hopes)\b/i.test(note.prose.slice(start, sentence.end)));

const isAbout = (sentence: Sentence, subjects: ReadonlySet<string>): boolean => wordsOf(sentence).some((word) => subjects.has(word.stem));

/** "There is no stair gate. I ordered one.": what is done right behind the risk, to something named there. */
const follows = (note: Note, sentence: Sentence, hit: Span, risks: ReadonlyMap<Sentence | undefined, RiskStatement>): boolean => risks.has(sentenceBeside(note, sentence, -1)) && /\b(?:it|one|them|this|these|those)\b/i.test(note.prose.slice(hit.start, hit.end + 8));

/** What is done in the sentence that tells the risk answers it only where the worker does it, once the risk is told: "… and I moved the knife". */
const isPartOfRisk = (note: Note, act: Span, risk: RiskStatement | undefined): boolean => risk !== undefined && !/\b(?:i|we)\b[^.;]{0,30}$/i.test(note.prose.slice(Math.max(risk.sentence.start, ...risk.hits.map(({ end }) => end)), act.start + 3));

/** What the risks are about: their words and all that is of the same topic, without names and the small and everyday words of English. */
function themes(note: Note, risks: readonly PlacedRisk[]): ReadonlySet<string> {
  const names = new Set(note.people.filter(({ kind }) => kind !== "other").flatMap(({ forms }) => forms.flat()));
  const told = risks.flatMap(({ risk: { sentence } }) => wordsOf(sentence).filter((word) => !names.has(word.bare)));
  const near = new Set(told.map((word) => word.stem));
  return new Set([...told.flatMap((word) => (word.isSmall ? [] : [word.stem])), ...topics.filter((topic) => topic.some((word) => near.has(word))).flat()]);
}

/** A word as it is compared with others. */
interface Word {
  readonly bare: string;
  readonly stem: string;
  readonly isSmall: boolean;
}

const words = new WeakMap<Sentence, readonly Word[]>();

/** The words of a sentence, made ready once for as long as it stands. */
function wordsOf(sentence: Sentence): readonly Word[] {
  let known = words.get(sentence);
  if (!known) words.set(sentence, (known = sentence.tokens.map(({ word }) => ({ bare: bare(word), stem: stem(word), isSmall: isSmall(bare(word)) }))));
  return known;
}

const smallWords = [adverbs, auxiliaries, openers, prepositions, pronounsF, pronounsM, pronounsThey, pronounsWe, pronounsWorker, pronounsYou, speechVerbs, wordList("everyday-words")];
const isSmall = (word: string): boolean => word.length < 3 || /^\d/.test(word) || relations.has(word) || smallWords.some((list) => list.has(word));

const bare = (word: string): string => word.replace(/'s$|'$/, "");
/** A word without its ending, to know it again in another form. */
const stem = (word: string): string => {
  const plain = present.get(bare(word)) ?? bare(word);
  return plain.length < 5 ? plain.replace(/(?<=\p{L}{3})s$/u, "") : plain.replace(/(?:ing|ings|ies|ied|ed|es|s|e|y)$/, "").replace(/([bdgklmnprt])\1$/, "$1");
};
const present: ReadonlyMap<string, string> = new Map(Object.entries({ drove: "drive", driven: "drive", fell: "fall", fallen: "fall", ran: "run", slept: "sleep", asleep: "sleep", broke: "break", broken: "break", bitten: "bit", bites: "bit", drank: "drink", drunk: "drink", stole: "steal", ate: "eat", threw: "throw", shook: "shake", burnt: "burn", fought: "fight" }));

const topics = [...wordList("risk-topics")].map((line) => line.split(" ").map(stem));
