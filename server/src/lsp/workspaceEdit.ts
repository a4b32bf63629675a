import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { SentFix } from "./diagnostic.ts";
import type { Abilities } from "./ports.ts";
import { toSnippet } from "./snippet.ts";

/** Edits of one document for a client: held to the version that they were made for, and their fields as tab stops, where it can do so. */
export function workspaceEdit({ documentChanges, snippetEdits }: Abilities, uri: string, version: number, edits: SentFix["edits"]): WorkspaceEdit {
  if (!documentChanges) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: snippetEdits ? asSnippets(edits) : [...edits] }] };
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
