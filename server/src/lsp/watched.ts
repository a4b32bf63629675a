import { DidChangeWatchedFilesNotification, type Connection } from "vscode-languageserver";
import { nameOf, parentOf } from "./uris.ts";

/** Has the client tell of changes to the files of a team that were read, wherever they stand, and of files that were missed when they come. */
export class WatchedFiles {
  readonly #patterns = new Set<string>();

  constructor(
    private readonly connection: Connection,
    /** The client tells of changes to files that it is asked to watch. */
    private readonly able: boolean,
  ) {}

  /** Watches a file by its URI. */
  watch(uri: string): void {
    const folder = parentOf(uri);
    if (folder !== undefined) this.#register(uri, { baseUri: folder, pattern: literal(nameOf(uri)) });
  }

  /** Watches for a file of that name in the folders that are open. */
  expect(name: string): void {
    this.#register(name, `**/${literal(name)}`);
  }

  #register(key: string, globPattern: string | { readonly baseUri: string; readonly pattern: string }): void {
    if (!this.able || this.#patterns.has(key)) return;
    this.#patterns.add(key);
    this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] }).catch(() => undefined);
  }
}

/** A file's name as a pattern: signs that mean something in patterns stand for any sign. */
const literal = (name: string): string => name.replace(/[[\]{}*?]/g, "?");
