import { commands, EventEmitter, window, type Disposable, type TextDocument } from "vscode";
import type { NoteChanges } from "./changes.ts";
import type { OpenNotes } from "./openNotes.ts";

/** What menus and key bindings ask: whether a note is in front. */
const noteInFront = "caseRecording.noteInFront";

/**
 * The note that the views beside the editor are about: the one in front of the user, or the one that was, while they
 * are in a view, a preview or a picker. None once it is closed, or another text stands in front.
 */
export class ActiveNote implements Disposable {
  readonly #changed = new EventEmitter<TextDocument | undefined>();
  readonly #subscriptions: Disposable[];
  #note: TextDocument | undefined;

  /** Another note is in front, or none, or the text of the one in front changed and was left alone for a moment. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly notes: OpenNotes,
    changes: NoteChanges,
  ) {
    this.#set(inFront(notes));
    this.#subscriptions = [
      this.#changed,
      window.onDidChangeActiveTextEditor((editor) => {
        // Without an editor the user is in a view, unless the note was closed.
        if (editor) this.#set(notes.has(editor.document) ? editor.document : undefined);
        else if (this.#note && !this.#isShown(this.#note)) this.#set(undefined);
      }),
      window.tabGroups.onDidChangeTabs(() => {
        if (this.#note?.isClosed) this.#set(undefined);
      }),
      changes.onDidChange((document) => {
        if (!this.#note && document === window.activeTextEditor?.document) this.#set(document);
        else if (document === this.#note) this.#changed.fire(document);
      }),
      notes.onDidLeave((document) => document === this.#note && this.#set(undefined)),
    ];
  }

  get document(): TextDocument | undefined {
    return this.#note;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #isShown(document: TextDocument): boolean {
    return !document.isClosed && window.visibleTextEditors.some((editor) => editor.document === document);
  }

  #set(note: TextDocument | undefined): void {
    if (note === this.#note) return;
    this.#note = note;
    void commands.executeCommand("setContext", noteInFront, note !== undefined);
    this.#changed.fire(note);
  }
}

const inFront = (notes: OpenNotes): TextDocument | undefined => {
  const document = window.activeTextEditor?.document;
  return document && notes.has(document) ? document : undefined;
};
