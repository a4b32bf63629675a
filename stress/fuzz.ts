// Real notes, hostile texts and random edits, for as long as is asked: what was kept of an earlier check changes nothing, everything found lies in the text, and no fix changes anybody's words.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { Checker, checkNote, type NoteReport } from "../server/src/check.ts";
import { proposalsAt } from "../server/src/completion/complete.ts";
import { defaultSettings, type Settings } from "../server/src/engine/settings.ts";
import { foldsOf } from "../server/src/lsp/folding.ts";
import { outlineOf } from "../server/src/lsp/symbols.ts";
import { pointsOf } from "../server/src/points.ts";
import { recordOf } from "../server/src/record/record.ts";
import { rules } from "../server/src/rules/registry.ts";
import { hostileEdit, hostileText, written, type WrittenEdit } from "../test/properties/hostile.ts";
import { notes as invented } from "../test/properties/pieces.ts";
import { changedWords, said, unsound } from "../test/properties/soundness.ts";
import { readGold } from "../test/rules/gold.ts";

/** What a find is: something threw, something lies outside of the text, an incremental check is not that of a fresh one, somebody's words would change. */
export type FindKind = "throws" | "outside" | "differs" | "words";

/** Something that does not hold, with the smallest input that shows it. */
export interface Find {
  readonly kind: FindKind;
  readonly what: string;
  /** The seed of the run in which it was found. */
  readonly seed: number;
  /** The texts of one document, one after another; the last shows the fault. */
  readonly texts: readonly string[];
}

/** What was done, and what was found. */
export interface FuzzFigures {
  readonly seed: number;
  readonly seconds: number;
  /** Texts that were read and held against every rule. */
  readonly inputs: number;
  /** Edits after which a document was checked once more. */
  readonly edits: number;
  /** Findings of a check that follows another, each compared with that of a fresh check. */
  readonly findingsCompared: number;
  /** Bytes of the words of children, and of whoever is not known, compared with what stands there after a fix. */
  readonly bytesCompared: number;
  readonly throws: number;
  readonly spansOutside: number;
  readonly differences: number;
  readonly wordsChanged: number;
  readonly finds: readonly Find[];
}

export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  /** The folder of package.json; where this runs, unless it is said. */
  readonly root?: string;
  readonly say: (text: string) => void;
}

const loud: Settings = { ...defaultSettings, volume: "everything" };
const ruleIds = rules.map(({ id }) => id);

/** Notes that people wrote: those of the corpus, the samples, and the fixtures of the rules. */
function realNotes(root: string): string[] {
  return ["test/corpus/notes", "test/corpus/good", "samples", "test/rules"].flatMap((folder) =>
    readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".md")).sort().flatMap((name) => readFileSync(path.join(root, folder, name), "utf8").split(/^---8<---\r?\n/m)).map((note) => readGold(note).text),
  );
}

class Fault extends Error {
  constructor(
    readonly kind: FindKind,
    readonly what: string,
  ) {
    super(`${kind}: ${what}`);
  }
}

/** Counts while it looks. */
class Examiner {
  inputs = 0;
  edits = 0;
  findingsCompared = 0;
  bytesCompared = 0;

  /** Takes one document through its texts. Throws a Fault at the first thing that does not hold. */
  examine(texts: readonly string[]): void {
    const checker = new Checker();
    for (const [at, text] of texts.entries()) {
      const fresh = whole(() => checkNote(text, loud), "the reading");
      const again = whole(() => checker.check(text, loud), "the reading of a text that was read before");
      this.inputs += 1;
      if (at) this.edits += 1;
      this.#compare(fresh, again);
      const [outside] = unsound(fresh);
      if (outside !== undefined) throw new Fault(fresh.failed.length ? "throws" : "outside", outside);
      const { faults, bytes } = whole(() => changedWords(fresh), "a fix");
      this.bytesCompared += bytes;
      if (faults[0] !== undefined) throw new Fault("words", faults[0]);
      whole(() => askAll(fresh), "what an editor asks");
    }
  }

  #compare(fresh: NoteReport, again: NoteReport): void {
    this.findingsCompared += fresh.findings.length + fresh.quiet.length;
    if (!isDeepStrictEqual(said(again), said(fresh))) throw new Fault("differs", fresh.note.text.length < 40 ? "an incremental check" : `an incremental check: ${differingField(again, fresh)}`);
  }
}

