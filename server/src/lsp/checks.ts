import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import type { NoteReport } from "../check.ts";
import type { Settings } from "../engine/settings.ts";
import type { Checked, Checks, Documents } from "./ports.ts";

/** Checks open documents; the newest check of each is kept until it is closed. */
export class CheckCache implements Checks {
  readonly #newest = new Map<string, Checked>();
  readonly #settingsIds = new Map<string, number>();
  readonly #profileIds = new WeakMap<object, number>();
  #profiles = 0;
  /** Tells this run of the server from any other in the ids that a client may keep. */
  readonly #run = Math.random().toString(36).slice(2, 8);

  constructor(
    private readonly documents: Documents,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly check: (text: string, settings: Settings) => NoteReport,
  ) {}

  async idOf(uri: string): Promise<string | undefined> {
    const settings = await this.settingsOf(uri);
    const note = this.documents.get(uri);
    return note && this.#id(note.opening, note.version, settings);
  }

  async of(uri: string, token?: CancellationToken): Promise<Checked | undefined> {
    const settings = await this.settingsOf(uri);
    const kept = this.#current(uri, settings);
    if (kept) return kept;
    await pause();
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    const note = this.documents.get(uri);
    if (!note) return undefined;
    const meanwhile = this.#current(uri, settings);
    if (meanwhile) return meanwhile;
    const checked = { id: this.#id(note.opening, note.version, settings), note, report: this.check(note.text, settings) };
    this.#newest.set(uri, checked);
    return checked;
  }

  /** Forgets what was found in a document. */
  forget(uri: string): void {
    this.#newest.delete(uri);
  }

  #current(uri: string, settings: Settings): Checked | undefined {
    const note = this.documents.get(uri);
    const kept = this.#newest.get(uri);
    return note && kept?.id === this.#id(note.opening, note.version, settings) ? kept : undefined;
  }

  #numberOf(profile: object): number {
    if (!this.#profileIds.has(profile)) this.#profileIds.set(profile, (this.#profiles += 1));
    return this.#profileIds.get(profile)!;
  }

  #id(opening: number, version: number, settings: Settings): string {
    // A profile is large, and the same object until its file changes.
    const { ownProfile, ...rest } = settings;
    const key = `${ownProfile ? this.#numberOf(ownProfile) : 0} ${JSON.stringify(rest)}`;
    if (!this.#settingsIds.has(key)) this.#settingsIds.set(key, this.#settingsIds.size + 1);
    return `${this.#run}.${opening}.${version}.${this.#settingsIds.get(key)}`;
  }
}

/** Lets messages that have arrived be heard: a newer edit, or that nobody waits for the answer any more. */
const pause = (): Promise<void> => new Promise((done) => setImmediate(done));
