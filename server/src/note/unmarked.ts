import { overlaps, trim } from "../text/span.ts";
import { normaliseHeading } from "./headings.ts";
import type { Block, Child, Person, Quotation } from "./note.ts";
import { give, type Voices } from "./voices.ts";
import { toolLabels } from "./words.ts";

/** The labelled lines that are a transcript: two or more in a row, or one in the first person. */
export function readTranscript({ blocks, prose, children, marked }: Pick<Voices, "blocks" | "prose" | "children" | "marked">): ReadonlySet<Block> {
  const turns = new Set<Block>();
  blocks.forEach((block, index) => {
    if (block.kind !== "turn" || !block.label || marked.some((one) => one.start === block.span.start)) return;
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

/** Whom the label of a line names: the worker, a child by name or initial, an adult. */
export function personOfLabel(label: string, { people, children }: Voices): Person | undefined {
  const written = label.toLowerCase().replace(/[.'’]/g, "");
  if (/^(?:sw|worker|social worker|me|fsw|ssw|pa|practitioner|staff|q)$/.test(written)) return people.find(({ kind }) => kind === "worker") ?? { id: -1, kind: "worker", name: "the worker", forms: [] };
  const named = people.find(({ forms }) => forms.some((form) => form.join(" ") === written.replaceAll("-", " ")));
  if (named) return named;
  if (/^(?:yp|child|young person|c)$/.test(written)) return children.length === 1 ? children[0]!.person : undefined;
  const initials = ({ fullName }: Child) => fullName.split(/[ -]/).map((part) => part[0]!.toLowerCase()).join("");
  const byInitial = children.filter((child) => child.name[0]!.toLowerCase() === written || initials(child) === written);
  if (byInitial.length === 1) return byInitial[0]!.person;
  const adult = people.find(({ kind, name, relation }) => kind !== "child" && (relation === written || (written.length <= 2 && name.split(" ").map((part) => part[0]!.toLowerCase()).join("") === written)));
  return adult ?? (/^(?:m|mum|mother)$/.test(written) ? { id: -3, kind: "family", name: "mum", forms: [] } : /^(?:d|dad|father)$/.test(written) ? { id: -3, kind: "family", name: "dad", forms: [] } : undefined);
}

/** Words without marks: a block quote, a turn of a transcript, a cell under a tool. */
export function unmarked(block: Block, voices: Voices, turns: ReadonlySet<Block>, earlier: readonly Quotation[], lastChild: Child | undefined): Quotation | undefined {
  const { prose } = voices;
  const span = trim(prose, block.span);
  if (span.end <= span.start) return undefined;
  const whole = { ...span, words: span, closed: true, single: false, inner: [] };
  if (block.kind === "turn") {
    if (!turns.has(block)) return undefined;
    const person = personOfLabel(prose.slice(block.label!.start, block.label!.end), voices);
    return person ? { ...give(whole, person, voices), form: "turn" } : undefined;
  }
  if (block.kind === "quote") {
    const person = introducing(block, voices, earlier, lastChild);
    // Nobody knows whose they are: somebody's words all the same.
    return { ...give(whole, person, voices), form: "block quote" };
  }
  const filled = toolCell(block, voices, lastChild);
  return filled ? { ...give(whole, filled === "somebody" ? undefined : filled.person, voices), form: "cell" } : undefined;
}

/** Who is named before a block quote: in the paragraph above it, by its heading, as the last child who spoke, or as the only child. */
function introducing(block: Block, voices: Voices, earlier: readonly Quotation[], lastChild: Child | undefined): Person | undefined {
  const index = voices.blocks.indexOf(block);
  const section = voices.sectionOf(block);
  for (let at = index - 1; at >= 0 && at >= index - 3; at -= 1) {
    const above = voices.blocks[at]!;
    if (voices.sectionOf(above) !== section) break;
    if (above.kind === "quote") {
      const same = earlier.findLast((quotation) => overlaps(quotation, above.span));
      if (same) return voices.people.find(({ name }) => name === same.name);
      continue;
    }
    const text = prose(voices, above);
    const mentions = voices.sentences.filter((sentence) => overlaps(sentence, above.span)).at(-1)?.mentions ?? [];
    if (above.kind === "turn" || /:\s*$/.test(text) || /\b(?:said|wrote|told|says|words|texted|read|letter|page|note)\b/i.test(text)) {
      const owner = mentions.findLast(({ role, children }) => role === "other" && children.length === 1) ?? mentions.findLast(({ children }) => children.length === 1) ?? mentions.findLast(({ person }) => person && person.kind !== "worker");
      if (owner?.person) return owner.person;
    }
    break;
  }
  const previousLabel = /([\p{L}'-]+)(?:'s (?:words|view|page|letter))?:\s*$/u.exec(voices.prose.slice(Math.max(0, block.span.start - 60), block.span.start).replace(/[>\s]+$/, ""));
  const labelled = previousLabel ? personOfLabel(previousLabel[1]!, voices) : undefined;
  if (labelled) return labelled;
  if (section.child) return section.child.person;
  const heading = voices.children.filter(({ person }) => person.forms.some((form) => normaliseHeading(section.title).split(" ").includes(form[0]!)));
  if (heading.length === 1) return heading[0]!.person;
  if (voices.children.length === 1) return voices.children[0]!.person;
  return section.role === "view" || earlier.length ? lastChild?.person : undefined;
}

const prose = (voices: Voices, block: Block): string => voices.prose.slice(block.span.start, block.span.end);

/** The child whose words a cell holds: its table is a direct-work tool, by the head of the column or the first cell of the row. */
function toolCell(block: Block, voices: Voices, lastChild: Child | undefined): Child | "somebody" | undefined {
  const { table, row, column } = block.cell!;
  const cells = voices.blocks.filter(({ cell }) => cell?.table === table);
  const label = (wantedRow: number, wantedColumn: number): boolean => {
    const found = cells.find(({ cell }) => cell!.row === wantedRow && cell!.column === wantedColumn);
    return found !== undefined && isToolLabel(prose(voices, found));
  };
  const own = isToolLabel(prose(voices, block));
  if (own && (row === 0 || column === 0)) return undefined;
  const columns = cells.filter(({ cell }) => cell!.row === 0).length;
  const heads = cells.filter(({ cell, span }) => cell!.row === 0 && isToolLabel(voices.prose.slice(span.start, span.end))).length;
  if (row === 0 && heads > 1) return undefined;
  const filledIn = heads === 0 && row > 0 ? filledInBy(cells, voices) : undefined;
  if (filledIn) return filledIn;
  const underHead = row > 0 && label(0, column) && heads >= Math.min(2, columns);
  const besideHead = column > 0 && label(row, 0) && !underHead;
  if (!underHead && !besideHead) return undefined;
  const section = voices.sectionOf(block);
  const inRow = voices.children.filter(({ name }) => cells.some(({ cell, span }) => cell!.row === row && cell!.column === 0 && voices.prose.slice(span.start, span.end).trim().toLowerCase() === name.toLowerCase()));
  const above = voices.sentences.findLast((sentence) => sentence.end <= block.span.start && sentence.section === section && sentence.mentions.some(({ children }) => children.length === 1));
  const named = new Set(above?.mentions.flatMap(({ children }) => (children.length === 1 ? children : [])));
  const one = inRow[0] ?? section.child ?? (voices.children.length === 1 ? voices.children[0] : named.size > 1 ? undefined : ([...named][0] ?? lastChild));
  return one ?? "somebody";
}

/** "Nancy filled in a table with felt tips": the child who wrote what stands in the table below. */
function filledInBy(cells: readonly Block[], voices: Voices): Child | undefined {
  const first = cells[0]!;
  const heads = cells.filter(({ cell }) => cell!.row === 0).map((cell) => normaliseHeading(prose(voices, cell)));
  if (heads.some((head) => /^(?:actions?|who|what|when|by when|by who|by whom|owner|date|name|names|role|detail|details|present|time|target|outcome|status|task|area)$/.test(head))) return undefined;
  const above = voices.sentences.findLast((sentence) => sentence.end <= first.span.start);
  if (!above || above.section !== voices.sectionOf(first) || !/\b(?:filled|wrote|made|completed|did|drew|put|used|sorted)\b.*\b(?:table|sheet|chart|grid|boxes|columns|worksheet|page|list|lists|mat|board|cards?|this|these|following)\b/i.test(voices.prose.slice(above.start, above.end))) return undefined;
  return above.mentions.find(({ role, children }) => role === "subject" && children.length === 1)?.children[0];
}

const isToolLabel = (text: string): boolean => {
  const words = normaliseHeading(text);
  return toolLabels.has(words) || /^(?:the )?(?:house|island|room|bubble|cloud|jar|side) of \p{L}+(?: (?:and )?\p{L}+)?$/u.test(words) || /^(?:my )?(?:worries|good things|dreams|wishes|hopes)$/.test(words);
};
