import { EventEmitter, languages, workspace, type Disposable, type TextDocument } from "vscode";
import type { OpenNotes } from "./openNotes.ts";

/** So long after the last key press (milliseconds) what is shown beside a note follows it. */
const quiet = 150;

/** Tells when what the server knows of a note may have changed: by typing, by a setting, by a server that started again. */
export class NoteChanges implements Disposable {
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #waiting = new Map<TextDocument, NodeJS.Timeout>();
  readonly #subscriptions: Disposable[];

  /** A note changed, and has been left alone for a moment. */
  readonly onDidChange = this.#changed.event;

  constructor(notes: OpenNotes) {
    const ofNote = (document: TextDocument): void => void (notes.has(document) && this.#soon(document));
    this.#subscriptions = [
      this.#changed,
      notes.onDidOpen(ofNote),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && ofNote(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      // New findings mean that the server has read the note anew, for whatever reason.
      languages.onDidChangeDiagnostics(({ uris }) => {
        const keys = new Set(uris.map(String));
        for (const note of notes.all) if (keys.has(note.uri.toString())) this.#soon(note);
      }),
    ];
  }

  dispose(): void {
    for (const document of [...this.#waiting.keys()]) this.#forget(document);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #soon(document: TextDocument): void {
    this.#forget(document);
    this.#waiting.set(document, setTimeout(() => {
      this.#waiting.delete(document);
      this.#changed.fire(document);
    }, quiet));
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }
}
