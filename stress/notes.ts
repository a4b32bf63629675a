// What is written on: the notes of the corpus, without their marks, and notes that are put together as those of the benchmark are.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { NoteWriter, readLibrary } from "../bench/inputs/notes.ts";
import { readGold } from "../test/rules/gold.ts";

/** Notes of the corpus, and three of 300 to 2,000 words. `root` is the folder of package.json. */
export function notesFor(root: string, seed: number): readonly string[] {
  const folder = path.join(root, "test/corpus/notes");
  const corpus = readdirSync(folder).filter((name) => name.endsWith(".gold.md")).sort().map((name) => readGold(readFileSync(path.join(folder, name), "utf8")).text);
  const writer = new NoteWriter(readLibrary(root), seed);
  return [...corpus, ...[300, 1_000, 2_000].map((words) => writer.note(words))];
}
