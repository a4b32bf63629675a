import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { isWatched, Progress } from "../../server/src/batch/progress.ts";
import { rest } from "../lsp/editor.ts";

/** A terminal's end, and all that was written to it. */
function terminal(): { stream: NodeJS.WriteStream; written: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 }) as unknown as NodeJS.WriteStream;
  const pieces: Buffer[] = [];
  stream.on("data", (piece: Buffer) => pieces.push(piece));
  return { stream, written: () => Buffer.concat(pieces).toString("utf8") };
}

test("a bar is for people before a terminal", () => {
  const { stream } = terminal();
  const at = (stdout: boolean, stderr: boolean, env: Record<string, string> = {}) => isWatched({ stdout: { isTTY: stdout }, stderr: Object.assign(Object.create(stream) as NodeJS.WriteStream, { isTTY: stderr }), env });
  expect(at(true, true)).toBe(true);
  expect(at(true, true, { CI: "false" })).toBe(true);
  for (const [stdout, stderr] of [[false, true], [true, false], [false, false]] as const) expect(at(stdout, stderr)).toBe(false);
  expect(at(true, true, { CI: "true" })).toBe(false);
  expect(at(true, true, { CI: "1" })).toBe(false);
  expect(at(true, true, { TERM: "dumb" })).toBe(false);
});

test("the bar comes when a run takes a moment, stands aside for what is written, and goes", async () => {
  const { stream, written } = terminal();
  const progress = new Progress(stream, 3);
  const tell = (text: string) => async () => void stream.write(text);
  await progress.past(1, tell("first\n"));
  expect(written()).toBe("first\n");
  await rest(350);
  await progress.past(2, tell("second\n"));
  expect(written()).toContain("2 of 3 notes");
  await progress.past(3, tell("third\n"));
  // The line is cleared before the text comes, and the bar stands below it again.
  expect(written()).toMatch(/2 of 3 notes[^]*\u001B\[1G\u001B\[2Kthird\n[^]*3 of 3 notes/);
  progress.end();
  expect(written().slice(written().lastIndexOf("of 3 notes"))).toContain("\u001B[0J");
  const before = written();
  await rest(250);
  expect(written()).toBe(before);
});

test("a short run shows none", async () => {
  const { stream, written } = terminal();
  const progress = new Progress(stream, 2);
  for (const count of [1, 2]) await progress.past(count, async () => undefined);
  progress.end();
  expect(written()).toBe("");
});
