import { moved } from "../text/moved.ts";
import { type Span, trim } from "../text/span.ts";
import type { HeadingBook } from "./headings.ts";
import type { MarkdownReading, PieceReading } from "./markdown.ts";
import type { RawBlock } from "./raw-block.ts";
import type { Block, Section } from "./note.ts";

const turnForm = /^([\p{Lu}][\p{L}'.-]*(?: [\p{Lu}][\p{L}'.-]*)?|SW|YP|\p{Lu}{1,3})\s?:[ \t]+(?=\S)/u;
const lineDepth = 7;

/** Turns Markdown's blocks into a note's: plain and bold lines that are headings, labelled lines, and the rest by paragraph. */
export function readBlocks({ pieces }: MarkdownReading, book: HeadingBook): Block[] {
  let tables = 0;
  return pieces.flatMap(({ span: { start }, reading }) => {
    const before = tables;
    tables += reading.tables;
    return blocksOf(reading, book).map((block) => movedBlock(block, start, before));
  });
}

/** A block so many UTF-16 units and so many tables further on. */
export const movedBlock = ({ kind, span, depth, label, cell }: Block, by: number, tables: number): Block => ({ kind, span: moved(span, by), depth, ...(label ? { label: moved(label, by) } : {}), ...(cell ? { cell: { ...cell, table: cell.table + tables } } : {}) });

const known = new WeakMap<PieceReading, { readonly book: HeadingBook; readonly blocks: readonly Block[] }>();

/** The blocks of a piece in its own coordinates, found once for as long as the piece stays as it is. */
function blocksOf(piece: PieceReading, book: HeadingBook): readonly Block[] {
  const found = known.get(piece);
  if (found?.book === book) return found.blocks;
  const blocks = blocksIn(piece, book);
  known.set(piece, { book, blocks });
  return blocks;
}

function blocksIn({ prose, blocks }: PieceReading, book: HeadingBook): Block[] {
  return blocks.flatMap((raw) => (raw.kind === "paragraph" || raw.kind === "item" || raw.kind === "quote" ? splitBlock(prose, raw, book) : [{ kind: raw.kind, span: raw.span, depth: raw.depth, ...(raw.cell ? { cell: raw.cell } : {}) }]));
}

function splitBlock(prose: string, raw: RawBlock, book: HeadingBook): Block[] {
  const whole = trim(prose, raw.span);
  const text = prose.slice(whole.start, whole.end);
  if (raw.kind === "paragraph" && raw.bold && !text.includes("\n") && book.isBoldHeading(text)) return [{ kind: "heading", span: whole, depth: lineDepth }];
  const blocks: Block[] = [];
  let open: { start: number; end: number } | undefined;
  const flush = () => {
    if (open) blocks.push({ kind: raw.kind === "heading" ? "paragraph" : raw.kind, span: trim(prose, open), depth: 0 });
    open = undefined;
  };
  const lines: Span[] = [];
  for (let start = whole.start; start <= whole.end; ) {
    const stop = prose.indexOf("\n", start);
    const end = stop < 0 || stop > whole.end ? whole.end : stop;
    lines.push(trim(prose, { start, end }));
    start = end + 1;
  }
  const labelled = lines.filter((line) => turnForm.test(prose.slice(line.start, line.end))).length;
  for (const line of lines) {
    if (line.end <= line.start) continue;
    const content = prose.slice(line.start, line.end);
    // "3. What you think should happen next?": Markdown takes a heading with a number for an item of a list.
    const numbered = raw.kind === "item" && lines.length === 1 && book.read(content).wording === "standard";
    if ((numbered || (raw.kind === "paragraph" && book.isHeading(content.replace(/:$/, "")))) && !/"/.test(content)) {
      flush();
      blocks.push({ kind: "heading", span: line, depth: lineDepth });
      continue;
    }
    const leading = raw.kind === "paragraph" ? book.leading(content) : 0;
    if (leading) {
      flush();
      blocks.push({ kind: "heading", span: { start: line.start, end: line.start + leading }, depth: lineDepth });
      open = trim(prose, { start: line.start + leading, end: line.end });
      continue;
    }
    const label = turnForm.exec(content);
    // One labelled line may be a note's own ("Charlie: seen."): a transcript is told apart later, by who answers whom.
    if (label && (labelled > 1 || lines.length === 1 || raw.kind === "paragraph")) {
      flush();
      blocks.push({ kind: "turn", span: { start: line.start + label[0].length, end: line.end }, depth: 0, label: { start: line.start, end: line.start + label[1]!.length } });
      continue;
    }
    if (open) open.end = line.end;
    else open = { start: line.start, end: line.end };
  }
  flush();
  return blocks;
}

/** Gathers blocks under their headings. What stands before the first heading is a section without one. */
export function readSections(prose: string, blocks: readonly Block[], from: number, to: number, book: HeadingBook): Section[] {
  const starts = blocks.map((block, index) => ({ block, index })).filter(({ block }) => block.kind === "heading");
  const make = (heading: Block | undefined, first: number, last: number, start: number, end: number, wholeEnd: number): Section => {
    const title = heading ? prose.slice(heading.span.start, heading.span.end).trim() : "";
    const reading = heading ? book.read(title) : ({ role: "other", wording: "none" } as const);
    return { ...(heading ? { heading } : {}), title, ...reading, depth: heading?.depth ?? 0, span: { start, end }, whole: { start, end: wholeEnd }, blocks: blocks.slice(first, last) };
  };
  const sections: Section[] = [];
  const firstHeading = starts[0]?.index ?? blocks.length;
  if (firstHeading > 0 || !starts.length) sections.push(make(undefined, 0, firstHeading, from, starts[0]?.block.span.start ?? to, starts[0]?.block.span.start ?? to));
  const ends = wholeEnds(starts.map(({ block }) => block), to);
  starts.forEach(({ block, index }, order) => {
    const next = starts[order + 1];
    sections.push(make(block, index + 1, next?.index ?? blocks.length, block.span.start, next?.block.span.start ?? to, ends[order]!));
  });
  return inheriting(sections);
}

/** Where what each heading stands over ends: at the next heading that is no subheading of it. */
function wholeEnds(headings: readonly Block[], to: number): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  headings.forEach(({ depth, span }, order) => {
    while (open.length && headings[open.at(-1)!]!.depth >= depth) ends[open.pop()!] = span.start;
    open.push(order);
  });
  for (const order of open) ends[order] = to;
  return ends;
}

/** A section under another's heading serves what that one is for, unless its own heading says otherwise. */
function inheriting(sections: readonly Section[]): Section[] {
  const open: Section[] = [];
  return sections.map((section) => {
    while (open.length && open.at(-1)!.whole.end <= section.span.start) open.pop();
    const parent = open.at(-1);
    const own = section.role === "other" && section.heading && parent ? { ...section, role: parent.role } : section;
    if (section.heading) open.push(own);
    return own;
  });
}
