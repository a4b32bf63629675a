import { defineRule } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Note, Quotation, Sentence } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";
import { sentenceBeside, sentencesIn } from "../note/positions.ts";
import { moved } from "../text/moved.ts";

/** A child's words, and nothing on how they were gained (G07). */
export const voiceMethodMissing = defineRule({
  id: "voice-method-missing",
  severity: "hint",
  standards: ["G07"],
  summary: "The note does not say how the child's words were gained",
  explain: "“I hate it” said over a board game is one thing, and in answer to a question in front of Dad another. A few words are enough: while we drew, in the car, with the feelings cards, through the interpreter.",
  leaves: ["any word of place, play, tool, question, text or interpreter"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai said “I hate it here”.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nWhile we played Uno Kai said “I hate it here”.\n",
  *check(note) {
    if (!isVisit(note)) return;
    const sections = gained(note);
    const first = sections.find(({ found }) => found.words);
    if (!first || sections.some(({ found }) => found.method)) return;
    yield { span: moved(first.found.words!, first.at), message: "How were these words gained? Say in a few words what you were doing, where, or with what: while we drew, in the car, with the feelings cards." };
  },
  *asks(note) {
    if (!isVisit(note)) return;
    const words = note.quotations.filter(({ speaker }) => speaker === "child");
    // Beside the words: in their sentence, or the one before.
    const beside = words.flatMap((place) => sentencesIn(note, place).slice(0, 1).flatMap((sentence) => [sentenceBeside(note, sentence, -1), sentence].filter((one) => one?.section === sentence.section && tellsMethod(note, one))));
    if (words.length) yield { title: "How the child's words were gained", met: [...beside.filter((one) => one !== undefined), ...words.filter(isOfSheet)] };
  },
});

/** The first words of a child in a section, and whether anything there tells how they were gained. */
const gained = bySection((part) => ({ words: part.quotations.find(({ speaker }) => speaker === "child"), method: part.quotations.some(isOfSheet) || part.sentences.some((sentence) => tellsMethod(part, sentence)) }));

/** Cells and speakers' labels tell by themselves how the words came. */
const isOfSheet = ({ form }: Quotation): boolean => form === "turn" || form === "cell";

const tellsMethod = (note: Note, { start, end }: Sentence): boolean => method.test(note.prose.slice(start, end));

const method = /\b(?:while|as we|when (?:i|we)|asked|ask|draw\w*|drew|paint\w*|colour\w*|play\w*|game|uno|lego|cards?|scale|three houses|worksheet|sheet|feelings|stickers?|puppets?|dolls?|sand|in (?:the|his|her|their) (?:car|garden|bedroom|room|kitchen|park|lounge|library|hall|office|living room|playground|hub|shed|van)|on the (?:walk|way|phone|sofa|swings?|bench|bus)|through the interpreter|interpreter|text\w*|wrote|letter|signed|makaton|tablet|symbols?|walked|baked|cooked|kicked|football|sat (?:on|in|by|at|with)|alone|on (?:his|her|their|your) own|by (?:him|her)self|one to one|talked (?:about|in|on|while)|told me (?:while|in|over)|read|looked at|showed)\b/i;
