import { matchesIn } from "./matches.ts";
import type { Span } from "./span.ts";

/** A word or a number of the text. Hyphens part words ("self-harm" is two), apostrophes do not ("don't" is one). */
export interface Token extends Span {
  /** In small letters, with straight apostrophes. */
  readonly word: string;
  /** True where the first letter is a capital. */
  readonly capital: boolean;
}

const wordPattern = /\p{N}+(?:[.:,]\p{N}+)*(?:[\p{L}]+)?|\p{L}[\p{L}\p{M}\p{N}]*(?:['’][\p{L}]+)*['’]?/gu;

/** Cuts a text into words and numbers. Offsets are UTF-16 units, moved on by `base`. */
export function tokenise(text: string, base = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesIn(text, wordPattern)) {
    let raw = match[0];
    const last = raw[raw.length - 1];
    // An apostrophe at the end belongs to the word only in a plural possessive (siblings').
    if ((last === "'" || last === "’") && raw[raw.length - 2]?.toLowerCase() !== "s") raw = raw.slice(0, -1);
    const first = raw[0]!;
    tokens.push({
      start: base + match.index,
      end: base + match.index + raw.length,
      word: raw.toLowerCase().replaceAll("’", "'"),
      capital: first !== first.toLowerCase(),
    });
  }
  return tokens;
}
