import { describe, expect, test } from "vitest";
import { noteOf } from "./support.ts";

const blocks = (body: string, under?: string) => {
  const note = noteOf(body, under);
  return note.blocks.map(({ kind, span }) => `${kind}: ${note.text.slice(span.start, span.end).replaceAll(/\r?\n/g, " / ")}`);
};

describe("the pieces of a note", () => {
  test("paragraphs", () => expect(blocks("One.\n\nTwo\ngoes on.\n")).toEqual(["paragraph: One.", "paragraph: Two / goes on."]));
  test("list items, of any mark", () => {
    expect(blocks("- One\n- Two\n")).toEqual(["item: One", "item: Two"]);
    expect(blocks("1. One\n2. Two\n")).toEqual(["item: One", "item: Two"]);
    expect(blocks("* One\n  * Two\n")).toEqual(["item: One", "item: Two"]);
    expect(blocks("- [ ] One\n- [x] Two\n")).toEqual(["item: One", "item: Two"]);
  });
  test("cells of a table", () => {
    expect(blocks("| What | Who |\n|---|---|\n| Ring school | Sam |\n")).toEqual(["cell: What", "cell: Who", "cell: Ring school", "cell: Sam"]);
    const cells = noteOf("| What | Who |\n|---|---|\n| Ring school | Sam |\n").blocks.map(({ cell }) => [cell!.row, cell!.column]);
    expect(cells).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]);
  });
  test("block quotes", () => expect(blocks("> I want to see my brother\n")).toEqual(["quote: I want to see my brother"]));
  test("lines with a speaker's label", () => {
    expect(blocks("J: I hate it there.\nSW: What is it you hate?\nJ: everything\n", "Child: Jayden (9)\n")).toEqual(["turn: I hate it there.", "turn: What is it you hate?", "turn: everything"]);
    const [first] = noteOf("J: I hate it there.\nSW: Why?\n", "Child: Jayden (9)\n").blocks;
    expect(noteOf("J: I hate it there.\nSW: Why?\n", "Child: Jayden (9)\n").text.slice(first!.label!.start, first!.label!.end)).toBe("J");
  });
  test("headings with their depth", () => {
    expect(noteOf("# A title\n\n### Health\n\n**Next steps**\n\nText.\n").blocks.map(({ kind, depth }) => `${kind} ${depth}`)).toEqual(["heading 1", "heading 3", "heading 7", "paragraph 0"]);
  });
  test("CRLF", () => expect(blocks("One.\r\n\r\n- Two\r\n- Three\r\n")).toEqual(["paragraph: One.", "item: Two", "item: Three"]));
  test("no text in fences, comments or HTML", () => {
    expect(blocks("<!-- a comment about bruises -->\n\nOne.\n").filter((block) => /bruise/.test(noteOf(block).prose))).toHaveLength(0);
    expect(noteOf("<!-- a comment about bruises -->\n\nOne.\n").prose).not.toContain("bruises");
  });
  test("bold, links and HTML leave their words in the prose, at their place", () => {
    const body = "Kai has **new** shoes from <b>Nan</b> and _grins_.";
    const note = noteOf(body);
    expect(note.prose).toHaveLength(note.text.length);
    for (const word of ["Kai", "new", "shoes", "Nan", "grins"]) expect(note.prose.lastIndexOf(word)).toBe(note.text.lastIndexOf(word));
    expect(note.prose).not.toContain("*");
    expect(note.prose).not.toContain("<b>");
  });
});
