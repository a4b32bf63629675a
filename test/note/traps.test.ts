import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/text/edit.ts";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { details, known, noteOf, voices } from "./support.ts";

// Sentences that a word list gets wrong, with the right answer.

describe("quotation marks, and who is speaking", () => {
  test("possessives are no quotation", () => {
    expect(voices(noteOf("Dad's partner's mum's house is where the kids' things are."))).toEqual([]);
  });
  test("'em opens nothing", () => {
    expect(voices(noteOf("Kai was quiet. He said he'd 'been good' and didn't want 'em to know he's scared."))).toEqual(["child Kai: been good"]);
  });
  test("'cos, rock 'n' roll open nothing", () => {
    expect(voices(noteOf("He came 'cos he likes rock 'n' roll."))).toEqual([]);
  });
  test("'90s opens nothing, and the quotation is Mum's", () => {
    expect(voices(noteOf('In the \'90s mum was in care and she told me "it weren\'t nice".'))).toEqual(["adult: it weren't nice"]);
  });
  test("a quotation over several paragraphs", () => {
    expect(voices(noteOf("“I like it here.\n\n“I like my room and I like the dog.\n\n“But I miss Mum,” Jayden told me.", "Child: Jayden (9)\n"))).toEqual(["child Jayden: I like it here.\n\n“I like my room and I like the dog.\n\n“But I miss Mum,"]);
  });
  test("an unclosed quotation stops at the end of its paragraph", () => {
    const note = noteOf("Maya said \"I don't want to go to dads anymore because\n\nWe had lunch. Mum said \"she will be fine\".", "Child: Maya (9)\n");
    expect(voices(note)).toEqual(["child Maya: I don't want to go to dads anymore because", "adult: she will be fine"]);
    expect(note.quotations.map(({ closed }) => closed)).toEqual([false, true]);
  });
  test("titles of tools and books", () => {
    expect(known(noteOf('We used ‘Three Houses’ and read "The Huge Bag of Worries".'))).toEqual([]);
  });
  test("a transcript is the child's words", () => {
    expect(voices(noteOf("J: I hate it there.\nSW: What is it you hate?\nJ: everything", "Child: Jayden (9)\n"))).toEqual(["child Jayden: I hate it there.", "worker: What is it you hate?", "child Jayden: everything"]);
  });
  test("a block quote under a child", () => {
    expect(voices(noteOf("Kai told me what he wants.\n\n> I want to see my brother every week\n"))).toEqual(["child Kai: I want to see my brother every week"]);
  });
  test("a cell under a tool", () => {
    expect(voices(noteOf("| House of worries | dad shouting, no food, the dark |\n|---|---|\n| House of dreams | a dog |\n", details)).filter((voice) => /dad shouting/.test(voice))).toEqual(["child Kai: dad shouting, no food, the dark"]);
  });
  test("the subject is Mum", () => {
    expect(checkNote(`Child: Tyler (9)\nType of contact: Case note\n\nTyler's mum said he is happy at home.\n`).findings).toEqual([]);
  });
  test("signs are voice", () => {
    expect(voices(noteOf("Amira (5) signed MORE and pointed to the swing.", "Child: Amira (5)\n"))).toEqual(["child Amira: MORE"]);
  });
  test("feet and inches", () => {
    expect(voices(noteOf('He is 5\'11" now and very proud of it.'))).toEqual([]);
  });
});

describe("a child's words are never changed, nor judged for style", () => {
  const under = (words: string, age = 9) => `Child: Leo Carr (${age})\nWorker: Sam Okoro\nType of contact: Case note\n\n${words}\n`;
  const everything = { ...defaultSettings, volume: "everything" as const };
  const sentences: readonly (readonly [string, string, number?])[] = [
    ["swearing", 'Leo said "He\'s a fucking dickhead and I aint going back".', 14],
    ["grammar", "Leo said “I done a drawing of me mum innit”."],
    ["care words", "Leo said “My IRO said I got a LAC review and then contact”."],
    ["dialect", "Leo said “Nanna Pat's gaff is proper lush”."],
    ["another language", "Leo said “Chcę do domu” (I want to go home), through the interpreter."],
    ["pronouns", "Leo said “They/them please, not she”."],
    ["emoji", "Leo wrote “😡😡 mum 😢 nan ❤️”."],
    ["an ellipsis", "Leo said “I... I don't... dunno”."],
    ["a parent's words", "Mum said “he's a nightmare, him and his ADHD and his respite”."],
  ];
  for (const [name, sentence, age] of sentences) test(`${name}: nothing is said`, () => expect(checkNote(under(sentence, age), everything).findings).toEqual([]));
  test("the speaker of each is found", () => {
    for (const [name, sentence, age] of sentences.slice(0, -1)) expect(checkNote(under(sentence, age)).note.quotations.map(({ speaker }) => speaker), name).toEqual(["child"]);
  });
  test("emoji do not shift what stands behind them", () => {
    const { note } = checkNote(under("Leo wrote “😡😡 mum 😢 nan ❤️” and said “😀 yes”."));
    expect(voices(note)).toEqual(["child Leo: 😡😡 mum 😢 nan ❤️", "child Leo: 😀 yes"]);
  });
  test("“Mummy hitted me”: a risk, and the words stay", () => {
    const text = under("Leo said “Mummy hitted me on my bum”.", 4);
    const { findings } = checkNote(text, everything);
    expect(findings.map(({ rule }) => rule)).toEqual(["risk-no-action", "risk-not-marked"]);
    expect(applyEdits(text, findings[1]!.fixes[0]!.edits)).toContain("“Mummy hitted me on my bum”");
  });
  test("professional words in the mouth of a child of six: asked, and not rewritten", () => {
    const { findings } = checkNote(under("“he makes me feel unsafe and it impacts my emotional wellbeing”, said Leo (6).", 6));
    const asked = findings.filter(({ rule }) => rule === "interpretation-in-quote");
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.flatMap(({ fixes }) => fixes)).toEqual([]);
  });
  test("a joke about death is a risk", () => {
    const { findings } = checkNote(under("Leo said “I'm gonna kill myself lol”.", 13), everything);
    expect(findings.map(({ rule }) => rule)).toEqual(["risk-no-action", "risk-not-marked"]);
  });
});
