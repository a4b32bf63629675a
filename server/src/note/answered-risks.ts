import { wordList } from "../lexicon/lexicon.ts";
import type { Note, Sentence } from "./note.ts";
import { outsideQuotations } from "./outline.ts";
import { responsesOf, type Response } from "./responses.ts";
import type { RiskStatement } from "./risks.ts";
import { adverbs, auxiliaries, openers, prepositions, pronounsF, pronounsM, pronounsThey, pronounsWe, pronounsWorker, pronounsYou, relations, speechVerbs } from "./words.ts";

/** True where the note says, of any of its risks, who was told or what was done or will be. */
export function isAnswered(note: Note, risks: readonly RiskStatement[]): boolean {
  if (note.details.some(({ key, value }) => key === "type" && calledForRisk.test(value))) return true;
  const first = risks[0]!.sentence;
  const subjects = themes(note, risks);
  const involved = new Set(risks.flatMap(({ sentence: { mentions } }) => mentions.flatMap(({ person, children }) => (person && !children.length && person.kind !== "worker" ? [person] : []))));
  const answers = ({ sentence, hit }: Response): boolean => {
    if (hit.entry.kind === "safeguarding") return true;
    if (sharesTheme(note, sentence, subjects) && (hit.entry.kind === "telling" || sentence.start >= first.start)) return true;
    if (hit.entry.kind === "act") return false;
    const text = outsideQuotations(note, sentence);
    const tellsInvolved = sentence.section.role === "next" && sentence.mentions.some(({ person, start, end }) => person !== undefined && involved.has(person) && start < hit.end && hit.start < end);
    return pointing.test(text) || tellsInvolved || (sentence.start > first.start && !purpose.test(text.slice(hit.end - sentence.start)));
  };
  return responsesOf(note).some(answers) || note.sentences.some((sentence) => isAction(note, sentence) && sharesTheme(note, sentence, subjects));
}

/** A meeting that is itself what was done. */
const calledForRisk = /\bstrategy\b|\bsection 47\b|\bs\.?47\b|\bchild protection conference\b|\bcase conference\b|\blegal (?:planning|gateway)\b/i;

/** What the telling was about: where it names something else, it was about that. */
const purpose = /^[^.;]*?\b(?:about|re|regarding|to (?:ask|check|find|arrange|book|say|let|discuss|see|tell|confirm|thank)|that|how|what|whether|if|for|why|when|,)\s+(?!(?:this|it|these|that)\b)\p{L}+/iu;

/** Words of care for a child's safety: whatever the risk, they are about it. */
const safety = /\b(?:worr(?:y|ied|ies|ying)|concern(?:s|ed|ing)?|risks?|safe|safer|unsafe|safety|safeguard\w*|harm\w*|protect\w*|danger\w*|supervis\w*|alleg\w*|disclos\w*|injur\w*|incident)\b/i;

/** It points back at what has been told. */
const pointing = /\bwhat (?:had |has )?(?:\p{L}+ )?(?:had |has |have )?(?:happened|said|told|seen|saw|found|shared|heard)\b|\b(?:about|of) (?:this|it|that|last night|yesterday|the weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** An action among the next steps: of anybody but the child, and no wish or question. */
const isAction = (note: Note, sentence: Sentence): boolean =>
  sentence.section.role === "next" &&
  !sentence.quotations.length &&
  !/\?\s*$/.test(note.prose.slice(sentence.start, sentence.end)) &&
  !sentence.mentions.some(({ role, children, start }) => role === "subject" && children.length > 0 && start - sentence.start < 4 && /\b(?:want|wants|would like|wishes|said|thinks|hopes)\b/i.test(note.prose.slice(start, sentence.end)));

const sharesTheme = (note: Note, sentence: Sentence, subjects: ReadonlySet<string>): boolean => safety.test(outsideQuotations(note, sentence)) || sentence.tokens.some(({ word }) => subjects.has(stem(word)));

/** What the risks are about: their words, without names and the small and everyday words of English. */
function themes(note: Note, risks: readonly RiskStatement[]): ReadonlySet<string> {
  const names = new Set(note.people.filter(({ kind }) => kind !== "other").flatMap(({ forms }) => forms.flat()));
  return new Set(risks.flatMap(({ sentence }) => sentence.tokens.map(({ word }) => word).filter((word) => !isSmall(word) && !names.has(bare(word))).map(stem)));
}

const smallWords = [adverbs, auxiliaries, openers, prepositions, pronounsF, pronounsM, pronounsThey, pronounsWe, pronounsWorker, pronounsYou, speechVerbs, wordList("everyday-words")];
const isSmall = (word: string): boolean => word.length < 3 || /^\d/.test(word) || relations.has(bare(word)) || smallWords.some((list) => list.has(word));

const bare = (word: string): string => word.replace(/'s$|'$/, "");
/** Enough of a word to know it again in another form. */
const stem = (word: string): string => (present[bare(word)] ?? bare(word)).slice(0, 5).replace(/[ey]$/, "");
const present: Readonly<Record<string, string>> = { drove: "drive", driven: "drive", fell: "fall", fallen: "fall", ran: "run", running: "run", slept: "sleep", broke: "break", broken: "break", bitten: "bit", biting: "bit", bites: "bit", drank: "drink", drunk: "drink", stole: "steal", ate: "eat", threw: "throw", shook: "shake", hitting: "hit", cutting: "cut", slapping: "slap", burnt: "burn", fought: "fight" };
