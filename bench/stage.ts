import type { NoteWriter } from "./inputs/notes.ts";

/** What every part of the benchmark is handed. */
export interface Stage {
  /** The folder of package.json. */
  readonly root: string;
  readonly writer: NoteWriter;
  /** Without 100,000 words and without peers. */
  readonly quick: boolean;
  /** Says on standard error what goes on. */
  readonly say: (text: string) => void;
}
