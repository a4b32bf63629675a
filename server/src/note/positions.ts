import { groupBy } from "../text/group.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import type { NamedDate } from "./dates.ts";
import type { Block, Mention, Note, Quotation, Section, Sentence } from "./note.ts";

/** An index is built once for each list of a note, when it is first asked for; it goes when the list goes. */
function indexed<L extends Span, T extends Span>(draw: (list: readonly L[]) => readonly T[]): (list: readonly L[]) => SpanIndex<T> {
  const known = new WeakMap<readonly L[], SpanIndex<T>>();
  return (list) => {
    let index = known.get(list);
    if (!index) known.set(list, (index = new SpanIndex(draw(list))));
    return index;
  };
}

const sentences = indexed((list: readonly Sentence[]) => list);
const mentions = indexed((list: readonly Sentence[]): readonly Mention[] => list.flatMap((sentence) => sentence.mentions));
const quotations = indexed((list: readonly Quotation[]) => list);
const dates = indexed((list: readonly NamedDate[]) => list);
const marks = indexed((list: readonly Span[]) => list);

/** The sentence that holds an offset. */
export const sentenceAt = (note: Pick<Note, "sentences">, offset: number): Sentence | undefined => sentences(note.sentences).at(offset);

/** The sentences that share something with a place, in order. */
export const sentencesIn = (note: Pick<Note, "sentences">, span: Span): readonly Sentence[] => sentences(note.sentences).overlapping(span);

/** Who is named or meant within a place, in order. */
export const mentionsIn = (note: Pick<Note, "sentences">, span: Span): readonly Mention[] => mentions(note.sentences).within(span);

/** The quotations that share something with a place, in order. */
export const quotationsIn = (note: Pick<Note, "quotations">, span: Span): readonly Quotation[] => quotations(note.quotations).overlapping(span);

/** The dates within a place, in order. */
export const datesIn = (note: Pick<Note, "dates">, span: Span): readonly NamedDate[] => dates(note.dates).within(span);

/** The dates that begin at an offset. */
export const datesAt = (note: Pick<Note, "dates">, offset: number): readonly NamedDate[] => dates(note.dates).overlapping({ start: offset, end: offset + 1 }).filter(({ start }) => start === offset);

/** The marked stretches that share something with a place, in order. */
export const marksIn = (note: Pick<Note, "marked">, span: Span): readonly Span[] => marks(note.marked).overlapping(span);

/** The pieces of a list by what each belongs to, found once for each list; a piece without a key belongs nowhere. */
function grouped<T extends object, K>(keyOf: (one: T) => K | undefined): (list: readonly T[]) => ReadonlyMap<K | undefined, readonly T[]> {
  const known = new WeakMap<readonly T[], ReadonlyMap<K | undefined, readonly T[]>>();
  return (list) => {
    let groups = known.get(list);
    if (!groups) known.set(list, (groups = groupBy(list, keyOf)));
    return groups;
  };
}

const byBlock = grouped(({ block }: Sentence) => block);
const byTable = grouped(({ cell }: Block) => cell?.table);
const rowOf = (cell: Block["cell"]): string | undefined => cell && `${cell.table} ${cell.row}`;
const cellsByRow = grouped(({ cell }: Block) => rowOf(cell));
const sentencesByRow = grouped(({ block }: Sentence) => rowOf(block.cell));

/** The sentences of a block. */
export const sentencesOf = (note: Pick<Note, "sentences">, block: Block): readonly Sentence[] => byBlock(note.sentences).get(block) ?? [];

/** The cells of a table, in order. */
export const tableCells = (note: Pick<Note, "blocks">, table: number): readonly Block[] => byTable(note.blocks).get(table) ?? [];

/** The cells of one row of a table, in order. */
export const rowCells = (note: Pick<Note, "blocks">, table: number, row: number): readonly Block[] => cellsByRow(note.blocks).get(`${table} ${row}`) ?? [];

/** The sentences in one row of a table. */
export const rowSentences = (note: Pick<Note, "sentences">, table: number, row: number): readonly Sentence[] => sentencesByRow(note.sentences).get(`${table} ${row}`) ?? [];

const sections = new WeakMap<readonly Section[], SpanIndex<Span & { readonly section: Section }>>();

/** The first section that shares something with a place. */
export function sectionIn(note: Pick<Note, "sections">, place: Span): Section | undefined {
  let index = sections.get(note.sections);
  if (!index) sections.set(note.sections, (index = new SpanIndex(note.sections.map((section) => ({ ...section.span, section })))));
  return index.overlapping(place)[0]?.section;
}

const leads = new WeakMap<readonly Block[], ReadonlyMap<Block, Block | undefined>>();

/** The last block before another in a section that is no item of a list. */
export function leadTo(blocks: readonly Block[], block: Block): Block | undefined {
  let known = leads.get(blocks);
  if (!known) {
    let lead: Block | undefined;
    const found = new Map<Block, Block | undefined>();
    for (const one of blocks) {
      found.set(one, lead);
      if (one.kind !== "item") lead = one;
    }
    leads.set(blocks, (known = found));
  }
  return known.get(block);
}

const orders = new WeakMap<readonly Sentence[], ReadonlyMap<Sentence, number>>();

/** The sentence that stands so many places behind another, or before it where the number is negative. */
export function sentenceBeside(note: Pick<Note, "sentences">, sentence: Sentence, steps: number): Sentence | undefined {
  let order = orders.get(note.sentences);
  if (!order) orders.set(note.sentences, (order = new Map(note.sentences.map((one, index) => [one, index]))));
  return note.sentences[(order.get(sentence) ?? -1) + steps];
}
