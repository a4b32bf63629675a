import type { Severity } from "./finding.ts";

/** How much is shown: what is missing or at risk alone, the usual, or every hint. */
export type Volume = "essential" | "standard" | "everything";

/** What a team or a person has chosen. */
export interface Settings {
  /** The standards profile; undefined where nobody chose one. */
  readonly profile?: string;
  readonly volume: Volume;
  /** Severity, or "off", by rule id. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** The team's own words and acronyms: never flagged. Literal, never patterns. */
  readonly words: readonly string[];
  /** From which age (in years) a child must be seen alone on a statutory visit. */
  readonly seenAloneAge: number;
}

export const defaultSettings: Settings = { volume: "standard", rules: {}, words: [], seenAloneAge: 5 };
