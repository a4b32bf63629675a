/** A text on one line. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Text as Markdown that shows it as it stands. Some readers of Markdown make links of bare addresses, whatever is escaped: a word joiner, which has no width, parts those. */
export const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&").replace(/:(?=\/\/)|@|(?<=www)\./gi, "\u2060$&");
