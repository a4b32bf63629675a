// What moved between two tables.
import type { Row } from "./row.ts";
import { isFigure, markdownTable, number } from "./table.ts";

export type Verdict = "worse" | "better" | "goal missed" | "goal reached" | "not measured" | "new";

/** A row that is not as it was. */
export interface Move {
  readonly id: string;
  readonly what: string;
  readonly beside: string;
  readonly verdict: Verdict;
  /** The ratios. */
  readonly before?: number;
  readonly now?: number;
}

/** A ratio has moved when it changed by more than this part of it, and by more than the runs of either table differ among themselves. */
const least = 0.15;

/** Holds a table against the one that was kept. Rows that `now` does not have at all, such as those that --quick leaves out, tell nothing. */
export function compare(kept: readonly Row[], now: readonly Row[]): Move[] {
  const before = new Map(kept.map((row) => [row.id, row]));
  return now.flatMap((row): Move[] => {
    const { id, what, beside } = row;
    const old = before.get(id);
    const move = (verdict: Verdict): Move[] => [{ id, what, beside, verdict, ...(old && isFigure(old) ? { before: old.ratio } : {}), ...(isFigure(row) ? { now: row.ratio } : {}) }];
    if (!old) return move("new");
    if (!isFigure(row)) return isFigure(old) ? move("not measured") : [];
    if (!isFigure(old)) return move("new");
    if (old.goal?.met && row.goal && !row.goal.met) return move("goal missed");
    if (old.goal && !old.goal.met && row.goal?.met) return move("goal reached");
    const change = row.ratio / old.ratio;
    if (Math.abs(change - 1) <= Math.max(least, old.spread + row.spread)) return [];
    return move(change > 1 === (row.better === "less") ? "worse" : "better");
  });
}

export const isWorse = ({ verdict }: Move): boolean => verdict === "worse" || verdict === "goal missed" || verdict === "not measured";

/** The moves as a table, what is worse first, and a sentence. */
export function movesInWords(moves: readonly Move[], all: number): string {
  const worse = moves.filter(isWorse);
  const said = `${worse.length ? `${worse.length} of ${all} rows are worse` : "Nothing is worse"}; ${moves.length - worse.length} moved otherwise, and ${all - moves.length} stayed.`;
  if (!moves.length) return said;
  const ratio = (value: number | undefined): string => (value === undefined ? "" : number(value));
  const change = ({ before, now }: Move): string => (before && now ? `${now >= before ? "+" : "−"}${Math.abs(Math.round((now / before - 1) * 100))} %` : "");
  const rows = [...worse, ...moves.filter((move) => !isWorse(move))].map((move) => [move.verdict, move.what, move.beside, ratio(move.before), ratio(move.now), change(move)]);
  return `${markdownTable(["", "what", "beside", "ratio then", "now", "change"], rows, [3, 4, 5])}\n\n${said}`;
}
