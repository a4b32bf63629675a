import type { SectionRole } from "../note/note.ts";
import compiled from "../../generated/standards.json" with { type: "json" };

/** One of the headings that a profile asks of every visit. */
export interface ProfileHeading {
  readonly role: SectionRole;
  readonly title: string;
  readonly clauses: readonly string[];
  /** Wordings that mean the same and are not the standard's. */
  readonly near: readonly string[];
  /** The standard's own questions under the heading. */
  readonly prompts: readonly string[];
}

/** The recording standards of one authority. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly document: string;
  readonly headings: readonly ProfileHeading[];
}

/** The standards as the build compiles them. */
interface Compiled {
  readonly profiles: readonly Profile[];
  readonly documents: readonly { readonly letter: string; readonly title: string; readonly date: string; readonly note?: string }[];
  readonly clauses: readonly { readonly id: string; readonly section: string; readonly quote: string }[];
}
export const data = compiled as unknown as Compiled;

export const profiles: readonly Profile[] = data.profiles;
export const defaultProfile = "planning-and-seeing";

/** The profile of that id, or the default one. */
export const profileOf = (id: string | undefined): Profile => profiles.find((profile) => profile.id === id) ?? profiles.find((profile) => profile.id === defaultProfile)!;
