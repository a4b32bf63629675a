import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { circle, files, importsOf, root, type Import } from "./imports.ts";

const sources = [...files("server/src"), ...files("client/src")];
const all: readonly Import[] = sources.flatMap(importsOf);
const folderOf = (file: string): string => /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? /^(client)\//.exec(file)?.[1] ?? "";
const shown = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} takes in ${to}`);
/** What the files of a folder take in of ours, from another folder. */
const across = (folder: string): Import[] => all.filter(({ from, to, ours }) => ours && folderOf(from) === folder && folderOf(to) !== folder);
const mayUse = (folder: string, allowed: readonly string[]): void => expect(shown(across(folder).filter(({ to }) => !allowed.includes(folderOf(to)) && !to.endsWith(".json") && !to.includes("/generated/")))).toEqual([]);

describe("the reader of imports", () => {
  test("sees them all", () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(all.length).toBeGreaterThan(150);
    for (const { from, to, ours } of all) if (ours && !to.includes("/generated/")) expect(existsSync(path.join(root, to)), `${from} takes in ${to}`).toBe(true);
  });
  test("sees a circle", () => {
    const one = (from: string, to: string): Import => ({ from, to, ours: true, types: false });
    expect(circle([one("a", "b"), one("b", "c"), one("c", "a")])).toEqual(["a", "b", "c", "a"]);
    expect(circle([one("a", "b"), one("a", "c"), one("b", "c")])).toBeUndefined();
  });
});

describe("who may take in what", () => {
  test("text: nothing of ours", () => mayUse("text", []));
  test("lexicon: text", () => mayUse("lexicon", ["text"]));
  test("prose, the libraries that know words only: text", () => mayUse("prose", ["text"]));
  test("note: text, lexicon, and the standards' headings", () => mayUse("note", ["text", "lexicon", "standards"]));
  test("rules: no LSP, no files, no reports", () => mayUse("rules", ["text", "lexicon", "prose", "note", "standards", "engine"]));
  test("rules: no other rule", () => {
    const others = all.filter(({ from, to, ours }) => ours && folderOf(from) === "rules" && folderOf(to) === "rules" && !from.endsWith("/registry.ts"));
    expect(shown(others)).toEqual([]);
  });
  test("engine: no rule, no LSP, no files, no reports", () => mayUse("engine", ["text", "lexicon", "note", "standards"]));
  test("record: text, note, and what settings and standards are", () => mayUse("record", ["text", "note", "engine", "standards"]));
  test("standards: no LSP, no files, no reports, no rules", () => mayUse("standards", ["text", "lexicon", "note", "engine"]));
  test("points: what a point is and which rules serve it; no rule itself", () => mayUse("points", ["text", "note", "engine"]));
  test("report: no LSP, no files", () => {
    const used = new Set(across("report").map(({ to }) => folderOf(to)));
    expect(used).not.toContain("lsp");
    expect(used).not.toContain("files");
  });
  test("batch: the check, reports and files; no LSP", () => mayUse("batch", ["", "engine", "report", "files"]));
  test("files: no LSP, no note", () => {
    const used = new Set(across("files").map(({ to }) => folderOf(to)));
    for (const folder of ["lsp", "note", "rules", "report"]) expect(used).not.toContain(folder);
  });
  test("the client takes in nothing of the server's: it starts it", () => expect(shown(all.filter(({ from, to, ours }) => ours && from.startsWith("client/") && to.startsWith("server/")))).toEqual([]));
  test("drafting and completion: no LSP, no files, no reports, no rules", () => {
    mayUse("drafting", ["text", "note", "standards", "engine"]);
    mayUse("completion", ["text", "note", "standards", "engine", "drafting"]);
  });
  test("no circle", () => expect(circle(all)?.join(" → ")).toBeUndefined());
});

describe("what nobody but one place takes in", () => {
  const packages = all.filter(({ ours }) => !ours);
  test("nothing below lsp/ knows LSP or VS Code", () => {
    const below = packages.filter(({ from, to }) => /^vscode/.test(to) && from.startsWith("server/src/") && !["lsp", ""].includes(folderOf(from)));
    expect(shown(below)).toEqual([]);
  });
  test("only files/, the command line and the step that compiles the dictionaries read the disk", () => {
    const disk = packages.filter(({ from, to }) => /^(?:node:)?fs(?:\/|$)/.test(to) && from.startsWith("server/"));
    const allowed = (file: string): boolean => folderOf(file) === "files" || file === "server/src/cli.ts" || file === "server/src/lexicon/compile-main.ts";
    expect(shown(disk.filter(({ from }) => !allowed(from)))).toEqual([]);
    expect(disk.length).toBeGreaterThan(0);
  });
  test("nobody takes in a network", () => expect(shown(packages.filter(({ to }) => /^(?:node:)?(?:net|http|https|http2|tls|dgram|dns|undici|ws|inspector)(?:\/|$)/.test(to)))).toEqual([]));
  test("text, note, lexicon, standards, engine, rules, points, drafting, completion and record take in no part of Node: they run in a browser too", () => {
    const pure = packages.filter(({ from, to }) => ["text", "note", "lexicon", "prose", "standards", "engine", "rules", "points", "drafting", "completion", "record"].includes(folderOf(from)) && from !== "server/src/lexicon/compile-main.ts" && /^node:/.test(to));
    expect(shown(pure)).toEqual([]);
  });
});

describe("what is built", () => {
  // However short a name the bundler has given to `require`.
  const network = /(?<![.\w$])[\w$]+\(\s*["'`](?:node:)?(?:net|http|https|http2|tls|dgram|dns|undici)(?:\/[a-z]+)?["'`]\s*\)/;
  const built = (name: string): string => readFileSync(path.join(root, "dist", name), "utf8");
  const parts = readdirSync(path.join(root, "dist/parts")).filter((name) => name.endsWith(".js")).map((name) => `parts/${name}`);
  const asked = (source: string): string[] => [...source.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1]!);
  /** A program and all the parts that it may come to load. */
  function whole(program: string): string[] {
    const files = new Set([program]);
    for (const file of files) for (const name of asked(built(file))) if (name.startsWith(".") && name !== "./start.js") files.add(path.posix.join(path.posix.dirname(file), name));
    return [...files];
  }
  /** What a program loads at once. */
  function atOnce(program: string): string[] {
    const files = new Set([program]);
    for (const file of files) for (const [, lazy, name] of built(file).matchAll(/(=>\s*(?:[\w$]+\()?)?require\("(\.[^"]+)"\)/g)) if (!lazy && name !== "./start.js") files.add(path.posix.join(path.posix.dirname(file), name!));
    return [...files];
  }

  test.each(["client.js", "server.js", "cli.js", "start.js", ...parts])("%s asks for no network module", (name) => {
    const source = built(name);
    expect(network.exec(source)?.[0]).toBeUndefined();
    expect(source).not.toMatch(/\bnew\s+(?:WebSocket|XMLHttpRequest|EventSource)\b|\bnavigator\.sendBeacon\b/);
  });
  test("nothing is there but what the programs load", () => expect(parts.filter((part) => !["client.js", "server.js", "cli.js"].some((program) => whole(program).includes(part)))).toEqual([]));
  test("what writes Word files is a part of its own, which server and command line ask for when it is needed", () => {
    const word = parts.filter((part) => built(part).includes("wordprocessingml"));
    expect(word).toHaveLength(1);
    for (const program of ["server.js", "cli.js"]) {
      expect(whole(program)).toContain(word[0]);
      expect(atOnce(program)).not.toContain(word[0]);
    }
  });
  test("server and command line take the dictionaries from the same part, and the client has none", () => {
    const [dictionaries, ...others] = parts.filter((part) => /automaton\W+words\W/.test(built(part)));
    expect(dictionaries).toBeDefined();
    expect(others).toEqual([]);
    for (const program of ["server.js", "cli.js"]) expect(atOnce(program)).toContain(dictionaries);
    expect(whole("client.js")).not.toContain(dictionaries);
  });
  test("the client loads what talks to the server only when a note is open", () => {
    expect(atOnce("client.js").filter((file) => built(file).includes("vscode-jsonrpc") || built(file).includes("textDocument/didOpen"))).toEqual([]);
    expect(whole("client.js").some((file) => built(file).includes("textDocument/didOpen"))).toBe(true);
  });

  // Bounds on what everybody downloads and what is read before the first finding, in bytes; a little over what it is.
  const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(path.join(root, "dist", file)).size, 0);
  test.each([["client.js", 100_000], ["cli.js", 3_000_000], ["server.js", 3_200_000]])("%s, with the parts that it loads at once, is at most %i bytes", (program, most) => expect(sizeOf(atOnce(program))).toBeLessThanOrEqual(most));
});
