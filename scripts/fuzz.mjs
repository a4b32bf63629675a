// `node scripts/fuzz.mjs [--seconds 600] [--seed 7]`: builds the fuzz program in stress/ and runs it by itself. The seed is printed; the same seed tries the same texts.
import path from "node:path";
import { build } from "esbuild";
import { end, root, run } from "./lib/run.mjs";

async function main() {
  const outfile = path.join(root, "node_modules/.cache/case-recording/stress/fuzz.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["stress/fuzz-main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Packages written in CommonJS call require, which an ES module does not have of itself.
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  return (await run(process.execPath, ["--enable-source-maps", outfile, ...process.argv.slice(2)])).status;
}

main().then(end, (error) => {
  console.error(String(error.message ?? error));
  return end(1);
});
