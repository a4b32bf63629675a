import pc from "picocolors";
import type { Clause, Severity } from "../engine/finding.ts";
import { clauseLine, severityWords } from "./words.ts";

/** What a rule says of itself. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly explain: string;
  readonly leaves: readonly string[];
  readonly poor: string;
  readonly better: string;
}

/** One rule in full: what it holds to, why, the standards it rests on, and an example each way. */
export function explainRule(rule: Rule, clauses: readonly Clause[], colour: boolean): string {
  const colours = pc.createColors(colour);
  const block = (text: string): string => text.trim().replace(/^/gm, "    ");
  return [
    `${colours.bold(rule.id)} ${colours.dim(`(${severityWords[rule.severity]})`)}`,
    rule.summary,
    rule.explain.trim(),
    ...(rule.poor.trim() ? [`${colours.bold("Poor")}\n\n${block(rule.poor)}`] : []),
    ...(rule.better.trim() ? [`${colours.bold("Better")}\n\n${block(rule.better)}`] : []),
    ...(rule.leaves.length ? [`${colours.bold("Left alone")}\n\n${rule.leaves.map((line) => `  - ${line}`).join("\n")}`] : []),
    ...(clauses.length ? [`${colours.bold("Standards")}\n\n${clauses.map((clause) => `  ${clauseLine(clause)}\n${colours.dim(block(`“${clause.quote}”`))}`).join("\n")}`] : []),
  ].join("\n\n").concat("\n");
}

/** Every rule on a line: its id, severity and summary. */
export function listRules(rules: readonly Rule[], colour: boolean): string {
  const colours = pc.createColors(colour);
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, summary }) => `${colours.bold(id.padEnd(width))}  ${colours.dim(severityWords[severity].padEnd(10))}  ${summary}\n`).join("");
}

/** Every rule as JSON: an array of id, severity and summary. */
export const rulesJson = (rules: readonly Rule[]): string => `${JSON.stringify(rules.map(({ id, severity, summary }) => ({ id, severity, summary })), null, 2)}\n`;
