// Tests the extension as people get it: packed, installed into a fresh editor, and used in a browser.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureChromium, keepLocal, launch } from "./chromium.mjs";
import { addressOf, ensureCodeServer, installExtension, startServer, writeSettings } from "./codeServer.mjs";
import { pack, packedFiles } from "./pack.mjs";
import { atEnd, root } from "./run.mjs";
import { say, since } from "./say.mjs";

const allowed = /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|language-configuration\.json|syntaxes\/[^/]+\.json|images\/[^/]+\.(?:png|svg)|dist\/(?:client|preview|server|cli|[\w.-]*browser)\.js|dist\/preview\.css|samples\/(?:good|poor)\.casenote\.md|docs\/rules\/[^/]+\.md|docs\/(?:profiles|standards|word-lists)\.md|dictionaries\/schema\/profile\.json)$/;
const needed = ["package.json", "LICENSE", "language-configuration.json", "syntaxes/case-note.tmLanguage.json", "dist/client.js", "dist/preview.js", "dist/preview.css", "dist/server.js"];

/** Runs the tests one after the other. Returns how many passed and failed. */
export async function runPackedSuite() {
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-packed-"));
  const clear = atEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const data = path.join(scratch, "editor");
  const notes = path.join(scratch, "notes");
  mkdirSync(notes);
  cpSync(path.join(root, "samples"), notes, { recursive: true });
  let vsix;
  const tests = {
    "the package holds what runs, and no sources, tests or packages": async () => {
      const files = (await packedFiles()).map((file) => file.replaceAll("\\", "/"));
      assert.deepEqual(files.filter((file) => !allowed.test(file)), []);
      assert.deepEqual(needed.filter((file) => !files.includes(file)), []);
    },
    "it installs into a fresh editor": async () => {
      await ensureCodeServer();
      vsix = await pack(scratch);
      writeSettings(data);
      await installExtension(vsix, data);
    },
    "the poor sample is underlined, and nothing is asked of any other machine": async () => {
      await withPage(data, notes, "poor.casenote.md", async (page, refused) => {
        await page.waitForSelector(".monaco-editor .squiggly-warning, .monaco-editor .squiggly-info", { timeout: 40_000 });
        assert.deepEqual([...refused], []);
      });
    },
  };
  const counts = { passed: 0, failed: 0 };
  for (const [name, test] of Object.entries(tests)) {
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
  rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  clear();
  return counts;
}

/** Opens a note in an editor of its own and does something with the page. */
async function withPage(data, folder, file, use) {
  const chromium = await ensureChromium();
  const server = await startServer({ data });
  const browser = await launch(chromium);
  const close = atEnd(() => browser.close());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const refused = await keepLocal(page);
    await page.goto(addressOf({ port: server.port, folder, file: path.join(folder, file) }));
    await use(page, refused);
  } finally {
    await browser.close();
    close();
    await server.stop();
  }
}
