import { defaultSettings, readSettings, type KnownNames, type Settings } from "../engine/settings.ts";
import { findFile, type Place } from "./find.ts";
import { readSettled } from "./read.ts";
import { readYaml, top, type FileFault, type HearFaults } from "./yaml.ts";

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
}

/** The longest settings that are read, in UTF-16 units: some thousands of a team's words. */
const longestSettings = 200_000;

/** The settings in a YAML or JSON file. A fault leaves the setting at its default. Never throws. */
export async function readConfig(path: string, known: KnownNames): Promise<Config> {
  const file = await readSettled(path);
  if (!file.ok) return unreadable({ ...top, text: file.problem });
  if (file.text.length > longestSettings) return unreadable({ ...top, text: `these settings are very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestSettings.toLocaleString("en-GB")} can be used); please keep words in word lists` });
  const read = readYaml(file.text, "this file");
  if (!read.ok) return unreadable(read.fault);
  if (typeof read.data === "object" ? Array.isArray(read.data) : read.data !== undefined) return unreadable({ ...top, text: "settings are names with values, each on a line, such as “volume: essential”" });
  const { settings, faults } = readSettings(read.data, { ...known, strict: true });
  return { settings, written: read.data, faults: faults.map(({ path: keys, text }) => ({ ...read.placeOf(keys), text: text.replace(/\.$/, "") })), unreadable: false };
}

/** What stands for settings that could not be read. */
const unreadable = (fault: FileFault): Config => ({ settings: defaultSettings, written: undefined, faults: [fault], unreadable: true });

/** Keeps the settings files of teams. A file is read again only when it has changed; while one cannot be read, what it said before holds. */
export class ConfigShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly config: Config }>();

  constructor(
    private readonly known: KnownNames,
    private readonly hear: HearFaults,
  ) {}

  /** The settings for notes in a folder: those of the nearest file up the tree; undefined where there is none. Never throws. */
  async nearest(folder: string): Promise<Config | undefined> {
    const place = await findFile(configName, folder);
    for (const [path, { config }] of this.#files) if (path !== place?.path && config.faults.length) await this.at(path);
    return place && this.#read(place);
  }

  /** The settings in a file, by its whole path; undefined where it is not there any more. Never throws. */
  async at(path: string): Promise<Config | undefined> {
    const place = await findFile(path, "/");
    if (place) return this.#read(place);
    if (this.#files.delete(path)) this.hear(path, []);
    return undefined;
  }

  async #read({ path, changed, problem }: Place): Promise<Config> {
    const before = this.#files.get(path);
    if (before?.changed === changed) return before.config;
    const config = problem === undefined ? await readConfig(path, this.known) : unreadable({ ...top, text: problem });
    const kept = config.unreadable && before && before.config.written !== undefined;
    const stand = kept ? "what it said before stays in use" : "the usual settings are used";
    const faults = config.unreadable ? config.faults.map((fault) => ({ ...fault, text: `${fault.text}; ${stand}` })) : config.faults;
    const now = { ...(kept ? { ...config, settings: before.config.settings, written: before.config.written } : config), faults };
    this.#files.set(path, { changed, config: now });
    this.hear(path, faults);
    return now;
  }
}
