/** Text on one line, as Markdown that shows it as it stands; no address in it becomes a link. */
export const literal = (text: string): string => text.trim().replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~!&@]|:(?=\/\/)|(?<=www)\./gi, "\\$&");

/** Text for a notification, in which the editor would make links and commands of `[…](…)`. */
export const unlinked = (text: string): string => text.replaceAll("](", "] (");
