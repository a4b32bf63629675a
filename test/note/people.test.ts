import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { describe, expect, test } from "vitest";
import { known, noteOf } from "./support.ts";

const bare = "Child: Kai Morton (9)\nType of contact: Case note\nWorker: Sam Okoro\n";
const person = (body: string, name: string, under = bare) => noteOf(body, under).people.find((one) => one.name === name || one.forms.some((form) => form.join(" ") === name.toLowerCase()));

describe("in the details", () => {
  const present = (value: string) => noteOf("Kai was in.", `${bare}Present: ${value}\n`).people.filter(({ kind }) => kind !== "child" && kind !== "worker").map(({ name, relation, kind }) => `${name}: ${relation ?? kind}`);
  test.each([
    ["Kelly (mum)", ["mum"]],
    ["Kelly (mum), Pat (nan, left at 4.15pm)", ["mum", "nan"]],
    ["Mum and Dad", ["mum", "dad"]],
    ["Jo Bright (foster carer)", ["foster carer"]],
    ["Ms Khan (class teacher)", ["teacher"]],
    ["Lee (mum's ex-partner)", ["mum's partner"]],
  ])("Present: %s", (value, relations) => {
    const found = present(value);
    expect(found).toHaveLength(relations.length);
    relations.forEach((relation, index) => expect(found[index]).toContain(relation.split(" ").at(-1)!));
  });
  test("the worker", () => expect(noteOf("Kai was in.").people.find(({ kind }) => kind === "worker")).toMatchObject({ name: "Sam Okoro" }));
  test("a key that is a relation", () => expect(person("Kai was in.", "Helen", `${bare}Mother: Helen Morton\n`)).toMatchObject({ kind: "family", relation: "mum" }));
});

describe("introduced in the text", () => {
  test.each([
    ["Kelly (mum) was in.", "Kelly", "family", "mum"],
    ["Mum (Kelly) was in.", "Kelly", "family", "mum"],
    ["I met his nan, Pat, in the kitchen.", "Pat", "family", "nan"],
    ["Pat, his nan, opened the door.", "Pat", "family", "nan"],
    ["I spoke to Ms Khan (class teacher).", "Ms Khan", "professional", undefined],
    ["Mrs Lowe told me that he is doing well.", "Mrs Lowe", "professional", undefined],
    ["I rang his teacher, Mr Patel, on Monday.", "Mr Patel", "professional", undefined],
    ["His foster carer, Jo, was in the garden.", "Jo", "carer", undefined],
    ["I told my team manager, Joan Ellis, the same day.", "Joan Ellis", "professional", undefined],
  ])("%s", (body, name, kind, relation) => {
    expect(person(body, name)).toMatchObject({ kind, ...(relation ? { relation } : {}) });
  });
  test("one person, however often", () => {
    const note = noteOf("Kelly (mum) was in. Mum said “come in”. Kelly made tea. His mum said “he's asleep”.", bare);
    expect(note.people.filter(({ relation }) => relation === "mum")).toHaveLength(1);
    expect(known(note)).toEqual(["adult: come in", "adult: he's asleep"]);
  });
});

describe("whose words they are", () => {
  test.each([
    ["Lee (mum's ex-partner) said “I'm not leaving”.", "adult"],
    ["Mrs Lowe said “he has been quiet”.", "adult"],
    ["His nan, Pat, said “he's a good lad”.", "adult"],
    ["Mum's partner said “leave it”.", "adult"],
    ["The class teacher said “he is bright”.", "adult"],
    ["Kai's foster carer said “he sleeps well”.", "adult"],
    ["Auntie Jo said “he can stay”.", "adult"],
    ["The health visitor said “she is gaining weight”.", "adult"],
    ["Stepdad said “no”.", "adult"],
    ["His grandad said “over my dead body”.", "adult"],
  ])("%s", (body, speaker) => expect(noteOf(body, bare).quotations.map((one) => one.speaker)).toEqual([speaker]));
  test("a friend, a cousin of no known age: not the child, and not coloured as one", () => {
    expect(noteOf("His friend Tyler said “come out”.", bare).quotations.filter(({ speaker }) => speaker === "child" )).toEqual([]);
  });
  test("in a note to the child, you are the child", () => {
    expect(known(noteOf("Dear Kai,\n\nYou told me “I want to stay at Nan's”. Mum said “we'll see”.\n", ""))).toEqual(["child Kai: I want to stay at Nan's", "adult: we'll see"]);
  });
  test("his sister, in a note about the two of them, is the other child", () => {
    const two = "Children: Kai Morton (9), Mya Morton (7)\nType of contact: Case note\nWorker: Sam Okoro\n";
    expect(known(noteOf("Mya was in her room. Kai sat on his own bed. His sister said “he always starts it”.", two))).toEqual(["child Mya: he always starts it"]);
  });
});

describe("the team's own people", () => {
  const under = "Child: Rosie Tennant (8)\nDate of visit: 12/06/2025\nType of contact: Case note\n\n";
  const found = (body: string, people: readonly string[] = []) => checkNote(`${under}${body}\n`, { ...defaultSettings, people });
  test("are known by their full name and by a first name that nobody else has", () => {
    const { note } = found("I rang Helen Marsh. Helen said, “Ring the police.”", ["Helen Marsh (team manager)"]);
    expect(note.people.find(({ name }) => name === "Helen Marsh")).toMatchObject({ kind: "professional", forms: [["helen", "marsh"], ["helen"]] });
    expect(note.quotations.map(({ speaker, name }) => [speaker, name])).toEqual([["adult", "Helen Marsh"]]);
  });
  test("are no misspelt child", () => {
    const text = "Rosie was well. I thanked Rosey for the form.";
    expect(found(text).findings.map(({ rule }) => rule)).toContain("name-mismatch");
    expect(found(text, ["Rosey Quint, duty worker"]).findings.map(({ rule }) => rule)).not.toContain("name-mismatch");
  });
  test("whom the note does not name are not in it, and a child's name stays the child's", () => {
    const { note } = found("Rosie was well.", ["Helen Marsh", "Rosie Quint", "", "helen", "((("]);
    expect(note.people.map(({ name }) => name)).toEqual(["Rosie"]);
  });
});
