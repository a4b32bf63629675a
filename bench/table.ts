// The table, in Markdown, as wide as its widest cells.
import type { Figure, Row, Unit } from "./row.ts";

/** A number with about three figures that tell something. */
export function number(value: number): string {
  const places = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
}

const amount = (value: number, unit: Unit): string => `${number(value)} ${unit}`;
export const isFigure = (row: Row): row is Figure => "ratio" in row;

/** Rows of cells as a Markdown table; the columns of `right` stand at the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = head.map((title, column) => Math.max(3, ...[title, ...rows.map((row) => row[column]!)].map((cell) => cell.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (right.includes(column) ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

const goalCells = (row: Row): string[] => (row.goal ? [row.goal.says, !isFigure(row) ? "not known" : row.goal.met ? "met" : "**not met**"] : ["", ""]);

/** All rows, each with what it is beside, the ratio of the two, and the goal. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.what, row.here === undefined ? "" : amount(row.here, row.unit), row.beside, ...(isFigure(row) ? [amount(row.there, row.unit), number(row.ratio)] : [row.lacks, ""]), ...goalCells(row)]);
  return markdownTable(["what", "here", "beside", "there", "ratio", "goal", ""], cells, [1, 3, 4]);
}

/** How many goals are met, and which are not. */
export function goalsInWords(rows: readonly Row[]): string {
  const asked = rows.filter(({ goal }) => goal);
  const missed = asked.filter(({ goal }) => !goal!.met);
  return `${asked.length - missed.length} of ${asked.length} goals met.${missed.map((row) => `\n  ${isFigure(row) ? "not met" : "not known"}: ${row.what}, beside ${row.beside} (${row.goal!.says})`).join("")}`;
}
