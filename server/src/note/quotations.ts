import { SpanIndex } from "../text/span-index.ts";
import { contains, overlaps, type Span } from "../text/span.ts";
import type { Block, Person, Quotation } from "./note.ts";
import { findMarked, type Marked } from "./quotation-marks.ts";
import { normaliseHeading } from "./headings.ts";
import { personOfLabel } from "./turn-labels.ts";
import { unmarked } from "./unmarked.ts";
import { told, type Told } from "./known.ts";
import { commentOn, named } from "./named-speakers.ts";
import { carriedOver, speakerOf, subjectOf, type SpokenSentence } from "./speakers.ts";
import { give, onlyChild, type SpokenBefore, type Voices } from "./voices.ts";
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

/** Gives every quotation of a section its speaker, and adds the forms without marks: block quotes, turns, cells under a tool, signs. Says also who has spoken when the section is over. */
export function readQuotations(voices: Voices): { quotations: Quotation[]; spoken: SpokenBefore } {
  const { prose, marked, sentences } = voices;
  const quotations: Quotation[] = [];
  let lastChild = voices.before.child;
  const turns = voices.turns;
  const [inOrder, blocks, marks] = [new SpanIndex(sentences), new SpanIndex(voices.blocks.map(({ span }, index) => ({ ...span, index }))), new SpanIndex(marked)];
  let whole: Quotation | undefined;
  const ordered: ({ at: number } & ({ marked: Marked } | { block: Block }))[] = [
    ...marked.map((one) => ({ at: one.start, marked: one })),
    ...voices.blocks.filter(({ kind }) => kind === "quote" || kind === "turn" || kind === "cell").map((block) => ({ at: block.span.start - 0.5, block })),
  ].sort((a, b) => a.at - b.at);
  for (const item of ordered) {
    if ("block" in item) {
      const quotation = unmarked(item.block, voices, turns, quotations, lastChild);
      if (quotation) quotations.push((whole = quotation));
      if (quotation?.child) lastChild = quotation.child;
      continue;
    }
    // Blocks lie side by side, so only the last of those whose words are somebody's as a whole can hold it.
    if (whole && contains(whole, item.marked)) continue;
    const sentence = inOrder.at(item.marked.start);
    const home = blocks.at(item.marked.start);
    const block = home && voices.blocks[home.index];
    const last = item.marked.parts ? inOrder.at(item.marked.end - 1) : undefined;
    const comment = commentOn(item.marked, voices);
    const owner = comment ? undefined : ((sentence && speakerOf(item.marked, sentence, marks.overlapping(sentence))) ?? (last && speakerOf(item.marked, last, [item.marked])) ?? standing(item.marked, sentence, voices, block, quotations));
    const quotation: Quotation = comment ? named(item.marked, comment, voices) : owner === "title" ? { ...give(item.marked, {}, voices), nobody: true } : give(item.marked, owner ?? {}, voices);
    quotations.push(quotation);
    if (quotation.child) lastChild = quotation.child;
  }
  const spoken = { ...(lastChild ? { child: lastChild } : {}), ...spokenLast(quotations, voices), any: voices.before.any || quotations.length > 0 };
  for (const sentence of sentences) quotations.push(...signed(sentence, voices, quotations));
  let reach = -1;
  const outermost = quotations.sort((a, b) => a.start - b.start || b.end - a.end).filter((quotation) => {
    const isInAnother = quotation.end <= reach;
    reach = Math.max(reach, quotation.end);
    return !isInAnother && prose.slice(quotation.words.start, quotation.words.end).trim() !== "";
  });
  return { quotations: outermost, spoken };
}

/** Whoever spoke last and is known, where that was a child. */
function spokenLast(quotations: readonly Quotation[], { children, before }: Voices): Pick<SpokenBefore, "last"> {
  const last = quotations.findLast(({ speaker }) => speaker !== "unknown");
  const child = last ? (last.speaker === "child" ? children.find(({ name }) => name === last.name)?.person : undefined) : before.last;
  return child ? { last: child } : {};
}

