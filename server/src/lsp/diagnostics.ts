import type { CancellationToken, Connection, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { toDiagnostic } from "./diagnostic.ts";
import type { DocumentListener } from "./documents.ts";
import type { Abilities, Checked, Checks, Documents, RuleBook } from "./ports.ts";

const restAfterTyping = 200;

/** Shows findings: answers clients that ask for them, and sends them to clients that cannot ask. */
export class Diagnostics implements DocumentListener {
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: Documents,
    private readonly checks: Checks,
    private readonly book: RuleBook,
    private readonly abilities: Abilities,
  ) {}

  /** Answers a client that pulls; "unchanged" where neither the text nor the settings are others than those of the result it has. */
  async pull({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    if (previousResultId !== undefined && previousResultId === (await this.checks.idOf(uri))) return { kind: "unchanged", resultId: previousResultId };
    const checked = await this.checks.of(uri, token);
    return checked ? { kind: "full", resultId: checked.id, items: this.#items(checked) } : { kind: "full", items: [] };
  }

  changed(uri: string): void {
    if (this.abilities.pullsDiagnostics) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.set(uri, setTimeout(() => void this.#push(uri), restAfterTyping));
  }

  closed(uri: string): void {
    if (this.abilities.pullsDiagnostics) return;
    clearTimeout(this.#waiting.get(uri));
    this.#waiting.delete(uri);
    this.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  }

  /** Shows everything anew, after a change of settings. */
  refresh(): void {
    if (!this.abilities.pullsDiagnostics) for (const { uri } of this.documents.all()) this.changed(uri);
    else if (this.abilities.refreshesDiagnostics) this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  async #push(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    try {
      const checked = await this.checks.of(uri);
      if (checked && this.documents.get(uri)?.version === checked.note.version) await this.connection.sendDiagnostics({ uri, version: checked.note.version, diagnostics: this.#items(checked) });
    } catch {
      this.connection.console.error("Case Recording: the findings of a document could not be sent.");
    }
  }

  #items(checked: Checked): Diagnostic[] {
    return checked.report.findings.map((finding) => toDiagnostic(checked, finding, this.abilities, this.book.page));
  }
}
