/** A place in a team's settings file, as far as its lines and their indentation tell. */
export type ConfigPlace =
  /** Where the name of a setting may stand. `known`: the names that are there already, but for the one at the place. */
  | { readonly at: "setting"; readonly known: readonly string[] }
  /** Where the id of a rule may stand. */
  | { readonly at: "rule"; readonly known: readonly string[] }
  /** Where the value of a setting may stand. */
  | { readonly at: "value"; readonly setting: string }
  /** Where the severity of a rule may stand. */
  | { readonly at: "level"; readonly rule: string };

/** The key that a line begins with, where it is the name of a setting or a rule. */
const key = /^(\s*)["']?([\w-]+)["']?\s*:(?:\s|$)/;

/** What may stand at a place of the file; line and character count from 0, characters in UTF-16 units. Undefined where nothing of ours may. */
export function placeIn(lines: readonly string[], line: number, character: number): ConfigPlace | undefined {
  const before = (lines[line] ?? "").slice(0, character);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const inside = /^\s/.test(before) ? parentOf(lines, line) : undefined;
  if (inside !== undefined && inside !== "rules") return undefined;
  const [, name] = /^\s*["']?([\w-]+)["']?\s*:\s+["']?[\w./-]*$/.exec(before) ?? [];
  if (name !== undefined) return inside === "rules" ? { at: "level", rule: name } : /^\s/.test(before) ? undefined : { at: "value", setting: name };
  if (!/^\s*["']?[\w-]*$/.test(before)) return undefined;
  if (inside === "rules") return { at: "rule", known: keysUnder(lines, "rules", line) };
  return /^\s/.test(before) ? undefined : { at: "setting", known: keysAt(lines, line) };
}

/** The setting or rule that a line names, and whether the place is in the name. */
export function nameAt(lines: readonly string[], line: number, character: number): { readonly setting?: string; readonly rule?: string; readonly inName: boolean } | undefined {
  const text = lines[line] ?? "";
  const [whole, indent, name] = key.exec(text) ?? [];
  const comment = text.search(/(?:^|\s)#/);
  if (whole === undefined || name === undefined || indent === undefined || (comment >= 0 && character > comment)) return undefined;
  const inName = character <= text.indexOf(":");
  if (indent === "") return { setting: name, inName };
  return parentOf(lines, line) === "rules" ? { rule: name, inName } : undefined;
}

/** The setting under which an indented line stands. */
function parentOf(lines: readonly string[], line: number): string | undefined {
  for (let at = line - 1; at >= 0; at -= 1) {
    const text = lines[at]!;
    if (text.trim() === "" || /^\s*#/.test(text) || /^\s/.test(text)) continue;
    return key.exec(text)?.[2];
  }
  return undefined;
}

const keysAt = (lines: readonly string[], except: number): string[] => lines.flatMap((text, at) => (at === except || /^\s/.test(text) ? [] : (key.exec(text)?.[2] ?? [])));

const keysUnder = (lines: readonly string[], setting: string, except: number): string[] => lines.flatMap((text, at) => (at !== except && /^\s/.test(text) && parentOf(lines, at) === setting ? (key.exec(text)?.[2] ?? []) : []));
