import type { Profile } from "../standards/profile.ts";
import type { Pack } from "../lexicon/pack.ts";
import { severities, type Severity } from "./finding.ts";

/** How much is shown: what is missing or at risk alone, the usual, or every hint. */
export type Volume = "essential" | "standard" | "everything";

/** Whether terms on which published guides disagree are shown. */
export type DisputedTerms = "show" | "leave";

/** What a team or a person has chosen. */
export interface Settings {
  /** The standards profile: its id, or the path of a team's own; undefined where nobody chose one. */
  readonly profile?: string;
  /** The team's own profile, once its file has been read. */
  readonly ownProfile?: Profile;
  /** The team's own profile was chosen and cannot be used: the usual one stands in, and nothing is counted ahead. */
  readonly withoutOwnProfile?: true;
  readonly volume: Volume;
  /** Severity, or "off", by rule id. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** The team's own words and acronyms: never flagged. Literal, never patterns. */
  readonly words: readonly string[];
  /** The team's own people, who may be named in any note: "Helen Marsh (team manager)". */
  readonly people: readonly string[];
  /** Files that hold the team's word lists, as they are written: see docs/word-lists.md. */
  readonly wordLists: readonly string[];
  /** What those files hold, once they have been read. */
  readonly packs: readonly Pack[];
  /** Terms on which published guides disagree: shown with every view, or left alone. */
  readonly disputedTerms: DisputedTerms;
  /** From which age (in years) a child must be seen alone on a statutory visit; left out, the profile says. */
  readonly seenAloneAge?: number;
  /** Whether an editor shows, above the child's status, when the next visit is due. */
  readonly showNextVisit: boolean;
  /** Whether an editor shows, above a heading of the standard with nothing under it, what the standard asks there. */
  readonly showPrompts: boolean;
}

export const defaultSettings: Settings = { volume: "standard", rules: {}, words: [], people: [], wordLists: [], packs: [], disputedTerms: "show", showNextVisit: true, showPrompts: true };

/** True where one of the ways in which something is written is among the team's own words. */
export const isTeamWord = ({ words }: Settings, ...written: readonly string[]): boolean => words.some((word) => written.some((way) => way.toLowerCase() === word.toLowerCase()));

