// Faults that are put in: rules that throw, messages that come in pieces, are no messages, or stop in the middle.
import { rules } from "../server/src/rules/registry.ts";
import { Chance } from "../bench/inputs/random.ts";
import { Desk, type Counts } from "./desk.ts";
import { Server } from "./server.ts";

export interface FaultOptions {
  /** The built `faultyServer.ts`. */
  readonly faulty: string;
  /** The built server. */
  readonly program: string;
  readonly notes: readonly string[];
  readonly seed: number;
}

export interface FaultFigures {
  /** Rules that were made to throw, one after another, over all notes. */
  readonly rules: number;
  /** How often a rule threw on a note, as the log tells. */
  readonly thrown: number;
  /** Rules of which the log told nothing. */
  readonly untold: number;
  /** Lines of the log that hold words of a note. */
  readonly wordsInLogs: number;
  readonly broken: number;
  /** Servers that did not go on after a message that was none, or stayed after their editor had gone in the middle of one. */
  readonly lame: number;
  readonly counts: Counts;
}

const patience = 30_000;

/** Makes each rule throw, and compares what is found then with what is found where that rule is off; breaks messages. */
export async function faults({ faulty, program, notes, seed }: FaultOptions): Promise<FaultFigures> {
  const desk = new Desk(new Chance(seed), notes, 1);
  desk.sitAt(await Server.start(faulty, { configuration: () => desk.configuration, pieces: { chance: new Chance(seed), often: 50 } }));
  for (const text of notes) desk.open(text);
  const said: string[] = [];
  let untold = 0;
  for (const { id } of rules) {
    desk.configure({ words: [`fault:${id}`] });
    // A fresh check knows of no fault: there, the rule is off.
    await desk.compareAll(patience, { words: [`fault:${id}`], rules: { [id]: "off" } });
    const lines = desk.server.logs.splice(0);
    if (!lines.some((line) => line.includes(`the rule ${id} failed`))) untold += 1;
    said.push(...lines);
  }
  desk.counts.cuts += desk.server.pipe.cuts ?? 0;
  await desk.server.stop();
  const sentences = notes.flatMap((note) => note.split(/[.\n|]+/).map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 12));
  const broken = brokenMessages.length + 2;
  return { rules: rules.length, thrown: said.length, untold, wordsInLogs: said.filter((line) => sentences.some((sentence) => line.includes(sentence))).length, broken, lame: await lameServers(program, notes[0]!), counts: desk.counts };
}

/** Messages of the right length that a server cannot make anything of. */
const brokenMessages = ["{", "null", "[]", '"no message"', '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":7}', '{"jsonrpc":"2.0","method":"textDocument/didChange","params":null}', '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere.casenote.md","version":1},"contentChanges":[{"text":"x"}]}}', '{"jsonrpc":"2.0","id":"a","method":"textDocument/hover","params":{}}', '{"jsonrpc":"2.0","id":"b","method":"caseRecording/points","params":{"uri":7}}', '{"jsonrpc":"2.0","id":"c","method":"no/such/method"}'];

/** How many servers do not go on after messages that are none, or do not end with an editor that goes in the middle of a message. */
async function lameServers(program: string, text: string): Promise<number> {
  let lame = 0;
  const uri = "file:///storm/broken.casenote.md";
  const going = await Server.start(program);
  going.tell("textDocument/didOpen", { textDocument: { uri, version: 1, languageId: "case-note", text } });
  for (const message of brokenMessages) {
    going.program.stdin!.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    if (!(await answers(going, uri))) lame += 1;
  }
  await going.kill();
  for (const half of ['Content-Length: 4000\r\n\r\n{"jsonrpc":"2.0","method":"textDocument/did', "Content-Len"]) {
    const left = await Server.start(program);
    left.program.stdin!.end(half);
    const ended = await within(patience, left.ended.then(() => true));
    if (!ended) lame += 1;
    await left.kill();
  }
  return lame;
}

const answers = async (server: Server, uri: string): Promise<boolean> => (await within(patience, server.ask("textDocument/diagnostic", { textDocument: { uri } }).outcome))?.kind === "answered";

/** What comes of something, if it does within so many milliseconds. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let late: NodeJS.Timeout | undefined;
  return Promise.race([work, new Promise<undefined>((done) => (late = setTimeout(() => done(undefined), milliseconds)))]).finally(() => clearTimeout(late));
}
