import { matchesIn } from "./matches.ts";
import type { Span } from "./span.ts";

/** A word or a number of the text. Hyphens part words ("self-harm" is two), apostrophes do not ("don't" is one). */
export interface Token extends Span {
  /** In small letters, with straight apostrophes. */
  readonly word: string;
  /** The word without the ending of a possessive ("mum's" is "mum"). */
  readonly bare: string;
  /** True where the first letter is a capital. */
  readonly capital: boolean;
}

const wordPattern = /\p{N}+(?:[.:,]\p{N}+)*(?:[\p{L}]+)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*['’]?/gu;

/** A word in small letters without its possessive ending. Few words have an apostrophe. */
export const bare = (word: string): string => (word.includes("'") ? word.replace(/'s$|'$/, "") : word);

/** Cuts a text into words and numbers. Offsets are UTF-16 units, moved on by `base`. */
export function tokenise(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesIn(text, wordPattern)) {
    let raw = match[0];
    const last = raw[raw.length - 1];
    // An apostrophe at the end belongs to the word only in a plural possessive (siblings').
    if ((last === "'" || last === "’") && raw[raw.length - 2]?.toLowerCase() !== "s") raw = raw.slice(0, -1);
    const first = raw[0]!;
    const small = raw.toLowerCase();
    const word = small.includes("’") ? small.replaceAll("’", "'") : small;
    tokens.push({ start: base + match.index, end: base + match.index + raw.length, word, bare: bare(word), capital: first !== first.toLowerCase() });
  }
  return tokens;
}
