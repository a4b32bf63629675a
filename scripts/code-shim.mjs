#!/usr/bin/env node
// Takes the arguments of the `code` program as far as extension tests use them, and runs the tests in VS Code in the
// browser instead: @vscode/test-electron can be pointed at it where no desktop VS Code can be had.
//   code-shim.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--disable-workspace-trust] [FOLDER]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format, inspect } from "node:util";
import { addressOf, ensureCodeServer, startServer, writeSettings } from "./lib/codeServer.mjs";
import { ensureChromium, keepLocal, launch } from "./lib/chromium.mjs";
import { atEnd, end } from "./lib/run.mjs";

const args = process.argv.slice(2);
const valuesOf = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => path.resolve(arg.slice(name.length + 3).replace(/^file:\/\//, "")));
const folder = args.find((arg) => !arg.startsWith("-"));
const limit = Number(process.env.TEST_TIMEOUT ?? 240);
/** What VS Code itself says while it starts, which is of no use to a reader. */
const chatter = /^(Resolv|Creat|Updating|\[|ChatSession|Timed out waiting for auth|Cannot find module|Error: Could not locate|getaddrinfo|Error while getting|ERR |INFO |WARN |Ignoring fetching|DialogService: refused to show dialog in tests\. Contents: Do you trust)/;

async function main() {
  await ensureCodeServer();
  const chromium = await ensureChromium();
  const data = mkdtempSync(path.join(tmpdir(), "case-recording-editor-"));
  atEnd(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  const restricted = !args.includes("--disable-workspace-trust");
  writeSettings(data, { "security.workspace.trust.enabled": restricted });
  // Newer versions hear a test's payload only with the smoke test driver.
  const server = await startServer({ data, restricted, args: ["--enable-smoke-test-driver"] });
  const browser = await launch(chromium);
  atEnd(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await keepLocal(page);
  const finished = new Promise((resolve) => void page.exposeFunction("codeAutomationExit", resolve));
  await page.exposeFunction("codeAutomationLog", (type, values) => {
    const text = format(...values.map((value) => (typeof value === "string" ? value : inspect(value))));
    if (process.env.VERBOSE || !chatter.test(text)) (type === "error" ? console.error : console.log)(text);
  });
  page.on("pageerror", (error) => process.env.VERBOSE && console.error("[page]", error.message));
  const remote = (file) => `vscode-remote://127.0.0.1:${server.port}${file}`;
  const payload = [
    ...valuesOf("extensionDevelopmentPath").map((value) => ["extensionDevelopmentPath", remote(value)]),
    ...valuesOf("extensionTestsPath").map((value) => ["extensionTestsPath", remote(value)]),
  ];
  await page.goto(addressOf({ port: server.port, folder: folder && path.resolve(folder), payload }));
  const died = server.ended.then(() => Promise.reject(new Error(`The editor ended before the tests did.\n${server.output()}`)));
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`The tests took longer than ${limit} s.`)), limit * 1000).unref());
  return Promise.race([finished, died, late]);
}

main().then((status) => end(Number(status)), (error) => {
  console.error(error);
  return end(1);
});
