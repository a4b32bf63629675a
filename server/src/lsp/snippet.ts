/** A field to complete in the text of a fix: `[… what …]`. */
const field = /\[…[^\]\r\n]*?…\]/g;

/** A text without fields as a snippet. */
export const asPlainSnippet = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

/** A text with fields to complete as a snippet, its tab stops counted from `first`; undefined where it has no field. A field that the writer passes over stays one: its words alone would read like a fact. */
export function toSnippet(text: string, first: number): { value: string; next: number } | undefined {
  let next = first;
  let at = 0;
  let value = "";
  for (const match of text.matchAll(field)) {
    value += `${asPlainSnippet(text.slice(at, match.index))}\${${next}:${asPlainSnippet(match[0])}}`;
    next += 1;
    at = match.index + match[0].length;
  }
  return next === first ? undefined : { value: value + asPlainSnippet(text.slice(at)), next };
}
