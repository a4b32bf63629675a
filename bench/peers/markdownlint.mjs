import { lint } from "markdownlint/sync";

export const start = () => (text) => lint({ strings: { note: text } }).note.length;
