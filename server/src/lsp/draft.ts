import type { Settings } from "../engine/settings.ts";
import { draftChoices, draftNote, type DraftChoices } from "../drafting/draft.ts";
import { readDraftRequest, type DraftProblem, type RawDraftRequest } from "../drafting/request.ts";
import { asPlainSnippet, toSnippet } from "./snippet.ts";

/** What `caseRecording/draft` asks for; the URI is that of a note, or of the folder in which it is to stand. */
export interface DraftParams extends RawDraftRequest {
  readonly uri?: unknown;
}

/** A new note; or null, and every problem that keeps it from being written. */
export interface DraftAnswer {
  readonly text: string | null;
  /** The same as a snippet: its fields are tab stops, and the last stop is where the first section is to be written. */
  readonly snippet: string | null;
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
    if ("problems" in read) return { text: null, snippet: null, problems: read.problems };
    const text = draftNote(read.request, await this.#settings(uri));
    return { text, snippet: asSnippet(text), problems: [] };
  }

  /** The settings for a place; without one, those for a document that is not on the disk. A folder's own count for the notes in it. */
  #settings(uri: unknown): Promise<Settings> {
    const place = typeof uri === "string" && uri !== "" ? uri : "untitled:new.casenote.md";
    return this.settingsOf(/\.(?:md|casenote|txt)$/i.test(place) || place.startsWith("untitled:") ? place : `${place.replace(/\/$/, "")}/new.casenote.md`);
  }
}

/** The details of a draft, a blank line, and what stands above the first place to write in: a heading or a greeting, and its questions. */
const opening = /^[\s\S]*?\n\n[^\n]+\n(?:\n(?:<!-- [^\n]* -->\n)+)?/;

function asSnippet(text: string): string {
  const head = opening.exec(text)?.[0] ?? text;
  const rest = text.slice(head.length);
  const first = toSnippet(head, 1);
  return `${first?.value ?? asPlainSnippet(head)}\n$0${rest ? "\n" : ""}${toSnippet(rest, first?.next ?? 1)?.value ?? asPlainSnippet(rest)}`;
}
