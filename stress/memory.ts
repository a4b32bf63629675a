// Whether a server's memory stays level while somebody writes for an hour.
import { TextDocument } from "vscode-languageserver-textdocument";
import { Chance } from "../bench/inputs/random.ts";
import { keyPresses, type Edit } from "../bench/inputs/edits.ts";
import { median } from "../bench/measure.ts";
import { memoryArguments, Server } from "./server.ts";

export interface MemoryOptions {
  /** The built server. */
  readonly program: string;
  /** The folder of package.json. */
  readonly root: string;
  readonly note: string;
  readonly presses: number;
  /** How often the memory is read meanwhile. */
  readonly readings: number;
  readonly seed: number;
}

/** All in bytes, after everything was collected that nobody needs. */
export interface MemoryFigures {
  readonly presses: number;
  /** Once the note has been checked. */
  readonly start: number;
  readonly end: number;
  /** What the system counts for the whole process. */
  readonly rssAtStart: number;
  readonly rssAtEnd: number;
  /** Once the note was closed. */
  readonly closed: number;
  readonly readings: readonly number[];
  /** The median of the second half of the readings by that of the first. */
  readonly growth: number;
}

/** So much may the second half of the readings hold more than the first: what is held goes up and down with what was written last. */
const level = 0.05;

/** True where what a server holds does not grow with what is written, and a closed note is let go. */
export const isLevel = ({ growth, end, closed }: MemoryFigures): boolean => growth < level && closed < end;

/** So many key presses come before the next question. */
const burst = 5;

/** Types into one note, asks what an editor asks, and reads the server's memory again and again. The note stays as it was: all that is typed is taken back. */
export async function memory({ program, root, note, presses, readings, seed }: MemoryOptions): Promise<MemoryFigures> {
  const server = await Server.start(program, { nodeArguments: memoryArguments(root) });
  const uri = "file:///storm/long.casenote.md";
  let document = TextDocument.create(uri, "case-note", 1, note);
  const ask = (): Promise<unknown> => Promise.all([server.answer("textDocument/diagnostic", { textDocument: { uri } }), server.answer("caseRecording/marks", { uri }), server.answer("caseRecording/points", { uri })]);
  const change = (offset: number, removed: number, text: string): void => {
    const contentChanges = [{ range: { start: document.positionAt(offset), end: document.positionAt(offset + removed) }, text }];
    document = TextDocument.update(document, contentChanges, document.version + 1);
    server.tell("textDocument/didChange", { textDocument: { uri, version: document.version }, contentChanges });
  };
  server.tell("textDocument/didOpen", { textDocument: { uri, version: 1, languageId: "case-note", text: note } });
  await ask();
  const first = await server.memory();
  const read: number[] = [];
  const chance = new Chance(seed);
  let done = 0;
  for (const step of Array.from({ length: readings }, (_, index) => Math.round(((index + 1) * presses) / readings))) {
    while (done < step) {
      const undo: (() => void)[] = [];
      for (let typed = 0; typed < burst; typed += 1) {
        const [{ offset, removed, inserted }] = [...keyPresses(document.getText(), 1, chance)] as [Edit];
        const before = document.getText().slice(offset, offset + removed);
        change(offset, removed, inserted);
        undo.unshift(() => change(offset, inserted.length, before));
      }
      await ask();
      for (const takeBack of undo) takeBack();
      await ask();
      done += 2 * burst;
    }
    read.push((await server.memory()).heap);
  }
  const last = await server.memory();
  server.tell("textDocument/didClose", { textDocument: { uri } });
  await ask();
  const closed = await server.memory();
  await server.stop();
  const half = Math.floor(read.length / 2);
  return { presses: done, start: first.heap, end: last.heap, rssAtStart: first.rss, rssAtEnd: last.rss, closed: closed.heap, readings: read, growth: median(read.slice(half)) / median(read.slice(0, half)) - 1 };
}
