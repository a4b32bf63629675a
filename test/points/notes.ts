import { readdirSync, readFileSync } from "node:fs";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { pointsOf } from "../../server/src/points.ts";
import type { Point, Points } from "../../server/src/points/point.ts";

const read = (file: string): string => readFileSync(file, "utf8");
/** A note of the corpus without the marks that say what is right. */
const unmarked = (text: string): string => text.replace(/^<!-- (?:expect|allow).*-->\r?\n/gm, "").replace(/⟦\??[a-z-]+:|⟧/g, "");

export const good = read("samples/good.casenote.md");
export const poor = read("samples/poor.casenote.md");

/** The samples and every note of the corpus, by name. */
export const allNotes: readonly (readonly [string, string])[] = [
  ["good", good],
  ["poor", poor],
  ...["test/corpus/notes", "test/corpus/good"].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".md")).sort().map((name) => [name, unmarked(read(`${folder}/${name}`))] as const)),
];

export const settingsWith = (own: Partial<Settings>): Settings => ({ ...defaultSettings, ...own });

export const points = (text: string, own: Partial<Settings> = {}): Points => pointsOf(checkNote(text, settingsWith(own)), settingsWith(own));

/** The point of an id; an error where there is none. */
export function point(of: Points, id: string): Point {
  const found = of.points.find((one) => one.id === id);
  if (!found) throw new Error(`no point ${id} among: ${of.points.map((one) => one.id).join(", ")}`);
  return found;
}

/** Its evidence, as it stands in the note. */
export const texts = (text: string, { evidence }: Point): string[] => evidence.map(({ start, end }) => text.slice(start, end));

/** The points that rest on rules, in order, with their state. */
export const told = ({ points: all }: Points): Record<string, string> => Object.fromEntries(all.filter(({ part }) => part !== "For you to judge").map(({ id, state }) => [id, state]));
