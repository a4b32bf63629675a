import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

const server = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

/** What a full-grown editor declares. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
};

/** An editor that can show plain findings when it is sent them, and no more. */
export const simple: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true } }, textDocument: { publishDiagnostics: {} } };

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** What the editor answers when it is asked for the section `caseRecording`. */
  readonly configuration?: unknown;
  readonly transport?: "stdio" | "ipc";
  /** Variables of the server's surroundings, besides our own. */
  readonly env?: Readonly<Record<string, string>>;
  /** What runs the server, in place of Node alone: a program and its words, with Node as the last. */
  readonly command?: readonly [string, ...string[]];
}

const idle: Editor[] = [];

/** Stops the editors that tests have given back. */
export const stopIdle = (): Promise<unknown> => Promise.all(idle.splice(0).map((editor) => editor.stop()));

/** A real client of the built server, in its own process. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly messages: string[] = [];
  /** Everything that the server says to a log, of whatever kind. */
  readonly logs: string[] = [];
  readonly registered: string[] = [];
  refreshes = 0;
  configuration: unknown;
  initialized!: InitializeResult;
  readonly #open = new Set<string>();
  #borrowed = false;

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start({ capabilities = modern, initializationOptions, configuration = {}, transport = "stdio", env = {}, command: [program, ...words] = [process.execPath] }: StartOptions = {}): Promise<Editor> {
    const process_ =
      transport === "ipc" ? spawn(program, [...words, server, "--node-ipc"], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe", "ipc"] }) : spawn(program, [...words, server, "--stdio"], { env: { ...process.env, ...env }, stdio: "pipe" });
    const connection =
      transport === "ipc"
        ? createProtocolConnection(new IPCMessageReader(process_), new IPCMessageWriter(process_))
        : createProtocolConnection(new StreamMessageReader(process_.stdout!), new StreamMessageWriter(process_.stdin!));
    const editor = new Editor(process_, connection);
    editor.configuration = configuration;
    process_.stderr!.on("data", (data: Buffer) => editor.logs.push(String(data)));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => void editor.published.push(params));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void editor.messages.push(message));
    connection.onNotification(LogMessageNotification.type, ({ message }) => void editor.logs.push(message));
    connection.onRequest(DiagnosticRefreshRequest.type, () => void (editor.refreshes += 1));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => void editor.registered.push(...registrations.map(({ method }) => method)));
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section }) => (section === "caseRecording" ? editor.configuration : null)));
    connection.listen();
    editor.initialized = await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities, initializationOptions });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  /** An editor with the usual abilities and settings, with nothing open. The same server may have served another test before. */
  static async borrow(): Promise<Editor> {
    const editor = idle.pop() ?? (await Editor.start());
    editor.#borrowed = true;
    return editor;
  }

  /** Ends a borrowed editor's work: all is closed, and another test may have it. Any other editor is stopped. */
  async giveBack(): Promise<void> {
    if (!this.#borrowed || this.process.exitCode !== null) return this.stop();
    for (const uri of [...this.#open]) await this.close(uri);
    this.#borrowed = false;
    idle.push(this);
  }

  open(uri: string, text: string, { languageId = "case-note", version = 1 } = {}): Promise<void> {
    this.#open.add(uri);
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    this.#open.delete(uri);
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Changes the settings, as a person does who saves them. */
  configure(configuration: unknown): Promise<void> {
    this.configuration = configuration;
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { caseRecording: configuration } });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  }

  /** The findings that the server has for a document now. */
  async findings(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== "full") throw new Error("the server said that nothing changed, though it was told of no earlier result");
    return report.items;
  }

  async actions(uri: string, range: Range, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context: { diagnostics, ...(only ? { only } : {}) } });
    return (answer ?? []) as CodeAction[];
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  /** The last findings that the server sent for a document unasked, once there are any that `wanted` lets through. */
  sent(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<PublishDiagnosticsParams> {
    return until(() => this.published.findLast((params) => params.uri === uri && wanted(params)));
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) throw new Error(`the server has ended by itself: ${this.logs.join("\n")}`);
    const ended = new Promise((done) => this.process.once("exit", done));
    try {
      await this.connection.sendRequest(ShutdownRequest.type);
      await this.connection.sendNotification(ExitNotification.type);
      await ended;
    } finally {
      this.connection.dispose();
      this.process.kill();
    }
  }
}

/** Waits until something is there. */
export async function until<T>(look: () => T | undefined | false, patience = 5_000): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; await rest(20)) {
    const found = look();
    if (found) return found;
  }
  throw new Error(`waited in vain for ${look.toString()}`);
}

export const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** The finding of a rule among diagnostics. */
export function of(rule: string, diagnostics: readonly Diagnostic[]): Diagnostic {
  const found = diagnostics.find(({ code }) => code === rule);
  if (!found) throw new Error(`no finding of ${rule} among: ${diagnostics.map(({ code }) => code).join(", ") || "none"}`);
  return found;
}

/** Where some words first stand in a text. */
export function rangeOf(text: string, words: string): Range {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`"${words}" is not in the text`);
  const position = (offset: number): Position => ({ line: text.slice(0, offset).split("\n").length - 1, character: offset - (text.lastIndexOf("\n", offset - 1) + 1) });
  return { start: position(at), end: position(at + words.length) };
}
