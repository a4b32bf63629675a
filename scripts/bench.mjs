// Measures what a check costs: `npm run bench`. Figures are for this machine; the ratios are what to compare.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const outfile = path.join(root, "node_modules/.cache/case-recording/bench.cjs");
console.log("Measuring, for about half a minute: notes of 1,000 and 10,000 words, medians of several runs, warm.\n");
await build({ absWorkingDir: root, entryPoints: ["test/bench/bench.ts"], outfile, bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" });
process.exitCode = spawnSync(process.execPath, [outfile], { cwd: root, stdio: "inherit" }).status ?? 1;
