import { EventEmitter, TabInputText, Uri, window, workspace, type Disposable, type TextDocument } from "vscode";
import { beginningOf, detailLines, isCaseNote, textLanguages } from "./notes.ts";
import { changesRecognition, recognitionSettings } from "./settings.ts";

/** Texts in these schemes are no drafts: what a program printed, or the old side of a comparison. */
export const neverNotes: ReadonlySet<string> = new Set(["output", "git", "gitlens", "vscode", "vscode-scm", "vscode-settings", "comment", "debug"]);

/**
 * Knows which of the open documents are case notes. Nothing else is ever sent to the server.
 * A document that became a note stays one until it is closed or the settings change, so that
 * findings do not flicker while somebody rewrites the details.
 */
export class OpenNotes implements Disposable {
  readonly #notes = new Map<string, TextDocument>();
  /** Documents that somebody asked to have checked, whatever they are; by address. */
  readonly #asked = new Set<string>();
  readonly #opened = new EventEmitter<TextDocument>();
  readonly #left = new EventEmitter<TextDocument>();
  readonly #subscriptions: Disposable[];

  /** A document turned out to be a case note. */
  readonly onDidOpen = this.#opened.event;
  /** A document that stays open is no case note any longer. */
  readonly onDidLeave = this.#left.event;

  constructor() {
    this.#subscriptions = [
      this.#opened,
      this.#left,
      workspace.onDidOpenTextDocument((document) => this.#consider(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.some(({ range }) => range.start.line < detailLines)) this.#consider(document);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (changesRecognition(event)) this.#considerAllAgain();
      }),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) if (input instanceof TabInputText) this.#closeTab(input.uri);
      }),
      workspace.onWillRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) if (this.#asked.has(oldUri.toString())) this.#asked.add(newUri.toString());
      }),
    ];
  }

  /** Looks at the documents that were open before the extension was. */
  considerAll(): void {
    for (const document of workspace.textDocuments) this.#consider(document);
  }

  /** Takes a document for a case note until it is closed, because somebody asked. */
  ask(document: TextDocument): void {
    this.#asked.add(document.uri.toString());
    this.#consider(document);
  }

  /** Whether a document, or the document at an address, is a case note. */
  has(document: TextDocument | Uri | string): boolean {
    const key = typeof document === "string" ? document : document instanceof Uri ? document.toString() : document.uri.toString();
    return this.#notes.has(key);
  }

  /** The case notes that are open. */
  get all(): TextDocument[] {
    return [...this.#notes.values()];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#notes.clear();
  }

  #consider(document: TextDocument): void {
    const key = document.uri.toString();
    if (this.#notes.has(key) || !this.#isNote(document)) return;
    this.#notes.set(key, document);
    this.#opened.fire(document);
  }

  #considerAllAgain(): void {
    for (const document of this.all) this.#leaveUnlessNote(document);
    this.considerAll();
  }

  #leaveUnlessNote(document: TextDocument): void {
    if (this.#isNote(document) || !this.#notes.delete(document.uri.toString())) return;
    this.#left.fire(document);
  }

  /** The editor may keep a document open for minutes after its last tab has gone; for whoever asked, it is closed. */
  #closeTab(uri: Uri): void {
    const shown = window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()));
    if (shown || !this.#asked.delete(uri.toString())) return;
    const document = this.#notes.get(uri.toString());
    if (document) this.#leaveUnlessNote(document);
  }

  /** A document that gets another language is closed and opened too, and stays where it is shown. */
  #forget(document: TextDocument): void {
    this.#asked.delete(document.uri.toString());
    if (this.#notes.delete(document.uri.toString()) && !document.isClosed) this.#left.fire(document);
  }

  #isNote(document: TextDocument): boolean {
    if (neverNotes.has(document.uri.scheme)) return false;
    if (this.#asked.has(document.uri.toString()) && textLanguages.includes(document.languageId)) return true;
    return isCaseNote({
      languageId: document.languageId,
      path: workspace.asRelativePath(document.uri, false),
      firstText: beginningOf(document.getText()),
      ...recognitionSettings(document),
    });
  }
}
