import { matchesIn } from "../text/matches.ts";
import type { RawBlock } from "./raw-block.ts";

/** What may be markup wherever it stands. */
const sign = /[\\`*_[\]<|~\uFEFF\0]/;
/** What may be markup where a line begins, but for a heading. */
const lineSign = /^(?: *(?:[#>+=:-]|\d{1,9}[.)](?:[ \t]|$))|[ \t]*\t)/;
const heading = /^(#{1,6} +)([^\s#](?:[^#]*[^\s#])?) *$/;
const lines = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;

/**
 * The blocks of a text without markup, but for headings such as "## Views": those that the parser of Markdown would find, and far sooner.
 * Undefined where the parser has to look. Most of what people write in a note is of this kind.
 */
export function plainBlocks(text: string): RawBlock[] | undefined {
  if (sign.test(text)) return undefined;
  const blocks: RawBlock[] = [];
  let paragraph: { start: number; end: number } | undefined;
  for (const { 1: line, index } of matchesIn(text, lines)) {
    const title = heading.exec(line!);
    if (!title && lineSign.test(line!)) return undefined;
    let [start, end] = [index, index + line!.length];
    while (text[start] === " ") start += 1;
    while (end > start && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
    if (title) blocks.push({ kind: "heading", span: { start: start + title[1]!.length, end }, depth: title[1]!.trimEnd().length, bold: false });
    if (title || end <= start) paragraph = undefined;
    else if (paragraph) paragraph.end = end;
    else blocks.push({ kind: "paragraph", span: (paragraph = { start, end }), depth: 0, bold: false });
  }
  return blocks;
}
