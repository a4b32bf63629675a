// A row of the table: something of ours, beside something that ran in the same process or in turn with it.
import { median, spread } from "./measure.ts";

export type Unit = "ms" | "MB" | "notes a second";

export interface Goal {
  readonly says: string;
  readonly met: boolean;
}

/** What was measured. The ratio is `here` over `there`. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly beside: string;
  readonly here: number;
  readonly there: number;
  readonly unit: Unit;
  readonly ratio: number;
  /** How far the middle half of the runs reaches from the ratio, as a part of it. */
  readonly spread: number;
  readonly better: "less" | "more";
  readonly goal?: Goal;
}

/** What has nothing to stand beside, and why. */
export interface Lack {
  readonly id: string;
  readonly what: string;
  readonly beside: string;
  readonly here?: number;
  readonly unit: Unit;
  readonly lacks: string;
  readonly goal?: Goal;
}

export type Row = Figure | Lack;

export interface Ask {
  readonly id: string;
  readonly what: string;
  readonly beside: string;
  readonly unit?: Unit;
  readonly better?: "less" | "more";
  /** What is said of many runs: their median, unless told. */
  readonly of?: (runs: readonly number[]) => number;
  readonly goal?: { readonly says: string; readonly meets: (ratio: number, here: number) => boolean } | undefined;
}

/** Makes a row of the runs on both sides; where there are none on one side, it says that. */
export function rowOf({ id, what, beside, unit = "ms", better = "less", of = median, goal }: Ask, here: readonly number[] | undefined, there: readonly number[] | undefined, lacks = "not measured"): Row {
  if (!here?.length || !there?.length) return { id, what, beside, unit, lacks, ...(here?.length ? { here: of(here) } : {}), ...(goal ? { goal: { says: goal.says, met: false } } : {}) };
  const [ours, theirs] = [of(here), of(there)];
  const ratio = ours / theirs;
  return { id, what, beside, here: ours, there: theirs, unit, ratio, spread: spread(here) + spread(there), better, ...(goal ? { goal: { says: goal.says, met: goal.meets(ratio, ours) } } : {}) };
}
