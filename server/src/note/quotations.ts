import { contains, overlaps, type Span, trim } from "../text/span.ts";
import type { Block, Child, Person, Quotation, Section, Speaker } from "./note.ts";
import { findMarked, type Marked } from "./quotation-marks.ts";
import { normaliseHeading } from "./headings.ts";
import { speakerOf, subjectOf, type SpokenSentence } from "./speakers.ts";
import { toolLabels } from "./words.ts";

/** Finds the marked quotations of a note, block by block; one that runs over paragraphs, each opened and only the last closed, is one. */
export function findQuotations(text: string, prose: string, blocks: readonly Block[]): Marked[] {
  const found: Marked[] = [];
  let running: { first: Marked; parts: Span[] } | undefined;
  for (const block of blocks) {
    if (block.kind === "heading") {
      running = undefined;
      continue;
    }
    const marked = findMarked(text, prose, block.span);
    const first = marked[0];
    if (running && block.kind === "paragraph" && first && first.start === block.span.start && !first.single) {
      found.pop();
      const parts = [...running.parts, { start: first.start, end: first.end }];
      const joined: Marked = { ...first, start: running.first.start, words: { start: running.first.words.start, end: first.words.end }, parts };
      marked[0] = joined;
    } else running = undefined;
    found.push(...marked);
    const last = marked.at(-1);
    running = last && !last.closed && last.end >= block.span.end - 1 && block.kind === "paragraph" ? { first: last, parts: [...(last.parts ?? [{ start: last.start, end: last.end }])] } : undefined;
  }
  return found;
}

/** What the speakers of a note are found by. */
export interface Voices {
  readonly text: string;
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly sectionOf: (block: Block) => Section;
  readonly sentences: readonly SpokenSentence[];
  readonly children: readonly Child[];
  readonly people: readonly Person[];
  readonly marked: readonly Marked[];
  /** The labelled lines that are a transcript. */
  readonly turns: ReadonlySet<Block>;
}

const adultKinds = new Set(["family", "relative", "carer", "professional"]);

/** Gives every quotation its speaker, and adds the forms without marks: block quotes, turns, cells under a tool, signs. */
export function readQuotations(voices: Voices): Quotation[] {
  const { prose, marked, sentences } = voices;
  const quotations: Quotation[] = [];
  let lastChild: Child | undefined;
  const turns = voices.turns;
  const ordered: ({ at: number } & ({ marked: Marked } | { block: Block }))[] = [
    ...marked.map((one) => ({ at: one.start, marked: one })),
    ...voices.blocks.filter(({ kind }) => kind === "quote" || kind === "turn" || kind === "cell").map((block) => ({ at: block.span.start - 0.5, block })),
  ].sort((a, b) => a.at - b.at);
  for (const item of ordered) {
    if ("block" in item) {
      const quotation = unmarked(item.block, voices, turns, quotations, lastChild);
      if (quotation) quotations.push(quotation);
      if (quotation?.child) lastChild = quotation.child;
      continue;
    }
    const inside = quotations.find((quotation) => quotation.form !== "marks" && contains(quotation, item.marked));
    if (inside) continue;
    const index = sentences.findIndex((sentence) => overlaps(sentence, { start: item.marked.start, end: item.marked.start + 1 }));
    const sentence = sentences[index];
    const block = voices.blocks.find(({ span }) => span.start <= item.marked.start && item.marked.start < span.end);
    const last = item.marked.parts ? sentences.find((one) => overlaps(one, { start: item.marked.end - 1, end: item.marked.end })) : undefined;
    const owner = (sentence && speakerOf(item.marked, sentence, marked.filter((one) => overlaps(one, sentence)))) ?? (last && speakerOf(item.marked, last, [item.marked])) ?? standing(item.marked, sentence, voices, block, quotations);
    const person = owner === "title" ? undefined : owner;
    const quotation = give(item.marked, person, voices);
    quotations.push(quotation);
    if (quotation.child) lastChild = quotation.child;
  }
  for (const sentence of sentences) quotations.push(...signed(sentence, voices, quotations));
  return quotations.sort((a, b) => a.start - b.start || b.end - a.end).filter((quotation, index, all) => !all.some((other, at) => at < index && contains(other, quotation)) && prose.slice(quotation.words.start, quotation.words.end).trim() !== "");
}

