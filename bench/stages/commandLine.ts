// The built command line, run as a program: how long it takes to start, how many notes it reads in a second, how much memory it holds.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inTurn } from "../measure.ts";
import { rowOf, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

const bareNode = "bare `node -e 0`";
const nothing = ["-e", "0"];
const notes = 200;
const wordsOfNote = 500;

export async function commandLine({ root, writer, quick, say }: Stage): Promise<Row[]> {
  const cli = path.join(root, "dist/cli.js");
  const folder = mkdtempSync(path.join(tmpdir(), "case-recording-bench-"));
  const write = (name: string, words: number): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, writer.note(words));
    return file;
  };
  /** Runs Node to its end; a note with findings makes the command line leave with 1. */
  const node = (args: readonly string[], env = process.env): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8", maxBuffer: 2 ** 28 });
    if (status !== 0 && (status !== 1 || stderr)) throw new Error(stderr || `it ended with ${status}`);
    return stdout;
  };
  const check = (...args: string[]): string[] => [cli, "check", ...args];
  const peak = (args: readonly string[]): number => {
    const file = path.join(folder, "peak");
    node(["--require", path.join(root, "bench/peak.cjs"), ...args], { ...process.env, PEAK_FILE: file });
    return Number(readFileSync(file, "utf8")) / 1024;
  };
  const times = (rounds: number, programs: Record<string, readonly string[]>): Promise<Map<string, number[]>> =>
    inTurn(Object.entries(programs).map(([name, args]) => ({ name, run: () => node(args) })), Array.from({ length: rounds }));
  const perSecond = (runs: readonly number[] | undefined): number[] | undefined => runs?.map((time) => notes / (time / 1_000));
  try {
    say("The command line, cold");
    const cold = await times(11, { [bareNode]: nothing, ours: check(write("note.casenote.md", 1_000)) });
    say(`The command line, ${notes} notes`);
    for (let at = 0; at < notes; at += 1) write(`batch/${at}.casenote.md`, wordsOfNote);
    const [, flag] = /(--(?:workers|jobs))\b/.exec(node([cli, "check", "--help"])) ?? [];
    const workers = (count: number): string[] => check("batch", ...(flag ? [flag, String(count)] : []));
    const batch = await times(3, { [bareNode]: nothing, one: workers(1), ...(flag ? { two: workers(2) } : {}) });
    say("The command line's memory");
    const peaks = (args: readonly string[]): number[] => Array.from({ length: 2 }, () => peak(args));
    const bare = peaks(nothing);
    const memory = (id: string, what: string, args: readonly string[]): Row => rowOf({ id, what: `peak memory, ${what}`, beside: bareNode, unit: "MB" }, peaks(args), bare);
    return [
      rowOf({ id: "cold", what: "command line, cold, a note of 1,000 words", beside: bareNode, goal: { says: "at most 3", meets: (ratio) => ratio <= 3 } }, cold.get("ours"), cold.get(bareNode)),
      rowOf({ id: "batch-1", what: `${notes} notes of ${wordsOfNote} words, one worker, for each note`, beside: bareNode }, batch.get("one")?.map((time) => time / notes), batch.get(bareNode)),
      rowOf({ id: "batch-2", what: `${notes} notes of ${wordsOfNote} words, two workers`, beside: "one worker", unit: "notes a second", better: "more", goal: { says: "at least 1.6", meets: (ratio) => ratio >= 1.6 } }, perSecond(batch.get("two")), perSecond(batch.get("one")), flag ? "did not run" : "not built yet"),
      memory("memory-10000", "a note of 10,000 words", check(write("long.casenote.md", 10_000))),
      ...(quick ? [] : [memory("memory-100000", "a note of 100,000 words", check(write("longest.casenote.md", 100_000)))]),
      memory("memory-batch", `${notes} notes of ${wordsOfNote} words`, check("batch")),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
