import assert from "node:assert/strict";
import { suite, suiteSetup, suiteTeardown, teardown, test } from "mocha";
import * as vscode from "vscode";
import type { Exports } from "../../client/src/extension.ts";
import { closeAll, findings, found, fresh, note, open, rest, servers, until } from "./support.ts";

type Show = (message: string, ...buttons: string[]) => Promise<string | undefined>;
type Shows = Record<"showInformationMessage" | "showErrorMessage", Show>;

/** What the extension has said since the test began, each with how somebody chooses one of its buttons. */
let said: { text: string; buttons: string[]; choose: (button: string) => void }[] = [];
let views: Exports;
/** The editor's own, which the extension has too. */
const window = vscode.window as unknown as Shows;
const { showInformationMessage, showErrorMessage } = window;

const startedAgain = "Your notes are safe. Case Recording stopped and runs again.";
const leftOff = "Case Recording stopped several times and has been left off. Your notes are not affected.";
const times = (text: string): number => said.filter((one) => one.text === text).length;

/** Ends the server without asking it, in the middle of whatever it does. Returns when the editor has heard of it. */
async function kill(): Promise<void> {
  const [server] = servers();
  assert.ok(server, "no server is running");
  const ended = new Promise((done) => server.once("exit", done));
  assert.ok(server.pid && process.kill(server.pid, "SIGKILL"));
  await ended;
}

async function type(editor: vscode.TextEditor, before: string, text: string): Promise<void> {
  const { document } = editor;
  await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf(before)), text));
}

const points = (): number => views.checklist.getChildren().flatMap((group) => views.checklist.getChildren(group)).length;

suite("a server that is killed", () => {
  suiteSetup(async () => {
    const extension = vscode.extensions.all.find(({ id }) => id.endsWith(".case-recording"));
    views = (await extension!.activate()) as Exports;
    const hear: Show = (text, ...buttons) => new Promise((choose) => said.push({ text, buttons, choose }));
    Object.assign(window, { showInformationMessage: hear, showErrorMessage: hear });
    await vscode.commands.executeCommand("caseRecording.checklist.focus");
  });
  suiteTeardown(async () => {
    Object.assign(window, { showInformationMessage, showErrorMessage });
    await vscode.commands.executeCommand("workbench.view.explorer");
  });
  teardown(async () => {
    await closeAll();
    // Stops that were counted for one test are none of another's.
    await vscode.commands.executeCommand("caseRecording.restartServer");
    said = [];
  });

  test("is started again each time, which is said once; findings, checklist, status bar and preview are those of the text as it is by then", async () => {
    await vscode.commands.executeCommand("caseRecording.restartServer");
    const editor = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    const { document } = editor;
    await found(document.uri, "acronym");
    await vscode.commands.executeCommand("caseRecording.showPreview");
    await until("the preview", () => views.preview.shown.includes("LAC child"));
    await until("the checklist", () => points() > 0);
    said = [];
    for (const [round, acronym] of ["CIN", "EHCP", "SEND"].entries()) {
      const last = ["LAC", "CIN", "EHCP"][round]!;
      // While the server has work to do.
      await type(editor, "Rosie is a ", `We talked of ${round + 1} things. `);
      await kill();
      const at = document.getText().indexOf(`${last} child`);
      await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(at), document.positionAt(at + last.length)), acronym));
      await until("the finding of the new text", () => {
        const [one] = findings(document.uri, "acronym");
        return one && document.getText(one.range) === acronym;
      });
      await until("the preview of the new text", () => views.preview.shown.includes(`${acronym} child`));
      await until("the checklist", () => points() > 0);
      const before = views.statusBar.text;
      assert.match(before ?? "", /\d+ of \d+ met/);
      // The status bar is not only what was there before: it hears of what the new server finds.
      await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(document.getText().indexOf("Seen alone: Yes")), document.positionAt(document.getText().indexOf("Seen alone: Yes") + 15)), "Seen alone: "));
      await type(editor, "I saw Rosie on her own", "Mum was there. ");
      const own = document.getText().indexOf("I saw Rosie on her own in her bedroom. ");
      await editor.edit((edit) => edit.delete(new vscode.Range(document.positionAt(own), document.positionAt(own + 39))));
      await until("another count", () => views.statusBar.text !== before);
      await type(editor, "Mum was there. ", "I saw Rosie on her own in her bedroom. ");
      await editor.edit((edit) => edit.replace(new vscode.Range(document.positionAt(document.getText().indexOf("Seen alone: ")), document.positionAt(document.getText().indexOf("Seen alone: ") + 12)), "Seen alone: Yes"));
      await until("the count as before", () => views.statusBar.text === before);
      await rest(300);
      assert.deepEqual(said.map(({ text }) => text), Array.from({ length: round + 1 }, () => startedAgain));
    }
  });

  test("while it starts is started again too", async () => {
    await vscode.commands.executeCommand("caseRecording.restartServer");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    said = [];
    await kill();
    await until("another server", () => servers().length > 0);
    await kill();
    await until("the server", () => times(startedAgain) > 0);
    await found(document.uri, "acronym");
    await until("the count", () => views.statusBar.text);
    await rest(500);
    // One message for both: in between, nothing had started.
    assert.deepEqual(said.map(({ text }) => text), [startedAgain]);
  });

  test("five times in three minutes is left off, with nothing shown that nobody keeps up, until somebody starts it again", async () => {
    await vscode.commands.executeCommand("caseRecording.restartServer");
    const { document } = await open(fresh(".casenote.md"), note("Rosie is a LAC child."));
    await found(document.uri, "acronym");
    await until("the count", () => views.statusBar.text);
    said = [];
    for (let stops = 1; stops < 5; stops += 1) {
      await kill();
      await until("another server", () => times(startedAgain) === stops);
      await found(document.uri, "acronym");
    }
    assert.equal(times(leftOff), 0);
    await kill();
    const left = await until("the message", () => said.find(({ text }) => text === leftOff));
    assert.deepEqual(left.buttons, ["Start It Again"]);
    await until("the findings to go", () => findings(document.uri).length === 0);
    await until("the count and the list to go", () => views.statusBar.text === undefined && points() === 0);
    await rest(1_000);
    assert.equal(servers().length, 0);
    assert.deepEqual([times(startedAgain), times(leftOff)], [4, 1]);
    left.choose("Start It Again");
    await found(document.uri, "acronym");
    await until("the count and the list", () => views.statusBar.text && points() > 0);
    // Somebody asked for this start, and need not be told.
    assert.equal(times(startedAgain), 4);
    await kill();
    await until("the server, once more", () => times(startedAgain) === 5);
    await found(document.uri, "acronym");
    assert.equal(times(leftOff), 1);
  });
});
