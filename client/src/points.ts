import { EventEmitter, type Disposable, type TextDocument } from "vscode";
import type { ActiveNote } from "./activeNote.ts";
import type { NoteChanges } from "./changes.ts";
import type { SentEdit, SentRange } from "./places.ts";
import { Question } from "./question.ts";
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
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly SentEdit[] }[];
}

/** One thing that the standards ask of a note of this kind. */
export interface Point {
  readonly id: string;
  readonly state: "met" | "missing" | "judge";
  readonly title: string;
  readonly detail?: string;
  readonly clause?: SentClause;
  readonly rule?: string;
  /** The page that explains the rule. */
  readonly page?: string;
  /** What meets it: the first places of several. */
  readonly evidence: readonly { readonly range: SentRange; readonly text: string }[];
  readonly findings: readonly SentFinding[];
  readonly ticked?: boolean;
}

/** How many points the standards ask of one version of a note, and how many it meets. */
export interface PointCounts {
  readonly version: number;
  readonly profile: { readonly title: string };
  readonly met: number;
  readonly missing: number;
  readonly total: number;
}

/** The counts, and what is counted. */
export interface Points extends PointCounts {
  readonly points: readonly Point[];
}

/** What one check of a note told. */
interface Known {
  readonly check: string;
  readonly counts: PointCounts;
  /** The list, and the check that it is of: an older one where nobody has looked since. */
  readonly list?: { readonly check: string; readonly points: Points };
}

/** The points of the note in front, as the server knows them; asked for once for each check and shared by the view and the status bar. The list of them is large, and asked for only while somebody looks at it. */
export class NotePoints implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #question: Question;
  readonly #subscriptions: Disposable[];
  #known = new WeakMap<TextDocument, Known>();
  #document: TextDocument | undefined;
  #listed = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly active: ActiveNote,
    private readonly changes: NoteChanges,
    service: Service,
  ) {
    this.#question = new Question(service);
    this.#subscriptions = [active.onDidChange(() => void this.#follow()), service.onDidLeaveOff(() => this.#forget())];
    void this.#follow();
  }

  /** The note that the points are of. */
  get document(): TextDocument | undefined {
    return this.#document;
  }

  get counts(): PointCounts | undefined {
    return this.#document && this.#known.get(this.#document)?.counts;
  }

  /** The list; not kept up while nobody looks at it. */
  get points(): Points | undefined {
    return this.#document && this.#known.get(this.#document)?.list?.points;
  }

  /** Whether somebody looks at the list. */
  set listed(listed: boolean) {
    this.#listed = listed;
    if (listed) void this.#follow();
  }

  /** Somebody is about to look at the list; resolves when it is there. */
  async look(): Promise<void> {
    this.#listed = true;
    await this.#follow();
  }

  dispose(): void {
    this.#question.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** Nobody keeps up what is known, so nothing is shown of it. */
  #forget(): void {
    this.#question.takeBack();
    this.#known = new WeakMap();
    this.#changed.fire();
  }

  async #follow(): Promise<void> {
    const { document } = this.active;
    this.#question.takeBack();
    if (document !== this.#document) {
      this.#document = document;
      this.#changed.fire();
    }
    const check = document && this.changes.checkOf(document);
    // Before the first check there is nothing to ask; its findings are on their way.
    if (!document || check === undefined) return;
    const known = this.#known.get(document);
    if (known?.check === check && (known.list?.check === check || !this.#listed)) return;
    const found = await this.#ask(document, check, known);
    // Where the server had no answer just now, the points that are shown stay.
    if (!found) return;
    this.#known.set(document, found);
    this.#changed.fire();
  }

  async #ask(document: TextDocument, check: string, known: Known | undefined): Promise<Known | undefined> {
    if (this.#listed) {
      const points = await this.#question.ask<Points>("caseRecording/points", document);
      return points ? { check, counts: points, list: { check, points } } : undefined;
    }
    const counts = await this.#question.ask<PointCounts>("caseRecording/pointCounts", document);
    return counts ? { ...known, check, counts } : undefined;
  }
}
