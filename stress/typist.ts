// What people do to a text, at random: type, paste, cut, take back, write anew.
import type { Chance } from "../bench/inputs/random.ts";
import { applyEdit, keyPresses, type Edit } from "../bench/inputs/edits.ts";

/** What somebody types or pastes besides letters: names, marks that open and close, headings, details, tables, comments, letters of two units. */
const snippets = [
  "\n", "\n\n", "\r\n", "# ", "## Kai\n", "- ", "> ", "“", "”", "'", '"', "*", "**", "```\n", "<!--", "-->", "|", "    ", ".", " said ", " she ", "(mum)", "😀", "é", "\u00a0", "\ufeff", "\u202e",
  "<!-- case-recording-disable-line jargon -->", "<!-- case-recording-words: Kai -->", "Child: Mo (6)\n", "Seen alone: No\n", "Mrs Lowe rang. ", "Pat, his nan, ", "I saw Kai alone. ", "He is at risk. ", "What needs to happen next?\n", "on 3 June 2025 ", "K: no\nSW: why?\n",
  "Kai said, “I like it here.” ", "Mum called him a little liar. ", "He is a LAC child. ", "**Craig hit Kai on the arm.** ",
];

/** A note grows no longer than this many times what it was. */
const growth = 1.5;

/** Somebody who works on one note. The same chance makes the same edits. */
export class Typist {
  readonly #before: string[] = [];

  constructor(
    private readonly first: string,
    private readonly others: readonly string[],
    private readonly chance: Chance,
  ) {}

  /** What is done to the text next: edits that are made one after the other, as one change. */
  next(text: string): readonly Edit[] {
    if (this.chance.percent(4)) this.#before.push(text);
    if (text.length > this.first.length * growth) return [this.#anew(text, this.first)];
    const kind = this.chance.from(1, 100);
    if (kind <= 62) return [this.#press(text)];
    if (kind <= 80) return [{ offset: this.#place(text), removed: 0, inserted: this.chance.one(snippets) }];
    if (kind <= 88) return [this.#cut(text)];
    if (kind <= 92) return [{ offset: this.#place(text), removed: 0, inserted: this.#pasted() }];
    if (kind <= 96) {
      const first = this.#press(text);
      return [first, this.#press(applyEdit(text, first))];
    }
    if (kind <= 99 && this.#before.length) return [this.#anew(text, this.#before.pop()!)];
    return [this.#anew(text, this.first)];
  }

  /** A letter in a paragraph, mostly where one was typed before; where there is no paragraph, anywhere. */
  #press(text: string): Edit {
    if (!/^(?![#>|-]|[A-Z][\w ]*: )(?=.*(?<![\p{L}’'-])\p{Ll}{4,}(?![\p{L}’'-])).{40,}$/mu.test(text)) return { offset: this.#place(text), removed: 0, inserted: this.chance.one([..."aeinorst "]) };
    return keyPresses(text, 1, this.chance).next().value as Edit;
  }

  #cut(text: string): Edit {
    const offset = this.#place(text);
    return { offset, removed: Math.min(this.chance.from(1, this.chance.percent(20) ? 400 : 12), text.length - offset), inserted: "" };
  }

  #pasted(): string {
    const paragraphs = this.chance.one(this.others).split("\n\n");
    return `${this.chance.one(paragraphs)}\n\n`;
  }

  #anew(text: string, other: string): Edit {
    return { offset: 0, removed: text.length, inserted: other };
  }

  #place(text: string): number {
    return this.chance.from(0, text.length);
  }
}
