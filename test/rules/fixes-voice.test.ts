import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { profileOf } from "../../server/src/standards/standards.ts";
import { applyEdits } from "../../server/src/text/edit.ts";

// What the rules on the child's voice offer to mend, to the letter, and that the child's words stay where and what they were.

const everything = { ...defaultSettings, volume: "everything" as const };
interface Offered {
  titles: string[];
  after: string[];
  safe: boolean[];
}
function of(text: string, rule: string, subject?: string): Offered {
  const found = checkNote(text, everything).findings.find((finding) => finding.rule === rule && (subject === undefined || finding.subject === subject));
  if (!found) throw new Error(`${rule} finds nothing in ${JSON.stringify(text)}`);
  return { titles: found.fixes.map(({ title }) => title), after: found.fixes.map(({ edits }) => applyEdits(text, edits)), safe: found.fixes.map(({ safe }) => safe) };
}
const rules = (text: string): string[] => checkNote(text, everything).findings.map(({ rule, subject }) => `${rule} ${subject ?? ""}`.trim());
const visit = (body: string, child = "Child: Kai Morton (9)"): string => `${child}\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of visit: Home visit\n\n${body}\n`;
const note = (body: string, child = "Child: Kai Morton (9)"): string => `${child}\nPresent: Kelly (mum)\nWorker: Sam Okoro\nType of contact: Case note\n\n${body}\n`;
const title = (role: string): string => profileOf(undefined).headings.find((heading) => heading.role === role)!.title;
const two = "Children: Kai Morton (9), Mya Morton (7)";

