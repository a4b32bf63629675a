// `npm run stress`: runs the parts, and prints one table. What goes on meanwhile is said on standard error.
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { markdownTable, number } from "../bench/table.ts";
import type { Figure, Stage } from "./part.ts";
import { parts } from "./parts.ts";

const help = `npm run stress [-- options]

Puts the built language server and the engine under stress, and prints one table of what was done, and of
what was lost: the exit code is 1 where that is anything. It takes some minutes.

  --seconds N  how much is done: 60, which stands for 10,000 edits of open notes and a minute of random
               texts, where nothing is said; 600 for a long run
  --quick      the same as --seconds 6
  --seed N     does again what a run did; without it, another run every time. The seed is printed
  --only NAME  one part alone: ${parts.map(({ title }) => title).join(", ")}
  --help       shows this`;

function asked() {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" }, only: { type: "string" }, quick: flag, help: flag } });
  const seconds = Number(values.seconds ?? (values.quick ? 6 : 60));
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000));
  if (!(seconds > 0 && Number.isFinite(seconds))) throw new Error("--seconds is a number above 0");
  if (!Number.isSafeInteger(seed)) throw new Error("--seed is a whole number");
  if (values.only !== undefined && !parts.some(({ title }) => title === values.only)) throw new Error(`--only is one of ${parts.map(({ title }) => title).join(", ")}`);
  return { ...values, seconds, seed };
}

async function main(): Promise<number> {
  const { help: wantsHelp, only, seconds, seed } = asked();
  if (wantsHelp) {
    console.log(help);
    return 0;
  }
  const started = performance.now();
  const since = (): number => Math.round((performance.now() - started) / 1_000);
  const stage: Stage = { root: process.cwd(), programs: path.dirname(fileURLToPath(import.meta.url)), seconds, seed, say: (text) => console.error(`${`${since()} s`.padStart(6)}  ${text}`) };
  console.log(`Seed ${seed}`);
  const columns: { readonly title: string; readonly figures: readonly Figure[] }[] = [];
  for (const { title, doing, run } of parts) {
    if (only !== undefined && title !== only) continue;
    stage.say(`${title}: ${doing}`);
    columns.push({ title, figures: await run(stage) });
  }
  const all = columns.flatMap(({ figures }) => figures);
  const rows = (lost: boolean): string[][] => [...new Set(all.filter(({ loss }) => (loss ?? false) === lost).map(({ what }) => what))].map((what) => [what, ...columns.map(({ figures }) => cell(figures.filter((one) => one.what === what))), cell(all.filter((one) => one.what === what))]);
  const table = (what: string, lost: boolean): string => markdownTable([what, ...columns.map(({ title }) => title), "all"], rows(lost), columns.map((_, at) => at + 1).concat(columns.length + 1));
  const losses = all.filter(({ loss, value }) => loss && value !== 0);
  console.log(`\n${table("what was done", false)}\n\n${table("what was lost", true)}\n\n${losses.length ? `${losses.length} kinds of loss are not zero: ${losses.map(({ what }) => what).join("; ")}` : "Nothing was lost"}. ${since()} seconds, seed ${seed}.`);
  return losses.length ? 1 : 0;
}

/** A figure of one part, or the sum of several parts'. */
function cell(figures: readonly Figure[]): string {
  const [first] = figures;
  if (!first) return "";
  const value = figures.reduce((sum, figure) => sum + figure.value, 0);
  return first.unit ? `${number(value)} ${first.unit}` : value.toLocaleString("en-GB");
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? `${error.stack} (--help says what there is)` : String(error));
    process.exit(2);
  },
);
