import compiled from "../../generated/standards.json" with { type: "json" };
import { buildProfile, type WrittenProfile } from "./build-profile.ts";
import type { Profile } from "./profile.ts";

export type { Profile, ProfileHeading } from "./profile.ts";

export const defaultProfile = "planning-and-seeing";

const built = new Map<string, Profile>();
for (const written of inOrder(compiled as unknown as readonly WrittenProfile[])) built.set(written.id, buildProfile(written, written.extends === undefined ? undefined : built.get(written.extends)));

/** Every profile that comes with the product, the ones that others build on included. */
export const allProfiles: readonly Profile[] = [...built.values()];

/** The profiles that a team may choose. */
export const profiles: readonly Profile[] = allProfiles.filter(({ base }) => !base);

/** The profile of that id, or the default one. */
export const profileOf = (id: string | undefined): Profile => profiles.find((profile) => profile.id === id) ?? built.get(defaultProfile)!;

/** The profile that a note's details name: by its id, its title or a name that it is known as. Undefined where nobody knows it. */
export function profileNamed(written: string, among: readonly Profile[] = profiles): Profile | undefined {
  const words = plain(written);
  return among.find(({ id, title, knownAs }) => [id, title, ...knownAs].some((name) => plain(name) === words));
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

/** What is built on stands before what builds on it. */
function inOrder(all: readonly WrittenProfile[]): readonly WrittenProfile[] {
  const ids = new Map(all.map((one) => [one.id, one]));
  const depth = (one: WrittenProfile): number => (one.extends !== undefined && ids.has(one.extends) ? 1 + depth(ids.get(one.extends)!) : 0);
  return [...all].sort((a, b) => depth(a) - depth(b));
}
