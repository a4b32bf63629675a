import { wordList } from "../lexicon/lexicon.ts";

/** Words as a regular expression that means them and nothing else. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The words of a list of words.yml as alternatives of a regular expression; they are literal, and a space is any space. */
export const alternatives = (name: string): string => [...wordList(name)].map((word) => literal(word).replaceAll(" ", "\\s+")).join("|");

/** The same, each word in small letters or with a capital: "street", "Street". */
export const eitherCase = (name: string): string => alternatives(name).replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
