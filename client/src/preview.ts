import { randomBytes } from "node:crypto";
import { commands, l10n, Range, TextEditorRevealType, Uri, ViewColumn, window, workspace, type Disposable, type ExtensionContext, type TextDocument, type WebviewPanel } from "vscode";
import type { FromPreview, Notice, ToPreview } from "../webview/messages.ts";
import type { ActiveNote } from "./activeNote.ts";
import type { NoteChanges } from "./changes.ts";
import { goTo, openDocument } from "./places.ts";
import { Question } from "./question.ts";
import type { SentRecord } from "./record.ts";
import type { Service } from "./service.ts";

const viewType = "caseRecording.preview";
/** So long (milliseconds) after the preview moved the editor, the editor does not move the preview. */
const answering = 250;

/** The note as it will stand in the record, beside the editor: it follows what is typed, and scrolls with it. */
export class Preview implements Disposable {
  readonly #question: Question;
  readonly #subscriptions: Disposable[];
  #panel: WebviewPanel | undefined;
  #document: TextDocument | undefined;
  #ready = false;
  #moved = 0;
  #copied: ((done: boolean) => void) | undefined;
  /** The record that is shown, and the check of the note that it was asked for with. */
  #record: { readonly document: TextDocument; readonly check: string | undefined; readonly record: SentRecord } | undefined;
  /** The note that was brought to the editor's place in it. */
  #placed: TextDocument | undefined;

