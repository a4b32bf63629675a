import assert from "node:assert/strict";
import { contrast, colourOf } from "../../scripts/lib/colour.mjs";

const note = `Child: Rosie Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025 16:00
Date recorded: 13/06/2025
Type of visit: Statutory visit
Seen alone: Yes, in her bedroom

## Why am I visiting?

I came to see how Rosie is at [… whose house …].

## What we did and what we talked about

<!-- ask Denise about school -->
Rosie said, “I like my room.” Her mum, Leanne, said, “She likes it.”

**Risk: there is no lock on the back door.**

**Rosie said, “Craig hit Mum.”** She was **very** quiet.

${Array.from({ length: 40 }, (_, at) => `We drew picture number ${at + 1} and talked about it.`).join("\n\n")}

## Practitioner reflections on the visit

We said goodbye at the gate.
`;
const themes = { "Default Light Modern": "light", "Default Dark Modern": "dark", "Default High Contrast": "highContrast" };

/** Opens the note with its preview beside it, by keyboard. */
async function open(sit, settings) {
  const desk = await sit("preview.casenote.md", { "workbench.colorTheme": "Default Light Modern", ...settings });
  await desk.until("the note to be read", desk.points, 60_000);
  await desk.press("Control+Home", "Control+k", "v");
  const record = await desk.webview("#record h1");
  await desk.inEditor();
  return { desk, record };
}
/** The computed style of the first thing in the record that matches, with the background that lies behind it. */
const styleOf = (record, selector) => record.$eval(selector, (one) => {
  const { color, fontWeight, textDecorationStyle, textDecorationLine, borderLeftStyle, borderLeftWidth, borderLeftColor } = globalThis.getComputedStyle(one);
  return { text: one.textContent, color, fontWeight: Number(fontWeight), textDecorationStyle, textDecorationLine, borderLeftStyle, borderLeftWidth, borderLeftColor, background: globalThis.getComputedStyle(globalThis.document.body).backgroundColor };
});
/** What has the keyboard in the preview. */
const focused = (record) => record.evaluate(() => {
  const { tagName, textContent } = globalThis.document.activeElement;
  return { tagName, name: textContent, named: globalThis.document.activeElement.closest("[role][aria-label]")?.getAttribute("aria-label") };
});
const top = (record) => record.evaluate(() => globalThis.scrollY);

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "the preview shows the note as recorded, follows it, and leads back to it, by keyboard": async (sit) => {
    const { desk, record } = await open(sit);
    const text = () => record.$eval("#record", (one) => one.innerText);
    assert.deepEqual(await record.$$eval("#record h1", (all) => all.map((one) => one.textContent)), ["Why am I visiting?", "What we did and what we talked about", "Practitioner reflections on the visit"]);
    assert.match(await text(), /She was very quiet\./);
    assert.doesNotMatch(await text(), /ask Denise|<!--|\*\*|…|whose house/);

    // The page may load its own script and style, and nothing else from anywhere.
    const policy = await record.$eval("meta[http-equiv='Content-Security-Policy']", (meta) => meta.content);
    const directives = Object.fromEntries(policy.split(";").map((one) => one.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources]));
    assert.deepEqual(directives["default-src"], ["'none'"]);
    assert.doesNotMatch(policy, /unsafe|http:|\*(?!\.)|data:/);
    assert.match(directives["script-src"].join(), /^'nonce-[\w+/=]{16,}'$/);
    // The first is the editor's own, in every view.
    assert.deepEqual(await record.$$eval("script", (all) => all.filter((one) => !one.nonce && one.id !== "_vscodeApiScript").map((one) => one.outerHTML.slice(0, 300))), []);
    assert.deepEqual(await record.$$eval("[style], [onclick], iframe, img, object", (all) => all.filter((one) => !one.matches("html, body")).map((one) => one.outerHTML)), []);

    // What is typed stands there within two seconds.
    await desk.find("goodbye at the gate");
    await desk.press("End");
    await desk.type(" Rosie waved.");
    await desk.until("what was typed", async () => (await text()).includes("Rosie waved."));

    // The preview goes with the editor, and the editor with the preview.
    await desk.press("Control+Home");
    await desk.until("the preview at its top", async () => (await top(record)) === 0);
    await desk.press("Control+End");
    await desk.until("the preview at the end of the note", async () => (await top(record)) > 500);
    await desk.press("Control+2");
    await desk.until("the keyboard in the preview", () => record.evaluate(() => globalThis.document.hasFocus()));
    const firstLine = () => desk.page.$$eval(".monaco-editor .line-numbers", (all) => Math.min(...all.map((one) => Number(one.textContent)).filter(Boolean)));
    const before = await firstLine();
    assert.ok(before > 20);
    await desk.until("the editor at the beginning of the note", async () => {
      await desk.press("Home");
      return (await firstLine()) < 5;
    });

    // Every button by Tab, with a name; a place to complete leads there.
    const names = [];
    for (let at = 0; at < 8 && names.length < 3; at += 1) {
      await desk.press("Tab");
      const { tagName, name, named } = await focused(record);
      if (tagName === "BUTTON") names.push(`${named}: ${name}`);
    }
    assert.deepEqual(names, ["Carry the note on: Copy for the case system", "Carry the note on: Export…", "Before it leaves: [… whose house …] (line 10)"]);
    assert.notEqual(await record.$eval("button:focus", (one) => globalThis.getComputedStyle(one).outlineStyle), "none");
    await desk.press("Enter");
    await desk.inEditor();
    await desk.until("the cursor at the place", async () => (await desk.line()) === 10);
  },

  "the preview's words are blue and its risks bold and red, all at WCAG AA, in light, dark and high contrast": async (sit) => {
    const { desk, record } = await open(sit);
    for (const [theme, kind] of Object.entries(themes)) {
      desk.set({ "workbench.colorTheme": theme });
      await desk.until(`the colours of ${theme}`, async () => (await styleOf(record, "#record .words:not(.risk)")).color === colourOf("childsWordsForeground", kind));
      await holds(record, kind);
    }
  },
};
export const files = { "preview.casenote.md": note };

