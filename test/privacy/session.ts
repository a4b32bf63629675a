import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  CodeLensRequest, CompletionRequest, DidChangeWatchedFilesNotification, DocumentLinkRequest, DocumentSymbolRequest, FileChangeType, FoldingRangeRequest, LSPErrorCodes, ResponseError, SetTraceNotification,
  type Diagnostic,
} from "vscode-languageserver/node";
import { Editor, rangeOf, type StartOptions } from "../lsp/editor.ts";
import { broken, marked, unfinished } from "./notes.ts";

/** What came of a session with the server, besides the answers that an editor shows. */
export interface Session {
  /** Everything that the server logged, showed, printed, or sent unasked, other than findings; and why it refused a question. */
  readonly said: readonly string[];
  /** Of the first note, as it was opened. */
  readonly findings: readonly Diagnostic[];
  /** How many questions were answered, and how many were not. */
  readonly answered: number;
  readonly refused: number;
  /** How the server ended, where it did so by itself. */
  readonly ended: number | null;
}

/** Lays out a team's folder: settings of its own with a fault in them, a word list, and no profile where one is named. */
export function teamFolder(folder: string): string {
  const team = path.join(folder, "team");
  mkdirSync(team, { recursive: true });
  writeFileSync(path.join(team, ".case-recording.yml"), "volume: everything\nrules:\n  jargon: error\n  nosuch: off\nwordLists: [team-words.yml, missing.yml]\npeople: [Helen Marsh (team manager)]\n");
  writeFileSync(path.join(team, "team-words.yml"), "leave: [respite]\nacronyms:\n  - term: QZT\n    senses:\n      - full: Quality and Zest Team\n        plain: the people who listen to calls\n    flag: [\"The QZT rang Mum on Monday.\"]\n");
  return team;
}

