// A person's desk: the packed extension in a real editor in a real browser, used by keyboard and looked at.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureChromium, keepLocal, launch } from "./chromium.mjs";
import { addressOf, startServer, writeSettings } from "./codeServer.mjs";
import { atEnd, root } from "./run.mjs";

/** Starts an editor whose data stand in `data`, with a folder of its own that holds the sample notes; it trusts every folder, unless it is `restricted`. */
export async function startDesk({ data, notes, settings = {}, view = {}, restricted = false }) {
  mkdirSync(notes, { recursive: true });
  cpSync(path.join(root, "samples"), notes, { recursive: true });
  const server = await startServer({ data, restricted });
  const browser = await launch(await ensureChromium());
  const forget = atEnd(() => browser.close());
  const end = async () => {
    await browser.close();
    forget();
    await server.stop();
  };
  const always = { ...settings, ...(restricted ? { "security.workspace.trust.enabled": true } : {}) };
  return { sit: (file, more) => sit({ browser, server, data, notes, file, settings: { ...always, ...more }, view }), end };
}

let windows = 0;

/** Opens the editor on a note, or on none, in a window of its own and a copy of the folder: an editor keeps what was never saved for the next window of a folder. */
async function sit({ browser, server, data, notes, file, settings, view }) {
  writeSettings(data, settings);
  windows += 1;
  const folder = path.join(path.dirname(notes), "windows", String(windows), path.basename(notes));
  cpSync(notes, folder, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...view });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const refused = await keepLocal(page);
  await page.goto(addressOf({ port: server.port, folder, ...(file ? { file: path.join(folder, file) } : {}) }));
  await page.waitForSelector(file ? ".monaco-editor .view-lines" : ".monaco-workbench .part.sidebar", { timeout: 60_000 });
  return new Desk(page, refused, folder, (more) => writeSettings(data, { ...settings, ...more }));
}

const openPicker = ".quick-input-widget:not([style*='display: none'])";

/** One window of the editor. What it does, a hand does on a keyboard. */
export class Desk {
  constructor(page, refused, notes, set) {
    this.page = page;
    /** Changes settings while the window is open. */
    this.set = set;
    /** Addresses on other machines that something asked for. */
    this.refused = refused;
    this.notes = notes;
  }

  press = (...keys) => keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  type = (text) => this.page.keyboard.type(text, { delay: 5 });
  wait = (milliseconds) => this.page.waitForTimeout(milliseconds);

  /** Writes a file into the folder that is open. */
  write(name, text) {
    writeFileSync(path.join(this.notes, name), text);
  }

  /** Runs a command by its title, which is typed into the command palette. */
  async command(title) {
    for (let attempt = 0; ; attempt += 1) {
      await this.press("F1");
      try {
        await this.page.waitForSelector(`${openPicker} input:focus`, { timeout: 10_000 });
        await this.page.keyboard.insertText(title);
        await this.page.locator(`${openPicker} .monaco-list-row.focused`, { hasText: title }).waitFor({ timeout: 10_000 });
        return await this.press("Enter");
      } catch (error) {
        if (attempt === 3) throw error;
        await this.press("Escape");
      }
    }
  }

  /** The question that is open, once its title, prompt or placeholder says this: what it says, what is wrong with the answer, and its rows. */
  picker(text) {
    return this.until(`a question with “${text}”`, async () => {
      const asked = await this.page.$$eval(openPicker, ([widget]) => widget && {
        name: widget.querySelector("input:focus")?.getAttribute("aria-label") ?? "",
        title: widget.querySelector(".quick-input-title")?.textContent ?? "",
        message: widget.querySelector(".quick-input-message")?.textContent ?? "",
        rows: [...widget.querySelectorAll(".monaco-list-row")].map((row) => row.getAttribute("aria-label") ?? ""),
        value: widget.querySelector("input")?.value ?? "",
      });
      return asked && `${asked.name} ${asked.title} ${asked.message}`.includes(text) && asked;
    }, 60_000);
  }

