import { defineRule, field, fix, insert } from "../engine/rule.ts";
import type { Note, Sentence } from "../note/note.ts";
import { once } from "../note/once.ts";
import { quotationsIn } from "../note/positions.ts";
import { reason } from "../note/tick-boxes.ts";

/** A child declined, planned work did not happen, or nobody was in: why, and what next (G03, G09, P40). */
export const declinedWithoutReason = defineRule({
  id: "declined-without-reason",
  severity: "information",
  standards: ["G09", "G03", "P40"],
  summary: "Somebody declined, or planned work did not happen, and the note does not say why",
  explain: "When a child does not want to talk, or what was planned does not happen, the reason is part of what the child tells us. If nobody knows it, that too is worth a sentence, and so is when you will try again.",
  leaves: ["a reason in the sentence or the two behind it", "a next attempt"],
  poor: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai refused to do the worksheet. We had toast.\n",
  better: "Child: Kai (9)\nType of visit: Statutory visit\n\nKai did not want to do the worksheet because he had been writing all day. We had toast.\n",
  scope: "section",
  *check(note) {
    for (const { sentence, near } of declines(note)) {
      if (near.some((one) => given.test(textOf(note, one)) || isReason(note, one))) continue;
      if (sentence.quotations.length || near[1]?.quotations.some(({ speaker }) => speaker === "child")) continue;
      const stop = /[.!?]\s*$/.exec(textOf(note, sentence));
      yield {
        span: { start: sentence.start, end: sentence.end },
        message: "Why was that? Add the reason, or that it is not known, and when you will try again.",
        fixes: [fix("Add “because …”", insert(stop ? sentence.start + stop.index : sentence.end, ` because ${field("the reason")}`))],
      };
    }
  },
  *asks(note) {
    const all = declines(note);
    if (all.length) yield { met: all.every(({ near }) => near.some((one) => isReason(note, one))) ? all.flatMap(({ near }) => near.filter((one) => isReason(note, one)).slice(0, 1)) : [] };
  },
});

/** A sentence in which a child declines or what was planned does not happen, with it and the two behind it. */
interface Declined {
  readonly sentence: Sentence;
  readonly near: readonly Sentence[];
}

const declines = once((note): readonly Declined[] =>
  (note.kind === "meeting" ? [] : note.sentences).flatMap((sentence, index) => {
    if (sentence.section.role === "next" || sentence.section.role === "reflections") return [];
    const text = textOf(note, sentence);
    const found = may.test(text) && declined.exec(text);
    if (!found) return [];
    const at = sentence.start + found.index;
    if (quotationsIn(note, { start: at, end: at + 1 }).length) return [];
    const subject = sentence.mentions.findLast(({ end, role }) => end <= at + 1 && role === "subject");
    if (!planned.test(found[0]) && !(subject?.children.length || (!subject && note.children.some(({ person }) => person === sentence.about)))) return [];
    return [{ sentence, near: note.sentences.slice(index, index + 3).filter(({ section }) => section === sentence.section) }];
  }),
);

const textOf = (note: Note, { start, end }: Sentence): string => note.prose.slice(start, end);
const isReason = (note: Note, sentence: Sentence): boolean => reason.test(textOf(note, sentence).toLowerCase());

const declined = /\b(?:refused|declined)\b(?! (?:permission|consent|nothing))|\b(?:did not|didn't|would not|wouldn't) (?:talk|speak|take part|join in)\b|\b(?:chose not to|(?:did not|didn't) feel like (?:it|talking|doing|drawing|playing)|turned (?:it|this|that|them|the \p{L}+) down|turned down)\b|\b(?:did not|didn't|would not|wouldn't) (?:want to|wish to) (?:talk|speak|say|do|draw|take part|join|see me|come|engage|answer|be seen)|\b(?:we did not|we didn't|did not get to|didn't get to|ran out of time|had planned to|was planned but|(?:did not|didn't) take place|(?:was|were) not (?:completed|finished|possible)|(?:we|i) (?:were|was) (?:unable|not able) to (?:finish|complete|do))\b/iu;
/** What each of these holds: asked first, as it is soon answered. */
const may = /refused|declined|not|n't|turned|ran out|planned|unable/iu;
const planned = /^(?:we|did not get|didn't get|ran|had planned|was planned|i |(?:did not|didn't) take place|(?:was|were) not)/i;
const given = /\b(?:because|as (?:he|she|they|it|we|i|the|mum|dad)|cos|so that|due to|since|told me|said|says|asked (?:for|to|if)|wanted|preferred|tired|upset|poorly|busy|next time|will try|try again|i will|we will|another day|tomorrow|next (?:week|visit)|instead|did not say why|didn't say why|not know why)\b|[“"–—:]/i;
