import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { CancellationTokenSource, DocumentDiagnosticRequest, HoverRequest, LSPErrorCodes, type CancellationToken, type DocumentDiagnosticReport } from "vscode-languageserver/node";
import type { Marks } from "../../server/src/lsp/marks.ts";
import type { SentPointCounts } from "../../server/src/lsp/points.ts";
import { Editor, rangeOf, simple, stopIdle } from "./editor.ts";
import { visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
/** Long enough that its check takes far longer than a message. */
const long = visit + "Kelly said that the tea was nearly ready and we went into the kitchen together. \n\n".repeat(3_000);
let editor: Editor;
beforeEach(async () => void (editor = await Editor.borrow()));
afterEach(() => editor.giveBack());
afterAll(stopIdle);

const pull = (token?: CancellationToken, at = uri): Promise<DocumentDiagnosticReport> => editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: at } }, token!);
const marks = (at = uri, token?: CancellationToken): Promise<Marks | null> => editor.connection.sendRequest("caseRecording/marks", { uri: at }, token!);
const counts = (at = uri): Promise<SentPointCounts | null> => editor.connection.sendRequest("caseRecording/pointCounts", { uri: at });
const typed = (version: number): string => `${visit}\n${"x".repeat(version)}\n`;
/** How long something takes (milliseconds). */
async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

test("of a burst of edits the newest version alone is checked, and everybody who asked is told of it", async () => {
  await editor.open(uri, visit);
  const asked: Promise<unknown>[] = [];
  const ids: Promise<string | undefined>[] = [];
  for (let version = 2; version <= 40; version += 1) {
    void editor.change(uri, version, { text: typed(version) });
    ids.push(pull().then(({ resultId }) => resultId));
    asked.push(marks(), counts());
  }
  // The id of a result is the same for the same check and for no other; what the pipe brings in one piece is one.
  const checks = new Set(await Promise.all(ids));
  expect(checks.size).toBeLessThanOrEqual(3);
  expect([...checks].at(-1)).toBe((await pull()).resultId);
  const versions = (await Promise.all(asked)).map((answer) => (answer as { version: number }).version);
  expect(new Set(versions).size).toBeLessThanOrEqual(3);
  expect(versions.at(-1)).toBe(40);
});

test("a question that is taken back is not worked on: the next one does not wait for it", async () => {
  await editor.open(uri, long);
  await editor.open("file:///notes/short.casenote.md", visit);
  const whole = await took(() => pull());
  for (let version = 2; version < 8; version += 1) {
    // Another name in the details: nothing of the check before is of use.
    await editor.change(uri, version, { text: long.replaceAll("Kai", `Kai${"aeiou"[version % 5]!.repeat(version)}`) });
    const cancel = new CancellationTokenSource();
    const question = pull(cancel.token);
    cancel.cancel();
    await expect(question).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  }
  // Six checks of the long note would have to end first.
  expect(await took(() => pull(undefined, "file:///notes/short.casenote.md"))).toBeLessThan(whole * 2);
}, 60_000);

test("one of several who ask may take the question back; the others are answered", async () => {
  await editor.open(uri, visit);
  const cancel = new CancellationTokenSource();
  const [first, second] = [marks(uri, cancel.token), pull()];
  cancel.cancel();
  await expect(first).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await second).toMatchObject({ kind: "full" });
});

test("a document that is closed while somebody waits has nothing to say, and costs nobody anything", async () => {
  await editor.open("file:///notes/short.casenote.md", visit);
  await editor.open(uri, long);
  const whole = await took(() => pull());
  const answers: Promise<unknown>[] = [];
  for (let opened = 0; opened < 6; opened += 1) {
    void editor.close(uri);
    void editor.open(uri, long);
    answers.push(pull(), marks());
  }
  void editor.close(uri);
  const short = took(() => pull(undefined, "file:///notes/short.casenote.md"));
  for (const answer of await Promise.all(answers)) expect(answer === null || (answer as DocumentDiagnosticReport).kind === "full").toBe(true);
  expect(await marks()).toBeNull();
  expect(await short).toBeLessThan(whole * 3);
}, 60_000);

test("with three notes open a key press in one has only that one checked", async () => {
  const uris = ["a", "b", "c"].map((name) => `file:///notes/${name}.casenote.md`);
  for (const one of uris) await editor.open(one, visit);
  const before = await Promise.all(uris.map((one) => editor.pull(one)));
  await editor.change(uris[1]!, 2, { text: typed(2) });
  const after = await Promise.all(uris.map((one, at) => editor.pull(one, before[at]!.resultId!)));
  expect(after.map(({ kind }) => kind)).toEqual(["unchanged", "full", "unchanged"]);
});

test("a question about a place in a text that has changed meanwhile is refused; one about the whole is answered for the newest", async () => {
  await editor.open(uri, visit);
  await editor.findings(uri);
  void editor.change(uri, 2, { text: typed(2) });
  const hover = editor.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: rangeOf(visit, "LAC").start });
  const colours = marks();
  void editor.change(uri, 3, { text: `\n\n${visit}` });
  const [refused, answered] = await Promise.allSettled([hover, colours]);
  // What the pipe brought in two pieces was answered for the version between.
  if (refused.status === "rejected") expect(refused.reason).toMatchObject({ code: LSPErrorCodes.ContentModified });
  else expect(answered).toMatchObject({ value: { version: 2 } });
  expect(await marks()).toMatchObject({ version: 3 });
});

test("a client that cannot ask is sent the findings of a burst of edits once or twice, and at once", async () => {
  const plain = await Editor.start({ capabilities: simple });
  try {
    await plain.open(uri, visit);
    await plain.sent(uri);
    const before = plain.published.length;
    for (let version = 2; version <= 40; version += 1) void plain.change(uri, version, { text: typed(version) });
    await plain.sent(uri, ({ version }) => version === 40);
    expect(plain.published.length - before).toBeLessThanOrEqual(3);
  } finally {
    await plain.stop();
  }
});
