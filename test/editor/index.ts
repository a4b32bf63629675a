import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";

/** Run by the editor itself, in the process in which the extension runs. Ends with an error when a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, color: false, reporter: "spec" });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".test.js")).sort()) mocha.addFile(path.join(__dirname, file));
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started: Mocha.Runner = mocha.run(() => resolve(started));
  });
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
  const results = process.env["CASE_RECORDING_RESULTS"];
  if (results) writeFileSync(results, JSON.stringify({ passed: passes, failed: failures + pending }));
  if (failures + pending > 0) throw new Error(`${failures + pending} of the tests in the editor failed`);
}
