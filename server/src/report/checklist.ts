import type { Checklist } from "../checklist.ts";
import { clause } from "../standards/clauses.ts";
import { plain } from "./excerpt.ts";
import { counted } from "./words.ts";

/** A note, and the questions that only its writer can answer. */
export interface ListedNote {
  readonly path: string;
  readonly kind: string;
  readonly checklist: Checklist;
}

/** For people: a list to go through. */
export function checklistReport(notes: readonly ListedNote[]): string {
  return notes
    .map(({ path, kind, checklist: { profile, items } }) => {
      const lines = items.map(({ ask, why, clauses }) => `  [ ] ${ask}${clauses.length ? ` [${clauses.join(", ")}]` : ""}\n${why ? `      ${why}\n` : ""}`);
      return `${plain(path)}: ${kind}, ${profile.title}: ${counted(items.length, "question")} that only you can answer\n${lines.join("")}`;
    })
    .join("\n");
}

/** For programs: one object. */
export function checklistJson(notes: readonly ListedNote[]): string {
  return `${JSON.stringify({ version: 1, notes: notes.map(({ path, kind, checklist: { profile, items } }) => ({ path, kind, profile: profile.id, items: items.map(({ id, ask, why, clauses }) => ({ id, ask, ...(why ? { why } : {}), standards: clauses.map((one) => cited(clause(one, profile))) })) })) }, null, 2)}\n`;
}

const cited = ({ id, document, date, section, quote }: ReturnType<typeof clause>) => ({ id, document, date, clause: section, quote });
