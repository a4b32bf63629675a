import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { proposalsAt } from "../../server/src/completion/complete.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { foldsOf } from "../../server/src/lsp/folding.ts";
import { outlineOf } from "../../server/src/lsp/symbols.ts";
import { pointsOf } from "../../server/src/points.ts";
import { recordOf } from "../../server/src/record/record.ts";
import { rules } from "../../server/src/rules/registry.ts";

// Whatever the length, a text is read without a fault, and twice the text takes about twice the time. Times are compared within one run; none is asked for in seconds.

const everything = { ...defaultSettings, volume: "everything" as const };
const ruleIds = rules.map(({ id }) => id);
const head = "Child: Kai Morton (9)\nPresent: Kelly (mum), Sam Okoro (social worker)\nType of visit: Statutory visit\n\n## What we did\n\n";
const many = (count: number, write: (at: number) => string, join = "\n"): string => Array.from({ length: count }, (_, at) => write(at)).join(join);
const spoken = "Kai played with Mum and he told her that his nan was upset at school because the dog ran off into the big garden after lunch".split(" ");
const words = (count: number, stopAfter = Infinity): string => many(count, (at) => `${spoken[at % spoken.length]!}${at % stopAfter === stopAfter - 1 ? "." : ""}`, " ");

/** Texts that are long in one way, by how many of something they hold. */
const long: Readonly<Record<string, { readonly count: number; readonly write: (count: number) => string }>> = {
  "one sentence": { count: 4_000, write: (count) => words(count) },
  "one paragraph": { count: 4_000, write: (count) => words(count, 12) },
  "rows of a table": { count: 500, write: (count) => `| Who | What | When |\n|---|---|---|\n${many(count, (at) => `| Sam | Kai will visit his nan ${at} | 3 May 2025 |`)}` },
  "columns of a table": { count: 250, write: (count) => `|${" a |".repeat(count)}\n|${"-|".repeat(count)}\n|${" Kai was in |".repeat(count)}` },
  "items of a list": { count: 750, write: (count) => many(count, (at) => `- Kai went to the park with Mum ${at}.`) },
  "next steps": { count: 500, write: (count) => `## Next steps\n\n${many(count, (at) => `- Sam will ring Mum about school ${at}.`)}` },
  quotations: { count: 750, write: (count) => many(count, (at) => `Kai said “I like the dog ${at}”.`, "\n\n") },
  headings: { count: 750, write: (count) => many(count, (at) => `## Part ${at}\n\nKai was in.\n`) },
  "lines of one word": { count: 3_000, write: (count) => many(count, () => "word") },
  "paragraphs with quotation marks": { count: 16, write: (count) => many(count, () => '"a '.repeat(500), "\n\n") },
  "one line": { count: 30_000, write: (count) => "x".repeat(count) },
  "spaces": { count: 30_000, write: (count) => `Kai${" ".repeat(count)}was in.` },
  "comments of ours": { count: 500, write: (count) => many(count, (at) => `The LAC review ${at}. <!-- case-recording-disable-line acronym -->`) },
};

/** Reads a text, and asks of it all that the editor asks. */
function readAll(text: string): void {
  const report = checkNote(text, everything);
  expect(report.failed).toEqual([]);
  recordOf(report.note);
  pointsOf(report);
  outlineOf(report.note);
  foldsOf(report.note);
  for (const offset of [text.length, text.length >> 1]) proposalsAt(report.note, defaultSettings, ruleIds, offset);
}

function timeOf(text: string): number {
  const start = performance.now();
  readAll(text);
  return performance.now() - start;
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

/** Four times the length may take eight times as long, and what takes no time to speak of tells nothing. */
const [longer, most, speakOf] = [4, 8, 20] as const;

describe("four times the text takes about four times the time", () => {
  test.each(Object.entries(long))("%s", { timeout: 180_000 }, (_, { count, write }) => {
    const [short, full] = [head + write(Math.floor(count / longer)), head + write(count)];
    timeOf(short);
    const ratios = Array.from({ length: 3 }, () => (timeOf(full) + speakOf) / (timeOf(short) + speakOf));
    expect(median(ratios)).toBeLessThan(most);
  });
});

describe("however much there is of it, nothing throws", () => {
  test.each<[string, string]>([
    ["100,000 words without a stop", head + words(100_000)],
    ["100,000 signs without a space", head + ",".repeat(100_000)],
    ["2,000 lists in each other", `${head}${"- ".repeat(2_000)}Kai was in.`],
    ["200 lists, each set in further", head + many(200, (depth) => `${"  ".repeat(depth)}- Kai`)],
    ["2,000 block quotes in each other", `${head}${"> ".repeat(2_000)}Kai was in.`],
    ["2,000 emphases in each other", `${head}${"*".repeat(2_000)}Kai${"*".repeat(2_000)}`],
    ["6,000 brackets in each other", `${head}${"[".repeat(6_000)}Kai${"]".repeat(6_000)}`],
    ["100,000 quotation marks", `${head}${'"'.repeat(100_000)} Kai`],
    ["a megabyte in one line", "x".repeat(1_000_000)],
    ["3,000 comments of ours", head + many(3_000, () => "<!-- case-recording-disable-line acronym -->")],
  ])("%s", { timeout: 180_000 }, (_, text) => readAll(text));
});

test("an endless sentence is read to its end", () => {
  const { note } = checkNote(`${head}${words(20_000)} and Mum hit him`, everything);
  expect(note.sentences.at(-1)!.end).toBe(note.text.length);
  for (const [at, sentence] of note.sentences.entries()) {
    const before = note.sentences[at - 1];
    if (before) expect(note.prose.slice(before.end, sentence.start).trim()).toBe("");
  }
});
