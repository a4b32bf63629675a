import { fileURLToPath } from "node:url";
import { createLinter, loadTextlintrc } from "textlint";

const inBench = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

export async function start() {
  const linter = createLinter({ descriptor: await loadTextlintrc({ configFilePath: inBench(".textlintrc.json"), node_modulesDir: inBench("node_modules") }) });
  return async (text) => (await linter.lintText(text, "note.md")).messages.length;
}
