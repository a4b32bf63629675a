// Packs the extension as people install it.
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

/** The day that every packed file bears, in seconds since 1970: the same files make the same package, wherever the clock is set to. */
const packedOn = new Date(1980, 0, 2).getTime() / 1000;

/** Packs what .vscodeignore leaves into a .vsix. Expects the bundles to be built. Returns the file's path. */
export async function pack(folder = root) {
  const { createVSIX } = await import("@vscode/vsce");
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const packagePath = path.join(folder, `${name}-${version}.vsix`);
  process.env.SOURCE_DATE_EPOCH ??= String(packedOn);
  // Everything that runs is bundled, so no packages go along.
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  return packagePath;
}

/** The names of the files that would be packed. */
export async function packedFiles() {
  const { listFiles, PackageManager } = await import("@vscode/vsce");
  return listFiles({ cwd: root, packageManager: PackageManager.None });
}
