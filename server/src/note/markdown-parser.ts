import type { Nodes, Root } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { combineExtensions } from "micromark-util-combine-extensions";
import remarkParse from "remark-parse";
import { unified } from "unified";

/**
 * The parser of notes, with these extensions. Case notes are no programs: what is set in by four spaces is prose. "![^1]" is no footnote: to look for those
 * costs the square of a paragraph's brackets. Nothing is put into the tree that has no place in the text.
 */
const parserWith = (...extensions: Parameters<typeof combineExtensions>[0]) =>
  unified()
    .data("micromarkExtensions", [combineExtensions([...extensions, { disable: { null: ["codeIndented", "gfmPotentialFootnoteCall"] } }])])
    .data("fromMarkdownExtensions", gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })))
    .use(remarkParse)
    .freeze();

// The way of GitHub but for one: an address is no link, and to look for one at every letter takes as long as all else.
const usual = [gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()];
const withTables = parserWith(...usual, gfmTable());
/** Every line may begin a table, and is looked at for it. */
const withoutTables = parserWith(...usual);

/** The tree of a text, and what is added to the offsets of its nodes to get places in it (UTF-16 units). Undefined where it cannot be read. */
export function parse(text: string): { root: Root | undefined; shift: number } {
  // micromark drops a mark of byte order and counts from behind it.
  const shift = text.startsWith("\uFEFF") ? 1 : 0;
  if (isTangled(text)) return { root: undefined, shift };
  try {
    const root = (text.includes("|") ? withTables : withoutTables).parse(text);
    return { root: isDeeperThan(root, deepest) ? undefined : root, shift };
  } catch {
    return { root: undefined, shift };
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

/** Lists and quotes that begin within each other on one line, or a list set in so far: more levels than anybody's. The parser's time grows with the square of them. */
const nested = new RegExp(`^(?:(?:[ \\t]{0,4}(?:>|(?:[*+-]|\\d{1,9}[.)])(?=[ \\t]))){${deepest}}|[ \\t]{${2 * deepest},}(?:>|(?:[*+-]|\\d{1,9}[.)])[ \\t]))`, "m");

/** What costs the parser the square of its number within a paragraph, and the most of it that is read: marks of emphasis, links, lines that underline a heading. Nobody writes as much. */
const costly = [[/[*_~]+/g, 4_000], [/\]\(/g, 4_000], [/^ {0,3}(?:=+|-+)[ \t]*\r?$/gm, 500]] as const;

/** True of a text on which the parser would spend far more time than on any note; it is read as it is written. */
function isTangled(text: string): boolean {
  if (nested.test(text)) return true;
  return text.split(/\n[ \t]*\r?\n/).some((paragraph) => costly.some(([sign, most]) => paragraph.length > most && (paragraph.match(sign)?.length ?? 0) > most));
}

