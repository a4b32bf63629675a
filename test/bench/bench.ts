// Measured in one process, in turn, as medians: what a check costs, against the parsing of the same text as Markdown alone.
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { checkNote } from "../../server/src/check.ts";
import { coreLexicon, entriesOf } from "../../server/src/lexicon/lexicon.ts";
import { readNote } from "../../server/src/note/read.ts";

const samples = readdirSync("test/corpus/notes").filter((name) => name.endsWith(".gold.md")).sort();
const plain = (text: string): string => text.replace(/^<!-- (?:expect|allow).*-->\r?\n/gm, "").replace(/⟦\??[a-z-]+:|⟧/g, "");
const bodies = samples.map((name) => plain(readFileSync(`test/corpus/notes/${name}`, "utf8")).replace(/^---\n[\s\S]*?\n---\n/, ""));
const details = "Children: Kai Morton (9), Mya Morton (2)\nType of visit: Statutory visit\nDate of visit: 03/06/2025\nPresent: Kelly (mum)\nWorker: Sam Okoro\n\n";

/** A note of about so many words, of different people's prose. */
function noteOf(words: number): string {
  let text = details;
  for (let i = 0; text.split(/\s+/).length < words; i += 1) text += `${bodies[i % bodies.length]!}\n\n`;
  return text.split(/(?<=\s)/).slice(0, words).join("");
}

const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]!;
function measure(run: () => void, rounds: number): number {
  for (let i = 0; i < Math.min(rounds, 5); i += 1) run();
  return median(Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const phrases = (["jargon", "risk", "cue", "interpretation", "professional"] as const).reduce((sum, name) => sum + entriesOf(name).reduce((all, entry) => all + (entry.match?.length ?? 1) + (entry.except?.length ?? 0), 0), 0);
const rows: string[][] = [["words", "Markdown alone", "reading", "all rules", "all rules ÷ Markdown", `trie, ${phrases} phrases`, "trie ÷ Markdown"]];
for (const words of [1_000, 10_000]) {
  const text = noteOf(words);
  const rounds = words > 5_000 ? 7 : 25;
  const sentences = readNote(text).sentences.map(({ tokens }) => tokens);
  const [parse, read, check, trie] = [measure(() => void markdown.parse(text), rounds), measure(() => void readNote(text), rounds), measure(() => void checkNote(text), rounds), measure(() => sentences.forEach((tokens) => coreLexicon.findIn(tokens)), rounds)];
  const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 1)} ms`;
  rows.push([String(words), ms(parse), ms(read), ms(check), `${(check / parse).toFixed(2)}`, ms(trie), `${(trie / parse).toFixed(3)}`]);
}
for (const row of rows) console.log(row.map((cell, column) => cell.padStart(Math.max(...rows.map((other) => other[column]!.length)))).join("   "));
