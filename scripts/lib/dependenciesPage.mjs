// docs/dependencies.md: every package that package.json names, with the reasons of reasons.yml, the licences of the lock
// files and the folders that take it in. No versions: package-lock.json has them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "./run.mjs";

const json = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head, rows) => [`| ${head.join(" | ")} |`, `|${head.map(() => "---").join("|")}|`, ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`)].join("\n");

/** The sources in a folder and below, as paths from the root with "/" between. */
function sources(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((one) => {
    const inner = `${folder}/${one.name}`;
    if (one.isDirectory()) return one.name === "node_modules" || one.name === "generated" ? [] : sources(inner);
    return /\.[cm]?[jt]s$/.test(one.name) && !/\.d\.[cm]?ts$/.test(one.name) ? [inner] : [];
  });
}

const taken = /\bfrom\s*["']([^"'.][^"']*)["']|^\s*import\s*["']([^"'.][^"']*)["']|\b(?:import|require)\s*\(\s*["']([^"'.][^"']*)["']\s*\)/gm;

/** By package, the folders whose files take it in; those of the product first, then what builds, measures and tests it. */
function usage() {
  const folders = new Map();
  for (const file of ["server", "client", "scripts", "bench", "test"].flatMap(sources)) {
    const shown = /^(?:server\/src(?:\/[^/.]+(?=\/))?|client\/[^/]+|[^/]+)/.exec(file)[0];
    for (const [, ...names] of readFileSync(path.join(root, file), "utf8").matchAll(taken)) {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(names.find(Boolean))[0];
      folders.set(name, (folders.get(name) ?? new Set()).add(shown));
    }
  }
  return folders;
}

/** Those that run something when they are installed, by their names. */
const withScripts = (lock) => Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder, about]) => ({ name: folder.replace(/^.*node_modules\//, ""), ...about }));

/** The page. Throws where a package has no reason, or a reason no package. */
export function dependenciesPage() {
  const manifest = json("package.json");
  const lock = json("package-lock.json");
  const bench = json("bench/package.json");
  const benchLock = json("bench/package-lock.json");
  const { packages: reasons, scripts } = parse(readFileSync(path.join(root, "scripts/lib/reasons.yml"), "utf8"));
  const used = usage();
  const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const installing = withScripts(lock);
  const faults = [
    ...named.filter((name) => !reasons[name]).map((name) => `${name} has no reason in scripts/lib/reasons.yml.`),
    ...Object.keys(reasons).filter((name) => !named.includes(name)).map((name) => `scripts/lib/reasons.yml gives a reason for ${name}, which package.json does not name.`),
    ...named.filter((name) => reasons[name] && !reasons[name].where && !used.has(name)).map((name) => `No file takes in ${name}: it can go, or scripts/lib/reasons.yml says where it is used.`),
    ...installing.filter(({ name }) => !scripts[name]).map(({ name }) => `${name} runs something when it is installed, and scripts/lib/reasons.yml does not say what.`),
  ];
  if (faults.length > 0) throw new Error(faults.join("\n"));

  const licence = (name, packages) => packages[`node_modules/${name}`]?.license ?? "not stated";
  const where = (name) => reasons[name].where ?? [...used.get(name)].map((folder) => `\`${folder}\``).join(", ");
  const rows = (names) => Object.keys(names).sort().map((name) => [`\`${name}\``, licence(name, lock.packages), reasons[name].does, reasons[name].why, where(name)]);
  const head = ["package", "licence", "what it does for us", "why it is not our own code", "where"];
  return `${[
    "# What this is built on",
    "Written by `npm run docs` from `package.json`, the lock files and `scripts/lib/reasons.yml`; to change it, change those. A package comes in only where it is well kept and does what is no part of understanding a note. `npm run audit` asks the registry whether anything is known against one of them.",
    "## In the product",
    "All of it is bundled: who installs the extension installs no packages. With what these bring along, every package in the bundles is listed in the `.vsix`, with its licence, in `THIRD-PARTY-NOTICES.txt`; the build writes it from what the bundler has put in. Only licences that ask for no more than to be named are let in (MIT, ISC, BSD, Apache-2.0, BlueOak-1.0.0 and their like), and a test says which.",
    table(head, rows(manifest.dependencies)),
    "## To build and test it",
    "Nothing of these is in the product, but for the check of profiles that `ajv` writes and a few lines of `esbuild`.",
    table(head, rows(manifest.devDependencies)),
    "The tests that need an editor install `code-server` (MIT) besides, into `.vscode-test`, where no desktop VS Code is found.",
    "## Measured beside",
    `\`npm run bench\` installs these into \`bench/node_modules\`, without running what they would run at that; each is optional: ${Object.keys(bench.optionalDependencies).sort().map((name) => `\`${name}\` (${licence(name, benchLock.packages)})`).join(", ")}.`,
    "## What runs when the packages are installed",
    `Of all packages in \`package-lock.json\`, ${installing.length} run something of their own when they are installed. ${installing.every(({ dev }) => dev) ? "The product depends on none of them" : "The product depends on some of them"}, and \`npm ci --ignore-scripts\` leaves all of it out: build and tests run without.`,
    table(["package", "what it runs"], installing.map(({ name }) => [`\`${name}\``, scripts[name]])),
    "## The lock file",
    "`package-lock.json` names every package with its version and a checksum, and no address: packages come from whichever registry a machine is set up with, and are refused where the checksum differs. A test holds it against `package.json`.",
  ].join("\n\n")}\n`;
}
