import { decodeString } from "micromark-util-decode-string";
import type { Nodes } from "mdast";
import type { Note, Quotation } from "../note/note.ts";
import { once } from "../note/once.ts";
import { marksIn, quotationsIn } from "../note/positions.ts";
import { shownRisks } from "../note/shown-risks.ts";
import { childsWords } from "../note/spoken.ts";
import { fieldsIn } from "../text/fields.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { openComment, type Field } from "./fields.ts";
import type { Run } from "./model.ts";

const looks = { bold: 1, italic: 2, strike: 4, words: 8, bare: 16, risk: 32 } as const;
const none = 0;

/** A written line of this length (units) was broken by somebody's editor, and not by its writer. */
const wrapped = { least: 60, most: 100 };

/** The letters of one leaf of a note's Markdown, without markup: where each stands in the note, and how it looks. */
export class Letters {
  #text = "";
  /** The place in the note (UTF-16 units) of each unit of the text. */
  readonly #at: number[] = [];
  readonly #looks: number[] = [];
  /** Line ends that Markdown takes for a space. */
  readonly #soft = new Set<number>();
  /** Where something was left out: of the spaces around it one stays. */
  readonly #gaps: number[] = [];

  constructor(
    private readonly note: Note,
    private readonly fields: Field[],
    /** In how many block quotes it stands. */
    private readonly quotes = 0,
  ) {}

  /** Takes in what stands in a node of a Markdown tree, whose offsets count from `base`. */
  readNode(node: Nodes, base: number, look = none): void {
    const span = { start: base + (node.position?.start.offset ?? 0), end: base + (node.position?.end.offset ?? 0) };
    switch (node.type) {
      case "text":
        return this.readText(span, look);
      case "strong":
        return this.#children(node, base, look | looks.bold);
      case "emphasis":
        return this.#children(node, base, look | looks.italic);
      case "delete":
        return this.#children(node, base, look | looks.strike);
      case "break":
        return this.#put("\n", span.start, look);
      case "html":
        return this.readHtml(span, look);
      case "inlineCode": {
        const fence = /^`+/.exec(this.note.text.slice(span.start, span.end))?.[0].length ?? 0;
        return this.#plain({ start: span.start + fence, end: span.end - fence }, look);
      }
      case "image":
      case "imageReference":
        return this.#put(node.alt ?? "", span.start, look);
      case "footnoteReference":
        return this.#put(`[${node.label ?? node.identifier}]`, span.start, look);
      case "link": {
        const before = this.#text.length;
        this.#children(node, base, look);
        if (!node.url.trim()) this.fields.push({ ...span, text: oneLine(this.note.text.slice(span.start, span.end)) });
        else if (this.#text.slice(before) !== node.url.replace(/^mailto:/, "")) this.#put(` (${node.url})`, span.end - 1, look);
        return;
      }
      default:
        return this.#children(node, base, look);
    }
  }

  /** Takes in a stretch of the note that is Markdown's text: escapes and entities stand for what they mean. */
  readText({ start, end }: Span, look = none): void {
    const raw = this.note.text.slice(start, end);
    let from = 0;
    for (const match of raw.matchAll(/\\[!-/:-@[-`{-~]|&(?:#x?[\da-f]{1,7}|[a-z][\da-z]{1,30});|(?:(?<![ \t])[ \t]+)?(?:\r\n|\n|\r)[ \t]*/gi)) {
      this.#put(raw.slice(from, match.index), start + from, look);
      const at = start + match.index;
      from = match.index + match[0].length;
      if (/[\r\n]/.test(match[0])) {
        const marks = this.quotes ? new RegExp(`^(?:>[ \\t]?){0,${this.quotes}}[ \\t]*`).exec(raw.slice(from))![0].length : 0;
        from += marks;
        this.#soft.add(this.#text.length);
        this.#put("\n", at, look);
      } else this.#put(decodeString(match[0]), at, look);
    }
    this.#put(raw.slice(from), start + from, look);
  }

  /** Takes in a stretch of HTML: comments vanish, tags vanish, and the text of what they hold stays. */
  readHtml({ start, end }: Span, look = none): void {
    const raw = this.note.text.slice(start, end);
    let from = 0;
    for (const match of raw.matchAll(/<!--[\s\S]*?(?:-->|$)|<\/?([a-z][a-z\d]*)\b([^>]*)>/gi)) {
      const [all, tag, rest = ""] = match;
      if (tag && !(tags.test(tag) && attributes.test(rest))) continue;
      this.readText({ start: start + from, end: start + match.index }, look);
      from = match.index + all.length;
      if (tag && /^br$/i.test(tag)) this.#put("\n", start + match.index, look);
      else if (!tag) {
        this.#gaps.push(this.#text.length);
        if (!all.endsWith("-->")) this.fields.push({ start: start + match.index, end: start + match.index + 4, text: openComment });
      }
    }
    this.readText({ start: start + from, end }, look);
  }

  #children(node: Nodes, base: number, look: number): void {
    if ("children" in node) for (const child of node.children) this.readNode(child as Nodes, base, look);
  }

  /** Takes in a stretch of the note as it is written. */
  #plain({ start, end }: Span, look: number): void {
    for (const [at, line] of this.note.text.slice(start, end).split(/(\r\n|\n|\r)/).entries()) {
      this.#put(at % 2 ? "\n" : line, start, look);
      start += line.length;
    }
  }

  readCode(span: Span): void {
    this.#plain(span, none);
  }

