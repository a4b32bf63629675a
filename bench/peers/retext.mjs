import { readFile } from "node:fs/promises";
import { retext } from "retext";
import { VFile } from "vfile";

/** The plugins that package.json names under "retextConfig", as they come; retext-english, the first of them, is what reads the text. */
export async function start() {
  const { retextConfig } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const processor = retext();
  for (const plugin of retextConfig.plugins) processor.use((await import(plugin)).default);
  processor.freeze();
  return async (text) => {
    const file = new VFile(text);
    await processor.run(processor.parse(file), file);
    return file.messages.length;
  };
}
