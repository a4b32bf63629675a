// The same sentence, told of other people on another day.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Chance } from "./random.ts";
import type { Piece } from "./sources.ts";

const girls = "Amina Bethan Chloe Daisy Freya Imogen Niamh Priya Rosie Zofia".split(" ");
const boys = "Callum Dylan Femi George Harvey Jayden Logan Oscar Tariq Zachary".split(" ");
const women = "Bridget Donna Farah Gwen Helen Joanne Kerry Lorraine Nadia Sheila Tracey Uzma Wendy Yvonne Agnieszka Claire Denise Elaine Monica Susan".split(" ");
const men = "Andrew Barry Craig Darren Imran Keith Martin Neil Pawel Stuart Trevor Vikram Wayne Gareth Kwame Phil Russell Simon Terry Vince".split(" ");
const surnames = "Abbott Begum Carver Doyle Eze Fletcher Gill Hussain Ingram Jarvis Khan Lowe Mensah Novak Okafor Patel Quinn Reid Shah Tomlin Usher Vaughan Ward Yates".split(" ");

/** Words that may stand for each other. A day before a number belongs to a date, and dates stay. */
const alike = [
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
  "kitchen lounge hall bedroom garden conservatory",
  "two three four five six seven eight nine",
  "mum nan auntie",
  "dad grandad uncle",
  "toast cereal pasta soup noodles curry",
  "red blue green yellow purple orange",
  "morning afternoon evening",
  "cat dog rabbit hamster",
  "football netball swimming boxing drama",
  "bus car train tram",
  "maths science spelling history geography",
].map((line) => line.split(" "));
const groupOf = new Map(alike.flatMap((group) => group.map((word) => [word.toLowerCase(), group] as const)));
const swappable = new RegExp(`\\b(?:${alike.flat().join("|")})\\b(?! \\d)`, "gi");

/** Whom a note is about, and who else comes up in it. */
export interface Cast {
  readonly girl: string;
  readonly boy: string;
  readonly family: string;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly surnames: readonly string[];
}

/** People for a note of so many words: the longer it is, the more of them. */
export function castFor(words: number, chance: Chance): Cast {
  const some = (list: readonly string[], count: number): string[] => chance.shuffled(list).slice(0, count);
  const many = 3 + Math.round(words / 1_500);
  const [family, ...others] = some(surnames, many + 1);
  return { girl: chance.one(girls), boy: chance.one(boys), family: family!, women: some(women, many), men: some(men, many), surnames: others };
}

/** The well-known first names, with a capital, as the dictionary of names has them. */
export const readFirstNames = (root: string): Set<string> =>
  new Set((parse(readFileSync(path.join(root, "dictionaries/names.yml"), "utf8")) as { given: string[] }).given.map((name) => name.replace(/^./, (letter) => letter.toUpperCase())));
/** Names that are everyday words too, and stay. */
const words = new Set("Will May Mark Grace Rose Hope Joy Faith June April Bill Rob Art Chase Drew Sky Summer Autumn River Pearl Patience Precious Princess Angel Hunter Cooper Mason Ocean Reading Trinity Destiny Blessing Mercy Crystal Dawn Penny Heather Holly Ivy Olive Poppy Robin Sandy Sunny Frank Jack Pat Sue Dean Max".split(" "));

/** Makes another sentence of a piece. */
export function vary({ text, children }: Piece, cast: Cast, firstNames: ReadonlySet<string>, chance: Chance): string {
  const chosen = new Map<string, string>();
  const once = (word: string, choose: () => string): string => chosen.get(word) ?? (chosen.set(word, choose()), chosen.get(word)!);
  const he = /\b(?:he|him|his|himself|Dad|son|brother)\b/i.test(text);
  const she = /\b(?:she|her|hers|herself|Mum|daughter|sister)\b/i.test(text);
  const male = he === she ? () => chance.percent(50) : () => he;
  const childOf = (name: string): string => ((children.indexOf(name) > 0 && he === she) || (he && !she) ? cast.boy : cast.girl);
  return text
    .replace(/\b(Mr|Mrs|Ms|Miss|Dr) \p{Lu}[\p{L}'’-]+/gu, (all, title: string) => once(all, () => `${title} ${chance.one(cast.surnames)}`))
    .replace(/\b(\p{Lu}\p{Ll}+)( \p{Lu}\p{Ll}+)?/gu, (all, name: string, surname = "") => {
      const isChild = children.includes(name);
      if (!isChild && (!firstNames.has(name) || words.has(name))) return all;
      const other = once(name, () => (isChild ? childOf(name) : chance.one(male() ? cast.men : cast.women)));
      if (!surname || firstNames.has(surname.trim())) return other + surname;
      return `${other} ${isChild ? cast.family : once(surname, () => chance.one(cast.surnames))}`;
    })
    .replace(swappable, (word) => {
      const other = once(word.toLowerCase(), () => chance.one(groupOf.get(word.toLowerCase())!));
      return word[0] === word[0]!.toUpperCase() ? other.replace(/^./, (letter) => letter.toUpperCase()) : other;
    });
}
