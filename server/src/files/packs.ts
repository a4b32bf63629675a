import type { Settings } from "../engine/settings.ts";
import { readPack, type Pack } from "../lexicon/pack.ts";
import { findFile } from "./find.ts";
import { readSettled } from "./read.ts";
import { readYaml, top, type FileFault, type HearFaults } from "./yaml.ts";

/** A team's word list as it was read, and what in it cannot be used. */
export interface ReadPack {
  readonly pack: Pack;
  readonly faults: readonly FileFault[];
  /** The file as a whole could not be read. */
  readonly unreadable: boolean;
}

/** The longest word list that is read, in UTF-16 units: some thousands of entries. */
const longestList = 500_000;

/** Reads a team's word list. Never throws: what cannot be used is left out and named. */
export async function readPackFile(path: string): Promise<ReadPack> {
  const unreadable = (fault: FileFault): ReadPack => ({ pack: { leave: [], acronyms: [], entries: {} }, faults: [fault], unreadable: true });
  const file = await readSettled(path);
  if (!file.ok) return unreadable({ ...top, text: file.problem });
  if (file.text.length > longestList) return unreadable({ ...top, text: `this list is very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestList.toLocaleString("en-GB")} can be used)` });
  const read = readYaml(file.text, "this list");
  if (!read.ok) return unreadable(read.fault);
  // What teams' lists build on is large, and most teams have none.
  const { packGround } = await import("../lexicon/pack-ground.ts");
  const { pack, faults } = readPack(read.data, packGround);
  return { pack, faults: faults.map(({ path: keys, text }) => ({ ...read.placeOf(keys), text })), unreadable: false };
}

/** Keeps the word lists that settings name. A file is read again only when it has changed, and the same lists are the same object. */
export class PackShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly pack: Pack }>();
  readonly #sets = new Map<string, readonly Pack[]>();

  readonly #missing = new Set<string>();

  constructor(private readonly hear: HearFaults) {}

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
    if (!place || place.problem !== undefined) {
      // What was read before stays in use while its drive does not answer.
      const before = place && this.#files.get(place.path);
      const stand = before ? "what it held before stays in use" : "it is not used";
      // Said once, however many notes ask.
      if (!this.#missing.has(written)) this.hear(written, [{ ...top, text: `${place ? place.problem : "this word list is not there or cannot be reached"}, so ${stand}` }], true);
      this.#missing.add(written);
      return before ? { key: `${place.path} ${before.changed}`, pack: before.pack } : { key: `-${written}` };
    }
    this.#missing.delete(written);
    const known = this.#files.get(place.path);
    if (known?.changed === place.changed) return { key: `${place.path} ${place.changed}`, pack: known.pack };
    const { pack, faults, unreadable } = await readPackFile(place.path);
    this.hear(place.path, faults.map((fault) => ({ ...fault, text: `${fault.text}; ${unreadable ? "none of this word list is used" : "this entry is not used"}` })));
    this.#files.set(place.path, { changed: place.changed, pack });
    return { key: `${place.path} ${place.changed}`, pack };
  }
}
