// Notes of any length, put together from the project's own: no paragraph stands in them twice.
import { Chance, Deck } from "./random.ts";
import { readPool, type Piece, type Pool } from "./sources.ts";
import { castFor, readFirstNames, vary, type Cast } from "./vary.ts";

/** Words of a text: runs of letters, figures and whatever hangs on them. */
export const wordsIn = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** A long note tells of one visit after another. */
const wordsOfVisit = 1_000;
const months = "January February March April May June July August September October November December".split(" ");
const topics = ["Home", "School", "Health", "Family time", "Friends", "Money and housing", "Safety", "Sleep and routines", "What has gone well"];

/** No paragraph is begun for fewer words than this. */
const shortest = 25;
/** The words of the longest sentence that is used, and a few more. */
const longestSentence = 70;

/** A section of a visit: its heading, which part of the visit's words it has, and what else than paragraphs stands in it. */
interface Plan {
  readonly heading: string;
  readonly share: number;
  readonly also?: "quotes" | "turns" | "tables" | "items";
}

/** What notes are made of. */
export interface Library {
  readonly pool: Pool;
  readonly firstNames: ReadonlySet<string>;
}

/** Reads what notes are made of. `root` is the folder of package.json. */
export const readLibrary = (root: string): Library => ({ pool: readPool(root), firstNames: readFirstNames(root) });

/** Writes notes, each of other sentences than the last as long as there are any. The same seed writes the same notes. */
export class NoteWriter {
  readonly #chance: Chance;
  readonly #decks: { readonly [kind in keyof Pool]: Deck<Piece> };
  readonly #firstNames: ReadonlySet<string>;
  readonly #written = new Set<string>();

  constructor({ pool, firstNames }: Library, seed: number) {
    this.#chance = new Chance(seed);
    this.#firstNames = firstNames;
    const deck = (kind: keyof Pool): Deck<Piece> => new Deck(pool[kind], this.#chance);
    this.#decks = { sentences: deck("sentences"), items: deck("items"), quotes: deck("quotes"), turns: deck("turns"), tables: deck("tables") };
  }

  /** A note of exactly so many words. */
  note(words: number): string {
    const cast = castFor(words, this.#chance);
    const blocks: string[] = [];
    let left = words;
    const put = (block: string): void => {
      blocks.push(block);
      left -= wordsIn(block);
    };
    put(this.#details(cast));
    const visits = Math.max(1, Math.round(words / wordsOfVisit));
    for (let visit = 1; visit <= visits; visit += 1) {
      if (visits > 1) put(`## Visit on ${this.#chance.from(1, 28)} ${months[visit % 12]} ${2025 + Math.floor(visit / 12)}`);
      this.#visit(cast, Math.round(left / (visits - visit + 1)), visits > 1 ? "###" : "##", visit === visits, put);
    }
    return `${blocks.join("\n\n")}\n`;
  }

  #details({ girl, boy, family, women, surnames }: Cast): string {
    const day = this.#chance.from(10, 27);
    return `Children: ${girl} ${family} (${this.#chance.from(5, 9)}), ${boy} ${family} (${this.#chance.from(10, 15)})\nDate of visit: ${day}/06/2025 16:00\nRecorded: ${day + 1}/06/2025\nType of visit: Statutory visit\nStatus: Child in need\nPlace: home\nPresent: ${girl}, ${boy}, ${women[0]} (mum)\nWorker: ${women[1]} ${surnames[0]}`;
  }

  #visit(cast: Cast, words: number, level: string, last: boolean, put: (block: string) => void): void {
    const [one, other] = this.#chance.shuffled(topics);
    const plans: Plan[] = [
      { heading: "Why am I visiting?", share: 0.1 },
      { heading: "What we did and what we talked about", share: 0.3, also: "turns" },
      { heading: one!, share: 0.13 },
      { heading: other!, share: 0.13, also: "tables" },
      { heading: "What is your view about what is happening for you?", share: 0.13, also: "quotes" },
      { heading: "What you think should happen next?", share: 0.09, also: "items" },
      { heading: "Practitioner reflections on the visit", share: last ? 0.12 - longestSentence / words : 0.12 },
    ];
    let done = 0;
    let due = 0;
    const write = (block: string): void => {
      put(block);
      done += wordsIn(block);
    };
    for (const { heading, share, also } of plans) {
      due += share * words;
      write(`${level} ${heading}`);
      if (also === "items") write(this.#list(cast, due - done));
      else if (also && this.#chance.percent(also === "quotes" ? 60 : 20)) {
        const piece = this.#fresh(() => this.#draw(also, cast));
        if (piece && wordsIn(piece) < due - done) write(piece);
      }
      while (due - done > shortest) write(this.#paragraph(cast, due - done));
    }
    if (last) put(this.#ending(cast, words - done));
  }

  /** Some sentences, of not many more words than `most`. */
  #paragraph(cast: Cast, most: number): string {
    const length = this.#chance.from(4, 8);
    return this.#fresh(() => {
      const sentences: string[] = [];
      for (let words = 0; sentences.length < length && words < most; words += wordsIn(sentences.at(-1)!)) sentences.push(this.#draw("sentences", cast));
      return sentences.join(" ");
    })!;
  }

  /** A paragraph of exactly so many words: its last sentence is cut short. */
  #ending(cast: Cast, words: number): string {
    const sentences: string[] = [];
    for (let left = words; left > 0; ) {
      const sentence = this.#draw("sentences", cast);
      if (/["“”(*]/.test(sentence)) continue;
      sentences.push(wordsIn(sentence) <= left ? sentence : `${sentence.split(" ").filter(wordsIn).slice(0, left).join(" ").replace(/[.,;:!?]+$/, "")}.`);
      left -= wordsIn(sentences.at(-1)!);
    }
    return sentences.join(" ");
  }

  #draw(kind: keyof Pool, cast: Cast): string {
    return vary(this.#decks[kind].draw(), cast, this.#firstNames, this.#chance);
  }

  #list(cast: Cast, most: number): string {
    const items: string[] = [];
    for (let words = 0; words < most; words += wordsIn(items.at(-1)!)) {
      const item = this.#fresh(() => `- ${this.#draw("items", cast)}`);
      items.push(item ?? `- ${this.#draw("sentences", cast)}`);
    }
    return items.join("\n");
  }

  /** A block that was not written before; none where ten tries bring none. */
  #fresh(write: () => string): string | undefined {
    for (let tries = 0; tries < 10; tries += 1) {
      const block = write();
      if (this.#written.has(block)) continue;
      this.#written.add(block);
      return block;
    }
    return undefined;
  }
}
