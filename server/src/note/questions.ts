import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import type { Note, Person, Sentence } from "./note.ts";
import { quotationsIn, sentenceAt, sentencesIn } from "./positions.ts";

/** A question that the worker put, as the note records it. */
export interface WorkerQuestion extends Span {
  /** The question itself, with straight marks. */
  readonly words: string;
  readonly form: "words" | "turn" | "told";
  /** Whom it was put to, where the note tells. */
  readonly asked?: Person;
  readonly sentence: Sentence;
}

const askedIf = /\b(?:asked|asking|checked(?: with)?|enquired of|put it to|wondered with)\b/i;
/** "I said to him it was Dean who hit you wasn't it?": put to somebody without marks. */
const put = /^(?:then |so )?i (?:then |also )?(?:said|put it) to (?:him|her|them|\p{L}+)[,:]? (?=[^?]{5,}\?\s*$)/iu;
const opener = /^\s*(?:(?:me|us) )?(?:(?:[\p{L}']+ ){1,4}(?=if\b|whether\b))?(?:again |also |then |directly |straight out )?(?:if|whether|that|did|does|do|didn't|doesn't|don't|has|have|hasn't|haven't|had|hadn't|was|were|wasn't|weren't|is|are|isn't|aren't|could|would|will|should|can|why)\b/iu;

/** The worker's own questions: in quotation marks, in a transcript, and told ("I asked whether Dad had hurt her"). Headings, templates and other people's questions are none. */
export function workerQuestions(note: Note): WorkerQuestion[] {
  const questions: WorkerQuestion[] = [];
  for (const quotation of note.quotations) {
    if (quotation.speaker !== "worker") continue;
    const sentence = sentenceAt(note, quotation.start) ?? sentencesIn(note, quotation).find(({ start, end }) => quotation.start <= start && end <= quotation.end);
    if (!sentence) continue;
    const asked = quotation.form === "turn" ? undefined : addressee(note, sentence, quotation.start);
    questions.push({ start: quotation.start, end: quotation.end, words: plain(note, quotation.words), form: quotation.form === "turn" ? "turn" : "words", sentence, ...(asked ? { asked } : {}) });
  }
  for (const sentence of note.sentences) {
    const told = toldQuestion(note, sentence);
    if (told) questions.push(told);
  }
  return questions.sort((a, b) => a.start - b.start);
}

const plain = (note: Note, { start, end }: Span): string => note.prose.slice(start, end).replace(/\s+/g, " ").trim();

/** Whom a sentence says the worker asked. */
function addressee(note: Note, sentence: Sentence, before: number): Person | undefined {
  const verb = matchesIn(note.prose.slice(sentence.start, before), /\b(?:asked|said to|told|asking)\b/gi).at(-1);
  if (!verb) return undefined;
  const from = sentence.start + verb.index + verb[0].length;
  return sentence.mentions.find(({ start, end, role, person }) => start >= from && start <= from + 12 && end <= before && role !== "subject" && person && person.kind !== "worker")?.person;
}

function toldQuestion(note: Note, sentence: Sentence): WorkerQuestion | undefined {
  const text = note.prose.slice(sentence.start, sentence.end);
  const said = put.exec(text);
  if (said && !sentence.quotations.length && !/\bto (?:mum|dad|nan)\b/i.test(said[0])) {
    const object = sentence.mentions.find(({ start, end, role }) => role !== "subject" && start > sentence.start && end <= sentence.start + said[0].length);
    return { start: sentence.start, end: sentence.end, words: text.slice(said[0].length).trim(), form: "words", sentence, ...(object?.person ? { asked: object.person } : {}) };
  }
  const verb = askedIf.exec(text);
  if (!verb || quotationsIn(note, { start: sentence.start + verb.index, end: sentence.start + verb.index + 1 }).length) return undefined;
  const at = sentence.start + verb.index;
  const subject = sentence.mentions.findLast(({ end, role }) => end <= at && role === "subject");
  if (subject ? subject.person?.kind !== "worker" : !/^\s*(?:[\d.:]+ )?$/.test(text.slice(0, verb.index))) return undefined;
  const from = at + verb[0].length;
  const named = sentence.mentions.find(({ start }) => start >= from && start <= from + 2 && !/[.,;]/.test(note.prose.slice(from, start)));
  const object = named && (named.role !== "subject" || named.how === "name") ? named : undefined;
  // "I asked her did Tariq …": whoever stands behind the verb is asked, unless the question begins with them.
  const begins = object ? object.end : from;
  const rest = note.prose.slice(begins, sentence.end);
  if (!opener.test(rest.replace(/^\s*\([^)]*\)/, ""))) return undefined;
  if (/^\s*that\b/.test(rest) && !/put it to/i.test(verb[0])) return undefined;
  const end = answerAt(rest);
  if (quotationsIn(note, { start: begins, end: begins + Math.min(12, end) }).some((quotation) => quotation.start >= begins)) return undefined;
  return { start: subject?.start ?? sentence.start, end: begins + end, words: rest.slice(0, end).replace(/\s+/g, " ").trim(), form: "told", sentence, ...(object?.person ? { asked: object.person } : {}) };
}

/** Where the question ends and the answer begins ("… and he said", ", she nodded"). */
function answerAt(rest: string): number {
  const answer = /,? (?:and|but|so) (?:he|she|they|\p{Lu}[\p{L}-]+) (?:\p{L}+ly )?(?:said|told|nodded|shook|replied|answered|shrugged|went|did|didn't|looked|laughed|smiled|put|pulled|turned|was|just)\b/u.exec(rest);
  return answer ? answer.index : rest.replace(/[.?!]\s*$/, "").length;
}
