// Colours as a browser writes them, and how readable they are.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

const { contributes } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** How light a colour is, after WCAG 2: from 0 to 1. */
function lightness(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of a text with what lies behind it, after WCAG 2: from 1 to 21. */
export function contrast({ color, background }) {
  const [darker, lighter] = [lightness(color), lightness(background)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour that package.json gives for a kind of theme, as a browser writes it. */
export function colourOf(name, kind) {
  const { defaults } = contributes.colors.find(({ id }) => id === `caseRecording.${name}`);
  const [red, green, blue] = defaults[kind].match(/[0-9A-F]{2}/gi).map((part) => Number.parseInt(part, 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
