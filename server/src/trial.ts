import { checkNote } from "./check.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import { packLists, type Pack } from "./lexicon/pack.ts";
import type { DictionaryName } from "./lexicon/dictionary.ts";
import { overlaps } from "./text/span.ts";

/** A sentence that an entry of a word list gives, and whether it is found there as it should be. */
export interface Trial {
  readonly list: string;
  readonly term: string;
  readonly sentence: string;
  /** flag: it must be found; allow: it must not. */
  readonly wanted: "flag" | "allow";
  readonly found: boolean;
}

/** A sentence as part of a small note about two families' children, as a practitioner would write it. */
export const frame = (sentence: string): string => `Children: Kai (9), Mya (2), Kian (8), Tyler (13), Ellie (14), Alfie (6), Noah (1)\nType of contact: Case note\nPresent: Kelly (mum), Lee (mum's ex-partner), Craig (dad), Donna (aunt), Bev (foster carer)\nWorker: Sam Okoro\n\n${sentence}\n`;

/** The rule that speaks for a list. */
const ruleOf: Readonly<Partial<Record<DictionaryName | "acronym", string>>> = { acronym: "acronym", jargon: "jargon", label: "judgemental-language", opinion: "opinion-as-fact", hearsay: "unsourced-statement", decision: "decision-without-reason", wordy: "plain-words" };

/**
 * True where the rule of a dictionary finds the entry of that name in a sentence. Where two entries meet and the longer one
 * speaks, the words are found all the same.
 */
export function findsEntry(dictionary: DictionaryName | "acronym", term: string, sentence: string, settings: Settings = defaultSettings): boolean {
  const { note, findings } = checkNote(frame(sentence), { ...settings, volume: "everything" });
  const ours = findings.filter(({ rule }) => rule === ruleOf[dictionary]);
  if (dictionary === "acronym") return ours.some(({ subject }) => subject === term);
  const hits = note.sentences.flatMap((one) => note.hits(one)).filter((hit) => hit.dictionary === dictionary && hit.entry.term === term);
  return ours.some(({ span, related }) => [span, ...related.map((other) => other.span)].some((place) => hits.some((hit) => overlaps(place, hit))));
}

/** Tries every sentence of a team's word list. */
export function tryPack(pack: Pack): Trial[] {
  const settings = { ...defaultSettings, packs: [pack], words: pack.leave };
  return Object.entries(packLists).flatMap(([list, { dictionary }]) =>
    (dictionary === "acronym" ? pack.acronyms : (pack.entries[dictionary] ?? [])).flatMap(({ term, flag = [], allow = [] }) =>
      [...flag.map((sentence) => ["flag", sentence] as const), ...allow.map((sentence) => ["allow", sentence] as const)].map(([wanted, sentence]) => ({ list, term, sentence, wanted, found: findsEntry(dictionary, term, sentence, settings) })),
    ),
  );
}
