import type { Clause, Severity } from "../engine/finding.ts";

/** What a severity is called where a person reads it. */
export const severityWords: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "suggestion", hint: "hint" };

/** "1 note", "2 notes". */
export const counted = (number: number, word: string, plural = `${word}s`): string => `${number} ${number === 1 ? word : plural}`;

/** A clause in one line: the document, its date, the section and the id in the catalogue. */
export const clauseLine = (clause: Clause): string => [clause.document, clause.date && ` (${clause.date})`, clause.section && `, ${clause.section}`, ` [${clause.id}]`].join("");
