import { commands, EventEmitter, l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCheckboxState, TreeItemCollapsibleState, window, type Disposable, type TextDocument, type TreeDataProvider, type TreeView } from "vscode";
import { literal } from "./markdown.ts";
import { applyEdits, goTo, toRange, type SentEdit } from "./places.ts";
import type { NotePoints, Point, SentFinding } from "./points.ts";
import type { Service } from "./service.ts";

/** A heading of the view, a point of the standard, or one of several findings that keep a point from being met. */
export type Entry = { readonly group: Point["state"] } | { readonly point: Point } | { readonly finding: SentFinding; readonly of: Point; readonly index: number };

const viewId = "caseRecording.checklist";
const groups = ["missing", "judge", "met"] as const;

/**
 * The checklist in the side bar: what is missing, what only the writer can judge, what is met. The editor's own tree, so that
 * it works by keyboard and reads well in a screen reader; ticks are its own check boxes and are kept in the note.
 */
export class ChecklistView implements TreeDataProvider<Entry>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Entry>;
  readonly #subscriptions: Disposable[];
  #going: Promise<void> = Promise.resolve();
  /** Told when the editor has been given the rows. */
  #listed: (() => void) | undefined;
  /** Until when (milliseconds) a point that is selected is there to be fixed, and not to go to. */
  #fixing = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly points: NotePoints,
    private readonly service: Service,
  ) {
    this.#view = window.createTreeView(viewId, { treeDataProvider: this, manageCheckboxStateManually: true });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      points.onDidChange(() => this.#refresh()),
      this.#view.onDidChangeVisibility(({ visible }) => (points.listed = visible)),
      this.#view.onDidChangeCheckboxState(async ({ items }) => {
        for (const [entry, state] of items) if ("point" in entry) await this.tick(entry.point, state === TreeItemCheckboxState.Checked);
      }),
      commands.registerCommand("caseRecording.goToPoint", (entry?: Entry) => (this.#going = this.#goTo(entry ?? this.#view.selection[0]))),
      commands.registerCommand("caseRecording.tickPoint", (entry: Entry | undefined = this.#view.selection[0]) => entry && "point" in entry && this.tick(entry.point, !entry.point.ticked)),
      commands.registerCommand("caseRecording.fixPoint", (entry?: Entry) => (entry ? this.#fix(entry) : this.#fixSelected())),
      commands.registerCommand("caseRecording.showChecklist", () => this.#focus()),
    ];
    points.listed = this.#view.visible;
    this.#refresh();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  getChildren(entry?: Entry): Entry[] {
    const points = this.points.points?.points ?? [];
    // With the next turn, when the rows are on their way.
    if (!entry && (points.length || !this.points.document)) setTimeout(() => this.#listed?.());
    if (!entry) return groups.filter((group) => points.some(({ state }) => state === group)).map((group) => ({ group }));
    if ("group" in entry) return points.filter(({ state }) => state === entry.group).map((point) => ({ point }));
    if ("point" in entry && entry.point.findings.length > 1) return entry.point.findings.map((finding, index) => ({ finding, of: entry.point, index }));
    return [];
  }

  getTreeItem(entry: Entry): TreeItem {
    if ("group" in entry) return this.#groupItem(entry.group);
    return "point" in entry ? pointItem(entry) : findingItem(entry);
  }

  /** Keeps in the note that the writer has, or has not, seen to a point. */
  async tick({ id }: Point, ticked: boolean): Promise<void> {
    const document = this.points.document;
    if (!document) return;
    const answer = await (await this.service.start())?.ask<{ readonly version: number; readonly edits: readonly SentEdit[] }>("caseRecording/tick", document.uri, { id, ticked });
    if (!answer || !(await applyEdits(document, answer.version, answer.edits))) this.#changed.fire(undefined);
  }

  #refresh(): void {
    const { counts } = this.points;
    this.#view.description = counts ? l10n.t("{0} of {1} met", counts.met, counts.total) : "";
    const missing = counts?.missing ?? 0;
    this.#view.badge = missing ? { value: missing, tooltip: missing === 1 ? l10n.t("1 point of the standard is missing") : l10n.t("{0} points of the standard are missing", missing) } : undefined;
    this.#changed.fire(undefined);
  }

  #groupItem(group: Point["state"]): TreeItem {
    const all = this.points.points?.points.filter(({ state }) => state === group) ?? [];
    const title = { missing: l10n.t("Missing, or worth a look"), judge: l10n.t("For you to judge"), met: l10n.t("Met") }[group];
    const item = new TreeItem(title, group === "missing" ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    item.id = group;
    item.description = group === "judge" ? l10n.t("{0} of {1} ticked", all.filter(({ ticked }) => ticked).length, all.length) : String(all.length);
    item.accessibilityInformation = { label: `${title}: ${item.description}` };
    return item;
  }

  /** Puts the keyboard into the list. A view that opens only now has no rows yet that could take it, so it is asked again when it has. */
  async #focus(): Promise<void> {
    // An empty list takes no keyboard.
    await this.points.look();
    const listed = this.#view.visible ? undefined : new Promise<void>((done) => {
      this.#listed = done;
      setTimeout(done, 5_000);
    });
    await commands.executeCommand(`${viewId}.focus`);
    if (!listed) return;
    await listed;
    await commands.executeCommand(`${viewId}.focus`);
  }

  /** Fixes the point on which the keyboard stands. Its key selects it first, which the editor takes for a wish to go there, sooner or later than this. */
  async #fixSelected(): Promise<void> {
    this.#fixing = Date.now() + 1_000;
    await this.#going;
    await this.#fix(this.#view.selection[0]);
  }

  async #goTo(entry: Entry | undefined): Promise<void> {
    if (Date.now() < this.#fixing) return;
    const document = this.points.document;
    const place = entry && placeOf(entry);
    if (document && place) await goTo(document, toRange(place));
  }

  /** Offers the fixes of what is missing, and makes the one that is chosen. */
  async #fix(entry: Entry | undefined): Promise<void> {
    const document = this.points.document;
    const version = this.points.points?.version;
    if (!entry || !document || version === undefined) return;
    const findings = "finding" in entry ? [entry.finding] : "point" in entry ? entry.point.findings : [];
    const fixes = findings.flatMap((finding) => finding.fixes.map((fix) => ({ label: fix.title, detail: finding.message, fix })));
    if (!fixes.length) {
      this.#fixing = 0;
      return this.#goTo(entry);
    }
    const chosen = fixes.length === 1 ? fixes[0] : await window.showQuickPick(fixes, { title: titleOf(entry), placeHolder: l10n.t("Choose what is put into the note") });
    if (!chosen) return;
    if (await applyEdits(document, version, chosen.fix.edits)) await this.#goOn(document, chosen.fix.edits);
    else void window.showInformationMessage(l10n.t("The note has changed meanwhile. Please choose again."));
  }

  /** Goes to the first field to complete in what was put in, or behind it. */
  async #goOn(document: TextDocument, edits: readonly SentEdit[]): Promise<void> {
    const [first] = edits;
    const field = first && /\[…[^\]]*\]/.exec(first.newText);
    const start = first && document.offsetAt(toRange(first.range).start);
    if (field && start !== undefined) {
      const at = document.getText().indexOf(field[0], start);
      if (at >= 0) await goTo(document, toRange({ start: document.positionAt(at), end: document.positionAt(at + field[0].length) }));
    } else if (start !== undefined) {
      const end = document.positionAt(start + first!.newText.trimEnd().length);
      await goTo(document, toRange({ start: end, end }));
    }
  }
}

