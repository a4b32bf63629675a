import { afterAll, beforeAll, expect, test } from "vitest";
import { explainRule } from "../../server/src/report/rule.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { clause } from "../../server/src/standards/clauses.ts";
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

test.each(rules.map((rule) => [rule.id, rule] as const))("%s is explained: why, the standard, an example each way", (id, rule) => {
  const text = explainRule(rule, rule.standards.map((one) => clause(one)), false);
  expect(text).toContain(id);
  for (const title of ["Poor", "Better", "Standards"]) expect(text).toContain(`\n${title}\n`);
  expect(text).toMatch(/\[[A-Z]\d\d\]/);
});

test("the command prints that explanation", async () => {
  const [rule] = rules;
  expect(await folder.run(["explain", rule!.id])).toEqual({ code: 0, stdout: explainRule(rule!, rule!.standards.map((one) => clause(one)), false), stderr: "" });
});

test("an unknown rule is answered with the nearest one", async () => {
  const { code, stdout, stderr } = await folder.run(["explain", "acronyms"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Did you mean acronym?");
  expect((await folder.run(["explain", "zzzzzzzz"])).stderr).not.toContain("Did you mean");
  expect((await folder.run(["explain"])).code).toBe(2);
});
