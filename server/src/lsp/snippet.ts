import { fieldsIn } from "../text/fields.ts";

/** A text without fields as a snippet. */
export const asPlainSnippet = (text: string): string => text.replace(/[\\$}]/g, "\\$&");

/** A text with fields to complete as a snippet, its tab stops counted from `first`; undefined where it has no field. A field that the writer passes over stays one: its words alone would read like a fact. */
export function toSnippet(text: string, first: number): { value: string; next: number } | undefined {
  let next = first;
  let at = 0;
  let value = "";
  for (const { start, end } of fieldsIn(text)) {
    value += `${asPlainSnippet(text.slice(at, start))}\${${next}:${asPlainSnippet(text.slice(start, end))}}`;
    next += 1;
    at = end;
  }
  return next === first ? undefined : { value: value + asPlainSnippet(text.slice(at)), next };
}
