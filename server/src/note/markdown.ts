import type { Nodes, Root, Table } from "mdast";
import { matchesIn } from "../text/matches.ts";
import { moved } from "../text/moved.ts";
import { ownCopy, Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { parse } from "./markdown-parser.ts";
import { plainBlocks } from "./plain-blocks.ts";
import type { RawBlock } from "./raw-block.ts";

/** What the Markdown of a text says of its layout. */
interface LayoutReading {
  readonly blocks: readonly RawBlock[];
  /** The text, the same length: quotation marks straightened, other spaces made plain, markup and comments blanked. */
  readonly prose: string;
  /** Bold stretches and stretches in red. */
  readonly strong: readonly Span[];
  readonly comments: readonly Span[];
}

/** A piece of a note, read by itself: offsets count from its own start, tables from its own first. */
export interface PieceReading extends LayoutReading {
  readonly tables: number;
}

/** A piece of a note, with its place. */
export interface Piece {
  readonly span: Span;
  readonly reading: PieceReading;
}

/** What the Markdown of a note says of its layout, as a whole and piece by piece. */
export interface MarkdownReading extends LayoutReading {
  /** In order, with nothing between them. */
  readonly pieces: readonly Piece[];
}

const straightened: Readonly<Record<string, string>> = {
  "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
  "\u00A0": " ", "\u202F": " ", "\u2007": " ", "\u2009": " ", "\u200B": " ", "\uFEFF": " ", "\u00AD": " ", "‐": "-", "‑": "-", "\t": " ", "\0": " ",
};
const strange = /[‘’‚‛′`´“”„‟«»″\u00A0\u202F\u2007\u2009\u200B\uFEFF\u00AD‐‑\t\0]/g;

/** Reads the Markdown of a note from `from` on. A piece that the shelf knows costs nothing. Never throws: what cannot be read is one paragraph. */
export function readMarkdown(text: string, from: number, shelf = new Shelf()): MarkdownReading {
  const read = readPieces(text.slice(from), shelf);
  const blocks: RawBlock[] = [];
  const strong: Span[] = [];
  const comments: Span[] = [];
  const pieces: Piece[] = [];
  let tables = 0;
  let start = from;
  for (const reading of read) {
    const here = start;
    for (const block of reading.blocks) blocks.push({ ...block, span: moved(block.span, here), ...(block.cell ? { cell: { ...block.cell, table: block.cell.table + tables } } : {}) });
    for (const span of reading.strong) strong.push(moved(span, here));
    for (const span of reading.comments) comments.push(moved(span, here));
    start += reading.prose.length;
    tables += reading.tables;
    pieces.push({ span: { start: here, end: start }, reading });
  }
  return { blocks, prose: " ".repeat(from) + read.map(({ prose }) => prose).join(""), strong, comments, pieces };
}

/** Reads a piece by itself. A function of its text alone. */
export const readPiece = (text: string): PieceReading => readPlain(text) ?? readTogether([text])[0]!;

/** Reads a piece in which no markup stands, as most have none; undefined of any other. */
function readPlain(text: string): PieceReading | undefined {
  const blocks = plainBlocks(text);
  return blocks && new PieceReader(text, blocks).done();
}

/** Reads a text piece by piece. To begin to parse costs more than a paragraph does, so what is new and stands together is parsed at once. */
function readPieces(body: string, shelf: Shelf): PieceReading[] {
  const pieces = smallPieces(body).map(({ start, end, open }) => ({ text: body.slice(start, end), open }));
  const fresh = new Map<string, PieceReading>();
  let waiting: string[] = [];
  const flush = () => {
    for (const [index, reading] of readTogether(waiting).entries()) fresh.set(waiting[index]!, reading);
    waiting = [];
  };
  for (const { text, open } of pieces) {
    const known = shelf.has(readPiece, text);
    const plain = known || open ? undefined : readPlain(text);
    if (known || open || plain) flush();
    if (plain) fresh.set(text, plain);
    else if (!known) waiting.push(text);
    if (open) flush();
  }
  flush();
  return pieces.map(({ text }) => shelf.recall(readPiece, text, () => fresh.get(text)!));
}

/** Reads pieces that follow each other in a text, each by itself. */
function readTogether(texts: readonly string[]): PieceReading[] {
  if (!texts.length) return [];
  const { root, shift } = parse(texts.join(""));
  if (!root && texts.length > 1) return texts.map(readPiece);
  const nodes = root?.children.values();
  let node = nodes?.next().value;
  let start = 0;
  return texts.map((text) => {
    const reader = new PieceReader(text);
    const end = start + text.length;
    if (!root) reader.readPlain();
    for (; node && shift + node.position!.start.offset! < end; node = nodes!.next().value) reader.read(node, shift - start);
    start = end;
    return reader.done();
  });
}

/** A part of a note as Markdown sees it: from one heading to the next. */
export interface MarkdownTree {
  readonly span: Span;
  /** What is added to the offsets of its nodes to get places in the text. */
  readonly base: number;
  /** Undefined where it cannot be read. */
  readonly root: Root | undefined;
}

/** The trees of what stands in a text between two offsets (UTF-16 units), heading by heading. Never throws. */
export function* markdownTrees(text: string, from: number, to = text.length): Generator<MarkdownTree> {
  const body = text.slice(from, to);
  for (const { start, end } of pieces(body)) {
    const { root, shift } = parse(body.slice(start, end));
    yield { span: { start: from + start, end: from + end }, base: from + start + shift, root };
  }
}

const fence = /^ {0,3}(?:```|~~~)/;

/** A heading at the start of a line ends every other block outside fences, so a note is parsed section by section. */
function pieces(body: string): Span[] {
  const result: Span[] = [];
  let start = 0;
  let fenced = false;
  for (let at = 0; at < body.length; ) {
    const stop = body.indexOf("\n", at);
    const next = stop < 0 ? body.length : stop + 1;
    const line = body.slice(at, next);
    if (fence.test(line)) fenced = !fenced;
    else if (!fenced && at > start && /^#{1,6}[ \t]/.test(line) && !openComment(body, start, at)) {
      result.push({ start, end: at });
      start = at;
    }
    at = next;
  }
  if (start < body.length) result.push({ start, end: body.length });
  return result;
}

const openComment = (body: string, start: number, end: number): boolean => {
  const opening = body.slice(start, end).lastIndexOf("<!--");
  return opening >= 0 && body.indexOf("-->", start + opening) >= end;
};

interface SmallPiece extends Span {
  /** What stands in it may reach beyond it, so it is parsed alone. */
  readonly open: boolean;
}

/** Tags, fences and definitions reach over empty lines. */
const reaching = /<[a-z/!?]|```|~~~|\]:/i;
/** An empty line, before a line that begins as a paragraph does: it ends every list, quotation and table above. */
const emptyLine = /\n[ \t]*\r?\n(?=\p{L}|\d+(?![\d.)])|["“‘'(]|\*\*[\p{L}\d"“‘'])/gu;

/** Pieces as small as may be parsed one by one: cut at empty lines where nothing reaches over them. */
function smallPieces(body: string): SmallPiece[] {
  return pieces(body).flatMap(({ start, end }): SmallPiece[] => {
    const text = body.slice(start, end);
    if (reaching.test(text)) return [{ start, end, open: true }];
    const cuts = [start, ...matchesIn(text, emptyLine).map((match) => start + match.index + match[0].length)];
    return cuts.map((cut, index) => ({ start: cut, end: cuts[index + 1] ?? end, open: false }));
  });
}

/** Reads the blocks of one piece. `base` is what is added to the offsets of nodes to get places in its text. */
class PieceReader {
  readonly #blocks: RawBlock[];
  readonly #strong: Span[] = [];
  readonly #comments: Span[] = [];
  readonly #blanks: Span[] = [];
  #tables = 0;
  #red: number | undefined;

  constructor(
    readonly text: string,
    blocks: readonly RawBlock[] = [],
  ) {
    this.#blocks = [...blocks];
  }

  read(node: Nodes, base: number): void {
    this.#block(node, base, "paragraph");
  }

  /** Takes the piece as one paragraph, whatever stands in it. */
  readPlain(): void {
    this.#blocks.push({ kind: "paragraph", span: { start: 0, end: this.text.length }, depth: 0, bold: false });
  }

  done(): PieceReading {
    const units = this.text.replace(strange, (unit) => straightened[unit] ?? " ");
    let prose = "";
    let at = 0;
    for (const { start, end } of this.#blanks.sort((a, b) => a.start - b.start)) {
      if (end <= at) continue;
      prose += units.slice(at, Math.max(start, at)) + blank(units.slice(Math.max(start, at), end));
      at = end;
    }
    prose += units.slice(at);
    return { blocks: this.#blocks, prose: ownCopy(prose), strong: this.#strong, comments: this.#comments, tables: this.#tables };
  }

  #span(node: Nodes, base: number): Span {
    return { start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0) };
  }

  #block(node: Nodes, base: number, kind: "paragraph" | "item" | "quote"): void {
    const span = this.#span(node, base);
    switch (node.type) {
      case "heading": {
        const inner = this.#inner(node, base);
        const setext = !/^\s*#/.test(this.text.slice(span.start, span.end));
        this.#blocks.push({ kind: setext && node.depth === 2 && this.text.slice(inner.start, inner.end).length > 80 ? "paragraph" : "heading", span: inner, depth: node.depth, bold: false });
        this.#inline(node, base);
        break;
      }
      case "paragraph": {
        const inner = this.#inner(node, base);
        const only = node.children.length === 1 && node.children[0]!.type === "strong";
        this.#blocks.push({ kind, span: inner, depth: 0, bold: only });
        if (kind === "quote") this.#quoteMarks(inner);
        this.#inline(node, base);
        break;
      }
      case "blockquote":
        for (const child of node.children) this.#block(child, base, "quote");
        break;
      case "list":
        for (const item of node.children) for (const child of item.children) this.#block(child, base, kind === "quote" ? "quote" : "item");
        break;
      case "table":
        this.#table(node, base);
        break;
      case "html":
        this.#html(node.value, span);
        break;
      case "code":
      case "definition":
      case "thematicBreak":
      case "yaml":
        this.#blanks.push(span);
        break;
      default:
        if ("children" in node) for (const child of node.children) this.#block(child as Nodes, base, kind);
    }
  }

  #table(node: Table, base: number): void {
    const table = this.#tables;
    this.#tables += 1;
    node.children.forEach((row, rowIndex) =>
      row.children.forEach((cell, column) => {
        const whole = this.#span(cell, base);
        const span = cell.children.length ? this.#inner(cell, base) : { start: whole.start, end: whole.start };
        this.#blocks.push({ kind: "cell", span, depth: 0, bold: false, cell: { table, row: rowIndex, column } });
        this.#inline(cell, base);
      }),
    );
  }

  /** The span from the first to the last inline child. */
  #inner(node: Nodes & { children: Nodes[] }, base: number): Span {
    const first = node.children[0];
    const last = node.children.at(-1);
    if (!first || !last) {
      const { end } = this.#span(node, base);
      return { start: end, end };
    }
    return { start: this.#span(first, base).start, end: this.#span(last, base).end };
  }

  /** `>` at the start of the later lines of a block quote. */
  #quoteMarks(span: Span): void {
    for (const match of this.text.slice(span.start, span.end).matchAll(/\n[ \t]*>[ \t]?/g))
      this.#blanks.push({ start: span.start + match.index + 1, end: span.start + match.index + match[0].length });
  }

  #inline(node: Nodes, base: number): void {
    if (!("children" in node)) return;
    for (const child of node.children as Nodes[]) {
      const span = this.#span(child, base);
      switch (child.type) {
        case "strong":
        case "emphasis":
        case "delete":
        case "link":
        case "linkReference": {
          const inner = child.children.length ? this.#inner(child, base) : span;
          if (child.type === "strong") this.#strong.push(span);
          if (child.type !== "link" || inner.start > span.start) this.#blanks.push({ start: span.start, end: inner.start }, { start: inner.end, end: span.end });
          this.#inline(child, base);
          break;
        }
        case "html":
          this.#html(child.value, span);
          break;
        case "image":
        case "imageReference":
        case "footnoteReference":
          this.#blanks.push(span);
          break;
        case "inlineCode":
          this.#blanks.push({ start: span.start, end: span.start + 1 }, { start: span.end - 1, end: span.end });
          break;
        case "text":
          for (const match of this.text.slice(span.start, span.end).matchAll(/\\(?=[!-/:-@[-`{-~])/g)) this.#blanks.push({ start: span.start + match.index, end: span.start + match.index + 1 });
          break;
        default:
          this.#inline(child, base);
      }
    }
  }

  /** Tags are blanked; red or bold ones open a marked stretch that the next closing tag at their depth ends. */
  #html(value: string, span: Span): void {
    if (value.startsWith("<!--")) {
      this.#comments.push(span);
      this.#blanks.push(span);
      return;
    }
    for (const tag of value.matchAll(/<\/?[a-z][^>]*>|<!--[\s\S]*?-->/gi)) {
      const start = span.start + tag.index;
      const end = start + tag[0].length;
      this.#blanks.push({ start, end });
      if (tag[0].startsWith("</")) {
        if (this.#red !== undefined && /^<\/(?:b|strong|span|font|mark|p|div)/i.test(tag[0])) {
          this.#strong.push({ start: this.#red, end });
          this.#red = undefined;
        }
      } else if (/^<(?:b|strong)\b/i.test(tag[0]) || /color\s*[:=]\s*["']?(?:red|#f00|#ff0000|#c00|rgb\(2)/i.test(tag[0])) this.#red ??= start;
    }
  }
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, " ");
