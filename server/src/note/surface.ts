import { ownCopy } from "../text/shelf.ts";
import { SpanIndex } from "../text/span-index.ts";
import { overlaps, type Span } from "../text/span.ts";
import { tokenise, type Token } from "../text/tokens.ts";
import { findDates, type NamedDate } from "./dates.ts";
import type { Directive, WordsDirective } from "./directives.ts";
import { readMarkedRisks } from "./marked-risks.ts";
import type { Block } from "./note.ts";
import type { Marked } from "./quotation-marks.ts";
import { findQuotations } from "./quotations.ts";
import { splitSentences } from "./sentences.ts";

/** A section as it stands on the page, before anybody knows who is in it. Every span is in UTF-16 units of its own text, which begins with its heading. */
export interface Page {
  readonly text: string;
  readonly prose: string;
  /** Undefined of what stands before the first heading. */
  readonly heading?: Block;
  /** What stands under the heading. */
  readonly blocks: readonly Block[];
  readonly strong: readonly Span[];
  readonly directives: readonly Directive[];
}

/** A sentence before anybody knows who is in it. */
export interface Line extends Span {
  readonly block: Block;
  /** The first of its block. */
  readonly first: boolean;
  readonly tokens: readonly Token[];
  /** Those of them that stand outside quotations. */
  readonly outer: readonly Token[];
}

/** What can be told of a section by its text alone. */
export interface Surface extends Page {
  /** The heading and what stands under it. */
  readonly all: readonly Block[];
  readonly marked: readonly Marked[];
  /** Paragraphs with too many quotation marks to tell words apart. */
  readonly crowded: readonly Block[];
  readonly named: readonly WordsDirective[];
  readonly lines: readonly Line[];
  readonly dates: readonly NamedDate[];
  readonly risks: readonly Span[];
}

/** A paragraph with more quotation marks than this is no speech. */
const mostMarks = 1_000;

/** Reads what can be told of a section by its text alone. It outlives the version of the note that it was cut from, and keeps none of it alive. */
export function readSurface({ text: cut, prose: cutProse, ...page }: Page): Surface {
  const [text, prose] = [ownCopy(cut), ownCopy(cutProse)];
  const { heading, blocks } = page;
  const crowded = blocks.filter(({ span }) => countMarks(prose, span) > mostMarks);
  const marked = findQuotations(text, prose, crowded.length ? blocks.filter((block) => !crowded.includes(block)) : blocks);
  const marks = new SpanIndex(marked);
  const all = heading ? [heading, ...blocks] : blocks;
  return {
    ...page,
    text,
    prose,
    all,
    marked,
    crowded,
    named: page.directives.filter((one) => one.kind === "words"),
    lines: blocks.flatMap((block) => linesOf(prose, block, marks)),
    dates: findDates(prose),
    risks: readMarkedRisks(prose, page.strong, all),
  };
}

function linesOf(prose: string, block: Block, marks: SpanIndex<Marked>): Line[] {
  const inBlock = marks.overlapping(block.span);
  const whole = block.label ? { start: block.label.start, end: block.span.end } : block.span;
  return splitSentences(prose, whole, inBlock).map(({ start, end }, order) => {
    const tokens = tokenise(prose.slice(start, end), start);
    const outer = inBlock.length ? tokens.filter((token) => !inBlock.some((quotation) => overlaps(quotation, token))) : tokens;
    return { start, end, block, first: order === 0, tokens, outer };
  });
}

function countMarks(prose: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (prose[at] === '"' || prose[at] === "'") count += 1;
  return count;
}
