import type { CancellationToken, Range } from "vscode-languageserver";
import type { Note } from "../note/note.ts";
import { shownRisks } from "../note/shown-risks.ts";
import { childsWords } from "../note/spoken.ts";
import { fieldsIn } from "../text/fields.ts";
import { common, without, type Span } from "../text/span.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Checks } from "./ports.ts";

/** What an editor colours: the child's words blue (P17), marked risks bold and red (P43). Half-open ranges, in UTF-16 units. */
export interface Marks {
  readonly version: number;
  /** `risk` where the words stand in a marked risk: blue, bold, and a red bar beside them. */
  readonly words: readonly { readonly range: Range; readonly name?: string; readonly risk?: true }[];
  /** Without the child's words in them. */
  readonly risks: readonly { readonly range: Range }[];
  /** Details, and bold words that tell no risk: a theme gives them colours, and blue and red have a meaning here. */
  readonly plain: readonly { readonly range: Range }[];
  /** Headings: plain too, and bold. */
  readonly headings: readonly { readonly range: Range }[];
  /** What is still to be completed. */
  readonly fields: readonly { readonly range: Range }[];
}

/** Answers where the child's words and the marked risks of an open note stand; null where it is not open. */
export async function marksOf(checks: Checks, uri: string, token: CancellationToken): Promise<Marks | null> {
  const checked = await checks.of(uri, token);
  if (!checked) return null;
  const { note } = checked.report;
  const words = childsWords(note);
  const risks = shownRisks(note);
  const ranged = (span: Span): { range: Range } => ({ range: rangeOf(note.lines, span) });
  return {
    version: checked.note.version,
    words: words.flatMap((span) => [
      ...without(span, risks).map((part) => ({ range: rangeOf(note.lines, part), ...named(span) })),
      ...risks.flatMap((risk) => common(risk, span) ?? []).map((part) => ({ range: rangeOf(note.lines, part), ...named(span), risk: true as const })),
    ]),
    risks: risks.flatMap((risk) => without(risk, words)).map(ranged),
    plain: [note.detailsSpan, ...note.marked.filter((mark) => !risks.includes(mark))].flatMap((span) => without(span, [...words, ...risks])).map(ranged),
    headings: note.blocks.filter(({ kind }) => kind === "heading").flatMap(({ span }) => without(wholeLine(note, span), words)).map(ranged),
    fields: fieldsIn(note.text).map(ranged),
  };
}

/** A heading with its signs. */
const wholeLine = ({ lines }: Note, { start, end }: Span): Span => ({ start: lines.lineSpan(lines.positionAt(start).line).start, end });

const named = ({ name }: { readonly name?: string }) => (name === undefined ? {} : { name });
