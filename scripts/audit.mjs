// `npm run audit`: asks the registry whether anything is known against a package that goes into the product, builds and
// tests it, or is measured beside it. Fails where something is; where the registry does not answer it says so, and does not fail.
import path from "node:path";
import { npm, root } from "./lib/run.mjs";
import { say, step } from "./lib/say.mjs";

const asked = [
  { title: "In the product", args: ["--omit=dev"] },
  { title: "To build and test it", args: [] },
  { title: "Measured beside", args: [], folder: "bench", besides: true },
];

/** What npm said of one lock file; undefined where the registry gave no answer. */
async function audit({ args, folder = "." }) {
  const { output } = await npm(["audit", "--json", "--package-lock-only", ...args], { cwd: path.join(root, folder), quiet: true });
  try {
    return JSON.parse(output.slice(output.indexOf("{\n"), output.lastIndexOf("}") + 1)).vulnerabilities;
  } catch {
    return undefined;
  }
}

const counts = { asked: 0, answered: 0, found: 0 };
for (const one of asked) {
  step(one.title);
  const known = await audit(one);
  counts.asked += 1;
  if (!known) {
    say("not answered: the registry that npm is set up with tells nothing of vulnerabilities, or cannot be reached.");
    continue;
  }
  counts.answered += 1;
  const found = Object.values(known);
  for (const { name, severity, range, via, fixAvailable } of found) {
    const reasons = via.map((reason) => (typeof reason === "string" ? `through ${reason}` : `${reason.title} (${reason.url})`));
    say(`${severity}: ${[name, range].filter(Boolean).join(" ")}: ${reasons.join("; ")}${fixAvailable ? "; a newer version mends it" : ""}`);
  }
  if (found.length === 0) say("nothing known.");
  // What is only measured beside runs on invented notes, if it is installed at all.
  if (!one.besides) counts.found += found.length;
}
console.log(`\n${counts.asked} asked, ${counts.answered} answered, ${counts.found} with something known against them`);
process.exitCode = counts.found > 0 ? 1 : 0;
