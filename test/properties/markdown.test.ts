import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownTrees, readMarkdown, readPiece, type MarkdownReading } from "../../server/src/note/markdown.ts";
import { parse } from "../../server/src/note/markdown-parser.ts";
import { plainBlocks } from "../../server/src/note/plain-blocks.ts";
import { Shelf } from "../../server/src/text/shelf.ts";
import { moved } from "../../server/src/text/moved.ts";
import { notes, parameters } from "./pieces.ts";

// Markdown is read in pieces as small as a paragraph. That changes nothing: a text cut at its headings alone is read the same way.

const line = fc.constantFrom(
  "", "", "", "", " ", "\t", "\f", "\u00A0", "Kai said no.", "Kai", "and mum", "A long line of prose about Kai and his nan.", "9 June", "12. twelfth", "1) one", "2025 was good", "3.5 hours", "“Hi”, he said", "'quoted'", "(mum)", "**Bold start** of it", "**Plan**", "*leaning*", "__so__", "***", "---", "===", "- - -", "Kai\r", "\rlone", "a\rb",
  "- item", "-", "* other", "+ more", "1. first", "10. tenth", "  indented", "    far in", "   three in", "\tin by a tab", "  - nested", "    - deeper", "   1. numbered", "- [ ] task", "- # heading in an item", "-   wide item", "> quoted", ">", "> - item in it", ">> twice", "> # heading", "  > in an item", "> | a | b |", "- > quoted in an item",
  "# Heading", "## Kai", "### ", "#no heading", "Setext", "| a | b |", "|---|---|", "| c | d |", "a | b", "--|--", "- | a | b |", "  |---|---|", "```", "~~~", "```js", "   ```", "  - ```", "> ```", "<div>", "</div>", "<b>", "</b>", "<span style=\"color:red\">", "</span> more", "<!--", "-->", "<!-- one -->", "text <!-- open", "closed --> text", "<script>", "</script>", "<?php", "?>", "<![CDATA[", "]]>", "<p>para", "a < b", "1 <2",
  "[x]: http://a.org", "[x]", "[Mum]: no", "[a]:", "\"title\"", "[^1]: a note", "    goes on", "see[^1]", "[^1]", "[link](to)", "![picture](a.png)", "[x][y]", "`code`", "a `code over", "lines` b", "**over", "lines**", "~~gone~~", "a\\", "two spaces  ", "\\# escaped", "&amp;", "kai@example.org", "www.example.org", "\uFEFF", "\u0000", "😀 smile", "– dash", "… then",
);
const texts = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"), fc.constantFrom("", "\uFEFF", "\n")).map(([lines, end, start]) => start + lines.join(end));
/** Lists, quotations and prose with many empty lines: what is cut most. */
const likely = fc.array(fc.constantFrom("", "", "", "", " ", "Kai said no.", "Mum", "“Hi”", "**Plan** it", "9 June", "- item", "- ", "1. first", "  more", "    far in", "  - nested", "> quoted", ">", "- > in", "| a | b |", "|---|---|", "# Heading", "---", "\tin", "\r", "[x]", "[^1]"), { maxLength: 20 }).map((lines) => lines.join("\n"));

type Layout = Pick<MarkdownReading, "blocks" | "prose" | "strong" | "comments">;

/** The reading of a text that is cut at its headings alone. */
function byHeadings(text: string): Layout {
  let tables = 0;
  const parts = [...markdownTrees(text, 0)].map(({ span }) => {
    const reading = readPiece(text.slice(span.start, span.end));
    const first = tables;
    tables += reading.tables;
    return { ...reading, blocks: reading.blocks.map((block) => ({ ...block, span: moved(block.span, span.start), ...(block.cell ? { cell: { ...block.cell, table: block.cell.table + first } } : {}) })), strong: reading.strong.map((one) => moved(one, span.start)), comments: reading.comments.map((one) => moved(one, span.start)) };
  });
  return { blocks: parts.flatMap(({ blocks }) => blocks), prose: parts.map(({ prose }) => prose).join(""), strong: parts.flatMap(({ strong }) => strong), comments: parts.flatMap(({ comments }) => comments) };
}
const layout = ({ blocks, prose, strong, comments }: Layout): Layout => ({ blocks, prose, strong, comments });
const same = (text: string): void => {
  expect(layout(readMarkdown(text, 0))).toEqual(byHeadings(text));
};
const corpus = readdirSync("test/corpus/notes").filter((name) => name.endsWith(".md")).map((name) => readFileSync(`test/corpus/notes/${name}`, "utf8"));

describe("small pieces are read as large ones", () => {
  test("lines of every kind", { timeout: 60_000 }, () => fc.assert(fc.property(texts, same), parameters(600)));
  test("lists, quotations and prose", { timeout: 60_000 }, () => fc.assert(fc.property(likely, same), parameters(600)));
  test("notes", () => fc.assert(fc.property(notes, same), parameters(100)));
  test("the corpus, which they cut", () => {
    for (const text of corpus) same(text);
    const count = (trees: boolean): number => corpus.reduce((sum, text) => sum + (trees ? [...markdownTrees(text, 0)] : readMarkdown(text, 0).pieces).length, 0);
    expect(count(false)).toBeGreaterThan(2 * count(true));
  });
});

