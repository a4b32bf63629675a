import { describe, expect, test } from "vitest";
import { coreLexicon, entriesOf, hitsOf, wordList } from "../../server/src/lexicon/lexicon.ts";
import { tokenise } from "../../server/src/text/tokens.ts";

const { acronyms, findIn } = coreLexicon;


const hits = (text: string) => findIn(tokenise(text).map((token) => ({ ...token, classes: 0 })));
const terms = (text: string) => hitsOf(hits(text), "jargon").map(({ entry, start, end }) => `${entry.term}: ${text.slice(start, end)}`);

describe("what the dictionaries know in a sentence", () => {
  test("a word of the trade, with its place", () => expect(terms("His placement is near.")).toEqual(["placement: placement"]));
  test("an exception silences what it touches", () => expect(terms("The Placement Order was made.")).toEqual([]));
  test("the longest match of an entry stands for those inside it", () => {
    const found = terms("She engages well with professionals.");
    expect(found).toHaveLength(new Set(found.map((one) => one.split(":")[0])).size);
  });
  test("nothing", () => expect(hits("")).toEqual([]));
});

describe("what is stored", () => {
  test("word lists by name", () => {
    expect(wordList("weekday")).toContain("monday");
    expect(() => wordList("nothing")).toThrow(/no list/);
  });
  test("every dictionary has entries", () => {
    for (const name of ["jargon", "risk", "cue", "interpretation", "professional"] as const) expect(entriesOf(name).length, name).toBeGreaterThan(5);
    expect(acronyms.length).toBeGreaterThan(200);
  });
  test("no acronym stands twice, and each has a meaning or is an everyday one", () => {
    const seen = new Set<string>();
    for (const { term, senses, everyday } of acronyms) {
      expect(seen.has(term), term).toBe(false);
      seen.add(term);
      expect(senses.filter(({ rare }) => !rare).length > 0 || everyday === true, term).toBe(true);
    }
  });
  test("only an acronym of one meaning is safe to write in full", () => expect(acronyms.filter(({ safe, senses }) => safe && senses.filter(({ rare }) => !rare).length !== 1).map(({ term }) => term)).toEqual([]));
  test("no plain alternative is jargon itself", () => {
    const firm = (text: string) => hitsOf(hits(text), "jargon").filter(({ entry }) => entry.volume === "firm").map(({ entry }) => entry.term);
    expect(entriesOf("jargon").filter(({ volume }) => volume === "firm").flatMap(({ term, plain }) => (plain ?? []).flatMap((word) => firm(word).map((other) => `${term} → ${word} (${other})`)))).toEqual([]);
  });
});
