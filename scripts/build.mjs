// Builds what runs: dist/client.js (the extension), dist/preview.js and .css (the page in its preview),
// dist/server.js (the language server), dist/cli.js (the command line) and dist/docx.js (what writes Word files, loaded
// by those two when it is asked for). `--watch` builds again whenever a source changes.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { build, context } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const watching = process.argv.includes("--watch");
const lexiconSource = "server/src/lexicon/compile-main.ts";

/** The bundles. Sources are ES modules; what is built is CommonJS, because the extension host wants that. */
const bundles = [
  { entry: "client/src/extension.ts", outfile: "dist/client.js", external: ["vscode"] },
  { entry: "client/webview/preview.ts", outfile: "dist/preview.js", platform: "browser", format: "iife" },
  { entry: "server/src/main.ts", outfile: "dist/server.js" },
  { entry: "server/src/cli.ts", outfile: "dist/cli.js", executable: true },
  { entry: "server/src/record/docx.ts", outfile: "dist/docx.js" },
];

/** What is taken in by `import("…/docx.ts")` stays a file of its own beside the bundle. */
const apart = {
  name: "apart",
  setup: (it) => it.onResolve({ filter: /\/docx\.ts$/ }, ({ kind }) => (kind === "dynamic-import" ? { path: "./docx.js", external: true } : undefined)),
};

/** Turns the dictionaries in dictionaries/ into server/generated/lexicon.json, which the server bundle takes in. */
async function compileDictionaries() {
  if (!existsSync(path.join(root, lexiconSource))) return;
  const program = path.join(root, "node_modules/.cache/case-recording", `compile-${process.pid}.mjs`);
  mkdirSync(path.dirname(program), { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [lexiconSource],
      outfile: program,
      bundle: true,
      platform: "node",
      target: "node20",
      format: "esm",
      // Packages written in CommonJS call require, which an ES module does not have of itself.
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
      logLevel: "warning",
    });
    const ran = spawnSync(process.execPath, [program], { cwd: root, stdio: "inherit" });
    if (ran.status !== 0) throw new Error("The dictionaries could not be compiled; see above.");
  } finally {
    rmSync(program, { force: true });
  }
}

const shebang = "#!/usr/bin/env node";

/** esbuild keeps the first line of a source that begins so; a second one would be a syntax error. */
function startsWithShebang(entry) {
  return readFileSync(path.join(root, entry), "utf8").startsWith("#!");
}

/** What esbuild is told about one bundle. */
function options({ entry, outfile, external = [], executable = false, platform = "node", format = "cjs" }) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform,
    target: platform === "node" ? "node20" : "es2022",
    format,
    external,
    minify: !watching,
    // "module" first: some packages carry a UMD build as "main", whose inner requires no bundler can follow.
    mainFields: ["module", "main"],
    // Nothing of a note leaves the machine, so no bundle holds a network module.
    alias: { net: path.join(root, "scripts/lib/noNetwork.cjs") },
    sourcemap: watching ? "linked" : false,
    legalComments: "none",
    logLevel: "warning",
    plugins: [apart],
    banner: executable && !startsWithShebang(entry) ? { js: shebang } : {},
  };
}

/** Says how large a built file is, and makes a command executable. */
function report({ outfile, executable }) {
  const file = path.join(root, outfile);
  if (executable) chmodSync(file, 0o755);
  console.log(`  ${outfile.padEnd(16)} ${(statSync(file).size / 1024).toFixed(0).padStart(6)} KB`);
}

const present = bundles.filter(({ entry, outfile }) => {
  if (existsSync(path.join(root, entry))) return true;
  console.log(`  ${outfile.padEnd(16)} skipped: there is no ${entry} yet`);
  return false;
});

const started = performance.now();
try {
  await compileDictionaries();
  if (watching) {
    for (const bundle of present) {
      const said = { name: "said", setup: (it) => it.onEnd(({ errors }) => void (errors.length === 0 && report(bundle))) };
      await (await context({ ...options(bundle), plugins: [apart, said] })).watch();
    }
    console.log("Watching the sources; Ctrl+C ends it. (After a change in dictionaries/, start it again.)");
  } else {
    await Promise.all(present.map((bundle) => build(options(bundle))));
    for (const bundle of present) report(bundle);
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
} catch (error) {
  // esbuild has already printed what it found.
  if (!error.errors) console.error(String(error.message ?? error));
  process.exit(1);
}
