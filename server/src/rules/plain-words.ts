import { defineRule, fix, replace } from "../engine/rule.ts";
import type { WordyEntry } from "../lexicon/dictionary.ts";
import { hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { inQuotation } from "../note/outline.ts";

/** A wordy or formal phrase with a plainer form (G15, S07). */
export const plainWords = defineRule({
  id: "plain-words",
  severity: "hint",
  standards: ["G15", "S07"],
  summary: "A wordy or formal phrase that has a plainer form",
  explain: "Short words are quicker to write, and a child can read them.",
  leaves: ["everybody's quoted words, headings, details, names and tables"],
  poor: "I rang to ascertain who was at home.\n",
  better: "I rang to find out who was at home.\n",
  *check(note) {
    const seen = new Map<WordyEntry, Hit<"wordy">[]>();
    for (const sentence of note.sentences) for (const hit of hitsOf(note.hits(sentence), "wordy")) if (!inQuotation(note, hit)) seen.set(hit.entry, [...(seen.get(hit.entry) ?? []), hit]);
    for (const [entry, [first, ...later]] of seen) {
      const written = note.text.slice(first!.start, first!.end);
      yield {
        span: first!,
        subject: entry.term,
        message: `“${written}” has a plainer form: “${entry.plain.join("” or “")}”.`,
        related: later.map((hit) => ({ span: hit, message: `“${note.text.slice(hit.start, hit.end)}” again` })),
        fixes: entry.plain.map((word) => fix(`Write “${word}”`, replace(first!, /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word))),
      };
    }
  },
});
