// package.json and the texts in it, which stand in package.nls.json, ready for translation.

/** A copy of a part of the manifest with its texts in the places of their names. */
export function withTexts(part, texts) {
  if (typeof part === "string") return part.replace(/^%([^%]+)%$/, (name, key) => texts[key] ?? name);
  if (Array.isArray(part)) return part.map((one) => withTexts(one, texts));
  if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withTexts(value, texts)]));
  return part;
}

/** Every setting of the manifest by its name, out of the groups in which they stand. */
export const settingsIn = ({ contributes }) => Object.assign({}, ...contributes.configuration.map(({ properties }) => properties));

/** The names of texts for which the manifest asks. */
export const namesIn = (part) => [...new Set([...JSON.stringify(part).matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name))];
