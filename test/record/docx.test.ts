import { strFromU8, unzipSync } from "fflate";
import { fromHtml } from "hast-util-from-html";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { colours } from "../../server/src/record/colours.ts";
import { wordFile } from "../../server/src/record/docx.ts";
import { corpus } from "../corpus/score.ts";
import { allText, kai, recordFor } from "./support.ts";

const hex = (colour: string): string => colour.slice(1).toUpperCase();
const parts = (bytes: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
const unescape = (text: string): string => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
const textsOf = (xml: string): string => [...xml.matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g)].map((match) => unescape(match[1]!)).join("");

interface Para {
  readonly xml: string;
  readonly style: string;
  readonly text: string;
}
const paragraphs = (document: string): Para[] => [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => ({ xml, style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? "", text: textsOf(xml) }));
const runs = (document: string): { style: string; text: string }[] => [...document.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([xml]) => ({ style: /<w:rStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? "", text: textsOf(xml) }));

const text = `# Visit & more\n\n${kai}## Why am I visiting?\n\nKai said “it is <better>”. **There is no food.** **Kai said “he hit me”.**\n\n1. one\n2. two\n   - inner\n3. three\n\nText.\n\n5. five\n\n- [x] done\n\n> I miss my dog\n\n| House of Worries | House of Dreams |\n|---|---|\n| **dad** | a dog |\n\n### Below\n\nK: I hate it\nSW: what do you hate?\n`;
let files: Record<string, string>;
let document: string;
beforeAll(async () => {
  files = parts(await wordFile(recordFor(text)));
  document = files["word/document.xml"]!;
});

describe("a Word file", () => {
  test("has real headings, a title, and quotes", () => {
    const styled = paragraphs(document).filter(({ style }) => /^(?:Title|Heading|Quote)/.test(style)).map(({ style, text: told }) => `${style}: ${told}`);
    expect(styled).toEqual(["Title: Visit & more", "Heading1: Why am I visiting?", "Quote: I miss my dog", "Heading2: Below"]);
    for (const style of ["Title", "Heading1", "Heading2"]) expect(files["word/styles.xml"]).toContain(`w:styleId="${style}"`);
  });
  test("gives a child's words and risks character styles of their own", () => {
    const styled = runs(document).filter(({ style }) => style).map(({ style, text: told }) => `${style}: ${told}`);
    expect(styled).toEqual(["ChildsWords: it is <better>", "Risk: There is no food.", "Risk: Kai said “", "ChildsWordsRisk: he hit me", "Risk: ”.", "ChildsWordsUnmarked: I miss my dog", "ChildsWordsUnmarkedRisk: dad", "ChildsWordsUnmarked: a dog", "ChildsWords: I hate it"]);
    const style = (id: string): string => new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(files["word/styles.xml"]!)![0];
    expect(style("ChildsWords")).toContain(`w:val="${hex(colours.words)}"`);
    expect(style("ChildsWords")).toContain('w:val="Child&apos;s words"');
    expect(style("Risk")).toMatch(new RegExp(`<w:b/>.*${hex(colours.risk)}|${hex(colours.risk)}.*<w:b/>`, "s"));
    // What only colour would tell is underlined with dots too.
    expect(style("ChildsWordsUnmarked")).toContain('<w:u w:val="dotted"');
  });
  test("has a red bar at the side where both meet, of a paragraph or a cell", () => {
    const bars = paragraphs(document).filter(({ xml }) => new RegExp(`<w:pBdr><w:left [^>]*w:color="${hex(colours.risk)}"`).test(xml));
    expect(bars.map(({ text: told }) => told)).toEqual(["Kai said “it is <better>”. There is no food. Kai said “he hit me”.".trim()]);
    const cells = [...document.matchAll(/<w:tc>.*?<\/w:tc>/gs)].filter(([xml]) => new RegExp(`<w:tcBorders>.*w:color="${hex(colours.risk)}"`, "s").test(xml));
    expect(cells.map(([xml]) => textsOf(xml))).toEqual(["dad"]);
  });
  test("has real lists: bullets and numbers, and each begins with its own number", () => {
    const listed = paragraphs(document).filter(({ xml }) => xml.includes("<w:numPr>"));
    expect(listed.map(({ text: told, xml }) => `${/<w:ilvl w:val="(\d)"/.exec(xml)![1]} ${told}`)).toEqual(["0 one", "0 two", "1 inner", "0 three", "0 five"]);
    const ids = listed.map(({ xml }) => /<w:numId w:val="(\d+)"/.exec(xml)![1]);
    expect(ids[0]).toBe(ids[3]);
    expect(ids[4]).not.toBe(ids[0]);
    const numbering = files["word/numbering.xml"]!;
    const abstract = new RegExp(`<w:num w:numId="${ids[4]}".*?<w:abstractNumId w:val="(\\d+)"`, "s").exec(numbering)![1];
    expect(new RegExp(`<w:abstractNum [^>]*w:abstractNumId="${abstract}".*?<w:start w:val="(\\d+)"`, "s").exec(numbering)![1]).toBe("5");
    expect(paragraphs(document).map(({ text: told }) => told)).toContain("☑ done");
  });
  test("has real tables, the details and the note's own, whose head is a header row", () => {
    const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([xml]) => xml);
    expect(tables.map(textsOf)).toEqual(["ChildKai Morton (9)Type of visitStatutory visit", "House of WorriesHouse of Dreamsdada dog"]);
    expect(tables.map((xml) => (xml.match(/<w:tblHeader/g) ?? []).length)).toEqual([0, 1]);
  });
  test("is A4, in British English, with a title and without a name or a time", () => {
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(files["word/styles.xml"]).toContain('<w:lang w:val="en-GB"');
    expect(files["docProps/core.xml"]).toContain("<dc:title>Visit &amp; more</dc:title>");
    expect(files["docProps/core.xml"]).not.toMatch(/Un-named|creator|lastModifiedBy|created|modified|\d{4}-\d\d/);
  });
  test("is the same each time", async () => expect(Buffer.from(await wordFile(recordFor(text))).equals(Buffer.from(await wordFile(recordFor(text))))).toBe(true));
});

