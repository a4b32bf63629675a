import { afterAll, beforeAll, expect, test } from "vitest";
import { Folder } from "./run.ts";

let folder: Folder;
beforeAll(() => void (folder = new Folder()));
afterAll(() => folder.remove());

test("rules are listed with their severity and summary, for people and for programs", async () => {
  const listed = await folder.run(["rules", "--format", "json"]);
  const rules = JSON.parse(listed.stdout) as { id: string; severity: string; summary: string }[];
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules) expect(rule).toEqual({ id: expect.stringMatching(/^[a-z-]+$/), severity: expect.stringMatching(/^(?:error|warning|information|hint)$/), summary: expect.stringMatching(/\S/) });
  const pretty = await folder.run(["rules"]);
  expect(pretty.stdout.trimEnd().split("\n")).toHaveLength(rules.length);
  expect(pretty).toMatchObject({ code: 0, stderr: "" });
});

test("every rule is explained: why, the standard, an example each way", async () => {
  const rules = JSON.parse((await folder.run(["rules", "--format", "json"])).stdout) as { id: string }[];
  for (const { id } of rules) {
    const { code, stdout } = await folder.run(["explain", id]);
    expect(code).toBe(0);
    expect(stdout).toContain(id);
    for (const title of ["Poor", "Better", "Standards"]) expect(stdout).toContain(`\n${title}\n`);
    expect(stdout).toMatch(/\[[A-Z]\d\d\]/);
  }
}, 60_000);

test("an unknown rule is answered with the nearest one", async () => {
  const { code, stdout, stderr } = await folder.run(["explain", "acronyms"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Did you mean acronym?");
  expect((await folder.run(["explain", "zzzzzzzz"])).stderr).not.toContain("Did you mean");
  expect((await folder.run(["explain"])).code).toBe(2);
});
