import { CodeActionKind, type CancellationToken, type CodeAction, type CodeActionParams, type Diagnostic, type Range, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import { rangeOf, sentFixes, source, type SentData, type SentFix } from "./diagnostic.ts";
import type { Abilities, Checked, Checks } from "./ports.ts";
import { safeEdits } from "./safeEdits.ts";
import { toSnippet } from "./snippet.ts";

/** The kind under which an editor can apply every safe fix of a document at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.caseRecording`;

/** Offers the fixes that came with the diagnostics, and all safe fixes at once. */
export class CodeActions {
  constructor(
    private readonly checks: Checks,
    private readonly abilities: Abilities,
    private readonly addsWords: boolean,
  ) {}

  async answer({ textDocument: { uri }, context }: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const wants = (kind: string): boolean => !context.only || context.only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
    const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === source);
    const actions = wants(CodeActionKind.QuickFix) && ours.length > 0 ? await this.#quickFixes(uri, ours, token) : [];
    const fixAll = wants(fixAllKind) ? await this.#fixAll(uri, token) : undefined;
    return fixAll ? [...actions, fixAll] : actions;
  }

  async #quickFixes(uri: string, diagnostics: readonly Diagnostic[], token: CancellationToken): Promise<CodeAction[]> {
    const id = await this.checks.idOf(uri);
    if (id === undefined) return [];
    const merged = new Map<string, { fix: SentFix; version: number; diagnostics: Diagnostic[] }>();
    for (const diagnostic of diagnostics) {
      const sent = sentData(diagnostic);
      const { version, fixes } = sent?.check === id ? sent : await this.#fixesNow(uri, diagnostic, token);
      for (const fix of fixes) {
        const key = JSON.stringify([fix.title, fix.edits]);
        const known = merged.get(key);
        if (known) known.diagnostics.push(diagnostic);
        else merged.set(key, { fix, version, diagnostics: [diagnostic] });
      }
    }
    const words = this.addsWords ? diagnostics.flatMap((diagnostic) => addWord(uri, diagnostic)) : [];
    return [...merged.values()].map<CodeAction>(({ fix, version, diagnostics: mended }) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: mended,
      ...(fix.safe ? { isPreferred: true } : {}),
      edit: this.#edit(uri, version, fix.edits),
    })).concat(words);
  }

  /** The fixes of the finding that a diagnostic is about, when the diagnostic carries none or those of another text. */
  async #fixesNow(uri: string, { code, range }: Diagnostic, token: CancellationToken): Promise<{ version: number; fixes: readonly SentFix[] }> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return { version: 0, fixes: [] };
    return { version: checked.note.version, fixes: matching(checked, code, range) };
  }

  async #fixAll(uri: string, token: CancellationToken): Promise<CodeAction | undefined> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return undefined;
    const { lines } = checked.report.note;
    const edits = safeEdits(checked.report.findings).map((edit) => ({ range: rangeOf(lines, edit), newText: edit.newText }));
    return edits.length ? { title: "Apply all safe fixes", kind: fixAllKind, edit: this.#edit(uri, checked.note.version, edits) } : undefined;
  }

  #edit(uri: string, version: number, edits: SentFix["edits"]): WorkspaceEdit {
    if (!this.abilities.documentChanges) return { changes: { [uri]: [...edits] } };
    return { documentChanges: [{ textDocument: { uri, version }, edits: this.abilities.snippetEdits ? asSnippets(edits) : [...edits] }] };
  }
}

/** The command of the client that adds a word to the team's own. */
export const addWordCommand = "caseRecording.addWord";

/** Offers to declare the word of a finding the team's own, where it has one. */
function addWord(uri: string, diagnostic: Diagnostic): CodeAction[] {
  const word = sentData(diagnostic)?.word;
  if (word === undefined) return [];
  const title = `Add “${word}” to the team's words`;
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: addWordCommand, arguments: [word, uri] } }];
}

/** The edits with their fields to complete as tab stops; those without fields stay plain text. */
function asSnippets(edits: SentFix["edits"]): (TextEdit | SnippetTextEdit)[] {
  let next = 1;
  return edits.map(({ range, newText }) => {
    const snippet = toSnippet(newText, next);
    if (!snippet) return { range, newText };
    next = snippet.next;
    return { range, snippet: { kind: "snippet", value: snippet.value } };
  });
}

/** The fixes of the finding of that rule at that range; where it has moved, of the findings of that rule that the range touches. */
function matching({ report: { note, findings } }: Checked, code: Diagnostic["code"], range: Range): SentFix[] {
  const candidates = findings.filter(({ rule }) => rule === code).map((finding) => ({ finding, at: rangeOf(note.lines, finding.span) }));
  const exact = candidates.filter(({ at }) => compare(at.start, range.start) === 0 && compare(at.end, range.end) === 0);
  const found = exact.length ? exact : candidates.filter(({ at }) => compare(at.start, range.end) <= 0 && compare(range.start, at.end) <= 0);
  return found.flatMap(({ finding }) => sentFixes(note.lines, finding));
}

const compare = (a: Range["start"], b: Range["start"]): number => a.line - b.line || a.character - b.character;

/** What we sent with a diagnostic, where the client gives it back whole. */
function sentData({ data }: Diagnostic): SentData | undefined {
  const sent = data as Partial<SentData> | undefined | null;
  return typeof sent === "object" && sent !== null && typeof sent.check === "string" && typeof sent.version === "number" && Array.isArray(sent.fixes) ? (sent as SentData) : undefined;
}
