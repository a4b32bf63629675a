// `npm run screenshot`: photographs the extension in the real editor, for the README and the walkthrough.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureCodeServer, installExtension, writeSettings } from "./lib/codeServer.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { startDesk } from "./lib/desk.mjs";
import { pack } from "./lib/pack.mjs";
import { atEnd, end, root, run } from "./lib/run.mjs";
import { say, step } from "./lib/say.mjs";

/** How the editor looks in the pictures. */
const look = {
  "editor.fontFamily": "DejaVu Sans Mono, monospace",
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "breadcrumbs.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "workbench.layoutControl.enabled": false,
  "chat.commandCenter.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "git.enabled": false,
};
const underlined = ".monaco-editor .squiggly-warning, .monaco-editor .squiggly-info";

/** The pictures, each with the file that is open and what is done before it is taken. */
const pictures = {
  async problems(sit) {
    const desk = await sit("poor.casenote.md");
    await desk.page.waitForSelector(underlined, { timeout: 60_000 });
    await desk.press("Control+b", "Control+Shift+M");
    await desk.page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 20_000 });
    await toBody(desk);
    return shoot(desk, "problems");
  },
  async "light-bulb"(sit) {
    const desk = await sit("poor.casenote.md");
    await desk.page.waitForSelector(underlined, { timeout: 60_000 });
    await desk.press("Control+b");
    await toBody(desk);
    await desk.page.locator(".view-line", { hasText: "LAC visit" }).first().click({ position: { x: 12, y: 10 } });
    await desk.until("the menu", async () => {
      await desk.press("Control+.");
      return desk.page.waitForSelector(".action-widget", { timeout: 4_000 }).catch(() => undefined);
    });
    await desk.wait(700);
    return shoot(desk, "light-bulb", { x: 0, y: 0, width: 1280, height: 560 });
  },
  async checklist(sit) {
    const desk = await sit("poor.casenote.md");
    await desk.page.waitForSelector(underlined, { timeout: 60_000 });
    await desk.command("Case Recording: Show the Checklist");
    await desk.page.waitForSelector(".pane-body .monaco-list-row", { timeout: 20_000 });
    await widen(desk, 150);
    await toBody(desk);
    return shoot(desk, "checklist", { x: 0, y: 0, width: 1280, height: 640 });
  },
  async preview(sit) {
    const desk = await sit("good.casenote.md");
    await desk.until("the colours", async () => (await desk.look("I knew")).color !== (await desk.look("I came to see")).color);
    await desk.press("Control+b");
    await desk.command("Case Recording: Preview as Recorded");
    await desk.webview("#record h1, #record h2");
    await toBody(desk, 22);
    return shoot(desk, "preview");
  },
  async compare(sit) {
    const desk = await sit();
    await desk.press("Control+b");
    await desk.command("Case Recording: Compare a Poor Note and a Good One");
    await desk.page.waitForSelector(underlined, { timeout: 60_000 });
    for (const side of ["Control+2", "Control+1"]) {
      await desk.press(side);
      for (let line = 0; line < 16; line += 1) await desk.press("Control+ArrowDown");
    }
    await desk.wait(1_500);
    return shoot(desk, "compare", { x: 0, y: 0, width: 1280, height: 640 });
  },
};
// The README shows the colours in a dark theme and in high contrast too.
for (const [name, theme] of [["dark", "Default Dark Modern"], ["high-contrast", "Default High Contrast"]]) {
  pictures[name] = async (sit) => {
    const desk = await sit("good.casenote.md", { "workbench.colorTheme": theme });
    await desk.press("Control+b");
    await desk.until("the colours", async () => (await desk.look("I knew")).color !== (await desk.look("I came to see")).color);
    await toBody(desk, 22);
    return shoot(desk, name, { x: 0, y: 0, width: 1280, height: 420 });
  };
}

// Last, because the editor keeps an unsaved draft open in every window after it.
Object.assign(pictures, {
  async "new-note"(sit) {
    const desk = await sit();
    await desk.press("Control+b");
    await desk.command("Case Recording: New Note");
    for (const [asked, answer] of [["What kind"], ["The child whom", "Rosie Tennant, 03/03/2017"], ["So far:"], ["Date of visit, with", "12/06/2025 16:00"], ["counts visits by it"], ["when you write", "13/06/2025"]]) {
      await desk.picker(asked);
      if (answer) await desk.type(answer);
      await desk.press("Enter");
    }
    await desk.page.waitForSelector(underlined, { timeout: 60_000 });
    await desk.wait(1_500);
    return shoot(desk, "new-note", { x: 0, y: 0, width: 1280, height: 640 });
  },
});

async function main() {
  await ensureDependencies();
  const built = await run(process.execPath, ["scripts/build.mjs"]);
  if (built.status !== 0) return built.status;
  await ensureCodeServer();
  const scratch = mkdtempSync(path.join(tmpdir(), "case-recording-pictures-"));
  atEnd(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
  const data = path.join(scratch, "editor");
  writeSettings(data, look);
  await installExtension(await pack(scratch), data);
  const desk = await startDesk({ data, notes: path.join(scratch, "notes"), settings: look, view: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.25 } });
  step("Photographing");
  const asked = process.argv.slice(2);
  for (const [name, take] of Object.entries(pictures)) if (!asked.length || asked.includes(name)) await (await take(desk.sit)).close();
  await desk.end();
  return 0;
}

/** Past the details, to where the note begins. */
async function toBody(desk, lines = 15) {
  for (const toast of await desk.page.locator(".notifications-toasts .codicon-notifications-clear").all()) await toast.click().catch(() => undefined);
  await desk.press("Control+1");
  for (let line = 0; line < lines; line += 1) await desk.press("Control+ArrowDown");
  await desk.wait(1_500);
}

/** Makes the side bar wider by so many points. */
async function widen(desk, by) {
  const sash = await desk.page.locator(".monaco-sash.vertical").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ x, height }) => x > 100 && height > 300).map(({ x, y, height }) => ({ x, y: y + height / 2 })).sort((a, b) => a.x - b.x)[0]);
  if (!sash) return;
  await desk.page.mouse.move(sash.x + 2, sash.y);
  await desk.page.mouse.down();
  await desk.page.mouse.move(sash.x + by, sash.y, { steps: 5 });
  await desk.page.mouse.up();
}

/** Takes the picture, in a format that is small and keeps letters sharp. */
async function shoot(desk, name, clip = { x: 0, y: 0, width: 1280, height: 900 }) {
  const file = path.join(root, "images", `${name}.webp`);
  const devtools = await desk.page.context().newCDPSession(desk.page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 28, clip: { ...clip, scale: 1 } });
  writeFileSync(file, Buffer.from(data, "base64"));
  say(path.relative(root, file));
  return desk;
}

main().then(end, (error) => {
  console.error(error);
  return end(1);
});
