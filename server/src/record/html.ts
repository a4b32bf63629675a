import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import { toHtml } from "hast-util-to-html";
import { colours } from "./colours.ts";
import { meets, type DetailRow, type ListItem, type NoteRecord, type RecordBlock, type Run, type Runs } from "./model.ts";

/** How the pieces look, where no style sheet goes with them: a case system's rich-text field keeps what stands in the elements themselves. */
const styles = {
  words: `color:${colours.words}`,
  bare: `color:${colours.words};text-decoration:underline dotted;text-underline-offset:3px`,
  risk: `color:${colours.risk};font-weight:bold`,
  both: `color:${colours.words};font-weight:bold`,
  bothBare: `color:${colours.words};font-weight:bold;text-decoration:underline dotted;text-underline-offset:3px`,
  meets: `border-left:4px solid ${colours.risk};padding-left:8px`,
  table: "border-collapse:collapse",
  cell: "border:1px solid #767676;padding:4px 8px;text-align:left;vertical-align:top",
  quote: "margin-left:2em",
  turn: "margin:4px 0",
} as const;

const page = `body{font-family:Arial,Helvetica,sans-serif;font-size:11pt;line-height:1.5;color:#1a1a1a;background:#fff;max-width:44em;margin:2em auto;padding:0 1em}h1{font-size:1.6em}h2{font-size:1.3em}h3{font-size:1.1em}table{margin:1em 0}.words{white-space:pre-wrap}@media print{body{margin:0;max-width:none}}`;

/** The record as an HTML document of its own, with its colours in the elements, so that they go along when it is pasted. No scripts, no addresses. */
export function htmlDocument(record: NoteRecord): string {
  const root: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en-GB" }, [
        h("head", [h("meta", { charSet: "utf-8" }), h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }), h("title", record.title), h("style", page)]),
        h("body", [h("main", new Writer(true).blocks(record.blocks))]),
      ]),
    ],
  };
  return `${toHtml(root)}\n`;
}

/** The record for a page that brings its own style sheet: classes `words`, `bare`, `risk`, `meets`, `details`, `turn`, `label`, and the line of the note (from 0) in `data-line`. */
export const htmlBody = (record: NoteRecord): string => toHtml({ type: "root", children: new Writer(false).blocks(record.blocks) });

class Writer {
  /** The lists that are open, the outermost first. */
  #open: { readonly list: number; readonly element: Element; item: Element }[] = [];
  #headingsFrom = 1;

  constructor(private readonly inline: boolean) {}

  blocks(blocks: readonly RecordBlock[]): Element[] {
    const elements: Element[] = [];
    this.#headingsFrom = blocks.some(({ kind }) => kind === "title") ? 1 : 0;
    blocks.forEach((block, at) => {
      if (block.kind === "item") return this.#item(block, elements);
      this.#open = [];
      const element = this.#block(block);
      // A title that stands before the details, though the note has it behind them, would make the lines run backwards.
      if (!this.inline && !(block.kind === "title" && block.line > (blocks[at + 1]?.line ?? Infinity))) element.properties["dataLine"] = String(block.line);
      elements.push(element);
    });
    return elements;
  }