/** A quotation that stands by itself: after a colon, under a child's name, in the child's own section, or behind another of the same speaker. */
function standing(quotation: Marked, sentence: SpokenSentence | undefined, voices: Voices, block: Block | undefined, earlier: readonly Quotation[]): Person | undefined {
  const { prose, children } = voices;
  if (!sentence || !block) return undefined;
  if (quotation.single && !/\s/.test(prose.slice(quotation.words.start, quotation.words.end).trim()) && sentence.start < quotation.start) return undefined;
  const lead = prose.slice(sentence.start, quotation.start);
  const before = sentence.mentions.filter(({ end, person }) => end <= quotation.start && person && person.kind !== "worker");
  // "Temi wanted me to write this down: “…”"; "Kai: “…”".
  if (/:\s*$/.test(lead) || (block.kind === "turn" && block.span.start === quotation.start)) {
    const label = block.kind === "turn" && block.label && sentence.start >= block.span.start && quotation.start === block.span.start ? personOfLabel(prose.slice(block.label.start, block.label.end), voices) : undefined;
    const named = label ?? (before.find(({ role }) => role === "subject") ?? before[0])?.person;
    if (named) return named;
    if (toolLabels.has(normaliseHeading(lead)) || /\b(?:words|says|said|wrote|view|voice)\b/i.test(lead)) return onlyChild(voices, block);
  }
  const last = earlier.at(-1);
  if (last && last.form === "marks" && last.speaker !== "unknown" && last.start >= block.span.start && /^[\s,.;/]*(?:and|then|or|but)?\s*$/.test(prose.slice(last.end, quotation.start))) return voices.people.find(({ name }) => name === last.name);
  // "Asked her was Mum there. Silence, then “can you go now”": the answer of whom the worker asked.
  const question = sentence.previous;
  if (question && /^(?:i |we )?(?:then |also )?asked\b/i.test(prose.slice(question.start, question.end)) && !sentence.mentions.length && !quotation.single) {
    const asked = question.mentions.find(({ role, person }) => person && person.kind !== "worker" && role === "object") ?? question.mentions.find(({ person }) => person && person.kind !== "worker");
    if (asked?.person) return asked.person;
  }
  // "“I love mummy” was said in a rehearsed way", in the child's own section.
  if (!/\p{L}/u.test(lead) && /^\W*(?:was|were) (?:said|the (?:answer|reply)|all)\b/.test(prose.slice(quotation.end, sentence.end)) && !sentence.mentions.some(({ person }) => person) && voices.sectionOf(block).role === "view") return onlyChild(voices, block);
  // "as “last time they sent a van full”": taken into the sentence of its subject.
  if (/\b(?:as|because|that|cos|says)\s*$/.test(lead)) {
    const subject = before.find(({ role, how }) => role === "subject" && how !== "group")?.person;
    if (subject && !quotation.single) return subject;
  }
  const rest = (lead + " " + prose.slice(quotation.end, sentence.end)).replace(/\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d+(?:[.:]\d+)?\s*(?:am|pm)?|\b(?:at|on|then|and|later|today|yesterday)\b/gi, "");
  const alone = !/\p{L}/u.test(rest);
  if (alone) {
    const ended = leadIn(sentence, voices);
    if (ended) return ended;
    const chained = earlier.at(-1);
    if (chained && chained.form === "marks" && chained.speaker !== "unknown" && sentence.previous && overlaps(chained, sentence.previous) && chained.start - sentence.previous.start < 25) return voices.people.find(({ name }) => name === chained.name);
    if (voices.sectionOf(block).role === "view" && !quotation.single) return onlyChild(voices, block) ?? lastSpeaking(earlier, children);
    if (block.kind === "item" && voices.sectionOf(block).role === "view") return onlyChild(voices, block);
  }
  // "The 1 that is missing is for “no bath”": right behind a child's words, about the same thing, and nobody else is named.
  const near = earlier.at(-1);
  if (near?.speaker === "child" && near.start >= block.span.start && sentence.previous && near.end >= sentence.previous.start && !before.some(({ person }) => person && person.name !== near.name) && voices.sectionOf(block).role === "view" && !quotation.single) return voices.people.find(({ name }) => name === near.name);
  return undefined;
}

