// Key presses as they come in writing: a letter within a sentence, somewhere in the note; now and then one is taken out.
import type { Chance } from "./random.ts";

/** At this offset, in UTF-16 units, so many units are taken out and this is put in. */
export interface Edit {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: string;
}

export const applyEdit = (text: string, { offset, removed, inserted }: Edit): string => text.slice(0, offset) + inserted + text.slice(offset + removed);

/** How often, in a hundred, a letter is taken out. */
const deletions = 20;
/** The line of a paragraph: no heading, detail, item, quote or row. */
const paragraph = /^(?![#>|-]|[A-Z][\w ]*: ).{40,}$/gm;
const word = /(?<![\p{L}’'-])\p{Ll}{4,}(?![\p{L}’'-])/gu;

/** So many key presses, one after another, each for the text that the one before left. Names and capitals stay as they are. */
export function* keyPresses(text: string, count: number, chance: Chance): Generator<Edit> {
  for (let now = text, done = 0; done < count; ) {
    const line = chance.one([...now.matchAll(paragraph)]);
    const places = [...line[0].matchAll(word)];
    if (!places.length) continue;
    const { 0: letters, index } = chance.one(places);
    const offset = line.index + index + chance.from(1, letters.length - 1);
    const edit = chance.percent(deletions) ? { offset, removed: 1, inserted: "" } : { offset, removed: 0, inserted: chance.one([..."aeinorst"]) };
    now = applyEdit(now, edit);
    done += 1;
    yield edit;
  }
}
