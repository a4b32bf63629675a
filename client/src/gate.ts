import type { TextDocument } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

interface WithTextDocument {
  readonly textDocument?: { readonly uri?: string; readonly version?: number };
}

/**
 * Stands between the editor and the server and lets only case notes through: of other documents the server
 * learns nothing, neither their text nor that they exist.
 */
export class Gate {
  /** Documents that the server has open, with the version of the text that it has. */
  readonly #sent = new Map<string, number>();
  readonly #isNote: (uri: string) => boolean;

  /** `isNote` says of a document's address whether it is a case note. */
  constructor(isNote: (uri: string) => boolean) {
    this.#isNote = isNote;
  }

  /** What the language client is given. */
  readonly middleware: Middleware = {
    didOpen: async (document, next) => {
      const key = keyOf(document);
      if (!this.#isNote(key) || this.#sent.has(key)) return;
      this.#sent.set(key, document.version);
      await next(document);
    },
    didChange: async (event, next) => {
      const key = keyOf(event.document);
      const version = this.#sent.get(key);
      // A change that made a document a note is already in the text that its opening carried.
      if (version === undefined || event.document.version <= version) return;
      this.#sent.set(key, event.document.version);
      await next(event);
    },
    didSave: async (document, next) => {
      if (this.#sent.has(keyOf(document))) await next(document);
    },
    didClose: async (document, next) => {
      if (this.#sent.delete(keyOf(document))) await next(document);
    },
    sendRequest: async (type, param, token, next) => {
      const uri = (param as WithTextDocument | undefined)?.textDocument?.uri;
      // Every request about a document may be answered with nothing.
      if (uri !== undefined && !this.#isNote(uri)) return null as never;
      return next(type, param, token);
    },
  };

  /** Forgets what the server had open, because it is a new server that has nothing. */
  reset(): void {
    this.#sent.clear();
  }
}

function keyOf(document: TextDocument): string {
  return document.uri.toString();
}
