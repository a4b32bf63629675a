import { defaultSettings, isProfilePath, readSettings, type KnownNames, type Settings } from "../engine/settings.ts";
import type { Files } from "./files.ts";
import { findFile, type Found, type Reach } from "./find.ts";
import { fromDisk, readSettled, type Readable } from "./read.ts";
import { readYaml, top, type FileFault, type HearFaults, type Keys } from "./yaml.ts";

/** The name of a team's own settings, looked for in a note's folder and then up the tree. */
export const configName = ".case-recording.yml";

/** Settings from a file, and what in it could not be obeyed. */
export interface Config {
  readonly settings: Settings;
  /** As they stand in the file, to be put under a person's own. */
  readonly written: unknown;
  readonly faults: readonly FileFault[];
  /** The file as a whole could not be read; the settings are then the usual ones. */
  readonly unreadable: boolean;
  /** The files that it names, each with its place. */
  readonly names: readonly (Omit<FileFault, "text"> & { readonly setting: string; readonly written: string })[];
}

/** The longest settings that are read, in UTF-16 units: some thousands of a team's words. */
const longestSettings = 200_000;

/** The settings in a YAML or JSON file. A fault leaves the setting at its default. Never throws. */
export async function readConfig(path: string, known: KnownNames, files: Readable = fromDisk): Promise<Config> {
  const file = await readSettled(path, files);
  if (!file.ok) return unreadable({ ...top, text: file.problem });
  if (file.text.length > longestSettings) return unreadable({ ...top, text: `these settings are very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestSettings.toLocaleString("en-GB")} can be used); please keep words in word lists` });
  const read = readYaml(file.text, "this file");
  if (!read.ok) return unreadable(read.fault);
  if (typeof read.data === "object" ? Array.isArray(read.data) : read.data !== undefined) return unreadable({ ...top, text: "settings are names with values, each on a line, such as “volume: essential”" });
  const { settings, faults } = readSettings(read.data, { ...known, strict: true });
  return {
    settings,
    written: read.data,
    faults: faults.map(({ path: keys, text }) => ({ ...read.placeOf(keys), text: text.replace(/\.$/, "") })),
    unreadable: false,
    names: namesIn(read.data).map(({ keys, ...name }) => ({ ...read.placeOf(keys), ...name })),
  };
}

/** What stands for settings that could not be read. */
const unreadable = (fault: FileFault): Config => ({ settings: defaultSettings, written: undefined, faults: [fault], unreadable: true, names: [] });

/** The files that settings name, and the keys that lead to each. */
function namesIn(data: unknown): { keys: Keys; setting: string; written: string }[] {
  const { profile, wordLists } = (data ?? {}) as { readonly profile?: unknown; readonly wordLists?: unknown };
  return [
    ...(typeof profile === "string" && isProfilePath(profile) ? [{ keys: ["profile"], setting: "profile", written: profile }] : []),
    ...(Array.isArray(wordLists) ? wordLists.flatMap((one: unknown, at) => (typeof one === "string" ? [{ keys: ["wordLists", at], setting: `wordLists[${at}]`, written: one.trim() }] : [])) : []),
  ];
}

/** Keeps the settings files of teams. A file is read again only when it has changed; while one cannot be read, what it said before holds. */
export class ConfigShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly config: Config }>();

  constructor(
    private readonly files: Files,
    private readonly known: KnownNames,
    private readonly hear: HearFaults,
    /** How far a file that lies in a folder may lead. */
    private readonly reachOf: (folder: string) => Reach,
  ) {}

  /** The settings for notes in a folder: those of the nearest file up the tree; undefined where there is none. Never throws. */
  async nearest(folder: string): Promise<Config | undefined> {
    const place = await findFile(this.files, configName, folder, this.reachOf(folder));
    for (const [path, { config }] of this.#files) if (path !== place?.path && config.faults.length) await this.at(path);
    return place && this.#read(place);
  }

  /** The settings in a file, by its address; undefined where it is not there any more. Never throws. */
  async at(path: string): Promise<Config | undefined> {
    const folder = this.files.folderOf(path);
    const place = folder === undefined ? undefined : await findFile(this.files, configName, folder, this.reachOf(folder));
    if (place?.path === path) return this.#read(place);
    if (this.#files.delete(path)) this.hear(path, []);
    return undefined;
  }

  /** Reads every file again that was read before: how far they may lead has changed. */
  async readAgain(): Promise<void> {
    for (const [path, { config }] of [...this.#files]) {
      this.#files.set(path, { changed: NaN, config });
      await this.at(path);
    }
  }

  async #read(place: Found): Promise<Config | undefined> {
    const { path } = place;
    const before = this.#files.get(path);
    if (place.refused !== undefined) {
      const config = unreadable({ ...top, text: `this file ${place.refused}` });
      if (before?.config.faults[0]?.text !== config.faults[0]!.text) this.hear(path, config.faults);
      this.#files.set(path, { changed: NaN, config });
      return undefined;
    }
    if (before?.changed === place.changed) return before.config;
    const config = place.problem === undefined ? await readConfig(path, this.known, this.files) : unreadable({ ...top, text: place.problem });
    const kept = config.unreadable && before && before.config.written !== undefined;
    const stand = kept ? "what it said before stays in use" : "the usual settings are used";
    const faults = config.unreadable ? config.faults.map((fault) => ({ ...fault, text: `${fault.text}; ${stand}` })) : [...config.faults, ...(await this.#refusedIn(config, path))];
    const now = { ...(kept ? { ...config, settings: before.config.settings, written: before.config.written } : config), faults };
    this.#files.set(path, { changed: place.changed, config: now });
    this.hear(path, faults);
    return now;
  }

  /** The names in a file that lead farther than they may. */
  async #refusedIn({ names }: Config, path: string): Promise<FileFault[]> {
    const folder = this.files.folderOf(path);
    if (folder === undefined) return [];
    const found = await Promise.all(names.map(({ written }) => findFile(this.files, written, folder, this.reachOf(folder))));
    return names.flatMap(({ start, end, setting, written }, at) => {
      const refused = found[at]?.refused;
      return refused === undefined ? [] : [{ start, end, text: `the setting ${setting} names “${written}”, which ${refused}` }];
    });
  }
}
