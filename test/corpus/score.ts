import { readFileSync, readdirSync } from "node:fs";
import { checkNote } from "../../server/src/check.ts";
import type { Span } from "../../server/src/text/span.ts";
import { readGold, type Gold } from "../rules/gold.ts";

const folder = new URL("notes/", import.meta.url);

/** The notes of the corpus, by name, each with its marks read. */
export const corpus: ReadonlyMap<string, Gold> = new Map(readdirSync(folder).filter((name) => name.endsWith(".gold.md")).sort().map((name) => [name.replace(".gold.md", ""), readGold(readFileSync(new URL(name, folder), "utf8"))]));

/** The rules whose marks are complete: of those, and only those, a finding without a mark is a false alarm. */
export const graded: readonly string[] = readFileSync(new URL("graded.txt", folder), "utf8").split(/\s+/).filter(Boolean);

/** How well a rule did. */
export interface Tally {
  hit: number;
  missed: number;
  wrong: number;
}

export const precision = ({ hit, wrong }: Tally): number => (hit + wrong ? hit / (hit + wrong) : 1);
export const recall = ({ hit, missed }: Tally): number => (hit + missed ? hit / (hit + missed) : 1);
export const f1 = (tally: Tally): number => (tally.hit ? (2 * precision(tally) * recall(tally)) / (precision(tally) + recall(tally)) : tally.missed + tally.wrong ? 0 : 1);

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, Math.max(b.end, b.start + 1)) - Math.max(a.start, b.start));

/**
 * Checks every note, and counts by rule what was hit, missed and wrongly flagged.
 * A finding meets a mark of its rule where the two overlap; words of somebody are met where six tenths of the mark are covered,
 * and a quotation of which less than that is marked for its speaker is a false alarm.
 */
export function score(rules: readonly string[]): { tallies: Map<string, Tally>; misses: string[] } {
  const tallies = new Map<string, Tally>(rules.map((rule) => [rule, { hit: 0, missed: 0, wrong: 0 }]));
  const misses: string[] = [];
  for (const [name, { text, marks, expected, allowed }] of corpus) {
    const { findings, note } = checkNote(text);
    const found = [
      ...findings.map(({ rule, span, subject, message }) => ({ rule, start: span.start, end: span.end, about: subject ?? message })),
      ...note.quotations.map(({ speaker, start, end }) => ({ rule: `words-${speaker}`, start, end, about: "" })),
    ].filter(({ rule }) => tallies.has(rule));
    const used = new Set<(typeof found)[number]>();
    const count = (rule: string, met: boolean, what: string): void => {
      tallies.get(rule)![met ? "hit" : "missed"] += 1;
      if (!met) misses.push(`${name}: missed ${rule}: ${what.slice(0, 100)}`);
    };
    for (const { rule, subject } of expected.filter((want) => tallies.has(want.rule))) {
      const one = found.find((finding) => !used.has(finding) && finding.rule === rule && finding.about.includes(subject));
      if (one) used.add(one);
      count(rule, one !== undefined, subject);
    }
    for (const mark of marks.filter(({ rule }) => tallies.has(rule))) {
      const cover = found.filter(({ rule }) => rule === mark.rule).map((finding) => shared(finding, mark));
      const met = mark.rule.startsWith("words-") ? cover.reduce((sum, part) => sum + part, 0) >= 0.6 * (mark.end - mark.start) : cover.some((part) => part > 0);
      if (!mark.optional) count(mark.rule, met, mark.text);
    }
    for (const finding of found) {
      const cover = marks.filter(({ rule }) => rule === finding.rule).map((mark) => shared(finding, mark));
      const met = used.has(finding) || (finding.rule.startsWith("words-") ? cover.reduce((sum, part) => sum + part, 0) >= 0.6 * (finding.end - finding.start) : cover.some((part) => part > 0));
      if (met || !graded.includes(finding.rule) || allowed.has(finding.rule)) continue;
      tallies.get(finding.rule)!.wrong += 1;
      misses.push(`${name}: false ${finding.rule}: ${text.slice(finding.start, finding.end).slice(0, 100)}`);
    }
  }
  return { tallies, misses };
}