/** Where an entry leads: to what is missing, or to what meets the point. */
function placeOf(entry: Entry) {
  if ("finding" in entry) return entry.finding.range;
  return "point" in entry ? (entry.point.findings[0]?.range ?? entry.point.evidence[0]?.range) : undefined;
}

const titleOf = (entry: Entry): string => ("finding" in entry ? entry.finding.message : "point" in entry ? entry.point.title : "");

const icons = {
  missing: new ThemeIcon("circle-large-outline", new ThemeColor("list.warningForeground")),
  met: new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
} as const;

function pointItem(entry: { readonly point: Point }): TreeItem {
  const { id, state, title, findings, evidence, ticked } = entry.point;
  const item = new TreeItem(title, findings.length > 1 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.id = `${state} ${id}`;
  if (state === "judge") item.checkboxState = checkbox(ticked === true, title);
  else item.iconPath = icons[state];
  const said = findings.length === 1 ? findings[0]!.message : findings.length > 1 ? l10n.t("{0} places", findings.length) : evidence[0] ? `“${evidence[0].text}”` : undefined;
  if (said) item.description = said;
  item.tooltip = tooltip(entry.point);
  item.contextValue = state === "missing" ? (findings.some(({ fixes }) => fixes.length) ? "missing fixable" : "missing") : state;
  // The editor has no key of its own for a check box in a list: Enter and Space select a row and run what it stands for. What is run
  // looks at the selection: arguments would belong to rows that the next change of the note replaces.
  if (state === "judge") item.command = { command: "caseRecording.tickPoint", title: l10n.t("Tick, or Take the Tick Away") };
  else if (placeOf(entry)) item.command = { command: "caseRecording.goToPoint", title: l10n.t("Go There") };
  const spoken = { missing: l10n.t("Missing"), judge: ticked ? l10n.t("Ticked") : l10n.t("For you to judge"), met: l10n.t("Met") }[state];
  item.accessibilityInformation = { label: [`${spoken}: ${title}`, said].filter(Boolean).join(/[.?!]$/.test(title) ? " " : ". ") };
  return item;
}

function findingItem({ finding, of, index }: { readonly finding: SentFinding; readonly of: Point; readonly index: number }): TreeItem {
  const item = new TreeItem(finding.message, TreeItemCollapsibleState.None);
  item.id = `finding ${of.id} ${index}`;
  item.tooltip = finding.message;
  item.contextValue = finding.fixes.length ? "missing fixable" : "missing";
  item.command = { command: "caseRecording.goToPoint", title: l10n.t("Go There") };
  return item;
}

const checkbox = (ticked: boolean, title: string): NonNullable<TreeItem["checkboxState"]> => ({
  state: ticked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
  tooltip: ticked ? l10n.t("You have seen to this. Select to take the tick away.") : l10n.t("Tick this when you have seen to it. The tick is kept in the note and leaves with no copy."),
  accessibilityInformation: { label: title, role: "checkbox" },
});

/** Why a point is asked, what the standard says, and what in the note meets it. */
function tooltip({ title, detail, findings, evidence, clause, page }: Point): MarkdownString {
  const text = new MarkdownString(`**${literal(title)}**\n\n`);
  const paragraphs = [detail, ...findings.slice(0, 3).map(({ message }) => message), ...evidence.slice(0, 2).map((one) => `“${one.text}”`)];
  for (const paragraph of paragraphs.filter((one): one is string => Boolean(one))) text.appendMarkdown(`${literal(paragraph)}\n\n`);
  if (clause) {
    text.appendMarkdown(`*${literal(l10n.t("Standard {0}: {1}", clause.id, [clause.document, clause.date, clause.section].filter(Boolean).join(", ")))}*\n\n`);
    if (clause.quote) text.appendMarkdown(`“${literal(clause.quote)}”`);
  }
  if (page) text.appendMarkdown(`\n\n[${l10n.t("About this rule")}](${page})`);
  return text;
}
