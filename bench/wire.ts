// A language server over standard input and output, as an editor talks to it.
import { spawn, type ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "./inputs/edits.ts";
import { timed } from "./measure.ts";

/** How findings come: sent by the server of itself, or asked for by the editor. */
export type Manner = "sent" | "asked for";

/** What a simple client can do; one that asks can do with findings what VS Code can. */
const capabilities = (manner: Manner): ClientCapabilities => ({
  textDocument: manner === "sent" ? { publishDiagnostics: { versionSupport: true } } : { diagnostic: {}, publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } },
});
/** Milliseconds after which a server that has not answered never will. */
const patience = 30_000;

export class LanguageServer {
  #document = TextDocument.create("", "", 0, "");
  #wholeTexts = false;
  #arrived: ((version: number | undefined, findings: number) => void) | undefined;

  /** Fails when the program ends. */
  readonly #ended: Promise<never>;

  private constructor(
    private readonly program: ChildProcess,
    private readonly connection: ProtocolConnection,
    private readonly manner: Manner,
  ) {
    this.#ended = new Promise((_, fail) => program.once("exit", () => fail(new Error("it ended by itself"))));
    this.#ended.catch(() => undefined);
  }

  /** Starts a program of Node's with these arguments, for the notes in a folder. */
  static async start(args: readonly string[], folder: string, manner: Manner = "sent"): Promise<LanguageServer> {
    const program = spawn(process.execPath, [...args, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const connection = createProtocolConnection(new StreamMessageReader(program.stdout), new StreamMessageWriter(program.stdin));
    const server = new LanguageServer(program, connection, manner);
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      if (uri === server.#document.uri) server.#arrived?.(version, diagnostics.length);
    });
    connection.listen();
    const initialized = await server.#answer(connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: String(pathToFileURL(folder)), capabilities: capabilities(manner) }));
    const { textDocumentSync: sync } = initialized.capabilities;
    server.#wholeTexts = (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Full;
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens a note; how many findings there are, when they have come. */
  async open(uri: string, languageId: string, text: string): Promise<number> {
    this.#document = TextDocument.create(uri, languageId, 1, text);
    return this.#told(() => this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } }));
  }

  /** Tells of an edit, in the way that the server wants to hear of it. Milliseconds until the findings of that version have come. */
  async edit({ offset, removed, inserted }: Edit): Promise<number> {
    const { uri, version } = this.#document;
    const change = { range: { start: this.#document.positionAt(offset), end: this.#document.positionAt(offset + removed) }, text: inserted };
    this.#document = TextDocument.update(this.#document, [change], version + 1);
    const contentChanges = [this.#wholeTexts ? { text: this.#document.getText() } : change];
    return timed(() => this.#told(() => this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: version + 1 }, contentChanges })));
  }

  /** Asks the program to end, and ends it where it does not. */
  async stop(): Promise<void> {
    const polite = this.#answer(this.connection.sendRequest(ShutdownRequest.type)).then(() => this.connection.sendNotification(ExitNotification.type));
    const impatient = setTimeout(() => this.program.kill(), 2_000);
    await polite.catch(() => undefined);
    await this.#ended.catch(() => undefined);
    clearTimeout(impatient);
    this.connection.dispose();
  }

  /** Tells the server something; how many findings come of it. */
  async #told(tell: () => Promise<void>): Promise<number> {
    const sent = new Promise<number>((done) => {
      this.#arrived = (version, findings) => version === undefined || version === this.#document.version ? done(findings) : undefined;
    });
    await tell();
    if (this.manner === "sent") return this.#answer(sent);
    const report = await this.#answer(this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: this.#document.uri } }));
    return report.kind === "full" ? report.items.length : 0;
  }

  /** What the server answers, while it runs and before patience ends. */
  async #answer<T>(answer: Promise<T>): Promise<T> {
    let impatient: NodeJS.Timeout | undefined;
    const never = new Promise<never>((_, fail) => (impatient = setTimeout(() => fail(new Error("it did not answer")), patience)));
    return Promise.race([answer, this.#ended, never]).finally(() => clearTimeout(impatient));
  }
}
