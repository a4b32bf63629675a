import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { files, importsOf, root } from "./imports.ts";

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown; readonly description: string; readonly restrictedConfigurations: readonly string[] }; readonly virtualWorkspaces: { readonly supported: unknown } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly args?: { readonly commands: readonly string[] } }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, { readonly markdownDescription?: string; readonly enum?: readonly unknown[]; readonly markdownEnumDescriptions?: readonly string[] }>> }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string; readonly media: { readonly image: string } }[] }[];
  };
}
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const texts = JSON.parse(read("package.nls.json")) as Record<string, string>;
const { commands, menus, keybindings, views, configuration, walkthroughs } = manifest.contributes;
const text = (named: string): string => texts[named.slice(1, -1)]!;
const hidden = menus["commandPalette"]!.filter(({ when }) => when === "false").map(({ command }) => command);
const offered = commands.filter(({ command }) => !hidden.includes(command));
const settings = Object.assign({}, ...configuration.map(({ properties }) => properties)) as Manifest["contributes"]["configuration"][number]["properties"];

/** The first cells of the rows of the first table under a heading of the README. */
function firstCells(heading: string): string[] {
  const readme = read("README.md");
  const from = readme.indexOf(`\n## ${heading}\n`);
  expect(from, `README.md has no part “${heading}”`).toBeGreaterThan(0);
  const [table] = /\n\|[^]*?\n(?=\n)/.exec(readme.slice(from))!;
  return table.split("\n").filter((line) => line.startsWith("| ")).slice(1).map((line) => line.split("|")[1]!.trim().replace(/^\*|\*$|`/g, ""));
}

describe("the tables in README.md name what package.json holds, all of it and nothing else", () => {
  test("every command, by its title", () => expect(firstCells("Commands").sort()).toEqual(offered.map(({ title }) => text(title)).sort()));
  test("every setting", () => expect(firstCells("Settings").sort()).toEqual(Object.keys(settings).map((name) => name.replace("caseRecording.", "")).sort()));
  test("every view", () => {
    const cells = firstCells("Views");
    for (const { name } of Object.values(views).flat()) expect(cells).toContain(text(name));
  });
  test("every key", () => {
    for (const { key } of keybindings) expect(read("README.md").toLowerCase()).toContain(key.toLowerCase());
  });
});

describe("package.json", () => {
  test("every text stands in package.nls.json, and every text there is used", () => {
    const asked = [...new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name!))];
    expect(asked.filter((name) => !texts[name])).toEqual([]);
    expect(Object.keys(texts).filter((name) => !asked.includes(name))).toEqual([]);
  });
  test("every setting and each of its values is described", () => {
    for (const [name, { markdownDescription, enum: values, markdownEnumDescriptions }] of Object.entries(settings)) {
      expect(text(markdownDescription ?? ""), name).toMatch(/^\p{Lu}.*[.]$/su);
      if (values) expect(markdownEnumDescriptions, name).toHaveLength(values.length);
    }
  });
  test("every command that is named anywhere is there", () => {
    const known = new Set(commands.map(({ command }) => command));
    const named = [...Object.values(menus).flat().map(({ command }) => command), ...keybindings.flatMap(({ command, args }) => (command === "runCommands" ? args!.commands.filter((one) => one.startsWith("caseRecording.")) : [command]))];
    const linked = Object.values(texts).flatMap((one) => [...one.matchAll(/\(command:(caseRecording\.\w+)/g)].map(([, command]) => command!));
    for (const command of [...named, ...linked]) expect(known, command).toContain(command);
  });
  test("every command is registered by the extension", () => {
    const sources = readdirSync(path.join(root, "client/src")).filter((name) => name.endsWith(".ts")).map((name) => read(`client/src/${name}`)).join("\n");
    for (const { command } of commands) expect(sources, command).toContain(`"${command}"`);
  });
  test("the walkthrough has four or five steps, each with a picture that is there", () => {
    for (const { steps } of walkthroughs) {
      expect([4, 5]).toContain(steps.length);
      for (const { media } of steps) expect(existsSync(path.join(root, media.image)), media.image).toBe(true);
    }
  });
});

describe("British English in what a user reads", () => {
  const american = /\b(?:color(?!Theme|Customizations)s?|behaviou?r(?<!behaviour)s?|center(?:ed)?|organiz\w+|recogniz\w+|analyz\w+|favorite|labeled|canceled|license[ds]?(?! text)|gray|program{1}s? me|fulfill\b|judgment)\b/i;
  const bundle = JSON.parse(read("l10n/bundle.l10n.json")) as Record<string, string>;
  test.each([...Object.entries(texts), ...Object.entries(bundle)])("%s", (_, said) => expect(said.replace(/`[^`]*`|\(command:[^)]*\)/g, "")).not.toMatch(american));
});

describe("what is declared of folders that are not trusted, and of file systems that are not the disk", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const settings = Object.assign({}, ...configuration.map(({ properties }) => properties)) as (typeof configuration)[number]["properties"];
  test("every setting that holds the names of files is restricted, and no other", () => {
    const naming = Object.entries(settings).filter(([, { markdownDescription = "" }]) => /\b[A-Z]:\//.test(text(markdownDescription))).map(([name]) => name);
    expect([...untrustedWorkspaces.restrictedConfigurations].sort()).toEqual(naming.sort());
    expect(untrustedWorkspaces.supported).toBe("limited");
    expect(text(untrustedWorkspaces.description)).toMatch(/only inside the folder/);
  });
  test("notes are read through the editor, so that no part of the extension in it knows the disk", () => {
    expect(virtualWorkspaces.supported).toBe(true);
    for (const file of files("client/src")) {
      expect(importsOf(file).filter(({ to }) => /^(?:node:)?fs/.test(to)), file).toEqual([]);
      expect(read(file).match(/\.fsPath\b/g)?.length ?? 0, file).toBeLessThanOrEqual(file.endsWith("/export.ts") ? 1 : 0);
    }
  });
});
