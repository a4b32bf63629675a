import { describe, expect, test } from "vitest";
import { pointsOf } from "../../server/src/points.ts";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { readDirectives, withBlanks, type Directive } from "../../server/src/note/directives.ts";
import { noteOf, said, twoChildren } from "./support.ts";

/** A directive as the tests write it. */
const told = (one: Directive): string => {
  if (one.kind === "disable") return `${one.scope}: ${one.rules.map(({ written }) => written).join(" ")}`;
  if (one.kind === "ticked") return `ticked: ${one.ids.map(({ written }) => written).join(" ")}`;
  return one.kind === "words" ? `words: ${one.name}` : `unknown: ${one.keyword}`;
};
const found = (text: string): string[] => readDirectives(text).map(told);

describe("what is a comment of ours", () => {
  test.each([
    ["<!-- case-recording-disable-next-line acronym -->", ["next-line: acronym"]],
    ["<!-- case-recording-disable-line acronym jargon -->", ["line: acronym jargon"]],
    ["<!--case-recording-disable acronym,jargon-->", ["note: acronym jargon"]],
    ["<!-- case-recording-words: Kai Morton -->", ["words: Kai Morton"]],
    ["<!-- case-recording-ticked: P27 G15 -->", ["ticked: P27 G15"]],
    ["<!-- CASE-RECORDING-TICKED: P27 -->", ["ticked: P27"]],
    ["<!-- case-recording-ticked: P27\n  G15 -->", ["ticked: P27 G15"]],
    ["> a\n> <!-- case-recording-ticked: P27\n> G15 -->", ["ticked: P27 G15"]],
    ["<!-- case-recording-disable -->", ["note: "]],
    ["<!-- case-recording-nonsense acronym -->", ["unknown: nonsense"]],
    ["a <!-- case-recording-ticked: a --> b <!-- case-recording-ticked: b -->", ["ticked: a", "ticked: b"]],
    ["<!-- case-recording-ticked: a", []],
    ["<!-- case-recording-ticked: a\n\nb -->", []],
    ["<!-- about case-recording-ticked: a -->", []],
    ["<!-- <!-- case-recording-ticked: a -->", []],
    ["case-recording-ticked: a", []],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });
  test("its places are those of the text, in UTF-16 units", () => {
    const text = "😀 Ça.\r\n\r\n- “No” <!-- case-recording-disable-line acronym jargon -->\r\n";
    const [one] = readDirectives(text);
    expect(text.slice(one!.start, one!.end)).toBe("<!-- case-recording-disable-line acronym jargon -->");
    expect(one!.kind === "disable" && one!.rules.map(({ start, end }) => text.slice(start, end))).toEqual(["acronym", "jargon"]);
  });
  test("many of them, closed or not, take no time", () => {
    const begun = performance.now();
    for (const text of ["<!-- case-recording-disable-line a --> ".repeat(15_000), "<!-- case-recording-disable-next-line a -->\n".repeat(15_000), "<!-- case-recording-words: a ".repeat(15_000)]) withBlanks(text, readDirectives(text));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe("which line it is about", () => {
  const line = (text: string): string | undefined => {
    const one = readDirectives(text)[0];
    return one?.kind === "disable" && one.line ? text.slice(one.line.start, one.line.end).trim() : undefined;
  };
  test.each([
    ["the next", "<!-- case-recording-disable-next-line a -->\nHere.\nNot here.", "Here."],
    ["the next behind others of its kind", "<!-- case-recording-disable-next-line a -->\n<!-- case-recording-ticked: P1 -->\n\nHere.", "Here."],
    ["the next behind an empty line", "<!-- case-recording-disable-next-line a -->\n\nHere.", "Here."],
    ["the next in a block quote", "> <!-- case-recording-disable-next-line a -->\n>\n> Here.", "> Here."],
    ["its own", "- Here. <!-- case-recording-disable-line a -->\n- Not here.", "- Here. <!-- case-recording-disable-line a -->"],
    ["none behind the last", "Not here.\n<!-- case-recording-disable-next-line a -->", ""],
    ["the whole note", "Here.\n<!-- case-recording-disable a -->", undefined],
  ])("%s", (_, text, expected) => {
    expect(line(text)).toBe(expected);
    if (expected) expect(line(text.replaceAll("\n", "\r\n"))).toBe(expected);
  });
});

describe("what it silences", () => {
  const rules = (body: string): string[] => checkNote(`Child: Kai Morton (9)\nType of contact: Case note\n\n${body}`, defaultSettings).findings.filter(({ rule }) => ["acronym", "jargon", "note-unreadable"].includes(rule)).map(({ rule }) => rule);
  test.each([
    ["nothing, without one", "Kai has an IRO.", ["acronym"]],
    ["the next line", "<!-- case-recording-disable-next-line acronym -->\nKai has an IRO.", []],
    ["the same line", "Kai has an IRO. <!-- case-recording-disable-line acronym -->", []],
    ["the whole note", "Kai has an IRO.\n\n<!-- case-recording-disable acronym -->", []],
    ["no other rule", "Kai has an IRO. <!-- case-recording-disable-line jargon -->", ["acronym"]],
    ["no other line", "<!-- case-recording-disable-next-line acronym -->\nKai was here.\nKai has an IRO.", ["acronym"]],
    ["two rules", "<!-- case-recording-disable-next-line acronym jargon -->\nKai has an IRO and a new placement.", []],
    ["in a table", "| Who | What |\n|---|---|\n| Kai | has an IRO <!-- case-recording-disable-line acronym --> |", []],
    ["in a list", "- Kai has an IRO. <!-- case-recording-disable-line acronym -->\n- Kai has a CIN plan.", ["acronym"]],
    ["not what is said of it", "<!-- case-recording-disable note-unreadable -->\n\nKai has an IRO. <!-- case-recording-disable-line acronymm -->", ["acronym", "note-unreadable"]],
  ])("%s", (_, body, expected) => {
    expect(rules(body).sort()).toEqual(expected);
    expect(rules(body.replaceAll("\n", "\r\n")).sort()).toEqual(expected);
  });
  test("how many is counted", () => {
    const { silenced, findings } = checkNote("Kai has an IRO and a CIN plan.\n\n<!-- case-recording-disable acronym -->\n");
    expect(silenced).toBe(2);
    expect(findings.filter(({ rule }) => rule === "acronym")).toEqual([]);
  });
  test("what a rule asks and its writer has silenced is for the writer to judge in the checklist, and never met by that", () => {
    const text = "Child: Kai Morton (9)\nType of visit: Statutory visit\n\nWe played Uno at home.\n";
    const state = (note: string) => pointsOf(checkNote(note)).points.find(({ id }) => id.startsWith("seen-alone"))?.state;
    expect(state(text)).toBe("missing");
    expect(state(`${text}\n<!-- case-recording-disable seen-alone-missing -->\n`)).toBe("judge");
  });
});

describe("what is amiss with it is said, mildly", () => {
  const problems = (body: string): string[] => checkNote(`Child: Kai Morton (9)\nType of contact: Case note\n\n${body}\n`).findings.filter(({ rule }) => rule === "note-unreadable").map(({ severity, message }) => `${severity}: ${message}`);
  test.each([
    ["Kai ran. <!-- case-recording-disable-line acronymn -->", /^information: There is no rule called “acronymn”.*“acronym” meant/],
    ["Kai ran. <!-- case-recording-disable-line -->", /^information: This comment names no rule/],
    ["Kai ran. <!-- case-recording-disable-lines acronym -->", /“case-recording-disable-line” meant/],
    ["Kai ran. <!-- case-recording-words: Kai -->", /no quotation ends there/],
    ["Kai said “no” to me. <!-- case-recording-words: Kai -->", /no quotation ends there/],
    ["“No” <!-- case-recording-words: Ozzy -->", /“Ozzy”, and the note knows nobody/],
    ["“No” <!-- case-recording-words: -->", /does not say whose words/],
  ])("%s", (body, expected) => expect(problems(body)).toEqual([expect.stringMatching(expected)]));
  test.each(["“No” <!-- case-recording-words: mum -->", "“No” <!-- case-recording-words: the worker -->", "“No” <!-- case-recording-words: nobody -->", "Kai ran. <!-- case-recording-ticked: P27 -->", "“No” <!-- case-recording-words: his foster carer -->"])("%s: nothing", (body) => expect(problems(body)).toEqual([]));
});

describe("whose words it says they are", () => {
  const voices = (body: string, under?: string): string[] => {
    const note = noteOf(body, under);
    return note.quotations.map((one) => `${one.nobody ? "nobody" : said(note, one).split(":")[0]}: ${note.prose.slice(one.words.start, one.words.end)}`);
  };
  const words = (name: string): string => `<!-- case-recording-words: ${name} -->`;
  test.each([
    ["behind the marks", `Mum said “no” ${words("Kai")} to me.`, ["child Kai: no"]],
    ["behind the stop", `Mum said “no”. ${words("Kai")}`, ["child Kai: no"]],
    ["of the last alone", `Kai said “no” and “yes” ${words("Kelly")}.`, ["child Kai: no", "adult: yes"]],
    ["of the first alone", `Kai said “no” ${words("Kelly")} and Kai said “yes”.`, ["adult: no", "child Kai: yes"]],
    ["in bold", `**Kai said “no” ${words("Kelly")}** and ran.`, ["adult: no"]],
    ["on the next line", `Kai said “no”\n${words("Kelly")}\nand ran.`, ["adult: no"]],
    ["by a relation", `Kai said “no” ${words("mum")}.`, ["adult: no"]],
    ["by a relation that the note does not name", `Kai said “no” ${words("nan")}.`, ["adult: no"]],
    ["the worker", `Kai said “no” ${words("the worker")}.`, ["worker: no"]],
    ["with 's", `“No” ${words("Kai's words")}.`, ["child Kai: No"]],
    ["nobody", `Kai said “no” ${words("nobody")}.`, ["nobody: no"]],
    ["a name that nobody has", `Kai said “no” ${words("Ozzy")}.`, ["unknown: no"]],
    ["of a block quote", `Kai wrote:\n\n> I like it.\n> Lots. ${words("Kelly")}`, ["adult: I like it.\n  Lots."]],
    ["of a block quote, on its last line", `Kai wrote:\n\n> I like it.\n> ${words("Kelly")}`, ["adult: I like it."]],
    ["of a turn", `SW: What happened?\nK: I like it. ${words("Kelly")}`, ["worker: What happened?", "adult: I like it."]],
    ["of a cell", `| Worries | Dreams |\n|---|---|\n| school ${words("Kelly")} | home |`, ["adult: school", "child Kai: home"]],
    ["of a cell that was nobody's", `| Date | Said |\n|---|---|\n| Monday | I like it ${words("Kai")} |`, ["child Kai: I like it"]],
    ["of marks in a cell", `| Date | Said |\n|---|---|\n| Monday | Kai said “no” ${words("Kelly")} |`, ["adult: no"]],
    ["of a sign", `Kai signed MORE ${words("Kelly")}.`, ["adult: MORE"]],
    ["over paragraphs", `Kai said “one.\n\n“Two.” ${words("Kelly")}`, ["adult: one.\n\n\"Two."]],
  ])("%s", (_, body, expected) => {
    expect(voices(body)).toEqual(expected);
    expect(voices(body.replaceAll("\n", "\r\n")).map((one) => one.replaceAll("\r", ""))).toEqual(expected);
  });
  test("a comment in an earlier block says nothing of the next", () => expect(voices(`Kai said “no”.\n\n${words("Kelly")}\n\nMum said “yes”.`)).toEqual(["child Kai: no", "adult: yes"]));
  test("of two children", () => expect(voices(`Kai said “no” ${words("Mya")}.`, twoChildren)).toEqual(["child Mya: no"]));
});

describe("how a speaker is known", () => {
  const known = (body: string, under?: string): string[] => {
    const note = noteOf(body, under);
    return note.quotations.map(({ known: by }) => (by ? `${by.how}: ${by.span ? note.text.slice(by.span.start, by.span.end).replace(/\s+/g, " ").trim() : ""}` : "not"));
  };
  test.each([
    ["“No,” said Kai.", ["told: said Kai"]],
    ["“No,” Kai said quietly.", ["told: Kai said"]],
    ["On the stairs Kai said “no”.", ["told: Kai said"]],
    ["Kai sat down. Then he told me “no”.", ["told: he told me"]],
    ["“No,” said Kai, “never.”", ["told: said Kai", "told: said Kai"]],
    ["Kai's letter says “I miss you all”.", ["owner: Kai's letter says"]],
    ["SW: What happened?\nK: I fell.", ["label: SW", "label: K"]],
    ["Kai wrote this:\n\n> I like it.", ["above: Kai wrote this:"]],
    ["> I like it.", ["only child: "]],
    ["Kai nodded. “Yeah.”", ["above: Kai nodded."]],
    ["## What is your view about what is happening for you?\n\n“I like it here.”", ["view: What is your view about what is happening for you?"]],
    ["| Worries | Dreams |\n|---|---|\n| school | home |", ["tool: Worries", "tool: Dreams"]],
    ["Kai said “no”. <!-- case-recording-words: Kelly -->", ["comment: <!-- case-recording-words: Kelly -->"]],
    ["We read “The Huge Bag of Worries”.", ["not"]],
    ["A sign read “keep out of here please”.", ["not"]],
    ["Kai signed MORE.", ["told: Kai signed"]],
  ])("%s", (body, expected) => expect(known(body)).toEqual(expected));
  test("under a child's own heading", () => expect(known("## Mya\n\n> I like it.", twoChildren)).toEqual(["heading: Mya"]));
});
