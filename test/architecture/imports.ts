import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every file of a folder with that ending, as paths from the root with "/" between. */
export function files(folder: string, ending = ".ts"): string[] {
  const whole = path.join(root, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole).sort().flatMap((name) => {
    const inner = `${folder}/${name}`;
    return statSync(path.join(root, inner)).isDirectory() ? files(inner, ending) : name.endsWith(ending) ? [inner] : [];
  });
}

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
const imported = /^\s*(?:import|export)\s+(type\s)?[^"';]*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']\s*\)|\brequire\s*\(\s*["']([^"']+)["']\s*\)/gm;

/** What a file takes in: a path from the root for a file of ours, else the package's name as written. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly ours: boolean;
  /** Taken in for its types alone: nothing is left of it when the program runs. */
  readonly types: boolean;
}

export function importsOf(file: string): Import[] {
  const source = withoutComments(readFileSync(path.join(root, file), "utf8"));
  return [...source.matchAll(imported)].map((match) => {
    const name = (match[2] ?? match[3] ?? match[4] ?? match[5])!;
    const ours = name.startsWith(".");
    return { from: file, to: ours ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name)) : name, ours, types: match[1] !== undefined };
  });
}

/** The first circle that the imports make, as the files on it; undefined where there is none. */
export function circle(all: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to, ours } of all) if (ours) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): string[] | undefined => {
    const at = trail.indexOf(file);
    if (at >= 0) return [...trail.slice(at), file];
    if (done.has(file)) return undefined;
    for (const other of next.get(file) ?? []) {
      const found = walk(other, [...trail, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const found = walk(file, []);
    if (found) return found;
  }
  return undefined;
}
