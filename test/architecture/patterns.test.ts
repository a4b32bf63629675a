import { readFileSync } from "node:fs";
import path from "node:path";
import { analyse } from "scslre";
import { beforeAll, expect, test, vi } from "vitest";
import { ambiguousLoop, type Attack } from "./ambiguity.ts";
import { calls, literals, putTogether, type Expression } from "./expressions.ts";
import { files, root } from "./imports.ts";
import { readGold } from "../rules/gold.ts";

// No regular expression of ours takes the better of a text: none backtracks exponentially, none with the cube of a text's length.
// What is written between slashes is read in the sources; what is put together from pieces and word lists is watched while notes are checked.

/** What neither the samples nor the corpus say. */
const seldom: readonly string[] = [`Dear Kayleigh,\n\nI came to see you on Monday with Priya Shah. "It's fine," said Tia. Tia said she was glad.`, `Children: Kayleigh Morton (9), Li Chen Yuxuan (7)\nDate of visit: 03/06/2025\nPresent: Kelly (mum), Yuxuan\n\nDear Kayleigh,\n\nKaylee and Yuxuan were at home. "It's fine," said Priya. Priya said she would ring. Yuxuan wrote "I feel sad (Yuxuan is low)". Priya Shah rang.`];

let all: Expression[] = [];
let made: Expression[] = [];

beforeAll(async () => {
  vi.resetModules();
  made = await putTogether(async () => {
    for (const file of new Set(calls.map(({ from }) => from.replace(/:\d+$/, "")))) await import(path.join(root, file));
    const { checkNote } = await import("../../server/src/check.ts");
    const { defaultSettings } = await import("../../server/src/engine/settings.ts");
    const { corpus } = await import("../corpus/score.ts");
    const { behindSpeech, speakingOrSeen } = await import("../../server/src/note/introductions.ts");
    const written = (folder: string): string[] => files(folder, ".md").flatMap((file) => readFileSync(path.join(root, file), "utf8").split(/^---8<---\r?\n/m));
    const small = written("test/rules").filter((text) => /interpretation-in-quote|name-mismatch|voice-missing/.test(text)).map((text) => readGold(text).text);
    for (const names of [behindSpeech, speakingOrSeen]) names(seldom[0]!);
    for (const text of [...written("samples"), ...[...corpus.values()].map((note) => note.text), ...small, ...seldom]) checkNote(text, { ...defaultSettings, volume: "everything", people: ["Priya Shah (team manager)"] });
  });
  all = [...new Map([...literals, ...made].map((one) => [`${one.flags} ${one.source}`, one])).values()];
}, 120_000);

test("every regular expression is looked at", () => {
  expect(literals.length).toBeGreaterThan(1_400);
  expect(made.length).toBeGreaterThan(250);
  const seen = new Set(made.map(({ from }) => from));
  expect(calls.filter(({ name, from }) => name === "pattern" && !seen.has(from)).map(({ from }) => from)).toEqual([]);
});

test("no regular expression backtracks exponentially", () => {
  const open = all.map((one) => ({ ...one, attack: ambiguousLoop(one) })).filter(({ source, flags, attack }) => attack && !(looksAround(source) && holds({ source, flags, attack })));
  expect(open.map(({ from, attack }) => ({ from, attack }))).toEqual([]);
  expect(all.filter((one) => analyse(one).reports.some(({ exponential }) => exponential)).map(({ from }) => from)).toEqual([]);
});

test("no regular expression takes the cube of a text's length, or more", () => {
  expect(all.map(({ from, ...one }) => ({ from, degree: degree(one) })).filter(({ degree }) => degree > 2)).toEqual([]);
});

test.each([
  ["one sign", "^(?:a+)+$", "u"],
  ["words that two alternatives know", String.raw`^(?:\p{L}+ly\s+|really\s+)*$`, "u"],
  ["a short repetition before a long one", String.raw`^(?:#{1,6}[^\n]*\n|\s)*x`, ""],
  ["what may be left out in a loop", String.raw`^(?:(?:and )?\p{L}+(?: and)?,? )*$`, "iu"],
  ["a loop that is looked for around a place", String.raw`x(?<=^(?:a|aa)*x)`, ""],
  ["a long repetition with an end", String.raw`^(?:[a-z ]{1,40}){0,20}$`, ""],
])("exponential backtracking is found: %s", (_, source, flags) => {
  expect(ambiguousLoop({ source, flags })).toBeDefined();
});

test.each([[String.raw`\s*-?\s*\d`, "", 3], [String.raw`^\s*:?\s*,?\s*$`, "", 3], [String.raw`^\s*(?:-\s*)?$`, "", 1], ["a+b", "", 2]])("the power of the length is found: %s", (source, flags, power) => {
  expect(degree({ source, flags })).toBe(power);
});

