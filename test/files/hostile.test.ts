import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readSettings, settingNames } from "../../server/src/engine/settings.ts";
import { ConfigShelf, readConfig } from "../../server/src/files/config.ts";
import { disk } from "../../server/src/files/files.ts";
import { anywhere } from "../../server/src/files/find.ts";
import { PackShelf, readPackFile } from "../../server/src/files/packs.ts";
import { answered } from "../../server/src/files/patience.ts";
import { readProfileFile } from "../../server/src/files/profiles.ts";
import { whyNot } from "../../server/src/files/read.ts";
import { readYaml, type FileFault } from "../../server/src/files/yaml.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { parameters } from "../properties/pieces.ts";

// Settings, profiles and word lists that anybody may have written, or that are not there when they are asked for: reading them never throws, and the message says what is wrong and where.

const folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let written = 0;
/** A file that nobody has touched lately. */
const put = (content: string | Uint8Array): string => {
  const file = path.join(folder, `${(written += 1)}.yml`);
  writeFileSync(file, content);
  utimesSync(file, 1_600_000_000, 1_600_000_000);
  return file;
};
const known = { rules: rules.map(({ id }) => id), profiles: ["coventry", "gloucestershire", "planning-and-seeing"] };
const readers: readonly (readonly [string, (file: string) => Promise<{ readonly faults: readonly FileFault[] }>])[] = [
  ["settings", (file) => readConfig(file, known)],
  ["a word list", readPackFile],
  ["a profile", readProfileFile],
];
/** A sentence for people who do not program. */
const plain = (text: string): void => expect(text).not.toMatch(/\[object|instancePath|\bError\b|ENO|EISDIR|NaN|at Object|undefined is/);

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties: Readonly<Record<string, { readonly type?: string | readonly string[]; readonly anyOf?: readonly { readonly type: string }[] }>>;
}
const schema = JSON.parse(readFileSync(new URL("../../dictionaries/schema/settings.schema.json", import.meta.url), "utf8")) as Schema;

describe("settings of every wrong type", () => {
  const values: Readonly<Record<string, unknown>> = { string: "§", number: -7.5, boolean: true, array: [[]], object: { a: { b: [1] } } };
  const typesOf = (name: string): string[] => {
    const { type, anyOf = [] } = schema.properties[name]!;
    return [type ?? [], anyOf.map((one) => one.type)].flat(2).map((one) => (one === "integer" ? "number" : one));
  };
  const cases = Object.keys(schema.properties).flatMap((name) => Object.entries(values).filter(([type]) => !typesOf(name).includes(type)).map(([type, value]) => [name, type, value] as const));

  test("the schema names every setting", () => expect(Object.keys(schema.properties).sort()).toEqual([...settingNames].sort()));
  test.each(cases)("%s: %s", async (name, _, value) => {
    const config = await readConfig(put(`# ours\n\n${JSON.stringify(name)}: ${JSON.stringify(value)}\n`), known);
    expect(config.unreadable).toBe(false);
    expect(config.settings).toEqual(readSettings({}, known).settings);
    expect(config.faults.length).toBeGreaterThan(0);
    for (const fault of config.faults) {
      expect(fault.start.line).toBe(2);
      expect(fault.text).toContain(name);
      plain(fault.text);
    }
  });
  test("and whatever else is in them", () =>
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom<string>(...settingNames, "__proto__", "constructor", "toString"), fc.string({ maxLength: 8 })), fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, maxDepth: 3 }), { maxKeys: 8 }), (data) => {
        for (const { text } of readSettings(data, { ...known, strict: true }).faults) expect(text.length).toBeGreaterThan(20);
      }),
      parameters(300),
    ));
});

const bomb = (rows: number): string => `a: &a [x]\n${[..."bcdefghijklm"].slice(0, rows).map((name, at) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghijklm"[at]}`).join(", ")}]`).join("\n")}\n`;
const latin1 = Buffer.from("words: [\x93LAC\x94]\n", "latin1");

