import { MarkupKind, type CancellationToken, type Hover, type HoverParams } from "vscode-languageserver";
import { severities, type Clause, type Finding } from "../engine/finding.ts";
import { holds } from "../text/span.ts";
import { rangeOf } from "./diagnostic.ts";
import { literal, oneLine } from "./markdownText.ts";
import type { Abilities, Checks, RuleBook, RuleText } from "./ports.ts";
import { whoseWords } from "./whoseWords.ts";

const most = 3;

/** Says what a finding is about, why it matters, what the standard says, and how it could read; and over somebody's words, whose they are. */
export class Hovers {
  constructor(
    private readonly checks: Checks,
    private readonly book: RuleBook,
    private readonly abilities: Abilities,
  ) {}

  async answer({ textDocument: { uri }, position }: HoverParams, token: CancellationToken): Promise<Hover | null> {
    const checked = await this.checks.at(uri, token);
    if (!checked) return null;
    const { note, findings } = checked.report;
    const line = note.lines.lineSpan(position.line);
    const offset = Math.min(line.start + position.character, line.end);
    const here = findings.filter(({ span }) => holds(span, offset) || (span.start === span.end && span.start === offset)).sort(byWeight);
    const words = note.quotations.findLast((quotation) => holds(quotation, offset));
    const parts = [...here.slice(0, most).map((finding) => this.#finding(finding)), ...(words ? [whoseWords(note, words)] : [])];
    return parts.length ? this.#hover(parts.join("\n\n---\n\n"), rangeOf(note.lines, (here[0]?.span ?? words)!)) : null;
  }

  #finding({ rule: id, message, standards }: Finding): string {
    const rule = this.book.rule(id);
    const why = rule?.explain.trim().split(/\n\s*\n/)[0] ?? "";
    const example = rule ? exampleOf(rule) : "";
    return [`**${literal(message)}**`, why, standardsOf(standards), example, `[About this rule](${this.book.page(id)})`].filter(Boolean).join("\n\n");
  }

  #hover(markdown: string, range: Hover["range"] & object): Hover {
    const { markdownHover } = this.abilities;
    return { contents: { kind: markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value: markdownHover ? markdown : withoutMarks(markdown) }, range };
  }
}

/** The graver first, then the shorter: what is nearest to the word under the pointer. */
const byWeight = (a: Finding, b: Finding): number => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.span.end - a.span.start - (b.span.end - b.span.start);

/** The first standard with its document, date and words; the others by their ids. */
function standardsOf([first, ...also]: readonly Clause[]): string {
  if (!first) return "";
  const { id, document, date, section, quote } = first;
  const named = `*Standard ${id}:* ${literal([document, date, section].filter(Boolean).join(", "))}`;
  return [named, quote && `“${literal(oneLine(quote))}”`, also.length > 0 && `*Also:* ${also.map((clause) => clause.id).join(", ")}`].filter(Boolean).join("  \n");
}

/** An example each way, without the lines that both begin and end with. */
function exampleOf({ poor, better }: RuleText): string {
  const [before, after] = [poor.trim().split("\n"), better.trim().split("\n")];
  const shared = (): boolean => before.length > 0 && after.length > 0;
  while (shared() && before[0] === after[0]) [before, after].forEach((lines) => lines.shift());
  while (shared() && before.at(-1) === after.at(-1)) [before, after].forEach((lines) => lines.pop());
  return [
    ["Poor", short(before.join("\n"))],
    ["Better", short(after.join("\n"))],
  ].flatMap(([title, text]) => (text ? [`*${title}:* ${text}`] : [])).join("  \n");
}

/** An example on one line, cut at a word where it is a long one. */
function short(example: string): string {
  const line = oneLine(example);
  return literal(line.length <= 160 ? line : `${line.slice(0, 160).replace(/\s\S*$/, "")} …`);
}

/** Markdown as plain text, for clients that show no other. */
const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1: $2")
    .replace(/(?<!\\)(?:\*\*|\*|`)/g, "")
    .replace(/ {2}\n/g, "\n")
    .replace(/\n\n---\n\n/g, "\n\n")
    .replace(/\\([\\`*_{}[\]<>#|~!&])/g, "$1")
    .replaceAll("\u2060", "");
