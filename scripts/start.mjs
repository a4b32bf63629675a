// `npm start`: builds, shows what is found in the poor sample note, and opens the editor on it.
//   npm start -- --no-open    starts the editor, checks that it answers, and ends again
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { addressOf, codeServerName, ensureCodeServer, installExtension, startServer, writeSettings } from "./lib/codeServer.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { end, root, run } from "./lib/run.mjs";
import { say, step } from "./lib/say.mjs";

const trying = process.argv.includes("--no-open") || process.argv.includes("--check");
const sample = "poor.casenote.md";
const home = path.join(root, ".vscode-test/start");

/** Copies the samples, so that what somebody tries out does not change them. */
function freshNotes() {
  const notes = path.join(home, "notes");
  rmSync(notes, { recursive: true, force: true });
  mkdirSync(notes, { recursive: true });
  cpSync(path.join(root, "samples"), notes, { recursive: true });
  return notes;
}

/** The desktop program `code`, where there is one. */
async function desktop() {
  if (trying) return undefined;
  const answer = await run("code", ["--version"], { quiet: true, shell: process.platform === "win32" }).catch(() => ({ status: 1 }));
  return answer.status === 0 ? "code" : undefined;
}

/** Opens the sample in the desktop editor, in a window of its own that has the extension. */
async function openOnDesktop(code, notes) {
  step("Opening the poor sample in VS Code");
  const args = [`--extensionDevelopmentPath=${root}`, "--new-window", notes, path.join(notes, sample)];
  const { status } = await run(code, args, { shell: process.platform === "win32" });
  say("The underlined places are findings; click one and press Ctrl+. (on a Mac Cmd+.) for what can be done.");
  return status;
}

/** Runs the editor for a browser until Ctrl+C. */
async function openInBrowser(notes) {
  await ensureCodeServer();
  step("Packing the extension and installing it into the editor");
  const { pack } = await import("./lib/pack.mjs");
  const data = path.join(home, "editor");
  rmSync(path.join(data, "extensions"), { recursive: true, force: true });
  writeSettings(data);
  const quiet = console.log;
  console.log = () => {};
  const vsix = await pack(home).finally(() => (console.log = quiet));
  await installExtension(vsix, data);
  rmSync(vsix, { force: true });
  const token = randomBytes(16).toString("hex");
  const server = await startServer({ data, token });
  const address = addressOf({ port: server.port, token, folder: notes, file: path.join(notes, sample) });
  const response = await fetch(address, { redirect: "manual" });
  const refused = await fetch(addressOf({ port: server.port, folder: notes }), { redirect: "manual" });
  if (response.status >= 400 || refused.status !== 403) throw new Error(`The editor answers ${response.status} with the token and ${refused.status} without.`);
  step(`${codeServerName} is running, on this machine alone`);
  say("Open this address in a browser. The token in it is new each time; nobody without it gets in.");
  console.log(`\n${address}\n`);
  say("The underlined places are findings; click one and press Ctrl+. (on a Mac Cmd+.) for what can be done.");
  if (trying) {
    say("It answers, and ends again.");
    return 0;
  }
  say("Ctrl+C here ends the editor.");
  return (await server.ended) ?? 0;
}

async function main() {
  await ensureDependencies();
  step("Building");
  const built = await run(process.execPath, ["scripts/build.mjs"]);
  if (built.status !== 0) return built.status;
  if (existsSync(path.join(root, "dist/cli.js"))) {
    step(`What is found in samples/${sample}`);
    await run(process.execPath, ["dist/cli.js", "check", `samples/${sample}`]);
  }
  const notes = freshNotes();
  say(`The editor opens copies of the samples, in ${path.relative(root, notes)}; change them as you like.`);
  const code = await desktop();
  return code ? openOnDesktop(code, notes) : openInBrowser(notes);
}

main().then(end, (error) => {
  console.error(error);
  return end(1);
});
