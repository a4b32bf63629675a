// Tests the extension as people get it: packed, installed into a fresh editor, used by keyboard and looked at (test/page).
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureCodeServer, installExtension, writeSettings } from "./codeServer.mjs";
import { startDesk } from "./desk.mjs";
import { pack, packedFiles } from "./pack.mjs";
import { faultsOfPacked } from "./packedList.mjs";
import { atEnd, root } from "./run.mjs";
import { say, since } from "./say.mjs";

/** Runs the tests one after the other. Returns how many passed and failed. */
export async function runPackedSuite() {
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-packed-"));
  const clear = atEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const data = path.join(scratch, "editor");
  const notes = path.join(scratch, "notes");
  let vsix;
  const pages = await pageTests({ data, notes });
  const tests = {
    "the package holds what runs, and no sources, tests or packages": async () => {
      const files = (await packedFiles()).map((file) => file.replaceAll("\\", "/"));
      assert.deepEqual(faultsOfPacked(files), { stray: [], missing: [] });
    },
    "it installs into a fresh editor": async () => {
      await ensureCodeServer();
      vsix = await pack(scratch);
      writeSettings(data);
      await installExtension(vsix, data);
    },
    ...pages.tests,
  };
  const counts = { passed: 0, failed: 0 };
  const only = process.env.ONLY;
  for (const [name, test] of Object.entries(tests)) {
    if (only && name in pages.tests && !name.includes(only)) continue;
    const started = performance.now();
    try {
      await test();
      counts.passed += 1;
      say(`✔ ${name} (${since(started)})`);
    } catch (error) {
      counts.failed += 1;
      say(`✘ ${name}`);
      console.error(error);
    }
  }
  await pages.end();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  clear();
  return counts;
}

/** The tests in test/page, all in one editor, each in a window of its own; what a window asks of other machines fails its test. */
async function pageTests({ data, notes }) {
  const folder = path.join(root, "test/page");
  const modules = await Promise.all(readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => import(path.join(folder, name))));
  let desk;
  const open = async () => {
    if (desk) return desk;
    desk = await startDesk({ data, notes });
    for (const { files = {} } of modules) for (const [name, text] of Object.entries(files)) writeFileSync(path.join(notes, name), text);
    return desk;
  };
  const tests = modules.flatMap((module) => Object.entries(module.default)).map(([name, test]) => [name, async () => {
    const windows = [];
    const sit = async (...asked) => {
      const window = await (await open()).sit(...asked);
      windows.push(window);
      return window;
    };
    try {
      await test(sit);
      for (const { refused } of windows) assert.deepEqual([...refused], []);
    } catch (error) {
      await windows.at(-1)?.page.screenshot({ path: path.join(root, ".vscode-test/failed.png") }).catch(() => undefined);
      throw error;
    } finally {
      for (const window of windows) await window.close();
    }
  }]);
  return { tests: Object.fromEntries(tests), end: () => desk?.end() };
}
