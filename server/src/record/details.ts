import type { Detail, Note } from "../note/note.ts";
import { markdownTrees } from "../note/markdown.ts";
import { overlaps, trim, type Span } from "../text/span.ts";
import type { Field } from "./fields.ts";
import { Letters } from "./letters.ts";
import type { DetailRow, Runs } from "./model.ts";

interface Row {
  line: number;
  readonly label: string;
  readonly values: Runs[];
}

/** The note's details, row by row, in the order in which they stand. A line among them that is no detail is a row without a label. */
export function detailRows(note: Note, fields: Field[]): DetailRow[] {
  const reader = new DetailReader(note, fields);
  const parts = [...note.details.map((detail) => ({ at: detail.span.start, detail })), ...leftOver(note).map((span) => ({ at: span.start, span }))].sort((a, b) => a.at - b.at);
  for (const part of parts)
    if ("detail" in part) reader.detail(part.detail);
    else reader.other(part.span);
  return reader.rows;
}

class DetailReader {
  readonly rows: Row[] = [];
  /** The key of a list of people, the labels that its present member has, and its row. */
  #group: { readonly written: string; readonly labels: Set<string>; readonly row: Row } | undefined;

  constructor(
    private readonly note: Note,
    private readonly fields: Field[],
  ) {}

  detail(detail: Detail): void {
    const { written, span, valueSpan } = detail;
    const own = labelOf(this.note.text.slice(span.start, valueSpan.start));
    const line = this.note.lines.positionAt(span.start).line;
    const value = this.#value(detail);
    if (own && own !== labelOf(written)) return this.#member(labelOf(written), own, value, line);
    const last = this.rows.at(-1);
    const label = capital(labelOf(written));
    if (!own && this.#group === undefined && last?.label === label) last.values.push(value);
    else this.rows.push({ line, label, values: value.length ? [value] : [] });
    this.#group = undefined;
  }

  /** A field of a member of a list: "name" and "date of birth" of a child. The first field says who it is. */
  #member(written: string, own: string, value: Runs, line: number): void {
    let group = this.#group;
    if (group?.written !== written) {
      const row: Row = { line, label: capital(written), values: [] };
      this.rows.push(row);
      group = this.#group = { written, labels: new Set(), row };
    }
    if (!value.length) return;
    const { labels, row } = group;
    if (!row.values.length || labels.has(own)) {
      labels.clear();
      row.values.push(value);
    } else row.values.push([...row.values.pop()!, { text: `, ${own}: ` }, ...value]);
    labels.add(own);
  }

  /** A line of which the note makes nothing. */
  other(span: Span): void {
    this.#group = undefined;
    const [label, ...cells] = this.note.text[span.start] === "|" ? this.note.text.slice(span.start, span.end).replace(/^\||\|\s*$/g, "").split("|") : [];
    if (label !== undefined && cells.length) {
      const first = span.start + 1 + label.length + 1;
      const runs = this.#inline({ start: first, end: this.note.text[span.end - 1] === "|" ? span.end - 1 : span.end });
      if (label.trim() || runs.length) this.rows.push({ line: this.note.lines.positionAt(span.start).line, label: labelOf(label), values: runs.length ? [runs] : [] });
      return;
    }
    const runs = this.#inline(span);
    if (runs.length) this.rows.push({ line: this.note.lines.positionAt(span.start).line, label: "", values: [runs] });
  }

  #value({ value, valueSpan }: Detail): Runs {
    if (!value) return [];
    const raw = this.note.text.slice(valueSpan.start, valueSpan.end);
    const at = raw.indexOf(value);
    // "name: 'Kai O''Neill'": what YAML reads is not what is written.
    if (at < 0) return [{ text: value.replace(/\s*[\r\n]+\s*/g, "\n") }];
    return this.#inline({ start: valueSpan.start + at, end: valueSpan.start + at + value.length });
  }

  /** What stands in one line, read as Markdown where it is one paragraph. */
  #inline(whole: Span): Runs {
    const span = trim(this.note.text, whole);
    const letters = new Letters(this.note, this.fields);
    const trees = [...markdownTrees(this.note.text, span.start, span.end)];
    const only = trees.length === 1 && trees[0]!.root?.children.length === 1 ? trees[0]!.root.children[0]! : undefined;
    if (only?.type === "paragraph") letters.readNode(only, trees[0]!.base);
    else if (only?.type === "html") letters.readHtml(span);
    else letters.readText(span);
    return letters.runs();
  }
}

/** The lines among the details that no detail holds, without what only lays the details out. */
function leftOver(note: Note): Span[] {
  const { detailsSpan, text, lines } = note;
  const spans: Span[] = [];
  const front = /^\uFEFF?\s*---[ \t]*(?:\r?\n)/.test(text) && detailsSpan.start === 0;
  let inComment = false;
  for (let line = lines.positionAt(detailsSpan.start).line; line < lines.count && lines.lineSpan(line).start < detailsSpan.end; line += 1) {
    const whole = lines.lineSpan(line);
    const span = trim(text.replace(/^\uFEFF/, " "), { start: Math.max(whole.start, detailsSpan.start), end: Math.min(whole.end, detailsSpan.end) });
    const content = text.slice(span.start, span.end);
    const comment: boolean = inComment || /^<!--/.test(content);
    inComment = comment && !content.includes("-->");
    if (!content || comment || note.details.some((detail) => overlaps(detail.span, whole))) continue;
    if (/^(?:-{3,}|\|?[\s:|-]+\|?)$/.test(content) || (front && /^(?:#|[^:]+:\s*(?:[[{|>][-+]?)?$|[\]}]$|-$)/.test(content))) continue;
    spans.push(span);
  }
  return spans;
}

const labelOf = (written: string): string => written.replace(/^[\s|>*+-]+|[\s|]+$/g, "").replace(/\*\*|__/g, "").replace(/\s*:\s*["'“]?$/, "").replace(/^["'{[]+|["']+$/g, "").trim();

const capital = (label: string): string => label.slice(0, 1).toUpperCase() + label.slice(1);
