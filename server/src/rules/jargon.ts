import { defineRule, type Draft } from "../engine/rule.ts";
import { isTeamWord, type Settings } from "../engine/settings.ts";
import { fitting, rewordings, shown } from "../engine/wording.ts";
import type { GuideView, JargonEntry } from "../lexicon/dictionary.ts";
import { foremost, hitsOf, type Hit } from "../lexicon/lexicon.ts";
import { sourceTitle } from "../lexicon/sources.ts";
import { bySection } from "../note/by-section.ts";
import type { Note } from "../note/note.ts";
import { labelsOf } from "../note/labels.ts";
import { inQuotation } from "../note/outline.ts";
import { groupBy } from "../text/group.ts";
import { moved } from "../text/moved.ts";

/** Words that a child or a parent would not use, by their sense (G15, R01, V40, V42). */
export const jargon = defineRule({
  id: "jargon",
  severity: "information",
  standards: ["G15", "R01", "V40", "V42"],
  summary: "A professional's word that a child or parent would not use",
  explain: "This is a word of our trade. The child whose record this is, and their parents, should be able to read it without asking. Often a plainer word says more: not “contact” but who saw whom, where and for how long.",
  leaves: ["ordinary senses: eye contact, an email attachment, a hall with a capacity of 60", "titles of documents and orders, names of tools", "words that are explained in the same sentence", "everybody's quoted words, headings and details"],
  poor: "Contact with Dad is every other Saturday and her siblings go too.\n",
  better: "She sees Dad every other Saturday and her brothers go too.\n",
  *check(note, { settings }) {
    const uses = usesIn(note, settings).flatMap(({ at, found }) => found.map(({ hit, plain }): Use => ({ hit: moved(hit, at), plain })));
    for (const [entry, [first, ...later]] of groupBy(uses, ({ hit }) => hit.entry)) yield draft(note, entry, first!, later);
  },
});

/** A word of the trade, where it stands, and the plainer words that fit there. */
interface Use {
  readonly hit: Hit<"jargon">;
  readonly plain: readonly string[];
}

const usesIn = bySection((note, settings: Settings): readonly Use[] => {
  const labels = labelsOf(note).filter(({ hit }) => !hit.entry.soft);
  return note.sentences.flatMap((sentence) => {
    const hits = hitsOf(note.hits(sentence), "jargon").filter((hit) => !inQuotation(note, hit) && !isTeamWord(settings, note.prose.slice(hit.start, hit.end), hit.entry.term) && !(hit.entry.disputed && settings.disputedTerms === "leave") && !isExplained(note, hit) && !labels.some((label) => label.sentence === sentence && label.hit.start <= hit.start && hit.end <= label.hit.end));
    return foremost(hits, ({ entry }) => entry.volume === "firm").map((hit) => ({ hit, plain: fitting(note, sentence, hit.entry.plain ?? []) }));
  });
});

function draft(note: Note, entry: JargonEntry, { hit: first, plain }: Use, later: readonly Use[]): Draft {
  const written = shown(note, first);
  const advice = plain.length ? ` Plainer: ${plain.slice(0, 3).map((word) => `“${word}”`).join(", ")}${entry.say ? `, or ${entry.say}` : ""}.` : entry.say ? ` You could ${entry.say}.` : "";
  return {
    span: first,
    subject: entry.term,
    word: written,
    ...(entry.volume === "soft" ? { severity: "hint" as const, from: "everything" as const } : {}),
    message: `“${written}” is not what a child or parent would say.${advice}${entry.disputed ? differing(entry.disputed) : ""}`,
    related: later.map(({ hit }) => ({ span: hit, message: `“${shown(note, hit)}” again` })),
    fixes: rewordings(note, first, plain),
  };
}

/** What each guide says, where they disagree. */
const differing = (views: readonly GuideView[]): string =>
  ` Guides differ on it: ${views.map(({ view, source }) => `${view} (${source.map((code) => sourceTitle(code)).find((title) => title !== undefined) ?? "practice"})`).join("; ")}.`;

/** "resilience (how she copes)", "threshold, which means …": explained where it stands. */
const isExplained = (note: Note, hit: Hit): boolean => /^\s*\((?!\p{Lu}\p{L}*\))[^)]*\s[^)]*\)|^,? (?:which|this|that) means\b|^,? (?:i\.e\.|in other words)/u.test(note.prose.slice(hit.end, hit.end + 120));
