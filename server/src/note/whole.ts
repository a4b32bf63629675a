import type { Hit } from "../lexicon/lexicon.ts";
import { lazily } from "../text/lazily.ts";
import { moved } from "../text/moved.ts";
import type { Block, Mention, Note, Part, Quotation, Sentence } from "./note.ts";
import { movedDate } from "./dates.ts";
import { readDetailsAnswer } from "./tick-boxes.ts";

/** What a whole note is put together from, besides its parts. */
type Frame = Omit<Note, "sentences" | "quotations" | "marked" | "dates" | "seenAlone" | "hits" | "lines" | "problems"> & Pick<Note, "lines" | "problems">;

/** Puts a note together from its sections, each of which was read by itself. What stands in them is brought to the coordinates of the whole when somebody asks for it. */
export function wholeNote(frame: Frame): Note {
  const places = lazily(() => frame.parts.map((part) => new Placed(part)));
  const origins = lazily(() => new Map(places().flatMap((placed) => placed.origins())));
  const hits = new Map<Sentence, readonly Hit[]>();
  return withLazy(frame, {
    sentences: () => places().flatMap((placed) => placed.sentences()),
    quotations: () => places().flatMap((placed) => placed.quotations()),
    marked: () => frame.parts.flatMap(({ note, at }) => note.marked.map((span) => moved(span, at))),
    dates: () => frame.parts.flatMap(({ note, at }) => note.dates.map((date) => movedDate(date, at))),
    seenAlone: () => [...readDetailsAnswer(frame), ...frame.parts.flatMap(({ note, at }) => note.seenAlone.map((said) => moved(said, at)))].sort((a, b) => a.start - b.start),
    hits: () => (sentence: Sentence) => {
      let list = hits.get(sentence);
      const origin = origins().get(sentence);
      if (!list) hits.set(sentence, (list = origin ? origin.part.note.hits(origin.sentence).map((hit) => moved(hit, origin.part.at)) : frame.lexicon.findIn(sentence.tokens)));
      return list;
    },
  });
}

/** The sentences and quotations of a part, where they stand in the whole. */
class Placed {
  readonly #part: Part;
  readonly #blocks: ReadonlyMap<Block, Block>;
  readonly quotations: () => readonly Quotation[];
  readonly sentences: () => readonly Sentence[];

  constructor(part: Part) {
    this.#part = part;
    const { note, at, section, blocks } = part;
    this.#blocks = new Map(note.blocks.map((block, index) => [block, blocks[index]!]));
    const quoted = lazily(() => new Map(note.quotations.map((quotation) => [quotation, movedQuotation(quotation, at)])));
    this.quotations = () => [...quoted().values()];
    this.sentences = lazily(() =>
      note.sentences.map((sentence): Sentence => ({
        ...moved(sentence, at),
        block: this.#blocks.get(sentence.block)!,
        section,
        tokens: sentence.tokens.map((token) => moved(token, at)),
        quotations: sentence.quotations.map((quotation) => quoted().get(quotation)!),
        mentions: sentence.mentions.map((mention): Mention => moved(mention, at)),
      })),
    );
  }

  /** Of each sentence in the whole, the sentence in the part. */
  origins(): (readonly [Sentence, { readonly part: Part; readonly sentence: Sentence }])[] {
    return this.sentences().map((sentence, index) => [sentence, { part: this.#part, sentence: this.#part.note.sentences[index]! }] as const);
  }
}

const movedQuotation = (quotation: Quotation, by: number): Quotation => ({
  ...moved(quotation, by),
  words: moved(quotation.words, by),
  asides: quotation.asides.map((aside) => moved(aside, by)),
  ...(quotation.known ? { known: { ...quotation.known, ...(quotation.known.span ? { span: moved(quotation.known.span, by) } : {}) } } : {}),
});

/** An object with some more properties, each made when it is first asked for. */
function withLazy<Base extends object, More extends object>(base: Base, more: { readonly [Key in keyof More]: () => More[Key] }): Base & More {
  const whole = { ...base };
  for (const [key, make] of Object.entries(more) as [string, () => unknown][]) Object.defineProperty(whole, key, { get: lazily(make), enumerable: true });
  return whole as Base & More;
}
