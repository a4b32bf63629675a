import { pattern } from "../text/pattern.ts";
import { bySection } from "./by-section.ts";
import type { Detail, Note, Sentence } from "./note.ts";
import { once } from "./once.ts";
import { outsideQuotations } from "./outline.ts";
import { sentenceAt } from "./positions.ts";

/** Where a child was seen at school: the detail or the sentence that says so, and whether the child chose it. */
export interface SeenAtSchool {
  readonly at: Detail | Sentence;
  readonly chosen: boolean;
}

const kinds = "(?:(?:primary|infant|junior|secondary|special|high|upper|middle|first|nursery|boarding|residential|church|grammar|all through|through|pre)[ -])*(?:school|academy|nursery|pre-?school|college|infants|juniors|kindergarten|playgroup|sixth form|pupil referral unit|PRU|alternative provision)";
/** A school by its kind; not the street, the house or the hour that is called after one. */
const school = pattern(`\\b${kinds}\\b(?![ -](?:lane|road|street|house|cottages?|close|hill|terrace|avenue|drive|row|place|walk|gardens|field|fields|holidays?|run|bus|uniform|age|day|hours)\\b)`, "i");
const elsewhere = /\b(?:after|before|from|outside|near|opposite|behind|beside|next to|old|former|sunday|by the|way to|walk(?:ing)? to|drive to|in) (?:his |her |their |the |a )?(?:[\p{L}'’-]+ ){0,2}$/iu;
const home = /^\W*(?:at )?(?:the )?(?:family |child'?s |own |foster |mum'?s |dad'?s |nan'?s |grandparents'? |kinship )*home\b/i;
const choice = /\b(?:chose|chosen|choice|asked (?:for this|to be seen|to meet|me to|if we could|for it)|asked to (?:be seen|meet)|wanted (?:to (?:be seen|meet)|me to|it)|wished|prefers?|preferred|wish(?:es)?|at (?:his|her|their|\p{Lu}[\p{L}]+['’]s) (?:own )?request|requested|likes? to (?:be seen|meet))\b/iu;
const seen = /\b(?:saw|seen|visited|met|see|visit(?:ed)? (?:to|with))\b(?:(?!\bnot\b)[^.;])*?\b(?:at|in) (?:his |her |their |the )?(?:[\p{L}'’-]+ ){0,3}$/iu;

/** The place of the visit, where it is a school, a nursery, a college or a pupil referral unit. From the details; where they name no place, from the prose. */
export const seenAtSchool = once((note): SeenAtSchool | undefined => {
  const places = note.details.filter(({ key, value }) => key === "place" && value.trim());
  for (const at of places) if (isSchool(at.value) && !home.test(at.value)) return { at, chosen: choice.test(at.value) || choseSchool(note) };
  if (places.length) return undefined;
  const type = note.details.find(({ key, value }) => key === "type" && isSchool(value));
  if (type) return { at: type, chosen: choseSchool(note) };
  const told = toldAtSchool(note).find(({ found }) => found !== undefined);
  const at = told && sentenceAt(note, told.at + told.found!.start);
  return at && { at, chosen: choseSchool(note) };
});

/** Where a section tells that a child was seen at school. */
const toldAtSchool = bySection((note): Sentence | undefined =>
  note.sentences.find((sentence) => {
    if (sentence.section.role === "next" || sentence.section.role === "reflections") return false;
    const text = outsideQuotations(note, sentence);
    const found = school.exec(text);
    return found !== null && seen.test(text.slice(0, found.index)) && sentence.mentions.some(({ children }) => children.length > 0) && /\b(?:I|we)\b|\bwas seen\b|\bwere seen\b|^\W*(?:Saw|Seen|Met|Visited)\b/.test(text);
  }),
);

const choices = bySection((note) => note.sentences.some((sentence) => tellsChoice(note, sentence)));
const choseSchool = (note: Note): boolean => choices(note).some(({ found }) => found);

const isSchool = (text: string): boolean => {
  const found = school.exec(text);
  return found !== null && !elsewhere.test(text.slice(0, found.index));
};

/** "Kai asked me to come to school": a child's own wish to be seen there. */
function tellsChoice(note: Note, sentence: Sentence): boolean {
  const text = note.prose.slice(sentence.start, sentence.end);
  const found = school.exec(text) ?? /\bhere\b/i.exec(text);
  if (!found || !choice.test(text) || !/\b(?:seen|see|meet|met|visit|come|came|talk|here)\b/i.test(text)) return false;
  return sentence.mentions.some(({ children, role }) => children.length > 0 && role === "subject");
}
