import { describe, expect, test } from "vitest";
import { allRuns, allText, inShort, kai, recordFor, stretches } from "./support.ts";

describe("blocks", () => {
  test("headings, paragraphs, items, quotes, turns, tables and lines across, each with the line where it begins", () => {
    const text = `# Visit to Kai\n\nChild: Kai Morton (9)\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see Kai.\n\n1. First\n2. Second\n   - inner\n\n     more of it\n\n- [ ] Ring school\n- [x] Ring nan\n\nKai wrote:\n\n> I miss my dog\n\nK: I hate it\nSW: what do you hate?\n\n---\n\n| Who | What |\n|---|---|\n| Sam | rings |\n\n### Under it\n\nEnd.\n`;
    expect(inShort(recordFor(text))).toEqual([
      "0 title: Visit to Kai",
      "2 details: Child | Kai Morton (9) | Type of visit | Statutory visit",
      "5 heading 1: Why am I visiting?",
      "7 paragraph: To see Kai.",
      "9 item 0 no. 1: First",
      "10 item 0 no. 2: Second",
      "11 item 1: inner",
      "13 item 1 more: more of it",
      "15 item 0 not ticked: Ring school",
      "16 item 0 ticked: Ring nan",
      "18 paragraph: Kai wrote:",
      "20 quote 1: I miss my dog",
      "22 turn: K: | I hate it",
      "23 turn: SW: | what do you hate?",
      "25 rule: ",
      "27 table: Who | What | Sam | rings",
      "31 heading 2: Under it",
      "33 paragraph: End.",
    ]);
  });
  test("a list keeps its numbers, and each list is one of its own", () => {
    const { blocks } = recordFor(`${kai}3. three\n4. four\n\nText.\n\n7) seven\n`);
    expect(blocks.flatMap((block) => (block.kind === "item" ? [[block.number, block.list]] : []))).toEqual([[3, 1], [4, 1], [7, 2]]);
  });
  test("plain lines and bold lines that the standard asks for are headings", () => {
    const record = recordFor(`${kai}Why am I visiting?\n\nTo see Kai.\n\n**What we did and what we talked about**\nWe played.\n\n3. What you think should happen next?\n\nI will ring.\n`);
    expect(inShort(record).slice(1)).toEqual(["3 heading 1: Why am I visiting?", "5 paragraph: To see Kai.", "7 heading 1: What we did and what we talked about", "8 paragraph: We played.", "10 heading 1: What you think should happen next?", "12 paragraph: I will ring."]);
  });
  test("several headings of the first depth are no title", () => {
    const record = recordFor(`${kai}# May\n\nOne.\n\n# June\n\nTwo.\n`);
    expect(record.blocks.map(({ kind }) => kind)).toEqual(["details", "heading", "paragraph", "heading", "paragraph"]);
    expect(record.title).toBe("Statutory visit: Kai");
  });
  test("a plain line above the details is the title", () => expect(recordFor(`Home visit 12/6/25\n\n${kai}We played.\n`)).toMatchObject({ title: "Home visit 12/6/25", blocks: [{ kind: "title" }, { kind: "details" }, { kind: "paragraph" }] }));
  test("the writer's own lines stay lines; those that an editor broke do not", () => {
    expect(allText(recordFor(`${kai}Milk\nBread\nEggs\n`))).toContain("Milk\nBread\nEggs");
    const long = "We went to the park near the school and played on the swings for a";
    expect(allText(recordFor(`${kai}${long}\n${long}\nwhile.\n`))).toContain(`${long} ${long} while.`);
  });
});

describe("details", () => {
  const front = "---\nchildren:\n  - name: Rosie Tennant\n    date of birth: 03/03/2017\n  - name: Alfie Tennant\n    date of birth: 20/01/2022\npresent: [Rosie, Denise Okafor]\ntype of visit: Statutory visit\n# a comment of YAML\nplace: \"foster home\"\n---\n\n# Visit\n\nWe met.\n";
  test("front matter is rows, and a list of people one row", () => {
    const [title, details] = recordFor(front).blocks;
    expect(title!.kind).toBe("title");
    expect(details).toMatchObject({ kind: "details" });
    expect(inShort(recordFor(front))[1]).toBe("2 details: Children | Rosie Tennant, date of birth: 03/03/2017 | Alfie Tennant, date of birth: 20/01/2022 | Present | Rosie | Denise Okafor | Type of visit | Statutory visit | Place | foster home");
  });
  test("a table is rows", () => expect(inShort(recordFor("| Child | Kai Morton (9) |\n|---|---|\n| **Type of visit** | Statutory visit |\n\nWe met.\n"))).toEqual(["0 details: Child | Kai Morton (9) | Type of visit | Statutory visit", "4 paragraph: We met."]));
  test("a line between that is no detail is not lost", () => expect(allText(recordFor("Child: Kai Morton (9)\nsomething forgotten\nType of visit: Statutory visit\n\nWe met.\n"))).toContain("something forgotten"));
  test("front matter that is no YAML is not lost", () => {
    const text = allText(recordFor("---\nchild: Kai: Morton: [\nplace: home\n---\n\nWe met.\n"));
    for (const words of ["Morton", "home", "We met."]) expect(text).toContain(words);
  });
});

