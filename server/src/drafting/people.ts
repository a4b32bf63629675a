/** A name as a note's details may hold it: letters and marks of any language, with spaces, hyphens, apostrophes and stops; no sign that a reader of details takes for something else. Undefined where it is none. */
export function plainNameOf(written: string): string | undefined {
  const name = written.replace(/\s+/g, " ").trim();
  return /^\p{Lu}[\p{L}\p{M}'’.‘“”" -]*(?: ?\(\p{Lu}[\p{L}\p{M}'’ -]*\)(?: [\p{L}\p{M}'’ -]+)?)?$/u.test(name) && name.length <= 80 ? name : undefined;
}

/** What a child is called: their first name, "the baby" for one who is unborn and has none. */
export const calledBy = (name: string): string => (/^(?:unborn|baby)\b/i.test(name) ? "the baby" : /["“‘](\p{Lu}[\p{L}\p{M}-]+)["”’]/u.exec(name)?.[1] ?? name.split(" ")[0]!);

/** "Rosie", "Rosie and Alfie", "Rosie, Alfie and Mya". */
export const together = (names: readonly string[]): string => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? ""));
