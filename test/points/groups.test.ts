import { describe, expect, test } from "vitest";
import { groups, rulesOf } from "../../server/src/points/groups.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { allProfiles } from "../../server/src/standards/standards.ts";
import { points } from "./notes.ts";

const listed = groups.flatMap(rulesOf);
const ids = rules.map(({ id }) => id);

test("every rule stands in just one group, and no group names a rule that does not exist", () => {
  expect(ids.filter((id) => listed.filter((one) => one === id).length !== 1)).toEqual([]);
  // A rule about our own comments, which a later part of the engine brings.
  expect(listed.filter((id) => !ids.includes(id) && id !== "unknown-suppression")).toEqual([]);
});

test("the rule that leads a group says what it asks, and no other rule does", () => {
  const leads = groups.flatMap((group) => ("lead" in group ? [group.lead] : []));
  expect(rules.filter(({ asks }) => asks).map(({ id }) => id).sort()).toEqual([...leads].sort());
});

test("the id of a family is no rule's and no question's", () => {
  const families = groups.flatMap((group) => ("lead" in group ? [] : [group.id]));
  const questions = allProfiles.flatMap(({ checklist }) => checklist.map(({ id }) => id));
  expect(families.length).toBeGreaterThan(3);
  expect(families.filter((id) => ids.includes(id) || questions.includes(id))).toEqual([]);
  expect(questions.filter((id) => ids.includes(id))).toEqual([]);
});

describe("the examples of each rule", () => {
  const about = (text: string, rule: string) => points(text, { volume: "everything" }).points.filter(({ findings }) => findings.some((finding) => finding.rule === rule));
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s: missing in the poor one, not in the better one", (id, { poor, better }) => {
    expect(about(poor, id).map(({ state }) => state)).toContain("missing");
    expect(about(better, id)).toEqual([]);
  });
  test.each(rules.filter(({ asks }) => asks).map((rule) => [rule.id, rule] as const))("%s: the better one shows what meets it", (id, { better }) => {
    const met = points(better).points.filter(({ rule }) => rule === id);
    expect(met.map(({ state }) => state)).toContain("met");
    expect(met.filter(({ state }) => state === "met").every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});
