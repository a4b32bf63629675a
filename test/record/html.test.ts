import type { Element, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colours } from "../../server/src/record/colours.ts";
import { htmlBody, htmlDocument } from "../../server/src/record/html.ts";
import { corpus } from "../corpus/score.ts";
import { allText, kai, recordFor } from "./support.ts";

const all = (node: Root | RootContent): Element[] => [...(node.type === "element" ? [node] : []), ...("children" in node ? node.children.flatMap(all) : [])];
const textIn = (node: Root | RootContent): string => (node.type === "text" ? node.value : "children" in node ? node.children.map(textIn).join("") : "");
const texts = (node: Root | RootContent): string[] => (node.type === "text" ? [node.value] : "children" in node ? node.children.flatMap(texts) : []);
const parsed = (html: string, fragment: boolean): Root => fromHtml(html, { fragment });
const named = (root: Root, ...names: string[]): Element[] => all(root).filter(({ tagName }) => names.includes(tagName));
const outline = (root: Root): string[] => named(root, "h1", "h2", "h3", "h4", "h5", "h6").map((element) => `${element.tagName} ${textIn(element)}`);

const text = `# Visit\n\n${kai}## Why am I visiting?\n\nKai said “it is better”. **There is no food.** **Kai said “he hit me”.**\n\n1. one\n2. two\n   - inner\n\n     more\n3. three\n\n- [x] done\n\n> I miss my dog\n\n| House of Worries | House of Dreams |\n|---|---|\n| dad | a dog |\n\n### Below\n\nK: I hate it\nSW: what do you hate?\n`;

describe("a document of its own", () => {
  const root = parsed(htmlDocument(recordFor(text)), false);
  test("says its language, its title and its coding", () => {
    expect(named(root, "html")[0]!.properties["lang"]).toBe("en-GB");
    expect(textIn(named(root, "title")[0]!)).toBe("Visit");
    expect(named(root, "meta")[0]!.properties["charSet"]).toBe("utf-8");
  });
  test("has headings in order", () => expect(outline(root)).toEqual(["h1 Visit", "h2 Why am I visiting?", "h3 Below"]));
  test("colours the words and the risks in the elements themselves", () => {
    const styled = (look: RegExp): string[] => all(root).filter(({ properties }) => look.test(String(properties["style"] ?? "")) && !/border/.test(String(properties["style"]))).map(textIn);
    expect(styled(new RegExp(`color:${colours.words}`))).toEqual(["it is better", "he hit me", "I miss my dog", "dad", "a dog", "I hate it"]);
    expect(styled(new RegExp(`color:${colours.risk};font-weight:bold`))).toEqual(["There is no food.", "Kai said “", "”."]);
    expect(styled(new RegExp(`color:${colours.words};font-weight:bold`))).toEqual(["he hit me"]);
    expect(styled(/underline dotted/)).toEqual(["I miss my dog", "dad", "a dog"]);
  });
  test("has a red bar where both meet", () => expect(all(root).filter(({ properties }) => String(properties["style"] ?? "").includes(`border-left:4px solid ${colours.risk}`)).map(({ tagName }) => tagName)).toEqual(["p"]));
  test("nests lists, and numbers go on", () => {
    const [outer, tasks] = named(root, "ol", "ul").filter((list) => !named(root, "li").some((item) => item.children.includes(list)));
    expect(outer!.children.map((item) => textIn(item))).toEqual(["one", "twoinnermore", "three"]);
    expect(tasks!.children.map((item) => textIn(item))).toEqual(["☑ done"]);
  });
  test("has tables with headers of columns and of rows", () => {
    expect(named(root, "th").map((cell) => `${String(cell.properties["scope"])}: ${textIn(cell)}`)).toEqual(["row: Child", "row: Type of visit", "col: House of Worries", "col: House of Dreams"]);
  });
  test("has no script, no address and nothing to fetch", () => {
    expect(named(root, "script", "link", "a", "img", "iframe", "object", "form")).toEqual([]);
    expect(all(root).flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on|^(?:src|href|action|data)$/i.test(name))).toEqual([]);
    expect(htmlDocument(recordFor(`${kai}See [it](https://example.org/a) ![p](https://example.org/b.png)\n`))).not.toMatch(/(?:src|href|url\()/);
  });
});

