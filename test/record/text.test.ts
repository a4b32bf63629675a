import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainText } from "../../server/src/record/text.ts";
import { corpus } from "../corpus/score.ts";
import { allText, kai, recordFor } from "./support.ts";

const below = (body: string): string => plainText(recordFor(kai + body)).split("\n\n").slice(1).join("\n\n").trimEnd();

describe("plain text", () => {
  test("a whole note", () => {
    const text = `# Visit to Kai\n\n${kai}## Why am I visiting?\n\nKai said “it is better”.\n\n1. one\n   - inner\n     goes on\n2. two\n\n- [ ] ring\n- [x] rang\n\nKai did the Three Houses.\n\n| House of Worries | House of Dreams |\n|---|---|\n| dad | a dog |\n\nK: I hate it\nSW: what do you hate?\n\n---\n\nEnd.\n`;
    expect(plainText(recordFor(text))).toBe(
      "Visit to Kai\n\nChild: Kai Morton (9)\nType of visit: Statutory visit\n\nWhy am I visiting?\n\nKai said “it is better”.\n\n1. one\n  - inner\n    goes on\n2. two\n\n☐ ring\n☑ rang\n\nKai did the Three Houses.\n\nHouse of Worries: “dad”; House of Dreams: “a dog”\n\nK: I hate it\nSW: what do you hate?\n\n---\n\nEnd.\n",
    );
  });
  test("risks say so in words", () => {
    expect(below("**There is no food in the fridge.**\n")).toBe("RISK: There is no food in the fridge.");
    expect(below("We met. **There is no food in the fridge.** We left.\n")).toBe("We met. [RISK: There is no food in the fridge.] We left.");
    expect(below("**There is no food.** **There is no heating.** We left.\n")).toBe("[RISK: There is no food. There is no heating.] We left.");
    expect(below("Risk: Craig is back.\n")).toBe("Risk: Craig is back.");
    expect(below("He did **not** go.\n")).toBe("He did not go.");
    expect(below("Kai said “I hid **under the bed**”.\n")).toBe("Kai said [RISK: “I hid under the bed”].");
  });
  test("a child's words have marks, their own or ours around them", () => {
    expect(below("Kai wrote:\n\n> I miss my dog\n> and nan\n")).toBe("Kai wrote:\n\n    “I miss my dog\n    and nan”");
    expect(below("Kai wrote:\n\n> “I miss my dog”\n")).toBe("Kai wrote:\n\n    “I miss my dog”");
    expect(below("Kai signed MORE and smiled.\n")).toBe("Kai signed “MORE” and smiled.");
  });
  test("every word of the record stands in it, in order", () => {
    const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const { text } of corpus.values()) {
      const record = recordFor(text);
      if (record.blocks.some(({ kind, ...block }) => kind === "table" || ("number" in block && block.number !== undefined))) continue;
      expect(words(plainText(record).replaceAll("RISK:", ""))).toEqual(words(allText(record)));
    }
  });
  test("no markup is left", () => expect(plainText(recordFor(readFileSync(new URL("../../samples/good.casenote.md", import.meta.url), "utf8")))).not.toMatch(/^#|\*\*|<!--|^---$/m));
  test("nothing of nothing", () => expect(plainText(recordFor(""))).toBe(""));
});