describe("voice-missing", () => {
  const words = (name: string) => `${name} said: “[… the child's own words …]”`;
  test("under the heading of the child's view", () => {
    const before = visit(`## ${title("what")}\n\nI saw Kai alone.\n\n## ${title("view")}\n\n## ${title("next")}\n\nI will ring school.`);
    const { titles, after, safe } = of(before, "voice-missing");
    expect(titles).toEqual(["“Kai said: “ ””"]);
    expect(safe).toEqual([false]);
    expect(after).toEqual([before.replace(`## ${title("view")}\n`, `## ${title("view")}\n\n${words("Kai")}\n`)]);
  });
  test("behind what stands there already", () => {
    const before = visit(`## ${title("view")}\n\nThe dentist is booked.\n\n## ${title("next")}\n\nI will ring school.`);
    expect(of(before, "voice-missing").after).toEqual([before.replace("booked.\n", `booked.\n\n${words("Kai")}\n`)]);
  });
  test("in the child's own section, of two", () => {
    const before = visit("### Kai\n\nHe said “no”.\n\n### Mya\n\nThe dentist is booked.\n\n### Others\n\nThe cat was fed.", two);
    expect(of(before, "voice-missing", "Mya").after).toEqual([before.replace("booked.\n", `booked.\n\n${words("Mya")}\n`)]);
  });
  test("at the end, where there are no headings", () => {
    const before = visit("I saw Kai alone.");
    expect(of(before, "voice-missing").after).toEqual([before.replace("alone.\n", `alone.\n\n${words("Kai")}\n`)]);
    expect(of(before.trimEnd(), "voice-missing").after).toEqual([`${before.trimEnd()}\n\n${words("Kai")}`]);
  });
  test("with the line ends of the note", () => {
    const before = visit("I saw Kai alone.\n\nThe cat was fed.").replaceAll("\n", "\r\n");
    const [after] = of(before, "voice-missing").after;
    expect(after).toContain(`fed.\r\n\r\n${words("Kai")}`);
    expect(after!.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
  test("one for each child who is not heard", () => {
    const before = visit("Both children were seen alone, one after the other.", two);
    for (const name of ["Kai", "Mya"]) expect(of(before, "voice-missing", name).after[0]).toContain(words(name));
  });
  test("it asserts nothing: the words are for the writer to complete, and nobody is heard until then", () => {
    const [after] = of(visit("I saw Kai alone."), "voice-missing").after;
    expect(after).toMatch(/“\[… .* …\]”/);
  });
});

describe("reported-speech", () => {
  test.each([
    ["Kai said he likes it here.", "Kai said he likes it here (my summary)."],
    ["Kai told me that he is tired", "Kai told me that he is tired (my summary)"],
    ["Kai told me that Mum shouts! We played.", "Kai told me that Mum shouts (my summary)! We played."],
    ["- Kai said he likes it here.", "- Kai said he likes it here (my summary)."],
  ])("the one offer is to say that it is a summary: %s", (before, after) => expect(of(note(before), "reported-speech")).toEqual({ titles: ["Mark it as your summary"], after: [note(after)], safe: [false] }));
  test("nothing is put into quotation marks, by any fix", () => {
    for (const text of of(note("Kai said he likes it here."), "reported-speech").after) expect(text).not.toMatch(/[“”"‘]/);
  });
  // The rule says the same again once it has been marked, and offers to mark it twice.
  test("marked once, it is marked", () => expect(rules(of(note("Kai said he likes it here."), "reported-speech").after[0]!)).not.toContain("reported-speech Kai"));
});

describe("early-years-observation", () => {
  const baby = "Child: Noah Pike (7 months)";
  const all = ["Alertness", "Mobility", "Physical development", "Well-being", "Attachment"];
  test("a line for each of the five that is not told, to complete", () => {
    const before = visit("Noah was asleep in his cot.\n\nThe house was warm.", baby);
    const { titles, after, safe } = of(before, "early-years-observation");
    expect(titles).toEqual(["Add what is missing, to complete"]);
    expect(safe).toEqual([false]);
    expect(after).toEqual([before.replace("cot.\n", `cot.\n\n${all.slice(1).map((aspect) => `${aspect}: [… what you saw …]`).join("\n")}\n`)]);
  });
  test("only what is missing", () => {
    const [after] = of(visit("Noah crawled over and smiled.", baby), "early-years-observation").after;
    expect(after).toContain("Alertness: [… what you saw …]");
    for (const told of ["Mobility:", "Well-being:"]) expect(after).not.toContain(told);
  });
  test("the message lists them", () => {
    const { findings } = checkNote(visit("Noah was asleep in his cot.", baby), everything);
    expect(findings.find(({ rule }) => rule === "early-years-observation")!.message).toContain("mobility, physical development, well-being, attachment");
  });
  test("with the line ends of the note", () => expect(of(visit("Noah was asleep.", baby).replaceAll("\n", "\r\n"), "early-years-observation").after[0]!.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/));
});

describe("declined-without-reason", () => {
  test.each([
    ["Kai refused to do the worksheet. We had toast.", "Kai refused to do the worksheet because [… the reason …]. We had toast."],
    ["Kai did not want to talk", "Kai did not want to talk because [… the reason …]"],
    ["We did not get to the Three Houses.", "We did not get to the Three Houses because [… the reason …]."],
  ])("%s", (before, after) => expect(of(visit(before), "declined-without-reason")).toEqual({ titles: ["Add “because …”"], after: [visit(after)], safe: [false] }));
  test("with a reason, it has one", () => expect(rules(of(visit("Kai refused to do the worksheet."), "declined-without-reason").after[0]!)).not.toContain("declined-without-reason"));
});

describe("interpretation-with-quote, moved to the reflections", () => {
  const reading = "Mia said “Dad shouts”, which shows she is frightened of him.";
  const mia = "Child: Mia Gill (8)";
  const move = (text: string): string => {
    const { titles, after, safe } = of(text, "interpretation-with-quote");
    expect(safe).not.toContain(true);
    return after[titles.indexOf("Move the reading to the reflections")]!;
  };
  const heading = `## ${title("reflections")}`;
  const placed = (last: string): void => {
    const before = visit(`## ${title("what")}\n\n${reading} Then she ran off.\n\n${heading}\n\nMy view is that it is better.${last}`, mia);
    const after = move(before);
    expect(after).toContain(`## ${title("what")}\n\nMia said “Dad shouts”. Then she ran off.`);
    const moved = after.slice(after.indexOf(heading));
    expect(moved).toMatch(/My view is that it is better\.\n\n.*shows she is frightened of him\.\n/);
    expect(after.slice(0, after.indexOf(heading))).not.toContain("frightened");
    expect(after).toContain(last);
    expect(after.slice(after.indexOf("frightened of him.") + "frightened of him.".length)).toBe(`${last}\n`);
  };
  test("whole, under the right heading, and the words left where they were", () => placed(""));
  // The reading is put between the signs of the next heading and its words.
  test("whole, where another section follows", () => placed("\n\n## Signed\n\nSam"));
  // It arrives as “Which shows she is frightened of him.”
  test("as a sentence", () => expect(move(visit(`## ${title("what")}\n\n${reading}\n\n${heading}\n\nBetter.`, mia))).toContain("\n\nThis shows she is frightened of him."));
  test.each([
    ["who said it stands between", "“I want to stay here”, Mia said, which suggests that she feels safe.", "“I want to stay here”"],
    ["two quotations", "Mia said “Dad shouts” and “I hide”, which shows she is frightened.", "“I hide”"],
    ["a quotation within", "Mia said “Dad says ‘shut up’”, indicating that he is cruel.", "“Dad says ‘shut up’”"],
    ["emoji", "Mia wrote “😡😡 dad”, which shows she is angry with him.", "“😡😡 dad”"],
    ["single marks", "Mia said ‘it’s cold there’, which shows that she is not cared for.", "‘it’s cold there’"],
    ["straight marks", 'Mia said "Dad shouts", which shows she is frightened.', '"Dad shouts"'],
  ])("%s: every byte of the words stays, before the reflections", (_, sentence, words) => {
    const before = visit(`## ${title("what")}\n\n${sentence}\n\n${heading}\n\nBetter.`, mia);
    const after = move(before);
    expect(after.indexOf(words)).toBe(before.indexOf(words));
    expect(after.split(words)).toHaveLength(2);
    expect(after.slice(after.indexOf(heading))).not.toContain(words);
  });
  test("once moved, nothing is found", () => expect(rules(move(visit(`## ${title("what")}\n\n${reading}\n\n${heading}\n\nBetter.`, mia))).filter((rule) => rule.startsWith("interpretation-with-quote"))).toEqual([]));
  test("into an empty section", () => {
    const after = move(visit(`## ${title("what")}\n\n${reading}\n\n${heading}`, mia));
    expect(after).toMatch(new RegExp(`${heading}\\n\\n.*shows she is frightened of him\\.\\n$`));
  });
  test("with the line ends of the note", () => {
    const after = move(visit(`## ${title("what")}\n\n${reading}\n\n${heading}\n\nBetter.`, mia).replaceAll("\n", "\r\n"));
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
  test("where there are no reflections, it may only be parted", () => expect(of(note(reading, mia), "interpretation-with-quote").titles).toEqual(["Split the sentence here"]));
});

describe("what is left to the writer alone", () => {
  test.each([
    ["leading-question", note("I asked Kai whether Dad had hit Mum.")],
    ["promise", note("I told Kai he will definitely be home by Christmas.")],
    ["drawing-interpreted", note("Kai drew a house with no windows, which represents how trapped he feels.")],
    ["feelings-missing", visit(`## ${title("view")}\n\nKai said “Lee came on Tuesday”.`)],
    ["voice-method-missing", visit("Kai said “Lee came on Tuesday”.")],
    ["child-not-recorded", visit("Kai said “Lee came on Tuesday”.", two)],
  ])("%s", (rule, text) => expect(of(text, rule)).toEqual({ titles: [], after: [], safe: [] }));
  test("the message of a leading question gives open forms", () => {
    const { findings } = checkNote(note("I asked Kai whether Dad had hit Mum."));
    expect(findings.find(({ rule }) => rule === "leading-question")!.message).toMatch(/tell me.*explain.*describe/i);
  });
});

test("no fix of these rules is made by itself", () => {
  const text = visit(`## ${title("view")}\n\nKai told me that he is tired. Kai refused to draw. Mum said “he is fine”.\n\nKai said “no”, which shows he is sad.`, two);
  expect(safeEdits(checkNote(text, everything).findings)).toEqual([]);
});
