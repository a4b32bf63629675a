// `npm run package`: builds and packs the extension into a .vsix, which any VS Code can install.
import { statSync } from "node:fs";
import path from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { pack } from "./lib/pack.mjs";
import { root, run } from "./lib/run.mjs";
import { say, step } from "./lib/say.mjs";

await ensureDependencies();
step("Building");
const built = await run(process.execPath, ["scripts/build.mjs"]);
if (built.status !== 0) process.exit(built.status);
step("Packing");
const file = await pack();
say(`${path.relative(root, file)}, ${(statSync(file).size / 1024).toFixed(0)} KB. Install it with: code --install-extension ${path.relative(root, file)}`);
