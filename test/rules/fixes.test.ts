import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import { profileOf } from "../../server/src/standards/standards.ts";
import { applyEdits } from "../../server/src/text/edit.ts";

/** The titles of the fixes of a rule's first finding, and the text after each of them. */
function fixesOf(text: string, rule: string, settings: Partial<Settings> = {}): { titles: string[]; after: string[]; safe: boolean[] } {
  const found = checkNote(text, { ...defaultSettings, ...settings }).findings.find((finding) => finding.rule === rule);
  if (!found) throw new Error(`${rule} finds nothing in ${JSON.stringify(text)}`);
  return { titles: found.fixes.map(({ title }) => title), after: found.fixes.map(({ edits }) => applyEdits(text, edits)), safe: found.fixes.map(({ safe }) => safe) };
}

const note = (body: string, kind = "Case note", child = "Kai Morton (9)"): string => `Child: ${child}\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: ${kind}\n\n${body}\n`;
const statutory = (body: string): string => note(body, "Statutory visit");
const headings = profileOf(undefined).headings;
const prompts = (role: string): string[] => headings.find((heading) => heading.role === role)!.prompts.map((prompt) => `<!-- ${prompt} -->`);
const titleOf = (role: string): string => headings.find((heading) => heading.role === role)!.title;

describe("visit-heading-missing", () => {
  const whole = (text: string) => fixesOf(text, "visit-heading-missing").after[0]!;
  const headingLines = (text: string): string[] => text.split(/\r?\n/).filter((line) => /^#|^\*\*/.test(line));

  test("in their place, with the standard's questions as comments", () => {
    const before = statutory(`## ${titleOf("what")}\n\nI saw Kai alone.\n\n## ${titleOf("next")}\n\nI will ring school.`);
    const after = whole(before);
    expect(headingLines(after)).toEqual(["why", "what", "view", "next", "reflections"].map((role) => `## ${titleOf(role)}`));
    for (const role of ["why", "view", "reflections"]) for (const prompt of prompts(role)) expect(after).toContain(prompt);
    expect(after).toBe(
      statutory(
        [
          `## ${titleOf("why")}`, "", ...prompts("why"), "",
          `## ${titleOf("what")}`, "", "I saw Kai alone.", "",
          `## ${titleOf("view")}`, "", ...prompts("view"), "",
          `## ${titleOf("next")}`, "", "I will ring school.", "",
          `## ${titleOf("reflections")}`, "", ...prompts("reflections"),
        ].join("\n"),
      ),
    );
  });
  test("at the level that the note uses", () => expect(headingLines(whole(statutory(`#### ${titleOf("why")}\n\nTo see Kai. I saw him alone.`)))).toEqual(headings.map(({ title }) => `#### ${title}`)));
  test("as bold lines where the note has bold lines", () => expect(headingLines(whole(statutory(`**${titleOf("why")}**\n\nTo see Kai. I saw him alone.`)))).toEqual(headings.map(({ title }) => `**${title}**`)));
  test("all five, at the end", () => {
    const before = statutory("I saw Kai alone.");
    const after = whole(before);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(headingLines(after)).toEqual(headings.map(({ title }) => `## ${title}`));
    expect(after).toMatch(/I saw Kai alone\.\n\n## /);
  });
  test("all five, where the note ends without a line end", () => expect(whole(statutory("I saw Kai alone.").trimEnd())).toMatch(/I saw Kai alone\.\n\n## /));
  test("with the line ends of the note", () => {
    const after = whole(statutory("I saw Kai alone.").replaceAll("\n", "\r\n"));
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(headingLines(after)).toEqual(headings.map(({ title }) => `## ${title}`));
  });
  test("no word of the note is lost, and nothing is missing afterwards", () => {
    const before = statutory(`## ${titleOf("next")}\n\nKai said “I want a dog”.\n\n## ${titleOf("why")}\n\nTo see Kai alone.`);
    const after = whole(before);
    for (const line of before.split("\n")) expect(after).toContain(line);
    expect(checkNote(after).findings.filter(({ rule }) => rule === "visit-heading-missing")).toEqual([]);
  });
  test("one missing says which", () => {
    const all = headings.slice(0, 4).map(({ title }) => `## ${title}\n\nI saw Kai alone.`).join("\n\n");
    expect(fixesOf(statutory(all), "visit-heading-missing").titles).toEqual([`Add the heading “${headings[4]!.title}”`]);
  });
});

describe("visit-heading-wording", () => {
  test.each([
    ["## Why are we visiting?", "## Why am I visiting?"],
    ["### Next steps", `### ${titleOf("next")}`],
    ["**My reflections**", `**${titleOf("reflections")}**`],
    ["## 3. Views", `## 3. ${titleOf("view")}`],
    ["## Actions:", `## ${titleOf("next")}:`],
  ])("%s → %s", (before, after) => {
    const { titles, after: changed, safe } = fixesOf(statutory(`${before}\n\nI saw Kai alone.`), "visit-heading-wording");
    expect(titles).toHaveLength(1);
    expect(safe).toEqual([true]);
    // The heading ends in a question mark of its own: a colon behind it goes or stays, and nothing else changes.
    expect([statutory(`${after}\n\nI saw Kai alone.`), statutory(`${after.replace("?:", "?")}\n\nI saw Kai alone.`)]).toContain(changed[0]);
  });
});

describe("visit-section-empty", () => {
  test("the standard's questions as comments, under the heading", () => {
    const before = statutory(`## ${titleOf("view")}\n\n## ${titleOf("next")}\n\nI saw Kai alone.`);
    const [after] = fixesOf(before, "visit-section-empty").after;
    for (const prompt of prompts("view")) expect(after!.indexOf(prompt)).toBeGreaterThan(after!.indexOf(titleOf("view")));
    expect(after!.indexOf(prompts("view").at(-1)!)).toBeLessThan(after!.indexOf(titleOf("next")));
    expect(after!.replaceAll(/<!--.*?-->\n/g, "").replaceAll(/\n+/g, "\n")).toBe(before.replaceAll(/\n+/g, "\n"));
  });
  test("where the note ends with the heading", () => {
    const [after] = fixesOf(statutory(`I saw Kai alone.\n\n## ${titleOf("view")}`).trimEnd(), "visit-section-empty").after;
    expect(after).toContain(`## ${titleOf("view")}\n\n${prompts("view")[0]}`);
  });
});

describe("seen-alone-missing", () => {
  const before = statutory("We played Uno.");
  test("two statements to complete, neither of them so", () => {
    const { titles, after, safe } = fixesOf(before, "seen-alone-missing");
    expect(titles).toEqual(["“Kai was seen alone in …”", "“Kai was not seen alone because …”"]);
    expect(after).toEqual([statutory("We played Uno.\n\nKai was seen alone in [… where …]."), statutory("We played Uno.\n\nKai was not seen alone because [… the reason …].")]);
    expect(safe).toEqual([false, false]);
  });
  test("under what was done, where there is such a section", () => {
    const text = statutory(`## ${titleOf("why")}\n\nTo see Kai.\n\n## ${titleOf("what")}\n\nWe played Uno.\n\n## ${titleOf("next")}\n\nI will ring.`);
    expect(fixesOf(text, "seen-alone-missing").after[0]).toContain("We played Uno.\n\nKai was seen alone in [… where …].\n\n## ");
  });
  test("in the child's own section", () => {
    const text = "Children: Kai Morton (9), Mya Morton (7)\nType of visit: Statutory visit\n\n# Kai\n\nWe played Uno.\n\n# Mya\n\nI saw Mya alone.\n";
    expect(fixesOf(text, "seen-alone-missing").after[0]).toContain("We played Uno.\n\nKai was seen alone in [… where …].\n\n# Mya");
  });
  // The statement is put between the CR and the LF of the line's end.
  test("with the line ends of the note", () => expect(fixesOf(before.replaceAll("\n", "\r\n"), "seen-alone-missing").after[0]).toContain("We played Uno.\r\n\r\nKai was seen alone in [… where …]."));
});

describe("seen-alone-reason", () => {
  test.each([
    ["Kai was not seen alone.", "Kai was not seen alone because [… the reason …]."],
    ["Kai was seen with Mum in the kitchen.", "Kai was seen with Mum in the kitchen because [… the reason …]."],
    ["Kai was not seen alone", "Kai was not seen alone because [… the reason …]"],
  ])("%s", (before, after) => expect(fixesOf(statutory(before), "seen-alone-reason")).toEqual({ titles: ["Add “because …”"], after: [statutory(after)], safe: [false] }));
  test("in the details", () => {
    const before = "Child: Kai Morton (9)\nType of visit: Statutory visit\nSeen alone: no\n\nWe played Uno.\n";
    expect(fixesOf(before, "seen-alone-reason").after).toEqual([before.replace("alone: no", "alone: no because [… the reason …]")]);
  });
});

describe("seen-alone-objection", () => {
  test("a sentence to complete", () => {
    expect(fixesOf(statutory("Mum did not agree to me seeing Kai alone. We played Uno."), "seen-alone-objection")).toEqual({
      titles: ["Add “I told my team manager …”"],
      after: [statutory("Mum did not agree to me seeing Kai alone. I told my team manager, [… name …], on [… date …]. We played Uno.")],
      safe: [false],
    });
  });
});

describe("seen-alone-contradiction", () => {
  test("nobody but the writer knows which is so", () => expect(fixesOf(statutory("I spoke to Kai alone with his brother."), "seen-alone-contradiction").titles).toEqual([]));
});

describe("interpretation-in-quote", () => {
  test.each([
    ["at the end", "Kai said “Dad shouts (he is clearly scared of him)”.", "Kai said “Dad shouts” (he is clearly scared of him)."],
    ["in the middle", "Kai said “Dad shouts (he is clearly scared of him) and I go up”.", "Kai said “Dad shouts and I go up” (he is clearly scared of him)."],
    ["with a no-break space", "Kai said “Dad shouts\u00A0(he is clearly scared of him)”.", "Kai said “Dad shouts”\u00A0(he is clearly scared of him)."],
    ["without a space", "Kai said “Dad shouts(he is clearly scared of him)”.", "Kai said “Dad shouts” (he is clearly scared of him)."],
    ["straight marks", 'Kai said "Dad shouts (he is clearly scared of him)".', 'Kai said "Dad shouts" (he is clearly scared of him).'],
    ["emoji", "Kai wrote “😡😡 dad (he is clearly scared of him) 😢”.", "Kai wrote “😡😡 dad 😢” (he is clearly scared of him)."],
  ])("moved out behind the quotation, byte for byte: %s", (_, before, after) => {
    expect(fixesOf(note(before), "interpretation-in-quote")).toEqual({ titles: ["Move the comment out behind the quotation"], after: [note(after)], safe: [false] });
  });
  test("a professional word is asked about, and never rewritten", () => expect(fixesOf(note("Kai said “it hurts my emotional wellbeing”."), "interpretation-in-quote").titles).toEqual([]));
});

describe("interpretation-with-quote", () => {
  const before = "Mia said “Dad shouts”, which shows she is frightened of him.";
  const reflections = `## ${titleOf("reflections")}`;
  test("split at the join", () => {
    expect(fixesOf(note(before, "Case note", "Mia Gill (8)"), "interpretation-with-quote")).toMatchObject({ titles: ["Split the sentence here"], after: [note("Mia said “Dad shouts”. This shows she is frightened of him.", "Case note", "Mia Gill (8)")], safe: [false] });
  });
  test("moved to the reflections, where there are some", () => {
    const under = (body: string, thoughts: string) => note(`${body}\n\n${reflections}\n\n${thoughts}`, "Home visit", "Mia Gill (8)");
    const { titles, after } = fixesOf(under(before, "My view is that it is better."), "interpretation-with-quote");
    expect(titles).toEqual(["Split the sentence here", "Move the reading to the reflections"]);
    expect(after[1]).toMatch(/Mia said “Dad shouts”\.\n\n## /);
    expect(after[1]).toMatch(/My view is that it is better\.\n\n.*shows she is frightened of him\.\n$/);
  });
  test("the words and everything before them stay", () => {
    for (const after of fixesOf(note(`${before} Then she ran off.\n\n${reflections}\n\nBetter.`, "Home visit", "Mia Gill (8)"), "interpretation-with-quote").after) {
      expect(after).toContain("Mia said “Dad shouts”.");
      expect(after).toContain("Then she ran off.");
    }
  });
});

describe("unclosed-quote", () => {
  const of = (body: string) => fixesOf(note(body), "unclosed-quote");
  test("at the end of the sentence, and never behind what the writer goes on to tell", () => {
    expect(of("Kai said “I don't want to go. Then he went out to play.")).toEqual({
      titles: ["Close the quotation at the end of this sentence"],
      after: [note("Kai said “I don't want to go.” Then he went out to play.")],
      safe: [false],
    });
  });
  test("here, where there is but one sentence", () => {
    expect(of("Kai said “I don't want to go because\n\nWe had lunch.")).toEqual({ titles: ["Close the quotation here"], after: [note("Kai said “I don't want to go because”\n\nWe had lunch.")], safe: [false] });
  });
  test.each([
    ["straight", 'Kai said "I don\'t want to go because', '"'],
    ["curly", "Kai said “I don't want to go because", "”"],
    ["single", "Kai said ‘I do not want to go because", "’"],
    ["low", "Kai said „I don't want to go because", "”"],
  ])("with the mark that fits: %s", (_, before, mark) => expect(of(before).after.at(-1)).toBe(note(`${before}${mark}`)));
  test("closed once, it is closed", () => {
    for (const after of of("Kai said “I don't want to go. Then he went out to play.").after) expect(checkNote(after).findings.filter(({ rule }) => rule === "unclosed-quote")).toEqual([]);
  });
});

describe("risk-not-marked", () => {
  const of = (body: string) => fixesOf(note(body), "risk-not-marked");
  test("stars around the sentence", () => expect(of("We played Uno. There was a bruise on Kai's cheek. He ran off.")).toEqual({ titles: ["Mark this sentence as a risk"], after: [note("We played Uno. **There was a bruise on Kai's cheek.** He ran off.")], safe: [false] }));
  test.each([
    ["Kai said “dad hit me with a belt”.", "**Kai said “dad hit me with a belt”.**"],
    ["“Dad hit me with a belt,” Kai said.", "**“Dad hit me with a belt,” Kai said.**"],
    ["Kai said “Mummy hitted me on my bum 😢”.", "**Kai said “Mummy hitted me on my bum 😢”.**"],
    ["Kai said “dad hit me. It hurt. I cried.”", "**Kai said “dad hit me. It hurt. I cried.”**"],
    ["- Kai said “dad hit me with a belt”.", "- **Kai said “dad hit me with a belt”.**"],
  ])("around a child's words, and every byte of them stays: %s", (before, after) => {
    const text = note(before);
    const [words] = checkNote(text).note.quotations.map((quotation) => text.slice(quotation.words.start, quotation.words.end));
    const [changed] = of(before).after;
    expect(changed).toBe(note(after));
    expect(changed).toContain(words);
  });
  test("marked once, it is marked", () => {
    for (const body of ["There was a bruise on Kai's cheek.", "Kai said “dad hit me with a belt”.", "- Kai said “dad hit me”."]) expect(checkNote(of(body).after[0]!).findings.filter(({ rule }) => rule === "risk-not-marked")).toEqual([]);
  });
  test("bold that is there already is left to the writer", () => expect(of("There was a bruise on Kai's cheek and he had **new** shoes on his feet from the shop in the town.").titles).toEqual([]));
});

describe("acronym", () => {
  const of = (body: string) => fixesOf(note(body), "acronym");
  test("in full with the letters behind, or in full everywhere", () => {
    expect(of("He is with CAMHS and CAMHS will ring.")).toMatchObject({
      titles: ["Write “Child and Adolescent Mental Health Services (CAMHS)”", "Write “Child and Adolescent Mental Health Services” everywhere"],
      after: [note("He is with Child and Adolescent Mental Health Services (CAMHS) and CAMHS will ring."), note("He is with Child and Adolescent Mental Health Services and Child and Adolescent Mental Health Services will ring.")],
    });
  });
  test("used once: with or without the letters", () => expect(of("He is with CAMHS.").titles).toEqual(["Write “Child and Adolescent Mental Health Services (CAMHS)”", "Write “Child and Adolescent Mental Health Services” without the letters"]));
  test.each([
    ["an, where the words begin with a vowel", "He has a LAC review and a IRO.", "IRO", "Independent Reviewing Officer", "an"],
    ["a, where the letters had an", "An SGO was made.", "SGO", "Special Guardianship Order", "A"],
    ["an stays", "He has an EHCP.", "EHCP", "Education, Health and Care Plan", "an"],
    ["a becomes an", "She has a EHCP.", "EHCP", "Education, Health and Care Plan", "an"],
  ])("the article: %s", (_, body, letters, words, article) => {
    const found = checkNote(note(body)).findings.find(({ rule, subject }) => rule === "acronym" && subject === letters)!;
    expect(applyEdits(note(body), found.fixes[0]!.edits).toLowerCase()).toContain(`${article} ${words} (${letters})`.toLowerCase());
  });
  test("an article at the start of a sentence keeps its capital", () => expect(of("An SGO was made.").after[0]).toMatch(/\n\nA [Ss]pecial [Gg]uardianship [Oo]rder \(SGO\) was made\.\n$/));
  test("plural", () => expect(of("Both IROs came.").after[0]).toMatch(/\n\nBoth Independent Reviewing Officers \(IROs?\) came\.\n$/));
  test("possessive", () => expect(of("The SGO's terms are clear.").after).toEqual([note("The Special Guardianship Order (SGO)'s terms are clear."), note("The Special Guardianship Order's terms are clear.")]));
  test("several meanings, each offered, and none of them safe", () => {
    const { titles, safe } = of("He is on a CP plan.");
    expect(titles.filter((title) => title.includes("(CP)")).length).toBeGreaterThan(1);
    expect(safe).not.toContain(true);
  });
  test("a child's words are not part of it", () => {
    const { after } = fixesOf(note("Kai said “I hate CAMHS”. I rang CAMHS."), "acronym");
    for (const text of after) expect(text).toContain("Kai said “I hate CAMHS”.");
  });
  test("written in full once, it is written in full", () => {
    for (const body of ["He is with CAMHS and CAMHS will ring.", "Both IROs came.", "He has a EHCP.", "It is a S47 now."])
      for (const after of of(body).after) expect(checkNote(after).findings.filter(({ rule }) => rule === "acronym").map(({ subject }) => subject), after).toEqual([]);
  });
});

describe("jargon", () => {
  const of = (body: string) => fixesOf(note(body), "jargon");
  test("each plain alternative, and none of them safe", () => {
    const { titles, after, safe } = of("His siblings came too.");
    expect(titles[0]).toBe("Write “brothers and sisters”");
    expect(after[0]).toBe(note("His brothers and sisters came too."));
    expect(safe).not.toContain(true);
  });
  test("a capital stays", () => expect(of("Siblings came too.").after[0]).toBe(note("Brothers and sisters came too.")));
  test("only the place that is shown", () => expect(of("His siblings came. I saw his siblings.").after[0]).toBe(note("His brothers and sisters came. I saw his siblings.")));
});

describe("note-unreadable", () => {
  test("what cannot be read is left as it stands", () => expect(fixesOf("---\nchild: [Kai\n---\n\nKai was in.\n", "note-unreadable").titles).toEqual([]));
});

describe("action-incomplete", () => {
  const step = (line: string): string => note(`## Next steps\n\n${line}`);
  test.each([
    ["- Mum to get a stair gate asap.", "- Mum to get a stair gate asap – by: [… date …]."],
    ["- Ring school", "- Ring school – who: [… name …] – by: [… date …]"],
    ["- SW to monitor", "- SW to monitor – what: [… what exactly …] – by: [… date …]"],
    ["- **Ring school**", "- **Ring school – who: [… name …] – by: [… date …]**"],
    ["| What | Who | When |\n|---|---|---|\n| ring GP | | 6 June |", "| What | Who | When |\n|---|---|---|\n| ring GP | [… name …] | 6 June |"],
    ["| What | Who | When |\n|---|---|---|\n| ring GP | all | soon |", "| What | Who | When |\n|---|---|---|\n| ring GP | all – [… name …] | soon – [… date …] |"],
    ["| What | Who |\n|---|---|\n| ring GP | Sam |", "| What | Who |\n|---|---|\n| ring GP – by: [… date …] | Sam |"],
  ])("%s", (before, after) => {
    const fixed = fixesOf(step(before), "action-incomplete");
    expect(fixed.after).toEqual([step(after)]);
    expect(fixed.safe).toEqual([false]);
    const had = checkNote(step(before)).findings.map(({ rule }) => rule);
    const has = checkNote(fixed.after[0]!).findings.map(({ rule }) => rule);
    expect(has).toEqual(had.filter((rule) => rule !== "action-incomplete"));
    const filled = fixed.after[0]!.replaceAll("[… name …]", "Jo Bright").replaceAll("[… date …]", "6 June 2025").replaceAll("[… what exactly …]", "ring Kelly");
    expect(checkNote(filled).findings.filter(({ rule }) => rule === "action-incomplete")).toEqual([]);
  });
});
