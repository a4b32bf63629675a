import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readProfileFile } from "../../server/src/files/profiles.ts";

const folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
afterAll(() => rmSync(folder, { recursive: true }));
const read = (text: string | Uint8Array, name = "own.yml") => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return readProfileFile(file);
};
const good = "id: northshire\ntitle: Northshire\nextends: coventry\n";

describe("a profile's file", () => {
  test("in YAML, with a byte order mark, with CRLF, in JSON", async () => {
    for (const [text, name] of [[good, "own.yml"], [`\uFEFF${good}`, "own.yml"], [good.replaceAll("\n", "\r\n"), "own.yaml"], [JSON.stringify({ id: "northshire", title: "Northshire", extends: "coventry" }), "own.json"]] as const) {
      const { profile, faults } = await read(text, name);
      expect(faults, name).toEqual([]);
      expect(profile?.title).toBe("Northshire");
    }
  });
  test.each([
    ["an open bracket", "id: [\n", 1],
    ["a tab", "id: a\n\ttitle: b\n", 1],
    ["a list", "- a\n- b\n", 0],
    ["nothing", "", 0],
    ["one word", "northshire\n", 0],
    ["an alias that holds itself", "id: x\ntitle: &a [*a]\n", 1],
    ["a billion laughs", `a: &a [x]\n${"bcdefghij".split("").map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghij"[index]}`).join(", ")}]`).join("\n")}\n`, 1],
    ["no text", Uint8Array.of(0, 1, 2, 3), 0],
    ["a name that is not known, three lines down", `${good}colour: red\n`, 3],
    ["a wrong value deep inside", `${good}headings:\n  - role: why\n    title: Why\n    prompts: What?\n`, 6],
  ])("%s is a fault at its line, in plain words", async (_, text, line) => {
    const { profile, faults } = await read(text);
    expect(profile).toBeUndefined();
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]!.start.line).toBe(line);
    for (const fault of faults) expect(fault.text).not.toMatch(/undefined|schema|instancePath|\bobject\b|Error/);
  });
  test("that is not there", async () => expect((await readProfileFile(path.join(folder, "none.yml"))).faults).toHaveLength(1));
});