test("every part is sound XML, whatever the note holds", async () => {
  const nasty = parts(await wordFile(recordFor(`# <a> & "b" \u0007\uD83D\n\n${kai}Kai said “]]> <w:p> \u000B &amp;lt; 👩‍👧”.\n\n\`\`\`\n</w:t>\n\`\`\`\n`)));
  for (const [name, xml] of Object.entries(nasty)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const problems: string[] = [];
    fromHtml(xml.replace(/^<\?xml.*?\?>/, ""), { fragment: true, space: "svg" });
    // Tags open and close in turn, and no sign stands that XML forbids.
    const open: string[] = [];
    for (const [, close, tag, self] of xml.replace(/<\?.*?\?>/g, "").matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (close) {
        if (open.pop() !== tag) problems.push(`</${tag}>`);
      } else if (!self) open.push(tag!);
    }
    expect([...problems, ...open], name).toEqual([]);
    expect(xml, name).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
    expect(/\p{Cs}/u.test(xml), name).toBe(false);
  }
  expect(textsOf(nasty["word/document.xml"]!)).toContain("</w:t>");
});

test("every text of the record stands in the file, in order", async () => {
  const notes = [...[...corpus.values()].slice(0, 12).map((gold) => gold.text), readFileSync(new URL("../../samples/good.casenote.md", import.meta.url), "utf8")];
  for (const note of notes) {
    const record = recordFor(note);
    const plain = (one: string): string => one.replace(/\s+/g, "");
    expect(plain(textsOf(parts(await wordFile(record))["word/document.xml"]!))).toBe(plain(allText(record)));
  }
});

test("an empty note is a file all the same", async () => expect(Object.keys(parts(await wordFile(recordFor(""))))).toContain("word/document.xml"));
