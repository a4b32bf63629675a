import { SymbolKind, type CancellationToken, type DocumentSymbol, type DocumentSymbolParams, type SymbolInformation } from "vscode-languageserver";
import type { Note, Quotation, Section, SectionRole } from "../note/note.ts";
import { blank, contains, cover, trim, type Span } from "../text/span.ts";
import { rangeOf } from "./diagnostic.ts";
import { oneLine } from "./markdownText.ts";
import type { Abilities, Checks } from "./ports.ts";
import { lineSpan, linesOf, linesOfSection, type LineRange } from "./sectionLines.ts";
import { sectionIn } from "../note/positions.ts";

/** What a section is for, where its heading is one of the standard's or near to it. */
const roles: Readonly<Partial<Record<SectionRole, string>>> = { why: "why the visit", what: "what was done", view: "the child’s view", next: "next steps", reflections: "reflections", worries: "worries", strengths: "strengths" };

/** The longest name of a quotation in the outline, in UTF-16 units. */
const longest = 60;

/** Something in the outline, with its places in UTF-16 units. */
interface Item {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children: Item[];
}

/** The outline of a note, which also makes the breadcrumbs: its details, its sections, and what children said in them. */
export class Outlines {
  constructor(
    private readonly checks: Checks,
    private readonly abilities: Abilities,
  ) {}

  /** A tree where the client can show one, else a list. */
  async answer({ textDocument: { uri } }: DocumentSymbolParams, token: CancellationToken): Promise<DocumentSymbol[] | SymbolInformation[]> {
    const checked = await this.checks.of(uri, token);
    if (!checked) return [];
    const { note } = checked.report;
    const items = outlineOf(note);
    return this.abilities.symbolTree ? items.map((item) => asTree(note, item)) : items.flatMap((item) => asList(note, uri, item));
  }
}

/** What stands in the outline. Every item lies within the one that it is under. */
export function outlineOf(note: Note): Item[] {
  const top: Item[] = [];
  if (note.details.length) top.push(detailsItem(note));
  const open: Item[] = [];
  const bySection = new Map<Section, Item>();
  for (const section of note.sections) {
    if (!section.heading) continue;
    const span = spanOf(note, linesOfSection(note, section));
    while (open.length && !contains(open.at(-1)!.span, span)) open.pop();
    const role = section.wording === "none" ? undefined : roles[section.role];
    const item: Item = { name: oneLine(section.title).replace(/:$/, "").trim() || "–", ...(role === undefined ? {} : { detail: role }), kind: SymbolKind.Namespace, span, selection: within(section.heading.span, span), children: [] };
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
    bySection.set(section, item);
  }
  for (const quotation of note.quotations) {
    if (quotation.speaker !== "child") continue;
    const section = sectionIn(note, { start: quotation.start, end: quotation.start + 1 });
    const parent = section && bySection.get(section);
    const span = parent ? within(quotation, parent.span) : quotation;
    if (span.end > span.start) (parent?.children ?? top).push(quotationItem(note, quotation, span));
  }
  return inOrder(top);
}

function detailsItem(note: Note): Item {
  const span = cover(note.detailsSpan, ...note.details.map((detail) => detail.span));
  const children = note.details.map((detail): Item => {
    const value = short(detail.value);
    return { name: oneLine(detail.written) || detail.key || "–", ...(value ? { detail: value } : {}), kind: SymbolKind.Key, span: detail.span, selection: detail.span, children: [] };
  });
  const whole = trim(note.text, span);
  const name = children.find(({ span: first }) => contains(span, first));
  return { name: "Details", kind: SymbolKind.Struct, span: contains(whole, cover(whole, ...children.map((child) => child.span))) ? whole : span, selection: name?.span ?? whole, children };
}

/** A child's words, shortened, without what somebody else put into them in brackets. */
function quotationItem(note: Note, { words, asides, name }: Quotation, span: Span): Item {
  return { name: `“${short(blank(note.text.slice(words.start, words.end), words.start, asides, " ")) || "…"}”`, ...(name ? { detail: name } : {}), kind: SymbolKind.String, span, selection: span, children: [] };
}

/** Words on one line, cut behind a word where they are many. */
function short(text: string): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const atWord = cut.replace(/\s\S*$/, "");
  // No sign that takes two units is cut in half.
  return `${atWord.length > longest / 2 ? atWord : cut.replace(/[\uD800-\uDBFF]$/, "")}…`;
}

const spanOf = (note: Note, { first, last }: LineRange): Span => ({ start: lineSpan(note, first).start, end: lineSpan(note, last).end });

/** As much of a span as lies in another. */
const within = ({ start, end }: Span, outer: Span): Span => {
  const from = Math.min(Math.max(start, outer.start), outer.end);
  return { start: from, end: Math.min(Math.max(end, from), outer.end) };
};

const inOrder = (items: Item[]): Item[] => items.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end).map((item) => ({ ...item, children: inOrder(item.children) }));

const asTree = (note: Note, { name, detail, kind, span, selection, children }: Item): DocumentSymbol => ({
  name,
  ...(detail === undefined ? {} : { detail }),
  kind,
  range: rangeOf(note.lines, span),
  selectionRange: rangeOf(note.lines, selection),
  ...(children.length ? { children: children.map((child) => asTree(note, child)) } : {}),
});

const asList = (note: Note, uri: string, { name, detail, kind, span, children }: Item, containerName?: string): SymbolInformation[] => [
  { name: detail === undefined ? name : `${name} (${detail})`, kind, location: { uri, range: rangeOf(note.lines, span) }, ...(containerName === undefined ? {} : { containerName }) },
  ...children.flatMap((child) => asList(note, uri, child, name)),
];
