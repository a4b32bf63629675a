/** A text on one line. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Text as Markdown that shows it as it stands; no address in it becomes a link. */
export const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");