  #put(text: string, start: number, look: number): void {
    for (let unit = 0; unit < text.length; unit += 1) {
      this.#at.push(start + unit);
      this.#looks.push(look);
    }
    this.#text += text;
  }

  /** Where its letters begin and end in the note. */
  get span(): Span {
    return this.#at.length ? { start: this.#at[0]!, end: this.#at.at(-1)! + 1 } : { start: 0, end: 0 };
  }

  /** The runs of what stands in the note between two offsets; fields are left out, and told to the list of them. */
  runs(from = 0, to = Infinity): Run[] {
    let first = this.#at.findIndex((at) => at >= from);
    if (first < 0) return [];
    let last = first;
    while (last < this.#at.length && this.#at[last]! < to) last += 1;
    const kept = new Uint8Array(last - first).fill(1);
    const gaps = this.#gaps.filter((at) => at >= first && at <= last);
    for (const { start, end } of fieldsIn(this.#text.slice(first, last))) {
      kept.fill(0, start, end);
      gaps.push(first + start);
      this.fields.push({ start: this.#at[first + start]!, end: this.#at[first + end - 1]! + 1, text: oneLine(this.#text.slice(first + start, first + end)) });
    }
    this.#paint(first, last);
    for (const gap of gaps) this.#close(gap, first, last, kept);
    return this.#drawn(first, last, kept);
  }

  /** Colours a child's words and what is marked as a risk. */
  #paint(first: number, last: number): void {
    const span = { start: this.#at[first]!, end: this.#at[last - 1]! + 1 };
    const add = (place: Span, look: number): void => {
      for (let at = first; at < last; at += 1) if (this.#at[at]! >= place.start && this.#at[at]! < place.end) this.#looks[at]! |= look;
    };
    for (const words of wordsIn(this.note).overlapping(span)) {
      const quotation = quotationsIn(this.note, words).find(({ speaker }) => speaker === "child");
      add(words, looks.words | (quotation && marksOrLabels.has(quotation.form) ? none : looks.bare));
    }
    // What is marked and no risk is an emphasis, in bold.
    for (const mark of marksIn(this.note, span)) add(mark, looks.bold);
    for (const risk of risksIn(this.note).overlapping(span)) add(risk, looks.risk | looks.bold);
  }

  /** Where something was left out, no second space stays, and none before a stop. A child's words are left as they are. */
  #close(gap: number, first: number, last: number, kept: Uint8Array): void {
    let before = gap - 1;
    while (before >= first && !kept[before - first]) before -= 1;
    let behind = gap;
    while (behind < last && !kept[behind - first]) behind += 1;
    const blank = (at: number): boolean => /[ \t]/.test(this.#text[at] ?? "x");
    if (before < first || !blank(before) || this.#looks[before]! & looks.words) return;
    if (behind >= last || blank(behind) || /[.,;:!?)\n]/.test(this.#text[behind]!)) kept[before - first] = 0;
  }

  #drawn(first: number, last: number, kept: Uint8Array): Run[] {
    const spaces = this.#isWrapped(first, last);
    while (first < last && (!kept[kept.length - (last - first)] || /\s/.test(this.#text[first]!))) first += 1;
    const offset = kept.length - (last - first);
    while (last > first && (!kept[offset + last - 1 - first] || /\s/.test(this.#text[last - 1]!))) last -= 1;
    const runs: Run[] = [];
    let text = "";
    let look = none;
    const flush = (): void => {
      if (text) runs.push(run(text, look));
      text = "";
    };
    for (let at = first; at < last; at += 1) {
      if (!kept[offset + at - first]) continue;
      if (this.#looks[at] !== look) {
        flush();
        look = this.#looks[at]!;
      }
      text += this.#soft.has(at) && spaces ? " " : this.#text[at]!;
    }
    flush();
    return runs;
  }

  /** True where the lines are as long as an editor makes them, so that their ends mean nothing. */
  #isWrapped(first: number, last: number): boolean {
    const lines = this.#text.slice(first, last).split("\n").slice(0, -1);
    return lines.length > 0 && lines.every(({ length }) => length >= wrapped.least && length <= wrapped.most);
  }
}

const wordsIn = once((note: Note) => new SpanIndex(childsWords(note)));
const risksIn = once((note: Note) => new SpanIndex(shownRisks(note)));

/** Forms of words that say by themselves whose they are. */
const marksOrLabels: ReadonlySet<Quotation["form"]> = new Set(["marks", "turn"] as const);

/** Tags that say how something looks or is laid out; what else stands between pointed brackets is somebody's words. */
const tags = /^(?:a|abbr|b|big|blockquote|body|br|center|cite|code|col|colgroup|del|details|dd|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|img|input|ins|kbd|label|li|link|main|mark|meta|nav|o|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|wbr)$/i;

/** What stands behind a tag's name: "<i think so>" and "<time unclear>" are words. */
const attributes = /^(?:\s+(?:[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)|checked|disabled|hidden|open|selected|reversed|nowrap))*\s*\/?$/i;

/** What no document may hold: control characters, and halves of pairs. */
const sound = (text: string): string => text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]/g, "").replace(/\r/g, "\n").replace(/\p{Cs}/gu, "\uFFFD");

function run(text: string, look: number): Run {
  const has = (bit: number): boolean => (look & bit) !== 0;
  return {
    text: sound(text),
    ...(has(looks.bold) ? { bold: true as const } : {}),
    ...(has(looks.italic) ? { italic: true as const } : {}),
    ...(has(looks.strike) ? { strike: true as const } : {}),
    ...(has(looks.words) ? { words: true as const } : {}),
    ...(has(looks.words) && has(looks.bare) ? { bare: true as const } : {}),
    ...(has(looks.risk) ? { risk: true as const } : {}),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
