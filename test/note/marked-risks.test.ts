import { describe, expect, test } from "vitest";
import { noteOf } from "./support.ts";

const marked = (body: string) => {
  const note = noteOf(body);
  return note.marked.map(({ start, end }) => note.prose.slice(start, end).trim());
};

describe("a risk is marked by", () => {
  test.each([
    ["two stars", "Kai was in. **Mum hit him.** He cried.", "Mum hit him."],
    ["two underscores", "Kai was in. __Mum hit him.__ He cried.", "Mum hit him."],
    ["HTML bold", "Kai was in. <b>Mum hit him.</b> He cried.", "Mum hit him."],
    ["HTML strong", "Kai was in. <strong>Mum hit him.</strong> He cried.", "Mum hit him."],
    ["red, by style", 'Kai was in. <span style="color: red">Mum hit him.</span> He cried.', "Mum hit him."],
    ["red, by number", 'Kai was in. <span style="color:#ff0000">Mum hit him.</span> He cried.', "Mum hit him."],
    ["red, by an old font", 'Kai was in. <font color="red">Mum hit him.</font> He cried.', "Mum hit him."],
    ["three stars", "Kai was in. ***Mum hit him.*** He cried.", "Mum hit him."],
  ])("%s", (_, body, expected) => expect(marked(body)).toEqual([expected]));
  test("a line that begins with Risk:", () => expect(marked("Risk: Mum hit him.\n\nKai was in.\n")).toEqual(["Risk: Mum hit him."]));
  test("Risk: in a list", () => expect(marked("- Risk: Mum hit him.\n- Kai was in.\n")).toEqual(["Risk: Mum hit him."]));
  test("bold around a whole quotation", () => expect(marked("Kai said **“Mum hit me”**.")).toEqual(["\"Mum hit me\""]));
});

describe("none is marked by", () => {
  test.each([
    ["italics", "Kai was in. *Mum hit him.* He cried."],
    ["a bold heading", "**Next steps**\n\nI will ring.\n"],
    ["a bold label", "**School:** he is doing well.\n"],
    ["another colour", '<span style="color: blue">Kai likes it</span> here.'],
    ["the word risk in a sentence", "The risk assessment: it was updated.\n"],
  ])("%s", (_, body) => expect(marked(body)).toEqual([]));
});
