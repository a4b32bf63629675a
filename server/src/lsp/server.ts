import { CodeLensRefreshRequest, ResponseError, TextDocumentSyncKind, type CancellationToken, type Connection, type InitializeParams, type InitializeResult } from "vscode-languageserver";
import { version } from "../../../package.json";
import { Checker } from "../check.ts";
import type { DraftChoices } from "../drafting/draft.ts";
import { faultInWords } from "../fault.ts";
import { rules } from "../rules/registry.ts";
import { profiles } from "../standards/standards.ts";
import { abilitiesOf } from "./abilities.ts";
import { CheckCache, type CheckInSteps } from "./checks.ts";
import { actionKinds, CodeActions } from "./codeActions.ts";
import { Completions, triggerCharacters } from "./completion.ts";
import { Diagnostics } from "./diagnostics.ts";
import { followDocuments, isNote, type DocumentListener } from "./documents.ts";
import { Drafts, type DraftAnswer, type DraftParams } from "./draft.ts";
import { Foldings } from "./folding.ts";
import { Hovers } from "./hover.ts";
import type { Inbox } from "./inbox.ts";
import { Links } from "./links.ts";
import { marksOf, type Marks } from "./marks.ts";
import { NextVisits } from "./nextVisit.ts";
import { readOptions } from "./options.ts";
import { PointLists, type SentPointCounts, type SentPoints, type SentTick } from "./points.ts";
import type { RuleBook } from "./ports.ts";
import { Records, type RecordAnswer, type RecordParams } from "./record.ts";
import { rulePage, standardsPage } from "./rulePage.ts";
import { SectionLenses } from "./sectionLens.ts";
import { SettingsSource } from "./settings.ts";
import { Outlines } from "./symbols.ts";

/** Makes a connection to an editor answer. The caller starts to listen. */
export function serve(connection: Connection, inbox: Inbox): void {
  connection.onInitialize((params) => answerWith(connection, inbox, params));
}

/** Puts the features together for one client, and tells it what they are. */
function answerWith(connection: Connection, inbox: Inbox, { capabilities, initializationOptions }: InitializeParams): InitializeResult {
  const options = readOptions(initializationOptions);
  const abilities = abilitiesOf(capabilities);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const book: RuleBook = { rule: (id) => byId.get(id), page: (id) => rulePage(id, options.docsUri), standards: standardsPage(options.docsUri) };

  const settings = new SettingsSource(connection, abilities, { rules: [...byId.keys()], profiles: profiles.map(({ id }) => id) }, options.settings);
  const listeners: DocumentListener[] = [];
  const documents = followDocuments(connection, (document) => options.checkAll || isNote(document), listeners);
  const checks = new CheckCache(documents, (uri) => settings.of(uri), () => inbox.quiet(), () => checkAndLog(connection));
  const diagnostics = new Diagnostics(connection, documents, checks, book, abilities);
  const actions = new CodeActions(checks, abilities, options);
  const hovers = new Hovers(checks, book, abilities);
  const nextVisits = new NextVisits(checks, (uri) => settings.of(uri), options.explainsNextVisit);
  const pointLists = new PointLists(checks, (uri) => settings.of(uri), (rule) => book.page(rule));
  const sectionLenses = new SectionLenses(checks, (uri) => settings.of(uri), options.explainsSections);
  const outlines = new Outlines(checks, abilities);
  const foldings = new Foldings(checks, abilities);
  const links = new Links(checks, (uri) => settings.of(uri), book, abilities);
  const records = new Records(checks);
  const completions = new Completions(checks, (uri) => settings.of(uri), abilities, options.suggestCommand);
  const drafts = new Drafts((uri) => settings.of(uri));
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
  connection.onCodeLens(guarded("the lines above a place", [], async (params, token) => [...(await nextVisits.lenses(params, token)), ...(await sectionLenses.lenses(params, token))]));
  connection.onDocumentSymbol(guarded("the outline", [], (params, token) => outlines.answer(params, token)));
  connection.onFoldingRanges(guarded("the folding", [], (params, token) => foldings.answer(params, token)));
  connection.onDocumentLinks(guarded("the links", [], (params, token) => links.answer(params, token)));
  connection.onRequest("caseRecording/nextVisit", guarded<{ uri: string }, string | null, CancellationToken>("the answer on the next visit", null, ({ uri }, token) => nextVisits.explain(uri, token)));
  connection.onRequest("caseRecording/marks", guarded<{ uri: string }, Marks | null, CancellationToken>("the colours", null, ({ uri }, token) => marksOf(checks, uri, token)));
  connection.onRequest("caseRecording/points", guarded<{ uri: string }, SentPoints | null, CancellationToken>("the points of the standard", null, ({ uri }, token) => pointLists.list(uri, token)));
  connection.onRequest("caseRecording/pointCounts", guarded<{ uri: string }, SentPointCounts | null, CancellationToken>("the points of the standard", null, ({ uri }, token) => pointLists.counts(uri, token)));
  connection.onRequest("caseRecording/tick", guarded<{ uri: string; id: string; ticked: boolean }, SentTick | null, CancellationToken>("the tick", null, ({ uri, id, ticked }, token) => pointLists.tick(uri, id, ticked, token)));
  connection.onRequest("caseRecording/record", guarded<RecordParams, RecordAnswer | null, CancellationToken>("the record", null, (params, token) => records.answer(params, token)));
  connection.onCompletion(guarded("what may be written here", [], (params, token) => completions.answer(params, token)));
  connection.onRequest("caseRecording/draftChoices", guarded<{ uri?: string } | null, DraftChoices | null, CancellationToken>("what a new note may be", null, (params) => drafts.choices(params ?? {})));
  connection.onRequest("caseRecording/draft", guarded<DraftParams | null, DraftAnswer | null, CancellationToken>("the new note", null, (params) => drafts.draft(params ?? {})));
  connection.onInitialized(() =>
    settings.listen(() => {
      diagnostics.refresh();
      // No text has changed, so the client would keep the lines that it shows.
      if (abilities.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    }),
  );

  return {
    serverInfo: { name: "Case Recording", version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(abilities.pullsDiagnostics ? { diagnosticProvider: { identifier: "case-recording", interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      codeActionProvider: { codeActionKinds: [...actionKinds] },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [...triggerCharacters] },
      codeLensProvider: {},
      documentSymbolProvider: { label: "Case Recording" },
      foldingRangeProvider: true,
      documentLinkProvider: {},
    },
  };
}

/** A checker for one document; of a rule that fails, the log tells the name and nothing of the text. */
function checkAndLog(connection: Connection): CheckInSteps {
  const checker = new Checker();
  return function* (text, settings) {
    const report = yield* checker.steps(text, settings);
    for (const rule of report.failed) connection.console.error(`Case Recording: the rule ${rule} failed on a document, by a fault of the program. The other rules are not touched.`);
    return report;
  };
}

/** Keeps the fault of one request to that request, and its words, which may be a note's, out of every log. */
function guardFor(connection: Connection) {
  return <Params, Answer, Token>(what: string, otherwise: Answer, handle: (params: Params, token: Token) => Promise<Answer>) =>
    async (params: Params, token: Token): Promise<Answer> => {
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(`Case Recording: ${what} could not be given (${faultInWords(error)}).`);
        return otherwise;
      }
    };
}
