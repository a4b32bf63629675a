import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "../../server/src/rules/registry.ts";
import { Folder } from "./run.ts";

// `case-recording explain` shows a poor and a better example for each rule about the child's voice, and the checker agrees with both.

const ids = ["voice-missing", "child-not-recorded", "reported-speech", "feelings-missing", "voice-method-missing", "leading-question", "promise", "drawing-interpreted", "early-years-observation", "declined-without-reason", "interpretation-in-quote", "interpretation-with-quote"];
const inset = (text: string): string => text.trim().replace(/^/gm, "    ");

let folder: Folder;
beforeAll(() => void (folder = new Folder()));
afterAll(() => folder.remove());

test.each(ids)("%s: explained with an example each way, which the checker reads as it says", async (id) => {
  const rule = rules.find((one) => one.id === id)!;
  const { code, stdout, stderr } = await folder.run(["explain", id]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const [poor, better, left] = [stdout.indexOf(`\nPoor\n\n${inset(rule.poor)}\n`), stdout.indexOf(`\nBetter\n\n${inset(rule.better)}\n`), stdout.indexOf("\nLeft alone\n")];
  expect(poor).toBeGreaterThan(0);
  expect(better).toBeGreaterThan(poor);
  expect(left).toBeGreaterThan(better);
  for (const line of rule.leaves) expect(stdout).toContain(`  - ${line}`);
  for (const clause of rule.standards) expect(stdout).toContain(`[${clause}]`);
  folder.write(".case-recording.yml", "volume: everything\n");
  folder.write("poor.casenote.md", rule.poor);
  folder.write("better.casenote.md", rule.better);
  const { report } = await folder.json(["poor.casenote.md", "better.casenote.md"]);
  const found = (name: string): boolean => report.notes.find(({ path }) => path.endsWith(name))!.findings.some((finding) => finding.rule === id);
  expect({ poor: found("poor.casenote.md"), better: found("better.casenote.md") }).toEqual({ poor: true, better: false });
}, 30_000);
