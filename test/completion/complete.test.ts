import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkNote, read } from "../../server/src/check.ts";
import { proposalsAt, type Proposal } from "../../server/src/completion/complete.ts";
import { defaultSettings, type Settings } from "../../server/src/engine/settings.ts";
import type { Note } from "../../server/src/note/note.ts";
import { rules } from "../../server/src/rules/registry.ts";
import { readGold } from "../rules/gold.ts";

const ids = rules.map(({ id }) => id);

/** What is offered where the sign ‸ stands. */
function at(marked: string, settings: Settings = defaultSettings): readonly Proposal[] {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  return proposalsAt(read(text, settings), settings, ids, offset);
}
const labels = (marked: string, settings?: Settings): string[] => at(marked, settings).map(({ label, beside }) => (beside && !["heading", "detail"].includes(beside) ? `${label} (${beside})` : label));
/** The text as it is once a proposal was taken. */
function taking(marked: string, label: string): string {
  const found = at(marked).find((one) => one.label === label);
  if (!found) throw new Error(`${label} is not among ${labels(marked).join(", ")}`);
  const text = marked.replace("‸", "");
  return text.slice(0, found.span.start) + found.text + text.slice(found.span.end);
}

const details = "Child: Rosie Tennant\nDate of birth: 03/03/2017\nDate of visit: 12/06/2025\nRecorded: 13/06/2025\nType of visit: Statutory visit\nPlace: foster home\nPresent: Rosie, Denise (foster carer), Leanne (mum)\nWorker: Priya Nair\n";
const visit = `${details}\n## Why am I visiting?\n\nI came to see how Rosie is.\n\n## What we did and what we talked about\n\n`;

describe("headings", () => {
  const left = ["What is your view about what is happening for you?", "What you think should happen next?", "Practitioner reflections on the visit"];
  test("those that are missing, in the standard's order, on an empty line or behind the signs of a heading", () => {
    expect(labels(`${visit}We drew.\n\n#‸\n`)).toEqual(left);
    expect(labels(`${visit}We drew.\n\n### ‸`)).toEqual(left);
    expect(labels(`${visit}We drew.\n\n‸\n`).slice(0, 3)).toEqual(left);
    expect(labels(`${visit}We drew.\n\n## what y‸\n`)).toEqual([left[1]]);
  });
  test("with the level of the others, the standard's wording, and its questions as comments", () => {
    const text = taking(`${visit}We drew.\n\n#### pra‸\n`, left[2]!);
    expect(text).toContain("\n\n## Practitioner reflections on the visit\n\n<!-- Has new information");
    expect(text).not.toContain("####");
    const { findings } = checkNote(text);
    expect(findings.find(({ rule }) => rule === "visit-heading-missing")!.subject).not.toContain("Practitioner");
  });
  test("with the line ends of the note", () => expect(taking(`${visit}We drew.\n\n#‸\n`.replaceAll("\n", "\r\n"), left[0]!)).not.toMatch(/[^\r]\n/));
  test("a near wording is there already; a prose line takes none", () => {
    expect(labels(`${visit}We drew.\n\n## Actions\n\nNone.\n\n#‸`)).not.toContain(left[1]);
    expect(labels(`${visit}We drew a pr‸\n`)).toEqual([]);
    expect(labels(`${visit}We drew #‸\n`)).toEqual([]);
  });
  test("another kind of note has its own, and so has a profile without headings", () => {
    expect(labels("Child: Rosie\nType of contact: Phone call\n\n#‸")).toEqual(["Who rang, and why", "What was said", "What happens next"]);
    expect(labels(`${details}\n#‸`, { ...defaultSettings, profile: "gloucestershire" })[0]).toBe("Why I visited");
    expect(labels("#‸")).toContain("Why am I visiting?");
  });
});

