import { extensions, l10n, languages, Uri, window, workspace, type CancellationToken, type Disposable, type ExtensionContext, type LogOutputChannel, type TextDocument } from "vscode";
import {
  CloseAction, DidChangeWatchedFilesNotification, DidCloseTextDocumentNotification, DidOpenTextDocumentNotification, DocumentDiagnosticRequest, ErrorAction, FileChangeType, LanguageClient,
  ErrorCodes, ResponseError, RevealOutputChannelOn, State, TransportKind, type LanguageClientOptions, type ServerOptions,
} from "vscode-languageclient/node";
import { serveFiles } from "./files.ts";
import { Gate } from "./gate.ts";
import { caseNoteLanguage, textLanguages } from "./notes.ts";
import type { OpenNotes } from "./openNotes.ts";
import { ownChoices, section } from "./settings.ts";

/** Every document in which a case note can stand; the gate lets only the notes among them through. */
const documentSelector = [caseNoteLanguage, ...textLanguages].map((language) => ({ language }));

/** An editor with two outlines for a document shows both, one under the other; where the editor's own Markdown support makes one of the headings, ours stays out. */
const outlinedByMarkdown = ({ languageId }: TextDocument): boolean => languageId === "markdown" && extensions.getExtension("vscode.markdown-language-features") !== undefined;

/** A server that ended leaves questions unanswered; that it ended is said elsewhere, once. */
const isOfItsEnd = (error: unknown): boolean => error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;

class Client extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | "force"): void {
    super.error(message, data, isOfItsEnd(data) ? false : show);
  }
}

/** The language server in a process of its own, and the editor's end of the line to it. */
export class Server implements Disposable {
  readonly #client: LanguageClient;
  readonly #gate: Gate;
  readonly #subscriptions: Disposable[];
  #crashes: number[] = [];
  /** The server stopped unasked, and the user is to be told when it runs again. */
  #stopped = false;
  /** Told when the server runs, or is left off. */
  #settled: (() => void) | undefined;

