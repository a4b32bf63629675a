import { setTimeout as rest } from "node:timers/promises";
import type { Connection } from "vscode-languageserver";
import { disk, isWhole, type Files, type Standing } from "../files/files.ts";
import { decode, whyNot, type FileText } from "../files/read.ts";
import { diskPath, diskUri, isBelow, joined, parentOf, systemOf } from "./uris.ts";

/** Asked of the client: `{ uri }` of a file or folder. */
const statRequest = "caseRecording/stat";
const readRequest = "caseRecording/readFile";

/** What the client says of a file or folder; null where there is none. */
interface Stat {
  /** When it last changed, in milliseconds. */
  readonly mtime: number;
  readonly symbolicLink?: boolean;
}

/** What stands in a file, in base64; null where it cannot be read. */
interface Content {
  readonly content: string;
}

/** So long (milliseconds) a file system may take to answer; one that takes longer is out of reach, and is left in peace for some time. */
const patience = 5_000;
const peace = 60_000;

/** The files of an editor, by their URIs: those of the disk are read here, all others through the client, where it can. */
export class EditorFiles implements Files {
  /** Until when file systems are left in peace. */
  readonly #silent = new Map<string, number>();

  constructor(
    private readonly connection: Connection,
    /** The client answers our requests. */
    private readonly served: boolean,
    /** Told of each file that was read. */
    private readonly wasRead: (uri: string) => void,
  ) {}

  /** A path that says by itself where it leads is one of the disk, whatever file system the folder is of. */
  at(written: string, folder: string): string {
    const path = diskPath(folder);
    return path !== undefined || isWhole(written) ? diskUri(disk.at(written, path ?? "/")) : joined(folder, written);
  }

  folderOf = parentOf;

  async changed(uri: string): ReturnType<Files["changed"]> {
    const path = diskPath(uri);
    return path === undefined ? (await this.#stat(uri))?.mtime : disk.changed(path);
  }

  async read(uri: string): Promise<FileText> {
    this.wasRead(uri);
    const path = diskPath(uri);
    if (path !== undefined) return disk.read(path);
    const answer = await this.#ask<Content>(readRequest, uri);
    return typeof answer?.content === "string" ? decode(Buffer.from(answer.content, "base64")) : { ok: false, problem: whyNot(undefined) };
  }

  /** Where a link of a file system that is not the disk leads nobody can tell, so it counts as leading out. */
  async standing(uri: string, folder: string): Promise<Standing> {
    const [path, root] = [diskPath(uri), diskPath(folder)];
    if (path !== undefined && root !== undefined) return disk.standing(path, root);
    if (!isBelow(uri, folder)) return "outside";
    for (let at: string | undefined = uri; at !== undefined && at !== folder && isBelow(at, folder); at = parentOf(at)) if ((await this.#stat(at))?.symbolicLink) return "linked out";
    return "inside";
  }

  async #stat(uri: string): Promise<Stat | undefined> {
    const answer = await this.#ask<Stat>(statRequest, uri);
    return typeof answer?.mtime === "number" ? answer : undefined;
  }

  async #ask<Answer>(request: string, uri: string): Promise<Answer | undefined> {
    const system = systemOf(uri);
    if (!this.served || Date.now() < (this.#silent.get(system) ?? 0)) return undefined;
    const answered = new AbortController();
    const late = rest(patience, undefined, { ref: false, signal: answered.signal }).then(
      () => void this.#silent.set(system, Date.now() + peace),
      () => undefined,
    );
    try {
      return (await Promise.race([this.connection.sendRequest<Answer | null>(request, { uri }), late])) ?? undefined;
    } catch {
      return undefined;
    } finally {
      answered.abort();
    }
  }
}
