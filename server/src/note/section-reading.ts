import { LineIndex } from "../text/lines.ts";
import { moved } from "../text/moved.ts";
import type { Shelf } from "../text/shelf.ts";
import { SpanIndex } from "../text/span-index.ts";
import type { Hit } from "../lexicon/lexicon.ts";
import { readSeenAlone } from "./aloneness.ts";
import { MentionReader, learnt, type Genders, type Vote } from "./mentions.ts";
import type { OpenMention } from "./naming.ts";
import type { Block, Note, NoteToken, Person, Quotation, Section, Sentence } from "./note.ts";
import { readQuotations } from "./quotations.ts";
import { carriedOver, type SpokenSentence } from "./speakers.ts";
import type { Line, Surface } from "./surface.ts";
import { readTranscript } from "./unmarked.ts";
import type { SpokenBefore } from "./voices.ts";
import type { World } from "./world.ts";

/** Blocks that are somebody's words as a whole, and whose. */
export type Told = ReadonlyMap<Block, Person>;

/** Who is named in a section, and what that tells of who is "she". */
interface Drafts {
  readonly reader: MentionReader;
  readonly sentences: readonly SpokenSentence[];
  readonly mentions: readonly OpenMention[][];
  /** Of people whom the note knows by name. */
  readonly votes: readonly Vote[];
  /** Of the nameless, "his friend", who are known in this section alone. */
  readonly nameless: Genders;
}

/** Who is meant and who speaks in a section. */
export interface Listening {
  readonly sentences: readonly SpokenSentence[];
  readonly quotations: readonly Quotation[];
  /** Who has spoken when the section is over. */
  readonly spoken: SpokenBefore;
}

/**
 * One section, read by its text and by what the note says as a whole; in its own coordinates. Every step is a function of what it is given,
 * and the last answers are kept, so that a section which is given the same again costs nothing.
 */
export class SectionReading {
  /** Of each sentence. */
  readonly #tokens: readonly (readonly NoteToken[])[];
  readonly #outer: readonly SpokenSentence[];
  readonly #turns: ReadonlySet<Block>;
  readonly #drafts = new Memo<Drafts>();
  readonly #listenings = new Memo<Listening>();
  readonly #notes = new Map<Listening, Note>();
  readonly #order: ReadonlyMap<Block, number>;

  constructor(
    readonly surface: Surface,
    readonly section: Section,
    readonly world: World,
    private readonly shelf: Shelf,
  ) {
    const { prose, all, marked, lines } = surface;
    const { classes, children } = world;
    this.#tokens = lines.map(({ tokens }) => tokens.map((token) => ({ start: token.start, end: token.end, word: token.word, bare: token.bare, capital: token.capital, classes: classes(token) })));
    this.#outer = lines.map(({ start, end, first }, index) => ({ start, end, section, tokens: outersOf(lines[index]!, this.#tokens[index]!), prose, mentions: [], first }));
    this.#turns = readTranscript({ blocks: all, prose, children, marked });
    this.#order = new Map(all.map((block, index) => [block, index]));
  }

  /** Hints of who is "she", as far as it is known. */
  votes(known: Genders, told: Told): readonly Vote[] {
    return this.#drafted(known, told).votes;
  }

