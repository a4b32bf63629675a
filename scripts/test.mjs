// `npm test`: installs what it needs, builds, and runs every suite. The last line counts all of them.
//   npm test -- types unit editor packed     only the suites that are named
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { atEnd, end, root, run } from "./lib/run.mjs";
import { say, since, step } from "./lib/say.mjs";

const bin = (name) => path.join(root, "node_modules", name);

/** The suites, in the order in which they run; each returns its counts. */
const suites = {
  build: {
    title: "Building",
    always: true,
    async run() {
      const { status } = await run(process.execPath, ["scripts/build.mjs"]);
      return { passed: 0, failed: status === 0 ? 0 : 1 };
    },
  },
  types: {
    title: "Types, with tsc",
    async run() {
      const counts = { passed: 0, failed: 0 };
      for (const project of [".", "client/webview"]) counts[(await run(process.execPath, [bin("typescript/bin/tsc"), "--noEmit", "-p", project])).status === 0 ? "passed" : "failed"] += 1;
      return counts;
    },
  },
  unit: {
    title: "The engine, the server over its protocol and the command line, with vitest",
    async run() {
      const folder = mkdtempSync(path.join(tmpdir(), "case-recording-vitest-"));
      const file = path.join(folder, "results.json");
      const forget = atEnd(() => rmSync(folder, { recursive: true, force: true }));
      const { status } = await run(process.execPath, [bin("vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
      const counts = readVitest(file, status);
      rmSync(folder, { recursive: true, force: true });
      forget();
      return counts;
    },
  },
  editor: {
    title: "The extension in a real VS Code",
    run: async () => (await import("./lib/editorSuite.mjs")).runEditorSuite(),
  },
  packed: {
    title: "The packed extension, installed into a fresh editor",
    run: async () => (await import("./lib/packedSuite.mjs")).runPackedSuite(),
  },
};

/** The counts of vitest's report. A file that could not be run, or a test that was left out, counts as failed. */
function readVitest(file, status) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const broken = report.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
    const failed = report.numFailedTests + report.numPendingTests + broken;
    return { passed: report.numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in suites));
  if (unknown.length > 0) {
    console.error(`There is no suite called ${unknown.join(" or ")}; there are ${Object.keys(suites).join(", ")}.`);
    return 2;
  }
  const started = performance.now();
  await ensureDependencies();
  const total = { passed: 0, failed: 0 };
  const table = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (asked.length > 0 && !suite.always && !asked.includes(name)) continue;
    step(suite.title);
    const before = performance.now();
    let counts;
    try {
      counts = await suite.run();
    } catch (error) {
      console.error(error);
      counts = { passed: 0, failed: 1 };
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    table.push(`${name.padEnd(8)} ${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed  ${since(before).padStart(8)}`);
    // Nothing runs without the bundles.
    if (name === "build" && counts.failed > 0) break;
  }
  step(`All suites, ${since(started)}`);
  for (const line of table) say(line);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

main().then(end, (error) => {
  console.error(error);
  console.log("0 passed, 1 failed");
  return end(1);
});
