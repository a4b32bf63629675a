import { expect, test } from "vitest";
import { shownRisks } from "../../server/src/note/shown-risks.ts";
import { noteOf } from "./support.ts";

const shown = (body: string) => {
  const note = noteOf(body);
  return shownRisks(note).map(({ start, end }) => note.prose.slice(start, end).trim());
};

test.each([
  ["a risk that the note tells", "Kai was in. **Mum hit him.** He cried.", ["Mum hit him."]],
  ["a marked sentence whose words no dictionary knows", "Kai was in. **The back door was off its hinges and there were dogs loose.** He cried.", ["The back door was off its hinges and there were dogs loose."]],
  ["a line that begins with Risk:", "Risk: dad knows the address.\n", ["Risk: dad knows the address."]],
  ["some words of a sentence that tells a risk", "Kai said that **mum hit him** and that he ran to his nan, where he stayed until the evening.", ["mum hit him"]],
])("red: %s", (_, body, expected) => expect(shown(body)).toEqual(expected));

test.each([
  ["one bold word in a sentence that tells no risk", "Kai was **very** proud of his certificate and showed it to me."],
  ["a strength", "**Kai is doing really well at school.** He likes maths."],
  ["a name in the next steps", "## What you think should happen next?\n\n- **Priya** to ring school by 20 June 2025.\n"],
  ["a label", "**School:** he is doing well.\n"],
])("bold alone: %s", (_, body) => expect(shown(body)).toEqual([]));
