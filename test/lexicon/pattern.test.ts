import { describe, expect, test } from "vitest";
import { AutomatonBuilder, classBit } from "../../server/src/lexicon/automaton.ts";
import { compilePhrases } from "../../server/src/lexicon/compile.ts";
import { inflect } from "../../server/src/lexicon/inflect.ts";
import { Matcher } from "../../server/src/lexicon/matcher.ts";
import { parsePattern, PatternError } from "../../server/src/lexicon/pattern.ts";
import { tokenise } from "../../server/src/text/tokens.ts";

/** What a pattern finds in a text, as the words it found. Kai is a child, Mum an adult, numbers are numbers. */
function found(pattern: string, text: string): string[] {
  const builder = new AutomatonBuilder();
  builder.add(parsePattern(pattern), 0);
  const tokens = tokenise(text).map((token) => ({
    ...token,
    classes: (token.word === "kai" ? classBit("child") | classBit("person") : 0) | (token.word === "mum" ? classBit("adult") | classBit("person") : 0) | (/^\d/.test(token.word) ? classBit("number") : 0) | (token.word === "arm" ? classBit("body") : 0) | (token.word === "his" ? classBit("poss") : 0),
  }));
  return [...new Set(new Matcher(builder.finish()).match(tokens).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end)))];
}

describe("patterns, as dictionaries/README.md tells them", () => {
  test.each([
    ["contact centre", "The contact centre is shut. Contact the centre.", ["contact centre"]],
    ["(supervised|direct) contact", "supervised contact, direct contact, no contact", ["supervised contact", "direct contact"]],
    ["[age] appropriately dressed", "age appropriately dressed", ["age appropriately dressed", "appropriately dressed"]],
    ["has ... placement", "He has placement. He has a very good new placement.", ["has placement", "has a very good new placement"]],
    ["has ... placement", "He has one two three four five placement.", []],
    ["~engage", "engage engages engaged engaging engagement", ["engage", "engages", "engaged", "engaging"]],
    ["~sibling", "sibling siblings sibling's siblings'", ["sibling", "siblings", "sibling's", "siblings'"]],
    ["^Placement ^Order", "the Placement Order and a placement order", ["Placement Order"]],
    ["{child} cried", "Kai cried and Mum cried.", ["Kai cried"]],
    ["{adult} cried", "Kai cried and Mum cried.", ["Mum cried"]],
    ["{person} cried", "Kai cried and Mum cried.", ["Kai cried", "Mum cried"]],
    ["{number} times", "3 times, many times", ["3 times"]],
    ["{poss} {body}", "his arm hurt", ["his arm"]],
    ["don't", "don’t and don't", ["don’t", "don't"]],
    ["SELF harm", "Self-harm and self harm", ["Self-harm", "self harm"]],
    ["(centre|session)s", "centres and sessions and centre", ["centres", "sessions"]],
    ["(a|b (c|d))", "a, b c, b d, b", ["a", "b c", "b d"]],
  ])("%s", (pattern, text, expected) => expect(found(pattern, text).sort()).toEqual([...expected].sort()));
  test.each([["(a"], ["a)"], ["[a"], ["a]"], ["{nobody}"], ["a}"]])("%s cannot be read", (pattern) => expect(() => parsePattern(pattern)).toThrow(PatternError));
  test("where one cannot be read, the entry is named", () => {
    const entries = { jargon: [{ term: "contact", volume: "firm" as const, match: ["(contact"] }], risk: [], cue: [], interpretation: [], professional: [], observation: [], promise: [], label: [], opinion: [], hearsay: [], decision: [], wordy: [], confidential: [], action: [], response: [], communication: [], strength: [] };
    expect(() => compilePhrases(entries, {})).toThrow(/jargon, "contact".*lacks a "\)"/);
  });
  test("a pattern that matches nothing at all is left out", () => expect(found("[a]", "b")).toEqual([]));
});

describe("every form of a word", () => {
  test.each([
    ["hit", ["hit", "hits", "hitting", "hitted"]], ["carry", ["carries", "carried", "carrying"]], ["smoke", ["smokes", "smoked", "smoking"]], ["stop", ["stops", "stopped", "stopping"]], ["see", ["sees", "saw", "seen", "seeing"]], ["watch", ["watches", "watched"]], ["child", ["children", "child's"]], ["knife", ["knives"]], ["travel", ["travelled", "travelling"]],
  ])("%s", (word, forms) => expect(inflect(word)).toEqual(expect.arrayContaining(forms)));
  // Short words are taken to double their last letter: "visitted", and never "visited".
  test.each([["visit", "visited"], ["offer", "offering"], ["enter", "entered"], ["order", "ordered"], ["limit", "limited"]])("%s, %s: two syllables, the last one light", (word, form) => expect(inflect(word)).toContain(form));
  test.each([["need", "needed"], ["look", "looking"], ["admit", "admitted"], ["plan", "planned"]])("%s, %s", (word, form) => expect(inflect(word)).toContain(form));
});