/** A quotation that stands by itself: after a colon, under a child's name, in the child's own section, or behind another of the same speaker. */
function standing(quotation: Marked, sentence: SpokenSentence | undefined, voices: Voices, block: Block | undefined, earlier: readonly Quotation[]): Told | undefined {
  const { prose, people } = voices;
  const leading = { start: sentence?.start ?? quotation.start, end: quotation.start };
  const again = (other: Quotation): Told | undefined => told(people.find(({ name }) => name === other.name), "beside", other);
  if (!sentence || !block) return undefined;
  if (quotation.single && !/\s/.test(prose.slice(quotation.words.start, quotation.words.end).trim()) && sentence.start < quotation.start) return undefined;
  const lead = prose.slice(sentence.start, quotation.start);
  const before = sentence.mentions.filter(({ end, person }) => end <= quotation.start && person && person.kind !== "worker");
  // "Temi wanted me to write this down: “…”"; "Kai: “…”".
  if (/:\s*$/.test(lead) || (block.kind === "turn" && block.span.start === quotation.start)) {
    const label = block.kind === "turn" && block.label && sentence.start >= block.span.start && quotation.start === block.span.start ? personOfLabel(prose.slice(block.label.start, block.label.end), voices) : undefined;
    const found = told(label, "label", block.label) ?? told((before.find(({ role }) => role === "subject") ?? before[0])?.person, "told", leading);
    if (found) return found;
    if (toolLabels.has(normaliseHeading(lead)) || /\b(?:words|says|said|wrote|view|voice)\b/i.test(lead)) return onlyChild(voices, block);
  }
  // "Marnie wrote it down. On the paper it says “…”".
  if (/^\W*(?:on|at|under|underneath|below|inside|across|round|in|and)\b.*\b(?:it|paper|page|card|note|bubble) (?:also |then )?(?:says|said|reads|read)\W*$/i.test(lead) && !before.length) {
    const writer = earlier.findLast((one) => one.start >= voices.sectionOf(block).span.start);
    const written = sentence.previous && /\b(?:writ\w+|wrote|drew|drawn|paper|page|card|letter|note|poster|picture)\b/i.test(prose.slice(sentence.previous.start, sentence.previous.end)) ? told(carriedOver(sentence.previous, 1), "above", sentence.previous) : undefined;
    const found = written ?? (writer?.form === "block quote" && writer.speaker === "child" ? again(writer) : undefined);
    if (found) return found;
  }
  const last = earlier.at(-1);
  if (last && last.form === "marks" && last.speaker !== "unknown" && last.start >= block.span.start && /^[\s,.;/]*(?:and|then|or|but)?\s*$/.test(prose.slice(last.end, quotation.start))) return again(last);
  // "Asked her was Mum there. Silence, then “can you go now”": the answer of whom the worker asked.
  const question = sentence.previous;
  if (question && /^(?:i |we )?(?:then |also )?asked\b/i.test(prose.slice(question.start, question.end)) && !sentence.mentions.length && !quotation.single) {
    const asked = question.mentions.find(({ role, person }) => person && person.kind !== "worker" && role === "object") ?? question.mentions.find(({ person }) => person && person.kind !== "worker");
    if (asked?.person) return told(asked.person, "answer", question);
  }
  // "“I love mummy” was said in a rehearsed way", in the child's own section, or where the words name a parent as a child does.
  if (!/\p{L}/u.test(lead) && /^\W*(?:was|were) (?:said|the (?:answer|reply)|all)\b/.test(prose.slice(quotation.end, sentence.end)) && !sentence.mentions.some(({ person }) => person) && (voices.sectionOf(block).role === "view" || /\bmy? ?(?:mummy|daddy|mum|dad)\b|\b(?:mummy|daddy)\b/i.test(prose.slice(quotation.words.start, quotation.words.end)))) return onlyChild(voices, block);
  // "as “last time they sent a van full”": taken into the sentence of its subject.
  if (/\b(?:as|because|that|cos|says)\s*$/.test(lead)) {
    const subject = before.find(({ role, how }) => role === "subject" && how !== "group")?.person;
    if (subject && !quotation.single) return told(subject, "told", leading);
  }
  const rest = (lead + " " + prose.slice(quotation.end, sentence.end)).replace(/\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d+(?:[.:]\d+)?\s*(?:am|pm)?|\b(?:at|on|then|and|later|today|yesterday)\b/gi, "");
  const alone = !/\p{L}/u.test(rest);
  if (alone) {
    const ended = leadIn(sentence, voices);
    if (ended) return ended;
    const teller = sentence.previous;
    // "Orla showed me a text from Darren. “youre dead”": his words, whoever shows them.
    if (teller && teller.start >= block.span.start && passedOn.test(prose.slice(teller.start, teller.end))) return told(sender(teller, prose), "above", teller);
    const subjects = teller?.mentions.filter(({ role, person, how }) => role === "subject" && person && how !== "group") ?? [];
    // "Kai nodded. “Yeah.”"
    if (teller && teller.start >= block.span.start && subjects.length === 1 && subjects[0]!.person!.kind === "child" && !earlier.some((one) => overlaps(one, teller)) && !quotation.single) return told(subjects[0]!.person, "above", teller);
    const chained = earlier.at(-1);
    if (chained && chained.form === "marks" && chained.speaker !== "unknown" && sentence.previous && overlaps(chained, sentence.previous) && chained.start - sentence.previous.start < 25) return again(chained);
    // "Magda rang back. “She makes stuff up”": a grown-up was spoken of last, so it need not be the child.
    if (teller && teller.start >= block.span.start && subjects.some(({ person }) => person!.kind !== "child" && person!.kind !== "worker")) return undefined;
    if (voices.sectionOf(block).role === "view" && !quotation.single) return onlyChild(voices, block) ?? lastSpeaking(earlier, voices);
    if (block.kind === "item" && voices.sectionOf(block).role === "view") return onlyChild(voices, block);
  }
  // "The 1 that is missing is for “no bath”": right behind a child's words, about the same thing, and nobody else is named.
  const near = earlier.at(-1);
  if (near?.speaker === "child" && near.start >= block.span.start && sentence.previous && near.end >= sentence.previous.start && !before.some(({ person }) => person && person.name !== near.name) && voices.sectionOf(block).role === "view" && !quotation.single) return again(near);
  return undefined;
}

