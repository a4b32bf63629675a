import assert from "node:assert/strict";
import { colourOf, contrast } from "../../scripts/lib/colour.mjs";

const note = `Child: Rosie Tennant
Date of birth: 03/03/2017
Date of visit: 12/06/2025
Type of visit: Statutory visit

Rosie said, “I like my room.” Her mum said, “She likes it.”

Risk: there is no lock on the back door.

**Rosie said, “Craig hit Mum.”** She was **very** quiet.
`;
/** Themes, each with the kind of theme that it is. */
const themes = { "Default Light Modern": "light", "Default Dark Modern": "dark", "Default High Contrast": "highContrast", "Default High Contrast Light": "highContrastLight", "Solarized Light": "light", Monokai: "dark" };

/** @type {Record<string, (sit: (file?: string, settings?: object) => Promise<import("../../scripts/lib/desk.mjs").Desk>) => Promise<void>>} */
export default {
  "the child's words are blue and risks bold and red, at WCAG AA, in light, dark and high contrast": async (sit) => {
    const desk = await sit("colours.casenote.md");
    for (const [theme, kind] of Object.entries(themes)) await holds(desk, theme, kind);
  },
};
export const files = { "colours.casenote.md": note };

/** Looks at the note in one theme. */
async function holds(desk, theme, kind) {
  desk.set({ "workbench.colorTheme": theme });
  await desk.until(`the colours of ${theme}`, async () => (await desk.look("I like my room")).color === colourOf("childsWordsForeground", kind) && (await desk.page.$(`.monaco-workbench.${{ light: "vs", dark: "vs-dark", highContrast: "hc-black", highContrastLight: "hc-light" }[kind]}`)));
  const words = await desk.look("I like my room");
  assert.ok(contrast(words) >= 4.5, `words ${JSON.stringify(words)} ${contrast(words)}`);
  const risk = await desk.look("no lock on the back door");
  assert.equal(risk.color, colourOf("riskForeground", kind));
  assert.ok(Number(risk.fontWeight) >= 600, "a risk is bold");
  assert.ok(contrast(risk) >= 4.5, `risk ${JSON.stringify(risk)} ${contrast(risk)}`);
  const both = await desk.look("Craig hit Mum");
  assert.equal(both.color, words.color);
  assert.ok(Number(both.fontWeight) >= 600, "a child's words that tell a risk are bold");
  const mums = await desk.look("She likes it");
  assert.notEqual(mums.color, words.color);
  // Never by colour alone: a line under the words, and a bar in the margin where both meet.
  const styles = await desk.page.$$eval(".view-overlays .cdr", (all) => all.map((one) => globalThis.getComputedStyle(one).borderBottomStyle));
  assert.ok(styles.includes("dotted"), "a dotted line under the child's words");
  const bars = await desk.page.$$eval(".glyph-margin-widgets .cgmr", (all) => all.filter((one) => globalThis.getComputedStyle(one).backgroundImage.includes("svg")).length);
  assert.equal(bars, 1);
  // Blue and red mean something here, so a theme's own colours for headings, details and bold words give way.
  const [plain, ...rest] = await Promise.all(["Her mum said", "12/06/2025", "very"].map((text) => desk.look(text)));
  for (const { color } of rest) assert.equal(color, plain.color);
}
