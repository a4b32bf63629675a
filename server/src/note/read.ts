import { coreLexicon, type Lexicon } from "../lexicon/lexicon.ts";
import type { ProfileHeading } from "../standards/profile.ts";
import { LineIndex } from "../text/lines.ts";
import { moved } from "../text/moved.ts";
import { passagesOf } from "../text/passage.ts";
import { ownCopy, Shelf } from "../text/shelf.ts";
import { SpanIndex } from "../text/span-index.ts";
import { finished, type Steps } from "../text/steps.ts";
import { tokenise } from "../text/tokens.ts";
import { readDate } from "./dates.ts";
import { readDetails, type DetailsReading } from "./details.ts";
import { directiveProblems, namedProblems } from "./directive-problems.ts";
import { readDirectives, withBlanks, type Directive } from "./directives.ts";
import { headingBook, type HeadingBook } from "./headings.ts";
import { isWrittenToChild, readKind } from "./kind.ts";
import { movedBlock, readBlocks, readSections } from "./layout.ts";
import { readMarkdown } from "./markdown.ts";
import { learnt, type Genders, type Vote } from "./mentions.ts";
import type { Misspelt } from "./naming.ts";
import type { Block, Child, Detail, Note, Part, Problem, Section } from "./note.ts";
import { Cast } from "./people.ts";
import { nobody, SectionReading, type Listening, type Told } from "./section-reading.ts";
import { unknownNamesOf } from "./strangers.ts";
import { stretchesOf, type Stretch } from "./stretches.ts";
import { readSurface, type Page, type Surface } from "./surface.ts";
import type { SpokenBefore } from "./voices.ts";
import { wholeNote } from "./whole.ts";
import { worldOf, type Whole } from "./world.ts";

/** The longest text that is read, in UTF-16 units: some 130,000 words. */
export const longestNote = 800_000;

type AskedHeadings = (details: readonly Detail[]) => readonly ProfileHeading[];

/** Why a text cannot be read as a note at all. */
function unfitness(text: string): Problem | undefined {
  const start = { start: 0, end: Math.min(text.length, Math.max(1, text.search(/[\r\n]|$/))) };
  if (text.slice(0, 8192).includes("\0")) return { span: start, message: "This does not look like text, so it could not be checked. Nothing has been changed." };
  if (text.length > longestNote) return { span: start, message: `This text is very long (${text.length.toLocaleString("en-GB")} characters; at most ${longestNote.toLocaleString("en-GB")} can be checked at once), so it was not checked. Please split it into its notes.` };
  if (!/[\p{L}\p{N}]/u.test(text)) return { span: start, message: "There are no words in this note yet, so there is nothing to check.", mild: true };
  return undefined;
}

/** A text in which its directives are blanks, with what the reading asks besides. */
interface Source {
  /** As it is written. */
  readonly written: string;
  /** Its directives blank. */
  readonly body: string;
  readonly directives: readonly Directive[];
  readonly team: readonly string[];
}

/**
 * Reads one document again and again while it changes. Each section is a function of its own text and of what the note says as a whole; what is
 * given the same as in the reading before costs nothing. A new reader gives the same for the same text: nothing depends on what was read before.
 */
export class NoteReader {
  #shelf = new Shelf();
  #by: readonly unknown[] = [];

  /** Turns a text into a note: details, people, sections, blocks, sentences, quotations with their speakers. `headings` says which headings the standards ask for of a note with such details; `team` names colleagues of the writer. Never throws. */
  read(text: string, lexicon?: Lexicon, headings?: AskedHeadings, team?: readonly string[]): Note {
    return finished(this.reading(text, lexicon, headings, team));
  }

  /** The same, section by section. What is given up on the way is begun anew, and what was read till then is at hand. */
  *reading(text: string, lexicon: Lexicon = coreLexicon, headings: AskedHeadings = () => [], team: readonly string[] = []): Steps<Note> {
    const directives = text.length > longestNote ? [] : readDirectives(text);
    const body = withBlanks(text, directives);
    const unfit = unfitness(body);
    if (!unfit) return yield* this.#read({ written: text, body, directives, team }, lexicon, headings);
    const blank = yield* this.#read({ written: "", body: "", directives: [], team: [] }, lexicon, headings);
    return { ...blank, text, directives, prose: text.replace(/[^\r\n]/g, " "), lines: new LineIndex(text), problems: [unfit] };
  }

