import { wordList } from "../lexicon/lexicon.ts";
import { pattern } from "../text/pattern.ts";
import { trim, type Span } from "../text/span.ts";
import { normaliseHeading, readUsualHeading } from "./headings.ts";
import type { Block, Note, Section } from "./note.ts";
import { alternatives } from "./patterns.ts";
import { rowCells, sentencesOf } from "./positions.ts";

/** A piece of a note's next steps: a line of a list, a sentence, a row of a table. */
export interface Step extends Span {
  readonly form: "line" | "sentence" | "row";
  readonly section: Section;
  readonly block?: Block;
  /** Headings and leading lines ("Mum will:", "By Friday 6 June:") that hold for it. */
  readonly under: readonly Span[];
  /** Of a line of a list: the box before it is ticked. */
  readonly ticked?: boolean;
  /** Of a label before a colon ("Plan: …"): what it says, in small letters. */
  readonly label?: string;
  /** Of a row: its cells, by what their column is for. */
  readonly cells?: Cells;
}

/** The cells of a row, without the bars between them. */
export interface Cells {
  readonly what: Span;
  readonly who?: Span;
  readonly when?: Span;
  readonly status?: Span;
}

const headings = wordList("action-headings");
/** "What we said we'd do", "What I will do next". */
const saidWeWould = /^what (?:we|i|you|everyone|everybody|each of us)\b(?!.*\b(?:like|likes|love|enjoy|want)\b).*\b(?:do|happen|happens)(?: next| now)?$/;
const label = pattern(`^\\W*(${alternatives("action-labels")})(?: (?:from|for|agreed|after|following)[^:.\\n]{0,40})?\\s*(?::|\\s[–—-])[\\s*_]*`, "iu");

/** True for a heading of next steps: by the profile's wording, or by its meaning, before a dash or a colon too. */
export function headsNextSteps({ role, title }: Pick<Section, "role" | "title">): boolean {
  if (role !== "other") return role === "next";
  const first = title.split(/\s[–—-]\s|:/)[0]!;
  return headings.has(normaliseHeading(title)) || saidWeWould.test(normaliseHeading(title)) || (first !== title && (headings.has(normaliseHeading(first)) || readUsualHeading(first).role === "next"));
}

const columns: readonly (readonly [keyof Cells, RegExp])[] = [
  ["status", /\b(?:status|done|completed?|outcome|progress|update|rag)\b/i],
  ["when", /\b(?:when|date|deadline|timescales?|time ?frame|due|target|timing|how soon)\b/i],
  ["who", /\b(?:who|whom|owner|lead|led|responsib\p{L}*|person|name|assigned|allocated)\b/iu],
  ["what", /\b(?:what|actions?|tasks?|steps?|needs?|agreed|to do|item|how)\b/i],
];

/** Every piece of a note's next steps, in order. Pieces are cut, not judged: a wish or a house rule is one too. */
export function nextSteps(note: Note): Step[] {
  const steps: Step[] = [];
  let around: readonly Section[] = [];
  for (const section of note.sections) {
    around = [...around, section].filter(({ whole, heading }) => heading && whole.start <= section.span.start && section.span.end <= whole.end);
    const from = around.findIndex(headsNextSteps);
    const inNext = from >= 0 && (section.role === "other" || section.role === "next");
    const above = inNext ? around.slice(from).map(({ heading }) => heading!.span) : [];
    if (inNext) steps.push(...headingItself(note, section, above));
    let lead: Span | undefined;
    section.blocks.forEach((block, index) => {
      const whole = { start: block.label?.start ?? block.span.start, end: block.span.end };
      const opened = block.kind === "cell" || block.kind === "quote" ? undefined : label.exec(note.prose.slice(whole.start, whole.end));
      if (block.kind !== "item" && block.kind !== "turn") lead = undefined;
      if ((!inNext && !opened) || block.kind === "quote") return;
      const under = [...above, ...(lead ? [lead] : [])];
      if (block.kind === "cell") {
        if (block.cell!.column === 0 && block.cell!.row > 0) steps.push(...tableRow(note, section, block, under));
        return;
      }
      if (/:\s*$/.test(note.prose.slice(whole.start, whole.end))) {
        lead = whole;
        return;
      }
      const rows = pipedRows(note, section, whole, under);
      if (rows) steps.push(...rows);
      else steps.push(...pieces(note, section, block, whole, opened, under, index));
    });
  }
  return steps;
}

/** "Next steps - Sam to ring school" on the line of the heading itself. */
function headingItself(note: Note, section: Section, above: readonly Span[]): Step[] {
  const { heading } = section;
  const opened = heading && label.exec(note.prose.slice(heading.span.start, heading.span.end));
  if (!opened || opened[0].length >= heading.span.end - heading.span.start) return [];
  const span = trim(note.prose, { start: heading.span.start + opened[0].length, end: heading.span.end });
  return / /.test(note.prose.slice(span.start, span.end)) ? [{ ...span, form: "line", section, label: opened[1]!.toLowerCase(), under: above.filter(({ start }) => start !== heading.span.start) }] : [];
}

/** The lines or sentences of a block: a line of a list is one piece for each of its sentences. */
function pieces(note: Note, section: Section, block: Block, whole: Span, opened: RegExpExecArray | null | undefined, under: readonly Span[], index: number): Step[] {
  const start = whole.start + (opened?.[0].length ?? 0);
  const listed = block.kind === "item" || (block.kind === "turn" && note.text.slice(note.text.lastIndexOf("\n", whole.start - 1) + 1, whole.start).trim() !== "");
  const before = note.text.slice(note.text.lastIndexOf("\n", whole.start - 1) + 1, whole.start);
  const ticked = /\[[xX]\]|[☑☒✓✔✅]/u.test(before);
  const cut = sentencesOf(note, block).filter((sentence) => sentence.end > start).flatMap((sentence) => ownLines(note, { start: Math.max(sentence.start, start), end: sentence.end }));
  return cut.map((span) => ({ ...span, form: listed || isBulleted(note, span) ? "line" : opened && index >= 0 ? "line" : "sentence", section, block, under, ...(ticked ? { ticked } : {}), ...(opened ? { label: opened[1]!.toLowerCase() } : {}) }));
}

