// A language server over standard input and output, as an editor talks to it.
import { spawn, type ChildProcess } from "node:child_process";
import { performance } from "node:perf_hooks";
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

/** How findings come: sent by the server of itself, or asked for by the editor. */
export type Manner = "sent" | "asked for";

const capabilities = (manner: Manner): ClientCapabilities => ({ textDocument: { publishDiagnostics: { versionSupport: true }, ...(manner === "asked for" ? { diagnostic: {} } : {}) } });
/** Milliseconds after which a server that has not answered never will. */
const patience = 60_000;

export class LanguageServer {
  #document = TextDocument.create("", "", 0, "");
  #wholeTexts = false;
  #arrived: ((version: number | undefined, findings: number) => void) | undefined;

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: ProtocolConnection,
    private readonly manner: Manner,
  ) {}

  /** Starts a program of Node's with these arguments, for the notes in a folder. */
  static async start(args: readonly string[], folder: string, manner: Manner = "sent"): Promise<LanguageServer> {
    const program = spawn(process.execPath, [...args, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const connection = createProtocolConnection(new StreamMessageReader(program.stdout), new StreamMessageWriter(program.stdin));
    const server = new LanguageServer(program, connection, manner);
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
      if (uri === server.#document.uri) server.#arrived?.(version, diagnostics.length);
    });
    connection.listen();
    const ended = new Promise<never>((_, fail) => program.once("exit", () => fail(new Error("it ended by itself"))));
    ended.catch(() => undefined);
    const initialized = await Promise.race([ended, connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: String(pathToFileURL(folder)), capabilities: capabilities(manner) })]);
    const { textDocumentSync: sync } = initialized.capabilities;
    server.#wholeTexts = (typeof sync === "object" ? sync.change : sync) === TextDocumentSyncKind.Full;
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens a note; how many findings there are, when they have come. */
  async open(uri: string, languageId: string, text: string): Promise<number> {
    this.#document = TextDocument.create(uri, languageId, 1, text);
    const findings = this.#findings();
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version: 1, text } });
    return this.manner === "sent" ? findings : this.#ask();
  }

  /** Tells of an edit, in the way that the server wants to hear of it. Milliseconds until the findings of that version have come. */
  async edit({ offset, removed, inserted }: Edit): Promise<number> {
    const { uri, version } = this.#document;
    const change = { range: { start: this.#document.positionAt(offset), end: this.#document.positionAt(offset + removed) }, text: inserted };
    this.#document = TextDocument.update(this.#document, [change], version + 1);
    const contentChanges = [this.#wholeTexts ? { text: this.#document.getText() } : change];
    const start = performance.now();
    const findings = this.#findings();
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version: version + 1 }, contentChanges });
    await (this.manner === "sent" ? findings : this.#ask());
    return performance.now() - start;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once("exit", done));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const impatient = setTimeout(() => this.process.kill(), 1_000);
    await ended;
    clearTimeout(impatient);
    this.connection.dispose();
  }

  async #ask(): Promise<number> {
    const report = await this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: this.#document.uri } });
    return report.kind === "full" ? report.items.length : 0;
  }

  /** The findings of this version, when the server has sent them. */
  #findings(): Promise<number> {
    if (this.manner !== "sent") return Promise.resolve(0);
    return new Promise((done, fail) => {
      const impatient = setTimeout(() => fail(new Error("it did not answer")), patience);
      this.#arrived = (version, findings) => {
        if (version !== undefined && version !== this.#document.version) return;
        clearTimeout(impatient);
        this.#arrived = undefined;
        done(findings);
      };
    });
  }
}
