import { classBit } from "../lexicon/automaton.ts";
import { wordList } from "../lexicon/lexicon.ts";
import type { Token } from "../text/tokens.ts";
import type { Child, Person } from "./note.ts";
import { relations } from "./words.ts";

/** The classes of words that the dictionaries' patterns ask for, as bits, for a note's people. */
export function wordClassesOf(people: readonly Person[], children: readonly Child[]): (token: Token) => number {
  const known = { small: new Map<string, number>(), capital: new Map<string, number>() };
  const childNames = new Set(children.flatMap(({ person }) => person.forms.map((form) => form[0]!)));
  const adultNames = new Set(people.filter(({ kind }) => kind !== "child").flatMap(({ forms }) => forms.filter((form) => form.length === 1 || relations.has(form[0]!)).map((form) => form.at(-1)!)));
  const surnames = new Set(people.filter(({ kind }) => kind !== "child").flatMap(({ forms }) => forms.filter((form) => form.length > 1).map((form) => form.at(-1)!)));
  const bitsOf = (word: string, bare: string, capital: boolean): number => {
    const owns = word !== bare;
    let bits = (staticBits ??= readStaticBits()).get(word) ?? 0;
    if (capital && childNames.has(bare)) bits |= classBit("child") | classBit("person");
    if (capital && (adultNames.has(bare) || surnames.has(bare))) bits |= classBit("adult") | classBit("person");
    const relation = relations.get(bare);
    if (relation && relation.kind !== "sibling" && relation.kind !== "friend" && bare !== "head" && bare !== "visitor") bits |= classBit("adult") | classBit("person");
    if (owns && (relation || capital)) bits |= classBit("poss");
    if (/^\d/.test(word)) bits |= classBit("number");
    return bits;
  };
  return ({ word, bare, capital }) => {
    const words = capital ? known.capital : known.small;
    let bits = words.get(word);
    if (bits === undefined) {
      if (words.size >= mostKnown) words.clear();
      words.set(word, (bits = bitsOf(word, bare, capital)));
    }
    return bits;
  };
}

/** How many words are kept before all are forgotten. */
const mostKnown = 4_000;

let staticBits: ReadonlyMap<string, number> | undefined;

function readStaticBits(): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  const add = (list: string, bit: number) => {
    for (const word of wordList(list)) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add("child-words", classBit("child") | classBit("person"));
  add("child-pronouns", classBit("child") | classBit("person") | classBit("pronoun"));
  add("poss-words", classBit("poss"));
  add("number", classBit("number"));
  add("body", classBit("body"));
  add("weekday", classBit("weekday"));
  return bits;
}
