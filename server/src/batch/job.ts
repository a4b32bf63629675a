import { checkNote } from "../check.ts";
import type { Settings } from "../engine/settings.ts";
import { faultInWords } from "../fault.ts";
import { tallyOf, type Tally } from "../report/checked.ts";
import type { Look, ReportFormat } from "../report/format.ts";
import { reportFormats, type ReportFormatName } from "../report/formats.ts";

/** A note to be checked, with the settings of its folder. */
export interface Job {
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
}

/** What is left of a note that was checked: its part of the report, what is counted, and the rules that failed on it. */
export interface Done {
  readonly part?: string;
  readonly tally: Tally;
  readonly failed: readonly string[];
}

/** What came of a job, as plain data. `fault`: why nothing did, in words that tell nothing of the note. */
export type Outcome = Done | { readonly fault: string };

/** How the report is to be written. Plain data: it crosses to a thread. */
export interface Writing {
  readonly format: ReportFormatName;
  readonly look: Look;
}

/** Checks notes, here or in threads. Never rejects. */
export interface Checker {
  check(job: Job): Promise<Outcome>;
  /** Every job there is has been handed over: there is nothing more to wait for. */
  allAsked(): void;
  /** Ends whatever was begun. */
  close(): Promise<void>;
}

export const formatFor = ({ format, look }: Writing): ReportFormat => reportFormats[format](look);

/** Checks a note and writes its part of the report. Never throws. */
export function work({ path, text, settings }: Job, format: ReportFormat): Outcome {
  try {
    const report = checkNote(text, settings);
    const part = format.part(path, report);
    return { ...(part === undefined ? {} : { part }), tally: tallyOf(report), failed: report.failed };
  } catch (error) {
    return { fault: `this could not be checked, by a fault of the program (${faultInWords(error)}); please report it` };
  }
}
