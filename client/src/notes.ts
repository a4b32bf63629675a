import { minimatch } from "minimatch";

/** What is known of a document before anything is sent anywhere. */
export interface Candidate {
  readonly languageId: string;
  /** The path in its workspace folder, or the whole path where it lies in none. */
  readonly path: string;
  /** The beginning of the text; see `beginningOf`. */
  readonly firstText: string;
  /** Globs of files that are case notes. */
  readonly patterns: readonly string[];
  /** Whether a file that begins with a note's details is a case note. */
  readonly recognise: boolean;
}

/** The extension's own language. */
export const caseNoteLanguage = "case-note";

/** Languages in which a note may be written without being of the extension's own language. */
export const textLanguages: readonly string[] = ["markdown", "plaintext"];

/** So many lines are read, at most, to find a note's details. */
export const detailLines = 40;

const longestBeginning = 4_000;

/** Details that only a note about a child or a visit has. */
const visitKeys = new Set([
  "date of visit", "visit date", "date of contact", "visited", "type of visit", "visit type", "type of contact", "seen alone", "child seen alone", "child seen",
]);
const childKeys = new Set(["child", "children", "child's name", "children's names", "name of child", "names of children", "young person", "young people"]);
/** Details that a note has too, and other documents as well: they count only beside one of those above. */
const otherKeys = new Set([
  "name", "recorded", "date recorded", "recorded on", "worker", "social worker", "key worker", "practitioner", "last visit", "dob", "date of birth", "seen at", "present",
]);

/** Whether a document is a case note: by its language, by a pattern that somebody set, or by the details at its beginning. */
export function isCaseNote({ languageId, path, firstText, patterns, recognise }: Candidate): boolean {
  if (languageId === caseNoteLanguage) return true;
  if (!textLanguages.includes(languageId)) return false;
  return matchesAny(path, patterns) || (recognise && beginsWithDetails(firstText));
}

/** The part of a text in which its details stand, if it has any. */
export function beginningOf(text: string): string {
  return text.slice(0, longestBeginning);
}

/**
 * Whether a path fits one of the globs. A glob without a slash is held against the file's name alone, as in `files.associations`, and knows
 * the same signs. One that is longer or has more stars and braces than a glob of files needs fits nothing.
 */
export function matchesAny(path: string, patterns: readonly string[]): boolean {
  const slashed = path.replaceAll("\\", "/").replace(/^\/+/, "");
  return patterns.some((pattern) => {
    if (typeof pattern !== "string" || pattern.trim() === "") return false;
    const glob = pattern.trim().replaceAll("\\", "/").replace(/^(\.?\/)+/, "");
    return isWithinReason(glob) && minimatch(slashed, glob, { dot: true, nocase: true, matchBase: !glob.includes("/"), nocomment: true, nonegate: true, noext: true, braceExpandMax: mostAlternatives, maxGlobstarRecursion: mostStars });
  });
}

/** The longest glob that is tried, in UTF-16 units; the most stars between two slashes; the most alternatives that braces may make. */
const [longestGlob, mostStars, mostAlternatives] = [500, 4, 200] as const;

/** Whether a glob can be tried at each document without anybody waiting for it: each further star takes as many times as long as a name has letters. */
function isWithinReason(glob: string): boolean {
  if (glob.length > longestGlob) return false;
  return glob.split("/").every((name) => name === "**" || name.split("*").length - 1 <= mostStars);
}

/** Whether a text begins with the details of a note: front matter, `Key: value` lines or a two-column table. */
export function beginsWithDetails(text: string): boolean {
  const keys = new Set(detailKeys(text));
  const has = (known: ReadonlySet<string>) => [...keys].filter((key) => known.has(key)).length;
  const visit = has(visitKeys);
  const child = has(childKeys);
  const other = has(otherKeys);
  if (visit > 0) return visit + child + other >= 2;
  // `name` and `children` together also head pages that describe a menu; with anything more of a note's they do not.
  return child > 0 && child + other - (keys.has("name") ? 1 : 0) >= 2;
}

/** The keys of the lines, rows or front matter at the beginning of a text, in lower case. */
function detailKeys(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/, detailLines);
  const keys: string[] = [];
  let titles = 0;
  let inFrontMatter = false;
  for (const [index, line] of lines.entries()) {
    const bare = line.replaceAll("\u00A0", " ").trim();
    if (/^-{3,}$/.test(bare)) {
      if (index === 0) inFrontMatter = true;
      else if (inFrontMatter) break;
      continue;
    }
    if (bare === "" || /^#\s/.test(bare) || /^<!--.*-->$/.test(bare) || isRuleOfTable(bare)) continue;
    const key = keyOf(bare);
    if (key !== undefined) keys.push(key);
    else if (inFrontMatter || isRow(bare)) continue;
    // A short line such as "Visit record" may stand above the details; a sentence or a section is where the note itself begins.
    else if (keys.length > 0 || titles++ > 0 || !plainTitle.test(bare)) break;
  }
  return keys;
}

const plainTitle = /^[\p{L}\p{N}][\p{L}\p{N} ,'’()–/-]{0,79}$/u;

function isRow(line: string): boolean {
  return line.startsWith("|") || line.endsWith("|");
}

function isRuleOfTable(line: string): boolean {
  return line.includes("|") && /^[\s|:-]+$/.test(line);
}

/** The key of a line such as `Child: Kai`, `- **Child:** Kai` or `| Child | Kai |`. */
function keyOf(line: string): string | undefined {
  const row = /^\|?\s*([^|]{1,40}?)\s*\|[^|]*\|?$/.exec(line)?.[1];
  const pair = /^(?:[-*+]\s+)?[*_]{0,3}([\p{L}][\p{L}'’ ()/-]{1,40}?)[*_]{0,3}\s*:/u.exec(line)?.[1];
  const key = row ?? pair;
  return key?.replace(/[*_:]/g, "").replaceAll("’", "'").replace(/\(.*?\)/g, " ").replace(/[\s_-]+/g, " ").trim().toLowerCase();
}
