import { commands, l10n, languages, Selection, TextEditorRevealType, window, type Diagnostic, type Disposable, type TextEditor } from "vscode";
import type { OpenNotes } from "./openNotes.ts";
import type { NotePoints } from "./points.ts";

/** Registers the commands that go from one finding to the next and explain it. */
export function registerFindings(notes: OpenNotes, points: NotePoints): Disposable[] {
  return [commands.registerCommand("caseRecording.nextFinding", () => go(notes, points, 1)), commands.registerCommand("caseRecording.previousFinding", () => go(notes, points, -1))];
}

/** Goes to the finding behind (1) or before (-1) the cursor, round the end of the note, and shows its explanation. Returns its message. */
async function go(notes: OpenNotes, points: NotePoints, step: 1 | -1): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (!editor || !notes.has(editor.document)) return void window.showInformationMessage(l10n.t("Open a case note first, then run this command again."));
  const findings = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === "Case Recording").sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
  const found = from(editor, findings, step);
  if (!found) return void window.setStatusBarMessage(nothingFound(points, editor), 5000);
  editor.selection = new Selection(found.range.start, found.range.end);
  editor.revealRange(found.range, TextEditorRevealType.InCenterIfOutsideViewport);
  await commands.executeCommand("editor.action.showHover");
  window.setStatusBarMessage(l10n.t("Finding {0} of {1}: {2}", findings.indexOf(found) + 1, findings.length, found.message), 10_000);
  return found.message;
}

/** Says that nothing was found, once the server has read this very text; before that, that it is still being read. */
function nothingFound({ document: known, counts }: NotePoints, { document }: TextEditor): string {
  return known === document && counts?.version === document.version ? `$(pass) ${l10n.t("There is nothing to mend in this note.")}` : `$(sync) ${l10n.t("The note is still being read. Please try again in a moment.")}`;
}

function from({ selection }: TextEditor, findings: readonly Diagnostic[], step: 1 | -1): Diagnostic | undefined {
  // One that is selected is where we are; several can begin in one place.
  const here = findings.findIndex(({ range }) => range.isEqual(selection));
  if (here >= 0) return findings.at((here + step) % findings.length);
  const next = step === 1 ? findings.find(({ range }) => range.start.isAfter(selection.start)) : findings.findLast(({ range }) => range.start.isBefore(selection.start));
  return next ?? findings.at(step === 1 ? 0 : -1);
}
