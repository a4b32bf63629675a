import { validate as generated } from "../../generated/profile-schema.mjs";
import { buildProfile, type WrittenProfile } from "./build-profile.ts";
import { moments, type Profile } from "./profile.ts";
import { readLength } from "./length.ts";
import { allProfiles } from "./standards.ts";

/** What in a team's own profile cannot be used, and where: the keys and places (from 0) that lead there. */
export interface ProfileFault {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
const validate = generated as ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null };

/** A team's own profile from data that anybody may have written; undefined where it cannot be used. A profile with a fault is not used at all: half a standard is none. Never throws. */
export function readProfile(data: unknown): { profile?: Profile; faults: readonly ProfileFault[] } {
  if (!validate(data)) return { faults: inPlainWords(validate.errors ?? []) };
  const written = data as WrittenProfile;
  const base = written.extends === undefined ? undefined : allProfiles.find(({ id }) => id === written.extends);
  const faults: ProfileFault[] = [];
  if (written.extends !== undefined && !base) faults.push({ path: ["extends"], text: `${written.extends === written.id ? `“${written.extends}” cannot build on itself` : `there is no profile “${written.extends}”`}; a profile builds on one of those that are built in: ${allProfiles.map(({ id }) => id).join(", ")}` });
  if (allProfiles.some(({ id }) => id === written.id)) faults.push({ path: ["id"], text: `“${written.id}” is the name of a profile that is built in; please choose another, and write “extends: ${written.id}”` });
  if (written["base"] === true) faults.push({ path: ["base"], text: "a profile that is to be used cannot be a base for others" });
  if (faults.length) return { faults };
  const profile = buildProfile(written, base);
  faults.push(...unknownClauses(written, profile), ...unknownDays(written), ...doubled(written));
  return faults.length ? { faults } : { profile, faults };
}

/** Every id of a clause that the file names is a clause of this profile or of the one that it builds on. */
function unknownClauses(written: WrittenProfile, profile: Profile): ProfileFault[] {
  const known = new Set(profile.clauses.map(({ id }) => id));
  return ["headings", "limits", "visits", "records", "checklist"].flatMap((list) =>
    entries(written[list]).flatMap((entry, index) =>
      entries(entry["clauses"]).flatMap((id, place) => (known.has(id as unknown as string) ? [] : [{ path: [list, index, "clauses", place], text: `there is no clause “${String(id)}” in this profile; write it under “clauses”, or take it out here` }])),
    ),
  );
}

/** Days that do not exist, and an “until” that is neither a length of time nor a day of the details. */
function unknownDays(written: WrittenProfile): ProfileFault[] {
  const closed = ["closed", "open"].flatMap((list) =>
    entries((written["working-days"] as Readonly<Record<string, unknown>> | undefined)?.[list]).flatMap((day, index) => (Number.isNaN(Date.parse(`${String(day)}T00:00Z`)) || new Date(`${String(day)}T00:00Z`).toISOString().slice(0, 10) !== String(day) ? [{ path: ["working-days", list, index], text: `there is no day ${String(day)}` }] : [])),
  );
  const until = entries(written["visits"]).flatMap((row, index) =>
    entries(row["at-first"]).flatMap((stage, place) => (readLength(String(stage["until"])) || (moments as readonly string[]).includes(String(stage["until"])) ? [] : [{ path: ["visits", index, "at-first", place, "until"], text: `must be a length of time, such as “12 months”, or one of ${moments.join(", ")}` }])),
  );
  return [...closed, ...until];
}

/** The same id twice in one list. */
function doubled(written: WrittenProfile): ProfileFault[] {
  return ["clauses", "checklist"].flatMap((list) => {
    const seen = new Set<unknown>();
    return entries(written[list]).flatMap(({ id }, index) => (seen.has(id) ? [{ path: [list, index, "id"], text: `“${String(id)}” stands twice under “${list}”` }] : (seen.add(id), [])));
  });
}

const entries = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []);

/** What the schema found, in words for people who do not program; one fault for a place. */
function inPlainWords(errors: readonly SchemaError[]): ProfileFault[] {
  const faults = new Map<string, ProfileFault>();
  for (const { instancePath, keyword, params } of errors) {
    const path = instancePath.split("/").slice(1).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const extra = keyword === "additionalProperties" ? String(params["additionalProperty"]) : undefined;
    const place = [...path, ...(extra === undefined ? [] : [extra])];
    const key = place.join("/");
    if (!faults.has(key)) faults.set(key, { path: place, text: plainly(keyword, params, path) });
  }
  return [...faults.values()];
}

function plainly(keyword: string, params: Readonly<Record<string, unknown>>, path: readonly (string | number)[]): string {
  const name = path.findLast((key) => typeof key === "string");
  const it = name === undefined ? "the file" : `“${name}”`;
  const types: Readonly<Record<string, string>> = { object: "names, each with a value", array: "a list: a line each with a dash, or words in square brackets", string: "words", integer: "a whole number", boolean: "true or false" };
  switch (keyword) {
    case "additionalProperties":
      return `“${String(params["additionalProperty"])}” is no name that is known here`;
    case "required":
      return `“${String(params["missingProperty"])}” is missing`;
    case "type":
      if (path.at(-2) === "status") return "“status” must be lists in a list, with double square brackets: [[private fostering, privately fostered]]";
      return `${it} must be ${types[String(params["type"])] ?? String(params["type"])}`;
    case "enum":
      return `${it} must be one of ${(params["allowedValues"] as unknown[]).join(", ")}`;
    case "pattern":
      if (name === "letter") return "“letter” must be a capital letter, such as N";
      return name === "id" ? `${it} must be small letters, numbers and hyphens (a clause: capitals and a number, such as N12)` : name === "within" || name === "every" || name === "first" ? `${it} must be a length of time, such as 48 hours, 10 working days, 6 weeks, 3 months or the same day` : name === "closed" || name === "open" ? `${it} must hold days as 2026-12-24` : params["pattern"] === "\\S" ? `${it} must not be empty` : `${it} is not written as it should be; see docs/profiles.md`;
    default:
      return `${it} is not as it should be${typeof params["limit"] === "number" ? ` (${String(params["comparison"] ?? "")} ${params["limit"]})` : ""}`;
  }
}
