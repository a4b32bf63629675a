import { describe, expect, test } from "vitest";
import { known, noteOf, twoChildren, voices } from "./support.ts";

const quoted = (body: string, under?: string) => {
  const note = noteOf(body, under);
  return note.quotations.map(({ words, closed }) => `${note.text.slice(words.start, words.end)}${closed ? "" : " (not closed)"}`);
};

describe("the marks", () => {
  test.each([
    ["double, curly", "Kai said “I like it”."],
    ["double, straight", 'Kai said "I like it".'],
    ["single, curly", "Kai said ‘I like it’."],
    ["single, straight", "Kai said 'I like it'."],
    ["low and high", "Kai said „I like it”."],
    ["angled", "Kai said «I like it»."],
    ["curly opened, straight closed", 'Kai said “I like it".'],
  ])("%s", (_, body) => expect(voices(noteOf(body))).toEqual(["child Kai: I like it"]));
  test.each([
    ["the stop inside", "Kai said “I like it.”", "I like it."],
    ["a comma inside", "“I like it,” Kai said.", "I like it,"],
    ["an exclamation mark", "Kai said “I like it!” and ran.", "I like it!"],
    ["an ellipsis first", "Kai said “... I like it”.", "... I like it"],
    ["a possessive inside single marks", "Kai said 'I like Nan's house'.", "I like Nan's house"],
    ["a contraction inside single marks", "Kai said ‘I don’t like it’.", "I don’t like it"],
    ["a dropped letter inside single marks", "Kai said 'I like 'em'.", "I like 'em"],
    ["emoji", "Kai wrote “😡😡 mum 😢 nan ❤️”.", "😡😡 mum 😢 nan ❤️"],
    ["emoji before", "😀 Kai said “I like it”.", "I like it"],
    ["brackets around", "Kai was glad (he said “I like it”).", "I like it"],
    ["bold around", "Kai said **“Mum hit me”**.", "Mum hit me"],
    ["bold inside", "Kai said “**Mum hit me**”.", "**Mum hit me**"],
    ["two lines of one paragraph", "Kai said “I like it\nhere with Nan”.", "I like it\nhere with Nan"],
  ])("%s", (_, body, words) => expect(quoted(body)).toEqual([words]));
  test("several in one sentence", () => expect(quoted("Kai said “no”, then “yes”, and at last “maybe”.")).toEqual(["no", "yes", "maybe"]));
  test("one that asks and one that answers", () => {
    expect(voices(noteOf("I asked “how was school?” and Kai said “boring”."))).toEqual(["worker: how was school?", "child Kai: boring"]);
  });
});

describe("nested", () => {
  test.each([
    ["single in double", "Kai said “Dad said ‘shut up’ and I went up”.", "Dad said ‘shut up’ and I went up"],
    ["double in single", "Kai said ‘Dad said “shut up” and I went up’.", "Dad said “shut up” and I went up"],
    ["straight single in straight double", "Kai said \"Dad said 'shut up' and I went up\".", "Dad said 'shut up' and I went up"],
    ["at the end", "Kai said “Dad goes ‘shut up’”.", "Dad goes ‘shut up’"],
    ["a title in the words", "Kai said “we read ‘The Huge Bag of Worries’ again”.", "we read ‘The Huge Bag of Worries’ again"],
  ])("%s: one quotation, the outer speaker's", (_, body, words) => expect(voices(noteOf(body))).toEqual([`child Kai: ${words}`]));
});

describe("over paragraphs", () => {
  test("each opens, and only the last closes: one quotation", () => {
    const note = noteOf("Kai said “I like it here.\n\n“I like my room.\n\n“But I miss Mum.”\n\nThen we had lunch.\n");
    expect(voices(note)).toEqual(["child Kai: I like it here.\n\n“I like my room.\n\n“But I miss Mum."]);
    expect(note.quotations[0]!.closed).toBe(true);
  });
  test("straight marks", () => {
    expect(quoted('Kai said "I like it here.\n\n"But I miss Mum."\n\nThen we had lunch.\n')).toEqual(['I like it here.\n\n"But I miss Mum.']);
  });
  test("a new quotation behind a closed one is another", () => {
    expect(quoted("Kai said “I like it here.”\n\n“Me too,” Mum said.\n")).toEqual(["I like it here.", "Me too,"]);
  });
});

