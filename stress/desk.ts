// The notes that an editor has open, whichever server it talks to: it knows what each said at every version.
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Chance } from "../bench/inputs/random.ts";
import type { Edit } from "../bench/inputs/edits.ts";
import type { Compared, Version } from "./fresh.ts";
import { compare } from "./fresh.ts";
import { anyQuestion, versionsIn } from "./questions.ts";
import type { Manner, Outcome, Server } from "./server.ts";
import { Typist } from "./typist.ts";

/** What is counted while an editor works. */
export class Counts {
  edits = 0;
  asked = 0;
  takenBack = 0;
  answered = 0;
  refused = 0;
  /** Questions that a killed server took with it. */
  lostWithServer = 0;
  opened = 0;
  closed = 0;
  renamed = 0;
  configured = 0;
  kills = 0;
  cuts = 0;
  compared = 0;
  findings = 0;
  bytes = 0;
  /** The losses. */
  failed = 0;
  unanswered = 0;
  wrongVersions = 0;
  lostFindings = 0;
  differingFindings = 0;
  touchedWords = 0;
  crashed = 0;
  /** What went wrong, in words without the text of a note. */
  readonly faults = new Set<string>();
}

/** A note that is open in the editor. */
interface OpenNote {
  document: TextDocument;
  readonly typist: Typist;
  /** Another opening has another number, so that an answer about the one before is known. */
  opening: number;
  /** What the last findings were, with their id. */
  findings: readonly Diagnostic[];
  resultId: string | undefined;
  /** The version that those findings are of, where they say. */
  checked: number | undefined;
  /** What the text was at each version that somebody may still speak of. */
  readonly texts: Map<number, string>;
}

/** So many versions of a note are remembered. */
const remembered = 400;

export class Desk {
  readonly notes: OpenNote[] = [];
  readonly counts = new Counts();
  #server!: Server;
  #configuration: unknown = {};
  /** Counts changes of the settings. */
  #configured = 0;
  /** Notes that were closed, and whose findings the server has cleared away. */
  readonly #cleared = new Set<string>();
  #opened = 0;
  #named = 0;

  constructor(
    private readonly chance: Chance,
    private readonly texts: readonly string[],
    /** One in so many answers with findings is held against a fresh check. */
    private readonly sample: number,
  ) {}

  get configuration(): unknown {
    return this.#configuration;
  }

  get server(): Server {
    return this.#server;
  }

  /** Talks to another server from now on, which is told of every open note. */
  sitAt(server: Server): void {
    this.#server = server;
    for (const note of this.notes) this.#tellOfOpening(note);
  }