  /** Where a child's name proves to be misspelt, the note is read once more, and the misspelt name is the child's. */
  *#read(source: Source, lexicon: Lexicon, headings: AskedHeadings): Steps<Note> {
    const reading = readDetails(source.body);
    const book = headingBook(headings(reading.details));
    if (this.#by[0] !== lexicon || this.#by[1] !== book) this.#shelf = new Shelf();
    this.#by = [lexicon, book];
    const layout = layOut(source, reading, book, this.#shelf);
    yield;
    const note = yield* this.#readBy(layout, lexicon, new Map());
    const misspelt = new Map(unknownNamesOf(note).misspelt.filter(({ surname }) => !surname).flatMap(({ child, uses }) => uses.map(({ written }) => [written.toLowerCase(), child.name] as const)));
    const known = misspelt.size ? yield* this.#readBy(layout, lexicon, misspelt) : note;
    this.#shelf.turn();
    return known;
  }

  *#readBy(layout: Layout, lexicon: Lexicon, misspelt: Misspelt): Steps<Note> {
    const { source, reading, prose, sections, blocks, stretches, pages } = layout;
    const shelf = this.#shelf;
    const world = shelf.recall("world", JSON.stringify(layout.whole), () => worldOf({ ...layout.whole, misspelt: new Map() }, lexicon));
    const misspelling = misspelt.size ? shelf.recall(world, JSON.stringify([...misspelt]), () => worldOf({ ...world, misspelt }, lexicon)) : world;
    const placed = headedForChildren(sections, world.children);
    const homes = new Map(sections.map((section, index) => [section, placed[index]!]));
    const surfaces: Surface[] = [];
    for (const page of pages) {
      surfaces.push(shelf.recall("surface", keyOfPage(page), () => readSurface(page)));
      yield;
    }
    const readings = surfaces.map((surface, index) => {
      const { title, role, wording, asks, depth, child } = homes.get(stretches[index]!.section)!;
      // A misspelt name says nothing of the sections in which it does not stand.
      const known = misspelling !== world && holdsAny(surface, misspelt) ? misspelling : world;
      return shelf.recall(known, `${role} ${wording} ${depth} ${child?.person.id ?? ""}\0${keyOfPage(pages[index]!)}`, () => {
        const span = { start: 0, end: surface.text.length };
        return new SectionReading(surface, { ...(surface.heading ? { heading: surface.heading } : {}), title: ownCopy(title), role, wording, ...(asks ? { asks } : {}), depth, ...(child ? { child } : {}), span, whole: span, blocks: surface.blocks }, known, shelf);
      });
    });
    const { genders } = world;
    const heard = yield* listenTo(readings, genders, readings.map(() => nobody));
    // Words without marks (block quotes, turns, cells) say who is spoken of next, so whoever said them is heard first.
    const told = readings.map((section, index) => section.told(heard.listenings[index]!));
    const { listenings } = told.some(({ size }) => size) ? yield* listenTo(readings, genders, told) : heard;
    const parts: Part[] = [];
    for (const [index, section] of readings.entries()) {
      const { section: home, span, heading, blocks: own } = stretches[index]!;
      parts.push({ note: section.note(listenings[index]!), at: span.start, section: homes.get(home)!, blocks: heading ? [heading, ...own] : own });
      yield;
    }
    const problems = [
      ...reading.problems,
      ...directiveProblems(source.directives),
      ...surfaces.flatMap(({ crowded }, index) => crowded.map(({ span }) => ({ span: { start: parts[index]!.at + span.start, end: parts[index]!.at + span.start + 1 }, message: "This paragraph holds so many quotation marks that nobody's words can be told apart in it. The rest of the note was checked." }))),
      ...surfaces.flatMap(({ named }, index) => (named.length ? namedProblems(named, parts[index]!.note.quotations, world).map((problem) => ({ ...problem, span: moved(problem.span, parts[index]!.at) })) : [])),
    ];
    const { details, detailsSpan, kind, visited, people, children } = world;
    return wholeNote({ text: source.written, prose, lines: new LineIndex(source.written), problems, directives: source.directives, details, detailsSpan, kind, ...(visited ? { visited } : {}), children, people, sections: placed, blocks, lexicon, recall: (kind, words, make) => shelf.recall(kind, words, make), parts });
  }
}

