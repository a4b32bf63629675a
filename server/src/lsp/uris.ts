import { fileURLToPath, pathToFileURL } from "node:url";
import { URI, Utils } from "vscode-uri";
import { isWithin } from "../files/files.ts";

/** The path of a file on this machine's disk; undefined where its URI is of another file system, or of none. */
export function diskPath(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The URI of a path on the disk. */
export const diskUri = (path: string): string => pathToFileURL(path).href;

/** The URI of a path as seen from a folder that is not on the disk. */
export const joined = (folder: string, written: string): string => Utils.joinPath(URI.parse(folder), written.replaceAll("\\", "/")).toString();

/** The folder in which a file or folder stands, by its URI; undefined at the top, and for what stands in no folder, such as a document that was never saved. */
export function parentOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (!parsed.path.startsWith("/") || parsed.path === "/" || parsed.scheme === "untitled") return undefined;
  return Utils.dirname(parsed).toString();
}

/** True where something lies in a folder or is the folder, as far as their names tell. */
export function isBelow(uri: string, folder: string): boolean {
  const [path, root] = [diskPath(uri), diskPath(folder)];
  if (path !== undefined && root !== undefined) return isWithin(path, root);
  const [one, other] = [URI.parse(uri), URI.parse(folder)];
  const top = other.path.replace(/\/+$/, "");
  return one.scheme === other.scheme && one.authority === other.authority && (one.path === top || one.path.startsWith(`${top}/`));
}

/** The file system that a file is of. */
export const systemOf = (uri: string): string => URI.parse(uri).with({ path: "/", query: "", fragment: "" }).toString();

/** The name of a file, as its folder has it. */
export const nameOf = (uri: string): string => Utils.basename(URI.parse(uri));

/** An address as a message shows it: a path on the disk, else the URI in plain letters. */
export const readable = (uri: string): string => diskPath(uri) ?? URI.parse(uri).toString(true);
