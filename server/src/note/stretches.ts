import type { Shelf } from "../text/shelf.ts";
import type { Span } from "../text/span.ts";
import { tokenise } from "../text/tokens.ts";
import { notNames } from "./names.ts";
import type { Block, Section } from "./note.ts";
import { pronounsF, pronounsM, pronounsThey, relations } from "./words.ts";

/** What is read together: a section, or a stretch of a long one. */
export interface Stretch {
  readonly section: Section;
  readonly span: Span;
  /** Of the first stretch under a heading. */
  readonly heading?: Block;
  readonly blocks: readonly Block[];
}

/** So long, in UTF-16 units, a stretch is at least: some seventy words. */
const shortest = 400;

/**
 * Cuts a long section where a paragraph begins anew: whoever it speaks of is named in it before it says "he" or "she", it does not begin with
 * somebody's words, and no colon leads to it. What stands before it then says nothing of what it means.
 */
export function stretchesOf(prose: string, section: Section, shelf: Shelf): Stretch[] {
  const { span, heading, blocks } = section;
  const cuts: { at: number; index: number }[] = [{ at: span.start, index: 0 }];
  for (let index = 1; index < blocks.length; index += 1) {
    const [before, block] = [blocks[index - 1]!, blocks[index]!];
    const at = prose.lastIndexOf("\n", block.span.start - 1) + 1;
    if (at - cuts.at(-1)!.at >= shortest && at >= before.span.end && before.kind === "paragraph" && block.kind === "paragraph" && !/:\s*$/.test(prose.slice(before.span.start, before.span.end)) && shelf.read(beginsAnew, prose.slice(block.span.start, block.span.end))) cuts.push({ at, index });
  }
  return cuts.map(({ at, index }, order) => {
    const next = cuts[order + 1];
    return { section, span: { start: at, end: next?.at ?? span.end }, ...(order === 0 && heading ? { heading } : {}), blocks: blocks.slice(index, next?.index) };
  });
}

function beginsAnew(text: string): boolean {
  if (!/^\p{Lu}/u.test(text)) return false;
  for (const { word, start, end, capital } of tokenise(text)) {
    if (pronounsF.has(word) || pronounsM.has(word) || pronounsThey.has(word)) return false;
    const name = text.slice(start, end).replace(/['’]s?$/, "");
    if (relations.has(word) || (capital && name.length > 1 && !notNames.has(name))) return true;
  }
  return true;
}
