// l10n/bundle.l10n.json: every text that the extension itself says, in one place, ready for translation.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const said = /\bl10n\.t\(\s*("(?:[^"\\]|\\.)*")?/g;

/** The texts of the sources in a folder, as VS Code wants them. Fails where one is not a plain text, because no translation could find it. */
export function bundleOf(folder) {
  const texts = new Set();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts")).sort()) {
    for (const [call, text] of readFileSync(path.join(folder, name), "utf8").matchAll(said)) {
      if (text === undefined) throw new Error(`${name}: what stands behind ${call.trim()} must be a plain text in double quotation marks.`);
      texts.add(JSON.parse(text));
    }
  }
  return `${JSON.stringify(Object.fromEntries([...texts].sort().map((text) => [text, text])), null, 2)}\n`;
}
