import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import type { DictionaryName, Entry } from "../../server/src/lexicon/dictionary.ts";
import { coreLexicon, entriesOf, hitsOf } from "../../server/src/lexicon/lexicon.ts";
import { risksOf } from "../../server/src/note/risks.ts";
import { voices } from "../../server/src/note/voice.ts";
import { overlaps } from "../../server/src/text/span.ts";

const { acronyms } = coreLexicon;


// Every entry of the dictionaries may hold sentences in which it must be found (`flag`) and must not (`allow`).
// They are read as part of a small note about two children, as a practitioner would write it.

const frame = (sentence: string): string => `Children: Kai (9), Mya (2), Kian (8), Tyler (13), Ellie (14), Alfie (6), Noah (1)\nType of contact: Case note\nPresent: Kelly (mum), Lee (mum's ex-partner), Craig (dad), Donna (aunt), Bev (foster carer)\nWorker: Sam Okoro\n\n${sentence}\n`;
const everything = { ...defaultSettings, volume: "everything" as const };

/** The rule finds something in the sentence: whether an entry fits is decided with who says it, and of whom. */
const ofRule = (rule: string) => (sentence: string): boolean => checkNote(frame(sentence), everything).findings.some((finding) => finding.rule === rule);

const found: { [Name in DictionaryName | "acronym"]?: (sentence: string, term: string) => boolean } = {
  // Where two entries meet, the longer one speaks: what counts is that the words are flagged.
  jargon: (sentence, term) => {
    const { note, findings } = checkNote(frame(sentence), everything);
    const hits = note.sentences.flatMap((one) => hitsOf(note.hits(one), "jargon")).filter(({ entry }) => entry.term === term);
    return findings.some(({ rule, span, related }) => rule === "jargon" && hits.some((hit) => [span, ...related.map((other) => other.span)].some((place) => overlaps(place, hit))));
  },
  acronym: (sentence, term) => checkNote(frame(sentence), everything).findings.some(({ rule, subject }) => rule === "acronym" && subject === term),
  risk: (sentence, term) => risksOf(checkNote(frame(sentence)).note).some(({ hits }) => hits.some(({ entry }) => entry.term === term)),
  interpretation: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule.startsWith("interpretation-")),
  // A child of the note is seen to do or be it, or is not heard and it says why.
  observation: (sentence, term) => {
    const { note } = checkNote(frame(sentence));
    const { aspect } = entriesOf("observation").find((entry) => entry.term === term)!;
    return voices(note).some(({ observed, reasons }) => (aspect === "none" ? reasons.length > 0 : observed.some(({ aspects }) => aspects.has(aspect))));
  },
  promise: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule === "promise"),
  label: ofRule("judgemental-language"),
  opinion: ofRule("opinion-as-fact"),
  hearsay: ofRule("unsourced-statement"),
  decision: ofRule("decision-without-reason"),
  wordy: ofRule("plain-words"),
  professional: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule === "interpretation-in-quote"),
};

const lists: [DictionaryName | "acronym", readonly Entry[]][] = [
  ["jargon", entriesOf("jargon")],
  ["risk", entriesOf("risk")],
  ["interpretation", entriesOf("interpretation")],
  ["professional", entriesOf("professional")],
  ["observation", entriesOf("observation")],
  ["promise", entriesOf("promise")],
  ["label", entriesOf("label")],
  ["opinion", entriesOf("opinion")],
  ["hearsay", entriesOf("hearsay")],
  ["decision", entriesOf("decision")],
  ["wordy", entriesOf("wordy")],
  ["acronym", acronyms as unknown as readonly Entry[]],
];

describe.each(lists)("%s", (name, entries) => {
  const has = found[name]!;
  const sentences = entries.flatMap((entry) => [...(entry.flag ?? []).map((sentence) => ["flags", entry.term, sentence] as const), ...(entry.allow ?? []).map((sentence) => ["allows", entry.term, sentence] as const)]);
  test("entries are there, each with a source or a sentence", () => {
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry.source ?? entry.flag ?? (entry as { senses?: unknown }).senses, entry.term).toBeDefined();
  });
  if (sentences.length) test.each(sentences)("%s “%s”: %s", (what, term, sentence) => expect(has(sentence, term)).toBe(what === "flags"));
});
