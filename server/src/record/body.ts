import type { List, ListItem as MarkdownItem, Nodes, Table } from "mdast";
import { markdownTrees } from "../note/markdown.ts";
import type { Block, Note } from "../note/note.ts";
import { once } from "../note/once.ts";
import { lowest, SpanIndex } from "../text/span-index.ts";
import { contains, type Span } from "../text/span.ts";
import { placeholders } from "../note/words.ts";
import type { Field } from "./fields.ts";
import { Letters } from "./letters.ts";
import { textOf, type RecordBlock, type Runs, type TableRow } from "./model.ts";

/** The blocks of a note that stand between two places of it, read as Markdown. What is still to be completed is told to `fields`. */
export function readBody(note: Note, span: Span, fields: Field[]): RecordBlock[] {
  const reader = new BodyReader(note, fields);
  for (const { base, root, span: piece } of markdownTrees(note.text, span.start, span.end)) {
    if (root) for (const node of root.children) reader.read(node, base, {});
    else reader.readPlain(piece);
  }
  return reader.blocks;
}

/** Where a block of Markdown stands. */
interface Home {
  /** In how many block quotes. */
  readonly quotes?: number;
  readonly item?: { readonly list: number; readonly depth: number; readonly number?: number; readonly ticked?: boolean; first: boolean };
}

interface Starting extends Span {
  readonly block: Block;
}

/** The note's own blocks, from their labels on. */
const blocksOf = once((note: Note): SpanIndex<Starting> => new SpanIndex(note.blocks.map((block) => ({ start: block.label?.start ?? block.span.start, end: block.span.end, block }))));

/** The depth at which a heading without "#" stands: with those that ask the same, else below all others. */
const plainDepths = once((note: Note): { readonly asked: number; readonly other: number } => {
  const written = note.sections.filter(({ heading }) => heading && heading.depth <= 6);
  const depths = written.map(({ depth }) => depth);
  const asked = written.filter(({ wording }) => wording !== "none").map(({ depth }) => depth);
  const other = depths.length ? Math.min(6, Math.max(2, ...depths) + (depths.some((depth) => depth > 1) ? 1 : 0)) : 2;
  return { asked: asked.length ? Math.min(...asked) : 2, other };
});

class BodyReader {
  readonly blocks: RecordBlock[] = [];
  #lists = 0;

  constructor(
    private readonly note: Note,
    private readonly fields: Field[],
  ) {}

  read(node: Nodes, base: number, home: Home): void {
    const span = { start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0) };
    switch (node.type) {
      case "heading":
      case "paragraph": {
        const letters = this.#letters(home);
        letters.readNode(node, base);
        this.#leaf(letters, span, home, node.type === "heading" ? node.depth : undefined);
        break;
      }
      case "blockquote":
        for (const child of node.children) this.read(child, base, { ...home, quotes: (home.quotes ?? 0) + 1 });
        break;
      case "list":
        this.#list(node, base, home);
        break;
      case "table":
        this.#table(node, base);
        break;
      case "thematicBreak":
        this.blocks.push({ kind: "rule", line: this.#line(span.start) });
        break;
      case "html": {
        const letters = this.#letters(home);
        letters.readHtml(span);
        this.#leaf(letters, span, home);
        break;
      }
      case "code": {
        const letters = this.#letters(home);
        const fenced = /^[ \t]*(?:```+|~~~+)[^\r\n]*(?:\r\n|\n|\r|$)/.exec(this.note.text.slice(span.start, span.end))?.[0].length ?? 0;
        const closing = /[ \t>]*(?:```+|~~~+)[ \t]*$/.exec(this.note.text.slice(span.start + fenced, span.end))?.[0].length ?? 0;
        letters.readCode({ start: span.start + fenced, end: Math.max(span.start + fenced, span.end - closing) });
        this.#leaf(letters, span, home);
        break;
      }
      case "definition": {
        // "[Mum]: no" is talk in a note, and no address.
        const letters = this.#letters(home);
        letters.readText(span);
        this.#leaf(letters, span, home);
        break;
      }
      default:
        if ("children" in node) for (const child of node.children) this.read(child as Nodes, base, home);
    }
  }

  /** Takes in a stretch that could not be read as Markdown. */
  readPlain(span: Span): void {
    const letters = this.#letters({});
    letters.readText(span);
    this.#leaf(letters, span, {});
  }

  #letters({ quotes = 0 }: Home): Letters {
    return new Letters(this.note, this.fields, quotes);
  }