  /** Reads who is meant and who speaks. `known` is what was known of who is "she" before the hints were counted, `genders` what they tell. */
  listen(known: Genders, genders: Genders, told: Told, before: SpokenBefore): Listening {
    return this.#listenings.recall(`${keyOf(known)} ${keyOf(genders)} ${this.#keyOf(told)} ${before.child?.person.id ?? ""} ${before.last?.id ?? ""} ${before.any}`, () => {
      const { reader, sentences, mentions, nameless } = this.#drafted(known, told);
      const resolved = reader.resolve(sentences, mentions, nameless.size ? new Map([...genders, ...nameless]) : genders);
      const spoken: SpokenSentence[] = [];
      this.#outer.forEach((sentence, index) => spoken.push({ start: sentence.start, end: sentence.end, section: sentence.section, tokens: sentence.tokens, prose: sentence.prose, first: sentence.first!, mentions: resolved[index]!, previous: spoken[index - 1], about: this.#labelled(index) }));
      const { text, prose, all, marked, named } = this.surface;
      const { children, people } = this.world;
      const section = this.section;
      return { sentences: spoken, ...readQuotations({ text, prose, blocks: all, sectionOf: () => section, sentences: spoken, children, people, marked, turns: this.#turns, named, before }) };
    });
  }

  /** The blocks that are somebody's words as a whole. */
  told({ quotations }: Listening): Told {
    const unmarked = quotations.filter(({ form, name }) => form !== "marks" && form !== "signed" && name);
    if (!unmarked.length) return nobody;
    const places = new SpanIndex(this.surface.all.map(({ span }, index) => ({ ...span, index })));
    return new Map(unmarked.map((quotation) => [this.surface.all[places.overlapping(quotation)[0]!.index]!, this.world.people.find(({ name }) => name === quotation.name)!] as const).filter(([, person]) => person));
  }

  /** The section as a note of its own, with all that the whole note knows. */
  note(listening: Listening): Note {
    let note = this.#notes.get(listening);
    if (!note) {
      if (this.#notes.size > 3) this.#notes.clear();
      this.#notes.set(listening, (note = this.#written(listening)));
    }
    return note;
  }

  #drafted(known: Genders, told: Told): Drafts {
    return this.#drafts.recall(`${keyOf(known)} ${this.#keyOf(told)}`, () => {
      const { names, children, letter } = this.world;
      const reader = new MentionReader(names, children, letter, known);
      const sentences = this.#outer.map((sentence, index): SpokenSentence => {
        const { block } = this.surface.lines[index]!;
        const teller = told.get(block);
        return teller || block.kind === "quote" || this.#turns.has(block) ? { ...sentence, tokens: [], ...(teller ? { told: teller } : {}) } : sentence;
      });
      const mentions = reader.find(sentences);
      const votes = reader.votes(sentences, mentions);
      return { reader, sentences, mentions, votes: votes.filter(({ person }) => person.id >= 0), nameless: learnt(new Map(), votes.filter(({ person }) => person.id < 0)) };
    });
  }

  #labelled(index: number): Person | undefined {
    const { block } = this.surface.lines[index]!;
    const words = block.label && this.surface.prose.slice(block.label.start, block.label.end).toLowerCase().replaceAll("-", " ");
    return words === undefined ? undefined : this.world.children.find(({ person }) => person.forms.some((form) => form.join(" ") === words))?.person;
  }

  #keyOf(told: Told): string {
    return told.size ? [...told].map(([block, { id }]) => `${this.#order.get(block)}:${id}`).join() : "";
  }

  #written({ sentences: spoken, quotations }: Listening): Note {
    const { text, prose, all, lines, directives, dates, risks } = this.surface;
    const { details, kind, visited, children, people, lexicon, classes } = this.world;
    const recall: Note["recall"] = (kind, words, make) => this.shelf.recall(kind, words, make);
    const heard = new SpanIndex(quotations);
    const sentences = spoken.map((sentence, index): Sentence => {
      const { block } = lines[index]!;
      const about = sentence.about ?? carriedOver(sentence.previous);
      return { start: sentence.start, end: sentence.end, block, section: this.section, tokens: this.#tokens[index]!, quotations: heard.overlapping(sentence), mentions: sentence.mentions, ...(about ? { about } : {}) };
    });
    const found = new Map<Sentence, readonly Hit[]>();
    const hits = (sentence: Sentence): readonly Hit[] => {
      let list = found.get(sentence);
      if (list) return list;
      const { start, end } = sentence;
      const known = recall(classes, prose.slice(start, end), () => ({ start, hits: lexicon.findIn(sentence.tokens) }));
      found.set(sentence, (list = known.start === start ? known.hits : known.hits.map((hit) => moved(hit, start - known.start))));
      return list;
    };
    const note = { text, prose, lines: new LineIndex(text), problems: [], directives, details, detailsSpan: { start: 0, end: 0 }, kind, ...(visited ? { visited } : {}), dates, children, people, sections: [this.section], blocks: all, sentences, quotations, marked: risks, lexicon, hits, recall, parts: [] };
    return { ...note, seenAlone: readSeenAlone(note) };
  }
}

/** Of a line's tokens, as they are known now, those outside quotations. */
function outersOf({ tokens, outer }: Line, known: readonly NoteToken[]): readonly NoteToken[] {
  if (outer === tokens) return known;
  const places = new Set(outer.map(({ start }) => start));
  return known.filter(({ start }) => places.has(start));
}

export const nobody: Told = new Map();

/** The last few answers to a question, by what was asked. */
class Memo<T> {
  readonly #kept = new Map<string, T>();

  recall(key: string, make: () => T): T {
    if (!this.#kept.has(key)) {
      if (this.#kept.size > 5) this.#kept.clear();
      this.#kept.set(key, make());
    }
    return this.#kept.get(key)!;
  }
}

const keys = new WeakMap<Genders, string>();

function keyOf(genders: Genders): string {
  let key = keys.get(genders);
  if (key === undefined) keys.set(genders, (key = [...genders].map(([{ id }, gender]) => `${id}${gender}`).sort().join()));
  return key;
}
