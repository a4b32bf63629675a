import { afterEach, expect, test } from "vitest";
import { Editor, modern, simple, until } from "./editor.ts";
import { visit } from "./notes.ts";

let editor: Editor;
afterEach(() => editor.stop());

test("tells an editor that pulls findings what the server can do", async () => {
  editor = await Editor.start();
  expect(editor.initialized.serverInfo?.name).toBe("Case Recording");
  expect(editor.initialized.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    codeActionProvider: { codeActionKinds: ["quickfix", "refactor.speaker", "source.fixAll.caseRecording"] },
    hoverProvider: true,
  });
  await until(() => editor.registered.includes("workspace/didChangeConfiguration"));
});

test("offers no pulling to an editor that cannot", async () => {
  editor = await Editor.start({ capabilities: simple });
  expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
});

test("starts for a client that declares nothing and sends nonsense as options", async () => {
  editor = await Editor.start({ capabilities: {}, initializationOptions: ["what", 7] });
  await editor.open("file:///a.casenote.md", visit);
  expect((await editor.sent("file:///a.casenote.md")).diagnostics.length).toBeGreaterThan(0);
});

test("answers over node IPC as over standard input and output", async () => {
  editor = await Editor.start({ transport: "ipc" });
  await editor.open("file:///a.casenote.md", visit);
  expect((await editor.findings("file:///a.casenote.md")).length).toBeGreaterThan(0);
});

test.each([
  ["file:///notes/a.casenote.md", "markdown", true],
  ["file:///notes/a.CASENOTE", "plaintext", true],
  ["untitled:Untitled-1", "case-note", true],
  ["file:///notes/README.md", "markdown", false],
  ["file:///notes/a.txt", "plaintext", false],
])("of %s in %s checks only what is a note", async (uri, languageId, checked) => {
  editor = await Editor.start();
  await editor.open(uri, visit, { languageId });
  expect((await editor.findings(uri)).length > 0).toBe(checked);
});

test("checks whatever is opened for a client that opens notes alone", async () => {
  editor = await Editor.start({ initializationOptions: { checkAll: true }, capabilities: modern });
  await editor.open("file:///notes/README.md", visit, { languageId: "markdown" });
  expect((await editor.findings("file:///notes/README.md")).length).toBeGreaterThan(0);
});
