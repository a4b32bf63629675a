import type { CancellationToken, Range } from "vscode-languageserver";
import { htmlBody, htmlDocument } from "../record/html.ts";
import { leavingInWords, personalDataOf } from "../record/leaving.ts";
import type { NoteRecord } from "../record/model.ts";
import { recordOf } from "../record/record.ts";
import { plainText } from "../record/text.ts";
import { toWord } from "../record/word.ts";
import { rangeOf } from "./diagnostic.ts";
import type { Checks } from "./ports.ts";

/** In which form the record is asked for: the body of a page with the note's lines in it, a document of its own, plain text, or a Word file. */
export type RecordFormat = (typeof formats)[number];

const formats = ["preview", "html", "text", "docx"] as const;

export interface RecordParams {
  readonly uri: string;
  readonly format: RecordFormat;
}

/** A note as it will stand in the record, and what its writer should know before it leaves. */
export interface RecordAnswer {
  /** The version of the document that was read. */
  readonly version: number;
  readonly title: string;
  /** A Word file is in base64. */
  readonly content: string;
  /** What is still to be completed. */
  readonly fields: readonly { readonly range: Range; readonly text: string }[];
  readonly personalData: readonly { readonly range: Range; readonly what: string; readonly text: string }[];
  /** The personal data in one sentence; left out where there is none. */
  readonly warning?: string;
}

/** Gives an open note as it will stand in the child's record. */
export class Records {
  constructor(private readonly checks: Checks) {}

  /** Null where the note is not open, cannot be read as a note at all, or is asked for in a form that there is not. */
  async answer({ uri, format }: RecordParams, token: CancellationToken): Promise<RecordAnswer | null> {
    if (!formats.includes(format)) return null;
    const checked = await this.checks.of(uri, token);
    if (!checked) return null;
    const { note } = checked.report;
    const record = recordOf(note);
    if (record.unread) return null;
    const personalData = personalDataOf(note);
    const warning = leavingInWords(personalData);
    return {
      version: checked.note.version,
      title: record.title,
      content: await written(record, format),
      fields: record.fields.map((field) => ({ range: rangeOf(note.lines, field), text: field.text })),
      personalData: personalData.map((datum) => ({ range: rangeOf(note.lines, datum), what: datum.what, text: datum.text })),
      ...(warning === undefined ? {} : { warning }),
    };
  }
}

async function written(record: NoteRecord, format: RecordFormat): Promise<string> {
  switch (format) {
    case "preview":
      return htmlBody(record);
    case "html":
      return htmlDocument(record);
    case "text":
      return plainText(record);
    case "docx":
      return Buffer.from(await toWord(record)).toString("base64");
  }
}
