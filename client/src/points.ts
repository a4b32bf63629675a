import { EventEmitter, type Disposable, type TextDocument } from "vscode";
import type { ActiveNote } from "./activeNote.ts";
import type { SentEdit, SentRange } from "./places.ts";
import type { Service } from "./service.ts";

/** A sentence of a standard, as the server cites it. */
export interface SentClause {
  readonly id: string;
  readonly document: string;
  readonly date?: string;
  readonly section?: string;
  readonly quote?: string;
}

/** A finding that keeps a point from being met. */
export interface SentFinding {
  readonly range: SentRange;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly SentEdit[] }[];
}

/** One thing that the standards ask of a note of this kind. */
export interface Point {
  readonly id: string;
  readonly state: "met" | "missing" | "judge";
  readonly title: string;
  readonly detail?: string;
  readonly clauses: readonly SentClause[];
  readonly rule?: string;
  /** What meets it. */
  readonly evidence: readonly { readonly range: SentRange; readonly text: string }[];
  readonly findings: readonly SentFinding[];
  readonly ticked?: boolean;
}

/** What the standards ask of one version of a note. */
export interface Points {
  readonly version: number;
  readonly kind: string;
  readonly profile: { readonly id: string; readonly title: string };
  readonly met: number;
  readonly total: number;
  readonly points: readonly Point[];
}

/** The points of the note in front, as the server knows them; asked for once and shared by the view and the status bar. */
export class NotePoints implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  #points: Points | undefined;
  #document: TextDocument | undefined;
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(
    active: ActiveNote,
    private readonly service: Service,
  ) {
    this.#subscription = active.onDidChange((document) => void this.#follow(document));
    if (active.document) void this.#follow(active.document);
  }

  /** The note that the points are of. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  get points(): Points | undefined {
    return this.#points;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #follow(document: TextDocument | undefined): Promise<void> {
    const asking = (this.#asked += 1);
    const points = document && (await (await this.service.start())?.ask<Points>("caseRecording/points", document.uri));
    // A newer question is under way; and where the server had no answer just now, the points that are shown stay.
    if (asking !== this.#asked || (document && !points && document === this.#document)) return;
    this.#document = document;
    this.#points = points ?? undefined;
    this.#changed.fire();
  }
}