  /** Types an answer in the place of what stands there, and gives it. */
  async answer(text) {
    await this.press("Control+A");
    await this.page.keyboard.insertText(text);
    await this.press("Enter");
  }

  /** The element that has the keyboard, as a screen reader is told of it; in a list, its row. */
  focus = () => this.page.evaluate(() => {
    const has = globalThis.document.activeElement;
    const row = globalThis.document.getElementById(has?.getAttribute("aria-activedescendant") ?? "");
    const box = row?.querySelector("[role=checkbox]");
    return {
      role: has?.getAttribute("role") ?? "",
      name: has?.getAttribute("aria-label") ?? "",
      ...(row ? { row: { role: row.getAttribute("role"), label: row.getAttribute("aria-label") ?? "", level: Number(row.getAttribute("aria-level")), expanded: row.getAttribute("aria-expanded") } } : {}),
      ...(box ? { box: { role: "checkbox", label: box.getAttribute("aria-label"), checked: box.getAttribute("aria-checked") } } : {}),
    };
  });

  /** Goes with the Tab key to what begins with a text. */
  tabTo = (text) => this.until(`“${text}” by Tab`, async () => {
    if (await this.page.evaluate((wanted) => globalThis.document.activeElement?.textContent.trim().startsWith(wanted), text)) return true;
    await this.press("Tab");
    return false;
  });

  /** Waits until the keyboard is in an editor of a text. */
  inEditor = () => this.until("the keyboard in the editor", async () => (await this.focus()).role === "textbox" && this.page.$(".monaco-editor.focused .view-lines"));

  /** Goes to a piece of the text with the editor's own search, and selects it. */
  async find(text) {
    await this.press("Control+f");
    await this.page.waitForSelector(".find-widget.visible textarea:focus");
    await this.press("Control+A");
    await this.page.keyboard.insertText(text);
    await this.page.locator(".find-widget.visible .matchesCount", { hasText: /^\d+ of \d+/ }).waitFor({ state: "attached" });
    await this.press("Escape");
    await this.inEditor();
  }