  /** `checked` is told of a note whenever the findings of what it says now have come, with the id of their check; `leftOff` when the server stopped and is not started again. */
  constructor(context: ExtensionContext, notes: OpenNotes, output: LogOutputChannel, checked: (document: TextDocument, check: string) => void, private readonly leftOff: () => void) {
    this.#gate = new Gate((uri) => notes.has(uri));
    const module = context.asAbsolutePath("dist/server.js");
    const serverOptions: ServerOptions = {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
    };
    const clientOptions: LanguageClientOptions = {
      documentSelector,
      // The gate lets notes alone through, so the server checks whatever it is sent.
      initializationOptions: () => ({
        checkAll: true, addsWords: true, explainsNextVisit: true, explainsSections: true, turnsRulesOff: true, readsFiles: true, trusted: workspace.isTrusted,
        suggestCommand: "editor.action.triggerSuggest", docsUri: Uri.joinPath(context.extensionUri, "docs/rules").toString(),
      }),
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      middleware: {
        ...this.#gate.middleware,
        provideDiagnostics: async (document, before, token, next) => {
          const report = await next(document, before, token);
          if (report?.resultId && !(document instanceof Uri)) checked(document, report.resultId);
          return report;
        },
        provideDocumentSymbols: (document, token, next) => (outlinedByMarkdown(document) ? [] : next(document, token)),
        workspace: { configuration: (params) => params.items.map(({ scopeUri }) => ownChoices(scopeUri === undefined ? undefined : Uri.parse(scopeUri))) },
      },
      // A team's settings file or profile that changes shows at once.
      synchronize: { fileEvents: ["**/.case-recording.yml", "**/*.case-recording-profile.{yml,yaml,json}"].map((pattern) => workspace.createFileSystemWatcher(pattern)) },
      // Without onChange, findings would stay where they were while somebody types.
      diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true, filter: (document) => !notes.has(document) },
      // Whoever starts it is told why it failed.
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue }),
        closed: () => this.#restartOrGiveUp(),
      },
    };
    this.#client = new Client(section, "Case Recording", serverOptions, clientOptions);
    serveFiles(this.#client);
    this.#subscriptions = [
      workspace.onDidGrantWorkspaceTrust(() => void (this.#client.isRunning() && this.#client.sendNotification("caseRecording/didChangeTrust", { trusted: true }))),
      this.#client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return this.#gate.reset();
        if (this.#stopped) this.#sayStartedAgain();
        this.#settled?.();
      }),
      notes.onDidOpen((document) => this.#open(document)),
      notes.onDidLeave((document) => this.#leave(document)),
    ];
  }

  /** Starts the server. The notes that are open are sent to it. A server that ends while it starts is started again, unless it does so over and over. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      if (!isOfItsEnd(error)) throw error;
      if (this.#stopped) await new Promise<void>((done) => (this.#settled = done));
    }
  }

  /** Ends the server and starts a new one, which reads everything afresh. */
  async restart(): Promise<void> {
    this.#crashes = [];
    this.#stopped = false;
    await this.#client.restart();
  }

  /** Asks for the findings of every open note again. */
  refresh(): void {
    if (this.#client.isRunning()) this.#client.getFeature(DocumentDiagnosticRequest.method).refresh();
  }

  /** Has the server look at a file of the team's, and show what is wrong in it. */
  look(uri: string): void {
    if (this.#client.isRunning()) void this.#client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
  }

  /** Asks the server something of our own about an open note, or about a folder; null where the server has no such note, or is not there just now. */
  async ask<Answer>(about: `caseRecording/${string}`, uri: Uri | undefined, more: object = {}, token?: CancellationToken): Promise<Answer | null> {
    if (!this.#client.isRunning()) return null;
    try {
      return await this.#client.sendRequest<Answer | null>(about, { ...(uri ? { uri: uri.toString() } : {}), ...more }, token);
    } catch (error) {
      // The server ended, or a newer question took this one's place: whoever asked asks again with the next change.
      if (error instanceof ResponseError || token?.isCancellationRequested || !this.#client.isRunning()) return null;
      throw error;
    }
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.stop();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    void this.#client.dispose();
  }

  /** Sends a document that has been open for some time and is a note from now on. */
  #open(document: TextDocument): void {
    if (!this.#client.isRunning() || languages.match(documentSelector, document) === 0) return;
    // The client noted that this text has no findings, which was so while nobody had read it.
    this.#client.getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.forget(document);
    const opening = this.#client.getFeature(DidOpenTextDocumentNotification.method).getProvider(document);
    opening?.send(document).catch((error: unknown) => this.#client.error("A note could not be opened", error, false));
  }

  /** Takes a document that stays open from the server, and its findings from the editor. */
  #leave(document: TextDocument): void {
    if (!this.#client.isRunning()) return;
    const closing = this.#client.getFeature(DidCloseTextDocumentNotification.method).getProvider(document);
    closing?.send(document).catch((error: unknown) => this.#client.error("A note could not be closed", error, false));
  }

  /** A server that ends unasked is started again, unless it does so over and over. */
  #restartOrGiveUp() {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < 180_000), now];
    this.#stopped = this.#crashes.length < 5;
    if (this.#stopped) return { action: CloseAction.Restart, handled: true };
    const again = l10n.t("Start It Again");
    void window.showErrorMessage(l10n.t("Case Recording stopped several times and has been left off. Your notes are not affected."), again).then((answer) => {
      if (answer === again) return this.restart();
    });
    this.leftOff();
    this.#settled?.();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** Says, once for each stop, that there was one: findings went and came back. */
  #sayStartedAgain(): void {
    this.#stopped = false;
    void window.showInformationMessage(l10n.t("Your notes are safe. Case Recording stopped and runs again."));
  }
}
