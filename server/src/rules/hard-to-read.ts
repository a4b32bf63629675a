import { defineRule } from "../engine/rule.ts";
import { hitsOf, wordList } from "../lexicon/lexicon.ts";
import { ownSentences } from "../note/own-words.ts";
import { readingAge } from "../note/reading-age.ts";
import { isHardToRead, longWords, mayBeHard } from "../prose/readability.ts";
import { overlaps } from "../text/span.ts";

const familiar = wordList("familiar-long");

/** A sentence that several readability formulas put above the age of the child who may read it (V42, S08). */
export const hardToRead = defineRule({
  id: "hard-to-read",
  severity: "hint",
  scope: "section",
  style: true,
  standards: ["V42", "S08"],
  summary: "A sentence that a child would find hard to read",
  explain: `A record is written for the child as well as about them. This sentence holds several long words at once, and the formulas put it above the reading age that we hold the note to: the youngest child's age and three years, never under nine, and twelve where no age is told.

**retext-readability** does the counting, set with care. At least five of its seven formulas must agree; one of them, SMOG, can never vote at these ages. It counts an easy word only once, so each word is handed to it once. It takes an acronym for one syllable, so short forms and names are left out. And it calls almost every longer sentence hard for a nine-year-old, so it is asked only about sentences with at least three different words of three syllables or more that a child may not know; “yesterday”, “grandmother” and “hospital” are not among those (\`familiar-long\` in \`dictionaries/words.yml\`).`,
  leaves: ["a term of our trade and a label, which have findings of their own", "names, places and short forms", "everybody's quoted words, headings, details and tables", "long words that a child knows: yesterday, grandmother, paracetamol", "short notes and short sentences: plain is good"],
  poor: "The paradigm necessitates multi-systemic recalibration of parental reflective functioning.\n",
  better: "Mum and I will try new ways of talking at bedtime.\n",
  *check(note) {
    const age = readingAge(note);
    for (const { sentence, plain } of ownSentences(note)) {
      // Asked first, as it is soon answered: most sentences have few long words of any kind.
      if (!mayBeHard(plain)) continue;
      const hits = note.hits(sentence);
      const flagged = [...hitsOf(hits, "jargon").filter(({ entry }) => entry.volume === "firm"), ...hitsOf(hits, "label")];
      const written = plain.filter((word) => !flagged.some((hit) => overlaps(hit, word))).map(({ start, end }) => note.prose.slice(start, end));
      if (!note.recall(isHardToRead, `${age} ${written.join(" ")}`, () => isHardToRead(written, age, familiar))) continue;
      const long = [...new Set(longWords(written, familiar).map((word) => word.toLowerCase()))].slice(0, 4);
      yield { span: { start: sentence.start, end: sentence.end }, message: `Somebody of ${age} would find this hard to read. Shorter words or two sentences would help; the long ones here are ${long.map((word) => `“${word}”`).join(", ")}.` };
    }
  },
});
