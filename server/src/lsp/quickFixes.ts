import { CodeActionKind, type CancellationToken, type CodeAction, type Diagnostic } from "vscode-languageserver";
import { sentData, sentFixes, type SentFix } from "./diagnostic.ts";
import { findingsOf } from "./findingsAt.ts";
import type { Abilities, Checks } from "./ports.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/** The fixes that came with diagnostics; where they came with none, or with those of another text, the fixes of now. */
export async function quickFixes(checks: Checks, abilities: Abilities, uri: string, diagnostics: readonly Diagnostic[], token: CancellationToken): Promise<CodeAction[]> {
  const id = await checks.idOf(uri);
  if (id === undefined) return [];
  const merged = new Map<string, { fix: SentFix; version: number; diagnostics: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const sent = sentData(diagnostic);
    const { version, fixes } = sent?.check === id ? sent : await fixesNow(checks, uri, diagnostic, token);
    for (const fix of fixes) {
      const key = JSON.stringify([fix.title, fix.edits]);
      const known = merged.get(key);
      if (known) known.diagnostics.push(diagnostic);
      else merged.set(key, { fix, version, diagnostics: [diagnostic] });
    }
  }
  return [...merged.values()].map(({ fix, version, diagnostics: mended }) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: mended,
    ...(fix.safe ? { isPreferred: true } : {}),
    edit: workspaceEdit(abilities, uri, version, fix.edits),
  }));
}

async function fixesNow(checks: Checks, uri: string, diagnostic: Diagnostic, token: CancellationToken): Promise<{ version: number; fixes: readonly SentFix[] }> {
  const checked = await checks.of(uri, token);
  if (!checked) return { version: 0, fixes: [] };
  return { version: checked.note.version, fixes: findingsOf(checked, diagnostic).flatMap((finding) => sentFixes(checked.report.note.lines, finding)) };
}
