import { writeFile } from "node:fs/promises";

/** Writes a text (as UTF-8) or bytes to a file that is not there yet; over one that is, only where that was asked for. Returns why it could not be done. Never throws. */
export async function writeTo(path: string, content: string | Uint8Array, over = false): Promise<string | undefined> {
  try {
    await writeFile(path, content, { encoding: "utf8", flag: over ? "w" : "wx" });
    return undefined;
  } catch (error) {
    switch (error instanceof Error && "code" in error ? error.code : undefined) {
      case "EEXIST":
        return "this file is there already, and was left as it is; choose another name, or add --force to write over it";
      case "ENOENT":
        return "the folder is not there";
      case "EISDIR":
        return "this is a folder";
      case "EACCES":
      case "EPERM":
      case "EROFS":
        return "this may not be written here";
      default:
        return "this could not be written";
    }
  }
}
