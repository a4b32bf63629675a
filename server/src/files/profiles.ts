import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import { isProfilePath, type Settings } from "../engine/settings.ts";
import type { Profile } from "../standards/profile.ts";
import { readProfile } from "../standards/read-profile.ts";
import { findFile } from "./find.ts";
import { readSettled } from "./read.ts";
import { yamlProblem } from "./yaml.ts";

/** What is wrong in a file, and where: lines and columns count from 0, columns in UTF-16 units. */
export interface FileFault {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** A team's own profile as it was read; without one where anything in the file is at fault. */
export interface ReadProfile {
  readonly profile?: Profile;
  readonly faults: readonly FileFault[];
}

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** The longest profile that is read, in UTF-16 units. */
const longestProfile = 500_000;

/** Reads a team's own profile, in YAML or JSON. Never throws. */
export async function readProfileFile(path: string): Promise<ReadProfile> {
  const file = await readSettled(path);
  if (!file.ok) return { faults: [{ ...top, text: file.problem }] };
  if (file.text.length > longestProfile) return { faults: [{ ...top, text: `this profile is very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestProfile.toLocaleString("en-GB")} can be used)` }] };
  const lines = new LineCounter();
  const { text } = file;
  const at = (from: number, to: number): Omit<FileFault, "text"> => {
    const place = (offset: number) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line - 1, 0), character: Math.max(col - 1, 0) };
    };
    return { start: place(from), end: place(Math.max(from, to)) };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
    const error = document.errors[0];
    if (error) return { faults: [{ ...at(error.pos[0], error.pos[1]), text: yamlProblem(error, lines.linePos(error.pos[0]).line) }] };
    const { profile, faults } = readProfile(document.toJS({ maxAliasCount: 100 }));
    return { ...(profile ? { profile } : {}), faults: faults.map(({ path: keys, text: problem }) => ({ ...at(...placeOf(document, keys)), text: problem })) };
  } catch {
    return { faults: [{ ...top, text: "this profile cannot be read; look at its quotation marks, brackets and spaces" }] };
  }
}

/** Where in a document the keys lead: the key itself where it names something, else the entry; as far as they lead. */
function placeOf(document: Document, keys: readonly (string | number)[]): [number, number] {
  for (let count = keys.length; count > 0; count -= 1) {
    const parent: unknown = count === 1 ? document.contents : document.getIn(keys.slice(0, count - 1), true);
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(keys[count - 1])) : undefined;
    const node = (pair?.key ?? document.getIn(keys.slice(0, count), true)) as { range?: readonly [number, number, number] | null } | undefined;
    if (node?.range) return [node.range[0], node.range[1]];
  }
  return [0, 0];
}

/** Keeps the profiles of a team's own that settings choose by their path. A file is read again only when it has changed. */
export class ProfileShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly profile?: Profile }>();
  readonly #missing = new Set<string>();

  /** `hear` is told everything that is wrong with a file each time it was read: nothing, where it is sound. */
  constructor(private readonly hear: (path: string, faults: readonly FileFault[]) => void) {}

  /** Settings with the profile whose path they hold, read. Where it cannot be had, the usual profile stands in its place. */
  async fill(settings: Settings, folder: string): Promise<Settings> {
    const { profile: chosen, ...rest } = settings;
    if (chosen === undefined || !isProfilePath(chosen)) return settings;
    const place = await findFile(chosen, folder);
    if (!place) {
      if (!this.#missing.has(chosen)) this.hear(chosen, [{ ...top, text: "this profile is not there or cannot be reached" }]);
      this.#missing.add(chosen);
      return { ...rest, withoutOwnProfile: true };
    }
    this.#missing.delete(chosen);
    let known = this.#files.get(place.path);
    if (known?.changed !== place.changed) {
      const { profile, faults } = await readProfileFile(place.path);
      // What was sound before stays in use until the file is sound again.
      const kept = profile ?? known?.profile;
      known = { changed: place.changed, ...(kept ? { profile: kept } : {}) };
      this.#files.set(place.path, known);
      this.hear(place.path, faults);
    }
    return known.profile ? { ...rest, profile: known.profile.id, ownProfile: known.profile } : { ...rest, withoutOwnProfile: true };
  }
}
