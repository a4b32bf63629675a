import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { draftChoices, draftNote } from "../../server/src/drafting/draft.ts";
import { readDraftRequest } from "../../server/src/drafting/request.ts";
import { Editor, stopIdle } from "./editor.ts";

// New notes, asked of the built server with no document open.

let editor: Editor;
beforeEach(async () => void (editor = await Editor.borrow()));
afterEach(() => editor.giveBack());
afterAll(stopIdle);

const ask = <Answer>(method: string, params: unknown): Promise<Answer> => editor.connection.sendRequest(method, params);
interface Answer {
  readonly text: string | null;
  readonly snippet: string | null;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
}
const rosie = { kind: "statutory visit", children: ["Rosie Tennant, 03/03/2017"], visited: "12/06/2025 16:00" };

test("what may be chosen, as the engine says it", async () => {
  expect(await ask("caseRecording/draftChoices", {})).toEqual(JSON.parse(JSON.stringify(draftChoices())));
  expect(await ask("caseRecording/draftChoices", null)).toEqual(JSON.parse(JSON.stringify(draftChoices())));
});

test("a draft, as the engine writes it, in which the server finds only what is still to be written", async () => {
  const { text, problems } = await ask<Answer>("caseRecording/draft", rosie);
  const read = readDraftRequest(rosie);
  expect(problems).toEqual([]);
  expect(text).toBe("problems" in read ? "" : draftNote(read.request));
  await editor.open("untitled:Untitled-1", text!);
  const found = (await editor.findings("untitled:Untitled-1")).map(({ code }) => String(code));
  expect(new Set(found)).toEqual(new Set(["visit-section-empty", "details-missing", "seen-alone-missing", "voice-missing"]));
});

test("the draft as a snippet: every field is a tab stop that stays a field, and the last stop is where writing begins", async () => {
  for (const kind of ["statutory visit", "letter to the child", "case note"]) {
    const { text, snippet } = await ask<Answer>("caseRecording/draft", { ...rosie, kind, place: "the $5 shop" });
    const plain = snippet!.replace(/\n\$0\n/, "").replace(/\$\{\d+:(\[… .*? …\])\}/g, "$1").replace(/\\([\\$}])/g, "$1");
    expect(plain).toBe(text);
    expect([...snippet!.matchAll(/\$\{(\d+):/g)].map((match) => Number(match[1]))).toEqual(Array.from({ length: text!.match(/\[…/g)!.length }, (_, at) => at + 1));
    expect(snippet).toMatch(/-->\n\n\$0\n/);
    expect(snippet!.match(/\$0/g)).toHaveLength(1);
  }
});

test("what cannot be read comes back as problems, field by field", async () => {
  const { text, snippet, problems } = await ask<Answer>("caseRecording/draft", { kind: "visit", children: ["Rosie, 31/02/2017"], visited: "soon" });
  expect([text, snippet]).toEqual([null, null]);
  expect(problems.map(({ field }) => field)).toEqual(["children", "visited"]);
  for (const params of [null, {}, { kind: 3, children: {} }, { uri: 7 }]) expect((await ask<Answer>("caseRecording/draft", params)).problems.length).toBeGreaterThan(0);
  expect(editor.logs.join("")).not.toContain("Rosie");
});

describe("the standards of the folder", () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), "case-recording-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test("count for a new note in it, whether the folder or a file in it is named, with or without a stroke behind it", async () => {
    writeFileSync(path.join(folder, ".case-recording.yml"), "profile: coventry\n");
    const uri = pathToFileURL(folder).href;
    for (const place of [uri, `${uri}/`, `${uri}/rosie.casenote.md`]) {
      expect((await ask<{ profile: { id: string } }>("caseRecording/draftChoices", { uri: place })).profile.id).toBe("coventry");
      const { text } = await ask<Answer>("caseRecording/draft", { ...rosie, uri: place });
      expect(text).toContain("## What is working well?");
      expect(text).not.toContain("Standards:");
    }
  });
  test("and a person's own settings before them", async () => {
    await editor.configure({ profile: "gloucestershire" });
    expect((await ask<{ profile: { id: string } }>("caseRecording/draftChoices", {})).profile.id).toBe("gloucestershire");
    await editor.configure({});
    expect((await ask<{ profile: { id: string } }>("caseRecording/draftChoices", {})).profile.id).toBe("planning-and-seeing");
  });
});
