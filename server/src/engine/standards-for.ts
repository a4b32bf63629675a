import type { Detail } from "../note/note.ts";
import type { Profile } from "../standards/profile.ts";
import { profileNamed, profileOf, profiles } from "../standards/standards.ts";
import type { Settings } from "./settings.ts";

/** The standards that a note is held to, and who chose them. */
export interface ChosenStandards {
  readonly profile: Profile;
  /** False where nobody chose, and the usual profile is used. */
  readonly chosen: boolean;
  /** The detail that names a profile which nobody knows. */
  readonly unknown?: Detail;
}

/** The profile for a note: the one that its details name, else the one that the settings choose, else the usual one. */
export function standardsFor(details: readonly Detail[], settings: Settings): ChosenStandards {
  const detail = details.find(({ key, value }) => key === "profile" && value.trim() !== "");
  const named = detail && profileNamed(detail.value, [...(settings.ownProfile ? [settings.ownProfile] : []), ...profiles]);
  if (named) return { profile: named, chosen: true };
  return { profile: settings.ownProfile ?? profileOf(settings.profile), chosen: settings.profile !== undefined, ...(detail ? { unknown: detail } : {}) };
}
