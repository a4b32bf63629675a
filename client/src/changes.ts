import { EventEmitter, type Disposable, type TextDocument } from "vscode";
import type { Service } from "./service.ts";

/** Tells when what the server knows of a note has changed: once for each version of the text and the settings, with the findings of that version. */
export class NoteChanges implements Disposable {
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #checks = new WeakMap<TextDocument, string>();
  readonly #subscription: Disposable;

  /** The server has checked a note that is another than before: by typing, by a setting, by a server that started again. */
  readonly onDidChange = this.#changed.event;

  constructor(service: Service) {
    this.#subscription = service.onDidCheck(({ document, check }) => {
      if (this.#checks.get(document) === check) return;
      this.#checks.set(document, check);
      this.#changed.fire(document);
    });
  }

  /** The last check of a note: the same for the same text and settings, and for nothing else. Undefined before the first. */
  checkOf(document: TextDocument): string | undefined {
    return this.#checks.get(document);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
}
