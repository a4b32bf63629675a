import { defineRule, fix, replace, type Draft } from "../engine/rule.ts";
import { isTeamWord } from "../engine/settings.ts";
import { rewordings, shown, standsAsRead } from "../engine/wording.ts";
import { foremost, hitsOf } from "../lexicon/lexicon.ts";
import type { Note } from "../note/note.ts";
import { ownSentences } from "../note/own-words.ts";
import { wordyPhrases } from "../prose/wordiness.ts";
import { overlaps, type Span } from "../text/span.ts";

/** A wordy or formal phrase with a plainer form (G15, S07). */
export const plainWords = defineRule({
  id: "plain-words",
  severity: "hint",
  scope: "section",
  style: true,
  standards: ["G15", "S07"],
  summary: "A wordy or formal phrase that has a plainer form",
  explain: `Short words are quicker to write and easier to read. At 18 nobody should need to look up “ascertain” to read about their own childhood.

The words come from three places: our own list of what practitioners write (\`dictionaries/terms/wordy.yml\`, with forms such as “utilised” and British spellings), **retext-simplify** and **write-good**. Of the two libraries only what \`dictionaries/plain-words.yml\` names is used: about a third of retext-simplify's phrases, and of write-good the wordy phrases, the clichés and words typed twice. Much of the rest is noise in a case note, where “address”, “contains”, “provide” and “it is” are ordinary, and so are adverbs, the passive and “there is”.`,
  leaves: ["everybody's quoted words, headings, details and tables", "ordinary words that the libraries flag: address, provide, require, maintain, currently, however", "a word that a term of our trade or a label holds already"],
  poor: "I rang to ascertain who was at home.\n",
  better: "I rang to find out who was at home.\n",
  *check(note, { settings }) {
    const first = new Map<string, Draft & { readonly related: { span: Span; message: string }[] }>();
    for (const { phrase, span, advice, plain, omit } of wordyIn(note)) {
      const key = phrase.toLowerCase();
      const known = first.get(key);
      const written = shown(note, span);
      if (isTeamWord(settings, written, phrase)) continue;
      if (known) known.related.push({ span, message: `“${written}” again` });
      else first.set(key, { related: [], span, subject: phrase, ...(omit ? {} : { word: written }), message: advice(written), fixes: !omit ? rewordings(note, span, plain) : standsAsRead(note, span) ? [fix("Take out the second", replace(span, ""))] : [] });
    }
    yield* first.values();
  },
});

interface Wordy {
  readonly phrase: string;
  readonly span: Span;
  readonly plain: readonly string[];
  readonly advice: (written: string) => string;
  /** A word typed twice: the second goes. */
  readonly omit: boolean;
}

/** Our own entries first; what the libraries say where ours are silent. */
function wordyIn(note: Note): Wordy[] {
  return ownSentences(note).flatMap(({ sentence, text, plain }) => {
    const own = hitsOf(note.hits(sentence), "wordy").filter((hit) => !/_/.test(text.slice(hit.start - sentence.start, hit.end - sentence.start)));
    const words = plain.map(({ word }) => word);
    const theirs = note.recall(wordyPhrases, `${text}\0${words.join(" ")}`, () => wordyPhrases(text, words)).map((one) => ({ ...one, start: sentence.start + one.start, end: sentence.start + one.end }));
    const better = (simpler: readonly string[], what: string) => (written: string) => (simpler.length ? `“${written}” has a plainer form: ${simpler.map((word) => `“${word}”`).join(" or ")}.` : `“${written}” ${what}.`);
    return [
      ...foremost(own, () => true).map(({ entry, start, end }): Wordy => ({ phrase: entry.term, span: { start, end }, plain: entry.plain, omit: false, advice: better(entry.plain, `is formal: ${entry.say ?? "say it plainly"}`) })),
      ...theirs.filter((one) => !own.some((hit) => overlaps(hit, one))).map(({ phrase, start, end, kind, plain: simpler }): Wordy => ({ phrase, span: { start, end }, plain: simpler, omit: kind === "repeated", advice: kind === "repeated" ? () => `“${phrase}” stands here twice.` : better(simpler, kind === "worn" ? "is a worn phrase: say what happened" : "can be left out") })),
    ].sort((a, b) => a.span.start - b.span.start);
  });
}