/** Uses the server as an editor and somebody in a hurry do: every feature, on several notes, with changes, mistakes and nonsense between them. */
export async function useEverything(team: string, start: StartOptions): Promise<Session> {
  const editor = await Editor.start({ ...start, initializationOptions: { checkAll: true, addsWords: true, turnsRulesOff: true, explainsNextVisit: true, explainsSections: true, docsUri: "file:///docs/rules" } });
  const { connection } = editor;
  const sent: string[] = [];
  connection.onUnhandledNotification((message) => void sent.push(JSON.stringify(message)));
  for (const method of ["window/showMessageRequest", "window/showDocument", "workspace/applyEdit", "window/workDoneProgress/create"]) {
    connection.onRequest(method, (params: unknown) => {
      sent.push(JSON.stringify([method, params]));
      return null;
    });
  }
  const gone = new Promise<number | null>((done) => editor.process.once("exit", done));
  let [answered, refused] = [0, 0];
  /** Why a question was refused counts as said; that the server is there no longer does not. */
  const ask = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const got = await Promise.race([answer, gone.then((): undefined => undefined)]);
      answered += 1;
      return got;
    } catch (error) {
      refused += 1;
      if (!(error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled)) sent.push(error instanceof Error ? `${error.message} ${JSON.stringify((error as ResponseError<unknown>).data ?? null)}` : String(error));
      return undefined;
    }
  };
  const uris = ["a", "b", "c"].map((name) => pathToFileURL(path.join(team, `${name}.casenote.md`)).href);
  const [first, second, third] = uris as [string, string, string];

  const own = (method: string, params: unknown): Promise<unknown> => ask(connection.sendRequest(method, params));
  const findings: Diagnostic[] = [];
  try {
    await connection.sendNotification(SetTraceNotification.type, { value: "verbose" });
    await editor.open(first, marked);
    findings.push(...((await ask(editor.findings(first))) ?? []));
    for (const [uri, text] of [[second, unfinished], [third, broken]] as const) {
      await editor.open(uri, text);
      await ask(editor.findings(uri));
    }
    for (const words of ["LAC", "zorblewick", "snufflequist hurts", "What we did", "Quillibert said", "07700"]) {
      const range = rangeOf(marked, words);
      await ask(editor.hover(first, range.start));
      await ask(editor.actions(first, range, findings));
    }
    for (const finding of findings) await ask(editor.actions(first, finding.range, [finding]));
    await ask(editor.actions(first, rangeOf(marked, marked.slice(0, 900)), findings, ["source.fixAll.caseRecording"]));
    for (const uri of uris) {
      const textDocument = { uri };
      for (const type of [CodeLensRequest.type, DocumentSymbolRequest.type, FoldingRangeRequest.type, DocumentLinkRequest.type]) await ask(connection.sendRequest(type.method, { textDocument }));
      for (const words of ["LAC", "zorblewick", "date of visit"]) await ask(connection.sendRequest(CompletionRequest.type, { textDocument, position: rangeOf(uri === third ? broken : marked, words).end }));
      for (const method of ["marks", "points", "pointCounts", "nextVisit"]) await own(`caseRecording/${method}`, { uri });
      for (const format of ["preview", "html", "text", "docx"]) await own("caseRecording/record", { uri, format });
      await own("caseRecording/tick", { uri, id: "snufflequist", ticked: true });
    }
    await own("caseRecording/draftChoices", { uri: first });
    const draft = { uri: first, kind: "statutory visit", children: ["Quillibert Marmadrake, 02/02/2017"], visited: "12/06/2025", place: "the zorblewick", worker: "Snufflequist Plimworthy" };
    await own("caseRecording/draft", draft);
    await own("caseRecording/draft", { ...draft, children: ["Quillibert, 31/02/2017"], visited: "zorblewick" });

    const change = { range: rangeOf(marked, "Quillibert presents"), text: "Marmadrake presents" };
    await editor.change(first, 2, change);
    const early = ask(editor.findings(first));
    await editor.change(first, 3, change, { text: `${marked}\nQuillibert said “zorblewick”.\n` });
    await early;
    await ask(editor.findings(first));
    await editor.configure({ volume: "loud", rules: { nosuch: "off" }, profile: "nosuch", wordLists: ["missing-too.yml"], people: ["Snufflequist Plimworthy (nobody)"] });
    await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: pathToFileURL(path.join(team, ".case-recording.yml")).href, type: FileChangeType.Changed }] });
    for (const uri of uris) await ask(editor.findings(uri));

    // What no editor should send.
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri: first, version: 4 }, contentChanges: [{ range: "zorblewick", text: { quillibert: 1 } }, null, "marmadrake"] });
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri: "file:///zorblewick" }, contentChanges: null });
    await connection.sendNotification("textDocument/didOpen", { textDocument: "zorblewick" });
    await connection.sendNotification("zorblewick/marmadrake", { text: marked });
    await connection.sendNotification("workspace/didChangeConfiguration", "zorblewick");
    await connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: { quillibert: marked } }] });
    await own("nosuch/method", { text: marked });
    for (const method of ["textDocument/hover", "textDocument/completion", "textDocument/diagnostic", "textDocument/codeAction", "caseRecording/tick", "caseRecording/record", "caseRecording/draft"]) {
      for (const params of [{ textDocument: { uri: first }, position: "zorblewick", context: marked, range: marked, format: marked, uri: first, id: { quillibert: marked }, children: { marmadrake: marked } }, [marked], { uri: marked }]) await own(method, params);
    }
    if (start.transport !== "ipc") {
      const raw = (body: string): boolean => editor.process.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      raw(JSON.stringify({ jsonrpc: "2.0", zorblewick: marked }));
      raw(JSON.stringify({ jsonrpc: "2.0", error: { message: marked, code: 1 }, id: null }));
      raw(JSON.stringify({ jsonrpc: "2.0", id: "zorblewick-9", result: marked }));
      await ask(editor.findings(second));
      raw(`{"jsonrpc": "2.0", "method": "zorblewick ${"marmadrake ".repeat(3)}`);
    }
    await ask(editor.findings(third));
    for (const uri of uris) await editor.close(uri);
    await own("caseRecording/draftChoices", {});
  } catch (error) {
    // The stream to a server that has ended cannot be written to.
    if (editor.process.exitCode === null) throw error;
  }
  const ended = editor.process.exitCode;
  if (ended === null) await editor.stop();
  else connection.dispose();
  return { said: [...editor.logs, ...editor.messages, ...sent], findings, answered, refused, ended };
}
