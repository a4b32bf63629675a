import { LineCounter, parseDocument } from "yaml";
import type { Settings } from "../engine/settings.ts";
import { packGround } from "../lexicon/lexicon.ts";
import { readPack, type Pack } from "../lexicon/pack.ts";
import { findFile } from "./find.ts";
import { readSettled } from "./read.ts";
import { yamlProblem } from "./yaml.ts";

/** A team's word list as it was read, and what in it cannot be used, each with its line counted from 1. */
export interface ReadPack {
  readonly pack: Pack;
  readonly faults: readonly { readonly line: number; readonly text: string }[];
  /** Why the file as a whole could not be read. */
  readonly unreadable?: string;
}

/** The longest word list that is read, in UTF-16 units: some thousands of entries. */
const longestList = 500_000;

/** Reads a team's word list. Never throws: what cannot be used is left out and named. */
export async function readPackFile(path: string): Promise<ReadPack> {
  const nothing: Pack = { leave: [], acronyms: [], entries: {} };
  const file = await readSettled(path);
  if (!file.ok) return { pack: nothing, faults: [], unreadable: file.problem };
  if (file.text.length > longestList) return { pack: nothing, faults: [], unreadable: `this list is very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestList.toLocaleString("en-GB")} can be used)` };
  const lines = new LineCounter();
  try {
    const document = parseDocument(file.text.replace(/^\uFEFF/, ""), { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
    const error = document.errors[0];
    if (error) return { pack: nothing, faults: [], unreadable: yamlProblem(error, lines.linePos(error.pos[0]).line) };
    const { pack, faults } = readPack(document.toJS({ maxAliasCount: 100 }), packGround);
    const lineOf = (at: readonly (string | number)[]): number => {
      for (let count = at.length; count > 0; count -= 1) {
        const node = document.getIn(at.slice(0, count), true) as { range?: readonly [number, number, number] } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    };
    return { pack, faults: faults.map((fault) => ({ line: lineOf(fault.path), text: fault.text })) };
  } catch {
    return { pack: nothing, faults: [], unreadable: "this list cannot be read; look at its quotation marks, brackets and spaces" };
  }
}

/** Keeps the word lists that settings name. A file is read again only when it has changed, and the same lists are the same object. */
export class PackShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly pack: Pack }>();
  readonly #sets = new Map<string, readonly Pack[]>();

  /** `hear` is told what is wrong with a file: its path, with the line where there is one, and the fault. */
  constructor(private readonly hear: (place: string, problem: string) => void) {}

  readonly #said = new Set<string>();

  /** Says what is wrong once, however many notes ask. */
  private complain(place: string, problem: string): void {
    const fault = `${place}\n${problem}`;
    if (this.#said.has(fault)) return;
    this.#said.add(fault);
    this.hear(place, problem);
  }

  /** Settings with the lists that they name, read. A relative path is looked for in the folder, and then up the tree; a list that cannot be had is said and left out. */
  async fill(settings: Settings, folder: string): Promise<Settings> {
    if (!settings.wordLists.length) return settings;
    const found = await Promise.all(settings.wordLists.map((written) => this.#one(written, folder)));
    const key = found.map(({ key }) => key).join("\n");
    let packs = this.#sets.get(key);
    if (!packs) this.#sets.set(key, (packs = found.flatMap(({ pack }) => (pack ? [pack] : []))));
    return { ...settings, packs, words: [...settings.words, ...packs.flatMap(({ leave }) => leave)] };
  }

  async #one(written: string, folder: string): Promise<{ key: string; pack?: Pack }> {
    const place = await findFile(written, folder);
    if (!place) {
      this.complain(written, "this word list is not there or cannot be reached, so it is not used");
      return { key: `-${written}` };
    }
    const known = this.#files.get(place.path);
    if (known?.changed === place.changed) return { key: `${place.path} ${place.changed}`, pack: known.pack };
    const { pack, faults, unreadable } = await readPackFile(place.path);
    if (unreadable) this.complain(place.path, `${unreadable}; none of this word list is used`);
    for (const { line, text } of faults) this.complain(`${place.path}:${line}`, `${text}; this entry is not used`);
    this.#files.set(place.path, { changed: place.changed, pack });
    return { key: `${place.path} ${place.changed}`, pack };
  }
}
