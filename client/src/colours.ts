import { OverviewRulerLane, ThemeColor, Uri, window, workspace, type Disposable, type Range, type TextDocument, type TextEditor } from "vscode";
import type { NoteChanges } from "./changes.ts";
import type { OpenNotes } from "./openNotes.ts";
import { toRange, type SentRange } from "./places.ts";
import { Question } from "./question.ts";
import type { Service } from "./service.ts";
import { section } from "./settings.ts";

/** What the server says of a note's colours. */
interface Marks {
  readonly version: number;
  readonly words: readonly { readonly range: SentRange; readonly risk?: true }[];
  readonly risks: readonly { readonly range: SentRange }[];
  readonly plain: readonly { readonly range: SentRange }[];
  readonly headings: readonly { readonly range: SentRange }[];
  readonly fields: readonly { readonly range: SentRange }[];
}

const blue = new ThemeColor("caseRecording.childsWordsForeground");
const text = new ThemeColor("editor.foreground");
const red = new ThemeColor("caseRecording.riskForeground");
/** Never by colour alone: the child's words have a dotted line under them, risks are bold. */
const childsWords = { color: blue, borderColor: blue, borderStyle: "dotted", borderWidth: "0 0 1px 0" };

/** A red bar as high as a line, for the margin, which knows pictures alone and no colours of a theme. */
const bar = (colour: string): Uri => Uri.parse(`data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" preserveAspectRatio="none"><rect x="6" width="4" height="16" fill="#${colour}"/></svg>`).toString("base64")}`);

/**
 * Shows the child's words blue, and marked risks bold and red. Where both meet: blue, bold, and a red bar in the margin.
 * Decorations and no semantic tokens, because a theme may leave tokens without a colour, and never our own two.
 */
export class Colours implements Disposable {
  // Themes give details, headings and bold words colours of their own; in a note blue and red mean something.
  readonly #plain = window.createTextEditorDecorationType({ color: text });
  readonly #headings = window.createTextEditorDecorationType({ color: text, fontWeight: "bold" });
  readonly #fields = window.createTextEditorDecorationType({ backgroundColor: new ThemeColor("editor.wordHighlightBackground"), borderColor: new ThemeColor("editor.wordHighlightBorder") });
  readonly #words = window.createTextEditorDecorationType(childsWords);
  readonly #risks = window.createTextEditorDecorationType({ color: red, fontWeight: "bold", overviewRulerColor: red, overviewRulerLane: OverviewRulerLane.Left });
  readonly #both = window.createTextEditorDecorationType({ ...childsWords, fontWeight: "bold", overviewRulerColor: red, overviewRulerLane: OverviewRulerLane.Left });
  readonly #bar = window.createTextEditorDecorationType({ light: { gutterIconPath: bar("B00020") }, dark: { gutterIconPath: bar("FF8A80") }, gutterIconSize: "100% 100%" });
  readonly #known = new WeakMap<TextDocument, { readonly check: string; readonly marks: Promise<Marks | undefined> }>();
  readonly #questions = new WeakMap<TextDocument, Question>();
  readonly #subscriptions: Disposable[];

  constructor(
    private readonly notes: OpenNotes,
    private readonly service: Service,
    private readonly changes: NoteChanges,
  ) {
    this.#subscriptions = [
      this.#plain,
      this.#headings,
      this.#fields,
      this.#words,
      this.#risks,
      this.#both,
      this.#bar,
      changes.onDidChange((document) => void this.#paint(document)),
      notes.onDidLeave((document) => this.#clear(document)),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const document of new Set(editors.map((editor) => editor.document))) if (notes.has(document)) void this.#paint(document);
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${section}.colours`)) for (const document of notes.all) void this.#paint(document);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #paint(document: TextDocument): Promise<void> {
    if (!editorsOf(document).length) return;
    if (workspace.getConfiguration(section, document).get("colours") === false) return this.#clear(document);
    const marks = await this.#marksOf(document);
    // A text that has moved on is painted with its own findings.
    if (marks?.version !== document.version || !this.notes.has(document)) return;
    const ranges = (list: readonly { readonly range: SentRange }[]): Range[] => list.map(({ range }) => toRange(range));
    const both = ranges(marks.words.filter(({ risk }) => risk));
    const shown = new Map([
      [this.#plain, ranges(marks.plain)],
      [this.#headings, ranges(marks.headings)],
      [this.#fields, ranges(marks.fields)],
      [this.#words, ranges(marks.words.filter(({ risk }) => !risk))],
      [this.#risks, ranges(marks.risks)],
      [this.#both, both],
      [this.#bar, both],
    ]);
    for (const editor of editorsOf(document)) for (const [type, places] of shown) editor.setDecorations(type, places);
  }

  /** Where the colours of a note stand, asked for once for each check of it. */
  async #marksOf(document: TextDocument): Promise<Marks | undefined> {
    const check = this.changes.checkOf(document);
    const known = this.#known.get(document);
    if (check === undefined || known?.check === check) return known?.marks;
    const asking = { check, marks: this.#ask(document) };
    this.#known.set(document, asking);
    const marks = await asking.marks;
    // The server had no answer just now; with the next reason to look it is asked again.
    if (!marks && this.#known.get(document) === asking) this.#known.delete(document);
    return marks;
  }

  async #ask(document: TextDocument): Promise<Marks | undefined> {
    let question = this.#questions.get(document);
    if (!question) this.#questions.set(document, (question = new Question(this.service)));
    return (await question.ask<Marks>("caseRecording/marks", document)) ?? undefined;
  }

  #clear(document: TextDocument): void {
    for (const editor of editorsOf(document)) for (const type of [this.#plain, this.#headings, this.#fields, this.#words, this.#risks, this.#both, this.#bar]) editor.setDecorations(type, []);
  }
}

const editorsOf = (document: TextDocument): TextEditor[] => window.visibleTextEditors.filter((editor) => editor.document === document);
