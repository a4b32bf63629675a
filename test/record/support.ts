import { read } from "../../server/src/check.ts";
import { textOf, type NoteRecord, type RecordBlock, type Run, type Runs } from "../../server/src/record/model.ts";
import { recordOf } from "../../server/src/record/record.ts";

/** The record of a text. */
export const recordFor = (text: string): NoteRecord => recordOf(read(text));

/** Details that make Kai the child of a note. */
export const kai = "Child: Kai Morton (9)\nType of visit: Statutory visit\n\n";

/** The runs of a block, in order. */
export function runsOf(block: RecordBlock): Runs[] {
  switch (block.kind) {
    case "rule":
      return [];
    case "details":
      return block.rows.flatMap(({ label, values }) => [[{ text: label }], ...values]);
    case "table":
      return [block.head, ...block.rows].flatMap(({ cells }) => cells);
    case "turn":
      return [block.label, block.runs];
    default:
      return [block.runs];
  }
}

export const allRuns = ({ blocks }: NoteRecord): Run[] => blocks.flatMap((block) => runsOf(block).flat());

/** All that stands in a record, block by block. */
export const allText = ({ blocks }: NoteRecord): string => blocks.map((block) => runsOf(block).map(textOf).join("\n")).join("\n");

/** The stretches of the record that have a look, each joined with what follows it in the same look. */
export function stretches(record: NoteRecord, look: "words" | "risk" | "bare"): string[] {
  return record.blocks.flatMap((block) =>
    runsOf(block).flatMap((runs) => {
      const found: string[] = [];
      runs.forEach((run, at) => {
        if (!run[look]) return;
        if (runs[at - 1]?.[look]) found.push(found.pop()! + run.text);
        else found.push(run.text);
      });
      return found;
    }),
  );
}

/** A block in a line: its kind, where it begins, and what it says. */
export const inShort = (record: NoteRecord): string[] =>
  record.blocks.map((block) => {
    const place = block.kind === "heading" ? block.depth : block.kind === "item" ? `${block.depth}${block.number === undefined ? "" : ` no. ${block.number}`}${block.ticked === undefined ? "" : block.ticked ? " ticked" : " not ticked"}${block.more ? " more" : ""}` : block.kind === "quote" ? block.depth : "";
    return `${block.line} ${block.kind}${place === "" ? "" : ` ${place}`}: ${runsOf(block).map(textOf).filter(Boolean).join(" | ")}`;
  });