describe.each(readers)("%s", (_, read) => {
  test.each<readonly [string, string | Uint8Array, number, RegExp]>([
    ["a billion laughs", bomb(9), 1, /repeats parts of itself/],
    ["a part that holds itself", "words: &a [*a]\n", 0, /./],
    ["a name that nobody gave", "words: *nobody\n", 0, /./],
    ["the same name twice", "words: [a]\nvolume: standard\nwords: [b]\n", 2, /same name stands twice/],
    ["brackets in each other without end", "[".repeat(20_000), 0, /./],
    ["a million characters", `words:\n${"  - LAC\n".repeat(125_000)}`, 0, /very long \(1,000,007 characters; at most/],
    ["more than anybody would read", "#".repeat(5_000_000), 0, /too large/],
    ["no text at all", Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256), 0, /not a text file/],
    ["an old encoding", latin1, 0, /UTF-8/],
    ["UTF-16 cut in the middle of a sign", Buffer.from([0xff, 0xfe, 0x3d, 0xd8]), 0, /UTF-16/],
    ["one word", "words", 0, /./],
    ["a list of lists", "- - - a\n", 0, /./],
    ["tags", "words: !!js/function x\n? !!set {a}\n: b\n", 0, /./],
  ])("%s is a fault at its line", async (_, content, line, message) => {
    const { faults } = await read(put(content));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]!.start.line).toBe(line);
    expect(faults[0]!.text).toMatch(message);
    for (const { text } of faults) plain(text);
  });
  test("UTF-16 that says so is read like UTF-8", async () => {
    const text = "colour: red\n";
    expect((await read(put(Buffer.from(`\uFEFF${text}`, "utf16le")))).faults).toEqual((await read(put(text))).faults);
  });
  test("a folder in its place, links in a circle, nothing there", async () => {
    const place = path.join(folder, `${(written += 1)}.yml`);
    mkdirSync(place);
    expect((await read(place)).faults[0]!.text).toContain("this is a folder");
    const round = path.join(folder, `${(written += 1)}.yml`);
    symlinkSync(round, round);
    expect((await read(round)).faults[0]!.text).toContain("circle");
    expect((await read(path.join(folder, "none.yml"))).faults[0]!.text).toContain("no such file");
  });
  // Root may read everything.
  if (process.getuid?.() !== 0) test("no permission", async () => {
    const file = put("words: [LAC]\n");
    chmodSync(file, 0);
    expect((await read(file)).faults[0]!.text).toContain("permission is missing");
  });
  test("gone while it is read", async () => {
    const file = path.join(folder, `${(written += 1)}.yml`);
    writeFileSync(file, "");
    const reading = read(file);
    rmSync(file);
    expect((await reading).faults.length).toBeGreaterThan(0);
  });
  test("any bytes at all", () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: fc.constantFrom(..."words:- \n\t[]{}&*!|>'\"%@#a?,~".split("")), maxLength: 120 })), async (content) => {
        for (const { text, start } of (await read(put(content))).faults) {
          expect(start.line).toBeLessThanOrEqual(String(content).split("\n").length + 300);
          plain(text);
        }
      }),
      parameters(150),
    ));
});

test("four times as many names take about four times the time", { timeout: 120_000 }, () => {
  const timeOf = (count: number): number => {
    const text = Array.from({ length: count }, (_, at) => `name${at}: x`).join("\n");
    const start = performance.now();
    expect(readYaml(text, "this file").ok).toBe(true);
    return performance.now() - start;
  };
  timeOf(2_000);
  const ratios = Array.from({ length: 5 }, () => (timeOf(24_000) + 20) / (timeOf(6_000) + 20)).sort((a, b) => a - b);
  expect(ratios[2]).toBeLessThan(9);
});

