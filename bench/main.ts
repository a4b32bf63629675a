// `npm run bench`: measures, and prints one table. What goes on meanwhile is said on standard error.
import { parseArgs } from "node:util";
import { performance } from "node:perf_hooks";
import { compare, isWorse, movesInWords } from "./compare.ts";
import { NoteWriter, readLibrary } from "./inputs/notes.ts";
import { readLanded, thisMachine, writeLanded } from "./landed.ts";
import type { Stage } from "./stage.ts";
import { commandLine } from "./stages/commandLine.ts";
import { overStdio } from "./stages/overStdio.ts";
import { goalsInWords, isFigure, table } from "./table.ts";

const help = `npm run bench [-- options]

Measures Case Recording beside other programs and prints one table. Every ratio is that of two medians,
taken in the same process or in turn; it takes some minutes, on a machine that does nothing else.

  --quick      without notes of 100,000 words, and without the peers
  --compare    says what moved against the table of the last landing (bench/landed.json);
               the exit code is 1 where something is worse
  --write      keeps this table as that of the last landing, and puts it into README.md
  --help       shows this

The peers are installed from npm into bench/node_modules (about 200 MB) when they are first needed.`;

function asked(): { quick: boolean; compare: boolean; write: boolean; help: boolean } {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { quick: flag, compare: flag, write: flag, help: flag } });
  if (values.quick && values.write) throw new Error("--quick measures too little to be kept: leave out --quick or --write");
  return values;
}

async function main(): Promise<number> {
  const options = asked();
  if (options.help) {
    console.log(help);
    return 0;
  }
  const root = process.cwd();
  const landed = readLanded(root);
  if (options.compare && !landed) throw new Error("there is no bench/landed.json to compare with; --write makes one");
  const started = performance.now();
  const stage: Stage = {
    root,
    writer: new NoteWriter(readLibrary(root), 1),
    quick: options.quick,
    say: (text) => console.error(`${`${Math.round((performance.now() - started) / 1_000)} s`.padStart(6)}  ${text}`),
  };
  // What starts other programs comes first, while this process is small; what fills it comes last.
  const ends = await commandLine(stage);
  const typing = await overStdio(stage);
  const { inProcess } = await import("./stages/inProcess.ts");
  const rows = [...(await inProcess(stage)), ...typing, ...ends];
  stage.say("Done");
  const measured = thisMachine();
  console.log(`\n${table(rows)}\n\nMeasured on ${measured}. ${goalsInWords(rows)}`);
  const moves = landed ? compare(landed.rows, options.quick ? rows.filter(isFigure) : rows) : [];
  if (options.compare) console.log(`\nAgainst the last landing (${landed!.measured}):\n\n${movesInWords(moves, rows.length)}`);
  if (options.write) writeLanded(root, { measured, rows });
  return options.compare && moves.some(isWorse) ? 1 : 0;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof TypeError || error instanceof Error ? `${error.message} (--help says what there is)` : String(error));
    process.exit(2);
  },
);
