import { l10n, StatusBarAlignment, window, type Disposable, type StatusBarItem } from "vscode";
import type { NotePoints } from "./points.ts";

/** Says in the status bar how many of the standard's points the note in front meets. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem("caseRecording.points", StatusBarAlignment.Right, 90);
  readonly #subscription: Disposable;

  constructor(private readonly points: NotePoints) {
    this.#item.name = l10n.t("Case Recording: points of the standard");
    this.#item.command = "caseRecording.checklist.focus";
    this.#subscription = points.onDidChange(() => this.#show());
    this.#show();
  }

  /** What stands there; undefined where no note is in front. */
  get text(): string | undefined {
    return this.points.counts ? this.#item.text : undefined;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const { counts } = this.points;
    if (!counts) return this.#item.hide();
    const { met, total, profile } = counts;
    this.#item.text = `$(checklist) ${l10n.t("{0} of {1} met", met, total)}`;
    this.#item.tooltip = l10n.t("{0} of {1} points of “{2}” are met. Select to see which are missing.", met, total, profile.title);
    this.#item.accessibilityInformation = { label: l10n.t("Case Recording: {0} of {1} points of the standard are met. Show the checklist.", met, total), role: "button" };
    this.#item.show();
  }
}