  #block(block: Exclude<RecordBlock, ListItem>): Element {
    switch (block.kind) {
      case "title":
        return this.#holding("h1", block.runs);
      case "heading":
        return this.#holding(`h${Math.min(6, block.depth + this.#headingsFrom)}`, block.runs);
      case "paragraph":
        return this.#holding("p", block.runs);
      case "turn": {
        const label = h("b", { className: ["label"] }, this.#runs(block.label));
        const element = this.#holding("p", block.runs, ["turn"]);
        if (this.inline) element.properties["style"] = [styles.turn, element.properties["style"]].filter(Boolean).join(";");
        element.children = [label, { type: "text", value: " " }, ...element.children];
        return element;
      }
      case "quote": {
        let element = h("blockquote", this.#styled("quote"), [this.#holding("p", block.runs)]);
        for (let depth = 1; depth < block.depth && depth < 6; depth += 1) element = h("blockquote", this.#styled("quote"), [element]);
        return element;
      }
      case "details":
        return h("table", { className: ["details"], ariaLabel: "Details", ...this.#styled("table") }, [h("tbody", block.rows.map((row) => this.#detail(row)))]);
      case "table":
        return h("table", this.#styled("table"), [
          h("thead", [h("tr", this.#lineOf(block.head), block.head.cells.map((cell) => this.#cell("th", cell, { scope: "col" })))]),
          h("tbody", block.rows.map((row) => h("tr", this.#lineOf(row), row.cells.map((cell) => this.#cell("td", cell))))),
        ]);
      case "rule":
        return h("hr");
    }
  }

  #detail(row: DetailRow): Element {
    const values = row.values.flatMap((runs, at): ElementContent[] => [...(at ? [h("br")] : []), ...this.#runs(runs)]);
    const value = h("td", this.#styled("cell"), values);
    if (!row.label) value.properties["colSpan"] = 2;
    return h("tr", this.#lineOf(row), [...(row.label ? [h("th", { scope: "row", ...this.#styled("cell") }, row.label)] : []), value]);
  }

  #cell(name: string, runs: Runs, properties: Record<string, string> = {}): Element {
    const cell = this.#holding(name, runs);
    const { style } = cell.properties;
    if (this.inline) cell.properties["style"] = [styles.cell, style].filter(Boolean).join(";");
    Object.assign(cell.properties, properties);
    return cell;
  }

  #item(item: ListItem, elements: Element[]): void {
    const depth = Math.min(item.depth, this.#open.length);
    const here = this.#open[depth];
    this.#open.length = Math.min(this.#open.length, depth + (here?.list === item.list ? 1 : 0));
    const level = this.#open[depth];
    const ticks = item.ticked === undefined ? [] : [{ type: "text" as const, value: item.ticked ? "☑ " : "☐ " }];
    if (level && item.more) {
      level.item.children.push(this.#lined(this.#holding("p", item.runs), item));
      return;
    }
    const entry = this.#lined(this.#holding("li", item.runs), item);
    entry.children.unshift(...ticks);
    if (ticks.length && this.inline) entry.properties["style"] = [entry.properties["style"], "list-style:none"].filter(Boolean).join(";");
    else if (ticks.length) (entry.properties["className"] ??= []) && (entry.properties["className"] as string[]).push("task");
    if (level) {
      level.element.children.push(entry);
      level.item = entry;
      return;
    }
    const element = item.number === undefined ? h("ul") : h("ol", item.number === 1 ? {} : { start: item.number });
    element.children.push(entry);
    (this.#open[depth - 1]?.item.children ?? elements).push(element);
    this.#open.push({ list: item.list, element, item: entry });
  }

  #lined(element: Element, { line }: { readonly line: number }): Element {
    Object.assign(element.properties, this.#lineOf({ line }));
    return element;
  }

  #lineOf({ line }: { readonly line: number }): Record<string, string> {
    return this.inline ? {} : { dataLine: String(line) };
  }

  #styled(name: keyof typeof styles): Record<string, string> {
    return this.inline ? { style: styles[name] } : {};
  }

  #holding(name: string, runs: Runs, classes: readonly string[] = []): Element {
    const both = meets(runs);
    const className = [...classes, ...(both ? ["meets"] : [])];
    return h(name, { ...(className.length ? { className } : {}), ...(both ? this.#styled("meets") : {}) }, this.#runs(runs));
  }

  #runs(runs: Runs): ElementContent[] {
    return runs.map((run) => this.#run(run));
  }

  #run(run: Run): ElementContent {
    let content: ElementContent[] = run.text.split("\n").flatMap((line, at): ElementContent[] => [...(at ? [h("br")] : []), ...(line ? [{ type: "text" as const, value: line }] : [])]);
    if (run.strike) content = [h("s", content)];
    if (run.italic) content = [h("em", content)];
    const { words, risk, bare } = run;
    const className = [...(words ? ["words"] : []), ...(bare ? ["bare"] : []), ...(risk ? ["risk"] : [])];
    if (className.length) {
      const look = words && risk ? (bare ? "bothBare" : "both") : risk ? "risk" : bare ? "bare" : "words";
      return h(risk || run.bold ? "strong" : "span", { className, ...this.#styled(look) }, content);
    }
    if (run.bold) return h("strong", content);
    return content.length === 1 ? content[0]! : h("span", content);
  }
}