/** Reads one text; who reads it again and again keeps a NoteReader. Never throws. */
export const readNote = (text: string, lexicon?: Lexicon, headings?: AskedHeadings, team?: readonly string[]): Note => new NoteReader().read(text, lexicon, headings, team);

/** A note as it stands on the page, cut into its sections. */
interface Layout {
  readonly source: Source;
  readonly reading: DetailsReading;
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** What is read together, in order. */
  readonly stretches: readonly Stretch[];
  /** Of each stretch its page. */
  readonly pages: readonly Page[];
  readonly whole: Omit<Whole, "misspelt">;
}

function layOut(source: Source, reading: DetailsReading, book: HeadingBook, shelf: Shelf): Layout {
  const { written, body, directives, team } = source;
  const { details, span: detailsSpan } = reading;
  const bodyStart = detailsSpan.end;
  const markdown = readMarkdown(body, bodyStart, shelf);
  const { prose } = markdown;
  const blocks = readBlocks(markdown, book);
  const sections = readSections(prose, blocks, bodyStart, body.length, book);
  const visited = details.filter(({ key }) => key === "visited").map(({ value }) => readDate(value)).find((date) => date !== undefined);
  const kind = readKind(details, sections, prose.slice(bodyStart), body.slice(0, detailsSpan.start));
  const passages = passagesOf(prose, bodyStart, sections.flatMap(({ heading }) => (heading ? [heading.span.start] : [])), shelf).map(({ passage }) => passage);
  const { people, children } = new Cast(details, passages, visited, team).done();
  const letter = kind === "letter to the child" || isWrittenToChild(passages);
  const strong = new SpanIndex(markdown.strong);
  const comments = new SpanIndex(directives);
  const stretches = sections.flatMap((section) => stretchesOf(prose, section, shelf));
  const pages = stretches.map(({ span, heading, blocks: inside }): Page => {
    const { start, end } = span;
    const table = inside.find(({ cell }) => cell)?.cell?.table ?? 0;
    const own = (block: Block): Block => movedBlock(block, -start, -table);
    return {
      text: written.slice(start, end),
      prose: prose.slice(start, end),
      ...(heading ? { heading: own(heading) } : {}),
      blocks: inside.map(own),
      strong: strong.within(span).map((one) => moved(one, -start)),
      directives: comments.within(span).map((comment) => moved(comment, -start)),
    };
  });
  return { source, reading, prose, blocks, sections, stretches, pages, whole: { details, detailsSpan, kind, ...(visited ? { visited } : {}), people, children, letter } };
}

/** True where one of some spellings stands in a section. */
const holdsAny = ({ lines }: Surface, spellings: Misspelt): boolean => {
  const firsts = new Set([...spellings.keys()].map((spelling) => spelling.split("-")[0]!));
  return lines.some(({ tokens }) => tokens.some(({ bare }) => firsts.has(bare)));
};

const keysOfPages = new WeakMap<Page, string>();

/** What tells a page from another. */
function keyOfPage(page: Page): string {
  let key = keysOfPages.get(page);
  if (key === undefined) {
    const place = ({ kind, span, depth, label, cell }: Block): string => `${kind} ${span.start} ${span.end} ${depth} ${label ? `${label.start} ${label.end}` : ""} ${cell ? `${cell.table} ${cell.row} ${cell.column}` : ""}`;
    key = [page.heading ? place(page.heading) : "", ...page.blocks.map(place), ...page.strong.map(({ start, end }) => `${start}-${end}`), page.text, page.prose].join("\0");
    keysOfPages.set(page, key);
  }
  return key;
}

/** Listens to section after section: first what tells of who is "she", then who is meant and who speaks. */
function* listenTo(readings: readonly SectionReading[], known: Genders, told: readonly Told[]): Steps<{ listenings: Listening[]; genders: Genders }> {
  const votes: Vote[] = [];
  for (const [index, section] of readings.entries()) {
    votes.push(...section.votes(known, told[index]!));
    yield;
  }
  const genders = learnt(known, votes);
  const listenings: Listening[] = [];
  let before: SpokenBefore = { any: false };
  for (const [index, section] of readings.entries()) {
    const listening = section.listen(known, genders, told[index]!, before);
    listenings.push(listening);
    before = listening.spoken;
    yield;
  }
  return { listenings, genders };
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
