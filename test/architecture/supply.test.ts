import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { files, importsOf, root } from "./imports.ts";

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const json = <T>(file: string): T => JSON.parse(read(file)) as T;
const manifest = json<Manifest>("package.json");
const runtime = Object.keys(manifest.dependencies!);
const building = Object.keys(manifest.devDependencies!);
const nameOf = (asked: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(asked)![0];
const isPackage = ({ to, ours }: { to: string; ours: boolean }): boolean => !ours && !to.startsWith("node:") && to !== "vscode";

/** Licences that ask for no more than to be named, or for nothing. */
const free = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "CC0-1.0", "BlueOak-1.0.0", "Unlicense", "Python-2.0", "Zlib"];

describe("docs/dependencies.md", () => {
  const page = read("docs/dependencies.md");
  const part = (heading: string): string => page.slice(page.indexOf(`\n## ${heading}\n`)).slice(1).split(/\n(?=## )/)[0]!;
  const rows = (heading: string): string[][] => part(heading).split("\n").filter((line) => line.startsWith("| `")).map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim()));
  const named = (heading: string): string[] => rows(heading).map(([name]) => name!.slice(1, -1));
  test("names what package.json names, none too many, each with a licence, a use, a reason and a place", () => {
    expect(named("In the product")).toEqual([...runtime].sort());
    expect(named("To build and test it")).toEqual([...building].sort());
    for (const cells of [...rows("In the product"), ...rows("To build and test it")]) {
      expect(cells).toHaveLength(5);
      for (const cell of cells) expect(cell, cells[0]).not.toBe("");
    }
  });
  test("names what the benchmark measures beside", () => {
    for (const name of Object.keys(json<Manifest>("bench/package.json").optionalDependencies!)) expect(part("Measured beside")).toContain(`\`${name}\` (`);
  });
  test("names what runs when the packages are installed", () => {
    const running = Object.entries(json<{ packages: Record<string, Locked> }>("package-lock.json").packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(named("What runs when the packages are installed").sort()).toEqual(running.map(([folder]) => folder.replace(/^.*node_modules\//, "")).sort());
    expect(running.filter(([, { dev }]) => !dev)).toEqual([]);
  });
});

describe("package.json", () => {
  const product = [...files("server/src"), ...files("client/src"), ...files("client/webview")].flatMap(importsOf);
  // What compiles the dictionaries is no part of the product.
  const compiling = ["server/src/lexicon/compile-main.ts", "server/src/lexicon/bank-holidays.ts"];
  const loaded = product.filter((one) => isPackage(one) && !one.types && !compiling.includes(one.from));
  test("each dependency is taken in by the product", () => {
    const used = new Set(loaded.map(({ to }) => nameOf(to)));
    expect(runtime.filter((name) => !used.has(name))).toEqual([]);
  });
  test("the product takes in nothing that is not named there, or only to build and test", () => {
    expect(loaded.filter(({ to }) => !runtime.includes(nameOf(to))).map(({ from, to }) => `${from} takes in ${to}`)).toEqual([]);
  });
  test("nor do the tests and scripts take in a package that only another one brings along", () => {
    const others = [...["test", "scripts", "bench"].flatMap((folder) => [".ts", ".mjs", ".cjs"].flatMap((ending) => files(folder, ending))).filter((file) => !file.includes("/node_modules/") && !file.startsWith("bench/peers/")).flatMap(importsOf), ...product.filter(({ from }) => compiling.includes(from))];
    const known = new Set([...runtime, ...building, ...building.filter((name) => name.startsWith("@types/")).map((name) => name.slice("@types/".length))]);
    const stray = others.filter((one) => isPackage(one) && /^[@a-z][\w@./-]*$/.test(one.to) && !known.has(nameOf(one.to)));
    expect(stray.map(({ from, to }) => `${from} takes in ${to}`)).toEqual([]);
    expect(others.filter(isPackage).length).toBeGreaterThan(100);
  });
});

describe.each([["the project", "."], ["the benchmark", "bench"]])("the lock file of %s", (_, folder) => {
  const wanted = json<Manifest>(`${folder}/package.json`);
  const { lockfileVersion, packages } = json<{ lockfileVersion: number; packages: Record<string, Locked & Manifest> }>(`${folder}/package-lock.json`);
  const others = Object.entries(packages).filter(([at]) => at !== "");
  test("asks for what package.json asks for", () => {
    expect(lockfileVersion).toBe(3);
    for (const list of ["dependencies", "devDependencies", "optionalDependencies"] as const) expect(packages[""]![list] ?? {}).toEqual(wanted[list] ?? {});
  });
  test("holds every package that is asked for, in a version that will do", () => {
    const ran = spawnSync("npm", ["ls", "--package-lock-only", "--all", "--json", "--offline"], { cwd: path.join(root, folder), encoding: "utf8", shell: process.platform === "win32", maxBuffer: 1 << 26 });
    const { problems = [], dependencies } = JSON.parse(ran.stdout) as { problems?: string[]; dependencies: object };
    expect(problems).toEqual([]);
    expect(Object.keys(dependencies).sort()).toEqual(Object.keys({ ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies }).sort());
    expect(ran.status).toBe(0);
  });
  test("has a checksum for each, and no address", () => {
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? "")).map(([at]) => at)).toEqual([]);
    expect(others.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([at]) => at)).toEqual([]);
    // Addresses of people who ask for gifts are not where packages come from.
    expect(JSON.stringify(others.map(([at, { ...one }]) => [at, { ...one, funding: undefined }]))).not.toMatch(/https?:\/\/|git\+|registry\./);
  });
});

