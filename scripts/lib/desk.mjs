// A person's desk: the packed extension in a real editor in a real browser, used by keyboard and looked at.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureChromium, keepLocal, launch } from "./chromium.mjs";
import { addressOf, startServer, writeSettings } from "./codeServer.mjs";
import { atEnd, root } from "./run.mjs";

/** Starts an editor whose data stand in `data`, with a folder of its own that holds the sample notes. */
export async function startDesk({ data, notes, settings = {}, view = {} }) {
  mkdirSync(notes, { recursive: true });
  cpSync(path.join(root, "samples"), notes, { recursive: true });
  const server = await startServer({ data });
  const browser = await launch(await ensureChromium());
  const forget = atEnd(() => browser.close());
  const end = async () => {
    await browser.close();
    forget();
    await server.stop();
  };
  return { sit: (file, more) => sit({ browser, server, data, notes, file, settings: { ...settings, ...more }, view }), end };
}

/** Opens the editor on a note, or on none, in a window of its own. */
async function sit({ browser, server, data, notes, file, settings, view }) {
  writeSettings(data, settings);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...view });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  const refused = await keepLocal(page);
  await page.goto(addressOf({ port: server.port, folder: notes, ...(file ? { file: path.join(notes, file) } : {}) }));
  await page.waitForSelector(file ? ".monaco-editor .view-lines" : ".monaco-workbench .part.sidebar", { timeout: 60_000 });
  return new Desk(page, refused, notes);
}

/** One window of the editor. What it does, a hand does on a keyboard. */
export class Desk {
  constructor(page, refused, notes) {
    this.page = page;
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

  /** Runs a command by its title, from the command palette. */
  async command(title) {
    const input = ".quick-input-widget:not([style*='display: none']) input";
    for (let attempt = 0; ; attempt += 1) {
      await this.press("F1");
      try {
        await this.page.waitForSelector(input, { timeout: 5_000 });
        await this.page.fill(input, `>${title}`);
        await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor({ timeout: 5_000 });
        return await this.press("Enter");
      } catch (error) {
        if (attempt === 3) throw error;
        await this.press("Escape");
      }
    }
  }

  /** The input box or picker that is open, once its title or placeholder is there. */
  async picker(text) {
    const widget = this.page.locator(".quick-input-widget", { hasText: text });
    const placeholder = this.page.locator(`.quick-input-widget input[placeholder*="${text}"]`);
    await widget.or(placeholder).first().waitFor({ timeout: 15_000 });
    return widget;
  }

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
