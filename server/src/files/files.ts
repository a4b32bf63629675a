import { readlink, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fromDisk, type Readable } from "./read.ts";

/** Whether a file stands in a folder or below it, and whether that is so once every link on the way is followed. */
export type Standing = "inside" | "outside" | "linked out";

/** Where a team's files are read from. An address names a file or folder: on the disk a path, in an editor a URI. Nothing here ever throws. */
export interface Files extends Readable {
  /** The address of what settings name, as seen from a folder. */
  at(written: string, folder: string): string;
  /** The folder in which a file or folder stands; undefined at the top. */
  folderOf(address: string): string | undefined;
  /** Where a file stands to a folder. A link is looked at, and never followed out of the folder. */
  standing(address: string, folder: string): Promise<Standing>;
}

/** True for a path that says by itself where it leads, on any system: from a root, a drive, another computer or somebody's home. */
export const isWhole = (written: string): boolean => /^(?:[\\/]|[a-z]:|~[\\/])/i.test(written);

/** True for a path to another computer (`\\server\share`): Windows sends it who is asking before anything is read. */
export const isShare = (written: string): boolean => /^[\\/]{2}/.test(written);

/** True where a path lies in a folder or is the folder, as far as their names tell. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** More links than this on the way to one file lead in a circle. */
const mostLinks = 40;

/** The disk of this machine; an address is a whole path. */
export const disk: Files = {
  ...fromDisk,
  at(written, folder) {
    const path = written.startsWith("~/") ? join(homedir(), written.slice(2)) : written;
    return isAbsolute(path) ? path : join(resolve(folder), path);
  },
  folderOf: (path) => (dirname(path) === path ? undefined : dirname(path)),
  async standing(path, folder) {
    if (!isWithin(path, folder)) return "outside";
    const root = await realpath(folder).catch(() => folder);
    const steps = stepsTo(path, folder);
    let at = root;
    for (let links = 0; steps.length; ) {
      const next = join(at, steps.shift()!);
      const link = await readlink(next).catch(() => undefined);
      if (link === undefined) at = next;
      else {
        const target = resolve(at, link);
        const from = [root, folder].find((one) => isWithin(target, one));
        if (from === undefined || (links += 1) > mostLinks) return "linked out";
        steps.unshift(...stepsTo(target, from));
        at = root;
      }
    }
    return "inside";
  },
};

const stepsTo = (path: string, folder: string): string[] => relative(folder, path).split(sep).filter(Boolean);