/** A sentence before it that ends with a colon and leads to the words: "She read me the texts he sent her:". */
function leadIn(sentence: SpokenSentence, { prose }: Voices): Person | undefined {
  const previous = sentence.previous;
  if (!previous || !/:\s*$/.test(prose.slice(previous.start, previous.end))) return undefined;
  const verb = previous.tokens.findLastIndex(({ word }) => /^(?:sent|wrote|written|texted|said|told|put|typed|drew|posted|left|says)$/.test(word));
  const writer = verb > 0 ? subjectOf(verb, previous) : undefined;
  if (writer && writer.kind !== "worker") return writer;
  const others = previous.mentions.filter(({ person }) => person && person.kind !== "worker");
  return (others.find(({ role }) => role === "subject") ?? others[0])?.person;
}

const lastSpeaking = (earlier: readonly Quotation[], children: readonly Child[]): Person | undefined => {
  const last = earlier.findLast(({ speaker }) => speaker !== "unknown");
  return last?.speaker === "child" ? children.find(({ name }) => name === last.name)?.person : undefined;
};

function onlyChild(voices: Voices, block: Block): Person | undefined {
  const section = voices.sectionOf(block);
  return section.child?.person ?? (voices.children.length === 1 ? voices.children[0]!.person : undefined);
}

/** Signs and pictures that a child gives in capitals: "signed MORE". */
function signed(sentence: SpokenSentence, voices: Voices, quotations: readonly Quotation[]): Quotation[] {
  const result: Quotation[] = [];
  for (const match of voices.prose.slice(sentence.start, sentence.end).matchAll(/\b(?:signed|signs|signing|pressed|pointed to|used the sign for|made the sign for|signed for)\s+((?:\p{Lu}{2,}|\p{Lu})(?:[ ,]+(?:and )?\p{Lu}{2,})*)(?![\p{L}])/gu)) {
    const words = match[1]!;
    if (words.length < 2) continue;
    const start = sentence.start + match.index + match[0].length - words.length;
    const verb = sentence.tokens.findIndex((token) => token.start >= sentence.start + match.index);
    const subject = sentence.mentions.findLast(({ to, role }) => to <= verb && role === "subject");
    const child = subject?.children[0] ?? (sentence.section.child && !subject ? sentence.section.child : undefined);
    const span = { start, end: start + words.length };
    if (child && !quotations.some((other) => overlaps(other, span))) result.push({ ...span, words: span, speaker: "child", name: child.name, child, closed: true, asides: [], form: "signed" });
  }
  return result;
}

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

function personOfLabel(label: string, { people, children }: Voices): Person | undefined {
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
function unmarked(block: Block, voices: Voices, turns: ReadonlySet<Block>, earlier: readonly Quotation[], lastChild: Child | undefined): Quotation | undefined {
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
    return person ? { ...give(whole, person, voices), form: "block quote" } : undefined;
  }
  const child = toolCell(block, voices, lastChild);
  return child ? { ...give(whole, child.person, voices), form: "cell" } : undefined;
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
function toolCell(block: Block, voices: Voices, lastChild: Child | undefined): Child | undefined {
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
  return inRow[0] ?? section.child ?? (voices.children.length === 1 ? voices.children[0] : above?.mentions.find(({ children }) => children.length === 1)?.children[0] ?? lastChild);
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

/** A quotation of a person. Whoever is neither a child of the note nor known to be grown up stays unknown. */
function give(marked: Marked, person: Person | undefined, voices: Voices): Quotation {
  const child = voices.children.find((one) => one.person === person);
  const speaker: Speaker = !person ? "unknown" : child || person.kind === "child" || person.minor ? "child" : person.kind === "worker" ? "worker" : adultKinds.has(person.kind) || person.kind === "other" ? "adult" : "unknown";
  return {
    start: marked.start,
    end: marked.end,
    words: marked.words,
    closed: marked.closed,
    speaker,
    ...(person ? { name: person.name } : {}),
    ...(child ? { child } : {}),
    asides: readAsides(voices.prose, marked.words),
    form: "marks",
  };
}

/** Brackets inside the marks, with the space before them: put there by whoever wrote, not by whoever spoke. */
function readAsides(text: string, words: Span): Span[] {
  const asides: Span[] = [];
  for (const match of text.slice(words.start, words.end).matchAll(/[ \u00A0]?(?:\([^()]*\)|\[[^[\]]*\])/g)) asides.push({ start: words.start + match.index, end: words.start + match.index + match[0].length });
  return asides;
}
