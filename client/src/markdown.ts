/** Text on one line, as Markdown that shows it as it stands. Some readers of Markdown make links of bare addresses, whatever is escaped: a word joiner, which has no width, parts those. */
export const literal = (text: string): string => text.trim().replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&").replace(/:(?=\/\/)|@|(?<=www)\./gi, "\u2060$&");

/** Text for a notification, in which the editor would make links and commands of `[…](…)`. */
export const unlinked = (text: string): string => text.replaceAll("](", "] (");