const bullet = /^\s*(?:[•·▪◦*–—-]|o(?= )|\(?\d{1,2}[.)]|[☐☑☒✓✔✅])\s*/u;
const isBulleted = (note: Note, span: Span): boolean => bullet.test(note.text.slice(note.text.lastIndexOf("\n", span.start - 1) + 1, span.start + 3));

/** Lines that begin steps of their own though no full stop stands between them. */
function ownLines(note: Note, span: Span): Span[] {
  const result: Span[] = [];
  let start = span.start;
  for (let at = note.prose.indexOf("\n", start); at >= 0 && at < span.end; at = note.prose.indexOf("\n", at + 1)) {
    const stop = note.prose.indexOf("\n", at + 1);
    const line = note.prose.slice(at + 1, stop < 0 ? span.end : Math.min(stop, span.end));
    const fresh = bullet.test(line) || (/^\s*(?:\S+ ){1,4}(?:to|will)\s+\p{Ll}/u.test(line) && line.length < 90 && !/[,;–-]$/.test(note.prose.slice(start, at).trimEnd().slice(-1)) && at - note.prose.lastIndexOf("\n", at - 1) < 90);
    if (!fresh) continue;
    result.push(trim(note.prose, { start, end: at }));
    start = at + 1;
  }
  result.push(trim(note.prose, { start, end: span.end }));
  return result.filter(({ start, end }) => end > start);
}

function tableRow(note: Note, section: Section, first: Block, under: readonly Span[]): Step[] {
  const { table, row } = first.cell!;
  const cells = rowCells(note, table, row).map(({ span }) => span);
  const head = rowCells(note, table, 0).map(({ span }) => note.prose.slice(span.start, span.end));
  return asRow(note, section, cells.map((span) => withoutBar(note, span)), columnsOf(head), under);
}

/** An empty cell begins at its bar: what is put in goes behind it. */
const withoutBar = (note: Note, span: Span): Span => {
  if (span.end > span.start) return span;
  const at = note.text[span.start] === "|" ? span.start + 1 : span.start;
  return { start: at, end: at };
};

/** Which column is for what, by the words of the header row; undefined where they tell nothing. */
function columnsOf(head: readonly string[]): Map<keyof Cells, number> | undefined {
  const found = new Map<keyof Cells, number>();
  head.forEach((words, index) => {
    const use = columns.find(([key, words_]) => !found.has(key) && words_.test(words))?.[0];
    if (use) found.set(use, index);
  });
  if (!found.has("who") && !found.has("when") && !found.has("what")) return undefined;
  if (!found.has("what")) {
    const free = head.findIndex((_, index) => ![...found.values()].includes(index));
    if (free < 0) return undefined;
    found.set("what", free);
  }
  return found;
}

function asRow(note: Note, section: Section, cells: readonly Span[], use: ReadonlyMap<keyof Cells, number> | undefined, under: readonly Span[]): Step[] {
  const at = (key: keyof Cells): Span | undefined => (use?.has(key) ? cells[use.get(key)!] : undefined);
  const what = at("what");
  if (!what || !/[\p{L}\p{N}]/u.test(note.prose.slice(what.start, what.end))) return [];
  const [who, when, status] = [at("who"), at("when"), at("status")];
  const filled = cells.filter(({ start, end }) => end > start);
  return [{ start: filled[0]!.start, end: Math.max(cells.at(-1)!.end, filled.at(-1)!.end), form: "row", section, under, cells: { what, ...(who ? { who } : {}), ...(when ? { when } : {}), ...(status ? { status } : {}) } }];
}

/** Lines between bars that are no table of Markdown's, because the line under the header is missing. */
function pipedRows(note: Note, section: Section, whole: Span, under: readonly Span[]): Step[] | undefined {
  const lines: Span[][] = [];
  for (let start = whole.start; start < whole.end; ) {
    const stop = note.prose.indexOf("\n", start);
    const end = stop < 0 || stop > whole.end ? whole.end : stop;
    const line = note.prose.slice(start, end);
    if (line.trim()) {
      if (!/^\s*\|.*\|\s*$/.test(line)) return undefined;
      const cells: Span[] = [];
      let from = start + line.indexOf("|") + 1;
      for (let at = note.prose.indexOf("|", from); at >= 0 && at < end; at = note.prose.indexOf("|", from)) {
        const cell = trim(note.prose, { start: from, end: at });
        cells.push(cell.end > cell.start ? cell : { start: from, end: from });
        from = at + 1;
      }
      lines.push(cells);
    }
    start = end + 1;
  }
  if (!lines.length) return undefined;
  const written = (cells: readonly Span[]): string[] => cells.map(({ start, end }) => note.prose.slice(start, end));
  const head = columnsOf(written(lines[0]!));
  const isHead = head !== undefined && head.size > 1 && written(lines[0]!).every((words) => words.split(" ").length < 4);
  const use = isHead ? head : new Map<keyof Cells, number>([["what", 0], ["who", 1], ["when", 2]]);
  if (!isHead && lines.some(({ length }) => length !== 3)) return undefined;
  return lines.slice(isHead ? 1 : 0).flatMap((cells) => asRow(note, section, cells, use, under));
}
