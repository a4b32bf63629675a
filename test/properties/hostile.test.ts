import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Checker, checkNote } from "../../server/src/check.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { pointsOf } from "../../server/src/points.ts";
import { recordOf } from "../../server/src/record/record.ts";
import { controls, frontMatters, halves, hostileEdit, hostileText, impossibleDates, lineEnds, marks, strangeWords, written } from "./hostile.ts";
import { notes, parameters } from "./pieces.ts";
import { changedWords, said, unsound } from "./soundness.ts";

// Texts that nobody writes: nothing throws, no rule fails, every span lies in the text, no fix changes anybody's words, and time grows with the length alone.

const loud: Settings = { ...defaultSettings, volume: "everything" };
const head = "Child: Kai Morton (9)\nPresent: Kelly (mum), Sam Okoro (social worker)\nType of visit: Statutory visit\n\n## What we did\n\n";
const many = (count: number, write: (at: number) => string, join = "\n"): string => Array.from({ length: count }, (_, at) => write(at)).join(join);

/** A text is read and found sound, and no fix changes anybody's words. */
function stands(text: string): void {
  const report = checkNote(text, loud);
  expect(unsound(report)).toEqual([]);
  expect(changedWords(report).faults).toEqual([]);
  recordOf(report.note);
  pointsOf(report);
}

describe("anything hostile", () => {
  test("texts of it", () => fc.assert(fc.property(hostileText, stands), parameters(150)));
  test("behind details, within a child's words, and behind them", () => fc.assert(fc.property(hostileText, hostileText, (one, other) => stands(`${head}Kai said “${one}”. ${other}`)), parameters(80)));
  test("within what is told of a child", () => fc.assert(fc.property(hostileText, (text) => stands(`${head}Kai is LAC and said ${text}, which shows he is clearly scared of him.`)), parameters(60)));
  test("texts that are checked again after hostile edits are checked as if for the first time", () =>
    fc.assert(
      fc.property(fc.oneof(notes, hostileText), fc.array(hostileEdit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const checker = new Checker();
        checker.check(text, loud);
        for (const edit of edits) expect(said(checker.check((text = written(text, edit)), loud))).toEqual(said(checkNote(text, loud)));
      }),
      parameters(50),
    ));
});

describe("each where it hurts", () => {
  const places: readonly (readonly [string, (piece: string) => string])[] = [
    ["at the start", (piece) => `${piece}${head}Kai said “no”.`],
    ["at the end", (piece) => `${head}Kai said “no”.${piece}`],
    ["at either end of a quotation", (piece) => `${head}Kai said “${piece}Dad hits me${piece}” and ${piece}“no”${piece}.`],
    ["instead of the marks", (piece) => `${head}Kai said ${piece}Dad hits me${piece}, which shows he is scared.`],
    ["between the letters of a name", (piece) => `${head}K${piece}ai said “no”. Kai${piece} is LAC.`],
    ["in the details", (piece) => `Child${piece}: Kai${piece} Morton (9${piece})\nType of visit: Statutory${piece} visit\nDate of visit: ${piece}\n\nKai said “no”.`],
    ["as the ends of lines", (piece) => `${head}Kai said “no”.`.replaceAll("\n", piece)],
  ];
  test.each(places)("%s", (_, place) => {
    for (const piece of [...halves, ...controls, ...lineEnds, ...marks, ...strangeWords, ...impossibleDates]) stands(place(piece));
  });
  test.each(frontMatters.map((front) => [front]))("the front matter %j", (front) => {
    stands(`${front}\nKai said “no”. He is LAC.\n`);
    stands(front.replaceAll("\n", "\r\n"));
    stands(front + front);
  });
  test("a byte order mark in the middle hides nothing behind it", () => {
    const { findings } = checkNote(`${head}Kai is in.\uFEFF\n\n\uFEFFHe is LAC.\n`, loud);
    expect(findings.map(({ rule }) => rule)).toContain("acronym");
  });
  test.each(["K-", "-K", "K--M", "Kai-", "Kai -", "K. -M"])("a label before somebody's words, beside a child whose name is half written: %s", (name) => {
    stands(`Child:${name}\ne:\n>i`);
    stands(`Child: ${name} (9)\n\n${name}: I like it\nMum: good\n`);
  });
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"])("a word that every object knows: %s", (word) => {
    stands(`${word} hit me`);
    stands(`Child: ${word} (9)\n${word}: ${word}\nType of visit: ${word}\n\n## ${word}\n\n${word} said “${word} hit me”. ${word}: no. He ${word} her.\n\n| ${word} | ${word} |\n|---|---|\n| ${word} | ${word} |\n`);
    stands(`---\n${word}: ${word}\nchildren: {${word}: ${word}}\n---\n\n${head}Kai was hit by ${word}. Mum hurt ${word} and ${word}'s dog.\n\n## Next steps\n\n- ${word} to ring ${word} by ${word}\n`);
  });
  test("comments of ours within a detail are blanks in its value", () => {
    stands("Child:><!--case-recording---><!--case-recording---><");
    const text = "Child: Kai <!-- case-recording-disable-line acronym --> Morton (9)\n\nKai said “no”.\n";
    stands(text);
    expect(checkNote(text).note.quotations.map(({ speaker, name }) => [speaker, name])).toEqual([["child", "Kai"]]);
  });
  test.each(["\n", "\r\n", "\r"])("every line ending is one: %j", (end) => {
    const kept = (text: string) => checkNote(text, loud).note.quotations.map(({ speaker, name }) => [speaker, name]);
    const text = `${head}Kai said “no”.\n\nMum said “yes”.\n`;
    expect(kept(text.replaceAll("\n", end))).toEqual(kept(text));
  });
});

