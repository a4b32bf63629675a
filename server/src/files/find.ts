import { isShare, isWhole, type Files } from "./files.ts";

/** How far a name in settings may lead. */
export interface Reach {
  /** Who wrote the name: the person at the machine, or whoever wrote a file that lies with the notes. */
  readonly by: "person" | "folder";
  /** The folder that is open and not trusted, by its address; left out where what lies there is trusted. */
  readonly untrusted?: string | undefined;
}

/** How far a person's own words reach. */
export const anywhere: Reach = { by: "person" };

/** A file that settings name: where it stands, and when it changed (milliseconds; NaN where its drive does not answer, and `problem` says so); or why it is not looked at, as the end of a sentence. */
export type Found = { readonly path: string; readonly changed: number; readonly problem?: string; readonly refused?: undefined } | { readonly path: string; readonly refused: string };

/** Finds a file that settings name: a relative path is looked for in the folder, and then up the tree, as far as it may lead. Undefined where it is not there. */
export async function findFile(files: Files, written: string, folder: string, reach: Reach): Promise<Found | undefined> {
  const { by, untrusted } = reach;
  if (by === "folder" && isShare(written)) return { path: written, refused: toShare };
  if (by === "folder" && untrusted !== undefined && isWhole(written)) return { path: written, refused: outside };
  let before: string | undefined;
  for (let at: string | undefined = folder; at !== undefined; at = files.folderOf(at)) {
    const path = files.at(written, at);
    if (path === before) break;
    const standing = untrusted === undefined ? "inside" : await files.standing(path, untrusted);
    if (standing === "linked out") return { path, refused: linkedOut };
    // Whoever goes up by name wants to leave; anybody else has come to the end of the folder.
    if (standing === "outside" && by === "folder") return goesUp.test(written) ? { path, refused: outside } : undefined;
    const changed = await files.changed(path);
    // What stands further up is on the same drive, and would only be waited for too.
    if (typeof changed === "object") return { path, changed: NaN, ...changed };
    if (changed !== undefined) return { path, changed };
    before = path;
  }
  return undefined;
}

const goesUp = /(?:^|[\\/])\.\.(?:[\\/]|$)/;
const toShare = "leads to another computer, which Windows would tell who you are; only your own settings may name it, so it is not used";
const outside = "leads out of this folder, which is not trusted, so it is not used";
const linkedOut = "is reached over a link that leads out of this folder, which is not trusted, so it is not used";
