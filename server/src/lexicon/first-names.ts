import { daleChall } from "dale-chall";
import data from "../../generated/names.json" with { type: "json" };

/** What the dictionary of first names knows: short forms, names that sound alike, well-known names, and capitals that name nobody. */
const shortOf = new Map<string, Set<string>>();
const shortWith = new Map<string, Set<string>>();
const link = (map: Map<string, Set<string>>, one: string, other: string): void => {
  for (const [a, b] of [[one, other], [other, one]] as const) map.set(a, (map.get(a) ?? new Set()).add(b));
};
for (const line of data.short) {
  const [full, short] = line.split(" = ").map((names) => names.split(" ")) as [string[], string[]];
  for (const form of short) {
    for (const name of full) link(shortOf, name, form);
    for (const other of short) if (other !== form) link(shortWith, form, other);
  }
}
const alike = new Map<string, Set<string>[]>();
for (const line of data.alike) {
  const names = new Set(line.split(" "));
  for (const name of names) alike.set(name, [...(alike.get(name) ?? []), names]);
}
const unlike = new Set(data.unlike.flatMap((pair) => [pair, pair.split(" ").reverse().join(" ")]));
const given = new Set([...data.given, ...shortOf.keys()]);
const capitals = new Set(data.capitals);
const everyday = new Set<string>(daleChall);

/** One is a short form of the other: "Tommy" of "Thomas", in either direction. Plain small letters. */
export const isShortOf = (one: string, other: string): boolean => shortOf.get(one)?.has(other) ?? false;

/** Both are short forms of one name: "Tom" and "Tommy". */
export const areShortOfOne = (one: string, other: string): boolean => shortWith.get(one)?.has(other) ?? false;

/** Names that are spelt otherwise and easily taken for one another: "Sean" and "Shaun". */
export const areAlike = (one: string, other: string): boolean => alike.get(one)?.some((names) => names.has(other)) ?? false;

/** Names that look or sound alike, and are two names to everybody: "Eli" and "Ellie". */
export const areUnlike = (one: string, other: string): boolean => unlike.has(`${one} ${other}`);

/** A first name that is well known. */
export const isFirstName = (word: string): boolean => given.has(word);

/** A thing, a shop, a place, somebody on a screen. */
export const isThing = (word: string): boolean => capitals.has(word);

/** A word that children know, with its usual endings: no name, where it begins a sentence. */
export const isEverydayWord = (word: string): boolean => isKnownForm(word) || endings.some(([ending, stem]) => ending.test(word) && isKnownForm(word.replace(ending, stem)));

const isKnownForm = (form: string): boolean => form.length > 1 && everyday.has(form);

/** The usual endings, and what stands in their place in the word itself. */
const endings: readonly (readonly [RegExp, string])[] = [[/s$/, ""], [/(?:es|ed|d|ing)$/, ""], [/(?<=.{4})(?:ly|er|y)$/, ""], [/ing$|ed$/, "e"], [/ies$|ied$/, "y"], [/(.)\1(?:ed|ing)$/, "$1"]];

/** Words behind a capital that make it a place, a school or a team: "Kayley Street". */
export const placeWords: ReadonlySet<string> = new Set(data.behind);

const either = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join("|");

/** Sources of regular expressions: what tells who is meant by a name. */
export const nameCues = {
  people: either(data.people),
  animals: either(data.animals),
  children: either(data.children),
  childDoes: either(data["child-does"]),
  childHas: either(data["child-has"]),
  childWorld: either(data["child-world"]),
  adultWorld: either(data["adult-world"]),
  adultDoes: data["adult-does"],
} as const;
