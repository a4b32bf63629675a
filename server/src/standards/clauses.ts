import type { Clause } from "../engine/finding.ts";
import type { Profile } from "./profile.ts";
import { allProfiles } from "./standards.ts";

const known = new WeakMap<Profile, ReadonlyMap<string, Clause>>();

/** Every clause of a profile by its id, and every row of its table of visits by the row's. */
export function clausesOf(profile: Profile): ReadonlyMap<string, Clause> {
  let clauses = known.get(profile);
  if (!clauses) {
    const cite = (id: string, section: string, quote: string): readonly [string, Clause] => {
      const letter = /^[A-Z]+/.exec(id)?.[0] ?? "";
      const document = profile.documents.find((one) => one.letter === letter) ?? profile.documents.find((one) => letter.startsWith(one.letter));
      return [id, { id, document: document?.title ?? profile.title, date: document?.date ?? "undated", section, quote }];
    };
    clauses = new Map([...profile.visits.map(({ row, child, quote }) => cite(row, `How often children are visited: ${child}`, quote)), ...profile.clauses.map(({ id, section, quote }) => cite(id, section, quote))]);
    known.set(profile, clauses);
  }
  return clauses;
}

/** The clause with that id: of the profile, where one is given and has it, else of any that comes with the product. Throws where there is none: a fault of ours. */
export function clause(id: string, profile?: Profile): Clause {
  for (const one of profile ? [profile, ...allProfiles] : allProfiles) {
    const found = clausesOf(one).get(id);
    if (found) return found;
  }
  throw new Error(`the catalogue has no clause ${id}`);
}