describe("THIRD-PARTY-NOTICES.txt", () => {
  const notices = read("THIRD-PARTY-NOTICES.txt");
  const [, code, licences] = notices.split(/^\d\. [A-Z ]+$/m) as [string, string, string];
  const metafiles = json<Metafile[]>("dist/meta.json");
  const bundledFiles = [...new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs))))].filter((file) => file.includes("node_modules/"));
  const packages = [...new Set(bundledFiles.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)![0]))];
  const carried = parse(read("scripts/lib/carried.yml")) as { name: string; within: string; licence?: string }[];
  /** Each entry: the packages that it names, the name of their licence, and whose they are. */
  const entries = code.trim().split("\n\n").slice(2).map((entry) => {
    const lines = entry.split("\n");
    return { names: lines.filter((line) => !line.startsWith("  ")), licence: lines.find((line) => line.startsWith("  "))!.trim(), holders: lines.filter((line) => line.startsWith("  ")).slice(1) };
  });
  test("is made of what is really built", () => {
    const outputs = metafiles.flatMap((one) => Object.keys(one.outputs)).sort();
    const built = ["dist", "dist/parts"].flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)).filter((file) => /\.(?:js|css)$/.test(file) && file !== "dist/start.js");
    expect(outputs).toEqual(built.sort());
    expect(packages.length).toBeGreaterThan(100);
  });
  test("names every package in the bundles with its version, and nothing that is not there", () => {
    const there = packages.map((folder) => json<{ name: string; version: string }>(`${folder}/package.json`)).map(({ name, version }) => `${name} (${version})`);
    const named = entries.flatMap(({ names }) => names);
    expect(there.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !there.includes(name) && !carried.some((one) => name.startsWith(`${one.name} (`)))).toEqual([]);
  });
  test("each has a licence that asks for no more than to be named, as its own package.json says, and somebody who holds it", () => {
    for (const folder of packages) expect(free, folder).toContain(json<{ license: string }>(`${folder}/package.json`).license);
    for (const { licence = "MIT" } of carried) expect(free).toContain(licence);
    for (const { names, licence, holders } of entries) {
      expect(free, names.join()).toContain(licence.replace(/, wording \d+$/, ""));
      expect(holders.length, names.join()).toBeGreaterThan(0);
      for (const holder of holders) expect(holder, names.join()).toMatch(/(?:Copyright|\(c\)).*\p{L}{3}/u);
    }
  });
  test("has the text of each licence that is named, each once", () => {
    const texts = licences.split(/^-{80}$/m).map((text) => text.trim()).filter(Boolean);
    expect(texts.map((text) => text.split("\n")[0]).sort()).toEqual([...new Set(entries.map(({ licence }) => licence))].sort());
    expect(new Set(texts.map((text) => text.replace(/^.*\n/, ""))).size).toBe(texts.length);
    for (const text of texts) expect(text.length, text.split("\n")[0]).toBeGreaterThan(600);
  });
  test("keeps every line on whose it is that a package's own licence has", () => {
    const said = notices.replace(/\s+/g, " ");
    for (const folder of packages) for (const name of readdirSync(path.join(root, folder)).filter((one) => /^licen[cs]e/i.test(one))) {
      for (const [line] of read(`${folder}/${name}`).matchAll(/^.*(?:\bCopyright\s*(?:\(c\)|©|\d)|^\(c\)\s).*$/gm)) expect(said, folder).toContain(line.trim().replace(/\s+/g, " "));
    }
  });
  test("names what packages carry within their own files", () => {
    const known = carried.map(({ name }) => name);
    const seen = new Set<string>();
    for (const file of bundledFiles) {
      const within = nameOf(file.replace(/^.*node_modules\//, ""));
      // Bundlers leave a comment where a file of another package, or a helper of their own, begins.
      for (const [, name, helper] of read(file).matchAll(/^\/\/ (?:\.\.\/)*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/|^\/\/ \\0(@?[\w-]+(?:\+[\w-]+)?)[@/]/gm)) seen.add(`${name ?? helper!.replace("+", "/")} within ${within}`);
      for (const [, claim] of read(file).matchAll(/(?:Adapted|Ported|Taken|Borrowed) from ([\w-]+)/g)) seen.add(`${claim} within ${within}`);
    }
    expect(seen).toContain("nanoid within docx");
    expect([...seen].filter((one) => !known.includes(one.split(" ")[0]!))).toEqual([]);
  });
  test("says where the standards and the dates are from", () => {
    expect(notices).toContain("- Planning and Seeing our Children Practice Guide (October 2024)");
    for (const name of readdirSync(path.join(root, "dictionaries/profiles")).filter((one) => one.endsWith(".yml"))) for (const { title } of (parse(read(`dictionaries/profiles/${name}`)) as { documents?: { title: string }[] }).documents ?? []) expect(notices).toContain(`- ${title} (`);
    expect(notices).toContain("gov.uk/bank-holidays");
  });
});

test("what is installed has the licences that the pages say", () => {
  const { packages } = json<{ packages: Record<string, Locked> }>("package-lock.json");
  for (const name of [...runtime, ...building]) if (existsSync(path.join(root, "node_modules", name))) expect(json<{ license: string }>(`node_modules/${name}/package.json`).license).toBe(packages[`node_modules/${name}`]!.license);
});
