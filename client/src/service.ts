import { EventEmitter, l10n, window, type Disposable, type ExtensionContext, type LogOutputChannel, type TextDocument } from "vscode";
import type { OpenNotes } from "./openNotes.ts";
import type { Server } from "./server.ts";

/** A check of a note by the server. Its id is the same for the same text and settings, and for nothing else. */
export interface NoteCheck {
  readonly document: TextDocument;
  readonly check: string;
}

/**
 * Starts the server with the first case note and no sooner. Until then not even the code that talks to a server
 * is loaded, so that somebody who opens other Markdown files pays next to nothing.
 */
export class Service implements Disposable {
  readonly #context: ExtensionContext;
  readonly #notes: OpenNotes;
  readonly #output: LogOutputChannel;
  readonly #checked = new EventEmitter<NoteCheck>();
  readonly #leftOff = new EventEmitter<void>();
  #server: Promise<Server | undefined> | undefined;
  #disposed = false;

  /** The findings of a note have come. */
  readonly onDidCheck = this.#checked.event;
  /** The server stopped over and over and is left off: what is known of a note is not kept up any longer. */
  readonly onDidLeaveOff = this.#leftOff.event;

  constructor(context: ExtensionContext, notes: OpenNotes, output: LogOutputChannel) {
    this.#context = context;
    this.#notes = notes;
    this.#output = output;
  }

  /** Whether a server was started. */
  get started(): boolean {
    return this.#server !== undefined;
  }

  /** Starts the server unless it runs. Undefined where it could not be started, which the user has then been told. */
  start(): Promise<Server | undefined> {
    this.#server ??= this.#load();
    return this.#server;
  }

  /** Starts the server afresh. */
  async restart(): Promise<void> {
    if (this.#server === undefined) return void (await this.start());
    const server = await this.#server;
    if (server) await server.restart();
    else {
      this.#server = undefined;
      await this.start();
    }
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    this.#disposed = true;
    await (await this.#server)?.stop();
  }

  dispose(): void {
    this.#disposed = true;
    this.#checked.dispose();
    this.#leftOff.dispose();
    void this.#server?.then((server) => server?.dispose());
  }

  async #load(): Promise<Server | undefined> {
    try {
      const { Server } = await import("./server.ts");
      if (this.#disposed) return undefined;
      const server = new Server(this.#context, this.#notes, this.#output, (document, check) => this.#checked.fire({ document, check }), () => this.#leftOff.fire());
      await server.start();
      return server;
    } catch (error) {
      this.#output.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`);
      const show = l10n.t("Show the Output");
      void window.showErrorMessage(l10n.t("Case Recording could not start, so notes are not being checked."), show).then((answer) => {
        if (answer === show) this.#output.show();
      });
      return undefined;
    }
  }
}
