import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { defaultSettings, readSettings, type KnownNames, type Settings } from "../engine/settings.ts";
import { readSettled, readText } from "./read.ts";
import { yamlProblem } from "./yaml.ts";

/** The name of a team's own settings, looked for in a note's folder and then up the tree. */
export const configName = ".case-recording.yml";

/** Settings from a file, and what in it could not be obeyed. */
export interface Config {
  readonly settings: Settings;
  readonly faults: readonly string[];
  /** Why the file as a whole could not be read; the settings are then the usual ones. */
  readonly unreadable?: string;
}

/** The settings in a YAML or JSON file. A fault leaves the setting at its default. Never throws. */
export async function readConfig(path: string, known: KnownNames): Promise<Config> {
  const file = await readText(path);
  if (!file.ok) return { settings: defaultSettings, faults: [], unreadable: file.problem };
  const { data, problem } = parse(file.text.replace(/^\uFEFF/, ""));
  if (problem) return { settings: defaultSettings, faults: [], unreadable: problem };
  const { settings, faults } = readSettings(data, { ...known, strict: true });
  return { settings, faults: faults.map((fault) => fault.text) };
}

/** The team's settings for notes in a folder, as they are written; undefined where there is no file, or none that can be read. Never throws. */
export async function teamSettings(folder: string, complain: (path: string, problem: string) => void): Promise<unknown> {
  const path = await nearestConfig(folder);
  if (path === undefined) return undefined;
  const file = await readSettled(path);
  const { data, problem } = file.ok ? parse(file.text.replace(/^\uFEFF/, "")) : { data: undefined, problem: file.problem };
  if (problem) complain(path, `${problem}; the usual settings are used`);
  return data;
}

/** Finds the settings of one note after another; each settings file is read once, and each of its faults told once. */
export function nearestConfigs(known: KnownNames, complain: (path: string, problem: string) => void): (folder: string) => Promise<Settings> {
  const byFolder = new Map<string, string | undefined>();
  const byFile = new Map<string, Settings>();
  return async (folder) => {
    if (!byFolder.has(folder)) byFolder.set(folder, await nearestConfig(folder));
    const path = byFolder.get(folder);
    if (path === undefined) return defaultSettings;
    if (!byFile.has(path)) {
      const config = await readConfig(path, known);
      byFile.set(path, config.settings);
      for (const problem of config.unreadable ? [`${config.unreadable}; the usual settings are used`] : config.faults) complain(path, problem);
    }
    return byFile.get(path)!;
  };
}

/** The nearest settings file for notes in a folder; undefined where there is none up to the root. */
export async function nearestConfig(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const path = join(at, configName);
    try {
      await access(path);
      return path;
    } catch {
      if (dirname(at) === at) return undefined;
    }
  }
}

function parse(text: string): { data?: unknown; problem?: string } {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", maxAliasCount: 100 } as object);
    const error = document.errors[0];
    if (error) return { problem: yamlProblem(error, text.slice(0, error.pos[0]).split("\n").length) };
    return { data: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch {
    return { problem: "this file cannot be read; look at its quotation marks, brackets and spaces" };
  }
}