describe("not closed", () => {
  test("it ends with its paragraph", () => {
    expect(quoted("Kai said “I don't want to go because\n\nMum said “he will be fine”.\n")).toEqual(["I don't want to go because (not closed)", "he will be fine"]);
  });
  test("at the end of the note", () => expect(quoted("Kai said “I like it")).toEqual(["I like it (not closed)"]));
  test("in a list item", () => expect(quoted("- Kai said “I like it\n- Mum was out\n")).toEqual(["I like it (not closed)"]));
  test("in a cell", () => expect(quoted("| What | Who |\n|---|---|\n| Kai said “I like it | Sam |\n| Mum was out | Sam |\n")).toEqual(["I like it (not closed)"]));
  test("another one opens before it is closed", () => {
    expect(quoted("Kai said “I like it. Then he said “I miss Mum”.")).toEqual(["I like it. (not closed)", "I miss Mum"]);
  });
});

describe("no quotation at all", () => {
  test.each([
    ["possessives", "Dad's partner's mum's house is where the kids' things are."],
    ["plurals that own", "The boys' room and the girls' room were tidy."],
    ["dropped letters", "He told 'em he was off, 'cos he was bored, and that was 'bout it."],
    ["decades", "In the '90s and the '00s they lived in Leeds."],
    ["rock 'n' roll", "They like rock 'n' roll and fish 'n' chips."],
    ["feet and inches", "He is 5'11\" now, and Dad is 6' 2\"."],
    ["a screen in inches", 'They have a 50" telly and a 32" one.'],
    ["measured with primes", "The room is 9′ by 12′ 6″."],
    ["one apostrophe behind s, and another far off", "James' bag was at his nans' house."],
    ["names", "Zoë O'Brien and D'Angelo were out."],
    ["an empty pair", "Kai said “” and left."],
    ["nothing but marks", "“”\"\"''"],
  ])("%s", (_, body) => expect(quoted(body)).toEqual([]));
  test.each([
    ["a title", "We read “The Huge Bag of Worries” together."],
    ["a tool", "We used ‘Three Houses’ and “Wizards and Fairies”."],
    ["a film", "We watched “The Lion King” at the end."],
    ["a label", "He was in the ‘reset room’ twice."],
    ["scare quotes", "Mum has a “friend” who stays over."],
    ["a so-called thing", "The so-called ‘game’ was on the tablet."],
    ["a book, named", "The book called “My Dad” was on the shelf."],
  ])("%s: nobody's words", (_, body) => expect(known(noteOf(body))).toEqual([]));
});

