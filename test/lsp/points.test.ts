import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import type { SentPoint, SentPoints, SentTick } from "../../server/src/lsp/points.ts";
import { good, points, poor } from "../points/notes.ts";
import { Editor, rangeOf, stopIdle } from "./editor.ts";

const uri = "file:///notes/rosie.casenote.md";
let editor: Editor;
beforeEach(async () => void (editor = await Editor.borrow()));
afterEach(() => editor.giveBack());
afterAll(stopIdle);

const ask = (at = uri): Promise<SentPoints | null> => editor.connection.sendRequest("caseRecording/points", { uri: at });
const tick = (id: string, ticked: boolean, at = uri): Promise<SentTick | null> => editor.connection.sendRequest("caseRecording/tick", { uri: at, id, ticked });
const of = (answer: SentPoints | null, id: string): SentPoint => answer!.points.find((point) => point.id === id)!;

test("tells what is met, with the place that meets it", async () => {
  await editor.open(uri, good);
  const answer = await ask();
  const { points: all, ...counts } = points(good);
  expect(answer).toMatchObject({ version: 1, ...counts });
  expect(answer!.points.map(({ id, state }) => [id, state])).toEqual(all.map(({ id, state }) => [id, state]));
  const sentence = "I saw Rosie on her own in her bedroom, which she chose.";
  expect(of(answer, "seen-alone-missing:Rosie")).toMatchObject({
    part: "The child",
    state: "met",
    title: "Rosie: seen alone, or why not",
    rule: "seen-alone-missing",
    clause: { id: "P27", document: "Planning and Seeing our Children Practice Guide", date: "October 2024" },
    evidence: [{ range: rangeOf(good, sentence), text: sentence }],
    findings: [],
  });
  expect(of(answer, "seen-alone-missing:Rosie").page).toMatch(/seen-alone-missing\.md$/);
  // Without marks of Markdown.
  expect(of(answer, "risk-not-marked").evidence.map(({ text }) => text).join()).not.toContain("**");
});

test("tells what is missing, with the finding and its fixes, and follows what is typed", async () => {
  await editor.open(uri, poor);
  const before = await ask();
  const missing = of(before, "seen-alone-missing:Rosie");
  expect(missing).toMatchObject({ state: "missing", evidence: [], findings: [{ rule: "seen-alone-missing", severity: "warning", range: { start: { line: 0, character: 0 } } }] });
  const [fix] = missing.findings[0]!.fixes;
  expect(fix!.title).toBe("“Rosie was seen alone in …”");
  const [edit] = fix!.edits;
  await editor.change(uri, 2, { range: edit!.range, text: edit!.newText });
  const begun = await ask();
  expect(begun).toMatchObject({ version: 2, met: before!.met, total: before!.total });
  expect(of(begun, "seen-alone-missing:Rosie")).toMatchObject({ state: "missing", findings: [], evidence: [{ text: "Rosie was seen alone in [… where …]." }] });
  const { range } = of(begun, "seen-alone-missing:Rosie").evidence[0]!;
  await editor.change(uri, 3, { range, text: "Rosie was seen alone in the garden." });
  const after = await ask();
  expect(after).toMatchObject({ version: 3, met: before!.met + 1, total: before!.total });
  expect(of(after, "seen-alone-missing:Rosie")).toMatchObject({ state: "met", evidence: [{ text: "Rosie was seen alone in the garden." }] });
});

test("a tick is an edit at the end of the note; made, it is told; taken away, the note is as it was", async () => {
  await editor.open(uri, good);
  const before = await ask();
  const question = before!.points.find(({ part }) => part === "For you to judge")!;
  expect(question).toMatchObject({ state: "judge", ticked: false, evidence: [], findings: [] });
  const made = await tick(question.id, true);
  expect(made).toMatchObject({ version: 1, edits: [{ newText: `\n<!-- case-recording-ticked: ${question.id} -->\n` }] });
  await editor.change(uri, 2, { range: made!.edits[0]!.range, text: made!.edits[0]!.newText });
  const after = await ask();
  expect(of(after, question.id).ticked).toBe(true);
  expect(after).toMatchObject({ ticked: 1, met: before!.met, total: before!.total });
  expect(await tick(question.id, true)).toEqual({ version: 2, edits: [] });
  const gone = await tick(question.id, false);
  await editor.change(uri, 3, { range: gone!.edits[0]!.range, text: gone!.edits[0]!.newText });
  expect(await ask()).toEqual({ ...before, version: 3 });
  expect(await tick(question.id, false)).toEqual({ version: 3, edits: [] });
});

test("a note that is not open, or a document that is no note, has no points", async () => {
  expect(await ask("file:///other.casenote.md")).toBeNull();
  expect(await tick("home", true, "file:///other.casenote.md")).toBeNull();
  await editor.open("file:///notes/list.md", "# Shopping\n", { languageId: "markdown" });
  expect(await ask("file:///notes/list.md")).toBeNull();
});

test("a question that makes no sense is answered without an edit, and nothing of the note is logged", async () => {
  await editor.open(uri, good);
  expect(await tick("--> Craig <!--", true)).toEqual({ version: 1, edits: [] });
  expect(await editor.connection.sendRequest("caseRecording/tick", { uri })).toSatisfy((answer) => answer === null || (answer as SentTick).edits.length === 0);
  expect(editor.logs.join()).not.toMatch(/Rosie|Craig/);
});

test("the settings of the document choose the standards", async () => {
  const own = await Editor.start({ configuration: { profile: "coventry" } });
  try {
    await own.open(uri, good);
    const answer: SentPoints = await own.connection.sendRequest("caseRecording/points", { uri });
    expect(answer.profile.id).toBe("coventry");
    expect(answer.points.some(({ id }) => id.startsWith("visit-heading-missing"))).toBe(false);
  } finally {
    await own.stop();
  }
});
