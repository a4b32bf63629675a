import type { Nodes, Root, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { Span } from "../text/span.ts";

/** A block as Markdown sees it, before we know what it means. */
export interface RawBlock {
  readonly kind: "heading" | "paragraph" | "item" | "cell" | "quote";
  /** The content alone, in UTF-16 units. */
  readonly span: Span;
  /** 1 to 6 of a heading, else 0. */
  readonly depth: number;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** The whole block is one bold stretch. */
  readonly bold: boolean;
}

/** What the Markdown of a note says of its layout. */
export interface MarkdownReading {
  readonly blocks: readonly RawBlock[];
  /** The text, the same length: quotation marks straightened, other spaces made plain, markup and comments blanked. */
  readonly prose: string;
  /** Bold stretches and stretches in red. */
  readonly strong: readonly Span[];
  readonly comments: readonly Span[];
}

/** Case notes are no programs: what is set in by four spaces is prose, and an address is no link. */
function caseNoteMarkdown(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: ["codeIndented", "literalAutolink"] } });
}
const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(caseNoteMarkdown).freeze();

const straightened: Readonly<Record<string, string>> = {
  "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
  "\u00A0": " ", "\u202F": " ", "\u2007": " ", "\u2009": " ", "\u200B": " ", "\uFEFF": " ", "\u00AD": " ", "‐": "-", "‑": "-", "\t": " ", "\0": " ",
};
const strange = /[‘’‚‛′`´“”„‟«»″\u00A0\u202F\u2007\u2009\u200B\uFEFF\u00AD‐‑\t\0]/g;

/** Reads the Markdown of a note from `from` on. Never throws: what remark cannot read is one paragraph. */
export function readMarkdown(text: string, from: number): MarkdownReading {
  const reader = new Reader(text, from);
  for (const tree of markdownTrees(text, from)) reader.read(tree);
  return reader.done();
}

/** A piece of a note as Markdown sees it: from one heading to the next. */
export interface MarkdownTree {
  readonly span: Span;
  /** What is added to the offsets of its nodes to get places in the text. */
  readonly base: number;
  /** Undefined where remark cannot read the piece. */
  readonly root: Root | undefined;
}

/** The trees of what stands in a text between two offsets (UTF-16 units), piece by piece. Never throws. */
export function* markdownTrees(text: string, from: number, to = text.length): Generator<MarkdownTree> {
  const body = text.slice(from, to);
  for (const { start, end } of pieces(body)) {
    // micromark drops a mark of byte order and would count from behind it.
    const shift = body[start] === "\uFEFF" ? 1 : 0;
    const span = { start: from + start, end: from + end };
    const base = span.start + shift;
    yield { span, base, root: parse(body.slice(start + shift, end)) };
  }
}

function parse(piece: string): Root | undefined {
  try {
    const root = processor.parse(piece);
    return isDeeperThan(root, deepest) ? undefined : root;
  } catch {
    return undefined;
  }
}

/** The most levels that anybody's lists, quotes and emphases have; what is nested deeper is read as it is written, as one paragraph. */
const deepest = 200;

function isDeeperThan(root: Root, most: number): boolean {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
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
  const opening = body.lastIndexOf("<!--", end);
  return opening >= start && body.indexOf("-->", opening) >= end;
};

class Reader {
  readonly #blocks: RawBlock[] = [];
  readonly #strong: Span[] = [];
  readonly #comments: Span[] = [];
  readonly #blanks: Span[] = [];
  #tables = 0;
  #red: number | undefined;

  constructor(
    readonly text: string,
    readonly from: number,
  ) {}

  read({ span, base, root }: MarkdownTree): void {
    if (!root) {
      this.#blocks.push({ kind: "paragraph", span, depth: 0, bold: false });
      return;
    }
    this.#red = undefined;
    for (const node of root.children) this.#block(node, base, "paragraph");
  }

  done(): MarkdownReading {
    const units = this.text.replace(strange, (unit) => straightened[unit] ?? " ");
    let prose = " ".repeat(this.from);
    let at = this.from;
    for (const { start, end } of this.#blanks.sort((a, b) => a.start - b.start)) {
      if (end <= at) continue;
      prose += units.slice(at, Math.max(start, at)) + blank(units.slice(Math.max(start, at), end));
      at = end;
    }
    prose += units.slice(at);
    return { blocks: this.#blocks, prose, strong: this.#strong, comments: this.#comments };
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
