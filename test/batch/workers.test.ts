import { availableParallelism } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { workersFor } from "../../server/src/batch/workers.ts";
import { Folder } from "../cli/run.ts";

let folder: Folder;
beforeEach(() => void (folder = new Folder()));
afterEach(() => folder.remove());

/** So many notes, each of so many bytes. */
const notes = (count: number, bytes: number): string[] => Array.from({ length: count }, (_, i) => folder.write(`n${i}.md`, "x".repeat(bytes)));

test("one note, or few short ones, are checked without a thread", async () => {
  expect(await workersFor([], undefined)).toBe(1);
  expect(await workersFor(notes(1, 5_000_000), undefined)).toBe(1);
  expect(await workersFor(notes(8, 4_000), undefined)).toBe(1);
  expect(await workersFor(["-", "nowhere.md"], undefined)).toBe(1);
});

test("much text gets as many as there are processors, and never more than there are notes", async () => {
  expect(await workersFor(notes(64, 200_000), undefined)).toBe(availableParallelism());
  expect(await workersFor(notes(2, 5_000_000), undefined)).toBe(Math.min(2, availableParallelism()));
});

test("whoever asks for a number gets it, as far as there are notes", async () => {
  const few = notes(3, 10);
  expect(await workersFor(few, 2)).toBe(2);
  expect(await workersFor(few, 50)).toBe(3);
  expect(await workersFor(few, 1)).toBe(1);
  expect(await workersFor([], 4)).toBe(1);
});
