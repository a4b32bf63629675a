import path from "node:path";
import { NoteWriter, readLibrary } from "../bench/inputs/notes.ts";
import type { Counts } from "./desk.ts";
import { faults } from "./faults.ts";
import { fuzz } from "./fuzz.ts";
import { isLevel, memory } from "./memory.ts";
import { notesFor } from "./notes.ts";
import type { Figure, Part, Stage } from "./part.ts";
import { storm } from "./storm.ts";

const figure = (what: string, value: number): Figure => ({ what, value });
const loss = (what: string, value: number): Figure => ({ what, value, loss: true });
const megabytes = (what: string, value: number): Figure => ({ what, value: value / 1e6, unit: "MB" });

/** The names under which several parts count the same. */
const names = {
  inputs: "texts checked",
  edits: "edits sent",
  faults: "faults put in",
  findings: "findings compared with a fresh check",
  bytes: "bytes of children's words compared after fixes",
  lost: "findings lost",
  differing: "findings that differ",
  touched: "children's words that a fix would change",
} as const;

const server = ({ root }: Stage): string => path.join(root, "dist/server.js");

const ofDesk = (counts: Counts): Figure[] => [
  figure("requests sent", counts.asked),
  figure("requests taken back", counts.takenBack),
  figure("requests answered", counts.answered),
  figure("requests refused: taken back, or the text had moved on", counts.refused),
  figure("requests that went with a killed server", counts.lostWithServer),
  figure("documents opened", counts.opened),
  figure("documents closed", counts.closed),
  figure("documents renamed", counts.renamed),
  figure("settings changed", counts.configured),
  figure(names.findings, counts.findings),
  figure(names.bytes, counts.bytes),
  loss("unanswered requests", counts.unanswered),
  loss("failed requests, and faults in the log", counts.failed),
  loss("wrong versions", counts.wrongVersions),
  loss(names.lost, counts.lostFindings),
  loss(names.differing, counts.differingFindings),
  loss(names.touched, counts.touchedWords),
  loss("crashed documents", counts.crashed),
];

const inStorm: Part = {
  title: "storm",
  doing: "several notes edited at once; questions taken back; notes opened, closed and renamed; settings changed; the server killed",
  async run(stage) {
    const { seconds, seed, say } = stage;
    const counts = await storm({ program: server(stage), notes: notesFor(stage.root, seed), edits: Math.round((10_000 * seconds) / 60), kills: Math.max(2, Math.round(seconds / 15)), rests: Math.max(2, Math.round(seconds / 10)), seed, say });
    for (const fault of counts.faults) say(`a loss: ${fault}`);
    return [figure(names.inputs, counts.compared), figure(names.edits, counts.edits), figure("servers killed", counts.kills), figure(names.faults, counts.kills + counts.cuts), ...ofDesk(counts)];
  },
};

const withFaults: Part = {
  title: "faults",
  doing: "every rule made to throw, one after another; messages cut, broken and left off in the middle",
  async run(stage) {
    const notes = notesFor(stage.root, stage.seed).slice(0, stage.seconds < 60 ? 3 : 8);
    const { rules, thrown, untold, wordsInLogs, broken, lame, counts } = await faults({ faulty: path.join(stage.programs, "faultyServer.cjs"), program: server(stage), notes, seed: stage.seed });
    for (const fault of counts.faults) stage.say(`a loss: ${fault}`);
    return [
      figure(names.inputs, counts.compared),
      figure("rules made to throw", rules),
      figure("messages broken, or cut in pieces", broken + counts.cuts),
      figure(names.faults, thrown + broken + counts.cuts),
      ...ofDesk(counts),
      loss("rules that threw, and the log does not name them", untold),
      loss("words of a note in the log", wordsInLogs),
      loss("servers lamed by a broken message", lame),
    ];
  },
};

const overTime: Part = {
  title: "memory",
  doing: "one note written on for long; what the server holds, again and again",
  async run(stage) {
    const note = new NoteWriter(readLibrary(stage.root), stage.seed).note(1_500);
    const figures = await memory({ program: server(stage), root: stage.root, note, presses: Math.max(400, Math.round((2_000 * stage.seconds) / 60)), readings: 20, seed: stage.seed });
    return [
      figure(names.edits, figures.presses),
      megabytes("memory at the start", figures.start),
      megabytes("memory at the end", figures.end),
      megabytes("memory once the note was closed", figures.closed),
      megabytes("memory of the process at the start", figures.rssAtStart),
      megabytes("memory of the process at the end", figures.rssAtEnd),
      { what: "second half beside the first", value: figures.growth * 100, unit: "%" },
      loss("memory that is not level", isLevel(figures) ? 0 : 1),
    ];
  },
};

const atRandom: Part = {
  title: "fuzz",
  doing: "real notes, hostile texts and random edits, in this process",
  async run({ root, seconds, seed, say }) {
    const { inputs, edits, findingsCompared, bytesCompared, throws, spansOutside, differences, wordsChanged } = await fuzz({ seconds, seed, root, say });
    return [
      figure(names.inputs, inputs),
      figure("edits made", edits),
      figure(names.findings, findingsCompared),
      figure(names.bytes, bytesCompared),
      loss("texts on which something throws", throws),
      loss("spans outside of the text", spansOutside),
      loss(names.differing, differences),
      loss(names.touched, wordsChanged),
    ];
  },
};

/** What the stress run does, in this order. */
export const parts: readonly Part[] = [withFaults, inStorm, overTime, atRandom];
