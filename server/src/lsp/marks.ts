import type { CancellationToken, Range } from "vscode-languageserver";
import { shownRisks } from "../note/shown-risks.ts";
import { childsWords } from "../note/spoken.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Checks } from "./ports.ts";

/** What an editor colours: the child's words blue (P17), marked risks bold and red (P43). Half-open ranges, in UTF-16 units. */
export interface Marks {
  readonly version: number;
  readonly words: readonly { readonly range: Range; readonly name?: string }[];
  readonly risks: readonly { readonly range: Range }[];
}

/** Answers where the child's words and the marked risks of an open note stand; null where it is not open. */
export async function marksOf(checks: Checks, uri: string, token: CancellationToken): Promise<Marks | null> {
  const checked = await checks.of(uri, token);
  if (!checked) return null;
  const { note } = checked.report;
  return {
    version: checked.note.version,
    words: childsWords(note).map(({ name, ...span }) => ({ range: rangeOf(note.lines, span), ...(name === undefined ? {} : { name }) })),
    risks: shownRisks(note).map((span) => ({ range: rangeOf(note.lines, span) })),
  };
}
