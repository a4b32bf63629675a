import { LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";

export async function start() {
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return async (text) => (await linter.lint(text)).length;
}
