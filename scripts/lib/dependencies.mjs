// What has to be there before anything else: the npm packages. Needs nothing but Node itself.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { npm, root } from "./run.mjs";
import { say, since, step } from "./say.mjs";

/** Stops with a clear word on a Node that is too old. */
function checkNode() {
  if (Number(process.versions.node.split(".")[0]) >= 20) return;
  console.error(`Node 20 or later is needed; this is ${process.version}. See https://nodejs.org/`);
  process.exit(1);
}

/** The packages that a folder's package-lock.json asks for and that are missing or of another version; those that are optional only if one says so. */
function missing(folder = root, { optional = false } = {}) {
  const wanted = JSON.parse(readFileSync(path.join(folder, "package-lock.json"), "utf8")).packages;
  const record = path.join(folder, "node_modules/.package-lock.json");
  const present = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : {};
  return Object.keys(wanted).filter((name) => name !== "" && (optional || !wanted[name].optional) && present[name]?.version !== wanted[name].version);
}

/** Installs the npm packages with `npm ci` where they are missing or do not fit package-lock.json. */
export async function ensureDependencies() {
  checkNode();
  const lacking = missing();
  if (lacking.length === 0) return;
  step("Installing the npm packages that the project is built and tested with");
  say(`${lacking.length} packages are missing or of another version; all of them come to about 260 MB in node_modules.`);
  const started = performance.now();
  const { status } = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status !== 0) {
    console.error("npm ci did not succeed; what it printed stands above.");
    process.exit(status);
  }
  say(`Done in ${since(started)}.`);
}

/** Installs the programs that the benchmark measures beside, into its own folder. All of them are optional there, and what cannot be installed is left out. Speaks on standard error. */
export async function ensurePeers() {
  const folder = path.join(root, "bench");
  const lacking = missing(folder, { optional: true });
  if (lacking.length === 0) return;
  console.error(`Installing the programs to measure beside, into bench/node_modules: ${lacking.length} packages, about 200 MB in all.`);
  const { status, output } = await npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], { cwd: folder, quiet: true });
  if (status !== 0) console.error(`They could not all be installed; what is there is measured.\n${output}`);
}
