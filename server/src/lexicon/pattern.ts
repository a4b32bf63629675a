import { tokenise } from "../text/tokens.ts";
import type { WordLists } from "./dictionary.ts";
import { inflect } from "./inflect.ts";

/** What a place in a pattern can stand for besides a written word. */
export const wordClasses = ["child", "adult", "person", "poss", "number", "body", "weekday", "pronoun"] as const;
export type WordClass = (typeof wordClasses)[number];

/** A part of a pattern, as a trainer writes it. */
export type Part =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly capital: boolean }
  | { readonly kind: "class"; readonly name: WordClass }
  | { readonly kind: "gap" }
  | { readonly kind: "choice"; readonly options: readonly (readonly Part[])[] };

/** Thrown where a pattern cannot be read; the message says what and where. */
export class PatternError extends Error {}

const lexer = /\s+|\.\.\.|\{([\w-]+)\}|[()[\]|]|[~^]*[^\s()[\]|{}~^]+/gy;

/**
 * Reads a pattern of the dictionaries: `(a|b c)` alternatives, `[x]` optional, `...` up to four words between,
 * `~hit` every form, `^Order` with a capital, `{child}` a class of words, `{drink}` a list of words.yml, whose members are patterns themselves.
 * Throws a PatternError where it is not well formed.
 */
export function parsePattern(source: string, lists: WordLists = {}): Part[] {
  const pieces = [...source.matchAll(lexer)];
  if (pieces.reduce((sum, piece) => sum + piece[0].length, 0) !== source.length) throw new PatternError(`"${source}" holds a sign that patterns do not know`);
  const items = pieces.filter((piece) => piece[0].trim());
  let at = 0;
  const choice = (closing: string | undefined): Part => {
    const options: Part[][] = [[]];
    for (;;) {
      const item = items[at];
      if (!item || item[0] === closing) break;
      at += 1;
      const text = item[0];
      const current = options[options.length - 1]!;
      if (text === "|") options.push([]);
      else if (text === "(" || text === "[") {
        const end = text === "(" ? ")" : "]";
        const inner = choice(end) as Extract<Part, { kind: "choice" }>;
        const closer = items[at];
        if (closer?.[0] !== end) throw new PatternError(`"${source}" lacks a "${end}"`);
        at += 1;
        const glued = items[at];
        const isEnding = text === "(" && glued !== undefined && glued.index === closer.index + 1 && /^[\p{L}']+$/u.test(glued[0]);
        if (isEnding) at += 1;
        const options = isEnding ? inner.options.map((option) => withEnding(option, glued[0])) : inner.options;
        current.push({ kind: "choice", options: text === "[" ? [...options, []] : options });
      } else if (text === ")" || text === "]") throw new PatternError(`"${source}" has a "${text}" too many`);
      else if (text === "...") current.push({ kind: "gap" });
      else if (item[1] !== undefined) {
        const name = wordClasses.find((known) => known === item[1]);
        const list = Object.hasOwn(lists, item[1]) ? lists[item[1]] : undefined;
        if (name) current.push({ kind: "class", name });
        else if (list) current.push({ kind: "choice", options: list.map((member) => parsePattern(member, lists)) });
        else throw new PatternError(`"${source}" names {${item[1]}}, which is neither a class of words nor a list of words.yml`);
      } else current.push(...words(text));
    }
    return { kind: "choice", options };
  };
  const whole = choice(undefined) as Extract<Part, { kind: "choice" }>;
  if (at < items.length) throw new PatternError(`"${source}" has a "${items[at]![0]}" too many`);
  return whole.options.length === 1 ? [...whole.options[0]!] : [whole];
}

/** `(centre|session)s`: the ending goes to the last word of every alternative. */
function withEnding(option: readonly Part[], ending: string): Part[] {
  const last = option.at(-1);
  if (last?.kind !== "words") return [...option];
  return [...option.slice(0, -1), { ...last, words: last.words.map((word) => word + ending) }];
}

function words(text: string): Part[] {
  const all = text.includes("~");
  const capital = text.includes("^");
  const plain = text.replace(/[~^]/g, "");
  const tokens = tokenise(plain);
  return tokens.map((token, index) => ({
    kind: "words",
    words: all && index === tokens.length - 1 ? inflect(token.word) : [token.word],
    capital,
  }));
}
