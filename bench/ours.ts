// What is measured of our own, in process.
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { Checker, checkNote } from "../server/src/check.ts";

/** Lints a note that was never seen, with all rules; how many findings there are. */
export const firstLint = (text: string): number => checkNote(text).findings.length;

/** A note that is open in an editor. What it gives back is handed each new text of the note, and checks it as the editor would. */
export function openNote(): (text: string) => number {
  const checker = new Checker();
  return (text) => checker.check(text).findings.length;
}

/** The bare reference: the same text, only parsed as Markdown. */
export const markdownAlone = "parsing its Markdown alone";
const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
export const parseMarkdown = (text: string): unknown => markdown.parse(text);
