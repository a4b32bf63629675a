import type { Connection, InitializeParams } from "vscode-languageserver";
import type { Reach } from "../files/find.ts";
import { isBelow } from "./uris.ts";

/** Told by the client when what lies in its folders comes to be trusted, with `{ trusted: true }`. */
const trustNotification = "caseRecording/didChangeTrust";

/** The folders that the client has open, and whether what lies in them is trusted. */
export class Workspace {
  #folders: readonly string[];
  #trusted: boolean;

  constructor({ workspaceFolders, rootUri }: Pick<InitializeParams, "workspaceFolders"> & { readonly rootUri?: string | null }, trusted: boolean) {
    this.#folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    this.#trusted = trusted;
  }

  /** Hears of other folders, and of trust. `hearsFolders`: the client tells of them. */
  listen(connection: Connection, hearsFolders: boolean, changed: () => void): void {
    connection.onNotification(trustNotification, (params: { readonly trusted?: unknown } | null) => {
      this.#trusted = params?.trusted === true;
      changed();
    });
    if (!hearsFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      changed();
    });
  }

  /** The folder in which a document stands that stands in none: the first that is open. */
  get first(): string | undefined {
    return this.#folders[0];
  }

  /** How far a file in a folder may lead, or what was named for a note in it: not out of the open folder around it (the innermost; where there is none, the folder itself) unless that is trusted. */
  reachIn(folder: string, by: Reach["by"]): Reach {
    if (this.#trusted) return { by };
    const around = this.#folders.filter((open) => isBelow(folder, open)).sort((a, b) => b.length - a.length);
    return { by, untrusted: around[0] ?? folder };
  }

  /** Whether an address stands in none of the open folders. */
  isOutside(uri: string): boolean {
    return !this.#folders.some((open) => isBelow(uri, open));
  }
}

