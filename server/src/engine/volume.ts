import type { Draft, Rule } from "./rule.ts";
import type { Finding } from "./finding.ts";
import type { Volume } from "./settings.ts";

const loudness: Readonly<Record<Volume, number>> = { essential: 0, standard: 1, everything: 2 };

/** Essential shows what is missing, contradicts itself or is at risk; standard what a careful colleague would mention; everything the softest hint too. */
export function isShown(rule: Rule, draft: Draft, volume: Volume): boolean {
  const severity = draft.severity ?? rule.severity;
  const from: Volume = draft.from ?? (severity === "warning" || severity === "error" || rule.id === "risk-not-marked" ? "essential" : "standard");
  return loudness[from] <= loudness[volume];
}

/** The most hints of style that the standard volume shows of one note, and of one rule in it. */
const mostHints = 5;
const mostOfRule = 2;

/** Holds back hints of style at the standard volume, so that they never crowd out what is missing. `style` names the rules of style, the weightiest first; of each rule the first two findings stay, five in all. */
export function withinMeasure(findings: readonly Finding[], style: readonly string[], volume: Volume): { readonly kept: readonly Finding[]; readonly held: readonly Finding[] } {
  if (volume !== "standard") return { kept: findings, held: [] };
  const isHint = ({ rule, severity }: Finding): boolean => severity === "hint" && style.includes(rule);
  const stay = new Set(style.flatMap((id) => findings.filter((finding) => finding.rule === id && isHint(finding)).slice(0, mostOfRule)).slice(0, mostHints));
  const [kept, held]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) (!isHint(finding) || stay.has(finding) ? kept : held).push(finding);
  return { kept, held };
}
