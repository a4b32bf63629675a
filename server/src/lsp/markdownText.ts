/** A text on one line. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Text as Markdown that shows it as it stands. */
export const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&");