  /** Opens a note that was not open. */
  open(text = this.chance.one(this.texts)): OpenNote {
    const document = TextDocument.create(this.#newUri(), "case-note", 1, text);
    const note: OpenNote = { document, typist: new Typist(text, this.texts, this.chance), opening: 0, findings: [], resultId: undefined, checked: undefined, texts: new Map() };
    this.notes.push(note);
    this.counts.opened += 1;
    this.#tellOfOpening(note);
    return note;
  }

  close(note: OpenNote): void {
    this.notes.splice(this.notes.indexOf(note), 1);
    this.counts.closed += 1;
    this.#server.tell("textDocument/didClose", { textDocument: { uri: note.document.uri } });
  }

  /** A file gets another name: to a server, a note is closed and another opened. */
  rename(note: OpenNote): void {
    this.counts.renamed += 1;
    this.#server.tell("textDocument/didClose", { textDocument: { uri: note.document.uri } });
    note.document = TextDocument.create(this.#newUri(), "case-note", 1, note.document.getText());
    this.#tellOfOpening(note);
  }

  configure(configuration: unknown): void {
    this.counts.configured += 1;
    this.#configured += 1;
    this.#configuration = configuration;
    this.#server.tell("workspace/didChangeConfiguration", { settings: { caseRecording: configuration } });
  }

  /** Does the next thing that somebody does to a note. */
  edit(note: OpenNote): void {
    this.#change(note, note.typist.next(note.document.getText()));
  }

  /** Asks for the findings of a note, as an editor does after a change; of some, it holds them against a fresh check. */
  async pull(note: OpenNote, afresh = false): Promise<void> {
    const known = afresh ? undefined : note.resultId;
    const before = note.checked;
    const asked = this.#now(note);
    const outcome = await this.#ask("textDocument/diagnostic", { textDocument: { uri: note.document.uri }, ...(known === undefined ? {} : { previousResultId: known }) }, !afresh);
    if (outcome.kind !== "answered" || note.opening !== asked.opening) return;
    const report = outcome.answer as DocumentDiagnosticReport;
    // "Unchanged" says that the findings of an earlier version are still those of this one.
    const version = report.kind === "full" ? versionsIn(report.items)[0] : before;
    this.#holdVersion(note, asked, version === undefined ? [] : [version]);
    if (report.kind !== "full") return;
    note.findings = report.items;
    note.resultId = report.resultId;
    note.checked = version;
    const text = version === undefined ? undefined : note.texts.get(version);
    if (afresh || this.#configured !== asked.configured || text === undefined || this.chance.from(1, this.sample) > 1) return;
    this.#compare(report.items, { uri: note.document.uri, version: version!, text, configuration: this.#configuration });
  }

  /** Asks something about a note; now and then it is about a note that is not open, and now and then the question is taken back. */
  async question(note: OpenNote): Promise<void> {
    const { document, findings } = note;
    const asked = this.#now(note);
    const position = document.positionAt(this.chance.from(0, document.getText().length));
    const uri = this.chance.percent(3) ? "file:///storm/closed.casenote.md" : document.uri;
    const { method, params } = anyQuestion(this.chance, { uri, position, range: { start: position, end: position }, findings });
    const outcome = await this.#ask(method, params);
    if (outcome.kind !== "answered" || uri !== document.uri || note.opening !== asked.opening) return;
    // What an editor hands in with a question about findings may be older than the question.
    const known = method === "textDocument/codeAction" ? Math.min(asked.version, ...versionsIn(findings)) : asked.version;
    this.#holdVersion(note, { ...asked, version: known }, versionsIn(outcome.answer));
  }

  /** What the server sent of itself. */
  hear({ uri, version, diagnostics }: PublishDiagnosticsParams): void {
    const note = this.notes.find(({ document }) => document.uri === uri);
    if (!note) {
      // What was on its way may still come; once the server has cleared away a note's findings, it has no more to say of it.
      if (version === undefined) this.#cleared.add(uri);
      else if (this.#cleared.has(uri)) this.#fault("wrongVersions", "findings were sent of a note that is closed");
      return;
    }
    if (version === undefined) return;
    if (version > note.document.version || version < (note.checked ?? 0)) this.#fault("wrongVersions", "findings were sent of a version that is none, or older than the last");
    note.findings = diagnostics;
    note.checked = version;
  }

  /** Waits until nothing is open between the two, and holds what the server says of every note against a fresh check of it. */
  async settle(patience: number): Promise<void> {
    await this.idle(patience);
    // A server that is not asked says nothing twice of one version: after a change of settings another one shows that it has heard.
    if (this.#server.manner === "sent") for (const note of this.notes) this.edit(note);
    await this.compareAll(patience, this.#configuration);
    this.counts.unanswered += this.#server.waiting.size;
    for (const line of this.#server.logs.splice(0)) this.#fault("failed", `the server said: ${line.trim().slice(0, 200)}`);
  }

  /** Holds what the server says of every note against a fresh check of it under some settings. */
  async compareAll(patience: number, configuration: unknown): Promise<void> {
    for (const note of this.notes) {
      if (this.#server.manner === "asked for") await within(patience, this.pull(note, true));
      else await within(patience, until(() => note.checked === note.document.version));
      const { uri, version } = note.document;
      if (note.findings.length === 0 || note.checked === version) this.#compare(note.findings, { uri, version, text: note.document.getText(), configuration });
      else this.#fault("crashed", "a note has no findings of its last version");
    }
  }

  /** Waits until all but so many questions are answered. */
  async idle(patience: number, most = 0): Promise<void> {
    const end = Date.now() + patience;
    while (this.#server.waiting.size > most && Date.now() < end) await Promise.race([...this.#server.waiting, rest(100)]);
  }

  #change(note: OpenNote, edits: readonly Edit[]): void {
    const { uri, version } = note.document;
    const contentChanges = edits.map(({ offset, removed, inserted }) => {
      const change = { range: { start: note.document.positionAt(offset), end: note.document.positionAt(offset + removed) }, text: inserted };
      note.document = TextDocument.update(note.document, [change], version + 1);
      return change;
    });
    this.counts.edits += 1;
    this.#remember(note);
    this.#server.tell("textDocument/didChange", { textDocument: { uri, version: version + 1 }, contentChanges });
  }

  async #ask(method: string, params: object, mayBeTakenBack = true): Promise<Outcome> {
    const { outcome, takeBack } = this.#server.ask(method, params);
    this.counts.asked += 1;
    if (mayBeTakenBack && this.chance.percent(30)) {
      this.counts.takenBack += 1;
      if (this.chance.percent(50)) takeBack();
      else setTimeout(takeBack, this.chance.from(0, 30));
    }
    const got = await outcome;
    if (got.kind === "failed") this.#fault("failed", `${method}: ${got.why}`);
    else this.counts[({ answered: "answered", refused: "refused", lost: "lostWithServer" } as const)[got.kind]] += 1;
    return got;
  }

  #compare(sent: readonly Diagnostic[], version: Version): void {
    const { findings, lost, differing, bytes, touched }: Compared = compare(sent, version, this.#server.manner as Manner);
    this.counts.compared += 1;
    this.counts.findings += findings;
    this.counts.bytes += bytes;
    this.counts.lostFindings += lost;
    this.counts.differingFindings += differing;
    this.counts.touchedWords += touched;
  }

  /** An answer may be about no version that is older than the question, or newer than what was sent by now. */
  #holdVersion(note: OpenNote, asked: { readonly version: number }, versions: readonly number[]): void {
    if (versions.some((version) => version < asked.version || version > note.document.version)) this.#fault("wrongVersions", "an answer was about another version");
  }

  #tellOfOpening(note: OpenNote): void {
    note.opening = this.#opened += 1;
    note.resultId = undefined;
    note.checked = undefined;
    note.texts.clear();
    this.#remember(note);
    const { uri, version, languageId } = note.document;
    this.#server.tell("textDocument/didOpen", { textDocument: { uri, version, languageId, text: note.document.getText() } });
  }

  #remember({ document, texts }: OpenNote): void {
    texts.set(document.version, document.getText());
    if (texts.size > remembered) texts.delete(texts.keys().next().value!);
  }

  #now({ opening, document }: OpenNote): { opening: number; version: number; configured: number } {
    return { opening, version: document.version, configured: this.#configured };
  }

  #newUri(): string {
    return `file:///storm/note-${(this.#named += 1)}.casenote.md`;
  }

  #fault(loss: "failed" | "wrongVersions" | "crashed", what: string): void {
    this.counts[loss] += 1;
    this.counts.faults.add(what);
  }
}

export const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits for something, and no longer than so many milliseconds. */
const within = (patience: number, work: Promise<unknown>): Promise<unknown> => Promise.race([work, rest(patience)]);

async function until(look: () => boolean): Promise<void> {
  while (!look()) await rest(20);
}
