// What the notes of the benchmark are made of: the prose of the corpus, of the rules' fixtures, of the samples and of the dictionaries' examples.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { readGold } from "../../test/rules/gold.ts";

/** Something that somebody wrote in a note, and the first names of the children whom that note is about. */
export interface Piece {
  readonly text: string;
  readonly children: readonly string[];
}

/** The prose of many notes, by what it is in them. */
export interface Pool {
  readonly sentences: readonly Piece[];
  /** Items of lists: mostly next steps. */
  readonly items: readonly Piece[];
  /** Block quotes: a child's own words. */
  readonly quotes: readonly Piece[];
  /** Talk written turn by turn. */
  readonly turns: readonly Piece[];
  readonly tables: readonly Piece[];
}

/** Fixtures that are no prose, or whose whole point is a name that must not be varied. */
const odd = new Set(["note-unreadable.md", "unclosed-quote.md", "name-mismatch.md", "repeated-text.md"]);
const between = /^---8<---\r?\n/m;

const markdownIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith(".md") && !odd.has(name)).sort().map((name) => path.join(folder, name));

/** Every note of the project's own, without its marks. `root` is the folder of package.json. */
function notesOf(root: string): string[] {
  const files = ["test/corpus/notes", "test/corpus/good", "samples", "test/rules"].flatMap((folder) => markdownIn(path.join(root, folder)));
  return files.flatMap((file) => readFileSync(file, "utf8").split(between)).map((note) => readGold(note).text.replaceAll("\r\n", "\n"));
}

/** The children of the dictionaries' examples. */
const examplesAreOf = ["Kai", "Mya", "Ellie"];

/** The sentences with which the dictionaries are tested: those that are flagged and those that are not. */
function examplesOf(root: string): string[] {
  const folder = path.join(root, "dictionaries/terms");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yml")).sort();
  const inside = (data: unknown): string[] => (data && typeof data === "object" ? Object.entries(data).flatMap(([key, value]) => (["flag", "allow"].includes(key) ? [value].flat().filter((one) => typeof one === "string") : inside(value))) : []);
  return files.flatMap((file) => inside(parse(readFileSync(path.join(folder, file), "utf8"))));
}

const frontMatter = /^---\n([\s\S]*?)\n---\n/;
const detailLine = /^[A-Z][\w '’()/-]{1,30}: .+$/;
const turn = /^(?:[A-Z]{1,2}|SW|Me|Worker|Child): .+$/;

/** The first names under "Child:", "Children:", "children:" and a list below that. */
function childrenOf(note: string): string[] {
  const [, line = ""] = /^(?:child(?:ren)?|young person)\b[^:\n]*:((?:.*(?:\n[ -]+-? ?[A-Z].*)*))/im.exec(note) ?? [];
  return [...line.matchAll(/(?:^|[,\n-]|and)\s*(\p{Lu}[\p{L}'’-]+)/gu)].map(([, name]) => name!);
}

/** Cuts a paragraph where a sentence ends outside all quotation marks. */
function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let rest = "";
  for (const part of paragraph.replace(/\s*\n\s*/g, " ").split(/(?<=[.!?]["”’]?\*{0,2}) (?=\p{Lu}|["“*])/u)) {
    rest = rest ? `${rest} ${part}` : part;
    if (!isWhole(rest)) continue;
    sentences.push(rest);
    rest = "";
  }
  return sentences;
}

const count = (text: string, mark: string): number => text.split(mark).length - 1;
/** Every quotation and bracket in it is closed. */
const isWhole = (text: string): boolean => count(text, "“") === count(text, "”") && count(text, '"') % 2 === 0 && count(text, "(") === count(text, ")") && count(text, "**") % 2 === 0;
const isSentence = (text: string): boolean => /^[\p{Lu}“"*].*[.!?]["”*]*$/su.test(text) && !/[<>|#[\]{}_`\\]|https?:/.test(text) && text.split(" ").length > 3 && text.split(" ").length < 60;

/** Reads the prose of the project's notes. No piece stands in it twice. */
export function readPool(root: string): Pool {
  const pool = { sentences: new Map<string, Piece>(), items: new Map<string, Piece>(), quotes: new Map<string, Piece>(), turns: new Map<string, Piece>(), tables: new Map<string, Piece>() };
  for (const note of notesOf(root)) {
    const children = childrenOf(note);
    const add = (kind: keyof typeof pool, text: string): void => void pool[kind].set(text, { text, children });
    for (const block of note.replace(frontMatter, "").split(/\n{2,}/).map((one) => one.trim())) {
      const lines = block.split("\n");
      if (!block || /<!--|```|^#/m.test(block)) continue;
      if (lines.every((line) => /^[-*] \S/.test(line))) for (const line of lines) isWhole(line) && add("items", line.slice(2));
      else if (lines.length > 3 && lines.every((line) => /^\|.*\|$/.test(line))) /^\| *(?:Detail)? *\| *\|/.test(lines[0]!) || add("tables", block);
      else if (lines.every((line) => /^> /.test(line)) && isWhole(block)) add("quotes", block);
      else if (lines.length > 2 && lines.every((line) => turn.test(line)) && isWhole(block)) add("turns", block);
      else if (!lines.some((line) => detailLine.test(line))) for (const sentence of sentencesOf(block)) if (isSentence(sentence)) add("sentences", sentence);
    }
  }
  for (const example of examplesOf(root)) for (const sentence of sentencesOf(example)) if (isSentence(sentence) && !pool.sentences.has(sentence)) pool.sentences.set(sentence, { text: sentence, children: examplesAreOf });
  for (const { text, children } of pool.sentences.values()) for (const [, said] of text.matchAll(/“([^“”]{25,})”/g)) pool.quotes.set(said!, { text: `> ${said}`, children });
  const listed = (kind: keyof typeof pool): Piece[] => [...pool[kind].values()];
  return { sentences: listed("sentences"), items: listed("items"), quotes: listed("quotes"), turns: listed("turns"), tables: listed("tables") };
}
