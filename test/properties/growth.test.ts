import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { read } from "../../server/src/check.ts";
import { runRules } from "../../server/src/engine/run.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { rules } from "../../server/src/rules/registry.ts";

// What a rule costs grows with the length of a note, and not with its square. Times are compared within one run; none is asked for in seconds.

const everything = { ...defaultSettings, volume: "everything" as const };
const details = "Children: Kai Morton (9), Mya Morton (2)\nDate of birth: 12/09/2015\nType of visit: Statutory visit\nDate of visit: 03/06/2025\nRecorded: 04/06/2025\nPresent: Kelly (mum)\nWorker: Sam Okoro\n\n";
const many = (count: number, write: (at: number) => string, join = "\n\n"): string => Array.from({ length: count }, (_, at) => write(at)).join(join);
const syllables = ["ka", "mi", "lo", "re", "tu", "da", "ne", "sho", "be", "vi"];
const name = (at: number): string => [at % 10, Math.floor(at / 10) % 10, Math.floor(at / 100) % 10].map((one) => syllables[one]!).join("").replace(/^./, (letter) => letter.toUpperCase());
const next = "## Next steps\n\n";

/** Notes that are long in one way. */
const notes: Readonly<Record<string, (count: number) => string>> = {
  "next steps": (count) => next + many(count, (at) => `- Sam to ring the school about Kai's reading by Friday ${(at % 28) + 1} June`, "\n"),
  "rows of next steps": (count) => `${next}| What | Who | By when |\n|---|---|---|\n${many(count, () => "| Ring the school about reading | Sam | Friday 6 June |", "\n")}`,
  "dates in one paragraph": (count) => many(count, (at) => `On ${(at % 28) + 1}/06/2025 we agreed and said that it was raised at the meeting on ${(at % 28) + 1} June`, " "),
  ages: (count) => many(count, () => "Kai is 9, Kai (9), 9-year-old Kai, born 1/2/2016", " "),
  "telephone numbers": (count) => many(count, (at) => `Kelly's new number is 07700 ${900_000 + at}.`),
  addresses: (count) => many(count, (at) => `Kelly lives at ${(at % 900) + 1} Albion Street, CV6 ${(at % 9) + 1}QT.`),
  "house numbers in one line": (count) => many(count, () => "at number 1", " "),
  names: (count) => many(count, (at) => `${name(at)} was at home and saw ${name(at + 5)} ${name(at + 7)}, 9, there.`),
  neighbours: (count) => many(count, () => "The neighbour, Mrs Green at number 14, rang us. Jayden Cole (9) is his friend from school. His nan has cancer."),
  risks: (count) => many(count, () => 'Kai said "Dad hit me with a belt". There is no stair gate. Mum was drunk.'),
  interpreters: (count) => many(count, () => "Mum speaks Polish and her English is limited. Kai's sister interpreted for her."),
};

const watched = ["action-incomplete", "personal-data", "date-mismatch", "name-mismatch", "risk-no-action", "strengths-missing", "communication-support", "visit-overdue", "recorded-late"].map((id) => rules.filter((rule) => rule.id === id));

/** Milliseconds for each rule on a note that nobody has asked before; the quickest of three. */
function costs(text: string): number[] {
  const rounds = Array.from({ length: 3 }, () => {
    const note = read(text);
    for (const sentence of note.sentences) note.hits(sentence);
    return watched.map((rule) => {
      const start = performance.now();
      expect(runRules(note, rule, everything).failed).toEqual([]);
      return performance.now() - start;
    });
  });
  return watched.map((_, at) => Math.min(...rounds.map((round) => round[at]!)));
}

/** Four times the length may take eight times as long; what takes no time to speak of tells nothing. */
const [longer, most, speakOf] = [4, 8, 8] as const;

test.each(Object.entries(notes))("%s: four times as many take about four times as long", { timeout: 120_000 }, (_, noteOf) => {
  costs(details + noteOf(20));
  const [short, long] = [costs(details + noteOf(200)), costs(details + noteOf(200 * longer))];
  const ratios = watched.map(([rule], at) => ({ rule: rule!.id, ratio: (long[at]! + speakOf) / (short[at]! + speakOf) }));
  expect(ratios.filter(({ ratio }) => ratio > most)).toEqual([]);
});
