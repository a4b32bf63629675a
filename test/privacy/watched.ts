import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Tries all that a watched program may not do; its argument is a folder. */
export const reachesOut = program("reaches-out.cjs");

/** An attempt that was noted: what kind, by what function, and on which file, program or address. */
export type Attempt = readonly [kind: "network" | "disk" | "program", what: string, about?: string];

/** A program that is watched, with a home and a place for temporary files of its own. */
export class Watched {
  readonly #notes: string;
  /** The surroundings in which the program is to be started. */
  readonly env: Record<string, string>;

  /** `folder` holds the notes of the watcher, the home and the temporary files. */
  constructor(readonly folder: string) {
    this.#notes = join(folder, "attempts");
    writeFileSync(this.#notes, "");
    for (const name of ["home", "temporary"]) mkdirSync(join(folder, name), { recursive: true });
    const temporary = join(folder, "temporary");
    this.env = { NODE_OPTIONS: `--require ${JSON.stringify(program("watch.cjs"))}`, WATCH: this.#notes, HOME: join(folder, "home"), USERPROFILE: join(folder, "home"), TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  }

  /** What was tried until now, the oldest first. */
  get attempts(): readonly Attempt[] {
    return readFileSync(this.#notes, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Attempt);
  }

  /** What lies in its home and among its temporary files. */
  get left(): readonly string[] {
    return ["home", "temporary"].flatMap((name) => Object.keys(contentsOf(join(this.folder, name))));
  }
}

/** The surroundings in which a program fails where it searches a text that has `words` in it. */
export const failing = (how: string, words: string): Record<string, string> => ({ NODE_OPTIONS: `--require ${JSON.stringify(program("faults.cjs"))}`, FAULT: how, FAULT_WORDS: words });

/** Every file of a folder and below, by its path, with what is in it and when it changed. */
export function contentsOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.sort().map((file) => [file, `${statSync(file).mtimeMs} ${readFileSync(file, "latin1")}`]));
}

/** Runs Node where there is no network at all: a namespace of Linux of its own. Undefined where the machine does not allow it. */
export const withoutNetwork: readonly [string, ...string[]] | undefined = spawnSync("unshare", ["-rn", process.execPath, "--version"]).status === 0 ? ["unshare", "-rn", process.execPath] : undefined;
