/** A question to the writer as a comment: it stands in the draft, and vanishes in the preview and in what is exported. */
const asComment = (prompt: string): string => `<!-- ${prompt.replace(/-{2,}/g, "–")} -->`;

/** The questions under a heading, a comment and a line each. */
export const promptComments = (prompts: readonly string[], lineEnd: string): string => prompts.map((prompt) => `${asComment(prompt)}${lineEnd}`).join("");

/** A heading's line, and its questions below it as comments. */
export const headingWithPrompts = (line: string, prompts: readonly string[], lineEnd: string): string => `${line}${lineEnd}${lineEnd}${promptComments(prompts, lineEnd)}`;