describe("details", () => {
  test("those that are not there yet", () => {
    const offered = labels("Child: Rosie Tennant\nType of visit: Statutory visit\n‸\n\n## Why am I visiting?\n");
    expect(offered).toEqual(expect.arrayContaining(["Date of visit", "Date recorded", "Place", "Seen alone", "Status", "Last visit"]));
    expect(offered).not.toContain("Child");
    expect(offered).not.toContain("Type of visit");
  });
  test("as fields, or with the colon that asks for what may be chosen", () => {
    expect(taking("Child: Rosie\nDate re‸\n", "Date recorded")).toBe("Child: Rosie\nDate recorded: [… day and time of recording …]\n");
    expect(taking("Child: Rosie\nSt‸\n", "Status")).toBe("Child: Rosie\nStatus: \n");
  });
  test("in front matter, in small letters, and nothing but details", () => {
    expect(labels("---\nchild: Rosie\nsee‸\n---\n\nWords.\n")).toEqual(["seen alone"]);
    expect(taking("---\nchild: Rosie\nwork‸\n---\n", "worker")).toBe('---\nchild: Rosie\nworker: "[… your name …]"\n---\n');
    expect(labels("---\nchild: Rosie\n‸\n---\n\nWords.\n")).not.toContain("Seen alone");
  });
  test("a call is no visit", () => {
    const offered = labels("Child: Rosie\nType of contact: Phone call\n‸\n");
    expect(offered).toContain("Date");
    expect(offered).not.toContain("Seen alone");
    expect(offered).not.toContain("Date of visit");
  });
  test("values, where they are a choice among few", () => {
    expect(labels("Child: Rosie\nSeen alone:‸\n")).toEqual(["Yes", "Yes, in …", "No, because …"]);
    expect(labels("Child: Rosie\nType of visit: stat‸\n")).toEqual(["Statutory visit"]);
    expect(labels("Child: Rosie\nStatus: ‸\n")).toContain("Child in care");
    expect(labels("Child: Rosie\nStatus: ‸\n", { ...defaultSettings, profile: "gloucestershire" })).toContain("Temporarily approved");
    expect(labels("Child: Rosie\nPlace: fo‸\n")).toEqual(["foster home"]);
    expect(labels("Child: Rosie\nStandards: ‸\n")).toEqual(["coventry", "gloucestershire", "planning-and-seeing"]);
    expect(labels("Child: Rosie\nWorker: ‸\n")).toEqual([]);
    expect(labels("Child: Rosie\nPlace: foster ‸home\n")).toEqual([]);
  });
  test("a value takes the place of the field that stands there, and of nothing else", () => {
    expect(taking("Child: Rosie\nSeen alone: ‸[… was it so …]\nPlace: home\n", "No, because …")).toBe("Child: Rosie\nSeen alone: No, because [… the reason …]\nPlace: home\n");
    expect(taking("Child: Rosie\nPlace:‸\n", "school")).toBe("Child: Rosie\nPlace: school\n");
  });
  test("not in a table, nor in the prose", () => {
    expect(labels("| Child | Rosie |\n|---|---|\n| St‸ | |\n")).toEqual([]);
    expect(labels(`${visit}Stat‸`)).toEqual([]);
    expect(labels(`${visit}We saw this: ‸`)).toEqual([]);
  });
});

describe("people", () => {
  test("behind a verb of speech, the children first, with who they are", () => {
    const offered = labels(`${visit}“No,” said ‸`);
    expect(offered[0]).toBe("Rosie (child)");
    expect(offered).toEqual(expect.arrayContaining(["Denise (foster carer)", "Leanne (mum)"]));
    expect(offered.at(-1)).toMatch(/^Priya/);
    expect(labels(`${visit}I asked Le‸`)).toEqual(["Leanne (mum)"]);
  });
  test("marks for the words, which stay a field", () => {
    expect(taking(`${visit}Rosie said‸`, "“Rosie's words”")).toContain("Rosie said, “[… Rosie's words …]”");
    expect(taking(`${visit}Rosie told me ‸`, "“Rosie's words”")).toContain("Rosie told me “[… Rosie's words …]”");
    expect(labels(`${visit}Rosie told me ‸`)).toHaveLength(1);
  });
  test("no unborn child is offered as somebody who spoke", () => expect(labels("Child: Rosie Tennant\nChild: Unborn Tennant\nDue date: 01/01/2026\nType of visit: Visit\n\n“No,” said ‸")).toEqual(["Rosie (child)"]));
  test("not behind words that only look like one", () => expect(labels(`${visit}I was unsaid ‸`)).toEqual([]));
});

describe("standard statements", () => {
  test("at the beginning of a sentence, or by what was typed of one", () => {
    expect(labels(`${visit}We drew. ‸`)).toContain("Seen alone (Rosie)");
    expect(labels(`${visit}We drew. seen al‸`)).toEqual(["Seen alone (Rosie)"]);
    expect(labels(`${visit}We drew. I saw Rosie al‸`)).toEqual(["Seen alone (Rosie)"]);
    expect(labels(`${visit}We drew and ‸`)).toEqual([]);
    expect(taking(`${visit}We drew. seen al‸\n`, "Seen alone")).toBe(`${visit}We drew. I saw Rosie alone in [… where …], [… how that came about …].\n`);
  });
  test("by the section, the kind of note, and the children", () => {
    const next = `${visit}We drew.\n\n## What you think should happen next?\n\n`;
    expect(labels(`${next}- ‸`)).toContain("Action: who, what, by when");
    expect(labels(`${next}- ‸`)).not.toContain("Seen alone (Rosie)");
    expect(taking(`${next}- ‸`, "Action: who, what, by when")).toBe(`${next}- [… who …] to [… do what …] by [… day …].`);
    expect(labels("Child: Rosie\nType of contact: No access\n\n## What happened\n\n‸")).toContain("Nobody answered");
    expect(labels(`${visit}‸`)).not.toContain("Nobody answered");
    const two = visit.replace("Date of birth: 03/03/2017\n", "Date of birth: 03/03/2017\nChild: Alfie Tennant\nDate of birth: 01/06/2024\n");
    const offered = labels(`${two}‸`);
    expect(offered).toContain("Seen alone (Rosie)");
    expect(offered).not.toContain("Seen alone (Alfie)");
    expect(offered).toContain("Baby or young child observed (Alfie)");
    expect(offered).not.toContain("Baby or young child observed (Rosie)");
    expect(labels(`${two}### Alfie\n\n‸`).filter((label) => label.endsWith("(Rosie)"))).toEqual([]);
  });
});

