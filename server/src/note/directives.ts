import { commentsIn } from "../text/comments.ts";
import { LineIndex } from "../text/lines.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

/** A word of a directive, with its place. */
export interface DirectiveWord extends Span {
  readonly written: string;
}

/** Findings of some rules are not to be shown. */
export interface DisableDirective extends Span {
  readonly kind: "disable";
  readonly scope: "next-line" | "line" | "note";
  readonly rules: readonly DirectiveWord[];
  /** The line whose findings it is about; undefined for the whole note. */
  readonly line?: Span;
}

/** Whose the words before it are. */
export interface WordsDirective extends Span {
  readonly kind: "words";
  /** As it is written: a name, a relation, "the worker", "nobody". */
  readonly name: string;
}

/** Points of the checklist that the writer has ticked. */
export interface TickedDirective extends Span {
  readonly kind: "ticked";
  readonly ids: readonly DirectiveWord[];
}

/** A comment that begins as ours do, and is none that we know. */
export interface UnknownDirective extends Span {
  readonly kind: "unknown";
  readonly keyword: string;
}

/** A comment in the note that Case Recording understands, from `<!--` to `-->`, in UTF-16 units. */
export type Directive = DisableDirective | WordsDirective | TickedDirective | UnknownDirective;

const scopes: ReadonlyMap<string, DisableDirective["scope"]> = new Map([["disable-next-line", "next-line"], ["disable-line", "line"], ["disable", "note"]]);
/** What may stand behind `case-recording-`. */
export const keywords: readonly string[] = [...scopes.keys(), "words", "ticked"];
const form = /^(\s*case-recording-)([\p{L}-]*)([\s:]*)/iu;

/** Finds every comment that begins with `case-recording-`. One that is not closed, or runs over an empty line, is none. */
export function readDirectives(text: string): readonly Directive[] {
  const found: Directive[] = [];
  if (!/<!--\s*case-recording-/i.test(text)) return found;
  for (const { start, end } of commentsIn(text)) {
    const inner = text.slice(start + 4, end - 3);
    const match = form.exec(inner);
    if (match && !/\n[ \t>]*\r?\n|\r[ \t>]*\r/.test(inner)) found.push(directive({ start, end }, match[2]!.toLowerCase(), inner.slice(match[0].length), start + 4 + match[0].length));
  }
  return aimed(text, found);
}

function directive(span: Span, keyword: string, rest: string, at: number): Directive {
  const words = matchesIn(rest, /[^\s,>]+/g).map((match) => ({ written: match[0], start: at + match.index, end: at + match.index + match[0].length }));
  const scope = scopes.get(keyword);
  if (scope) return { ...span, kind: "disable", scope, rules: words };
  if (keyword === "words") return { ...span, kind: "words", name: rest.replace(/[\s>]+/g, " ").trim() };
  if (keyword === "ticked") return { ...span, kind: "ticked", ids: words };
  return { ...span, kind: "unknown", keyword };
}

/** Finds the line that each is about: its own, or the next that holds more than such comments. */
function aimed(text: string, directives: readonly Directive[]): readonly Directive[] {
  if (!directives.some((one) => one.kind === "disable" && one.scope !== "note")) return directives;
  const lines = new LineIndex(text);
  const bare = withoutDirectives(text, directives, (unit) => (unit === "\r" || unit === "\n" ? unit : " "));
  const holdsMore = (line: number): boolean => /[^\s>\uFEFF]/.test(bare.slice(lines.lineSpan(line).start, lines.lineSpan(line).end));
  let next = lines.count;
  let last = lines.count;
  const nextHolding = (line: number): number => {
    // From the last to the first, so that every line is looked at once.
    for (; last > line + 1; last -= 1) if (holdsMore(last - 1)) next = last - 1;
    return next;
  };
  return [...directives]
    .reverse()
    .map((one): Directive => {
      if (one.kind !== "disable" || one.scope === "note") return one;
      return { ...one, line: lines.lineSpan(one.scope === "line" ? lines.positionAt(one.start).line : nextHolding(lines.positionAt(one.end).line)) };
    })
    .reverse();
}

function withoutDirectives(text: string, directives: readonly Span[], sign: (unit: string) => string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of directives) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[\s\S]/g, sign));
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}

/**
 * The text as it is read, of the same length: directives are blanks, and one that stands alone on its line takes the end of the line
 * before it along, so that the lines around it stand together as they would without it. One in the middle of other signs is left to Markdown,
 * for which a blank there could mean something.
 */
export function withBlanks(text: string, directives: readonly Directive[]): string {
  if (!directives.length) return text;
  const bare = withoutDirectives(text, directives, () => " ");
  const lines = new LineIndex(bare);
  const alone = new Map<number, boolean>();
  const isAlone = (line: Span): boolean => {
    if (!alone.has(line.start)) alone.set(line.start, /^[\s>\uFEFF]*$/.test(bare.slice(line.start, line.end)));
    return alone.get(line.start)!;
  };
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of directives) {
    const line = lines.lineSpan(lines.positionAt(start).line);
    let from = start;
    if (isAlone(line)) from = Math.max(at, line.start === 0 ? start : line.start - (bare.startsWith("\r\n", line.start - 2) ? 2 : 1));
    else if (!/[\s|]/.test(bare[end] ?? " ") && !/^[\s>\uFEFF]*(?:(?:[-*+]|\d+[.)])\s+)?$/.test(bare.slice(line.start, start))) continue;
    pieces.push(text.slice(at, from), " ".repeat(end - from));
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}
