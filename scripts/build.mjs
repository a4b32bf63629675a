// Builds what runs: dist/client.js (the extension), dist/preview.js and .css (the page in its preview),
// dist/server.js (the language server) and dist/cli.js (the command line). What server and command line share, and what
// is loaded only when it is asked for, stands once in dist/parts. THIRD-PARTY-NOTICES.txt says whose code is in them. `--watch` builds again whenever a source changes.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, context, transform } from "esbuild";
import { noticesText } from "./lib/notices.mjs";

const root = path.resolve(import.meta.dirname, "..");
const watching = process.argv.includes("--watch");
const lexiconSource = "server/src/lexicon/compile-main.ts";

/** The programs, by the file that each begins with. Those of one group share their parts. */
const groups = [
  { entries: { client: "client/src/extension.ts" }, external: ["vscode"] },
  { entries: { preview: "client/webview/preview.ts" }, platform: "browser" },
  { entries: { server: "server/src/main.ts", cli: "server/src/cli.ts" }, first: 'require = require("./start.js").requireIn(__dirname, require);' },
];

/** Compiled data stands in a bundle as text: a program starts sooner that reads it than one that spells it out. */
const dataAsText = {
  name: "data-as-text",
  setup: (it) => it.onLoad({ filter: /[\\/]server[\\/]generated[\\/][\w-]+\.json$/ }, ({ path }) => ({ contents: `export default JSON.parse(${JSON.stringify(readFileSync(path, "utf8"))});` })),
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

const shebang = "#!/usr/bin/env node\n";
const target = (platform) => (platform === "node" ? "node20" : "es2022");

/** What esbuild is told about one group. */
function options({ entries, external = [], platform = "node" }) {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(Object.entries(entries).filter(([, entry]) => existsSync(path.join(root, entry)))),
    outdir: "dist",
    chunkNames: "parts/[name]-[hash]",
    bundle: true,
    platform,
    target: target(platform),
    // Only ES modules can be parted; `written` makes CommonJS of them.
    format: platform === "node" ? "esm" : "iife",
    splitting: platform === "node",
    external,
    minify: !watching,
    // "module" first: some packages carry a UMD build as "main", whose inner requires no bundler can follow.
    mainFields: ["module", "main"],
    // Nothing of a note leaves the machine, so no bundle holds a network module.
    alias: { net: path.join(root, "scripts/lib/noNetwork.cjs") },
    legalComments: "none",
    logLevel: "warning",
    write: false,
    metafile: true,
    plugins: [dataAsText],
  };
}

/** Writes what was built, as the CommonJS that the extension host wants, and makes the command executable. Returns the files with their sizes in bytes. */
async function written({ outputFiles }, { platform = "node", first = "" }) {
  return Promise.all(outputFiles.map(async ({ path: file, text }) => {
    const isProgram = platform === "node";
    const { code: body } = isProgram ? await transform(text, { format: "cjs", target: target(platform), minify: !watching, supported: { "dynamic-import": false }, legalComments: "none" }) : { code: text };
    const isCommand = path.basename(file) === "cli.js";
    const code = isPart({ file }) ? body : `${isCommand ? shebang : ""}${first && `${first}\n`}${body.replace(/^#!.*\n/, "")}`;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code);
    if (isCommand) chmodSync(file, 0o755);
    return { file, size: Buffer.byteLength(code) };
  }));
}

/** What runs before server and command line, as it stands. */
async function writeStart() {
  const { code } = await transform(readFileSync(path.join(root, "server/start.cjs"), "utf8"), { minify: !watching, target: target("node") });
  mkdirSync(path.join(root, "dist"), { recursive: true });
  writeFileSync(path.join(root, "dist/start.js"), code);
}

/** Keeps what esbuild says of each bundle in dist/meta.json, and whose code it has put in as THIRD-PARTY-NOTICES.txt. */
function writeNotices(built) {
  const metafiles = built.map(({ metafile }) => metafile);
  writeFileSync(path.join(root, "dist/meta.json"), JSON.stringify(metafiles));
  writeFileSync(path.join(root, "THIRD-PARTY-NOTICES.txt"), noticesText(metafiles));
}

/** Says how large the built files are, and takes away parts of earlier builds. */
function report(files) {
  for (const { file, size } of files.sort((a, b) => Number(isPart(a)) - Number(isPart(b)) || b.size - a.size)) console.log(`  ${path.relative(root, file).padEnd(34)} ${(size / 1024).toFixed(0).padStart(6)} KB`);
  const parts = path.join(root, "dist/parts");
  const kept = new Set(files.map(({ file }) => path.basename(file)));
  for (const name of existsSync(parts) ? readdirSync(parts) : []) if (!kept.has(name)) rmSync(path.join(parts, name));
}

const isPart = ({ file }) => path.basename(path.dirname(file)) === "parts";

const started = performance.now();
try {
  await compileDictionaries();
  await writeStart();
  if (watching) {
    for (const group of groups) {
      const said = { name: "written", setup: (it) => it.onEnd(async (result) => void (result.errors.length === 0 && (await written(result, group)).forEach(({ file }) => console.log(`  ${path.relative(root, file)}`)))) };
      await (await context({ ...options(group), plugins: [dataAsText, said] })).watch();
    }
    console.log("Watching the sources; Ctrl+C ends it. (After a change in dictionaries/, start it again.)");
  } else {
    const built = await Promise.all(groups.map((group) => build(options(group))));
    report((await Promise.all(groups.map((group, nth) => written(built[nth], group)))).flat());
    writeNotices(built);
    // Without it everything runs as well, and starts a little later.
    spawnSync(process.execPath, [path.join(root, "scripts/lib/codeCache.cjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
} catch (error) {
  // esbuild has already printed what it found.
  if (!error.errors) console.error(String(error.message ?? error));
  process.exit(1);
}
