import { suite, suiteSetup, suiteTeardown, teardown, test } from "mocha";
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Exports } from "../../client/src/extension.ts";
import { closeAll, found, fresh, gone, note, open, rest, servers, set, until } from "./support.ts";

interface Message {
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly textDocument?: { readonly uri: string } };
}

let views: Exports;
/** What the extension has sent to its server since the tap was opened, as it goes over the wire: the methods, by the note's address. */
let sent: { method: string; uri: string }[] = [];
let shut = (): void => undefined;

/** Reads along what is sent to the server. */
function tap(): void {
  const [server] = servers();
  assert.ok(server, "no server is running");
  const send = server.send.bind(server);
  server.send = ((message: Message, ...rest: unknown[]) => {
    const uri = message.params?.uri ?? message.params?.textDocument?.uri;
    if (message.method && uri) sent.push({ method: message.method, uri });
    return (send as (...all: unknown[]) => boolean)(message, ...rest);
  }) as typeof server.send;
  shut = () => void (server.send = send);
}

const change = "textDocument/didChange";
const asked = (uri: vscode.Uri, method: string): number => sent.filter((one) => one.method === `caseRecording/${method}` && one.uri === uri.toString()).length;
/** Between two versions of a note nothing is asked twice. */
function onceForEachVersion(uri: vscode.Uri): void {
  let since: string[] = [];
  for (const { method, uri: of } of sent) {
    if (of !== uri.toString()) continue;
    if (method === change) since = [];
    else if (method.startsWith("caseRecording/")) {
      assert.ok(!since.includes(method), `${method} was asked twice for one version: ${sent.map((one) => one.method).join(", ")}`);
      since.push(method);
    }
  }
}

async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => edit.insert(editor.document.positionAt(editor.document.getText().indexOf("We drew and talked.")), text));
}

suite("what is asked of the server", () => {
  suiteSetup(async () => {
    const extension = vscode.extensions.all.find(({ id }) => id.endsWith(".case-recording"));
    views = (await extension!.activate()) as Exports;
    await vscode.commands.executeCommand("workbench.view.explorer");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await closeAll();
    tap();
  });
  suiteTeardown(() => shut());
  teardown(async () => {
    await set("rules", undefined);
    await closeAll();
    await vscode.commands.executeCommand("workbench.view.explorer");
    sent = [];
  });

  test("for a version of a note, its colours and two numbers, once; the list of points not while nobody looks at it", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { uri } = editor.document;
    await until("the numbers", () => views.statusBar.text);
    await rest(1_000);
    assert.deepEqual([asked(uri, "marks"), asked(uri, "pointCounts"), asked(uri, "points")], [1, 1, 0]);
    sent = [];
    await type(editor, "The sun shone. ");
    await until("the questions", () => asked(uri, "marks") > 0 && asked(uri, "pointCounts") > 0);
    await rest(1_000);
    assert.deepEqual([asked(uri, "marks"), asked(uri, "pointCounts"), asked(uri, "points"), asked(uri, "record")], [1, 1, 0, 0]);
  });

  test("while somebody types, nothing twice for one version, and the last version is asked for", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { uri } = editor.document;
    await vscode.commands.executeCommand("caseRecording.showPreview");
    await until("the record", () => views.preview.shown.includes("We drew"));
    sent = [];
    for (const letter of "The sun shone. ") await type(editor, letter);
    await until("the last version", () => views.preview.shown.includes("The sun shone."));
    await rest(1_000);
    onceForEachVersion(uri);
    const last = sent.findLastIndex(({ method }) => method === change);
    assert.deepEqual(sent.slice(last).filter(({ method }) => method.startsWith("caseRecording/")).map(({ method }) => method).sort(), ["caseRecording/marks", "caseRecording/pointCounts", "caseRecording/record"]);
  });

  test("a note that comes to the front again is known", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await until("the numbers", () => views.statusBar.text);
    const other = await open(fresh(".casenote.md"), note("Rosie has a CIN plan."));
    await until("the numbers of the other", () => asked(other.document.uri, "pointCounts") > 0);
    await rest(500);
    sent = [];
    await vscode.window.showTextDocument(document);
    await until("the numbers again", () => views.statusBar.text);
    await rest(1_000);
    assert.deepEqual(sent.filter(({ method }) => method.startsWith("caseRecording/")), []);
  });

  test("a setting changes what is known, so it is asked for once more", async () => {
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await until("the numbers", () => views.statusBar.text);
    await rest(500);
    sent = [];
    await set("rules", { acronym: "off" });
    await gone(document.uri, "acronym");
    await rest(1_000);
    assert.deepEqual([asked(document.uri, "marks"), asked(document.uri, "pointCounts")], [1, 1]);
  });

  test("the list of points is asked for when somebody looks at it, once for each version, and the numbers come with it", async () => {
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { uri } = editor.document;
    await until("the numbers", () => views.statusBar.text);
    assert.equal(views.checklist.getChildren().length, 0);
    await vscode.commands.executeCommand("caseRecording.checklist.focus");
    await until("the list", () => views.checklist.getChildren().length > 0);
    assert.equal(asked(uri, "points"), 1);
    sent = [];
    await type(editor, "The sun shone. ");
    await until("the list again", () => asked(uri, "points") > 0);
    await rest(1_000);
    assert.deepEqual([asked(uri, "points"), asked(uri, "pointCounts")], [1, 0]);
  });
});
