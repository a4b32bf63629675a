import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import type { NoteReport } from "../check.ts";
import { SettingsNumbers } from "../engine/settings-numbers.ts";
import type { Settings } from "../engine/settings.ts";
import type { Checked, Checks, Documents, OpenNote } from "./ports.ts";

/** Checks a text step by step; between two steps somebody else may have their turn, or the check may be given up. */
export type CheckInSteps = (text: string, settings: Settings) => Generator<void, NoteReport>;

/** So long (milliseconds) a check works before messages are heard again. */
const stretch = 10;

/**
 * Checks open documents, each by a checker of its own, which lives until the document is closed. Only the newest text is
 * checked, once for everybody who waits for it; and only while somebody waits.
 */
export class CheckCache implements Checks {
  readonly #desks = new Map<string, Desk>();
  readonly #numbers = new SettingsNumbers();
  /** Tells this run of the server from any other in the ids that a client may keep. */
  readonly #run = Math.random().toString(36).slice(2, 8);

  constructor(
    private readonly documents: Documents,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    /** Resolves when every message that has arrived is heard. */
    private readonly quiet: () => Promise<void>,
    private readonly newChecker: () => CheckInSteps,
  ) {}

  async idOf(uri: string): Promise<string | undefined> {
    const settings = await this.settingsOf(uri);
    const note = this.documents.get(uri);
    return note && this.#id(note, settings);
  }

  async of(uri: string, token?: CancellationToken): Promise<Checked | undefined> {
    const wish: Wish = { token };
    try {
      for (;;) {
        const settings = await this.settingsOf(uri);
        if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
        const note = this.documents.get(uri);
        if (!note) return undefined;
        const desk = this.#deskOf(uri);
        if (desk.newest?.id === this.#id(note, settings)) return desk.newest;
        desk.wishes.add(wish);
        await (desk.turn ??= this.#workOn(uri, desk).finally(() => (desk.turn = undefined)));
      }
    } finally {
      this.#desks.get(uri)?.wishes.delete(wish);
    }
  }

  async at(uri: string, token: CancellationToken): Promise<Checked | undefined> {
    const asked = this.documents.get(uri);
    const checked = await this.of(uri, token);
    if (checked && asked && (checked.note.version !== asked.version || checked.note.opening !== asked.opening)) throw new ResponseError(LSPErrorCodes.ContentModified, "the text has changed");
    return checked;
  }

  forget(uri: string): void {
    this.#desks.delete(uri);
  }

  /** One stretch of work on what a document says by now, for all who wait for it. */
  async #workOn(uri: string, desk: Desk): Promise<void> {
    await this.quiet();
    const settings = await this.settingsOf(uri);
    const note = this.documents.get(uri);
    if (!note || this.#desks.get(uri) !== desk || ![...desk.wishes].some(({ token }) => !token?.isCancellationRequested)) return;
    const id = this.#id(note, settings);
    const steps = desk.begun?.id === id ? desk.begun.steps : desk.check(note.text, settings);
    desk.begun = undefined;
    for (const end = performance.now() + stretch; performance.now() < end; ) {
      const { done, value: report } = steps.next();
      if (done) return void (desk.newest = { id, note, report });
    }
    desk.begun = { id, steps };
  }

  #deskOf(uri: string): Desk {
    let desk = this.#desks.get(uri);
    if (!desk) this.#desks.set(uri, (desk = { check: this.newChecker(), wishes: new Set() }));
    return desk;
  }

  #id({ opening, version }: OpenNote, settings: Settings): string {
    return `${this.#run}.${opening}.${version}.${this.#numbers.of(settings)}`;
  }
}

/** Somebody who waits for a check. */
interface Wish {
  readonly token: CancellationToken | undefined;
}

/** What is known of an open document, and what is being done for it. */
interface Desk {
  readonly check: CheckInSteps;
  readonly wishes: Set<Wish>;
  newest?: Checked;
  /** A check that gave way, by the id that it will have. */
  begun?: { readonly id: string; readonly steps: Generator<void, NoteReport> } | undefined;
  turn?: Promise<void> | undefined;
}
