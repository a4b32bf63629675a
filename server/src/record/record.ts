import { once } from "../note/once.ts";
import type { Note } from "../note/note.ts";
import { readBody } from "./body.ts";
import { detailRows } from "./details.ts";
import type { Field } from "./fields.ts";
import { textOf, type NoteRecord, type RecordBlock } from "./model.ts";

export type { NoteRecord } from "./model.ts";

/** The note as it will stand in the record. Never throws. */
export const recordOf = once((note): NoteRecord => {
  const unread = note.problems.find(({ mild }) => !mild);
  if (unread && !note.blocks.length && !note.details.length && note.text.trim()) return { title: nameOf(note), blocks: [], fields: [], unread: unread.message };
  const fields: Field[] = [];
  const above = readBody(note, { start: 0, end: note.detailsSpan.start }, fields);
  const rows = detailRows(note, fields);
  const below = readBody(note, { start: note.detailsSpan.end, end: note.text.length }, fields);
  const details: RecordBlock[] = rows.length ? [{ kind: "details", line: rows[0]!.line, rows }] : [];
  const blocks = levelled(withTitle(above, details, below));
  const title = blocks.find(({ kind }) => kind === "title");
  const named = title?.kind === "title" ? textOf(title.runs).replace(/\s+/g, " ").trim() : "";
  return { title: named || nameOf(note), blocks: withoutEmptyEnds(blocks), fields: fields.sort((a, b) => a.start - b.start) };
});

function nameOf(note: Note): string {
  const names = note.children.map(({ name }) => name);
  const kind = note.kind[0]!.toUpperCase() + note.kind.slice(1);
  return names.length ? `${kind}: ${names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]}` : kind;
}

/** The first heading of all, where it is the only one of its depth, or the plain line above the details, is the title, and goes before the details. */
function withTitle(above: readonly RecordBlock[], details: readonly RecordBlock[], below: readonly RecordBlock[]): RecordBlock[] {
  const first = above.find(({ kind }) => kind !== "rule") ?? below.find(({ kind }) => kind !== "rule");
  const alone = first?.kind === "heading" && first.depth === 1 && [...above, ...below].filter((block) => block.kind === "heading" && block.depth === 1).length === 1;
  const plain = details.length > 0 && first?.kind === "paragraph" && above.includes(first);
  if (!first || !(alone || plain) || !("runs" in first)) return [...above, ...details, ...below];
  const others = (blocks: readonly RecordBlock[]): RecordBlock[] => blocks.filter((block) => block !== first);
  return [{ kind: "title", line: first.line, runs: first.runs }, ...others(above), ...details, ...others(below)];
}

/** Headings count from 1, whatever the depth with which the note's own begin. */
function levelled(blocks: readonly RecordBlock[]): RecordBlock[] {
  const top = Math.min(...blocks.map((block) => (block.kind === "heading" ? block.depth : 6)));
  return blocks.map((block) => (block.kind === "heading" ? { ...block, depth: Math.min(6, block.depth - top + 1) } : block));
}

/** Lines across the page part something from something. */
function withoutEmptyEnds(blocks: readonly RecordBlock[]): RecordBlock[] {
  const parts = blocks.filter((block, at) => block.kind !== "rule" || (at > 0 && !["rule", "title", "details"].includes(blocks[at - 1]!.kind)));
  while (parts.at(-1)?.kind === "rule") parts.pop();
  return parts;
}
