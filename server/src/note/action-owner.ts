import { wordList } from "../lexicon/lexicon.ts";
import type { Span } from "../text/span.ts";
import { tokenise, type Token } from "../text/tokens.ts";
import { actionHits, dueIn } from "./action-words.ts";
import type { Note } from "./note.ts";
import { once } from "./once.ts";
import { mentionsIn } from "./positions.ts";
import { modifiers, relations, roles, titles } from "./words.ts";

/** Who is to do something. "named" is by name or as mum, dad, nan; "worker" is I or we; "role" is "SW", "school". */
export interface Owner extends Span {
  readonly kind: "named" | "worker" | "role" | "vague";
}

const agents = new Set([...wordList("agencies"), ...wordList("action-agents"), ...roles]);
const verbs = wordList("action-verbs");
const small = new Set(["the", "a", "an", "his", "her", "their", "my", "our", "your", "both", "and", "or", "with", "from", "at", "of", "for", "in", "on", "also", "then", "now", "next", "himself", "herself", "together", "themselves", "still", "just", "duty", "named"]);
const people = /^(?:he|she|they|who)$/;

const nameWords = once((note) => new Set(note.people.flatMap(({ forms }) => forms.flat())));
/** True of a word, in small letters, by which somebody of the note is called. */
export const isNameWord = (note: Note, word: string): boolean => nameWords(note).has(word);

/** True where the text names a person, a role or a service and nothing else: "Mum", "Ms Khan at school", "the school nurse". */
export function ownerOf(note: Note, span: Span): Owner | undefined {
  const tokens = tokenise(note.prose.slice(span.start, span.end), span.start).filter(({ word }) => !/^(?:also|then|now|both|still|just|each|please|again)$/.test(word));
  const last = tokens.at(-1);
  if (!last || tokens.length > 9) return undefined;
  const whole = { start: tokens[0]!.start, end: last.end };
  if (tokens.some(({ word }) => /^(?:to|will|is|are|was|has|had|should|must|not|that|if|when|by|before|after|until|about|this|these|all)$/.test(word)) && tokens.length > 1 && !/^all$/.test(tokens[0]!.word)) return undefined;
  if (dueIn(note, whole)?.kind.match(/^(?:date|relative|regular)$/)) return undefined;
  const vague = actionHits(note, span, "nobody").find((hit) => hit.start <= whole.start + 1 && hit.end >= whole.end);
  if (vague || actionHits(note, span, "nobody").some((hit) => hit.end === whole.end && !tokens.some((token) => token.end <= hit.start && isName(note, token, tokens)))) return { ...whole, kind: "vague" };
  if (tokens.length <= 2 && /^(?:i|me|myself|we|us|worker)$/.test(tokens[0]!.word) && (tokens.length === 1 || /^(?:will|all|both|myself)$/.test(tokens[1]!.word))) return { ...whole, kind: tokens[0]!.word === "worker" ? "role" : "worker" };
  const head = headOf(tokens);
  if (!head) return undefined;
  const kinds = tokens.map((token) => kindOf(note, token, tokens));
  const headKind = kinds[tokens.indexOf(head)];
  if (!headKind) return undefined;
  // "Support mum", "Ask the GP": a verb and whom it is done to.
  const first = tokens[0]!;
  const roleLike = modifiers.has(first.word) || roles.has(first.word) || agents.has(first.word);
  if (verbs.has(first.word) && !isName(note, first, tokens) && tokens.length > 1 && !(roleLike && headKind === "role" && !/^(?:the|my|his|her)$/.test(tokens[1]!.word))) return undefined;
  if (tokens.some((token, index) => index > 0 && !kinds[index] && !small.has(token.word) && !modifiers.has(token.word) && tokens.length > 5)) return undefined;
  return { ...whole, kind: kinds.some((kind, index) => kind === "named" && !/'s$/.test(tokens[index]!.word)) ? "named" : kinds.includes("worker") ? "worker" : "role" };
}

/** "Anne Doyle at school", "the manager of the home": the head stands before the small word. */
function headOf(tokens: readonly Token[]): Token | undefined {
  const stop = tokens.findIndex(({ word }, index) => index > 0 && /^(?:at|from|of|in|for|on|with)$/.test(word));
  const before = stop > 0 ? tokens.slice(0, stop) : tokens;
  return before.at(-1);
}

const isName = (note: Note, token: Token, tokens: readonly Token[]): boolean => kindOf(note, token, tokens) === "named";

function kindOf(note: Note, token: Token, tokens: readonly Token[]): Owner["kind"] | undefined {
  const word = token.bare;
  if (word === "i" || word === "me" || word === "we") return "worker";
  if (people.test(word)) return "named";
  const written = note.text.slice(token.start, token.end);
  if (token.capital && isNameWord(note, word) && !agents.has(word)) return "named";
  const relation = relations.get(word);
  if (relation && ["family", "sibling", "relative"].includes(relation.kind)) return "named";
  if (relation || agents.has(word) || agents.has(token.word)) return "role";
  if (/^\p{Lu}{2,6}s?$/u.test(written)) return "role";
  if (titles.has(word)) return "named";
  // A name that the note does not introduce; at the start of a line any word has a capital.
  if (token.capital && !(token === tokens[0] && (verbs.has(word) || tokens.length > 1 && !tokens[1]!.capital && !/^(?:and|at|from)$/.test(tokens[1]!.word)))) return "named";
  return undefined;
}

/** True where a place holds a child of the note and nobody else. */
export const isChild = (note: Note, span: Span): boolean => {
  const tokens = tokenise(note.prose.slice(span.start, span.end), span.start);
  const mentions = mentionsIn(note, span);
  return mentions.length > 0 && tokens.length <= 4 && mentions.every((mention) => mention.children.length > 0 || mention.person?.kind === "child");
};