/** Looks at the record in one theme. */
async function holds(record, kind) {
  const words = await styleOf(record, "#record .words:not(.risk)");
  assert.equal(words.text, "I like my room.");
  assert.equal(words.color, colourOf("childsWordsForeground", kind));
  assert.deepEqual([words.textDecorationLine, words.textDecorationStyle], ["underline", "dotted"]);
  const risk = await styleOf(record, "#record .risk:not(.words)");
  assert.match((await record.$$eval("#record .risk:not(.words)", (all) => all.map((one) => one.textContent))).join(" "), /^Risk: there is no lock on the back door\./);
  assert.equal(risk.color, colourOf("riskForeground", kind));
  assert.ok(risk.fontWeight >= 600, "a risk is bold");
  const both = await styleOf(record, "#record .words.risk");
  assert.equal(both.text, "Craig hit Mum.");
  assert.deepEqual([both.color, both.fontWeight >= 600], [words.color, true]);
  const bar = await styleOf(record, "#record .meets");
  assert.deepEqual([bar.borderLeftStyle, bar.borderLeftWidth, bar.borderLeftColor], ["solid", "4px", risk.color]);
  const texts = { words, risk, body: await styleOf(record, "#record p"), heading: await styleOf(record, "#record h1"), place: await styleOf(record, "#notices button"), notice: await styleOf(record, "#notices p") };
  for (const [what, style] of Object.entries(texts)) assert.ok(contrast(style) >= 4.5, `${what} ${contrast(style)} ${JSON.stringify(style)}`);
  for (const button of await record.$$eval(".toolbar button", (all) => all.map((one) => globalThis.getComputedStyle(one)).map(({ color, backgroundColor }) => ({ color, background: backgroundColor })))) {
    const behind = /, 0\)$/.test(button.background) ? words.background : button.background;
    assert.ok(contrast({ color: button.color, background: behind }) >= 4.5, `a button ${JSON.stringify(button)}`);
  }
}