  #line = (at: number): number => this.note.lines.positionAt(at).line;

  /** Puts in what one leaf of the tree holds: the note may have read several blocks in it. */
  #leaf(letters: Letters, span: Span, home: Home, depth?: number): void {
    const starts = blocksOf(this.note).overlapping(span).filter((one) => contains(span, one)).sort((a, b) => a.start - b.start);
    if (!starts.length) return this.#put(letters.runs(), span.start, home, undefined, depth);
    starts.forEach(({ start, block }, order) => {
      const from = order === 0 ? 0 : start;
      const to = starts[order + 1]?.start ?? Infinity;
      const label = block.label ? letters.runs(from, block.span.start) : undefined;
      const runs = label ? letters.runs(block.span.start, to) : letters.runs(from, to);
      this.#put(runs, start, home, block, depth, label);
    });
  }

  #put(runs: Runs, at: number, home: Home, block: Block | undefined, depth: number | undefined, label: Runs = []): void {
    if (!runs.length && !label.length) return;
    const line = this.#line(at);
    const isHeading = block ? block.kind === "heading" : depth !== undefined;
    if (!isHeading && block) this.#askFor(block, runs);
    if (isHeading) this.blocks.push({ kind: "heading", line, depth: depth ?? this.#plainDepth(block!), runs });
    else if (home.item) {
      const { first, ...item } = home.item;
      this.blocks.push({ kind: "item", line, ...item, ...(first ? {} : { more: true as const }), runs: [...label, ...spaced(label, runs)] });
      home.item.first = false;
    } else if (home.quotes) this.blocks.push({ kind: "quote", line, depth: home.quotes, runs: [...label, ...spaced(label, runs)] });
    else if (label.length) this.blocks.push({ kind: "turn", line, label, runs });
    else this.blocks.push({ kind: "paragraph", line, runs });
  }

  #plainDepth(block: Block): number {
    const { asked, other } = plainDepths(this.note);
    return sectionsByHeading(this.note).get(block)?.wording === "none" ? other : asked;
  }

  /** "TBC" as all that stands under a heading that the standards ask for is to be completed too. */
  #askFor(block: Block, runs: Runs): void {
    const text = textOf(runs).trim().toLowerCase().replace(/[.…]+$/, "");
    if (!isPromise.test(text) || !placeholders.has(text)) return;
    const index = lowest(this.note.sections.length, (at) => this.note.sections[at]!.span.start > block.span.start) - 1;
    const section = this.note.sections[index];
    if (section?.heading && section.wording !== "none" && section.blocks.length === 1) this.fields.push({ ...block.span, text: textOf(runs).trim() });
  }

  #list(node: List, base: number, home: Home): void {
    const list = (this.#lists += 1);
    const depth = home.item ? home.item.depth + 1 : 0;
    node.children.forEach((item: MarkdownItem, order) => {
      const own = { list, depth, first: true, ...(node.ordered ? { number: (node.start ?? 1) + order } : {}), ...(typeof item.checked === "boolean" ? { ticked: item.checked } : {}) };
      const inside: Home = { ...home, item: own };
      for (const child of item.children) this.read(child, base, inside);
    });
  }

  #table(node: Table, base: number): void {
    const rows = node.children.map((row): TableRow => ({
      line: this.#line(base + (row.position?.start.offset ?? 0)),
      cells: row.children.map((cell) => {
        const letters = this.#letters({});
        letters.readNode(cell, base);
        return letters.runs();
      }),
    }));
    const columns = Math.max(...rows.map(({ cells }) => cells.length));
    const full = rows.map(({ line, cells }) => ({ line, cells: [...cells, ...Array.from({ length: columns - cells.length }, (): Runs => [])] }));
    if (full.some(({ cells }) => cells.some((runs) => runs.length))) this.blocks.push({ kind: "table", line: full[0]!.line, head: full[0]!, rows: full.slice(1) });
  }
}

const sectionsByHeading = once((note: Note) => new Map(note.sections.flatMap((section) => (section.heading ? [[section.heading, section] as const] : []))));

/** Placeholders by which a writer promises to write; "none" and "not applicable" are an answer. */
const isPromise = /^(?:tb[ac]|to |x+$|pending|todo|awaiting|not completed|blank|complete|more to|wip|details to)/;

const spaced = (label: Runs, runs: Runs): Runs => (label.length && runs.length ? [{ ...runs[0]!, text: ` ${runs[0]!.text}` }, ...runs.slice(1)] : runs);
