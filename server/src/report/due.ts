import { asData, inOneLine, quoteOf, why, type NextVisit } from "../standards/next-visit.ts";
import { inWords } from "../standards/length.ts";
import { plain } from "./excerpt.ts";

/** A note, and when the next visit is due after it. */
export interface DueNote {
  readonly path: string;
  readonly next: NextVisit | undefined;
}

/** For people: a note a paragraph. */
export function dueReport(notes: readonly DueNote[]): string {
  return notes.map(({ path, next }) => `${plain(path)}\n${next ? [`${inOneLine(next)}.`, ...why(next), quoteOf(next)].map((line) => `  ${plain(line)}\n`).join("") : "  The note does not say enough to count: its details need the child's status and the date of the visit, and the standards that are chosen a number for that status.\n"}`).join("\n");
}

/** For programs: one object. */
export function dueJson(notes: readonly DueNote[]): string {
  return `${JSON.stringify({
    version: 1,
    notes: notes.map(({ path, next }) => ({
      path,
      ...(next ? { profile: next.profile.id, row: next.row.row, ...(next.due ? { due: asData(next.due.by), within: inWords(next.due.within), agreed: next.due.agreed ?? false } : {}), ...(next.again ? { seenAgainBy: next.again.by.toString(), seenAgainTimes: next.again.times } : {}), message: [`${inOneLine(next)}.`, ...why(next)].join(" ") } : {}),
    })),
  }, null, 2)}\n`;
}
