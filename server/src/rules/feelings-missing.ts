import { defineRule } from "../engine/rule.ts";
import type { Child, Note, Quotation } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";

/** A child's words under the heading for their view, and no feeling, wish or scale among them (V07). */
export const feelingsMissing = defineRule({
  id: "feelings-missing",
  severity: "hint",
  standards: ["V07"],
  summary: "The child's words tell what happened, and not how they feel about it",
  explain: "Children ask that we record how they feel about their situation, not only what has happened. A feeling, a wish, a number out of ten or a face card is enough.",
  leaves: ["any feeling, wish, scale or emoji in the child's words", "babies and children who do not speak"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\n## What is your view about what is happening for you?\n\nKai said “Lee came on Tuesday and Mum shut the door”.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\n## What is your view about what is happening for you?\n\nKai said “Lee came on Tuesday and I was scared”.\n",
  *check(note) {
    if (!isVisit(note)) return;
    for (const child of note.children) {
      const own = wordsInView(note, child);
      if (!own.length || own.every(({ form }) => form === "cell" || form === "signed") || own.some((words) => tellsFeeling(note, words))) continue;
      yield { span: own[0]!, subject: child.name, message: `These words tell what happened. Did ${child.name} say how it feels, or what they would like?` };
    }
  },
  *asks(note) {
    if (!isVisit(note)) return;
    const own = note.children.flatMap((child) => wordsInView(note, child));
    const met = own.filter((words) => tellsFeeling(note, words));
    if (met.length || own.some(({ form }) => form !== "cell" && form !== "signed")) yield { met };
  },
});

/** A child's words under the heading for their view. */
const wordsInView = (note: Note, child: Child): readonly Quotation[] => note.quotations.filter((quotation) => quotation.child === child && note.sections.some(({ role, span }) => role === "view" && span.start <= quotation.start && quotation.start < span.end));

const tellsFeeling = (note: Note, { words }: Quotation): boolean => feeling.test(note.prose.slice(words.start, words.end));

const feeling = /\b(?:feel\w*|felt|happy|sad|scared|scary|frightened|worried|worry|worries|angry|cross|mad|upset|lonely|bored|boring|excited|nervous|sick|fed up|tired|proud|safe|unsafe|calm|jealous|guilty|shy|embarrass\w*|confused|hate\w*|love\w*|lik(?:e|ed|es)|want\w*|wish\w*|hope\w*|miss(?:es|ed)?|need|prefer|rather|enjoy\w*|best|worst|good|nice|bad|horrible|great|ok|okay|fine|alright|funny|fun|better|worse|sorry|cry\w*|cried|laugh\w*|smil\w*|bothered|stress\w*|hurt\w*|care|dunno|can i|please|stop)\b|\d+ ?(?:\/|out of) ?\d+|\ba \d+\b|\p{Extended_Pictographic}/iu;