describe("without marks", () => {
  const jayden = "Child: Jayden Reid (9)\nWorker: Sam Okoro\nType of contact: Case note\n";
  test("a transcript", () => {
    expect(voices(noteOf("J: I hate it there.\nSW: What is it you hate?\nJ: everything\n", jayden))).toEqual(["child Jayden: I hate it there.", "worker: What is it you hate?", "child Jayden: everything"]);
    expect(voices(noteOf("Jayden: I hate it there.\nSam: What is it you hate?\nJayden: everything\n", jayden))).toEqual(["child Jayden: I hate it there.", "worker: What is it you hate?", "child Jayden: everything"]);
    expect(voices(noteOf("## What we did and what we talked about\n\nYP: I hate it there.\nSW: What is it you hate?\nYP: everything\n", jayden))).toEqual(["child Jayden: I hate it there.", "worker: What is it you hate?", "child Jayden: everything"]);
  });
  test("a transcript with a blank line between", () => {
    expect(voices(noteOf("J: I hate it there.\n\nSW: What is it you hate?\n\nJ: everything\n", jayden))).toEqual(["child Jayden: I hate it there.", "worker: What is it you hate?", "child Jayden: everything"]);
  });
  test("a transcript with Mum in it", () => {
    expect(voices(noteOf("Kai: I hate it there.\nMum: You don't mean that.\nKai: I do.\n"))).toEqual(["child Kai: I hate it there.", "adult: You don't mean that.", "child Kai: I do."]);
  });
  test("a labelled line of the worker's own is none", () => {
    expect(known(noteOf("Kai: seen at school, in uniform.\n"))).toEqual([]);
    expect(known(noteOf("Charlie: he was asleep when I came.\n", "Child: Charlie (3)\n"))).toEqual([]);
  });
  test("a block quote", () => {
    expect(voices(noteOf("Kai wrote:\n\n> I want to see my brother every week\n"))).toEqual(["child Kai: I want to see my brother every week"]);
    expect(voices(noteOf("Mum wrote:\n\n> I want him home\n"))).toEqual(["adult: I want him home"]);
  });
  test("a block quote of two paragraphs", () => {
    expect(known(noteOf("Kai wrote:\n\n> I want to see my brother\n>\n> every week\n")).every((one) => one.startsWith("child Kai"))).toBe(true);
  });
  test("a block quote with marks inside it is one quotation", () => {
    expect(voices(noteOf("Kai wrote:\n\n> Nan said “come and stay” and I want to\n"))).toEqual(["child Kai: Nan said “come and stay” and I want to"]);
  });
  test("Three Houses, by column", () => {
    expect(voices(noteOf("We did the Three Houses.\n\n| House of Worries | House of Good Things | House of Dreams |\n|---|---|---|\n| dad shouting | nan, football | a dog |\n"))).toEqual(["child Kai: dad shouting", "child Kai: nan, football", "child Kai: a dog"]);
  });
  test("Three Houses, by row", () => {
    expect(voices(noteOf("We did the Three Houses.\n\n| | |\n|---|---|\n| House of Worries | dad shouting |\n| House of Good Things | nan, football |\n"))).toEqual(["child Kai: dad shouting", "child Kai: nan, football"]);
  });
  test("Three Houses of two children, a section each", () => {
    const table = (worry: string) => `| House of Worries | House of Dreams |\n|---|---|\n| ${worry} | a dog |\n`;
    expect(voices(noteOf(`## Kai\n\n${table("dad shouting")}\n## Mya\n\n${table("the dark")}`, twoChildren))).toEqual(["child Kai: dad shouting", "child Kai: a dog", "child Mya: the dark", "child Mya: a dog"]);
  });
  test("a table of actions is nobody's words", () => {
    expect(voices(noteOf("| What | Who | By when |\n|---|---|---|\n| Ring school | Sam | Friday 6 June |\n"))).toEqual([]);
  });
  test("signs", () => {
    expect(voices(noteOf("Amira (5) signed MORE and pointed to the swing.", "Child: Amira (5)\n"))).toEqual(["child Amira: MORE"]);
  });
});

describe("asides", () => {
  const asides = (body: string) => {
    const note = noteOf(body);
    return note.quotations.flatMap((quotation) => quotation.asides.map(({ start, end }) => note.text.slice(start, end)));
  };
  test.each([
    ["round", "Kai said “Dad shouts (he is scared)”.", [" (he is scared)"]],
    ["square", "Kai said “she [Mum] comes on Fridays”.", [" [Mum]"]],
    ["two", "Kai said “she [Mum] shouts (a lot)”.", [" [Mum]", " (a lot)"]],
    ["none", "Kai said “she shouts” (a lot).", []],
  ])("%s", (_, body, expected) => expect(asides(body)).toEqual(expected));
});

describe("spans", () => {
  test("words lie within, and the marks around them", () => {
    for (const body of ["Kai said “I like it”.", 'Kai said "I like it".', "Kai said 'I like it'.", "😀😀 Kai said “😡 no”.", "\uFEFFKai said “no”.\r\nMum said “yes”.\r\n"]) {
      const note = noteOf(body);
      for (const { start, end, words } of note.quotations) {
        expect(words.start).toBe(start + 1);
        expect(words.end).toBe(end - 1);
      }
    }
  });
});
