// Runs test/editor inside a real VS Code, whichever can be had.
import { build } from "esbuild";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { codeServerName } from "./codeServer.mjs";
import { atEnd, root } from "./run.mjs";
import { say } from "./say.mjs";

const source = path.join(root, "test/editor");
const built = path.join(root, ".vscode-test/suite");
const updates = "https://update.code.visualstudio.com/api/releases/stable";

/** Builds the suite, each file for itself, as the editor's own Node wants it. */
async function buildSuite() {
  rmSync(built, { recursive: true, force: true });
  const entryPoints = readdirSync(source).filter((name) => name === "index.ts" || name.endsWith(".test.ts")).map((name) => path.join(source, name));
  await build({ entryPoints, outdir: built, bundle: true, platform: "node", target: "node20", format: "cjs", external: ["vscode", "mocha"], sourcemap: "inline", logLevel: "warning" });
  return path.join(built, "index.js");
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

/** Runs the suite. Returns its counts; a suite that did not get to its end counts as failed. */
export async function runEditorSuite() {
  const extensionTestsPath = await buildSuite();
  const { name, executable } = await chooseEditor();
  say(`Editor: ${name}`);
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-tests-"));
  const forget = atEnd(() => rmSync(scratch, { recursive: true, force: true }));
  const results = path.join(scratch, "results.json");
  const folder = mkdtempSync(path.join(scratch, "notes-"));
  let problem;
  try {
    const { runTests } = await import("@vscode/test-electron");
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath,
      extensionTestsEnv: { CASE_RECORDING_RESULTS: results },
      launchArgs: [folder, "--disable-extensions", "--disable-workspace-trust"],
    });
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
