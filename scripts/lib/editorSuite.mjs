// Runs test/editor inside a real VS Code, whichever can be had.
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { codeServerName } from "./codeServer.mjs";
import { atEnd, root } from "./run.mjs";
import { say } from "./say.mjs";

const source = path.join(root, "test/editor");
const built = path.join(root, ".vscode-test/suite");
const updates = "https://update.code.visualstudio.com/api/releases/stable";

/** Builds the tests of a folder, each file for itself, as the editor's own Node wants it; returns what runs them. */
async function buildSuite(folder) {
  const [from, to] = [path.join(source, folder), path.join(built, folder)];
  const entryPoints = [path.join(source, "index.ts"), ...readdirSync(from).filter((name) => name.endsWith(".test.ts")).map((name) => path.join(from, name))];
  await build({ entryPoints: entryPoints.map((file) => ({ in: file, out: path.basename(file, ".ts") })), outdir: to, bundle: true, platform: "node", target: "node20", format: "cjs", external: ["vscode", "mocha"], sourcemap: "inline", logLevel: "warning" });
  return path.join(to, "index.js");
}

/** The editor to run in: the one that VSCODE_EXE names, else a desktop VS Code by download, else VS Code in the browser. */
async function chooseEditor() {
  if (process.env.VSCODE_EXE) return { name: `VSCODE_EXE, ${process.env.VSCODE_EXE}`, executable: process.env.VSCODE_EXE };
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) say("There is no display here for a desktop VS Code.");
  else if (!(await reachable())) say("A desktop VS Code cannot be downloaded here.");
  else {
    try {
      const { downloadAndUnzipVSCode } = await import("@vscode/test-electron");
      say("Downloading desktop VS Code, about 130 MB, once; it is kept in .vscode-test/.");
      const executable = await downloadAndUnzipVSCode({ cachePath: path.join(root, ".vscode-test"), timeout: 20_000 });
      return { name: `desktop VS Code, ${path.relative(root, executable)}`, executable };
    } catch (error) {
      say(`The download of a desktop VS Code did not succeed (${error.message}).`);
    }
  }
  return { name: codeServerName, executable: path.join(root, "scripts/code-shim.mjs") };
}

async function reachable() {
  try {
    return (await fetch(updates, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** Runs the suites: in a folder that is trusted, and in one that is not. Returns their counts; a suite that did not get to its end counts as failed. */
export async function runEditorSuite() {
  rmSync(built, { recursive: true, force: true });
  const { name, executable } = await chooseEditor();
  say(`Editor: ${name}`);
  const trusted = await runSuite(".", (options) => runTrusted(executable, options));
  say("The same editor, in a folder that is not trusted");
  const restricted = await runSuite("restricted", (options) => runRestricted(executable, options));
  return { passed: trusted.passed + restricted.passed, failed: trusted.failed + restricted.failed };
}

async function runSuite(suite, start) {
  const tests = await buildSuite(suite);
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-tests-"));
  const forget = atEnd(() => rmSync(scratch, { recursive: true, force: true }));
  const results = path.join(scratch, "results.json");
  let problem;
  try {
    await start({ tests, scratch, folder: mkdtempSync(path.join(scratch, "notes-")), env: { CASE_RECORDING_RESULTS: results } });
  } catch (error) {
    problem = error;
  }
  const { total, passed, failed } = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { total: 1, passed: 0, failed: 1 };
  const counts = { passed, failed: Math.max(failed, total - passed) };
  if (problem && counts.failed === 0) counts.failed = 1;
  if (problem) say(String(problem.message ?? problem));
  rmSync(scratch, { recursive: true, force: true });
  forget();
  return counts;
}

async function runTrusted(executable, { tests, folder, env }) {
  const { runTests } = await import("@vscode/test-electron");
  await runTests({ vscodeExecutablePath: executable, extensionDevelopmentPath: root, extensionTestsPath: tests, extensionTestsEnv: env, launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust"] });
}

/** `runTests` trusts every folder; here nobody is asked, and none is. */
async function runRestricted(executable, { tests, scratch, folder, env }) {
  const data = path.join(scratch, "data");
  mkdirSync(path.join(data, "User"), { recursive: true });
  writeFileSync(path.join(data, "User/settings.json"), JSON.stringify({ "security.workspace.trust.startupPrompt": "never" }));
  const args = [folder, "--disable-extensions", "--skip-welcome", "--skip-release-notes", "--disable-updates", "--no-sandbox", `--user-data-dir=${data}`, `--extensions-dir=${path.join(scratch, "extensions")}`, `--extensionDevelopmentPath=${root}`, `--extensionTestsPath=${tests}`];
  const child = spawn(executable, args, { stdio: "inherit", env: { ...process.env, ...env } });
  const status = await new Promise((resolve, reject) => void child.once("error", reject).once("exit", resolve));
  if (status !== 0) throw new Error(`The tests in a folder that is not trusted ended with ${status}.`);
}
