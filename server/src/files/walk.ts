import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { whyNot } from "./read.ts";

/** What walking found: files in sorted order, and what could not be looked at. */
export interface Walked {
  readonly files: readonly string[];
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
}

const noteName = /\.(?:md|casenote|txt)$/i;

/** The notes among files and folders. A file that is named is taken whatever its name; a folder is walked, but for dot folders and node_modules. */
export async function findNotes(paths: readonly string[]): Promise<Walked> {
  const files = new Set<string>();
  const problems: { path: string; problem: string }[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) for (const file of await walk(path, problems)) files.add(file);
      else files.add(path);
    } catch (error) {
      problems.push({ path, problem: whyNot(error) });
    }
  }
  return { files: [...files], problems };
}

async function walk(folder: string, problems: { path: string; problem: string }[]): Promise<string[]> {
  const files: string[] = [];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && entry.name !== "node_modules") files.push(...(await walk(path, problems)));
      } else if (noteName.test(entry.name) && !entry.name.startsWith(".") && (entry.isFile() || (await pointsToFile(path)))) files.push(path);
    }
  } catch (error) {
    problems.push({ path: folder, problem: whyNot(error) });
  }
  return files;
}

/** Links to files are followed, links to folders are not: they may lead round in circles. */
async function pointsToFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
