import { matchesIn } from "./matches.ts";
import type { Span } from "./span.ts";

/** A field that the writer completes: it stands in the text as `[… what …]`. */
export const field = (what: string): string => `[… ${what} …]`;

/** Nothing in it may be a bracket, so that a text is read once, however many fields are opened in it and never closed. */
const written = /\[…[^\][]*…\]/g;

/** Where the fields of a text are, in UTF-16 units of the text. One that an editor broke over two lines is one too. */
export const fieldsIn = (text: string): Span[] => matchesIn(text, written).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** True where a text has a field that is still to be completed. */
export const holdsField = (text: string): boolean => text.search(written) >= 0;

/** A text with a space where each field was. */
export const withoutFields = (text: string): string => text.replace(written, " ");
