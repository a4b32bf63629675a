// A key press, from the edit's notification to the diagnostics of that version, over a real server's standard input and output.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { keyPresses } from "../inputs/edits.ts";
import { Chance } from "../inputs/random.ts";
import { median, percentile } from "../measure.ts";
import { rowOf, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { LanguageServer, type Manner } from "../wire.ts";

const ours = "dist/server.js";
const remark = "remark-lint's server";
/** Every server has something to say of this. */
const faulty = "Child: Kai Morton (9)\nType of visit: Home visit\n\nKai was in.\n\n[one]: <a>\n[one]: <b>\n";
const p95 = (runs: readonly number[]): number => percentile(runs, 95);

/** How many key presses at each length, after those that warm the servers. */
const lengths = [
  { words: 1_000, presses: 120, warm: 80 },
  { words: 10_000, presses: 40, warm: 30 },
] as const;

interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly manner: Manner;
}

/** Milliseconds of each key press by name, in turn. Who cannot be started or does not answer has none. */
async function press({ words, presses, warm }: (typeof lengths)[number], contestants: readonly Contestant[], { root, writer, say }: Stage): Promise<Map<string, number[]>> {
  const text = writer.note(words);
  // In the benchmark's own folder, so that the peers' servers find their packages and their settings as in any project.
  const folder = path.join(root, "bench");
  const notes = mkdtempSync(path.join(folder, "node_modules/.notes-"));
  const running = new Map<string, LanguageServer>();
  const times = new Map<string, number[]>();
  const leave = (name: string, error: unknown): void => {
    say(`${name} is left out: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    void running.get(name)?.stop();
    running.delete(name);
    times.delete(name);
  };
  try {
    const file = (name: string, content: string): string => {
      writeFileSync(path.join(notes, name), content);
      return String(pathToFileURL(path.join(notes, name)));
    };
    const [probe, note] = [file("faulty.casenote.md", faulty), file("note.casenote.md", text)];
    for (const { name, args, language, manner } of contestants) {
      try {
        const server = await LanguageServer.start(args, folder, manner);
        running.set(name, server);
        times.set(name, []);
        if ((await server.open(probe, language, faulty)) === 0) throw new Error("it finds nothing in a faulty text");
        await server.open(note, language, text);
      } catch (error) {
        leave(name, error);
      }
    }
    let done = 0;
    for (const edit of keyPresses(text, warm + presses, new Chance(words))) {
      for (const [name, server] of running) {
        try {
          const time = await server.edit(edit);
          if (done >= warm) times.get(name)!.push(time);
        } catch (error) {
          leave(name, error);
        }
      }
      done += 1;
    }
    return times;
  } finally {
    await Promise.all([...running.values()].map((server) => server.stop().catch(() => undefined)));
    rmSync(notes, { recursive: true, force: true });
  }
}

/** The rows of a key press over stdio. Without peers, only what it is beside itself. */
export async function overStdio(stage: Stage): Promise<Row[]> {
  const { root, quick, say } = stage;
  const peer = (name: string): Contestant => ({ name, args: [path.join(root, "bench/peers/remark-server.mjs")], language: "markdown", manner: "sent" });
  const own = (name: string, manner: Manner): Contestant => ({ name, args: [path.join(root, ours)], language: "case-note", manner });
  const contestants = [own("sent", "sent"), own("asked for", "asked for"), ...(quick ? [] : [peer(remark)])];
  const runs: Map<string, number[]>[] = [];
  for (const length of lengths) {
    say(`Key presses over stdio, ${length.words.toLocaleString("en-GB")} words`);
    runs.push(await press(length, contestants, stage));
  }
  const [short, long] = runs as [Map<string, number[]>, Map<string, number[]>];
  const lacks = quick ? "not measured with --quick" : "could not be installed or run";
  const what = (words: string, of: string): string => `key press over stdio, ${words} words, ${of}`;
  const half = { says: "at most 5 ms, and half of theirs", meets: (ratio: number, here: number) => here <= 5 && ratio <= 0.5 };
  const besidePeers = quick ? [] : [
    rowOf({ id: "stdio-10000-remark", what: what("10,000", "median"), beside: remark }, long.get("sent"), long.get(remark), lacks),
    rowOf({ id: "stdio-10000-p95", what: what("10,000", "95th percentile"), beside: remark, of: p95 }, long.get("sent"), long.get(remark), lacks),
  ];
  return [
    rowOf({ id: "stdio-1000", what: what("1,000", "median"), beside: remark, of: median, goal: half }, short.get("sent"), short.get(remark), lacks),
    rowOf({ id: "stdio-1000-p95", what: what("1,000", "95th percentile"), beside: remark, of: p95, goal: { says: "at most 10 ms", meets: (_, here) => here <= 10 } }, short.get("sent"), short.get(remark), lacks),
    rowOf({ id: "stdio-1000-asked", what: what("1,000", "median, asked for as VS Code does"), beside: "sent by itself" }, short.get("asked for"), short.get("sent")),
    rowOf({ id: "stdio-10000", what: what("10,000", "median"), beside: "the same at 1,000 words", goal: { says: "at most 3", meets: (ratio) => ratio <= 3 } }, long.get("sent"), short.get("sent")),
    ...besidePeers,
  ];
}
