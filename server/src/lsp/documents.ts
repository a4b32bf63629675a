import { TextDocuments, type Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Documents } from "./ports.ts";

/** Told when a document is opened or changed, and when it is closed. */
export interface DocumentListener {
  changed(uri: string): void;
  closed(uri: string): void;
}

const noteName = /\.casenote(?:\.md)?$/i;

/** True where a document is a case note by its language, or by the name of its file. */
export const isNote = ({ uri, languageId }: { uri: string; languageId: string }): boolean => languageId === "case-note" || noteName.test(uri.replace(/[?#].*$/s, ""));

/** The open documents, kept in step with the client's edits; of them, those that `wanted` lets through. */
export function followDocuments(connection: Connection, wanted: (document: TextDocument) => boolean, listeners: readonly DocumentListener[]): Documents {
  const documents = new TextDocuments(TextDocument);
  const openings = new Map<string, number>();
  let opened = 0;

  documents.onDidOpen(({ document }) => openings.set(document.uri, (opened += 1)));
  documents.onDidChangeContent(({ document }) => {
    if (wanted(document)) for (const listener of listeners) listener.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    openings.delete(document.uri);
    if (wanted(document)) for (const listener of listeners) listener.closed(document.uri);
  });
  documents.listen(connection);

  const view: Documents = {
    get(uri) {
      const document = documents.get(uri);
      return document && wanted(document) ? { uri, version: document.version, text: document.getText(), opening: openings.get(uri) ?? 0 } : undefined;
    },
    all: () => documents.keys().flatMap((uri) => view.get(uri) ?? []),
  };
  return view;
}
