// VS Code in the browser, from the npm package code-server: the same editor, extension host and all, for machines
// without a desktop. It lives in .vscode-test/, outside node_modules, and is installed once.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { atEnd, npm, root, run } from "./run.mjs";
import { say, since, step } from "./say.mjs";

const version = "4.100.3";
const ripgrep = "1.18.0";
const vscodeVersion = "1.100.3";
const home = path.join(root, ".vscode-test", `code-server-${version}`);
const vscode = path.join(home, "node_modules/code-server/lib/vscode");
const complete = path.join(home, ".complete");
const program = path.join(vscode, "out/server-main.js");

/** What the editor is called when a script says which one it uses. */
export const codeServerName = `VS Code ${vscodeVersion} in the browser (npm package code-server ${version})`;

/** Installs the editor unless it is there. Returns the folder in which VS Code itself stands. */
export async function ensureCodeServer() {
  if (existsSync(complete) && existsSync(program)) return vscode;
  step(`Installing ${codeServerName}`);
  say("About 350 MB on disk, once; it is kept in .vscode-test/ for the next time.");
  const started = performance.now();
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, "package.json"), '{ "private": true }\n');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await install([`code-server@${version}`, `@vscode/ripgrep-universal@${ripgrep}`, ...options], home);
  // Its lock file is out of step with its package.json, so `npm ci` would refuse.
  await install(["--omit=dev", ...options], vscode);
  linkRipgrep();
  writeFileSync(complete, `${version}\n`);
  say(`Done in ${since(started)}.`);
  return vscode;
}

async function install(args, cwd) {
  const { status, output } = await npm(["install", ...args], { cwd, quiet: true });
  if (status === 0) return;
  throw new Error(`The editor could not be installed.\n${output}`);
}

/** The editor looks for files with ripgrep, which it expects at a place of its own. */
function linkRipgrep() {
  const name = process.platform === "win32" ? "rg.exe" : "rg";
  const here = path.join(home, "node_modules/@vscode/ripgrep-universal/bin", `${process.platform}-${process.arch}`, name);
  const there = path.join(vscode, "node_modules/@vscode/ripgrep/bin", name);
  if (!existsSync(here) || existsSync(there)) return;
  mkdirSync(path.dirname(there), { recursive: true });
  copyFileSync(here, there);
}

/** Settings under which the editor asks nothing of anybody outside this machine. */
const quietSettings = {
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.showReleaseNotes": false,
  "workbench.enableExperiments": false,
  "workbench.settings.enableNaturalLanguageSearch": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Has the editor ask no shop for extensions. */
const noGallery = { EXTENSIONS_GALLERY: "{}" };

/** Writes the settings that hold for an editor whose data stand in `data`. */
export function writeSettings(data, settings = {}) {
  const folder = path.join(data, "data/Machine");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "settings.json"), `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`);
}

/** Puts a packed extension into an editor whose data stand in `data`. Returns what the editor said. */
export async function installExtension(vsix, data) {
  const args = [program, "--install-extension", vsix, "--force", "--server-data-dir", data, "--accept-server-license-terms", "--disable-telemetry"];
  const { status, output } = await run(process.execPath, args, { quiet: true, env: { ...process.env, ...noGallery } });
  if (status !== 0 || !/successfully installed/.test(output)) throw new Error(`The packed extension could not be installed.\n${output}`);
  return output;
}

/**
 * Starts the editor on this machine's own address alone. Resolves when it listens; `stop` ends it.
 * Without a token anybody on this machine could open it, so only tests, which last seconds, leave it out. Every folder
 * is trusted, unless `restricted` says that none is.
 */
export async function startServer({ data, token, restricted = false, args = [], env = process.env }) {
  const child = spawn(process.execPath, [
    program, "--host", "127.0.0.1", "--port", "0", ...(token ? ["--connection-token", token] : ["--without-connection-token"]),
    "--accept-server-license-terms", "--disable-telemetry", ...(restricted ? [] : ["--disable-workspace-trust"]), "--server-data-dir", data, ...args,
  ], { stdio: ["ignore", "pipe", "pipe"], env: { ...env, ...noGallery } });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill();
    await ended;
  };
  const forget = atEnd(stop);
  void ended.then(forget);
  let output = "";
  const port = await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
        const listening = /Extension host agent listening on (\d+)/.exec(output);
        if (listening) resolve(Number(listening[1]));
      });
    }
    child.once("error", reject);
    void ended.then((status) => reject(new Error(`The editor ended before it began (${status}).\n${output}`)));
  });
  return { port, ended, stop, output: () => output };
}

/** The address at which a running editor shows a folder, and a file in it. */
export function addressOf({ port, token, folder, file, payload = [] }) {
  const here = `vscode-remote://127.0.0.1:${port}`;
  const all = [...(file ? [["openFile", here + file]] : []), ["skipWelcome", "true"], ...payload];
  const query = new URLSearchParams({ ...(token ? { tkn: token } : {}), ...(folder ? { folder } : { ew: "true" }), payload: JSON.stringify(all) });
  return `http://127.0.0.1:${port}/?${query}`;
}
