import type { NoteReport } from "../../server/src/check.ts";
import { safeEdits } from "../../server/src/lsp/safeEdits.ts";
import { withBlanks } from "../../server/src/note/directives.ts";
import { spoken } from "../../server/src/note/spoken.ts";
import type { Note } from "../../server/src/note/note.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { contains, type Span } from "../../server/src/text/span.ts";

// What must hold of whatever was read and found, said as a list of what does not: tests expect it to be empty, and the fuzz program counts it.

/** What in a report is not sound: a rule that failed, a span outside of the text or of what it lies in, a text that is not the one that a span names. */
export function unsound({ note, findings, quiet, failed }: NoteReport): string[] {
  const { text } = note;
  const faults = failed.map((rule) => `the rule ${rule} failed`);
  const hold = (sound: boolean, fault: () => string): void => {
    if (!sound) faults.push(fault());
  };
  const inside = ({ start, end }: Span, what: string): void => hold(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length, () => `${what} at ${start}–${end} of ${text.length}`);
  // A text that is no note (no words, bytes of something else) is not read at all.
  if (note.blocks.length || note.details.length) hold(note.prose.length === text.length, () => "the prose is not as long as the note");
  // Comments to us are read as blanks.
  const body = withBlanks(text, note.directives);
  for (const { key, value, span, valueSpan } of note.details) {
    inside(span, `detail ${key}`);
    inside(valueSpan, `value of ${key}`);
    hold(contains(span, valueSpan) || valueSpan.start === valueSpan.end, () => `value of ${key} outside of its detail`);
    const written = body.slice(valueSpan.start, valueSpan.end);
    hold(!value || /[\\"'\n]/.test(written) || written.trim() === value.trim(), () => `value of ${key} is not what stands there`);
  }
  for (const block of note.blocks) {
    inside(block.span, block.kind);
    if (block.label) inside(block.label, "label");
  }
  for (const section of note.sections) {
    inside(section.span, "section");
    inside(section.whole, "whole section");
    if (section.heading) hold(note.prose.slice(section.heading.span.start, section.heading.span.end).trim() === section.title, () => "the title of a section is not what stands there");
  }
  for (const sentence of note.sentences) {
    inside(sentence, "sentence");
    for (const token of sentence.tokens) hold(note.prose.slice(token.start, token.end).toLowerCase().replaceAll("’", "'") === token.word, () => `the word at ${token.start} is not what stands there`);
    for (const mention of sentence.mentions) inside(mention, "mention");
    for (const hit of note.hits(sentence)) inside(hit, hit.entry.term);
  }
  let last = 0;
  for (const quotation of note.quotations) {
    inside(quotation, "quotation");
    hold(contains(quotation, quotation.words), () => "words outside of their quotation");
    hold(quotation.start >= last, () => `two quotations overlap at ${quotation.start}`);
    last = quotation.end;
    for (const aside of quotation.asides) hold(contains(quotation.words, aside), () => "an aside outside of its quotation");
    hold(quotation.speaker !== "child" || quotation.name !== undefined, () => "a child who speaks has no name");
  }
  for (const mark of note.marked) inside(mark, "marked risk");
  for (const statement of note.seenAlone) inside(statement, "seen alone");
  for (const { rule, span, related, fixes, message } of [...findings, ...quiet]) {
    inside(span, `finding of ${rule}`);
    hold(message !== "", () => `${rule} says nothing`);
    for (const one of related) inside(one.span, `related to ${rule}`);
    for (const { edits } of fixes) for (const edit of edits) inside(edit, `edit of ${rule}`);
  }
  return faults;
}

/** The stretches of a note that nobody may change: the words of children, and of whoever is not known, in the order of the text. */
export const untouchable = (note: Note): Span[] => note.quotations.filter(({ speaker }) => speaker === "child" || speaker === "unknown").flatMap((quotation) => spoken(note, quotation));

/** Where fixes, each by itself and all safe ones together, would change words that nobody may change; and how many bytes of words were compared. */
export function changedWords({ note, findings, quiet }: NoteReport): { readonly faults: string[]; readonly bytes: number } {
  const faults: string[] = [];
  const words = untouchable(note);
  const pieces = words.map(({ start, end }) => note.text.slice(start, end));
  const size = pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  let bytes = 0;
  const compare = (after: string, what: string): void => {
    bytes += size;
    let from = 0;
    for (const piece of pieces) {
      const at = after.indexOf(piece, from);
      if (at < 0) return void faults.push(`${what}: somebody's words are not there any more`);
      from = at + piece.length;
    }
  };
  const all = [...findings, ...quiet];
  for (const { rule, fixes } of all)
    for (const { title, edits } of fixes) {
      const touched = edits.some((edit) => words.some(({ start, end }) => (edit.start === edit.end ? start < edit.start && edit.start < end : edit.start < end && start < edit.end)));
      if (touched) faults.push(`${rule}, “${title}”: an edit touches somebody's words`);
      compare(applyEdits(note.text, edits), `${rule}, “${title}”`);
    }
  const safe = safeEdits(findings);
  if (safe.length) compare(applyEdits(note.text, safe), "all safe fixes together");
  return { faults, bytes };
}

/** All that a check says, without what only holds it together. */
export function said({ note: { hits, recall: _, lexicon: __, lines: ___, parts: ____, ...note }, ...report }: NoteReport): unknown {
  return { ...report, note: { ...note, hits: note.sentences.map((sentence) => hits(sentence)) } };
}