describe("what does not answer", () => {
  const pipe = (name: string): string => {
    const place = path.join(folder, name);
    execFileSync("mkfifo", [place]);
    return place;
  };
  test.each(readers)("%s: a pipe that nobody writes to is not opened", async (_, read) => {
    const place = pipe(`${(written += 1)}.pipe.yml`);
    const { faults } = await read(place);
    expect(faults.map(({ text }) => text)).toEqual([expect.stringContaining("not a file that can be read")]);
  });
  test("a read that never returns is given up, nobody waits for that place again, and all is well once it has answered", async () => {
    const place = pipe("hanging");
    const ask = () => answered(place, () => readFile(place, "utf8"), 50);
    await expect(ask()).rejects.toMatchObject({ code: "ETIMEDOUT" });
    // No time is asked for: with the patience of a year this would never end if it waited.
    await expect(answered(place, () => readFile(place, "utf8"), 2 ** 30)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    closeSync(openSync(place, "w"));
    rmSync(place);
    writeFileSync(place, "here again");
    await expect.poll(() => ask().catch(() => "")).toBe("here again");
  });
  test.each(["ETIMEDOUT", "EIO", "ENETUNREACH", "EHOSTDOWN", "ESTALE"])("%s is told as a place that does not answer", (code) => expect(whyNot(Object.assign(new Error(code), { code }))).toBe("the drive or network place that holds this does not answer"));
});

describe("what was said before stays in use", () => {
  test("of settings and word lists whose place turns into something else", async () => {
    const heard: string[] = [];
    const own = path.join(folder, "own");
    mkdirSync(own);
    const file = path.join(own, ".case-recording.yml");
    writeFileSync(file, "words: [LAC]\n");
    const shelf = new ConfigShelf(disk, known, (_, faults) => heard.push(...faults.map(({ text }) => text)), () => anywhere);
    expect((await shelf.nearest(own))?.settings.words).toEqual(["LAC"]);
    rmSync(file);
    execFileSync("mkfifo", [file]);
    expect((await shelf.nearest(own))?.settings.words).toEqual(["LAC"]);
    expect(heard).toEqual(["this is not a file that can be read; what it said before stays in use"]);
  });
});

describe("what contradicts itself", () => {
  const faultsOf = async (text: string) => (await readPackFile(put(text))).faults.map(({ start, text: said }) => [start.line, said]);
  test.each([
    ["flagged and left", "leave: [blue form]\njargon:\n  - term: Blue form\n    plain: [the consent form]\n", 2, /“Blue form” stands under “leave” as well/],
    ["twice in one list", "jargon:\n  - term: blue form\n    plain: [a]\n  - term: Blue Form\n    plain: [b]\n", 1, /“blue form” stands once more further down/],
    ["silenced by its own exception", "jargon:\n  - term: blue form\n    except: [Blue form]\n    plain: [a]\n", 1, /its own “except”/],
    ["plainer words that are the term", "wordy:\n  - term: blue form\n    plain: [blue form]\n", 2, /other words than the term itself/],
    ["a plainer word for what may be harm", "jargon:\n  - term: blue form\n    harm: true\n    plain: [a]\n", 3, /nothing milder/],
  ])("%s", async (_, text, line, message) => {
    expect(await faultsOf(text)).toEqual([[line, expect.stringMatching(message)]]);
  });
  test("an entry beside it stands, and of two entries the later", async () => {
    const { pack } = await readPackFile(put("leave: [blue form]\njargon:\n  - term: blue form\n    plain: [x]\n  - term: red form\n    plain: [a]\n  - term: red form\n    plain: [b]\n"));
    expect(pack.entries.jargon).toEqual([expect.objectContaining({ term: "red form", plain: ["b"] })]);
  });
  test("a word list that names others, itself, or the settings, is read once and said", async () => {
    const file = put("leave: [LAC]\nwordLists: [./other.yml]\n");
    const heard: string[] = [];
    const shelf = new PackShelf(disk, (_, faults) => heard.push(...faults.map(({ text }) => text)));
    const settings = { ...readSettings({ wordLists: [file, file, file] }).settings };
    const filled = await shelf.fill(settings, folder, () => anywhere);
    expect(new Set(filled.words)).toEqual(new Set(["LAC"]));
    expect(new Set(heard)).toEqual(new Set([expect.stringMatching(/^“wordLists” is no list that is known/)]));
  });
  test.each([["itself", "own", /“own” cannot build on itself/], ["another that builds on it", "other", /there is no profile “other”/]])("a profile that builds on %s", async (_, base, message) => {
    const { profile, faults } = await readProfileFile(put(`id: own\ntitle: Ours\nextends: ${base}\n`));
    expect(profile).toBeUndefined();
    expect(faults.map(({ start, text }) => [start.line, text])).toEqual([[2, expect.stringMatching(message)]]);
  });
});