test("an empty note begins with its details, and then its headings", () => {
  const offered = labels("‸");
  expect(offered[0]).toBe("Child");
  expect(offered).toContain("Why am I visiting?");
  expect(offered).not.toContain("Told the manager");
});

test("the frame of a call says what its sections are for", () => {
  const call = (heading: string): string[] => labels(`Child: Rosie Tennant\nType of contact: Phone call\n\n## ${heading}\n\n‸`);
  expect(call("What was said")).toContain("Child's words (Rosie)");
  expect(call("What was said")).not.toContain("Action: who, what, by when");
  expect(call("What happens next")).toContain("Action: who, what, by when");
  expect(call("Who rang, and why")).not.toContain("Child's words (Rosie)");
  expect(call("A heading of my own")).toEqual(expect.arrayContaining(["Child's words (Rosie)", "Action: who, what, by when"]));
});

describe("comments and other people's words", () => {
  test("rules, in the comment that stops them, and each once", () => {
    expect(labels(`${visit}<!-- case-recording-disable-next-line ‸ -->`)).toEqual(ids);
    expect(labels(`${visit}<!-- case-recording-disable-next-line acronym seen-alone-m‸ -->`)).toEqual(["seen-alone-missing"]);
    expect(labels(`${visit}<!-- case-recording-disable-next-line acronym ‸`)).not.toContain("acronym");
    expect(taking(`${visit}<!-- case-recording-disable-next-line seen-alone-m‸ -->`, "seen-alone-missing")).toContain("next-line seen-alone-missing -->");
  });
  test("nothing in any other comment, and nothing in words that were said", () => {
    expect(labels(`${visit}<!-- ‸ -->`)).toEqual([]);
    expect(labels(`${visit}<!--\n\n‸\n\n-->`)).toEqual([]);
    expect(labels(`${visit}Rosie said, “I like it. ‸ And tea.”`)).toEqual([]);
    expect(labels(`${visit}Rosie said, “Mum said ‸`)).toEqual([]);
    expect(labels(`${visit}Denise said, “Rosie said ‸ no”.`)).toEqual([]);
  });
});

const corpus = ["test/corpus/notes", "test/corpus/good", "samples"].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => readGold(readFileSync(path.join(folder, name), "utf8")).text));

describe("at any place of any note", () => {
  /** What must hold of every proposal: it replaces what was typed of it, on its own line, or a field; and what it puts in asserts nothing. */
  const holds = (note: Note, offset: number): void => {
    const { text } = note;
    for (const { span, filter, text: put, kind } of proposalsAt(note, defaultSettings, ids, offset)) {
      const replaced = text.slice(span.start, span.end);
      expect(span.start).toBeLessThanOrEqual(offset);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(replaced).not.toMatch(/[\r\n]/);
      if (span.end !== offset) expect(replaced).toMatch(/^"?\[….*…\]"?$/);
      expect(filter.toLowerCase().startsWith(text.slice(span.start, offset).toLowerCase()), `${filter} for ${text.slice(span.start, offset)}`).toBe(true);
      expect(put.length).toBeGreaterThan(0);
      for (const quotation of note.quotations) expect(span.end <= quotation.start || span.start >= quotation.end || span.start === span.end).toBe(true);
      if (kind === "statement") expect(put).toMatch(/\[… .+ …\]/);
    }
  };
  test("every note of the corpus, cut off or whole", () => {
    expect(corpus.length).toBeGreaterThan(30);
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    for (const text of corpus) {
      const note = read(text);
      fc.assert(fc.property(part, (of) => holds(note, Math.floor(of * text.length))), { numRuns: 40 });
    }
    fc.assert(
      fc.property(fc.constantFrom(...corpus), part, (text, of) => {
        const half = text.slice(0, Math.floor(of * text.length));
        holds(read(half), half.length);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
  test("at every place of a draft with everything in it", () => {
    const text = `\uFEFF${visit}We drew. “Hi,” said Rosie.\n\n- \n\n<!-- case-recording-disable-next-line acr -->\nSeen alone: [… x …]\n#\n`.replaceAll("\n", "\r\n");
    const note = read(text);
    for (let offset = 0; offset <= text.length; offset += 1) holds(note, offset);
  });
  test("it answers in a few milliseconds", () => {
    const text = corpus.toSorted((a, b) => b.length - a.length)[0]!;
    const note = read(text);
    const offsets = Array.from({ length: 400 }, (_, index) => Math.floor((index / 400) * text.length));
    for (const offset of offsets) proposalsAt(note, defaultSettings, ids, offset);
    const began = performance.now();
    for (const offset of offsets) proposalsAt(note, defaultSettings, ids, offset);
    expect((performance.now() - began) / offsets.length).toBeLessThan(5);
  });
});
