import { suite, teardown, test } from "mocha";
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, details, fresh, note, open, set, until } from "./support.ts";

const symbols = async (uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> => (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>("vscode.executeDocumentSymbolProvider", uri)) ?? [];
const names = (list: readonly vscode.DocumentSymbol[]): string[] => list.map(({ name }) => name);

suite("moving about in a note", () => {
  teardown(async () => {
    await set("showPrompts", undefined);
    await closeAll();
  });

  test("the outline of a case note has its details, sections and the child's words", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well."));
    const outline = await until("the outline", async () => { const list = await symbols(document.uri); return list.length > 1 && list; });
    assert.deepEqual(names(outline), ["Details", "Why am I visiting?", "What we did and what we talked about", "What is your view about what is happening for you?", "What you think should happen next?", "Practitioner reflections on the visit"]);
    assert.deepEqual(names(outline[3]!.children), ["“I feel happy here.”"]);
  });

  test("a Markdown file that is a note has the editor's own outline, once", async () => {
    const { document } = await open(fresh(".md"), note("All was well."));
    const outline = await until("the outline", async () => { const list = await symbols(document.uri); return list.length > 0 && list; });
    const flat = (list: readonly vscode.DocumentSymbol[]): string[] => list.flatMap(({ name, children }) => [name, ...flat(children)]);
    assert.equal(flat(outline).filter((name) => name.includes("Why am I visiting?")).length, 1);
  });

  test("details and sections fold", async () => {
    const { document } = await open(fresh(".casenote.md"), note("All was well."));
    const folds = await until("the folds", async () => { const list = await vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri); return list.length > 0 && list; });
    const first = folds.map(({ start }) => document.lineAt(start).text);
    assert.ok(first[0]!.startsWith("Child: ") && first.includes("## Why am I visiting?"), first.join("; "));
  });

  test("above an empty heading stands what the standard asks, until something is written or the setting takes it away", async () => {
    const { document } = await open(fresh(".casenote.md"), `${details}\n\n## Why am I visiting?\n\n`);
    const asked = async (): Promise<vscode.CodeLens[]> => (await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10)).filter(({ command }) => command?.title.startsWith("Explain why"));
    const [lens] = await until("the line", async () => { const list = await asked(); return list.length > 0 && list; });
    assert.equal(document.lineAt(lens!.range.start.line).text, "## Why am I visiting?");
    assert.equal(lens!.command!.command, "caseRecording.explainSection");
    await set("showPrompts", false);
    await until("no line", async () => (await asked()).length === 0);
  });
});
