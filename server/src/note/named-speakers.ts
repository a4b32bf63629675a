import { lowest } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import type { WordsDirective } from "./directives.ts";
import type { Marked } from "./quotation-marks.ts";
import type { Person, Problem, Quotation } from "./note.ts";
import { personOfLabel } from "./turn-labels.ts";
import { give, type Voices } from "./voices.ts";
import { relations } from "./words.ts";

type Cast = Pick<Voices, "people" | "children">;

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

/** What is amiss with the comments on whose words something is: nothing stands before them, or the note knows nobody of that name. */
export function namedProblems(comments: readonly WordsDirective[], quotations: readonly Quotation[], cast: Cast): Problem[] {
  const used = new Set(quotations.flatMap(({ known }) => (known?.how === "comment" ? [known.span!.start] : [])));
  return comments.flatMap((comment): Problem[] => {
    const span = { start: comment.start, end: comment.end };
    if (!comment.name) return [];
    if (!used.has(comment.start)) return [{ span, mild: true, message: "This comment says whose words stand before it, and no quotation ends there. It belongs directly behind the closing mark, or at the end of the block quote, line or cell." }];
    if (personNamed(comment.name, cast)) return [];
    return [{ span, mild: true, message: `This comment says that these are the words of “${comment.name}”, and the note knows nobody of that name; so it counts as not known whose words they are. Write a name that stands in the note, a relation such as mum, “the worker”, or “nobody”.` }];
  });
}
