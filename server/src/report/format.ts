import type { NoteReport } from "../check.ts";
import type { Tally } from "./checked.ts";

/** A way to write a report down, note by note: of a note nothing need be kept but its part, and of its part nothing once it is written. */
export interface ReportFormat {
  readonly opening: string;
  /** A note's part, by the name it goes by; left out where there is nothing to say of it. */
  part(path: string, report: NoteReport): string | undefined;
  /** Stands between two parts. */
  readonly between: string;
  /** What is known at the end alone. */
  closing(totals: Tally, profile: string): string;
}

/** How a report looks to whoever reads it. */
export interface Look {
  readonly colour: boolean;
  /** How many columns a line of a note may take. */
  readonly columns: number;
}