describe("what vanishes", () => {
  test("comments of every kind", () => {
    const record = recordFor(`${kai}<!-- a prompt -->\n\nWe <!-- case-recording-disable-next-line acronym --> met.<!-- x\ny --> He sat.\n\n<!-- several\n\nlines -->\n\nEnd.\n\n- one <!-- c -->\n`);
    expect(inShort(record).slice(1)).toEqual(["5 paragraph: We met. He sat.", "12 paragraph: End.", "14 item 0: one"]);
  });
  test("a comment that is never closed is told, since all behind it would be missing", () => {
    const record = recordFor(`${kai}We met.\n\n<!-- oh\n\nHe sat.\n`);
    expect(record.fields).toEqual([{ start: `${kai}We met.\n\n`.length, end: `${kai}We met.\n\n`.length + 4, text: "<!-- (a comment that is never closed)" }]);
  });
  test("HTML, and not the text in it, nor what only looks like it", () => {
    expect(allText(recordFor(`${kai}He is <b>not</b> <u>well</u><br>today, <mum> said. 2 < 3 &amp; 4 \\* 5\n\n<div style="color:red">No food.</div>\n`))).toMatch(/He is not well\ntoday, <mum> said\. 2 < 3 & 4 \* 5\nNo food\./);
    expect(allText(recordFor(`${kai}He fell at <time unclear>, <i think so>, by the <section 47 team>.\n\n<label on the bottle>\n\n<a href="x" title='y'>Here</a><br/><hr class=z>\n`))).toMatch(/He fell at <time unclear>, <i think so>, by the <section 47 team>\.\n<label on the bottle>\nHere$/m);
  });
  test("fields, which are listed with their places", () => {
    const text = `Child: Kai Morton (9)\nDate of visit: [… the date …]\nType of visit: Statutory visit\n\n## Why am I visiting?\n\nTo see Kai because [… the reason …]. He said “[… the child's own words …]” \n\n- [… action …] – who: [… who …]\n`;
    const record = recordFor(text);
    expect(record.fields.map(({ start, end }) => text.slice(start, end))).toEqual(["[… the date …]", "[… the reason …]", "[… the child's own words …]", "[… action …]", "[… who …]"]);
    expect(record.fields.map(({ text: told }) => told)).toEqual(["[… the date …]", "[… the reason …]", "[… the child's own words …]", "[… action …]", "[… who …]"]);
    expect(allText(record)).not.toMatch(/…/);
    expect(allText(record)).toContain("To see Kai because. He said “”");
  });
  test("an empty link and a section that only promises are to be completed; an answer is not", () => {
    const fields = (body: string): string[] => recordFor(`${kai}${body}`).fields.map(({ text }) => text);
    expect(fields("See [the plan]().\n")).toEqual(["[the plan]()"]);
    expect(fields("## What you think should happen next?\n\nTBC\n")).toEqual(["TBC"]);
    expect(fields("## What you think should happen next?\n\nNone.\n")).toEqual([]);
    expect(fields("## What you think should happen next?\n\nTBC\n\nI will ring school on Friday.\n")).toEqual([]);
    expect(fields("<!-- [… a prompt …] -->\n\nWe met.\n")).toEqual([]);
  });
});

