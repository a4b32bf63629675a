import type { Settings } from "../engine/settings.ts";
import { draftChoices, draftNote, type DraftChoices } from "../drafting/draft.ts";
import { readDraftRequest, type DraftProblem, type RawDraftRequest } from "../drafting/request.ts";

/** What `caseRecording/draft` asks for; the URI is that of a note, or of the folder in which it is to stand. */
export interface DraftParams extends RawDraftRequest {
  readonly uri?: unknown;
}

/** The text of a new note; or null, and every problem that keeps it from being written. */
export interface DraftAnswer {
  readonly text: string | null;
  readonly problems: readonly DraftProblem[];
}

/** Begins new notes. No document need be open. */
export class Drafts {
  constructor(private readonly settingsOf: (uri: string) => Promise<Settings>) {}

  async choices({ uri }: { readonly uri?: unknown }): Promise<DraftChoices> {
    return draftChoices(await this.#settings(uri));
  }

  async draft({ uri, ...raw }: DraftParams): Promise<DraftAnswer> {
    const read = readDraftRequest(raw);
    return "problems" in read ? { text: null, problems: read.problems } : { text: draftNote(read.request, await this.#settings(uri)), problems: [] };
  }

  /** The settings for a place; without one, those for a document that is not on the disk. A folder's own count for the notes in it. */
  #settings(uri: unknown): Promise<Settings> {
    const place = typeof uri === "string" && uri !== "" ? uri : "untitled:new.casenote.md";
    return this.settingsOf(/\.(?:md|casenote|txt)$/i.test(place) || !place.startsWith("file:") ? place : `${place.replace(/\/$/, "")}/new.casenote.md`);
  }
}
