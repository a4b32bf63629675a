// The programs of the stress run.
import path from "node:path";
import { build } from "esbuild";
import { root } from "./run.mjs";

const options = { absWorkingDir: root, bundle: true, platform: "node", target: "node20", logLevel: "warning" };

/** Builds a server whose rules can be made to throw. */
export const buildFaultyServer = (outfile) => build({ ...options, entryPoints: ["stress/faultyServer.ts"], outfile, format: "cjs" });

/** Builds what `npm run stress` runs into a folder. */
export async function buildStress(folder) {
  await buildFaultyServer(path.join(folder, "faultyServer.cjs"));
  // Packages written in CommonJS call require, which an ES module does not have of itself.
  const banner = { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' };
  await build({ ...options, entryPoints: ["stress/main.ts"], outfile: path.join(folder, "main.mjs"), format: "esm", banner });
}
