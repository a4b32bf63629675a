import { classBit } from "../lexicon/automaton.ts";
import { coreLexicon, wordList, type Hit, type Lexicon } from "../lexicon/lexicon.ts";
import type { ProfileHeading } from "../standards/profile.ts";
import { LineIndex } from "../text/lines.ts";
import { passagesOf } from "../text/passage.ts";
import { Shelf } from "../text/shelf.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Span } from "../text/span.ts";
import { tokenise, type Token } from "../text/tokens.ts";
import { readSeenAlone } from "./aloneness.ts";
import { findDates, moved, readDate } from "./dates.ts";
import { directiveProblems, namedProblems } from "./directive-problems.ts";
import { readDirectives, withBlanks, type Directive } from "./directives.ts";
import { readDetails } from "./details.ts";
import { headingBook } from "./headings.ts";
import { isWrittenToChild, readKind } from "./kind.ts";
import { readBlocks, readSections } from "./layout.ts";
import { readMarkdown } from "./markdown.ts";
import { readMarkedRisks } from "./marked-risks.ts";
import { MentionReader } from "./mentions.ts";
import type { Misspelt } from "./naming.ts";
import type { Block, Child, Detail, Note, Person, Problem, Section, Sentence } from "./note.ts";
import { Cast } from "./people.ts";
import { findQuotations, readQuotations } from "./quotations.ts";
import { readTranscript } from "./unmarked.ts";
import { splitSentences } from "./sentences.ts";
import { carriedOver, type SpokenSentence } from "./speakers.ts";
import { unknownNamesOf } from "./strangers.ts";
import { relations } from "./words.ts";

/** The longest text that is read, in UTF-16 units: some 130,000 words. */
export const longestNote = 800_000;
/** A paragraph with more quotation marks than this is no speech. */
const mostMarks = 1_000;

type AskedHeadings = (details: readonly Detail[]) => readonly ProfileHeading[];

/** Turns a text into a note: details, people, sections, blocks, sentences, quotations with their speakers. `headings` says which headings the standards ask for of a note with such details; `team` names colleagues of the writer; `shelf` keeps what was made of pieces of the text, for the next reading of it. Never throws. */
export function readNote(text: string, lexicon: Lexicon = coreLexicon, headings: AskedHeadings = () => [], team: readonly string[] = [], shelf = new Shelf()): Note {
  const directives = text.length > longestNote ? [] : readDirectives(text);
  const body = withBlanks(text, directives);
  const unfit = unfitness(body);
  if (!unfit) return { ...readWhole({ text: body, directives, team }, lexicon, headings, shelf), text, lines: new LineIndex(text) };
  const blank = readWhole({ text: "", directives: [], team: [] }, lexicon, headings, shelf);
  return { ...blank, text, directives, prose: text.replace(/[^\r\n]/g, " "), lines: new LineIndex(text), problems: [unfit] };
}

/** Why a text cannot be read as a note at all. */
function unfitness(text: string): Problem | undefined {
  const start = { start: 0, end: Math.min(text.length, Math.max(1, text.search(/[\r\n]|$/))) };
  if (text.slice(0, 8192).includes("\0")) return { span: start, message: "This does not look like text, so it could not be checked. Nothing has been changed." };
  if (text.length > longestNote) return { span: start, message: `This text is very long (${text.length.toLocaleString("en-GB")} characters; at most ${longestNote.toLocaleString("en-GB")} can be checked at once), so it was not checked. Please split it into its notes.` };
  if (!/[\p{L}\p{N}]/u.test(text)) return { span: start, message: "There are no words in this note yet, so there is nothing to check.", mild: true };
  return undefined;
}

/** A text in which its directives are blanks, and the directives. */
interface Source {
  readonly text: string;
  readonly directives: readonly Directive[];
  readonly team: readonly string[];
}

/** Reads a text. Where a child's name proves to be misspelt, it is read once more, and the misspelt name is the child's. */
function readWhole(source: Source, lexicon: Lexicon, headings: AskedHeadings, shelf: Shelf): Note {
  const note = readOnce(source, lexicon, headings, shelf, new Map());
  const misspelt = new Map(unknownNamesOf(note).misspelt.filter(({ surname }) => !surname).flatMap(({ child, uses }) => uses.map(({ written }) => [written.toLowerCase(), child.name] as const)));
  return misspelt.size ? readOnce(source, lexicon, headings, shelf, misspelt) : note;
}

