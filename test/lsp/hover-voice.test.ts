import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver/node";
import { rules } from "../../server/src/rules/registry.ts";
import { Editor, of } from "./editor.ts";

// On a finding of each rule about the child's voice, the hover shows a poor and a better example that were written for it.

const ids = ["voice-missing", "child-not-recorded", "reported-speech", "feelings-missing", "voice-method-missing", "leading-question", "promise", "drawing-interpreted", "early-years-observation", "declined-without-reason", "interpretation-in-quote", "interpretation-with-quote"];
const uri = "file:///notes/voice.casenote.md";
const plain = (markdown: string): string => markdown.replace(/\\([\\`*_{}[\]<>#|~!&])/g, "$1");

let editor: Editor;
let version = 0;
beforeAll(async () => {
  // The other rules are still: at one place a hover shows three findings at most.
  editor = await Editor.start({ configuration: { volume: "everything", rules: Object.fromEntries(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => [id, "off"])) } });
});
afterAll(() => editor.stop());

describe.each(ids)("%s", (id) => {
  const rule = rules.find((one) => one.id === id)!;
  const last = (text: string): string => text.trim().split("\n").at(-1)!;
  test("shows why, the standard, both examples and the page", async () => {
    await editor.open(uri, rule.poor, { version: ++version });
    const { range, message } = of(id, await editor.findings(uri));
    const hover = await editor.hover(uri, range.start);
    await editor.close(uri);
    const parts = plain((hover!.contents as MarkupContent).value).split("\n\n---\n\n");
    const own = parts.find((part) => part.includes(`/docs/rules/${id}.md)`));
    expect(own, `${id} among ${parts.map((part) => part.slice(0, 60)).join(" | ")}`).toBeDefined();
    expect(own).toContain(String(message).split("\n")[0]!.slice(0, 40));
    expect(own).toContain(rule.explain.slice(0, 60));
    expect(own).toMatch(new RegExp(`Standard (?:${rule.standards.join("|")}):`));
    expect(own).toMatch(/\*Poor:\* .*\n\*Better:\* ./);
    const [poor, better] = [/\*Poor:\* (.*)/.exec(own!)![1]!, /\*Better:\* (.*)/.exec(own!)![1]!];
    expect(poor).toContain(last(rule.poor).slice(0, 40));
    expect(better).toContain(last(rule.better).slice(0, 40));
    expect(poor.trim()).not.toBe(better.trim());
  });
});