describe("a text without markup is read without the parser", () => {
  /** Texts that look plain, and now and then are not. */
  const sign = fc.constantFrom("#", "##", "-", "+", "=", "---", ">", ":", "1.", "1)", "12.5", "    ", "  ", " ", "\t", "&amp;", "&", "!", "(", "^", "$", "@", "\f", "\u00A0", "\u2028", "\v", "\0", "\uFEFF", "*", "_", "~", "|", "<", "[x]", "\\", "`", "Kai", "Mum said", "www.kai.org", "http://kai.org", "kai@nan.org", "😀", "é");
  const plainish = fc.array(fc.oneof({ weight: 6, arbitrary: fc.array(sign, { maxLength: 4 }).map((signs) => signs.join("")) }, { weight: 4, arbitrary: fc.constantFrom("", "", " ", "Kai said no.  ", "  Mum", "## Views", "# Kai ", "### Kai #", "#Kai", "##", "9 June", "– so") }), { maxLength: 6 }).chain((lines) => fc.constantFrom("\n", "\r\n", "\r").map((end) => lines.join(end)));
  /** What the parser finds; undefined where that is anything else than headings and paragraphs of mere text. */
  function parsed(text: string): unknown {
    const { root, shift } = parse(text);
    return root?.children.map((node) => {
      if ((node.type !== "heading" && node.type !== "paragraph") || node.children.some(({ type }) => type !== "text" && type !== "break")) return node.type;
      const span = { start: shift + node.children[0]!.position!.start.offset!, end: shift + node.children.at(-1)!.position!.end.offset! };
      return { kind: node.type, span, depth: node.type === "heading" ? node.depth : 0, bold: false };
    });
  }
  const sameAsParsed = (text: string): boolean => {
    const blocks = plainBlocks(text);
    if (blocks) expect(blocks).toEqual(parsed(text));
    return blocks !== undefined;
  };
  test("as the parser would read it", { timeout: 60_000 }, () => {
    let plain = 0;
    fc.assert(fc.property(fc.oneof(plainish, texts, likely), (text) => void (plain += Number(sameAsParsed(text)))), parameters(3_000));
    expect(plain).toBeGreaterThan(500);
  });
  test("most of the corpus, paragraph by paragraph", () => {
    const read = corpus.flatMap((text) => text.split(/(?<=\n\n)/)).map(sameAsParsed);
    expect(read.filter(Boolean).length).toBeGreaterThan(read.length / 2);
  });
  test("looks for markup where a line begins", () => {
    for (const text of ["Kai\n- was", "Kai\n---", "Kai\n=", "> Kai", "1. Kai", "1) Kai", "#", "# Kai #", "\tKai", "    1. Kai"]) expect(plainBlocks(text), text).toBeUndefined();
    expect(plainBlocks("## Kai\nHe is 3.5\n  and well. \n\nNan")).toEqual([{ kind: "heading", span: { start: 3, end: 6 }, depth: 2, bold: false }, { kind: "paragraph", span: { start: 7, end: 28 }, depth: 0, bold: false }, { kind: "paragraph", span: { start: 31, end: 34 }, depth: 0, bold: false }]);
  });
});

describe("pieces", () => {
  test("each is what a reading of its text alone gives, and all of them are the text", { timeout: 60_000 }, () => fc.assert(fc.property(texts, (text) => {
    const { pieces, prose } = readMarkdown(text, 0);
    expect(pieces.map(({ span }) => text.slice(span.start, span.end)).join("")).toBe(text);
    expect(prose).toHaveLength(text.length);
    for (const { span, reading } of pieces) expect(reading).toEqual(readPiece(text.slice(span.start, span.end)));
  }), parameters(300)));
  test("cut where an empty line ends what stands above", () => {
    const cut = (text: string): string[] => readMarkdown(text, 0).pieces.map(({ span }) => text.slice(span.start, span.end));
    expect(cut("Kai\n\n- a\n\n  b\n\n- c\n\nMum\n# H\n \r\n“No”\n\n**Yes**")).toEqual(["Kai\n\n- a\n\n  b\n\n- c\n\n", "Mum\n", "# H\n \r\n", "“No”\n\n", "**Yes**"]);
    for (const text of ["<div>\n\nKai", "```\n\nKai", "[a]: b\n\nKai", "<!-- a\n\nKai\n\n-->\n\nb", "Kai\n\n[^1]: a"]) expect(cut(text)).toEqual([text]);
  });
});

describe("with a shelf", () => {
  test("a text that is written on is read as without", { timeout: 60_000 }, () => {
    const places = fc.array(fc.tuple(fc.nat(400), fc.nat(8), line, fc.boolean()), { maxLength: 8 });
    fc.assert(fc.property(fc.oneof(texts, likely), places, (text, edits) => {
      const shelf = new Shelf();
      const again = () => {
        shelf.turn();
        expect(readMarkdown(text, 0, shelf)).toEqual(readMarkdown(text, 0));
      };
      again();
      again();
      for (const [at, length, insert, end] of edits) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + insert + (end ? "\n" : "") + text.slice(start + length);
        again();
      }
    }), parameters(120));
  });
  test("what stands as it stood is not read again", () => {
    const shelf = new Shelf();
    const first = readMarkdown("Kai\n\nMum\n\nDad", 0, shelf).pieces;
    shelf.turn();
    const second = readMarkdown("Kai\n\nMums\n\nDad", 0, shelf).pieces;
    expect(second.map(({ reading }, index) => reading === first[index]!.reading)).toEqual([true, false, true]);
  });
});
