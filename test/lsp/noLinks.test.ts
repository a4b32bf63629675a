import { readFileSync } from "node:fs";
import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { literal } from "../../client/src/markdown.ts";
import { literal as literalOfServer } from "../../server/src/lsp/markdownText.ts";
import { Editor, modern } from "./editor.ts";

/** What would be a link, a command or a picture, if anybody took a note's text for anything but text. */
const bait = [
  "https://leak.example/x", "http://leak.example", "www.leak.example/y", "WWW.leak.example", "kai@leak.example", "mailto:kai@leak.example", "xmpp:kai@leak.example", "ftp://leak.example",
  "[look](command:workbench.action.quit)", "[look](https://leak.example)", "![look](https://leak.example/p.png)", "<img src=https://leak.example/q.png>", "<https://leak.example>",
  "<a href='command:x'>y</a>", "[look]: https://leak.example", "[look][look]", "&lt;img src=x&gt;", "$(globe)", "<script>x</script>", "<iframe src='//leak.example'></iframe>",
];

const parse = (markdown: string): Nodes => unified().use(remarkParse).use(remarkGfm).parse(markdown);

/** All that Markdown, as an editor reads it, makes of a text but text and what we wrote ourselves. */
function foreign(markdown: string): string[] {
  const found: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "link" && !/^(?:https:\/\/github\.com\/case-recording\/|file:\/\/\/rules\/)/.test(node.url)) found.push(node.url);
    else if (["image", "html", "linkReference", "imageReference", "definition"].includes(node.type)) found.push(node.type);
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(parse(markdown));
  return found;
}

test("the reader of links sees them", () => {
  expect(foreign("See https://leak.example and [x](command:y), kai@leak.example.")).toHaveLength(3);
  expect(foreign("![x](https://leak.example/p.png) <img src=x>")).toEqual(["image", "html"]);
});

describe.each([["the server", literalOfServer], ["the extension", literal]])("text that %s shows as Markdown", (_, literally) => {
  test.each(bait)("%s stays text", (text) => {
    const markdown = literally(`Kai said ${text} and went.`);
    expect(foreign(markdown)).toEqual([]);
    const shown: string[] = [];
    const walk = (node: Nodes): void => void ("value" in node ? shown.push(node.value) : "children" in node && node.children.forEach(walk));
    walk(parse(markdown));
    expect(shown.join("").replaceAll("\u2060", "")).toBe(`Kai said ${text} and went.`);
  });
});

describe("a note that is full of addresses", () => {
  const uri = "file:///notes/bait.casenote.md";
  const lines = bait.map((text) => [`- Mum (${text}) rang about the LAC review ${text}.`, `- Kai said, “I saw ${text} there.”`, `- The ${text.replace(/[^A-Za-z]/g, "").slice(0, 5).toUpperCase()}X rang ${text} at 07700 900123.`]).flat();
  const text = `Child: Kai Lowe (9)\nDate of visit: 12/06/2025\nType of visit: Statutory visit\nPresent: Kai, ${bait[0]}, ${bait[8]}\n\n## Why am I visiting? ${bait[8]}\n\n${lines.join("\n")}\n\n> ${bait.join("\n> ")}\n\n| Who | What |\n|---|---|\n${bait.map((one) => `| Kai | ${one.replaceAll("|", "")} |`).join("\n")}\n\n<!-- case-recording-disable-next-line acronym ${bait[0]} ${bait[8]} -->\nLAC\n`;
  let editor: Editor;
  beforeAll(async () => {
    editor = await Editor.start({ capabilities: modern, initializationOptions: { docsUri: "file:///rules", explainsNextVisit: true, explainsSections: true } });
    await editor.open(uri, text);
  });
  afterAll(() => editor.stop());

  test("has hovers that lead to the rules' pages and nowhere else", async () => {
    let seen = 0;
    for (const [line, words] of text.split("\n").entries())
      for (let character = 0; character < words.length; character += 7) {
        const hover = await editor.hover(uri, { line, character });
        if (!hover) continue;
        seen += 1;
        const { value } = hover.contents as { value: string };
        expect(foreign(value), value).toEqual([]);
        expect(hover.contents).not.toHaveProperty("isTrusted");
      }
    expect(seen).toBeGreaterThan(20);
  });

  test("has links from the names of rules in our own comments alone", async () => {
    const links = await editor.connection.sendRequest<{ target: string }[]>("textDocument/documentLink", { textDocument: { uri } });
    expect(links.map(({ target }) => target)).toEqual(["file:///rules/acronym.md"]);
  });

  test("has no command but our own, and findings whose only address is a rule's page", async () => {
    const lenses = await editor.connection.sendRequest<{ command?: { command: string } }[]>("textDocument/codeLens", { textDocument: { uri } });
    for (const { command } of lenses) expect(command!.command).toMatch(/^(?:caseRecording\.\w+)?$/);
    const findings = await editor.findings(uri);
    expect(findings.length).toBeGreaterThan(5);
    for (const { codeDescription } of findings) expect(codeDescription?.href ?? "file:///rules/").toMatch(/^file:\/\/\/rules\//);
  });

  test.each(["preview", "html"])("has a record (%s) without an address, a picture, a frame or a script", async (format) => {
    const { content } = await editor.connection.sendRequest<{ content: string }>("caseRecording/record", { uri, format });
    const names = new Set<string>();
    const walk = (node: ReturnType<typeof fromHtml> | ReturnType<typeof fromHtml>["children"][number]): void => {
      if (node.type === "element") {
        names.add(node.tagName);
        for (const property of Object.keys(node.properties)) expect(["className", "style", "dataLine", "scope", "colSpan", "ariaLabel", "start", "lang", "charSet", "name", "content"], property).toContain(property);
        expect(String(node.properties["style"] ?? "")).not.toMatch(/url|@import|expression/);
      }
      if ("children" in node) for (const child of node.children) walk(child);
    };
    walk(fromHtml(content, { fragment: format === "preview" }));
    expect([...names].filter((name) => /^(?:a|img|picture|source|iframe|object|embed|script|link|form|input|button|svg|video|audio|base)$/.test(name))).toEqual([]);
    expect(content).toContain("leak.example");
  });
});

test("the preview's page may load its own script and style, and nothing else", () => {
  const policies = [...readFileSync(new URL("../../dist/client.js", import.meta.url), "utf8").matchAll(/Content-Security-Policy" content="([^"]*)"/g)].map(([, policy]) => policy!.replace(/\$\{[^}]*\}/g, "own"));
  expect(policies).toEqual(["default-src 'none'; style-src own; script-src 'nonce-own'; base-uri 'none'; form-action 'none'"]);
});
