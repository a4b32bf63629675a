import { runRules, type NoteReport } from "./engine/run.ts";
import { defaultSettings, type Settings } from "./engine/settings.ts";
import { standardsFor } from "./engine/standards-for.ts";
import { lexiconOf } from "./lexicon/lexicon.ts";
import type { Note } from "./note/note.ts";
import { readNote } from "./note/read.ts";
import { rules } from "./rules/registry.ts";

export type { NoteReport } from "./engine/run.ts";

/** Reads a note with the dictionaries and under the standards that the settings, or the note itself, choose. Never throws. */
export const read = (text: string, settings: Settings = defaultSettings): Note => readNote(text, lexiconOf(settings.packs), (details) => standardsFor(details, settings).profile.headings, settings.people);

/** Reads a note and holds it against every rule. Never throws, whatever the text. The editor, the command line and the tests all call this. */
export const checkNote = (text: string, settings: Settings = defaultSettings): NoteReport => runRules(read(text, settings), rules, settings);
