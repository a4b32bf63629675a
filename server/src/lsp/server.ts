import { ResponseError, TextDocumentSyncKind, type CancellationToken, type Connection, type InitializeParams, type InitializeResult } from "vscode-languageserver";
import { version } from "../../../package.json";
import { checkNote, type NoteReport } from "../check.ts";
import type { Settings } from "../engine/settings.ts";
import { rules } from "../rules/registry.ts";
import { profiles } from "../standards/standards.ts";
import { abilitiesOf } from "./abilities.ts";
import { CheckCache } from "./checks.ts";
import { actionKinds, CodeActions } from "./codeActions.ts";
import { Diagnostics } from "./diagnostics.ts";
import { followDocuments, isNote, type DocumentListener } from "./documents.ts";
import { Hovers } from "./hover.ts";
import { NextVisits } from "./nextVisit.ts";
import { readOptions } from "./options.ts";
import type { RuleBook } from "./ports.ts";
import { rulePage } from "./rulePage.ts";
import { SettingsSource } from "./settings.ts";

/** Makes a connection to an editor answer. The caller starts to listen. */
export function serve(connection: Connection): void {
  connection.onInitialize((params) => answerWith(connection, params));
}

/** Puts the features together for one client, and tells it what they are. */
function answerWith(connection: Connection, { capabilities, initializationOptions }: InitializeParams): InitializeResult {
  const options = readOptions(initializationOptions);
  const abilities = abilitiesOf(capabilities);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const book: RuleBook = { rule: (id) => byId.get(id), page: (id) => rulePage(id, options.docsUri) };

  const settings = new SettingsSource(connection, abilities, { rules: [...byId.keys()], profiles: profiles.map(({ id }) => id) }, options.settings);
  const listeners: DocumentListener[] = [];
  const documents = followDocuments(connection, (document) => options.checkAll || isNote(document), listeners);
  const checks = new CheckCache(documents, (uri) => settings.of(uri), (text, chosen) => checkAndLog(connection, text, chosen));
  const diagnostics = new Diagnostics(connection, documents, checks, book, abilities);
  const actions = new CodeActions(checks, abilities, options);
  const hovers = new Hovers(checks, book, abilities);
  const nextVisits = new NextVisits(checks, (uri) => settings.of(uri), options.explainsNextVisit);
  listeners.push(
    diagnostics,
    {
      changed: () => undefined,
      closed(uri) {
        checks.forget(uri);
        settings.forget(uri);
      },
    },
  );

  const guarded = guardFor(connection);
  connection.languages.diagnostics.on(guarded("the findings", { kind: "full", items: [] }, (params, token) => diagnostics.pull(params, token)));
  connection.onCodeAction(guarded("the fixes", [], (params, token) => actions.answer(params, token)));
  connection.onHover(guarded("the explanation", null, (params, token) => hovers.answer(params, token)));
  connection.onCodeLens(guarded("the line on the next visit", [], (params, token) => nextVisits.lenses(params, token)));
  connection.onRequest("caseRecording/nextVisit", guarded<{ uri: string }, string | null, CancellationToken>("the answer on the next visit", null, ({ uri }, token) => nextVisits.explain(uri, token)));
  connection.onInitialized(() => settings.listen(() => diagnostics.refresh()));

  return {
    serverInfo: { name: "Case Recording", version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(abilities.pullsDiagnostics ? { diagnosticProvider: { identifier: "case-recording", interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      codeActionProvider: { codeActionKinds: [...actionKinds] },
      hoverProvider: true,
      codeLensProvider: {},
    },
  };
}

/** Checks a text; of a rule that fails, the log tells the name and nothing of the text. */
function checkAndLog(connection: Connection, text: string, settings: Settings): NoteReport {
  const report = checkNote(text, settings);
  for (const rule of report.failed) connection.console.error(`Case Recording: the rule ${rule} failed on a document, by a fault of the program. The other rules are not touched.`);
  return report;
}

/** Keeps the fault of one request to that request, and its words, which may be a note's, out of every log. */
function guardFor(connection: Connection) {
  return <Params, Answer, Token>(what: string, otherwise: Answer, handle: (params: Params, token: Token) => Promise<Answer>) =>
    async (params: Params, token: Token): Promise<Answer> => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`Case Recording: ${what} could not be given (${error instanceof Error ? error.name : "unknown fault"}).`);
        return otherwise;
      }
    };
}
