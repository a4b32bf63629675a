import { expect, test } from "vitest";
import { rules } from "../../server/src/rules/registry.ts";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { explainRule } from "../../server/src/report/rule.ts";
import { clause } from "../../server/src/standards/clauses.ts";

// What `case-recording explain` prints shows a poor and a better example for each rule about the child's voice, and the checker agrees with both.

const ids = ["voice-missing", "child-not-recorded", "reported-speech", "feelings-missing", "voice-method-missing", "leading-question", "promise", "drawing-interpreted", "early-years-observation", "declined-without-reason", "interpretation-in-quote", "interpretation-with-quote"];
const inset = (text: string): string => text.trim().replace(/^/gm, "    ");

test.each(ids)("%s: explained with an example each way, which the checker reads as it says", (id) => {
  const rule = rules.find((one) => one.id === id)!;
  const stdout = explainRule(rule, rule.standards.map((one) => clause(one)), false);
  const [poor, better, left] = [stdout.indexOf(`\nPoor\n\n${inset(rule.poor)}\n`), stdout.indexOf(`\nBetter\n\n${inset(rule.better)}\n`), stdout.indexOf("\nLeft alone\n")];
  expect(poor).toBeGreaterThan(0);
  expect(better).toBeGreaterThan(poor);
  expect(left).toBeGreaterThan(better);
  for (const line of rule.leaves) expect(stdout).toContain(`  - ${line}`);
  for (const clause of rule.standards) expect(stdout).toContain(`[${clause}]`);
  const found = (text: string): boolean => checkNote(text, { ...defaultSettings, volume: "everything" }).findings.some((finding) => finding.rule === id);
  expect({ poor: found(rule.poor), better: found(rule.better) }).toEqual({ poor: true, better: false });
});