function readOnce({ text, directives, team }: Source, lexicon: Lexicon, headings: AskedHeadings, shelf: Shelf, misspelt: Misspelt): Note {
  const reading = readDetails(text);
  const { details, span: detailsSpan } = reading;
  const book = headingBook(headings(details));
  const bodyStart = detailsSpan.end;
  const markdown = readMarkdown(text, bodyStart);
  const { prose } = markdown;
  const blocks = readBlocks(prose, markdown, book);
  const rawSections = readSections(prose, blocks, bodyStart, text.length, book);
  const visited = details.filter(({ key }) => key === "visited").map(({ value }) => readDate(value)).find((date) => date !== undefined);
  const kind = readKind(details, rawSections, prose.slice(bodyStart), text.slice(0, detailsSpan.start));
  const placed = passagesOf(prose, bodyStart, rawSections.flatMap(({ heading }) => (heading ? [heading.span.start] : [])), shelf);
  const passages = placed.map(({ passage }) => passage);
  const { people, children } = new Cast(details, passages, visited, team).done();
  const sections = headedForChildren(rawSections, children);
  const homes = new Map<Block, Section>(sections.flatMap((section) => [...(section.heading ? [section.heading] : []), ...section.blocks].map((block) => [block, section] as const)));
  const sectionOf = (block: Block): Section => homes.get(block) ?? sections[0]!;

  const crowded = new Set(blocks.filter(({ span }) => countMarks(prose, span) > mostMarks));
  const problems: Problem[] = [...reading.problems, ...directiveProblems(directives), ...[...crowded].map(({ span }) => ({ span: { start: span.start, end: span.start + 1 }, message: "This paragraph holds so many quotation marks that nobody's words can be told apart in it. The rest of the note was checked." }))];
  const marked = findQuotations(text, prose, blocks.filter((block) => !crowded.has(block)));
  const classes = wordClassesOf(people, children);
  const named = directives.filter((one) => one.kind === "words");
  const outer: SpokenSentence[] = [];
  const blockOf = new Map<SpokenSentence, Block>();
  const marks = new SpanIndex(marked);
  for (const block of blocks) {
    if (block.kind === "heading") continue;
    const section = sectionOf(block);
    const inBlock = marks.overlapping(block.span);
    const quoted = new SpanIndex(inBlock);
    const whole = block.label ? { start: block.label.start, end: block.span.end } : block.span;
    const all = tokenise(prose.slice(whole.start, whole.end), whole.start).map((token) => ({ ...token, classes: classes(token) }));
    const words = new SpanIndex(all);
    for (const [order, span] of splitSentences(prose, whole, inBlock).entries()) {
      const tokens = words.within(span).filter((token) => !quoted.overlapping(token).length);
      const sentence: SpokenSentence = { ...span, section, tokens, prose, mentions: [], first: order === 0 };
      outer.push(sentence);
      blockOf.set(sentence, block);
    }
  }
  const turns = readTranscript({ blocks, prose, children, marked });
  const reader = new MentionReader(people, children, kind === "letter to the child" || isWrittenToChild(passages), misspelt);
  const labelled = (sentence: SpokenSentence): Person | undefined => {
    const { label } = blockOf.get(sentence)!;
    const words = label && prose.slice(label.start, label.end).toLowerCase().replaceAll("-", " ");
    return words === undefined ? undefined : children.find(({ person }) => person.forms.some((form) => form.join(" ") === words))?.person;
  };
  const listen = (told: ReadonlyMap<Block, Person>) => {
    const mentions = reader.read(outer.map((sentence) => {
      const block = blockOf.get(sentence)!;
      return told.has(block) || block.kind === "quote" || turns.has(block) ? { ...sentence, tokens: [], ...(told.has(block) ? { told: told.get(block)! } : {}) } : sentence;
    }));
    const spoken: SpokenSentence[] = [];
    outer.forEach((sentence, index) => spoken.push({ ...sentence, mentions: mentions[index]!, previous: outer[index - 1]?.section === sentence.section ? spoken[index - 1] : undefined, about: labelled(sentence) }));
    return { spoken, quotations: readQuotations({ text, prose, blocks, sectionOf, sentences: spoken, children, people, marked, turns, named }) };
  };
  // Words without marks (block quotes, turns, cells) say who is spoken of next, so whoever said them is heard first.
  let { spoken, quotations } = listen(new Map());
  const places = new SpanIndex(blocks.map(({ span }, index) => ({ ...span, index })));
  const told = new Map(quotations.filter(({ form, name }) => form !== "marks" && form !== "signed" && name).map((quotation) => [blocks[places.overlapping(quotation)[0]!.index]!, people.find(({ name }) => name === quotation.name)!] as const).filter(([, person]) => person));
  if (told.size) ({ spoken, quotations } = listen(told));
  problems.push(...namedProblems(named, quotations, { people, children }));
  const heard = new SpanIndex(quotations);
  const sentences = spoken.map((sentence, index): Sentence => {
    const block = blockOf.get(outer[index]!)!;
    const about = sentence.about ?? carriedOver(sentence.previous);
    const tokens = tokenise(prose.slice(sentence.start, sentence.end), sentence.start).map((token) => ({ ...token, classes: classes(token) }));
    return { start: sentence.start, end: sentence.end, block, section: sentence.section, tokens, quotations: heard.overlapping(sentence), mentions: sentence.mentions, ...(about ? { about } : {}) };
  });
  const markedRisks = readMarkedRisks(prose, markdown.strong, blocks);
  const found = new Map<Sentence, readonly Hit[]>();
  const hits = (sentence: Sentence): readonly Hit[] => {
    let list = found.get(sentence);
    if (!list) found.set(sentence, (list = lexicon.findIn(sentence.tokens)));
    return list;
  };
  const note = { text, prose, lines: new LineIndex(text), problems, directives, details, detailsSpan, kind, ...(visited ? { visited } : {}), dates: placed.flatMap(({ start, passage }) => passage.read(findDates).map((date) => moved(date, start))), children, people, sections, blocks, sentences, quotations, marked: markedRisks, lexicon, hits };
  return { ...note, seenAlone: readSeenAlone(note) };
}