/** Where something around a place is asked for, the analysis, which leaves that out, sees more ways than there are. */
const looksAround = (source: string): boolean => /\(\?<?[!=]/.test(source);

/** Whether the attack costs nothing to speak of: twice as many words may not take many times as long. */
function holds({ source, flags, attack: { beginning, word } }: { readonly source: string; readonly flags: string; readonly attack: Attack }): boolean {
  const expression = new RegExp(source, flags.replace("g", ""));
  return ["", "!", "\u0000", "\n", " x"].every((end) => {
    const cost = (count: number): number => timeOf(() => expression.test(beginning + word.repeat(count) + end)) + speakOf;
    return cost(24) / cost(12) < 4;
  });
}

/** Milliseconds that nobody notices. */
const speakOf = 4;

/** Milliseconds, the quickest of three runs: an expression is compiled when it first runs, and again when it runs often. */
const timeOf = (run: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );

/**
 * With which power of a text's length the time grows, at most: one for each repetition of a chain that can trade signs with the next, and one
 * more where the search begins anew at each sign of the first.
 */
function degree(one: { readonly source: string; readonly flags: string }): number {
  const { reports } = analyse(one);
  type Signs = (typeof reports)[number]["character"]["set"];
  const trades = reports.flatMap((report) => (report.type === "Move" ? [] : [report.type === "Trade" ? { from: report.startQuant.start, to: report.endQuant.start, signs: report.character.set } : { from: report.quant.start, to: -1, signs: report.character.set }]));
  const begins = new Set(reports.flatMap((report) => (report.type === "Move" ? [report.quant.start] : [])));
  const longest = (from: number, signs: Signs | undefined, behind: readonly number[]): number =>
    1 + Math.max(0, ...trades.filter((trade) => trade.from === from && !behind.includes(trade.to)).map((trade) => ({ ...trade, signs: signs ? signs.intersect(trade.signs) : trade.signs })).filter((trade) => !trade.signs.isEmpty).map((trade) => longest(trade.to, trade.signs, [...behind, trade.to])));
  return Math.max(1, ...[...new Set([...trades.map(({ from }) => from), ...begins])].map((from) => longest(from, undefined, [from]) + (begins.has(from) ? 1 : 0)));
}

// What these read in two ways, or in three places, they read in one now. Each stands with a text that took it minutes.
const letters = "Tia Bowes, ";
test.each<[string, string, (count: number) => string]>([
  ["server/src/engine/name-speaker.ts", "marks", (count) => `${"*".repeat(count)}a`],
  ["server/src/engine/wording.ts", "adverbs", (count) => `has ${"only ".repeat(count)}!`],
  ["server/src/note/details.ts", "headings", (count) => `${"## a\n".repeat(count)}x`],
  ["server/src/note/details.ts", "rows", (count) => `${"| a | b |\n".repeat(count)}x`],
  ["server/src/note/details.ts", "blanks", (count) => `Child:${" ".repeat(count)}\n`],
  ["server/src/note/informants.ts", "words", (count) => `${" himself".repeat(count)}!`],
  ["server/src/note/labels.ts", "adverbs", (count) => `${"really ".repeat(count)}!`],
  ["server/src/note/other-families.ts", "names", (count) => `'s ${letters.repeat(count)}!`],
  ["server/src/note/other-families.ts", "one name", (count) => `having ${"A".repeat(count)}!`],
  ["server/src/note/other-families.ts", "small words", (count) => `${" is".repeat(count)}!`],
  ["server/src/note/other-families.ts", "kin", (count) => `brother ${"and ".repeat(count)}!`],
  ["server/src/note/unwritten.ts", "ends", (count) => `to do${" after up".repeat(count)}\n`],
  ["server/src/note/name-uses.ts", "owners", (count) => `called ${"Tia's, ".repeat(count)}!`],
  ["server/src/note/name-uses.ts", "ages", (count) => `sister Tia${", or aged 1, Tia".repeat(count)}!`],
  ["server/src/note/third-party-health.ts", "helpers", (count) => `nan${" sadly currently recently".repeat(count)}!`],
  ["server/src/drafting/request.ts", "marks", (count) => `Kai ${"- ".repeat(count)}x`],
  ["server/src/note/actions.ts", "blanks", (count) => `${" ".repeat(count)}a\nb`],
  ["server/src/note/actions.ts", "an aside", (count) => `,${" ".repeat(count)}`],
  ["server/src/note/contact-data.ts", "blanks", (count) => `ref${" ".repeat(count)}!`],
  ["server/src/note/people.ts", "blanks", (count) => `Kai ${" ".repeat(count)}!`],
  ["server/src/note/people.ts", "an age", (count) => ` 9${" ".repeat(count)}!`],
  ["server/src/note/scope.ts", "blanks", (count) => `but${" ".repeat(count)}!`],
  ["server/src/note/scope.ts", "a second verb", (count) => `and was${" ".repeat(count)}!`],
  ["server/src/note/tick-boxes.ts", "blanks", (count) => `seen alone${" ".repeat(count)}!`],
  ["server/src/note/sources.ts", "blanks", (count) => `as per${"\u1680".repeat(count)}!`],
  ["server/src/note/tellers.ts", "blanks", (count) => ` was${"\u1680".repeat(count)}!`],
])("%s: twice as many %s take about twice as long", (file, _, text) => {
  const own = all.filter(({ from }) => from.startsWith(`${file}:`)).map(({ source, flags }) => new RegExp(source, flags.replace("g", "")));
  expect(own.length).toBeGreaterThan(0);
  const cost = (count: number): number => timeOf(() => own.forEach((one) => one.test(text(count)))) + speakOf;
  // Step by step, so that what grows exponentially is found before it takes a minute.
  for (const count of [12, 24, 400]) expect(Math.min(...[1, 2, 3].map(() => cost(count) / cost(count / 2)))).toBeLessThan(3);
});