  /** Chooses from the light bulb's menu by the beginning of a title; `offered` is told every title. */
  async lightBulb(title, offered = () => undefined) {
    const row = ".action-widget .monaco-list-row";
    for (let attempt = 0; ; attempt += 1) {
      await this.press("Control+.");
      try {
        await this.page.locator(row, { hasText: title }).first().waitFor({ timeout: 10_000 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.press("Escape");
      }
    }
    offered((await this.page.$$eval(row, (rows) => rows.map(({ textContent }) => textContent.trim()))));
    for (let at = 0; at < 30; at += 1) {
      if ((await this.page.$$eval(`${row}.focused`, (rows) => rows.map(({ textContent }) => textContent.trim()).join()))?.startsWith(title)) return this.press("Enter");
      await this.press("ArrowDown");
    }
    throw new Error(`“${title}” cannot be reached with the arrow keys`);
  }

  /** How many findings the editor counts, in all files that are open; undefined where it says nothing. */
  problems = () => this.page.$$eval("[id='status.problems']", ([item]) => item && [...(item.getAttribute("aria-label") ?? "").matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0));

  /** How many of the points of the standard are met, as the status bar says. */
  points = () => this.page.$$eval("[id$='caseRecording.points']", ([item]) => {
    const [met, total] = (item?.textContent?.match(/\d+/g) ?? []).map(Number);
    return met === undefined ? undefined : { met, total, label: item.getAttribute("aria-label") };
  });

  /** The line on which the cursor stands, counted from 1, as the status bar says. */
  line = () => this.page.$$eval("[id='status.editor.selection']", ([item]) => Number(/Ln (\d+)/.exec(item?.textContent ?? "")?.[1]));

  /** Whether a text stands on a line that is shown. */
  shows = (text) => this.page.$$eval(".monaco-editor .view-line", (lines, wanted) => lines.map((line) => line.textContent.replaceAll("\u00A0", " ")).join(" ").replaceAll(/\s+/g, " ").includes(wanted), text);

  /** What is selected in the editor, read as a screen reader reads it; empty where nothing is. */
  selected = () => this.page.evaluate(() => {
    const input = globalThis.document.activeElement;
    return input instanceof globalThis.HTMLTextAreaElement ? input.value.slice(input.selectionStart, input.selectionEnd) : "";
  });

  /** Asks for completions and takes the one that is called so, which must be the first. */
  async complete(label) {
    for (let attempt = 0; ; attempt += 1) {
      await this.press("Control+Space");
      try {
        await this.page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: label }).waitFor({ timeout: 10_000 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
        await this.press("Escape");
      }
    }
    await this.press("Enter");
    await this.page.waitForSelector(".suggest-widget.visible", { state: "hidden" });
  }

  /** What the Problems panel lists. */
  async findings() {
    await this.press("Control+Shift+M");
    await this.page.waitForSelector(".markers-panel .monaco-list-row");
    return this.page.$$eval(".markers-panel .monaco-list-row", (rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
  }

  /** How many lines stand under words in the editor, of whatever sort. */
  underlined = () => this.page.$$eval(".monaco-editor [class*='squiggly-']", (all) => all.length);

  /** Whether a line stands under a piece of the text, of whatever sort. */
  isUnderlined = (text) => this.page.evaluate((wanted) => {
    const line = [...globalThis.document.querySelectorAll(".monaco-editor .view-line")].find((one) => one.textContent.replaceAll("\u00A0", " ").includes(wanted));
    if (!line) return undefined;
    const walker = globalThis.document.createTreeWalker(line, globalThis.NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent.replaceAll("\u00A0", " ").indexOf(wanted);
      if (at < 0) continue;
      const range = globalThis.document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return [...globalThis.document.querySelectorAll(".monaco-editor [class*='squiggly-']")].map((one) => one.getBoundingClientRect()).some((one) => one.left < right && one.right > left && one.bottom > top && one.top < bottom);
    }
    return undefined;
  }, text);

  /** What the notifications say that are shown. */
  notifications = () => this.page.$$eval(".notification-list-item-message", (all) => all.map((one) => one.textContent ?? ""));

  /** What a file in the folder holds. */
  read = (name) => readFileSync(path.join(this.notes, name), "utf8");

  /** Waits until something is so, and returns it. */
  async until(what, look, limit = 20_000) {
    const end = Date.now() + limit;
    for (;;) {
      const seen = await look();
      if (seen) return seen;
      if (Date.now() > end) throw new Error(`waited ${limit / 1000} s for ${what}`);
      await this.wait(100);
    }
  }

  /** How a piece of the text of the editor looks: the computed style of the letters that stand there. */
  async look(text) {
    return this.until(`“${text}” in the editor`, () => this.page.evaluate((wanted) => {
      const span = [...globalThis.document.querySelectorAll(".monaco-editor .view-line span span")].find((one) => one.textContent.replaceAll("\u00A0", " ").includes(wanted));
      if (!span) return undefined;
      const background = globalThis.getComputedStyle(span.closest(".monaco-editor").querySelector(".monaco-editor-background") ?? span.closest(".monaco-editor")).backgroundColor;
      const { color, fontWeight } = globalThis.getComputedStyle(span);
      return { color, fontWeight, background };
    }, text));
  }

  /** The document of a web view, by something that stands in it. */
  async webview(selector) {
    return this.until(`a view with ${selector}`, async () => {
      for (const frame of this.page.frames()) if (await frame.$(selector).catch(() => null)) return frame;
      return undefined;
    });
  }

  /** The rows of the list or tree in the side bar, as a screen reader is told of them. */
  rows = () => this.page.$$eval(".pane-body .monaco-list-row", (rows) => rows.map((row) => ({ label: row.getAttribute("aria-label") ?? "", text: row.textContent ?? "", level: Number(row.getAttribute("aria-level")), checked: row.querySelector(".monaco-custom-toggle, [role=checkbox]")?.getAttribute("aria-checked") })));

  statusBar = () => this.page.$$eval(".statusbar-item", (items) => items.map((item) => item.textContent ?? ""));

  close = () => this.page.context().close();
}
