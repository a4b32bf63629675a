import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { applyEdits } from "../../server/src/text/edit.ts";

const everything = { ...defaultSettings, volume: "everything" as const };
const head = "Child: Kai Morton (9)\nPresent: Kelly (mum), Donna (aunt)\nType of contact: Case note\n\n";
/** The body of a note after the first fix of a rule with that title; undefined where none is offered. */
function after(rule: string, title: RegExp, body: string): string | undefined {
  const text = head + body;
  const fix = checkNote(text, everything).findings.filter((finding) => finding.rule === rule).flatMap(({ fixes }) => fixes).find((one) => title.test(one.title));
  return fix && applyEdits(text, fix.edits).slice(head.length);
}

describe("a word typed twice", () => {
  const twice = (body: string) => after("plain-words", /Take out the second/, body);
  test("the second goes, with its space", () => expect(twice("I saw the the dog.\n")).toBe("I saw the dog.\n"));
  test("over two lines", () => expect(twice("I saw the\nthe dog.\n")).toBe("I saw the dog.\n"));
  test.each(["I saw **the** the dog.\n", "I saw the <!-- private --> the dog.\n", "I saw ~~the~~ the dog.\n", "I saw the *the* dog.\n"])("nothing is offered where marks or a comment stand between: %s", (body) => expect(twice(body)).toBeUndefined());
});

describe("a plainer word", () => {
  test("takes the place", () => expect(after("plain-words", /“before”/, "We met prior to tea.\n")).toBe("We met before tea.\n"));
  test("is not offered where half of a mark would go", () => expect(after("plain-words", /“before”/, "We met **prior** to tea.\n")).toBeUndefined());
  test("takes no letter of a name for an article", () => expect(after("plain-words", /“about”/, "- I saw Donna\n  approximately ten times\n")).toBe("- I saw Donna\n  about ten times\n"));
  test("a jargon word half in bold keeps its marks", () => expect(after("jargon", /Write/, "His nan is a **protective** factor.\n")).toBeUndefined());
});

describe("an opinion is taken to the reflections", () => {
  const move = (body: string, end = "\n## Practitioner reflections on the visit\n\nI wonder.\n") => after("opinion-as-fact", /Move this sentence/, body + end);
  const gone = (left: string, moved = "Kai is terrified of Donna.") => `${left}\n## Practitioner reflections on the visit\n\nI wonder.\n\n${moved}\n`;
  test("from the middle", () => expect(move("Mum let me in. Kai is terrified of Donna. He ate tea.\n")).toBe(gone("Mum let me in. He ate tea.\n")));
  test("from the beginning: no space is left", () => expect(move("Kai is terrified of Donna. He ate tea.\n")).toBe(gone("He ate tea.\n")));
  test("a whole paragraph", () => expect(move("Mum let me in.\n\nKai is terrified of Donna.\n\nHe ate tea.\n")).toBe(gone("Mum let me in.\n\nHe ate tea.\n")));
  test("with Windows line ends", () => expect(move("Mum let me in.\r\n\r\nKai is terrified of Donna.\r\n\r\nHe ate tea.\r\n", "\r\n## Practitioner reflections on the visit\r\n\r\nI wonder.\r\n")).toBe("Mum let me in.\r\n\r\nHe ate tea.\r\n\r\n## Practitioner reflections on the visit\r\n\r\nI wonder.\r\n\r\nKai is terrified of Donna.\r\n"));
  test("to the reflections on the same child", () => {
    const text = "Children: Kai (9), Mya (7)\nType of visit: Home visit\n\n# Kai\n\n## What we did and what we talked about\n\nHe sat down. Kai is terrified of Donna.\n\n## Practitioner reflections on the visit\n\nI wonder.\n\n# Mya\n\n## Practitioner reflections on the visit\n\nNothing.\n";
    const fix = checkNote(text, everything).findings.flatMap(({ fixes }) => fixes).find(({ title }) => title.startsWith("Move this sentence"));
    expect(applyEdits(text, fix!.edits)).toContain("I wonder.\n\nKai is terrified of Donna.\n\n# Mya");
  });
  test.each(["**Kai is terrified of Donna.** He ate.\n", "*Kai is terrified of Donna. He* ate.\n", "See [Kai is terrified of Donna. He](http://x) ate.\n", "- Kai is terrified of Donna.\n"])("not where a mark would be cut, nor out of a list: %s", (body) => expect(move(body)).toBeUndefined());
  test("not where the note has no reflections", () => expect(move("Kai is terrified of Donna. He ate tea.\n", "")).toBeUndefined());
});

describe("a repeated paragraph", () => {
  test("three copies are one finding, with the others beside it", () => {
    const copy = "Kai showed me his new bike and we talked about school and the holidays.\n\n";
    const found = checkNote(`${head}${copy}One.\n\n${copy}Two.\n\n${copy}`, everything).findings.filter(({ rule }) => rule === "repeated-text");
    expect(found).toHaveLength(1);
    expect(found[0]!.related).toHaveLength(2);
  });
  test("a prompt that stands for each child is none", () => {
    const prompt = "What does the child want to tell us about how things are at home?\n\n";
    expect(checkNote(`${head}${prompt}One.\n\n${prompt}Two.\n`, everything).findings.filter(({ rule }) => rule === "repeated-text")).toEqual([]);
  });
});

describe("words on which guides disagree", () => {
  const body = `${head}His siblings came too.\n`;
  const message = (disputedTerms: "show" | "leave") => checkNote(body, { ...everything, disputedTerms }).findings.find(({ rule }) => rule === "jargon")?.message;
  test("are shown with each view and where it is from", () => expect(message("show")).toMatch(/Guides differ on it: .+ \(.+\); .+ \(.+\)\./));
  test("or left alone", () => expect(message("leave")).toBeUndefined());
});
