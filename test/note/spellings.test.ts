import { describe, expect, test } from "vitest";
import { nearness } from "../../server/src/note/spellings.ts";
import { unknownNamesOf } from "../../server/src/note/strangers.ts";
import { noteOf } from "./support.ts";

describe("how a written name stands to a child's", () => {
  test.each([
    ["Zoe", "Zoë"], ["JOSÉ", "Jose"],
  ])("%s and %s are the same", (written, name) => expect(nearness(written, name)).toBe("same"));
  test.each([
    ["Tommy", "Thomas"], ["Thomas", "Tommy"], ["Ollie", "Oliver"], ["Libby", "Elizabeth"], ["Bill", "William"], ["Jay", "Jayden"], ["Gracie", "Grace"], ["Dami", "Oluwadamilola"], ["Reecey", "Reece"], ["Tom", "Tommy"],
  ])("%s is short for %s, or the other way round", (written, name) => expect(nearness(written, name)).toBe("short"));
  test.each([
    ["Kaleigh", "Kayleigh"], ["Kayley", "Kayleigh"], ["Kyleigh", "Kayleigh"], ["Calum", "Callum"], ["Sofia", "Zofia"], ["Zophia", "Zofia"], ["Reese", "Reece"], ["Maya", "Mya"], ["Kia", "Kai"], ["Shaun", "Sean"], ["Jaydon", "Jayden"], ["Harlene", "Harleen"], ["Jon", "John"],
  ])("%s is a slip for %s", (written, name) => expect(nearness(written, name)).toBe("slip"));
  test.each([
    ["Leon", "Lena"], ["Jake", "Jack"], ["Elle", "Ella"], ["Molly", "Milly"], ["Tyler", "Taylor"], ["Michelle", "Michael"], ["Ellie", "Eli"], ["Marie", "Maria"],
  ])("%s is another name than %s, though near", (written, name) => expect(["another", undefined]).toContain(nearness(written, name)));
  test.each([
    ["Darren", "Kai"], ["Mum", "Mya"], ["Kelly", "Kayleigh"], ["Emma", "Ella"],
  ])("%s has nothing to do with %s", (written, name) => expect(nearness(written, name)).toBeUndefined());
});

describe("a misspelt name is read as the child's", () => {
  const note = noteOf("Kia said that she likes school. Mya was out.", "Children: Kai Morton (9), Mya Morton (7)\nType of contact: Case note\n");
  test("the Note knows it", () => expect(unknownNamesOf(note).misspelt.map(({ written, name }) => [written, name])).toEqual([["Kia", "Kai"]]));
  test("and so do its mentions", () => expect(note.sentences[0]!.mentions[0]!.children.map(({ name }) => name)).toEqual(["Kai"]));
});