function countMarks(prose: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (prose[at] === '"' || prose[at] === "'") count += 1;
  return count;
}

/** A heading that is a child's name ("# May", "Oliver-James:") heads all sections below it for that child. */
function headedForChildren(sections: readonly Section[], children: readonly Child[]): Section[] {
  const named = (title: string): Child | undefined => {
    const words = tokenise(title).map(({ word }) => word.replace(/'s$/, ""));
    const fitting = children.filter(({ person }) => person.forms.some((form) => form.every((word, index) => words[index] === word) && words.length <= form.length + 3));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  let open: { child: Child; end: number } | undefined;
  return sections.map((section) => {
    const own = section.heading ? named(section.title) : undefined;
    if (own) open = { child: own, end: section.whole.end };
    else if (open && section.span.start >= open.end) open = undefined;
    return open ? { ...section, child: open.child } : section;
  });
}

/** The classes of words that the dictionaries' patterns ask for, as bits, for this note's people. */
function wordClassesOf(people: readonly Person[], children: readonly Child[]): (token: Token) => number {
  const childNames = new Set(children.flatMap(({ person }) => person.forms.map((form) => form[0]!)));
  const adultNames = new Set(people.filter(({ kind }) => kind !== "child").flatMap(({ forms }) => forms.filter((form) => form.length === 1 || relations.has(form[0]!)).map((form) => form.at(-1)!)));
  const surnames = new Set(people.filter(({ kind }) => kind !== "child").flatMap(({ forms }) => forms.filter((form) => form.length > 1).map((form) => form.at(-1)!)));
  return (token) => {
    const bare = token.word.replace(/'s$|'$/, "");
    const owns = /'s?$/.test(token.word);
    let bits = staticBits.get(token.word) ?? 0;
    if (token.capital && childNames.has(bare)) bits |= classBit("child") | classBit("person");
    if (token.capital && (adultNames.has(bare) || surnames.has(bare))) bits |= classBit("adult") | classBit("person");
    const relation = relations.get(bare);
    if (relation && relation.kind !== "sibling" && relation.kind !== "friend" && bare !== "head" && bare !== "visitor") bits |= classBit("adult") | classBit("person");
    if (owns && (relation || token.capital)) bits |= classBit("poss");
    if (/^\d/.test(token.word)) bits |= classBit("number");
    return bits;
  };
}

const staticBits: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  const add = (list: string, bit: number) => {
    for (const word of wordList(list)) bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  add("child-words", classBit("child") | classBit("person"));
  add("child-pronouns", classBit("child") | classBit("person") | classBit("pronoun"));
  add("poss-words", classBit("poss"));
  add("number", classBit("number"));
  add("body", classBit("body"));
  add("weekday", classBit("weekday"));
  return bits;
})();
