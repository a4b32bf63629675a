import { runInSteps, type NoteReport } from "./engine/run.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import { standardsFor } from "./engine/standards-for.ts";
import { lexiconOf } from "./lexicon/lexicon.ts";
import type { Detail, Note } from "./note/note.ts";
import { NoteReader, readNote } from "./note/read.ts";
import { rules } from "./rules/registry.ts";
import { finished, type Steps } from "./text/steps.ts";

export type { NoteReport } from "./engine/run.ts";

const headingsBy = (settings: Settings) => (details: readonly Detail[]) => standardsFor(details, settings).profile.headings;

/** Reads a note with the dictionaries and under the standards that the settings, or the note itself, choose. Never throws. */
export const read = (text: string, settings: Settings = defaultSettings): Note => readNote(text, lexiconOf(settings.packs), headingsBy(settings), settings.people);

/** Reads a note and holds it against every rule. Never throws, whatever the text. The editor, the command line and the tests all come to this. */
export const checkNote = (text: string, settings: Settings = defaultSettings): NoteReport => new Checker().check(text, settings);

/** Checks one document again and again while it changes: what has not changed since the last time costs nothing, and the answer is that of `checkNote`. */
export class Checker {
  readonly #reader = new NoteReader();

  /** Reads the text and holds it against every rule. Never throws. */
  check(text: string, settings: Settings = defaultSettings): NoteReport {
    return finished(this.steps(text, settings));
  }

  /** The same, step by step: whoever takes the steps may stop between two of them, when the text has changed or nobody waits any more. */
  *steps(text: string, settings: Settings = defaultSettings): Steps<NoteReport> {
    const note = yield* this.#reader.reading(text, lexiconOf(settings.packs), headingsBy(settings), settings.people);
    return yield* runInSteps(note, rules, settings);
  }
}
