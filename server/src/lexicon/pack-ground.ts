import patterns from "../../generated/patterns.json" with { type: "json" };
import { coreLexicon, entriesOf, wordLists } from "./lexicon.ts";
import type { PackGround } from "./pack.ts";

/** What teams' own lists build on: the product's entries, with their patterns, which nothing else needs once they are compiled. */
export const packGround: PackGround = {
  words: wordLists,
  entry(dictionary, term) {
    const list: readonly { readonly term: string }[] = dictionary === "acronym" ? coreLexicon.acronyms : entriesOf(dictionary);
    const index = list.findIndex((entry) => entry.term.toLowerCase() === term.toLowerCase());
    return index < 0 ? undefined : { ...list[index], ...(patterns as unknown as Readonly<Partial<Record<string, readonly object[]>>>)[dictionary]?.[index] };
  },
};
