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

/** Holds back hints of style at the standard volume, so that they never crowd out what is missing. The first of each rule stay. */
export function withinMeasure(findings: readonly Finding[], style: ReadonlySet<string>, volume: Volume): { readonly findings: readonly Finding[]; readonly heldBack: number } {
  if (volume !== "standard") return { findings, heldBack: 0 };
  const shown = new Map<string, number>();
  let total = 0;
  const kept = findings.filter(({ rule, severity }) => {
    if (severity !== "hint" || !style.has(rule)) return true;
    const count = shown.get(rule) ?? 0;
    if (count >= mostOfRule || total >= mostHints) return false;
    shown.set(rule, count + 1);
    total += 1;
    return true;
  });
  return { findings: kept, heldBack: findings.length - kept.length };
}
