// `npm run screenshot`: photographs the poor sample in the real editor, for the README.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addressOf, ensureCodeServer, installExtension, startServer, writeSettings } from "./lib/codeServer.mjs";
import { ensureChromium, keepLocal, launch } from "./lib/chromium.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { pack } from "./lib/pack.mjs";
import { atEnd, end, root, run } from "./lib/run.mjs";
import { say, step } from "./lib/say.mjs";

const sample = "poor.casenote.md";
const underlined = ".monaco-editor .squiggly-warning, .monaco-editor .squiggly-info";

/** How the editor looks in the pictures. */
const look = {
  "editor.fontFamily": "DejaVu Sans Mono, monospace",
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "workbench.activityBar.location": "hidden",
  "workbench.layoutControl.enabled": false,
  "chat.commandCenter.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "git.enabled": false,
};

async function main() {
  await ensureDependencies();
  const built = await run(process.execPath, ["scripts/build.mjs"]);
  if (built.status !== 0) return built.status;
  await ensureCodeServer();
  const chromium = await ensureChromium();
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-pictures-"));
  atEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const notes = path.join(scratch, "notes");
  const data = path.join(scratch, "editor");
  mkdirSync(notes);
  cpSync(path.join(root, "samples"), notes, { recursive: true });
  writeSettings(data, look);
  await installExtension(await pack(scratch), data);
  const server = await startServer({ data });
  const browser = await launch(chromium);
  atEnd(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1280, height: 940 }, deviceScaleFactor: 1.5 });
  await keepLocal(page);
  step("Photographing");
  await page.goto(addressOf({ port: server.port, folder: notes, file: path.join(notes, sample) }));
  await page.waitForSelector(underlined, { timeout: 60_000 });
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 20_000 });
  await clearToasts(page);
  // Past the details, to where the note begins.
  await page.keyboard.press("Control+1");
  for (let line = 0; line < 15; line += 1) await page.keyboard.press("Control+ArrowDown");
  await page.waitForTimeout(1_500);
  await shoot(page, "problems.png");
  await openMenu(page);
  // The note ends above the lower part of the window.
  await shoot(page, "light-bulb.png", { x: 0, y: 0, width: 1280, height: 520 });
  return 0;
}

/** Puts the cursor on an acronym and opens the light bulb's menu there. */
async function openMenu(page) {
  await page.keyboard.press("Control+j");
  await page.locator(".view-line", { hasText: "LAC visit" }).first().click({ position: { x: 12, y: 10 } });
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.waitForTimeout(1_000);
    await page.keyboard.press("Control+.");
    const menu = await page.waitForSelector(".action-widget", { timeout: 4_000 }).catch(() => undefined);
    if (menu) return void (await page.waitForTimeout(700));
    await page.keyboard.press("Escape");
  }
  throw new Error("The light bulb's menu did not open.");
}

async function clearToasts(page) {
  for (const toast of await page.locator(".notifications-toasts .codicon-notifications-clear").all()) await toast.click().catch(() => undefined);
}

async function shoot(page, name, clip) {
  const file = path.join(root, "images", name);
  await page.screenshot({ path: file, ...(clip ? { clip } : {}) });
  say(path.relative(root, file));
}

main().then(end, (error) => {
  console.error(error);
  return end(1);
});
