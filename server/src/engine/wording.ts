import { partAt } from "../note/by-section.ts";
import type { Note, Sentence } from "../note/note.ts";
import { sentenceBeside, sentencesIn } from "../note/positions.ts";
import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./finding.ts";
import { fix, replace } from "./rule.ts";

/** True where the note holds just what is read there: no mark of bold, link or comment within. */
export const standsAsRead = (note: Note, { start, end }: Span): boolean => note.text.slice(start, end).replaceAll("’", "'") === note.prose.slice(start, end).replaceAll("’", "'");

/** What stands in a place, as a message shows it: on one line, without marks. */
export const shown = (note: Note, { start, end }: Span): string => (standsAsRead(note, { start, end }) ? note.text : note.prose).slice(start, end).replace(/\s+/g, " ");

/** A fix for each of the words that may take a place; none where marks stand within it, of which one would be lost. */
export const rewordings = (note: Note, place: Span, words: readonly string[]): Fix[] => (standsAsRead(note, place) ? words.map((word) => fix(`Write “${inPerfect(note, place.start, word)}”`, putInPlace(note, place, word))) : []);

/** The edit that puts other words in a place: with a capital where a sentence begins there, and with "a" or "an" before them as the new words ask. */
export function putInPlace(note: Note, place: Span, words: string): Edit {
  words = inPerfect(note, place.start, words);
  const text = beginsSentence(note, place.start) ? words[0]!.toUpperCase() + words.slice(1) : words;
  const article = /(?<![\p{L}'’-])(an?)\s+$/iu.exec(note.text.slice(Math.max(0, place.start - 12), place.start));
  if (!article) return replace(place, text);
  const wanted = /^(?:[aei]|o(?!ne\b|ne-)|u(?!ni|s[eua]|ti))/i.test(words) ? "an" : "a";
  const start = place.start - article[0].length;
  // "a family time" is no English: the article goes where the new words need none.
  if (/^(?:the|an?|his|her|their|our|your|my|some|what|how|who|when)\b/i.test(words)) return replace({ start, end: place.end }, beginsSentence(note, start) ? words[0]!.toUpperCase() + words.slice(1) : words);
  if (article[1]!.toLowerCase() === wanted) return replace(place, text);
  return replace({ start, end: place.end }, `${article[1]![0] === "A" ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted} ${text}`);
}

/** Past forms of verbs, with those that stand behind "has" and "was". */
export const participles: Readonly<Record<string, string>> = { ran: "run", went: "gone", began: "begun", showed: "shown", saw: "seen", took: "taken", gave: "given", did: "done", came: "come", wrote: "written", spoke: "spoken", drove: "driven", chose: "chosen", hid: "hidden", broke: "broken", ate: "eaten", woke: "woken", grew: "grown", knew: "known", threw: "thrown" };

/** "has absconded" is "has run away", not "has ran away". */
const inPerfect = (note: Note, at: number, words: string): string =>
  // Asked first, as it is soon answered: few words begin with such a form.
  Object.hasOwn(participles, /^\p{L}*/u.exec(words)![0].toLowerCase()) && /\b(?:has|have|had|having|been|be|is|was|were|are|being|'ve|'s|'d)\s+(?:(?:not|never|also|now|since|already|just|again|\p{L}+ly)\s+)*$/iu.test(note.prose.slice(Math.max(0, at - 40), at)) ? words.replace(/^\p{L}+/u, (word) => participles[word.toLowerCase()] ?? word) : words;

function beginsSentence(note: Note, at: number): boolean {
  const part = partAt(note, at);
  const start = at - part.at;
  return sentencesIn(part.note, { start, end: start + 1 }).some((sentence) => sentence.start === start) && /\p{Lu}/u.test(note.text[at] ?? "");
}

const hers = /\b(?:she|her|hers|herself)\b/i;
const his = /\b(?:he|him|his|himself)\b/i;

/** The plainer words that fit who is spoken of: where a sentence says only "she", nothing with "himself" is offered. */
export function fitting(note: Note, sentence: Sentence, plain: readonly string[]): readonly string[] {
  const near = [sentence, sentenceBeside(note, sentence, -1)].flatMap((one) => (one && one.section === sentence.section ? [note.prose.slice(one.start, one.end)] : []));
  const clear = near.find((text) => hers.test(text) !== his.test(text));
  if (clear === undefined) return plain;
  const other = hers.test(clear) ? his : hers;
  return plain.filter((words) => !other.test(words));
}
