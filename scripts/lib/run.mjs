// Running other programs, and making sure that none of them stays behind.
import { spawn } from "node:child_process";
import path from "node:path";

/** The folder in which package.json stands. */
export const root = path.resolve(import.meta.dirname, "../..");

const windows = process.platform === "win32";

/** Runs a program to its end. Resolves with its exit status and, where `quiet`, with what it printed. */
export function run(command, args, { cwd = root, env = process.env, quiet = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (output += data));
    child.once("error", reject);
    child.once("exit", (status) => resolve({ status: status ?? 1, output }));
  });
}

/** Runs npm, the one that runs this script where there is one. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run(windows ? "npm.cmd" : "npm", args, { ...options, shell: windows });
}

const cleanups = new Set();
let ending = false;

/** Has something done before this process ends, however that happens. Returns what takes it back. */
export function atEnd(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** Does what was left to the end, and ends. */
export async function end(status) {
  if (ending) return;
  ending = true;
  for (const cleanup of [...cleanups].reverse()) {
    try {
      await cleanup();
    } catch {
      // The next one still has to be done.
    }
  }
  process.exit(status);
}

for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15]]) process.on(signal, () => void end(128 + number));
