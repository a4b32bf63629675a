import { lowest } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import type { WordsDirective } from "./directives.ts";
import type { Marked } from "./quotation-marks.ts";
import type { Person, Quotation } from "./note.ts";
import { personOfLabel } from "./turn-labels.ts";
import { give, type Voices } from "./voices.ts";
import { relations } from "./words.ts";

/** Whom a note knows. */
export type Cast = Pick<Voices, "people" | "children">;

/** The comment that says whose some words are: directly behind them, with nothing but stops between, or on the next line alone. */
export function commentOn({ end }: Span, { named, prose }: Pick<Voices, "named" | "prose">): WordsDirective | undefined {
  const comment = named[lowest(named.length, (at) => named[at]!.start >= end)];
  return comment && comment.name && /^[ \t.,;:!?…)\]*_~]*$/.test(prose.slice(end, comment.start)) ? comment : undefined;
}

/** A quotation whose speaker a comment names. Where the note knows no such person, it is somebody's and nobody knows whose. */
export function named(words: Span & Pick<Marked, "words" | "closed">, { name, start, end }: WordsDirective, voices: Voices): Quotation {
  const person = personNamed(name, voices);
  return { ...give(words, person && person !== "nobody" ? { person } : {}, voices), known: { how: "comment", span: { start, end } }, ...(person === "nobody" ? { nobody: true as const } : {}) };
}

/** Whom a comment means: somebody in the note by name or relation, the worker, a relation that the note does not speak of, or nobody. */
export function personNamed(name: string, cast: Cast): Person | "nobody" | undefined {
  const plain = name.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+words$/, "").replace(/'s?$/, "").replace(/^(?:the|his|her|their|my)\s+/, "").replace(/\s+/g, " ").trim();
  if (/^(?:nobody|no one|no-one|none|title|label)$/.test(plain)) return "nobody";
  const exact = [...cast.children.filter(({ name: called, fullName }) => [called.toLowerCase(), fullName.toLowerCase()].includes(plain)).map(({ person }) => person), ...cast.people.filter((person) => person.name.toLowerCase() === plain)][0];
  const found = exact ?? personOfLabel(plain, cast);
  if (found) return found;
  const relation = relations.get(plain) ?? relations.get(plain.split(" ").at(-1)!);
  return relation && (cast.people.find((person) => person.relation === relation.key && person.kind === relation.kind) ?? { id: -4, kind: relation.kind, name: plain, forms: [] });
}
