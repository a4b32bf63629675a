import { afterAll, afterEach, expect, test } from "vitest";
import { CancellationTokenSource, DocumentDiagnosticRequest, type ClientCapabilities } from "vscode-languageserver/node";
import { Editor, modern, of, rangeOf, rest, simple, stopIdle } from "./editor.ts";
import { privateWord, visit } from "./notes.ts";

const uri = "file:///notes/kai.casenote.md";
let editor: Editor;
afterEach(async () => {
  await editor.giveBack();
  expect(editor.logs.join("\n")).not.toContain(privateWord);
});
afterAll(stopIdle);

test("a finding says what, where, how grave, by which rule, and carries its fixes", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit, { version: 4 });
  const finding = of("acronym", await editor.findings(uri));
  expect(finding).toMatchObject({
    range: rangeOf(visit, "LAC"),
    severity: 3,
    source: "Case Recording",
    code: "acronym",
    codeDescription: { href: expect.stringMatching(/^https:\/\/.*\/docs\/rules\/acronym\.md$/) },
    data: { version: 4, rule: "acronym", fixes: expect.arrayContaining([expect.objectContaining({ title: expect.any(String), safe: expect.any(Boolean), edits: expect.any(Array) })]) },
  });
});

test("links to the pages that came with the extension where it names their folder", async () => {
  editor = await Editor.start({ initializationOptions: { docsUri: "file:///ext/docs/rules/" } });
  await editor.open(uri, visit);
  expect(of("acronym", await editor.findings(uri)).codeDescription).toEqual({ href: "file:///ext/docs/rules/acronym.md" });
});

test("other places that belong to a finding are related to it, where the editor shows such", async () => {
  const twice = visit.replace("We built", "LAC again. We built");
  editor = await Editor.borrow();
  await editor.open(uri, twice);
  const { relatedInformation = [] } = of("acronym", await editor.findings(uri));
  const { start } = rangeOf(twice, "LAC again");
  expect(relatedInformation.map(({ location }) => location)).toEqual([{ uri, range: { start, end: { ...start, character: 3 } } }]);
});

test("a pull with the id of the result at hand is answered with unchanged, until the text changes", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  const first = await editor.pull(uri);
  expect(await editor.pull(uri, first.resultId!)).toEqual({ kind: "unchanged", resultId: first.resultId });
  expect(await editor.pull(uri, "another")).toMatchObject({ kind: "full", resultId: first.resultId });

  await editor.change(uri, 2, { range: rangeOf(visit, "LAC review"), text: "review" });
  const second = await editor.pull(uri, first.resultId!);
  expect(second).toMatchObject({ kind: "full" });
  expect(second.resultId).not.toBe(first.resultId);
});

test("findings follow edits, also behind emoji, and after several edits at once", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  const emoji = visit.replace("To see Kai", "😀😀 To see Kai");
  await editor.change(uri, 2, { range: { start: rangeOf(visit, "To see Kai").start, end: rangeOf(visit, "To see Kai").start }, text: "😀😀 " });
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(emoji, "LAC"));
  const start = { line: 0, character: 0 };
  await editor.change(uri, 3, { range: { start, end: start }, text: "\n" }, { range: { start, end: start }, text: "\n" });
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(`\n\n${emoji}`, "LAC"));
  await editor.change(uri, 4, { text: "Nothing much.\n" });
  expect((await editor.findings(uri)).map(({ code }) => code)).not.toContain("acronym");
});

test("the last of many quick edits is what is answered", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, "");
  const pulls = [];
  for (let version = 2; version <= 60; version += 1) {
    void editor.change(uri, version, { text: visit.slice(0, (visit.length * version) / 60) });
    pulls.push(editor.pull(uri));
  }
  await Promise.all(pulls);
  const afterTyping = await editor.findings(uri);
  await editor.open("file:///notes/fresh.casenote.md", visit);
  const fresh = await editor.findings("file:///notes/fresh.casenote.md");
  const bare = (list: typeof fresh) => list.map(({ range, code, message }) => ({ range, code, message }));
  expect(bare(afterTyping)).toEqual(bare(fresh));
});

