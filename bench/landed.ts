// The table of the last landing: kept in bench/landed.json for --compare, and shown in README.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import type { Row } from "./row.ts";
import { goalsInWords, table } from "./table.ts";

export interface Landed {
  /** The day, the kind of machine and the Node on which it was measured. */
  readonly measured: string;
  readonly rows: readonly Row[];
}

const kept = "bench/landed.json";
const begin = "<!-- bench: written by npm run bench -- --write -->";
const end = "<!-- /bench -->";

/** On which day and on what kind of machine this runs. */
export function thisMachine(): string {
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${day}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;
}

export function readLanded(root: string): Landed | undefined {
  const file = path.join(root, kept);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Landed) : undefined;
}

/** A number that says enough: a file of them can be read, and changes little. */
const short = (_: string, value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(4)) : value);

/** Puts a table between its marks in a page; nothing, where none was kept yet. */
export function withTable(page: string, landed: Landed | undefined): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${begin} and ${end}.`);
  const between = landed ? `${table(landed.rows)}\n\nMeasured on ${landed.measured}. ${goalsInWords(landed.rows).split("\n")[0]}\n\n` : "";
  return `${page.slice(0, from + begin.length)}\n\n${between}${page.slice(to)}`;
}

export function writeLanded(root: string, landed: Landed): void {
  writeFileSync(path.join(root, kept), `${JSON.stringify(landed, short, 1)}\n`);
  const readme = path.join(root, "README.md");
  // What is shown is what is kept: a figure that was rounded to be kept may be rounded otherwise when it is shown.
  writeFileSync(readme, withTable(readFileSync(readme, "utf8"), readLanded(root)));
}
