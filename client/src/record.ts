import { l10n, window, type TextDocument } from "vscode";
import { goTo, toRange, type SentRange } from "./places.ts";
import { Question } from "./question.ts";
import type { Service } from "./service.ts";

export type RecordFormat = "preview" | "html" | "text" | "docx";

/** A note as it will stand in the record, in one format; Word as base64. */
export interface SentRecord {
  readonly version: number;
  readonly title: string;
  readonly content: string;
  /** Fields that are still to complete. */
  readonly fields: readonly { readonly range: SentRange; readonly text: string }[];
  /** The personal data that leaves with every copy, in one sentence. */
  readonly warning?: string;
}

/** Asks the server for a note as it will stand in the record; undefined where it cannot be read as a note, or the server is not there. */
export const recordOf = async (service: Service, document: TextDocument, format: RecordFormat): Promise<SentRecord | undefined> => (await new Question(service).ask<SentRecord>("caseRecording/record", document, { format })) ?? undefined;

/** Whether every field of a note is completed; where not, lists those that are left, and goes to the one that is chosen. */
export async function isComplete(document: TextDocument, { fields }: SentRecord): Promise<boolean> {
  if (!fields.length) return true;
  const places = fields.map((field) => ({ label: field.text, description: l10n.t("line {0}", field.range.start.line + 1), field }));
  const title = fields.length === 1 ? l10n.t("1 place in this note is still to complete. Nothing has left the editor.") : l10n.t("{0} places in this note are still to complete. Nothing has left the editor.", fields.length);
  const chosen = await window.showQuickPick(places, { title, placeHolder: l10n.t("Choose one to go there") });
  if (chosen) await goTo(document, toRange(chosen.field.range));
  return false;
}