/** Something written or recorded that came from somebody. */
const passedOn = /\b(?:texts?|messages?|letters?|notes?|emails?|voicemails?|voice notes?|cards?|posts?|comments?|snapchats?|whatsapps?) (?:\p{L}+ ){0,3}from \S/iu;

/** Whom a message is from, where the sentence names them. */
const sender = ({ mentions }: SpokenSentence, prose: string): Person | undefined => mentions.find(({ start, person }) => person && /\bfrom (?:(?:his|her|their|the) )?$/i.test(prose.slice(Math.max(0, start - 12), start)))?.person;

/** A sentence before it that ends with a colon and leads to the words: "She read me the texts he sent her:". */
function leadIn(sentence: SpokenSentence, { prose }: Voices): Told | undefined {
  const previous = sentence.previous;
  if (!previous || !/:\s*$/.test(prose.slice(previous.start, previous.end))) return undefined;
  const verb = previous.tokens.findLastIndex(({ word }) => /^(?:sent|wrote|written|texted|said|told|put|typed|drew|posted|left|says)$/.test(word));
  const writer = verb > 0 ? subjectOf(verb, previous) : undefined;
  if (writer && writer.kind !== "worker") return told(writer, "above", previous);
  const others = previous.mentions.filter(({ person }) => person && person.kind !== "worker");
  return told((others.find(({ role }) => role === "subject") ?? others[0])?.person, "above", previous);
}

const lastSpeaking = (earlier: readonly Quotation[], voices: Voices): Told | undefined => told(spokenLast(earlier, voices).last, "last", earlier.findLast(({ speaker }) => speaker !== "unknown"));

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
    if (quotations.some((other) => overlaps(other, span))) continue;
    const comment = commentOn(span, voices);
    if (comment) result.push({ ...named({ ...span, words: span, closed: true }, comment, voices), form: "signed" });
    else if (child) result.push({ ...span, words: span, speaker: "child", name: child.name, child, closed: true, asides: [], form: "signed", known: { how: "told", span: { start: subject?.start ?? sentence.start + match.index, end: start } } });
  }
  return result;
}
