import { describe, expect, test } from "vitest";
import { readNote } from "../../server/src/note/read.ts";
import { noteOf } from "./support.ts";

const roles = (body: string, under?: string) => noteOf(body, under).sections.filter(({ heading }) => heading).map(({ role, wording }) => `${role}, ${wording}`);

const standard = ["why, standard", "what, standard", "view, standard", "next, standard", "reflections, standard"];
const titles = ["Why am I visiting?", "What we did and what we talked about", "What is your view about what is happening for you?", "What you think should happen next?", "Practitioner reflections on the visit"];
const set = (write: (title: string, index: number) => string) => titles.map((title, index) => `${write(title, index)}\n\nText.\n`).join("\n");

describe("the five headings, however they stand", () => {
  test.each([
    ["level 1", set((title) => `# ${title}`)],
    ["level 2", set((title) => `## ${title}`)],
    ["level 4", set((title) => `#### ${title}`)],
    ["level 6", set((title) => `###### ${title}`)],
    ["underlined", set((title) => `${title}\n---`)],
    ["closed with hashes", set((title) => `## ${title} ##`)],
    ["bold lines", set((title) => `**${title}**`)],
    ["bold with underscores", set((title) => `__${title}__`)],
    ["plain lines", set((title) => title)],
    ["plain lines with a colon", set((title) => `${title.replace("?", "")}:`)],
    ["numbered", set((title, index) => `## ${index + 1}. ${title}`)],
    ["numbered with a bracket", set((title, index) => `## ${index + 1}) ${title}`)],
    ["capitals", set((title) => `## ${title.toUpperCase()}`)],
    ["small letters", set((title) => `## ${title.toLowerCase()}`)],
    ["no question mark", set((title) => `## ${title.replace("?", "")}`)],
    ["bold inside a heading", set((title) => `## **${title}**`)],
    ["no-break spaces", set((title) => `## ${title.replaceAll(" ", "\u00A0")}`)],
    ["two spaces", set((title) => `## ${title.replaceAll(" ", "  ")}`)],
    ["in a contraction", set((title) => `## ${title.replace("What is your", "What's your").replace("what is happening", "what's happening")}`)],
    ["in a contraction, curly", set((title) => `## ${title.replace("What is your", "What’s your").replace("what is happening", "what’s happening")}`)],
  ])("%s", (_, body) => {
    expect(roles(body)).toEqual(standard);
    expect(roles(body.replaceAll("\n", "\r\n"))).toEqual(standard);
  });
});

describe("near wordings", () => {
  test.each([
    ["Why are we visiting?", "why"], ["Why I am visiting", "why"], ["Views", "view"], ["Child's views", "view"], ["Kai's views", "view"], ["Kai's voice", "view"], ["Next steps", "next"], ["Actions", "next"], ["What needs to happen", "next"], ["Decisions and actions", "next"], ["Reflections", "reflections"], ["My reflections", "reflections"],
  ])("%s", (title, role) => expect(roles(`## ${title}\n\nText.\n`)).toEqual([`${role}, near`]));
  test.each([["Three Houses"], ["Home conditions"], ["Health"], ["Contact with Dad"]])("%s is none of them", (title) => expect(roles(`## ${title}\n\nText.\n`)).toEqual(["other, none"]));
  test("Signs of Safety, by meaning", () => {
    expect(roles("## What are we worried about?\n\nA.\n\n## What's working well?\n\nB.\n\n## What needs to happen?\n\nC.\n")).toEqual(["worries, none", "strengths, none", "next, near"]);
  });
});

describe("what is no heading", () => {
  test.each([
    ["Kai asked me “why am I visiting dad?”"],
    ["I asked “What do you think should happen next?”"],
    ["I told him why I was visiting and what we did last time."],
    ["**Mum smelled of alcohol while holding the baby.**"],
    ["Why am I visiting him again when he is never in, I wondered."],
  ])("%s", (body) => expect(roles(`${body}\n`)).toEqual([]));
  test("a heading in a fence", () => expect(roles("```\n## Why am I visiting?\n```\n")).toEqual([]));
  test("a heading in a comment", () => expect(roles("<!--\n## Why am I visiting?\n-->\n")).toEqual([]));
});

describe("what belongs to whom", () => {
  test("text before the first heading has a section without one", () => {
    const [first] = noteOf("Kai was in.\n\n## Why am I visiting?\n\nTo see him.\n").sections;
    expect(first).toMatchObject({ title: "", role: "other" });
    expect(first!.heading).toBeUndefined();
  });
  test("a subheading lies within its heading", () => {
    const { sections } = noteOf("## What we did and what we talked about\n\n### School\n\nA.\n\n### Home\n\nB.\n\n## Practitioner reflections on the visit\n\nC.\n");
    const [what, school, home, reflections] = sections.filter(({ heading }) => heading);
    expect(what!.whole.end).toBe(reflections!.span.start);
    expect(what!.span.end).toBe(school!.span.start);
    expect(home!.whole.end).toBe(reflections!.span.start);
  });
  test("the same headings for each child", () => {
    const two = "Children: Kai Morton (9), Mya Morton (7)\nType of visit: Statutory visit\n";
    const body = "# Kai\n\n## Why am I visiting?\n\nA.\n\n## What is your view about what is happening for you?\n\nB.\n\n# Mya\n\n## Why am I visiting?\n\nC.\n\n## What is your view about what is happening for you?\n\nD.\n";
    expect(noteOf(body, two).sections.filter(({ heading }) => heading).map(({ role, child }) => `${child?.name} ${role}`)).toEqual(["Kai other", "Kai why", "Kai view", "Mya other", "Mya why", "Mya view"]);
  });
  test("a title above them names nobody else's section", () => {
    expect(noteOf("# Visit to Kai\n\n## Why am I visiting?\n\nA.\n").sections.every(({ role }) => role === "other" || role === "why")).toBe(true);
  });
  test("the heading is the words alone, and the spans cover the note", () => {
    const text = "Child: Kai\n\n## 1. Why am I visiting?\n\nTo see him.\n\n## Next steps\n\n- Ring school\n";
    const note = readNote(text);
    expect(note.sections.filter(({ heading }) => heading).map(({ heading }) => text.slice(heading!.span.start, heading!.span.end))).toEqual(["1. Why am I visiting?", "Next steps"]);
    expect(note.sections.at(-1)!.span.end).toBe(text.length);
  });
});