/** The first part of two reports that is not the same. */
function differingField(one: NoteReport, other: NoteReport): string {
  const [a, b] = [said(one), said(other)] as [Record<string, Record<string, unknown>>, Record<string, Record<string, unknown>>];
  const field = Object.keys(b).find((name) => name !== "note" && !isDeepStrictEqual(a[name], b[name]));
  return field ?? `note.${Object.keys(b["note"]!).find((name) => !isDeepStrictEqual(a["note"]![name], b["note"]![name])) ?? "?"}`;
}

/** What an editor asks of a checked note besides its findings. */
function askAll(report: NoteReport): void {
  const { note } = report;
  recordOf(note);
  pointsOf(report);
  outlineOf(note);
  foldsOf(note);
  for (const offset of [0, note.text.length >> 1, note.text.length]) proposalsAt(note, defaultSettings, ruleIds, offset);
}

function whole<T>(act: () => T, what: string): T {
  try {
    return act();
  } catch (error) {
    const { name, stack = "" } = error as Error;
    throw new Fault("throws", `${what}: ${name}${/\n\s+at ([^\n]*)/.exec(stack)?.[1] ?? ""}`);
  }
}

/** The fault that texts show, or none. */
function faultOf(texts: readonly string[], examiner = new Examiner()): Fault | undefined {
  try {
    examiner.examine(texts);
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** How often a smaller input is tried for one find. */
const mostTries = 600;

/** The smallest texts that still show a fault of that kind: whole texts go, then stretches, halves first: from all of them, so that they stay versions of one document, or from one. */
function smallest(texts: readonly string[], kind: FindKind): readonly string[] {
  let tries = 0;
  let best = texts;
  const take = (list: readonly string[]): boolean => {
    if ((tries += 1) > mostTries || !list.length || faultOf(list)?.kind !== kind) return false;
    best = list;
    return true;
  };
  const longest = (): number => Math.max(...best.map(({ length }) => length));
  for (let at = best.length - 1; at >= 0; at -= 1) take(best.toSpliced(at, 1));
  for (let size = longest() >> 1; size > 0 && tries < mostTries; size >>= 1)
    for (let at = 0; at < longest(); ) {
      const piece = best[0]!.slice(at, at + size);
      const without = (text: string): string => text.slice(0, at) + text.slice(at + size);
      const shorter = (piece && take(best.map((text) => text.replace(piece, "")))) || best.some((text, index) => text.length > at && take(best.with(index, without(text))));
      if (!shorter) at += size;
    }
  return best;
}

/** Tries texts and edits for so many seconds, and says each find when it is made. The same seed tries the same texts, as far as the time reaches. */
export async function fuzz({ seconds, seed, root = process.cwd(), say }: FuzzOptions): Promise<FuzzFigures> {
  const examiner = new Examiner();
  const finds: Find[] = [];
  const known = new Set<string>();
  const end = Date.now() + seconds * 1_000;
  const base = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...realNotes(root)) }, { weight: 3, arbitrary: invented }, { weight: 4, arbitrary: hostileText });
  const document = fc.tuple(base, fc.array(hostileEdit, { maxLength: 6 }));
  for (let run = seed; Date.now() < end; run += 1) {
    for (const [text, edits] of fc.sample(document, { seed: run, numRuns: 50 })) {
      if (Date.now() >= end) break;
      const texts = versions(text, edits);
      const fault = faultOf(texts, examiner);
      // A text may bring a fault of a kind once, with the same words.
      if (!fault || known.has(fault.message)) continue;
      known.add(fault.message);
      const find: Find = { kind: fault.kind, what: fault.what, seed: run, texts: smallest(texts, fault.kind) };
      finds.push(find);
      say(`${fault.message} (seed ${run})\n${find.texts.map((one) => `  ${JSON.stringify(one)}`).join("\n")}`);
      // Whoever runs this beside other work has a turn now and then.
      await new Promise((done) => setImmediate(done));
    }
    await new Promise((done) => setImmediate(done));
  }
  const count = (kind: FindKind): number => finds.filter((find) => find.kind === kind).length;
  const { inputs, edits, findingsCompared, bytesCompared } = examiner;
  return { seed, seconds, inputs, edits, findingsCompared, bytesCompared, throws: count("throws"), spansOutside: count("outside"), differences: count("differs"), wordsChanged: count("words"), finds };
}

/** A document's texts: as it was, and after each edit. */
function versions(text: string, edits: readonly WrittenEdit[]): string[] {
  const texts = [text];
  for (const edit of edits) texts.push(written(texts.at(-1)!, edit));
  return texts;
}
