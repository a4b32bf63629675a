import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { leaked } from "./notes.ts";
import { teamFolder, useEverything } from "./session.ts";
import { contentsOf, failing, Watched, withoutNetwork } from "./watched.ts";

let folder: string;
let team: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "case-recording-"));
  team = teamFolder(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["stdio", "ipc"] as const)("the server over %s, used with every feature", (transport) => {
  test("reaches for no network, writes nothing, starts no program, and tells no log and no message a word of a note", async () => {
    const watched = new Watched(folder);
    const before = contentsOf(team);
    const { said, findings, answered, refused, ended } = await useEverything(team, { transport, env: watched.env });
    expect(ended).toBeNull();
    expect(watched.attempts).toEqual([]);
    expect(watched.left).toEqual([]);
    expect(contentsOf(team)).toEqual(before);
    expect(said.filter((one) => leaked(one).length)).toEqual([]);
    // It did speak, and it did read the notes.
    expect(said.join("\n")).toContain("team-words.yml".replace("team-words", "missing"));
    expect(leaked(JSON.stringify(findings))).not.toEqual([]);
    expect(answered).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
});

// Not every machine lets a program be shut off from its network.
if (withoutNetwork) test("the server where there is no network finds what it finds elsewhere", async () => {
  const [with_, without] = [await useEverything(team, {}), await useEverything(team, { command: withoutNetwork! })];
  expect(without.ended).toBeNull();
  expect(without.findings.map(({ code, range, message }) => ({ code, range, message }))).toEqual(with_.findings.map(({ code, range, message }) => ({ code, range, message })));
  expect([without.answered, without.refused]).toEqual([with_.answered, with_.refused]);
}, 120_000);

describe("the server when it fails", () => {
  /** Faults that end no more than one answer, and those that nobody catches. */
  test.each([
    ["thrown", false, "stdio"], ["error of another name", false, "stdio"], ["no error", false, "stdio"], ["now and then", false, "stdio"], ["console", false, "stdio"], ["warning", false, "stdio"],
    ["timer", true, "stdio"], ["two timers", true, "stdio"], ["rejection", true, "stdio"], ["rejection without an error", true, "stdio"],
    ["thrown", false, "ipc"], ["console", false, "ipc"], ["timer", true, "ipc"], ["rejection", true, "ipc"],
  ] as const)("%s: says the kind of fault and no word of a note", async (how, ends, transport) => {
    const { said, ended } = await useEverything(team, { transport, env: failing(how, "zorblewick") });
    expect(said.filter((one) => leaked(one).length)).toEqual([]);
    expect(ended).toBe(ends ? 1 : null);
    const all = said.join("\n");
    if (ends) expect(all).toMatch(/Case Recording ended by a fault of the program \((?:RangeError at parts\/[\w-]+\.js:\d+:\d+.*|unknown)\)/);
    else if (how === "thrown" || how === "now and then" || how === "console") expect(all).toMatch(/\(RangeError at (?:parts\/[\w-]+|server)\.js:\d+:\d+/);
    else if (how !== "warning") expect(all).toMatch(/\(unknown/);
  }, 120_000);
});
