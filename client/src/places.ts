import { Range, Selection, TextEditorRevealType, Uri, window, workspace, WorkspaceEdit, type TextDocument, type TextEditor } from "vscode";

/** A range as the server sends it: lines and UTF-16 units from 0. */
export interface SentRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** An edit as the server sends it. */
export interface SentEdit {
  readonly range: SentRange;
  readonly newText: string;
}

export const toRange = ({ start, end }: SentRange): Range => new Range(start.line, start.character, end.line, end.character);

/** Shows a document, where it is shown already or else in the active column. */
export function show(document: TextDocument): Thenable<TextEditor> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  return window.showTextDocument(document, shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn });
}

/** Goes to a place in a document and selects it. */
export async function goTo(document: TextDocument, range: Range): Promise<TextEditor> {
  const editor = await show(document);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Makes edits that were computed for one version of a document; nothing where the text has moved on. Says whether they were made. */
export async function applyEdits(document: TextDocument, version: number, edits: readonly SentEdit[]): Promise<boolean> {
  if (document.isClosed || document.version !== version) return false;
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return workspace.applyEdit(edit);
}

/** The open document at an address; undefined where it is closed. */
export const openDocument = (uri: string): TextDocument | undefined => workspace.textDocuments.find((document) => document.uri.toString() === Uri.parse(uri).toString());