/** Something in the settings that cannot be obeyed, and what is done instead, in one sentence. */
export interface SettingsFault {
  readonly setting: string;
  /** The keys and places (from 0) that lead to it. */
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** What the reader of settings knows of the rest of the house; what it does not know it does not judge. */
export interface KnownNames {
  /** What stands before a setting's name in messages: "caseRecording." in an editor. */
  readonly prefix?: string;
  readonly rules?: readonly string[];
  readonly profiles?: readonly string[];
  /** True where a name that is no setting is a fault: in our own file, not among an editor's other settings. */
  readonly strict?: boolean;
}

/** A team's settings with a person's own on top: a person's choice wins, rule by rule; words are added together. */
export function withOwn(team: unknown, own: unknown): unknown {
  if (!isRecord(team)) return own;
  if (!isRecord(own)) return absent(own) ? team : own;
  const chosen = Object.fromEntries(Object.entries(own).filter(([, value]) => !absent(value)));
  const both = (name: string): boolean => name in team && name in chosen;
  return {
    ...team,
    ...chosen,
    ...(both("rules") && isRecord(team["rules"]) && isRecord(chosen["rules"]) ? { rules: { ...team["rules"], ...chosen["rules"] } } : {}),
    ...Object.fromEntries(["words", "people", "wordLists"].flatMap((name) => (both(name) && Array.isArray(team[name]) && Array.isArray(chosen[name]) ? [[name, [...(team[name] as unknown[]), ...(chosen[name] as unknown[])]]] : []))),
  };
}

export const volumes: readonly Volume[] = ["essential", "standard", "everything"];

/** Settings from data that anybody may have written. What is of the wrong type is left at its default, and named in a fault. Never throws. */
export function readSettings(raw: unknown, known: KnownNames = {}): { settings: Settings; faults: readonly SettingsFault[] } {
  const faults: SettingsFault[] = [];
  const fault: Report = (path, problem) => {
    const setting = path.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at ? "." : ""}${key}`)).join("");
    faults.push({ setting, path, text: `the setting ${known.prefix ?? ""}${setting} ${problem}.` });
  };
  if (absent(raw)) return { settings: defaultSettings, faults };
  if (!isRecord(raw)) {
    faults.push({ setting: "", path: [], text: `the settings must be names with values; they are ${shown(raw)}, so the usual settings are used.` });
    return { settings: defaultSettings, faults };
  }
  if (known.strict)
    for (const name of Object.keys(raw))
      if (!(settingNames as readonly string[]).includes(name)) fault([name], `is not one that is known (${settingNames.join(", ")}), so it is passed over`);

  const profile = readProfile(raw["profile"], known.profiles, fault);
  const seenAloneAge = readAge(raw["seenAloneAge"], fault);
  return {
    settings: {
      ...(profile === undefined ? {} : { profile }),
      volume: readVolume(raw["volume"], fault),
      rules: readRules(raw["rules"], known.rules, fault),
      words: readStrings("words", "a word or an acronym", raw["words"], fault),
      people: readStrings("people", "somebody's name, with their role in brackets if you like", raw["people"], fault),
      wordLists: readStrings("wordLists", "the path of a file", raw["wordLists"], fault),
      packs: [],
      disputedTerms: readDisputed(raw["disputedTerms"], fault),
      ...(seenAloneAge === undefined ? {} : { seenAloneAge }),
      showNextVisit: readFlag("showNextVisit", raw["showNextVisit"], fault),
      showPrompts: readFlag("showPrompts", raw["showPrompts"], fault),
    },
    faults,
  };
}

/** The names that `readSettings` understands. */
export const settingNames = ["profile", "volume", "rules", "words", "people", "wordLists", "disputedTerms", "seenAloneAge", "showNextVisit", "showPrompts"] as const satisfies readonly (keyof Settings)[];

/** True for a chosen profile that is a file's path, and no profile's name. */
export const isProfilePath = (chosen: string): boolean => /[\\/]|\.(?:ya?ml|json)$/i.test(chosen);

type Report = (path: readonly (string | number)[], problem: string) => void;

function readProfile(value: unknown, profiles: readonly string[] | undefined, fault: Report): string | undefined {
  if (absent(value) || value === "") return undefined;
  if (typeof value === "string" && (!profiles || profiles.includes(value) || isProfilePath(value))) return value;
  fault(["profile"], `must be ${profiles ? oneOf(profiles) : "the name of a profile"}, or the path of a file with your own; it is ${shown(value)}, so the usual profile is used`);
  return undefined;
}

function readVolume(value: unknown, fault: Report): Volume {
  if (absent(value)) return defaultSettings.volume;
  const volume = volumes.find((name) => name === value);
  if (!volume) fault(["volume"], `must be ${oneOf(volumes)}; it is ${shown(value)}, so ${shown(defaultSettings.volume)} is used`);
  return volume ?? defaultSettings.volume;
}

function readRules(value: unknown, ids: readonly string[] | undefined, fault: Report): Settings["rules"] {
  if (absent(value)) return defaultSettings.rules;
  if (!isRecord(value)) {
    fault(["rules"], `must be names of rules, each with a severity or "off"; it is ${shown(value)}, so every rule has its own severity`);
    return defaultSettings.rules;
  }
  const levels = [...severities, "off"] as const;
  const rules: Record<string, Severity | "off"> = {};
  for (const [id, wanted] of Object.entries(value)) {
    if (absent(wanted)) continue;
    const level = levels.find((name) => name === wanted);
    if (ids && !ids.includes(id)) fault(["rules", id], "is about a rule that does not exist, so it is passed over");
    else if (!level) fault(["rules", id], `must be ${oneOf(levels)}; it is ${shown(wanted)}, so the rule has its own severity`);
    else Object.defineProperty(rules, id, { value: level, enumerable: true, configurable: true, writable: true });
  }
  return rules;
}

const none = { words: "no words of your own are", people: "nobody of your team is", wordLists: "no word list of your own is" } as const;

function readStrings(name: "words" | "people" | "wordLists", each: string, value: unknown, fault: Report): readonly string[] {
  if (absent(value)) return defaultSettings[name];
  if (!Array.isArray(value)) {
    fault([name], `must be a list; it is ${shown(value)}, so ${none[name]} used`);
    return defaultSettings[name];
  }
  const strings: string[] = [];
  for (const [place, one] of (value as unknown[]).entries())
    if (typeof one !== "string") fault([name, place], `must be ${each}; it is ${shown(one)}, so it is passed over`);
    else if (one.trim()) strings.push(one.trim());
  return strings;
}

function readDisputed(value: unknown, fault: Report): DisputedTerms {
  if (absent(value)) return defaultSettings.disputedTerms;
  if (value === "show" || value === "leave") return value;
  fault(["disputedTerms"], `must be "show" or "leave"; it is ${shown(value)}, so ${shown(defaultSettings.disputedTerms)} is used`);
  return defaultSettings.disputedTerms;
}

function readFlag(name: "showNextVisit" | "showPrompts", value: unknown, fault: Report): boolean {
  if (absent(value)) return defaultSettings[name];
  if (typeof value === "boolean") return value;
  fault([name], `must be true or false; it is ${shown(value)}, so ${defaultSettings[name]} is used`);
  return defaultSettings[name];
}

function readAge(value: unknown, fault: Report): number | undefined {
  if (absent(value)) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 18) return value;
  fault(["seenAloneAge"], `must be a whole number from 0 to 18; it is ${shown(value)}, so the profile's age is used`);
  return undefined;
}

const absent = (value: unknown): value is null | undefined => value === undefined || value === null;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

const oneOf = (names: readonly string[]): string => {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
};

/** A value as a message may show it: short, on one line. */
function shown(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = typeof value;
  }
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
