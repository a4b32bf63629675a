// The built server over standard input and output, for one life: until it is stopped or killed.
import { spawn, type ChildProcess } from "node:child_process";
import type { Writable } from "node:stream";
import {
  CancellationTokenSource,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ResponseError,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";
import { InPieces } from "./pieces.ts";
import type { Chance } from "../bench/inputs/random.ts";

/** How findings come: asked for by the editor, or sent by the server of itself. */
export type Manner = "asked for" | "sent";

/** What an editor of each manner says that it can do. */
export const capabilities = (manner: Manner): ClientCapabilities => ({
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true }, ...(manner === "asked for" ? { diagnostics: { refreshSupport: true } } : {}) },
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, versionSupport: true },
    ...(manner === "asked for" ? { diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } } : {}),
  },
});

/** What became of a question. */
export type Outcome =
  | { readonly kind: "answered"; readonly answer: unknown }
  /** It was taken back, or the text had moved on: what a server may say. */
  | { readonly kind: "refused" }
  /** The server was killed before it could answer. */
  | { readonly kind: "lost" }
  | { readonly kind: "failed"; readonly why: string };

const mayBeRefused: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ContentModified, LSPErrorCodes.ServerCancelled];

export interface ServerOptions {
  readonly manner?: Manner;
  /** What is handed to Node before the program. */
  readonly nodeArguments?: readonly string[];
  /** What the editor answers when it is asked for the section `caseRecording`. */
  readonly configuration?: () => unknown;
  /** Whatever is sent is handed over in pieces, so many times in a hundred. */
  readonly pieces?: { readonly chance: Chance; readonly often: number };
  readonly published?: (params: PublishDiagnosticsParams) => void;
  /** The server asks the editor to ask for the findings again. */
  readonly refreshed?: () => void;
}

export class Server {
  /** Everything that the server said to a log or to the user. */
  readonly logs: string[] = [];
  /** Questions that are not answered yet. */
  readonly waiting = new Set<Promise<Outcome>>();
  /** How the program ended; undefined while it runs. */
  end: { readonly code: number | null; readonly signal: NodeJS.Signals | null } | undefined;
  readonly ended: Promise<void>;
  #killed = false;

  private constructor(
    readonly program: ChildProcess,
    readonly connection: ProtocolConnection,
    readonly manner: Manner,
    readonly pipe: Writable & { readonly cuts?: number },
  ) {
    this.ended = new Promise((done) =>
      program.once("exit", (code, signal) => {
        this.end = { code, signal };
        done();
      }),
    );
  }

  /** Starts a program that talks the protocol over standard input and output. */
  static async start(program: string, { manner = "asked for", nodeArguments = [], configuration = () => ({}), pieces, published, refreshed }: ServerOptions = {}): Promise<Server> {
    const child = spawn(process.execPath, [...nodeArguments, program, "--stdio"], { stdio: ["pipe", "pipe", "pipe", "ipc"] });
    const pipe = pieces ? new InPieces(child.stdin!, pieces.chance, pieces.often) : child.stdin!;
    // A server that was killed reads no more.
    for (const stream of [child.stdin!, pipe]) stream.on("error", () => undefined);
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(pipe));
    const server = new Server(child, connection, manner, pipe);
    child.stderr!.on("data", (data: Buffer) => server.logs.push(String(data)));
    connection.onError(() => undefined);
    connection.onNotification(LogMessageNotification.type, ({ message }) => void server.logs.push(message));
    connection.onNotification(ShowMessageNotification.type, ({ message }) => void server.logs.push(message));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => published?.(params));
    connection.onRequest(DiagnosticRefreshRequest.type, () => refreshed?.());
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section }) => (section === "caseRecording" ? configuration() : null)));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: capabilities(manner) } satisfies InitializeParams);
    await connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  tell(method: string, params: object): void {
    this.connection.sendNotification(method, params).catch(() => undefined);
  }

  /** Asks, and says what became of it; never rejects. `takeBack` takes the question back. */
  ask(method: string, params: object): { readonly outcome: Promise<Outcome>; readonly takeBack: () => void } {
    const cancel = new CancellationTokenSource();
    const outcome = Promise.race([this.connection.sendRequest(method, params, cancel.token).then((answer): Outcome => ({ kind: "answered", answer }), (error: unknown) => this.#failure(error)), this.ended.then((): Outcome => (this.#killed ? { kind: "lost" } : { kind: "failed", why: "the server ended by itself" }))]);
    this.waiting.add(outcome);
    void outcome.then(() => {
      this.waiting.delete(outcome);
      cancel.dispose();
    });
    return { outcome, takeBack: () => (this.#killed ? undefined : cancel.cancel()) };
  }

  /** The answer to a question; throws where there is none. */
  async answer<Answer>(method: string, params: object): Promise<Answer> {
    const outcome = await this.ask(method, params).outcome;
    if (outcome.kind !== "answered") throw new Error(`${method}: ${outcome.kind === "failed" ? outcome.why : outcome.kind}`);
    return outcome.answer as Answer;
  }

  /** What the program holds in memory when all that nobody needs is gone, in bytes. It must have been started with `memoryArguments`. */
  memory(): Promise<{ readonly heap: number; readonly rss: number }> {
    return new Promise((done) => {
      this.program.once("message", (answer) => done(answer as { heap: number; rss: number }));
      this.program.send("memory");
    });
  }

  /** Ends the program without asking it. */
  async kill(): Promise<void> {
    this.#killed = true;
    this.program.kill("SIGKILL");
    await this.ended;
    this.connection.dispose();
  }

  async stop(): Promise<void> {
    if (this.end) return this.connection.dispose();
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    await this.ended;
    this.connection.dispose();
  }

  #failure(error: unknown): Outcome {
    if (this.#killed) return { kind: "lost" };
    if (error instanceof ResponseError && mayBeRefused.includes(error.code)) return { kind: "refused" };
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

/** What Node is handed so that a server can be asked for its memory. `root` is the folder of package.json. */
export const memoryArguments = (root: string): readonly string[] => ["--expose-gc", "--require", `${root}/stress/heap.cjs`];