describe("a child's words and risks", () => {
  test("quotations of a child, without their marks, and of nobody else", () => {
    const record = recordFor(`${kai}Kai said “it is better now”. Mum said “he is fine”. A sign read “closed on Mondays”.\n`);
    expect(stretches(record, "words")).toEqual(["it is better now"]);
    expect(stretches(record, "bare")).toEqual([]);
  });
  test("brackets within are not the child's", () => expect(stretches(recordFor(`${kai}Kai said “Dad shouts (he looked down) a lot”.\n`), "words")).toEqual(["Dad shouts", " a lot"]));
  test("over several paragraphs", () => expect(stretches(recordFor(`${kai}Kai said “I miss him.\n\n“I want to go home.” Then he ran off.\n`), "words")).toEqual(["I miss him.", "“I want to go home."]));
  test("an unclosed quotation ends with its paragraph", () => expect(stretches(recordFor(`${kai}Kai said “I want to go home.\n\nHe ran off.\n`), "words")).toEqual(["I want to go home."]));
  test("of an unclosed quotation the first sentence alone is surely speech", () => expect(stretches(recordFor(`${kai}Kai said “I want to go home. He looked sad.\n`), "words")).toEqual(["I want to go home."]));
  test("without marks: block quotes, cells and signs are told as such; a turn has its label", () => {
    const record = recordFor(`${kai}Kai wrote:\n\n> I miss\n> my dog\n\nKai did the Three Houses.\n\n| House of Worries | House of Dreams |\n|---|---|\n| dad shouts | a dog |\n\nK: I hate it\nSW: what do you hate?\n\nKai signed MORE.\n`);
    expect(stretches(record, "words")).toEqual(["I miss\nmy dog", "dad shouts", "a dog", "I hate it", "MORE"]);
    expect(stretches(record, "bare")).toEqual(["I miss\nmy dog", "dad shouts", "a dog", "MORE"]);
  });
  test("marked risks: bold, red, and lines that begin with Risk", () => {
    const record = recordFor(`${kai}**There is no food.** <span style="color:red">He is not safe.</span> We met.\n\nRisk: Craig is back.\n`);
    expect(stretches(record, "risk")).toEqual(["There is no food.", "He is not safe.", "Risk:", "Craig is back."]);
  });
  test("what is bold and no risk is bold alone", () => {
    const record = recordFor(`${kai}We went to the **big** park, and I was **so** proud. He did <b>not</b> fall.\n\n## What you think should happen next?\n\n- **Sam to ring school on Friday.**\n`);
    expect(stretches(record, "risk")).toEqual([]);
    expect(allRuns(record).filter(({ bold }) => bold).map(({ text }) => text)).toEqual(["big", "so", "not", "Sam to ring school on Friday."]);
  });
  test("where both meet, both stand", () => {
    const run = allRuns(recordFor(`${kai}**Kai said “he hit me”.**\n`)).find(({ words }) => words);
    expect(run).toEqual({ text: "he hit me", bold: true, words: true, risk: true });
  });
});

describe("texts of every kind", () => {
  test("an empty note has no blocks", () => {
    for (const text of ["", "\uFEFF", "  \n\n", "<!-- only -->\n"]) expect(recordFor(text).blocks).toEqual([]);
  });
  test("line ends and a mark of byte order change nothing but the places", () => {
    const text = `# Visit\n\n${kai}## Why am I visiting?\n\nKai said “a\nb”.\n\n> one\n> two\n\n- [… x …] y\n  z\n`;
    const plain = recordFor(text);
    for (const other of [text.replaceAll("\n", "\r\n"), `\uFEFF${text}`, `\uFEFF${text.replaceAll("\n", "\r\n")}`]) {
      const record = recordFor(other);
      expect(record.blocks).toEqual(plain.blocks);
      expect(record.fields.map(({ start, end }) => other.slice(start, end))).toEqual(["[… x …]"]);
    }
  });
  test("what is no text is not read, and it is said why", () => {
    expect(recordFor("Kai\0\0 said")).toMatchObject({ blocks: [], unread: expect.stringContaining("does not look like text") });
    expect(recordFor("word ".repeat(170_000)).unread).toContain("very long");
  });
  test("a large note is read in good time", () => {
    const text = kai + Array.from({ length: 500 }, (_, at) => `## Day ${at}\n\nKai said “it was ok on day ${at}”. **He cried.** [… more …]\n\n- one\n- two\n`).join("\n");
    const note = recordFor(text);
    const started = performance.now();
    expect(note.fields).toHaveLength(500);
    expect(recordFor(text).blocks).toHaveLength(2_001);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
  test("one paragraph of twenty thousand words", () => expect(allText(recordFor(`${kai}${"Kai said “no”. ".repeat(400)}${"He sat and then he stood. ".repeat(3_500)}`)).length).toBeGreaterThan(90_000));
  test("control characters and halves of pairs go into no document", () => expect(allText(recordFor(`${kai}a\u0007b\uD83Dc\u001Bd\n`))).toContain("ab\uFFFDcd"));
});
