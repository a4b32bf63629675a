import type { CancellationToken, Connection, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { toDiagnostic } from "./diagnostic.ts";
import type { DocumentListener } from "./documents.ts";
import type { Abilities, Checked, Checks, Documents, RuleBook } from "./ports.ts";

/** Shows findings: answers clients that ask for them, and sends them to clients that cannot ask. */
export class Diagnostics implements DocumentListener {
  /** Documents whose findings are on their way to a client that cannot ask. */
  readonly #pushing = new Set<string>();

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
    // Those that are on their way are those of the newest text.
    if (!this.abilities.pullsDiagnostics && !this.#pushing.has(uri)) void this.#push(uri);
  }

  closed(uri: string): void {
    if (this.abilities.pullsDiagnostics) return;
    this.connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => undefined);
  }

  /** Shows everything anew, after a change of settings. */
  refresh(): void {
    if (!this.abilities.pullsDiagnostics) for (const { uri } of this.documents.all()) this.changed(uri);
    else if (this.abilities.refreshesDiagnostics) this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  async #push(uri: string): Promise<void> {
    this.#pushing.add(uri);
    try {
      const checked = await this.checks.of(uri).finally(() => this.#pushing.delete(uri));
      if (checked) await this.connection.sendDiagnostics({ uri, version: checked.note.version, diagnostics: this.#items(checked) });
    } catch {
      this.connection.console.error("Case Recording: the findings of a document could not be sent.");
    }
  }

  #items(checked: Checked): Diagnostic[] {
    return checked.report.findings.map((finding) => toDiagnostic(checked, finding, this.abilities, this.book.page));
  }
}
