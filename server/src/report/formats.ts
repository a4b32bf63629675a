import type { Look, ReportFormat } from "./format.ts";
import { jsonFormat } from "./json.ts";
import { prettyFormat } from "./pretty.ts";

/** The formats of a report, by their names on the command line. */
export const reportFormats = { pretty: prettyFormat, json: () => jsonFormat } as const satisfies Readonly<Record<string, (look: Look) => ReportFormat>>;

export type ReportFormatName = keyof typeof reportFormats;