describe("the body for a page", () => {
  test("has classes and lines, and no styles", () => {
    const root = parsed(htmlBody(recordFor(text)), true);
    expect(all(root).filter(({ properties }) => properties["style"] !== undefined)).toEqual([]);
    const classed = (name: string): string[] => all(root).filter(({ properties }) => ((properties["className"] as string[] | undefined) ?? []).includes(name)).map(textIn);
    expect(classed("words")).toEqual(["it is better", "he hit me", "I miss my dog", "dad", "a dog", "I hate it"]);
    expect(classed("risk")).toEqual(["There is no food.", "Kai said “", "he hit me", "”."]);
    expect(classed("meets")).toHaveLength(1);
    expect(classed("bare")).toEqual(["I miss my dog", "dad", "a dog"]);
  });
  test.each<readonly [string, string]>([["text", text], ...[...corpus].map(([name, gold]) => [name, gold.text] as const)])("%s: the lines of its blocks are those of the note, and run forwards", (_, note) => {
    const root = parsed(htmlBody(recordFor(note)), true);
    const lines = all(root).filter(({ properties }) => properties["dataLine"] !== undefined);
    expect(lines.length).toBeGreaterThan(2);
    const numbers = lines.map(({ properties }) => Number(properties["dataLine"]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    for (const element of lines) {
      const first = texts(element).join(" ").replace(/^[☐☑] /, "").match(/[\p{L}\p{N}]+/gu) ?? [""];
      const from = Number(element.properties["dataLine"]);
      const below = note.split(/\r\n|\n|\r/).slice(from, from + 1).join("\n");
      // A row for a list of the front matter begins with its first member; its label stands above it.
      expect(first.slice(0, 6).some((word) => below.toLowerCase().includes(word.toLowerCase())), `line ${from}: ${first.slice(0, 6).join(" ")}`).toBe(true);
    }
  });
});

test("what stands in the note is text, and never markup", () => {
  const nasty = `${kai}Kai said “<img src=x onerror=alert(1)> & <script>alert(2)</script>” \`<b onclick=x>\` &lt;script&gt;\n\n\`\`\`\n<script>alert(3)</script>\n\`\`\`\n`;
  for (const html of [htmlBody(recordFor(nasty)), htmlDocument(recordFor(nasty))]) {
    const root = parsed(html, false);
    expect(named(root, "script", "img")).toEqual([]);
    expect(all(root).flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on/i.test(name))).toEqual([]);
    expect(textIn(root)).toContain("<script>alert(3)</script>");
  }
  const title = fromHtml(htmlDocument(recordFor(`# </title><script>x</script> &amp; \\<b>\n\n${kai}We met.\n`)));
  expect(named(title, "script")).toEqual([]);
});

test("every text of the record stands in the HTML", () => {
  for (const { text: note } of corpus.values()) {
    const plain = (one: string): string => one.replace(/\s+/g, "");
    const record = recordFor(note);
    expect(plain(textIn(parsed(htmlBody(record), true)))).toBe(plain(allText(record)));
  }
});

test("the colours can be read on white (WCAG 2.2, 1.4.3)", () => {
  const light = (hex: string): number => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at]!, 0);
  for (const colour of Object.values(colours)) expect(1.05 / (light(colour) + 0.05)).toBeGreaterThanOrEqual(7);
});

test("the good sample brings the same document each time", () => {
  const sample = readFileSync(new URL("../../samples/good.casenote.md", import.meta.url), "utf8");
  expect(htmlDocument(recordFor(sample))).toBe(htmlDocument(recordFor(sample)));
});
