import { groupBy } from "../text/group.ts";
import { SpanIndex } from "../text/span-index.ts";
import { overlaps, trim } from "../text/span.ts";
import { normaliseHeading } from "./headings.ts";
import { told, type Told } from "./known.ts";
import { commentOn, named } from "./named-speakers.ts";
import type { Block, Child, Person, Quotation, Section } from "./note.ts";
import { rowCells } from "./positions.ts";
import type { SpokenSentence } from "./speakers.ts";
import { personOfLabel } from "./turn-labels.ts";
import { give, onlyChild, type Voices } from "./voices.ts";
import { toolLabels } from "./words.ts";

/** The labelled lines that are a transcript: two or more in a row, or one in the first person. */
export function readTranscript({ blocks, prose, children, marked }: Pick<Voices, "blocks" | "prose" | "children" | "marked">): ReadonlySet<Block> {
  const turns = new Set<Block>();
  const opened = new Set(marked.map(({ start }) => start));
  blocks.forEach((block, index) => {
    if (block.kind !== "turn" || !block.label || opened.has(block.span.start)) return;
    const label = (one: Block | undefined) => (one?.kind === "turn" && one.label ? prose.slice(one.label.start, one.label.end).toLowerCase() : undefined);
    const own = label(block)!;
    const neighbours = [blocks[index - 1], blocks[index + 1], blocks[index - 2], blocks[index + 2]].map(label).filter((other) => other !== undefined);
    const answered = neighbours.some((other) => other !== own);
    const workerNear = neighbours.some((other) => /^(?:sw|social worker|worker|me|fsw)$/.test(other));
    const words = prose.slice(block.span.start, block.span.end);
    const baby = children.some(({ age, person }) => age && age.years < 3 && person.forms.some((form) => form.join(" ") === own));
    const first = !baby && (/^(?:i|i'm|im|my|we|can|please|no|yes|yeah|dunno)\b/i.test(words) || /\b(?:i|i'm|im|i'd|i'll)\b/.test(words.replace(/\bI\b/g, "i"))) && !/\b(?:he|she|they)(?:'s)? (?:said|told|was|is|has|did|does)\b/i.test(words);
    const question = /\?\s*$/.test(words);
    if ((answered && (workerNear || question || first)) || (workerNear && /^(?:sw|worker|social worker|me)$/.test(own)) || (/^(?:sw|worker|social worker|me)$/.test(own) && answered)) turns.add(block);
    else if (answered && neighbours.length >= 2 && [blocks[index - 1], blocks[index + 1]].some((other) => other && turns.has(other))) turns.add(block);
    else if (first && children.some(({ person, name }) => person.forms.some((form) => form.join(" ") === own) || name.toLowerCase()[0] === own)) turns.add(block);
  });
  return turns;
}

/** Words without marks: a block quote, a turn of a transcript, a cell under a tool. */
export function unmarked(block: Block, voices: Voices, turns: ReadonlySet<Block>, earlier: readonly Quotation[], lastChild: Child | undefined): Quotation | undefined {
  const span = trim(voices.prose, block.span);
  if (span.end <= span.start) return undefined;
  const whole = { ...span, words: span, closed: true };
  const form = block.kind === "quote" ? "block quote" : block.kind === "turn" ? "turn" : "cell";
  const own = ownWords(block, voices, turns, earlier, lastChild);
  const comment = commentOn(span, voices);
  // Behind marks in a line or a cell that is nobody's words as a whole, a comment is about what stands in the marks.
  if (comment && (own || !voices.marked.some((one) => one.start >= span.start && commentOn(one, voices) === comment))) return { ...named(whole, comment, voices), form };
  return own && { ...give(whole, own, voices), form };
}

/** Whose words a block holds as a whole; nobody's name where they are somebody's, and undefined where they are none. */
function ownWords(block: Block, voices: Voices, turns: ReadonlySet<Block>, earlier: readonly Quotation[], lastChild: Child | undefined): Partial<Told> | undefined {
  if (block.kind === "turn") return turns.has(block) ? told(personOfLabel(voices.prose.slice(block.label!.start, block.label!.end), voices), "label", block.label) : undefined;
  // Nobody knows whose they are: somebody's words all the same.
  if (block.kind === "quote") return introducing(block, voices, earlier, lastChild) ?? {};
  return toolCell(block, voices, lastChild);
}

/** Who is named before a block quote: in the paragraph above it, by its heading, as the last child who spoke, or as the only child. */
function introducing(block: Block, voices: Voices, earlier: readonly Quotation[], lastChild: Child | undefined): Told | undefined {
  const index = orderOf(voices).get(block) ?? -1;
  const section = voices.sectionOf(block);
  for (let at = index - 1; at >= 0 && at >= index - 3; at -= 1) {
    const above = voices.blocks[at]!;
    if (voices.sectionOf(above) !== section) break;
    if (above.kind === "quote") {
      const same = earlier.findLast((quotation) => overlaps(quotation, above.span));
      if (same) return told(voices.people.find(({ name }) => name === same.name), "beside", same);
      continue;
    }
    const text = prose(voices, above);
    const lead = spokenIn(voices).overlapping(above.span).at(-1);
    const mentions = lead?.mentions ?? [];
    if (above.kind === "turn" || /:\s*$/.test(text) || /\b(?:said|wrote|told|says|words|texted|read|letter|page|note)\b/i.test(text)) {
      const owner = mentions.findLast(({ role, children }) => role === "other" && children.length === 1) ?? mentions.findLast(({ children }) => children.length === 1) ?? mentions.findLast(({ person }) => person && person.kind !== "worker");
      if (owner?.person) return told(owner.person, "above", lead);
    }
    break;
  }
  const previousLabel = /([\p{L}'-]+)(?:'s (?:words|view|page|letter))?:\s*$/u.exec(voices.prose.slice(Math.max(0, block.span.start - 60), block.span.start).replace(/[>\s]+$/, ""));
  const labelled = previousLabel ? personOfLabel(previousLabel[1]!, voices) : undefined;
  if (labelled) {
    const at = voices.prose.lastIndexOf(previousLabel![1]!, block.span.start);
    return told(labelled, "above", { start: at, end: at + previousLabel![1]!.length });
  }
  if (section.child) return onlyChild(voices, block);
  const heading = voices.children.filter(({ person }) => person.forms.some((form) => normaliseHeading(section.title).split(" ").includes(form[0]!)));
  if (heading.length === 1) return told(heading[0]!.person, "heading", section.heading?.span);
  if (voices.children.length === 1) return onlyChild(voices, block);
  return section.role === "view" || earlier.length || voices.before.any ? told(lastChild?.person, "last") : undefined;
}

const prose = (voices: Voices, block: Block): string => voices.prose.slice(block.span.start, block.span.end);

/** The child whose words a cell holds: its table is a direct-work tool, by the head of the column or the first cell of the row. */
function toolCell(block: Block, voices: Voices, lastChild: Child | undefined): Partial<Told> | undefined {
  const { table, row, column } = block.cell!;
  const cellAt = (wantedRow: number, wantedColumn: number): Block | undefined => rowCells(voices, table, wantedRow)[wantedColumn];
  const label = (wantedRow: number, wantedColumn: number): boolean => {
    const found = cellAt(wantedRow, wantedColumn);
    return found !== undefined && isToolLabel(prose(voices, found));
  };
  const own = isToolLabel(prose(voices, block));
  if (own && (row === 0 || column === 0)) return undefined;
  const { columns, heads, filledIn } = tablesOf(voices, table);
  if (row === 0 && heads > 1) return undefined;
  if (heads === 0 && row > 0 && filledIn) return filledIn;
  const head = (wantedRow: number, wantedColumn: number) => cellAt(wantedRow, wantedColumn)?.span;
  const underHead = row > 0 && label(0, column) && heads >= Math.min(2, columns);
  const besideHead = column > 0 && label(row, 0) && !underHead;
  if (!underHead && !besideHead) return undefined;
  const section = voices.sectionOf(block);
  const first = cellAt(row, 0);
  const inRow = voices.children.filter(({ name }) => first && prose(voices, first).trim().toLowerCase() === name.toLowerCase());
  const above = namingOf(voices, section).findLast((sentence) => sentence.end <= block.span.start);
  const named = new Set(above?.mentions.flatMap(({ children }) => (children.length === 1 ? children : [])));
  const one = inRow[0] ?? section.child ?? (voices.children.length === 1 ? voices.children[0] : named.size > 1 ? undefined : ([...named][0] ?? lastChild));
  return told(one?.person, "tool", underHead ? head(0, column) : head(row, 0)) ?? {};
}

/** What the cells of a table are asked about it as a whole. */
interface TableReading {
  readonly columns: number;
  /** How many cells of its first row are labels of a tool. */
  readonly heads: number;
  readonly filledIn: Told | undefined;
}

/** What is asked of the voices of a note many times is found once for each reading of them. */
function once<T>(draw: (voices: Voices) => T): (voices: Voices) => T {
  const drawn = new WeakMap<Voices, T>();
  return (voices) => {
    if (!drawn.has(voices)) drawn.set(voices, draw(voices));
    return drawn.get(voices)!;
  };
}

const orderOf = once((voices) => new Map(voices.blocks.map((block, index) => [block, index])));
const spokenIn = once((voices) => new SpanIndex(voices.sentences));
/** The sentences that speak of one child, by their section. */
const naming = once((voices) => groupBy(voices.sentences.filter(({ mentions }) => mentions.some(({ children }) => children.length === 1)), ({ section }) => section));
const namingOf = (voices: Voices, section: Section): readonly SpokenSentence[] => naming(voices).get(section) ?? [];
const readTables = once(() => new Map<number, TableReading>());

function tablesOf(voices: Voices, table: number): TableReading {
  const known = readTables(voices);
  let reading = known.get(table);
  if (!reading) {
    const first = rowCells(voices, table, 0);
    reading = { columns: first.length, heads: first.filter((cell) => isToolLabel(prose(voices, cell))).length, filledIn: filledInBy(first, voices) };
    known.set(table, reading);
  }
  return reading;
}

/** "Nancy filled in a table with felt tips": the child who wrote what stands in the table below. */
function filledInBy(row: readonly Block[], voices: Voices): Told | undefined {
  const first = row[0];
  if (!first) return undefined;
  const heads = row.map((cell) => normaliseHeading(prose(voices, cell)));
  if (heads.some((head) => /^(?:actions?|who|what|when|by when|by who|by whom|owner|date|name|names|role|detail|details|present|time|target|outcome|status|task|area)$/.test(head))) return undefined;
  const above = voices.sentences.findLast((sentence) => sentence.end <= first.span.start);
  if (!above || above.section !== voices.sectionOf(first) || !/\b(?:filled|wrote|made|completed|did|drew|put|used|sorted)\b.*\b(?:table|sheet|chart|grid|boxes|columns|worksheet|page|list|lists|mat|board|cards?|this|these|following)\b/i.test(voices.prose.slice(above.start, above.end))) return undefined;
  return told(above.mentions.find(({ role, children }) => role === "subject" && children.length === 1)?.children[0]?.person, "tool", above);
}

const isToolLabel = (text: string): boolean => {
  const words = normaliseHeading(text);
  return toolLabels.has(words) || /^(?:the )?(?:house|island|room|bubble|cloud|jar|side) of \p{L}+(?: (?:and )?\p{L}+)?$/u.test(words) || /^(?:my )?(?:worries|good things|dreams|wishes|hopes)$/.test(words);
};
