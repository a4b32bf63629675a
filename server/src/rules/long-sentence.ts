import { defineRule } from "../engine/rule.ts";
import { ownSentences } from "../note/own-words.ts";
import type { Block } from "../note/note.ts";

/** The most of the worker's own words that a sentence, and a paragraph, hold with ease (S07, "succinct"). */
const longestSentence = 30;
const longestParagraph = 120;
/** A few words over is for those who ask to see everything: most such sentences read well (measured on 68,000 words of notes). */
const wellOver = { sentence: 34, paragraph: 126 };

/** A sentence of over thirty of the worker's own words, or a paragraph of over a hundred and twenty (S07). */
export const longSentence = defineRule({
  id: "long-sentence",
  severity: "hint",
  scope: "section",
  style: true,
  standards: ["S07"],
  summary: "A sentence of over 30 words, or a paragraph of over 120",
  explain: "A long sentence is hard to follow when it is read aloud, and a long paragraph hides what matters. Two sentences, or a list, often say it better. A sentence of up to 34 words, or a paragraph of up to 126, is pointed out only where everything is shown.",
  leaves: ["quoted words, which do not count", "list items, which count each by itself", "headings, details and tables"],
  poor: "I went to the flat at four and Mum let me in and we sat in the front room for a while with the telly on and then Kai came home from school with his bag and his coat and went straight up to his room.\n",
  better: "I went to the flat at four. Mum let me in and we sat in the front room. When Kai came home from school he went straight up to his room.\n",
  *check(note) {
    const paragraphs = new Map<Block, number>();
    const long = new Set<Block>();
    for (const { sentence, words } of ownSentences(note)) {
      if (sentence.block.kind === "paragraph") paragraphs.set(sentence.block, (paragraphs.get(sentence.block) ?? 0) + words.length);
      if (words.length <= longestSentence) continue;
      long.add(sentence.block);
      yield { span: { start: sentence.start, end: sentence.end }, message: `This sentence has ${words.length} words of your own; up to ${longestSentence} is easier to follow. Could it be two?`, ...(words.length > wellOver.sentence ? {} : { from: "everything" as const }) };
    }
    for (const [block, count] of paragraphs)
      if (count > longestParagraph && !long.has(block)) yield { span: block.span, message: `This paragraph has ${count} words of your own; up to ${longestParagraph} is easier to follow. Could it be two, or a list?`, ...(count > wellOver.paragraph ? {} : { from: "everything" as const }) };
  },
});