/** Texts that grow in one way, by how many of something they hold. */
const growing: Readonly<Record<string, (count: number) => string>> = {
  "straight marks": (count) => '"'.repeat(25 * count),
  "curly marks": (count) => "“”".repeat(12 * count),
  "single marks": (count) => "' ".repeat(12 * count),
  "mixed marks": (count) => `"“‘'’”«»`.repeat(3 * count),
  "one line of words": (count) => "Kai played with Mum and he ".repeat(count / 2),
  "one line without a space": (count) => "Kai.said,no;".repeat(count),
  "letters with stops": (count) => `${"a.".repeat(10 * count)}@`,
  "one word": (count) => "x".repeat(40 * count),
  "nothing but pronouns": (count) => "he ".repeat(count),
  "lists in each other": (count) => `${"- ".repeat(count)}Kai`,
  "numbered lists in each other": (count) => `${"1. ".repeat(count)}Kai`,
  "lists and quotes in each other": (count) => `${"> - ".repeat(count / 2)}Kai`,
  "block quotes in each other, line by line": (count) => many(50, () => `${"> ".repeat(count / 4)}Kai said “no”.`),
  "columns of a table": (count) => `|${" a |".repeat(count / 4)}\n|${"-|".repeat(count / 4)}\n|${" Kai “no” |".repeat(count / 4)}`,
  "rows of a table": (count) => `| a | b |\n|---|---|\n${many(count / 2, () => "| Kai | “no” |")}`,
  "links in each other": (count) => "[a](".repeat(5 * count),
  "emphases that cross": (count) => "**a_".repeat(5 * count),
  "bold sentences in one paragraph": (count) => "**Kai was hit.** ".repeat(count),
  "underlined headings": (count) => many(count, () => "a\n="),
  "lines that end in CR": (count) => many(count / 2, () => "Kai said “no”.", "\r"),
  "lines that end in U+2028": (count) => many(count, () => "Kai said “no”.", "\u2028"),
  "halves of signs": (count) => "\uD83D".repeat(10 * count),
  "words from right to left": (count) => "שלום ".repeat(2 * count),
  "byte order marks": (count) => "\uFEFF".repeat(10 * count),
  "front matter of many keys": (count) => `---\n${many(count, (at) => `key${at}: Kai`)}\n---\n`,
  "front matter that never ends": (count) => `---\n${many(count, (at) => `key${at}: Kai`)}`,
  "anchors and aliases": (count) => `---\n${many(count / 2, (at) => `k${at}: &a${at} Kai`)}\nchild: [${many(count / 2, (at) => `*a${at}`, ", ")}]\n---\n`,
  "a long scalar": (count) => `---\nchild: ${"Kai ".repeat(5 * count)}\n---\n`,
};

describe("four times as much takes about four times the time", () => {
  const timeOf = (text: string): number => {
    const start = performance.now();
    stands(text);
    return performance.now() - start;
  };
  const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;
  /** Four times the length may take nine times as long, and what takes no time to speak of (milliseconds) tells nothing. */
  const [longer, most, speakOf] = [4, 9, 30] as const;
  test.each(Object.entries(growing))("%s", { timeout: 180_000 }, (name, write) => {
    const whole = (count: number): string => (/front|anchors|scalar/.test(name) ? write(count) : head + write(count));
    const [short, long] = [whole(400), whole(400 * longer)];
    timeOf(short);
    expect(median(Array.from({ length: 3 }, () => (timeOf(long) + speakOf) / (timeOf(short) + speakOf)))).toBeLessThan(most);
  });
});

describe("however much there is of it", () => {
  test.each<[string, string]>([
    ["100,000 curly marks", head + "“”".repeat(50_000)],
    ["100,000 opening marks", head + "“".repeat(100_000)],
    ["100,000 single marks", head + "'".repeat(100_000)],
    ["100,000 mixed marks", head + `"“‘'’”`.repeat(16_667)],
    ["a megabyte of words in one line", `${head}${"Kai played with Mum. ".repeat(48_000)}`],
    ["nearly as much as is read, in one word", head + "x".repeat(790_000)],
    ["nearly as much as is read, without a space", head + "Kai.said,no;".repeat(65_000)],
    ["600 lists in each other, line by line", head + many(600, (depth) => `${"  ".repeat(depth)}- Kai ${depth}`)],
    ["1,000 block quotes in each other", head + many(20, () => `${"> ".repeat(1_000)}Kai said “no”.`)],
    ["a table of 1,000 columns", `${head}|${" a |".repeat(1_000)}\n|${"-|".repeat(1_000)}\n|${" “no” |".repeat(1_000)}`],
    ["a table of 3,000 rows", `${head}| a | b |\n|---|---|\n${many(3_000, (at) => `| Kai ${at} | “no” |`)}`],
    ["20,000 pronouns in one sentence", head + "he ".repeat(20_000)],
    ["4,000 lists in each other", `${head}${"- ".repeat(4_000)}Kai`],
    ["20,000 links in each other", head + "[a](".repeat(20_000)],
    ["20,000 emphases that cross", head + "**a_".repeat(20_000)],
    ["front matter of 20,000 brackets", `---\nchild: ${"[".repeat(20_000)}\n---\nKai`],
  ])("%s: nothing throws", { timeout: 180_000 }, (_, text) => stands(text));
});
