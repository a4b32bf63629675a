import type { DisableDirective } from "../note/directives.ts";
import type { Note } from "../note/note.ts";
import { firstLine, lineEnding } from "../note/outline.ts";
import { sentencesIn } from "../note/positions.ts";
import type { Edit } from "../text/edit.ts";
import { holds, type Span } from "../text/span.ts";
import { addToComment } from "./comment-edits.ts";
import type { Finding, Fix } from "./finding.ts";
import { keepsWords } from "./guard.ts";
import { fix, insert } from "./rule.ts";

/**
 * The comment after which a finding is not shown again: above its line, at the end of its line where a line more would break the Markdown,
 * or for the whole note where the finding is about the whole note. Undefined for what could not be read: nobody should overlook that.
 * Of all findings those of the same rule in the same line go with it, and the title says how many that are.
 */
export function neverFlag(note: Note, { rule, span, subject }: Pick<Finding, "rule" | "span" | "subject">, all: readonly Finding[] = []): Fix | undefined {
  if (rule === "note-unreadable" || note.directives.some((directive) => holds(directive, span.start))) return undefined;
  const inNote = fix(`Never flag this in this note (${rule})`, forNote(note, rule));
  if (isAboutNote(note, span, subject) || isInFrontMatter(note, span)) return inNote;
  const line = note.lines.lineSpan(note.lines.positionAt(span.start).line);
  const known = note.directives.find((one): one is DisableDirective => one.kind === "disable" && one.line?.start === line.start);
  const edits = known ? [addToComment(note, known, rule)] : [...(mayHaveLineAbove(note, line) ? [insert(afterByteOrderMark(note, line.start), `${comment("disable-next-line", rule)}${lineEnding(note)}`)] : []), atEnd(note, line, comment("disable-line", rule))];
  const here = all.filter((one) => one.rule === rule && one.span.start >= line.start && one.span.start < line.end).length;
  const title = here > 1 ? `Never flag this here (${rule}, all ${here} places in this paragraph)` : `Never flag this here (${rule})`;
  return edits.map((edit) => fix(title, edit)).find((one) => keepsWords(note, one)) ?? inNote;
}

const comment = (keyword: string, rule: string): string => `<!-- case-recording-${keyword} ${rule} -->`;

const afterByteOrderMark = ({ text }: Note, at: number): number => (text[at] === "\uFEFF" ? at + 1 : at);

/** A finding about the whole note stands on its first line, and says nothing of that line. */
function isAboutNote(note: Note, span: Span, subject: string | undefined): boolean {
  if (span.start === span.end) return true;
  const first = firstLine(note);
  return span.start === first.start && span.end === first.end && (subject !== undefined || !sentencesIn(note, span).length);
}

const isInFrontMatter = ({ text, detailsSpan }: Note, { start }: Span): boolean => start < detailsSpan.end && /^\uFEFF?\s*---/.test(text.slice(detailsSpan.start, detailsSpan.end));

/** Right below the details, above which front matter lets nothing stand; without details, at the top. */
function forNote(note: Note, rule: string): Edit {
  const known = note.directives.find((one) => one.kind === "disable" && one.scope === "note");
  if (known) return addToComment(note, known, rule);
  const { text, detailsSpan } = note;
  const words = comment("disable", rule);
  if (detailsSpan.end === detailsSpan.start) return insert(afterByteOrderMark(note, 0), `${words}${lineEnding(note)}`);
  return insert(detailsSpan.start + text.slice(detailsSpan.start, detailsSpan.end).trimEnd().length, `${lineEnding(note)}${words}`);
}

/** True for the first line of a paragraph or heading that stands by itself, in no list, table, quote or details. */
function mayHaveLineAbove(note: Note, line: Span): boolean {
  const { text, lines, blocks, detailsSpan } = note;
  if (line.start < detailsSpan.end || /^(?:\s|>|\||[-*+]\s|\d+[.)]\s)/.test(text.slice(line.start, line.end))) return false;
  if (!blocks.some(({ kind, span, label }) => (kind === "paragraph" || kind === "heading" || kind === "turn") && holds(line, label?.start ?? span.start))) return false;
  const number = lines.positionAt(line.start).line;
  const above = number === 0 ? undefined : lines.lineSpan(number - 1);
  return !above || (above.start >= detailsSpan.end && /^\s*$|^#{1,6}\s/.test(text.slice(above.start, above.end)));
}

/** At the end of a line; in the last cell of a table's row, and before the signs that close a heading. */
function atEnd({ text }: Note, line: Span, words: string): Edit {
  const content = text.slice(line.start, line.end).trimEnd();
  const close = /^\s*\|/.test(content) ? /(?<!\\)\|$/.exec(content) : /^#{1,6}\s.*?(\s#+)$/.exec(content) && /\s#+$/.exec(content);
  if (!close) return insert(line.start + content.length, ` ${words}`);
  const space = /\s$/.test(content.slice(0, close.index));
  return close[0] === "|" ? insert(line.start + close.index, `${space ? "" : " "}${words} `) : insert(line.start + close.index, ` ${words}`);
}