test("a client that cannot pull is sent findings, after changes too, and an empty list on closing", async () => {
  editor = await Editor.start({ capabilities: simple });
  await editor.open(uri, visit);
  const first = await editor.sent(uri);
  expect(first.version).toBe(1);
  const finding = of("acronym", first.diagnostics);
  expect(finding.relatedInformation).toBeUndefined();
  expect(finding.codeDescription).toBeUndefined();
  // It would not give it back.
  expect(finding.data).toBeUndefined();
  for (let version = 2; version < 8; version += 1) await editor.change(uri, version, { text: `${visit}\n` });
  await editor.change(uri, 8, { text: "Nothing much.\n" });
  const last = await editor.sent(uri, ({ version }) => version === 8);
  expect(last.diagnostics.map(({ code }) => code)).not.toContain("acronym");
  expect(editor.published.length).toBeLessThan(5);
  await editor.close(uri);
  expect((await editor.sent(uri, ({ version }) => version === undefined)).diagnostics).toEqual([]);
  await rest(400);
  expect(editor.published.at(-1)).toMatchObject({ uri, diagnostics: [] });
});

test("a client that pulls is sent nothing unasked", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  await editor.findings(uri);
  await editor.close(uri);
  await rest(300);
  expect(editor.published).toEqual([]);
});

test("a document closed and opened again begins anew, even with the version it had", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  const { resultId } = await editor.pull(uri);
  await editor.close(uri);
  expect(await editor.pull(uri, resultId!)).toEqual({ kind: "full", items: [] });
  await editor.open(uri, "Nothing much.\n");
  const again = await editor.pull(uri, resultId!);
  expect(again.kind).toBe("full");
  expect(await editor.findings(uri)).not.toContainEqual(expect.objectContaining({ code: "acronym" }));
});

test("a renamed document takes its findings with it", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit);
  await editor.findings(uri);
  await editor.close(uri);
  const renamed = "file:///notes/kai%20april.casenote.md";
  await editor.open(renamed, visit);
  expect(of("acronym", await editor.findings(renamed)).range).toEqual(rangeOf(visit, "LAC"));
  expect(await editor.findings(uri)).toEqual([]);
});

test("a document changed from outside is read as it stands now", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, "Nothing much.\n");
  await editor.findings(uri);
  await editor.change(uri, 2, { text: visit });
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(visit, "LAC"));
});

test("Windows line ends move no finding", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit.replaceAll("\n", "\r\n"));
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(visit, "LAC"));
});

test.each<[string, string]>([
  ["an empty text", ""],
  ["a text like a binary file", String.fromCharCode(...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)) + "\uD800\u0000\uDC00"],
  ["a text of nothing but quotation marks", "\"“”‘’'".repeat(5000)],
  ["front matter that is not YAML", "---\nchild: [Kai\n  - : }{\n---\n\nHello.\n"],
])("%s harms nothing, and the next note is checked as if nothing had happened", async (_, text) => {
  editor = await Editor.borrow();
  await editor.open("file:///notes/odd.casenote.md", text);
  expect((await editor.pull("file:///notes/odd.casenote.md")).kind).toBe("full");
  await editor.open(uri, visit);
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(visit, "LAC"));
});

test("a text of a megabyte is answered, and the server lives", async () => {
  editor = await Editor.borrow();
  const huge = "file:///notes/huge.casenote.md";
  await editor.open(huge, visit + "Kelly said that the tea was nearly ready and we went into the kitchen together. \n\n".repeat(13_000));
  expect((await editor.pull(huge)).kind).toBe("full");
  await editor.open(uri, visit);
  expect(of("acronym", await editor.findings(uri)).range).toEqual(rangeOf(visit, "LAC"));
}, 60_000);

test("a question that is taken back gets no answer, and the next one does", async () => {
  editor = await Editor.borrow();
  await editor.open(uri, visit.repeat(20));
  const cancel = new CancellationTokenSource();
  const answers = Array.from({ length: 5 }, () => editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, cancel.token));
  cancel.cancel();
  const settled = await Promise.allSettled(answers);
  for (const answer of settled) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: -32800 });
  expect(settled.some(({ status }) => status === "rejected")).toBe(true);
  expect((await editor.findings(uri)).length).toBeGreaterThan(0);
});

test("an editor that cannot be asked to look again gets a new result id after a change of settings", async () => {
  const capabilities: ClientCapabilities = { ...modern, workspace: { configuration: true } };
  editor = await Editor.start({ capabilities });
  await editor.open(uri, visit);
  const { resultId } = await editor.pull(uri);
  await editor.configure({ rules: { acronym: "off" } });
  expect(await editor.pull(uri, resultId!)).toMatchObject({ kind: "full" });
  expect(editor.refreshes).toBe(0);
});