  constructor(
    private readonly context: ExtensionContext,
    private readonly active: ActiveNote,
    private readonly changes: NoteChanges,
    service: Service,
  ) {
    this.#question = new Question(service);
    this.#subscriptions = [
      this.#question,
      active.onDidChange((document) => document && this.#panel && void this.#follow(document)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (textEditor.document === this.#document && visibleRanges[0] && Date.now() > this.#moved) this.#post({ type: "scroll", line: visibleRanges[0].start.line });
      }),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => {
          const uri = (state as { readonly uri?: unknown } | undefined)?.uri;
          const document = typeof uri === "string" && uri ? await workspace.openTextDocument(Uri.parse(uri)).then((opened) => opened, () => undefined) : active.document;
          if (document) this.#adopt(panel, document);
          else panel.dispose();
        },
      }),
    ];
  }

  /** The HTML of the record that is shown; empty where there is none. */
  get shown(): string {
    return this.#panel ? (this.#record?.record.content ?? "") : "";
  }

  /** The note that the preview is of; undefined where there is none, or it is closed. */
  get document(): TextDocument | undefined {
    return this.#document?.isClosed ? undefined : this.#document;
  }

  /** Opens the preview of a note beside it, or brings it to the front. */
  async open(document: TextDocument, preserveFocus = true): Promise<void> {
    if (this.#panel) this.#panel.reveal(undefined, preserveFocus);
    else this.#adopt(window.createWebviewPanel(viewType, "", { viewColumn: ViewColumn.Beside, preserveFocus }, { enableScripts: true, enableFindWidget: true }), document);
    await this.#follow(document);
  }

  /** Puts rich and plain text on the clipboard, which only a web page can do; says whether it did. */
  async copy(document: TextDocument, html: string, text: string): Promise<boolean> {
    await this.open(document, false);
    const limit = Date.now() + 20_000;
    while (!this.#ready && Date.now() < limit) await new Promise((done) => setTimeout(done, 50));
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), 20_000);
      this.#copied = (done) => {
        clearTimeout(late);
        resolve(done);
      };
      this.#post({ type: "copy", html, text });
    });
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #adopt(panel: WebviewPanel, document: TextDocument): void {
    this.#panel = panel;
    this.#document = document;
    this.#ready = false;
    this.#record = undefined;
    const folder = Uri.joinPath(this.context.extensionUri, "dist");
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.iconPath = { light: Uri.joinPath(this.context.extensionUri, "images/record-light.svg"), dark: Uri.joinPath(this.context.extensionUri, "images/record-dark.svg") };
    panel.webview.onDidReceiveMessage((message: FromPreview) => void this.#hear(message));
    // A page that is hidden is taken apart; it says so when it is there again.
    panel.onDidChangeViewState(() => {
      if (panel === this.#panel && !panel.visible) this.#ready = false;
    });
    panel.onDidDispose(() => {
      if (panel !== this.#panel) return;
      this.#panel = undefined;
      this.#document = undefined;
      this.#ready = false;
    });
    panel.webview.html = this.#page(panel, folder, document);
    this.#name();
  }

  async #follow(document: TextDocument): Promise<void> {
    this.#document = document;
    this.#name();
    if (!this.#ready) return;
    const check = this.changes.checkOf(document);
    const known = this.#record?.document === document && check !== undefined && this.#record.check === check ? this.#record.record : undefined;
    const record = known ?? (await this.#question.ask<SentRecord>("caseRecording/record", document, { format: "preview" }));
    if (!record || document !== this.#document || !this.#ready || record.version !== document.version) return;
    this.#record = { document, check, record };
    this.#post({ type: "show", body: record.content, notices: noticesOf(record) });
    const editor = window.visibleTextEditors.find((one) => one.document === document);
    if (this.#placed !== document && editor?.visibleRanges[0]) this.#post({ type: "scroll", line: editor.visibleRanges[0].start.line });
    this.#placed = document;
  }

  #name(): void {
    if (this.#panel && this.#document) this.#panel.title = l10n.t("As Recorded: {0}", this.#document.uri.path.split("/").at(-1) ?? "");
  }

  #post(message: ToPreview): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
  }

  async #hear(message: FromPreview): Promise<void> {
    const document = this.#document;
    if (!document) return;
    if (message.type === "ready") {
      this.#ready = true;
      await this.#follow(document);
    } else if (message.type === "copied") this.#copied?.(message.done);
    else if (message.type === "goTo") await goTo(openDocument(document.uri.toString()) ?? document, new Range(message.line, message.character, message.line, message.character));
    else if (message.type === "scrolled") this.#scrollEditor(message.line);
    else await commands.executeCommand(message.command === "copy" ? "caseRecording.copyForCaseSystem" : "caseRecording.export");
  }

  #scrollEditor(line: number): void {
    this.#moved = Date.now() + answering;
    for (const editor of window.visibleTextEditors) if (editor.document === this.#document) editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
  }

  /** An empty page, into which the record is put. It may load its own script and style, and nothing else from anywhere. */
  #page({ webview }: WebviewPanel, folder: Uri, document: TextDocument): string {
    const nonce = randomBytes(18).toString("base64");
    const [script, style] = ["preview.js", "preview.css"].map((name) => webview.asWebviewUri(Uri.joinPath(folder, name)).toString());
    const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(l10n.t("As Recorded"))}</title>
<link rel="stylesheet" href="${style}">
</head>
<body data-uri="${attribute(document.uri.toString())}">
<div class="toolbar" role="toolbar" aria-label="${attribute(l10n.t("Carry the note on"))}"><button data-command="copy">${attribute(l10n.t("Copy for the case system"))}</button><button data-command="export">${attribute(l10n.t("Export…"))}</button></div>
<div id="notices" role="region" aria-label="${attribute(l10n.t("Before it leaves"))}"></div>
<main id="record" aria-label="${attribute(l10n.t("The note as it will stand in the record"))}"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  }
}

/** What the record does not show: what is still to complete, and what leaves with it. */
function noticesOf(record: SentRecord): Notice[] {
  const { fields, warning } = record;
  return [
    ...(fields.length
      ? [{
          text: fields.length === 1 ? l10n.t("1 place is still to complete. It is left out here, and the note cannot be copied or exported yet.") : l10n.t("{0} places are still to complete. They are left out here, and the note cannot be copied or exported yet.", fields.length),
          places: fields.map(({ text, range: { start } }) => ({ label: l10n.t("{0} (line {1})", text, start.line + 1), line: start.line, character: start.character })),
        }]
      : []),
    ...(warning ? [{ text: warning, places: [] }] : []),
  ];
}
