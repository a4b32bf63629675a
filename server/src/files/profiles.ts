import { isProfilePath, type Settings } from "../engine/settings.ts";
import type { Profile } from "../standards/profile.ts";
import { readProfile } from "../standards/read-profile.ts";
import { findFile } from "./find.ts";
import { readSettled } from "./read.ts";
import { readYaml, top, type FileFault, type HearFaults } from "./yaml.ts";

/** A team's own profile as it was read; without one where anything in the file is at fault. */
export interface ReadProfile {
  readonly profile?: Profile;
  readonly faults: readonly FileFault[];
}

/** The longest profile that is read, in UTF-16 units. */
const longestProfile = 500_000;

/** Reads a team's own profile, in YAML or JSON. Never throws. */
export async function readProfileFile(path: string): Promise<ReadProfile> {
  const file = await readSettled(path);
  if (!file.ok) return { faults: [{ ...top, text: file.problem }] };
  if (file.text.length > longestProfile) return { faults: [{ ...top, text: `this profile is very long (${file.text.length.toLocaleString("en-GB")} characters; at most ${longestProfile.toLocaleString("en-GB")} can be used)` }] };
  const read = readYaml(file.text, "this profile");
  if (!read.ok) return { faults: [read.fault] };
  const { profile, faults } = readProfile(read.data);
  return { ...(profile ? { profile } : {}), faults: faults.map(({ path: keys, text }) => ({ ...read.placeOf(keys), text })) };
}

/** Keeps the profiles of a team's own that settings choose by their path. A file is read again only when it has changed. */
export class ProfileShelf {
  readonly #files = new Map<string, { readonly changed: number; readonly profile?: Profile }>();
  readonly #missing = new Set<string>();

  constructor(private readonly hear: HearFaults) {}

  /** Settings with the profile whose path they hold, read. Where it cannot be had, the usual profile stands in its place. */
  async fill(settings: Settings, folder: string): Promise<Settings> {
    const { profile: chosen, ...rest } = settings;
    if (chosen === undefined || !isProfilePath(chosen)) return settings;
    const place = await findFile(chosen, folder);
    let known = place && this.#files.get(place.path);
    if (!place || place.problem !== undefined) {
      if (!this.#missing.has(chosen)) this.hear(chosen, [{ ...top, text: place?.problem ?? "this profile is not there or cannot be reached" }], true);
      this.#missing.add(chosen);
      // What was read before stays in use while its drive does not answer.
      return known?.profile ? { ...rest, profile: known.profile.id, ownProfile: known.profile } : { ...rest, withoutOwnProfile: true };
    }
    this.#missing.delete(chosen);
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
