import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Mocha from "mocha";

/** Run by the editor itself, in the process in which the extension runs. Ends with an error when a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, color: false, reporter: "spec" });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith(".test.js")).sort()) mocha.addFile(path.join(__dirname, file));
  const results = process.env["CASE_RECORDING_RESULTS"];
  const counts = { total: 0, passed: 0, failed: 0 };
  // Written after every test, so that a suite which does not get to its end is still counted.
  const record = () => results && writeFileSync(results, JSON.stringify(counts));
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    counts.total = runner.total;
    runner.on("pass", () => void (counts.passed += 1));
    for (const event of ["fail", "pending"]) runner.on(event, () => void (counts.failed += 1));
    runner.on("test end", record);
  });
  record();
  if (counts.failed > 0) throw new Error(`${counts.failed} of the tests in the editor failed`);
}
