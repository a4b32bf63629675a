import { expect, test } from "vitest";
import { matchesAny } from "../../client/src/notes.ts";

// Globs come from settings, and are held against the path of every document that is opened.

const path = `notes/${"a".repeat(255)}/${"a/".repeat(60)}${"a".repeat(255)}`;
const speakOf = 30;

test.each<[string, (count: number) => string]>([
  ["braces", (count) => "{a,b}".repeat(count)],
  ["braces in braces", (count) => `${"{a,".repeat(count)}b${"}".repeat(count)}`],
  ["numbers in braces", (count) => `{1..${10 ** Math.min(count, 15)}}z`],
  ["stars", (count) => `${"*a".repeat(count)}b`],
  ["stars and question marks", (count) => `${"*?".repeat(count)}b`],
  ["stars in folders", (count) => `${"**/*a*/".repeat(count)}b`],
  ["any folders", (count) => `${"**/a/".repeat(count)}b`],
  ["nested repetitions", (count) => `${"+(".repeat(count)}a${")".repeat(count)}b`],
  ["nested denials", (count) => `${"!(".repeat(count)}a*${")".repeat(count)}b`],
  ["classes", (count) => `${"[a-z]*".repeat(count)}1`],
  ["classes that never end", (count) => "[".repeat(count)],
  ["a long name", (count) => "a?".repeat(count * 1_000)],
])("%s: four times as many cost about as much, and fit nothing", (_, glob) => {
  const cost = (count: number): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        expect(matchesAny(path, [glob(count)])).toBe(false);
        return performance.now() - start;
      }),
    ) + speakOf;
  for (const count of [6, 16, 64]) expect(cost(count) / cost(4)).toBeLessThan(8);
});

test.each([
  ["visits/**/*.md", "visits/2025/june/kai.md", true],
  ["*-visit.txt", "notes/kai-visit.txt", true],
  ["**/*note*visit*.{md,txt}", "a/b/my-note-of-visit-3.txt", true],
  ["notes/[a-k]?.md", "notes/b1.md", true],
  ["a+b(1).md", "x/a+b(1).md", true],
  ["a+b(1).md", "x/aab1.md", false],
  ["visit.md", "visitxmd", false],
])("%s and %s", (glob, file, fits) => {
  expect(matchesAny(file, [glob])).toBe(fits);
});
