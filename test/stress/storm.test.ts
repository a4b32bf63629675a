import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NoteWriter, readLibrary } from "../../bench/inputs/notes.ts";
import { buildFaultyServer } from "../../scripts/lib/stressPrograms.mjs";
import { rules } from "../../server/src/rules/registry.ts";
import type { Counts } from "../../stress/desk.ts";
import { faults } from "../../stress/faults.ts";
import { isLevel, memory } from "../../stress/memory.ts";
import { notesFor } from "../../stress/notes.ts";
import { storm } from "../../stress/storm.ts";
import { root } from "../architecture/imports.ts";

// A small part of `npm run stress`. SEED=7 does again what a run did; SEED=random tries another.

const seed = process.env["SEED"] === "random" ? Math.floor(Math.random() * 1e9) : Number(process.env["SEED"] ?? 1);
const program = path.join(root, "dist/server.js");
const short = notesFor(root, seed).toSorted((a, b) => a.length - b.length);
const patience = 240_000;

/** Fails with the seed, and with what was said, where anything was lost. */
function expectNoLoss({ faults: said, failed, unanswered, wrongVersions, lostFindings, differingFindings, touchedWords, crashed }: Counts): void {
  expect({ failed, unanswered, wrongVersions, lostFindings, differingFindings, touchedWords, crashed }, `seed ${seed}: ${[...said].join("; ")}`).toEqual({ failed: 0, unanswered: 0, wrongVersions: 0, lostFindings: 0, differingFindings: 0, touchedWords: 0, crashed: 0 });
}

test("several notes edited at once, questions taken back, notes opened, closed and renamed, settings changed, the server killed: nothing is lost", async () => {
  const counts = await storm({ program, notes: short, edits: 400, kills: 2, rests: 3, seed, sample: 10, patience: 10_000 });
  expectNoLoss(counts);
  // It was a storm.
  for (const [what, least] of Object.entries({ edits: 400, asked: 60, takenBack: 10, answered: 20, opened: 5, kills: 2, cuts: 20, compared: 15, findings: 50, bytes: 1_000 } satisfies Partial<Record<keyof Counts, number>>)) expect(counts[what as "edits"], what).toBeGreaterThanOrEqual(least);
}, patience);

test("a server's memory stays level while a long note is written on", async () => {
  const figures = await memory({ program, root, note: new NoteWriter(readLibrary(root), seed).note(1_000), presses: 2_000, readings: 12, seed });
  expect(isLevel(figures), `seed ${seed}: ${JSON.stringify(figures)}`).toBe(true);
}, patience);

describe("faults", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "case-recording-faults-"));
  const faulty = path.join(folder, "faultyServer.cjs");
  beforeAll(() => buildFaultyServer(faulty));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a rule that throws costs its own findings alone and is named, without a word of the note; broken messages lame no server", async () => {
    const figures = await faults({ faulty, program, notes: short.slice(4, 6), seed });
    expectNoLoss(figures.counts);
    expect(figures).toMatchObject({ rules: rules.length, untold: 0, wordsInLogs: 0, lame: 0 });
    expect(figures.thrown).toBeGreaterThanOrEqual(rules.length);
    expect(figures.counts.findings).toBeGreaterThan(rules.length);
  }, patience);
});
