import { describe, expect, test } from "vitest";
import { checkNote } from "../../server/src/check.ts";
import { defaultSettings } from "../../server/src/engine/settings.ts";
import { packGround } from "../../server/src/lexicon/pack-ground.ts";
import { readPack, type Pack } from "../../server/src/lexicon/pack.ts";
import { details } from "../note/support.ts";

const read = (data: unknown) => readPack(data, packGround);
const found = (body: string, ...packs: Pack[]) => checkNote(`${details}\n${body}\n`, { ...defaultSettings, packs }).findings.map(({ rule, subject }) => `${rule}: ${subject}`);
const sound = (data: unknown): Pack => {
  const { pack, faults } = read(data);
  expect(faults).toEqual([]);
  return pack;
};

describe("a team's own word list", () => {
  test("finds its own words, and ours still", () => {
    const pack = sound({ jargon: [{ term: "blue form", plain: ["the consent form"] }] });
    expect(found("Mum signed the blue form and his siblings came.")).toEqual(["jargon: siblings"]);
    expect(found("Mum signed the blue form and his siblings came.", pack)).toEqual(["jargon: blue form", "jargon: siblings"]);
  });
  test("leaves alone what it says, but never a sign of risk", () => {
    expect(found("His siblings came.", sound({ leave: ["Siblings"] }))).toEqual([]);
    const risky = "Kai has a bruise on his arm and nobody knows how he got it.";
    expect(found(risky)).toHaveLength(2);
    expect(found(risky, sound({ leave: ["bruise", "bruises", "injury nobody can explain"] }))).toEqual(found(risky));
  });
  test("an entry of the same name is laid on top, field by field: the ordinary senses stay", () => {
    const pack = sound({ jargon: [{ term: "contact", plain: ["time together"] }] });
    const [finding] = checkNote(`${details}\nContact was on Sunday. Eye contact was good.\n`, { ...defaultSettings, packs: [pack] }).findings;
    expect(finding?.message).toContain("“time together”");
    expect(finding?.related).toEqual([]);
  });
  test("its meaning of an acronym goes before ours", () => {
    const pack = sound({ acronyms: [{ term: "LAC", senses: [{ full: "Local Area Café" }] }] });
    const [finding] = checkNote(`${details}\nWe met at the LAC.\n`, { ...defaultSettings, packs: [pack] }).findings;
    expect(finding?.message).toContain("Local Area Café");
    expect(finding?.message).not.toMatch(/looked after/i);
  });
  test("of two lists the later wins", () => {
    const [one, two] = [sound({ jargon: [{ term: "blue form", plain: ["first"] }] }), sound({ jargon: [{ term: "blue form", plain: ["second"] }] })];
    const [finding] = checkNote(`${details}\nMum signed the blue form.\n`, { ...defaultSettings, packs: [one, two] }).findings;
    expect(finding?.message).toContain("second");
    expect(finding?.message).not.toContain("first");
  });
  test("a label of theirs is weighed like ours: of whom it is said, and who says it", () => {
    const pack = sound({ labels: [{ term: "mardy", of: "person", say: "say what was said" }] });
    expect(found("Mum was mardy when I came.", pack)).toEqual(["judgemental-language: mardy"]);
    for (const body of ["Nan told me that Mum was mardy.", "The mardy cat sat by the door.", "Mum was not mardy."]) expect(found(body, pack), body).toEqual([]);
  });
});

describe("a fault costs its own entry", () => {
  test.each([
    ["no lists at all", ["a"], [], /must hold lists by name/],
    ["a list that is not known", { jargons: [] }, ["jargons"], /no list that is known/],
    ["no list", { jargon: "contact" }, ["jargon"], /must be a list/],
    ["no term", { jargon: [{ plain: ["x"] }] }, ["jargon", 0], /must have a term/],
    ["a field of the wrong kind", { jargon: [{ term: "x", plain: "y" }] }, ["jargon", 0, "plain"], /must be a list of words/],
    ["a name that every object has", JSON.parse('{"toString": [{"term": "x"}]}'), ["toString"], /no list that is known/],
    ["another", JSON.parse('{"__proto__": [{"term": "x"}], "leave": ["y"]}'), ["__proto__"], /no list that is known/],
    ["a field that every object has", { wordy: [JSON.parse('{"term": "x", "plain": ["y"], "constructor": "z"}')] }, ["wordy", 0, "constructor"], /not a field/],
    ["a milder word for a harm", { labels: [{ term: "aggressive", plain: ["lively"] }] }, ["labels", 0, "plain"], /nothing milder/],
    ["a harm that is said to be none", { labels: [{ term: "aggressive", harm: false, plain: ["lively"] }] }, ["labels", 0, "plain"], /nothing milder/],
    ["no words", { labels: [{ term: "x", say: " " }] }, ["labels", 0, "say"], /must be words/],
    ["a meaning with a fault", { acronyms: [{ term: "XYZ", senses: [{ full: "X", plain: { a: 1 } }] }] }, ["acronyms", 0, "senses"], /list of meanings/],
    ["curly quotation marks", { jargon: [{ term: "x", flag: ["“She said x.”"] }] }, ["jargon", 0, "flag"], /curly quotation marks/],
    ["a field that is not known", { jargon: [{ term: "x", colour: "red" }] }, ["jargon", 0, "colour"], /not a field/],
    ["a choice that is none", { labels: [{ term: "x", say: "y", of: "dog" }] }, ["labels", 0, "of"], /must be person or anything/],
    ["something needed", { labels: [{ term: "x" }] }, ["labels", 0, "say"], /say is missing/],
    ["a meaning that is none", { acronyms: [{ term: "XYZ", senses: [{}] }] }, ["acronyms", 0, "senses"], /list of meanings/],
    ["nothing to look for", { jargon: [{ term: "x", match: [] }] }, ["jargon", 0, "match"], /must be a list of words/],
    ["an acronym without a meaning", { acronyms: [{ term: "XYZ" }] }, ["acronyms", 0, "senses"], /senses is missing/],
    ["a pattern that cannot be read", { jargon: [{ term: "x", match: ["(a"] }] }, ["jargon", 0, "match"], /lacks a "\)"/],
    ["a word that is none", { leave: [3] }, ["leave", 0], /must be a word/],
  ])("%s", (_what, data, path, text) => {
    const { faults } = read(data);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.path).toEqual(path);
    expect(faults[0]!.text).toMatch(text);
  });
  test("the entries beside it stand", () => {
    const { pack, faults } = read({ jargon: [{ term: "one", match: ["(one"] }, { term: "two" }] });
    expect(faults).toHaveLength(1);
    expect(pack.entries.jargon?.map(({ term }) => term)).toEqual(["two"]);
  });
  test.each([undefined, null, {}, { jargon: null }])("nothing in it: %j", (data) => expect(read(data).faults).toEqual([]));
});
