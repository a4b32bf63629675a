// `npm run stress`: builds the product and the stress run in stress/, and runs it.
import path from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { end, root, run } from "./lib/run.mjs";
import { buildStress } from "./lib/stressPrograms.mjs";

const options = process.argv.slice(2);

async function main() {
  await ensureDependencies();
  if (!options.includes("--help")) {
    const built = await run(process.execPath, ["scripts/build.mjs"], { quiet: true });
    if (built.status !== 0) throw new Error(built.output);
  }
  const folder = path.join(root, "node_modules/.cache/case-recording/stress");
  await buildStress(folder);
  return (await run(process.execPath, [path.join(folder, "main.mjs"), ...options])).status;
}

main().then(end, (error) => {
  console.error(String(error.message ?? error));
  return end(1);
});
