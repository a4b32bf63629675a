// `npm run bench`: builds the product and the benchmark in bench/, installs the peers that it measures beside, and runs it.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { ensureDependencies, ensurePeers } from "./lib/dependencies.mjs";
import { end, root, run } from "./lib/run.mjs";

const options = process.argv.slice(2);
const only = (option) => options.includes(option);

async function main() {
  await ensureDependencies();
  if (!only("--help")) {
    const built = await run(process.execPath, ["scripts/build.mjs"], { quiet: true });
    if (built.status !== 0) throw new Error(built.output);
    if (!only("--quick")) await ensurePeers();
    mkdirSync(path.join(root, "bench/node_modules"), { recursive: true });
  }
  const outdir = path.join(root, "node_modules/.cache/case-recording/bench");
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/main.ts"],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Packages written in CommonJS call require, which an ES module does not have of itself.
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  // What is measured in process runs, with the peers beside it, as the program runs: under its settings of V8.
  return (await run(process.execPath, ["--require", path.join(root, "dist/start.js"), path.join(outdir, "main.mjs"), ...options])).status;
}

main().then(end, (error) => {
  console.error(String(error.message ?? error));
  return end(1);
});
