import { defineRule } from "../engine/rule.ts";
import { bySection } from "../note/by-section.ts";
import type { Note, Quotation } from "../note/note.ts";
import { isVisit } from "../note/outline.ts";
import { moved } from "../text/moved.ts";
import type { Span } from "../text/span.ts";

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
      const own = wordsInView(note).filter((one) => one.child === child);
      if (!own.length || own.every(({ form }) => form === "cell" || form === "signed") || own.some(({ feels }) => feels)) continue;
      yield { span: own[0]!, subject: child.name, message: `These words tell what happened. Did ${child.name} say how it feels, or what they would like?` };
    }
  },
  *asks(note) {
    if (!isVisit(note)) return;
    const own = wordsInView(note);
    const met = own.filter(({ feels }) => feels);
    if (met.length || own.some(({ form }) => form !== "cell" && form !== "signed")) yield { met };
  },
});

/** A child's words under the heading for their view. */
interface ViewWords extends Span, Pick<Quotation, "child" | "form"> {
  /** They tell how something feels, or what the child would like. */
  readonly feels: boolean;
}

const wordsInView = (note: Note): readonly ViewWords[] => viewIn(note).flatMap(({ at, found }) => found.map((words) => moved(words, at)));

const viewIn = bySection((part): readonly ViewWords[] =>
  part.sections[0]!.role === "view" ? part.quotations.filter(({ child }) => child).map(({ start, end, child, form, words }) => ({ start, end, child: child!, form, feels: feeling.test(part.prose.slice(words.start, words.end)) })) : [],
);

const feeling = /\b(?:feel\w*|felt|happy|sad|scared|scary|frightened|worried|worry|worries|angry|cross|mad|upset|lonely|bored|boring|excited|nervous|sick|fed up|tired|proud|safe|unsafe|calm|jealous|guilty|shy|embarrass\w*|confused|hate\w*|love\w*|lik(?:e|ed|es)|want\w*|wish\w*|hope\w*|miss(?:es|ed)?|need|prefer|rather|enjoy\w*|best|worst|good|nice|bad|horrible|great|ok|okay|fine|alright|funny|fun|better|worse|sorry|cry\w*|cried|laugh\w*|smil\w*|bothered|stress\w*|hurt\w*|care|dunno|can i|please|stop)\b|\d+ ?(?:\/|out of) ?\d+|\ba \d+\b|\p{Extended_Pictographic}/iu;
