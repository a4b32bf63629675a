import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import type { DictionaryName, Entry } from "../../server/src/lexicon/dictionary.ts";
import { entriesOf } from "../../server/src/lexicon/lexicon.ts";
import { communicationOf } from "../../server/src/note/communication.ts";
import { responsesOf } from "../../server/src/note/responses.ts";
import { risksOf } from "../../server/src/note/risks.ts";
import { strengthsOf } from "../../server/src/note/strengths.ts";
import { voices } from "../../server/src/note/voice.ts";
import { findsEntry, frame } from "../../server/src/trial.ts";
import { wholeEntries } from "./entries.ts";

// Every entry of the dictionaries may hold sentences in which it must be found (`flag`) and must not (`allow`).
// They are read as part of a small note about two children, as a practitioner would write it.

const found: { [Name in DictionaryName | "acronym"]?: (sentence: string, term: string) => boolean } = {
  jargon: (sentence, term) => findsEntry("jargon", term, sentence),
  acronym: (sentence, term) => findsEntry("acronym", term, sentence),
  risk: (sentence, term) => risksOf(checkNote(frame(sentence)).note).some(({ hits }) => hits.some(({ entry }) => entry.term === term)),
  interpretation: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule.startsWith("interpretation-")),
  // A child of the note is seen to do or be it, or is not heard and it says why.
  observation: (sentence, term) => {
    const { note } = checkNote(frame(sentence));
    const { aspect } = entriesOf("observation").find((entry) => entry.term === term)!;
    return voices(note).some(({ observed, reasons }) => (aspect === "none" ? reasons.length > 0 : observed.some(({ aspects }) => aspects.has(aspect))));
  },
  promise: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule === "promise"),
  label: (sentence, term) => findsEntry("label", term, sentence),
  opinion: (sentence, term) => findsEntry("opinion", term, sentence),
  hearsay: (sentence, term) => findsEntry("hearsay", term, sentence),
  decision: (sentence, term) => findsEntry("decision", term, sentence),
  // In a next step, the entry is known.
  action: (sentence, term) => {
    const { note } = checkNote(frame(`Next steps\n\n- ${sentence}`));
    return note.sentences.some((one) => note.hits(one).some(({ dictionary, entry }) => dictionary === "action" && entry.term === term));
  },
  wordy: (sentence, term) => findsEntry("wordy", term, sentence),
  response: (sentence, term) => responsesOf(checkNote(frame(sentence)).note).some(({ hit }) => hit.entry.term === term),
  communication: (sentence, term) => {
    const { needs, relatives } = communicationOf(checkNote(frame(sentence)).note);
    return entriesOf("communication").find((entry) => entry.term === term)!.kind === "relative" ? relatives.length > 0 : needs.length > 0;
  },
  strength: (sentence, term) => strengthsOf(checkNote(frame(sentence)).note).some(({ hits }) => hits.some(({ entry }) => entry.term === term)),
  confidential: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule === "personal-data"),
  professional: (sentence) => checkNote(frame(sentence)).findings.some(({ rule }) => rule === "interpretation-in-quote"),
};

const names = ["jargon", "risk", "interpretation", "professional", "observation", "promise", "label", "opinion", "hearsay", "decision", "action", "wordy", "response", "communication", "strength", "confidential", "acronym"] as const;
const lists: [DictionaryName | "acronym", readonly Entry[]][] = names.map((name) => [name, wholeEntries(name)]);

describe.each(lists)("%s", (name, entries) => {
  const has = found[name]!;
  const sentences = entries.flatMap((entry) => [...(entry.flag ?? []).map((sentence) => ["flags", entry.term, sentence] as const), ...(entry.allow ?? []).map((sentence) => ["allows", entry.term, sentence] as const)]);
  test("entries are there, each with a source or a sentence", () => {
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry.source ?? entry.flag ?? (entry as { senses?: unknown }).senses, entry.term).toBeDefined();
  });
  if (sentences.length) test.each(sentences)("%s “%s”: %s", (what, term, sentence) => expect(has(sentence, term)).toBe(what === "flags"));
});
